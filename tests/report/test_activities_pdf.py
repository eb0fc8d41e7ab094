"""The dated list on paper: oldest first, pauses explained in their place, counted by type."""

from dataclasses import replace
from datetime import date, timedelta

from ahp_companion.domain.audit import Gap
from ahp_companion.domain.cpd import CpdActivity, LearningType
from ahp_companion.domain.profile import Handed
from ahp_companion.report.activities_pdf import activities_pdf
from tests.report.handing import OWNER, of, of_records, of_sample
from tests.report.people import portfolio_of
from tests.report.reading import Printed
from tests.report.validating import problems_of

SILENT = "21 June to 28 October 2025 No activities in this list. I broke my ankle"


def printed(handed: Handed) -> Printed:
    return Printed(*activities_pdf(handed))


def test_every_activity_of_the_period_stands_in_order_with_its_type() -> None:
    handed = of_sample("physiotherapist-audit")
    read = printed(handed)
    assert problems_of(read.content) == []
    words = read.text
    places = [words.index(each.title) for each in handed.profile.activities]
    assert len(places) == 30
    assert places == sorted(places)
    assert (
        "9 May 2024 Team induction: lone working, safeguarding, records Formal and educational"
        in words
    )


def test_a_pause_is_explained_between_what_came_before_and_after() -> None:
    words = printed(of_sample("physiotherapist-audit")).text
    before, pause, after = (
        words.index(each) for each in ("20 June 2025", SILENT, "29 October 2025 Coming back")
    )
    assert before < pause < after


def test_learning_types_are_counted_and_not_judged() -> None:
    words = printed(of_sample("physiotherapist-audit")).text
    counted = words.partition("By learning type")[2]
    assert "Work-based learning 10 Professional activity 6 Formal and educational 6" in counted
    assert "Self-directed learning 6 Other 1 Not said 1" in counted


def test_it_has_one_bookmark_a_head_and_page_numbers() -> None:
    read = printed(of_sample("physiotherapist-audit"))
    assert read.titles == ["List of activities"]
    assert f"{read.page_count} of {read.page_count}" in read.pages[-1]
    assert "CPD number 999417-26" in read.pages[0]


def test_hours_stand_only_in_an_osteopaths_list() -> None:
    course = CpdActivity(
        title="Course", started_on=date(2025, 6, 1), minutes=90, minutes_with_others=0
    )
    assert "Hours" not in printed(of_records(course)).text
    words = printed(of(portfolio_of(replace(OWNER, profession="OSTEOPATH"), course))).text
    assert "1 1 June 2025 Course – – 1 h 30 min –" in words
    assert "Altogether 1 h 30 min 0 min" in words
    assert "HCPC" not in words


def test_a_long_list_repeats_its_head_on_every_page() -> None:
    many = [
        CpdActivity(
            id=f"{at:03}",
            title=f"Visit {at}",
            started_on=date(2024, 6, 1) + timedelta(days=at),
            learning_type=LearningType.WORK_BASED,
        )
        for at in range(150)
    ]
    read = printed(of_records(*many))
    assert all("Activity Learning type Evidence" in page for page in read.pages[:-1])
    assert problems_of(read.content) == []


def test_what_was_typed_stays_text_whatever_it_is() -> None:
    odd = CpdActivity(title="<para>&amp; \u202e{x}</b>", started_on=date(2025, 6, 1))
    gap = Gap(from_on=date(2025, 7, 1), to_on=date(2025, 8, 1), explanation="<i>ill</i> &c.")
    words = printed(of_records(odd, gap)).text
    assert "<para>&amp; {x}</b>" in words
    assert "<i>ill</i> &c." in words


def test_days_of_one_month_that_do_not_fit_say_the_month_once() -> None:
    days = CpdActivity(title="Two days", started_on=date(2025, 9, 14), ended_on=date(2025, 9, 15))
    words = printed(of(portfolio_of(replace(OWNER, profession="OSTEOPATH"), days))).text
    assert "14 to 15 September 2025 Two days" in words
