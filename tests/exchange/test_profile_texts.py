"""A text for each field of the form: as typed, in files that can be pasted from."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from ahp_companion.domain.audit import AuditProfile, Gap
from ahp_companion.domain.cpd import CpdActivity, LearningType
from ahp_companion.domain.evidence import Evidence
from ahp_companion.exchange.profile_texts import field_texts, write_texts
from tests.report.handing import OWNER, of, of_records, of_sample
from tests.report.people import portfolio_of

SUMMARY = "I am a physiotherapist.\r\n\r\nI work in Łódź – “mostly” <alone>."
TEXTS = AuditProfile(practice_summary=SUMMARY, personal_statement="I learnt\rmuch.")
PAPER = Evidence(id="e", title="Certificate\nof stroke", sha256="a" * 64, standards=("3", "2"))
COURSE = CpdActivity(
    id="c",
    title="Course",
    started_on=date(2025, 6, 1),
    ended_on=date(2025, 6, 2),
    learning_type=LearningType.FORMAL,
    is_chosen=True,
    evidence=("e",),
)


def test_there_is_a_file_for_each_field_in_the_order_of_the_form() -> None:
    assert list(field_texts(of_records(TEXTS))) == [
        "1-full-name.txt",
        "2-profession.txt",
        "3-cpd-number.txt",
        "4-summary-of-practice.txt",
        "5-personal-statement.txt",
        "6-supporting-evidence.txt",
        "7-activities.txt",
    ]


def test_what_was_typed_is_written_as_it_was_with_one_sort_of_line_end(tmp_path: Path) -> None:
    write_texts(tmp_path, field_texts(of_records(TEXTS)))
    written = (tmp_path / "4-summary-of-practice.txt").read_bytes()
    assert written.decode() == "I am a physiotherapist.\n\nI work in Łódź – “mostly” <alone>.\n"
    assert (tmp_path / "5-personal-statement.txt").read_bytes() == b"I learnt\nmuch.\n"
    assert (tmp_path / "1-full-name.txt").read_text("utf-8") == "Siân Łukasz-Nguyễn\n"


def test_a_field_with_nothing_in_it_is_an_empty_file_and_is_named(tmp_path: Path) -> None:
    empty = write_texts(tmp_path, field_texts(of_records()))
    assert empty == (
        "3-cpd-number.txt",
        "4-summary-of-practice.txt",
        "5-personal-statement.txt",
    )
    assert (tmp_path / "7-activities.txt").read_text("utf-8").endswith("No activities\n")
    assert (tmp_path / "5-personal-statement.txt").read_bytes() == b""


def test_the_table_of_evidence_is_a_row_a_line_the_dated_list_first() -> None:
    handed = of_records(COURSE, PAPER, pages={1: 3}, list_pages=2)
    assert field_texts(handed)["6-supporting-evidence.txt"].splitlines() == [
        "List of all CPD activities, 1 May 2024 to 12 March 2026 – 2 pages – 1, 2",
        "1 – Certificate of stroke – 3 pages – 2, 3",
    ]


def test_activities_stand_one_after_the_other_with_pauses_between() -> None:
    gap = Gap(from_on=date(2024, 5, 1), to_on=date(2025, 5, 31), explanation="I was\nill.")
    untold = CpdActivity(id="u", started_on=date(2025, 8, 1))
    late = CpdActivity(id="l", title="Late", started_on=date(2025, 10, 1))
    last = CpdActivity(id="m", title="Last", started_on=date(2025, 12, 20))
    handed = of_records(COURSE, gap, untold, late, last)
    assert field_texts(handed)["7-activities.txt"].split("\n\n") == [
        "1 May 2024 to 31 May 2025\nNo activities\nI was ill.",
        "1 to 2 June 2025\nFormal and educational\nCourse",
        "1 August 2025\nWithout a title",
        "1 October 2025\nLate",
        "20 December 2025\nLast",
    ]


def test_an_osteopath_gets_hours_and_themes_and_no_word_of_anothers() -> None:
    texts = field_texts(of_sample("osteopath"))
    assert list(texts) == [
        "1-full-name.txt",
        "2-registration-number.txt",
        "3-hours.txt",
        "4-themes.txt",
        "5-particular-activities.txt",
        "6-supporting-evidence.txt",
        "7-activities.txt",
    ]
    assert texts["3-hours.txt"] == "119 h 30 min, 83 h 30 min of it with others"
    assert (
        "A Peer Discussion Review\n25 November 2024, Peer discussion review"
        in (texts["5-particular-activities.txt"])
    )
    whole = "\n".join((*texts, *texts.values()))
    assert "HCPC" not in whole
    assert "statement" not in whole
    assert texts["6-supporting-evidence.txt"].splitlines()[0].startswith("1 – Certificate")


def test_a_theme_with_nothing_under_it_says_so() -> None:
    course = replace(COURSE, statements=("gosc-cpd:A",), minutes=60, minutes_with_others=None)
    owner = replace(OWNER, profession="OSTEOPATH")
    texts = field_texts(of(portfolio_of(owner, course)))
    first, second, *_ = texts["4-themes.txt"].split("\n\n")
    assert first.splitlines()[1] == "1 to 2 June 2025, Course"
    assert second.splitlines()[1] == "Nothing is recorded under it."
    assert texts["7-activities.txt"] == "1 to 2 June 2025\nFormal, 1 h\nCourse"
