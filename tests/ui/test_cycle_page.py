"""The cycle of an osteopath: hours, themes, activities, and no word of another regulator."""

import re
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QWidget

from ahp_companion.domain.audit import AuditProfile, Gap
from ahp_companion.domain.cpd import CpdActivity
from ahp_companion.domain.evidence import Evidence
from ahp_companion.domain.exports import Export
from ahp_companion.domain.practitioner import Practitioner
from ahp_companion.ui.desk import Desk
from ahp_companion.ui.pages.audit import audit_page
from tests.ui.desks import Heard, Opened, inside, kept, leave, turn, write

Show = Callable[..., Any]
OWNER = Practitioner(name="Zoë Ní Bhriain", profession="OSTEOPATH")
PAPER = Evidence(title="Certificate", file_name="course.pdf", on=date(2025, 3, 2))
COURSE = CpdActivity(
    title="Shared decisions",
    started_on=date(2025, 3, 1),
    minutes=750,
    minutes_with_others=120,
    statements=("gosc-cpd:A", "gosc-cpd:communication-and-consent"),
    evidence=(PAPER.id,),
)
REVIEW = CpdActivity(
    title="Review with a peer",
    started_on=date(2024, 6, 1),
    statements=("gosc-cpd:A", "gosc-cpd:peer-discussion-review"),
)
HCPCS = re.compile(r"hcpc|profile|standards? [1-5]|\bmost lists\b", re.IGNORECASE)


def shown(desk: Desk, show: Show) -> Any:
    page = show(audit_page(desk))
    turn()
    return page


@pytest.fixture
def page(open_desk: Opened, show: Show) -> Any:
    """Return the page of an osteopath with two activities and a piece of evidence."""
    return shown(open_desk(OWNER, PAPER, COURSE, REVIEW), show)


def words(page: QWidget) -> list[str]:
    turn()
    return [each.text() for each in page.findChildren(QLabel) if each.isVisible() and each.text()]


def meets(page: Any, code: str) -> QAbstractButton:
    return inside(page, QAbstractButton, f"meets-{code}")


def everything_said(page: Any) -> list[str]:
    """Return every word of every part: labels, buttons, fields, and what is only heard."""
    found: list[str] = []
    for part in page.parts:
        page.open_tab(part.code)
        turn()
        found.append(part.word)
        for each in page.findChildren(QWidget):
            found += [each.accessibleName(), each.accessibleDescription(), each.toolTip()]
            found += [str(each.property(name) or "") for name in ("text", "placeholderText")]
    return [each for each in found if each]


def test_the_hours_so_far_are_said(page: Any) -> None:
    assert inside(page, QLabel, "hours").text() == "12 h 30 min of 90 hours, 2 h of 45 with others."


def test_each_theme_and_activity_says_which_record_has_it(page: Any) -> None:
    assert meets(page, "A").accessibleName() == (
        "Communication and patient partnership, In your record · Shared decisions, 1 March 2025 "
        "and 1 more"
    )
    assert meets(page, "B").accessibleName() == ("Knowledge, skills and performance, Still to come")
    assert (
        "Review with a peer, 1 June 2024" in meets(page, "peer-discussion-review").accessibleName()
    )
    assert "Still to come" in meets(page, "objective-activity").accessibleName()


def test_a_record_that_has_it_is_one_press_away(page: Any, heard: Heard) -> None:
    line = meets(page, "communication-and-consent")
    line.setFocus()
    QTest.keyClick(line, Qt.Key.Key_Space)
    assert heard.gone_to == [COURSE]


def test_several_records_are_offered_in_a_menu(page: Any, heard: Heard) -> None:
    line: Any = meets(page, "A")
    menu = line.menu()
    assert [each.text() for each in menu.actions()] == [
        "Shared decisions, 1 March 2025",
        "Review with a peer, 1 June 2024",
    ]
    menu.actions()[1].trigger()
    assert heard.gone_to == [REVIEW]


def test_what_is_still_to_come_leads_to_the_list_or_begins_it(
    open_desk: Opened, show: Show, page: Any, heard: Heard
) -> None:
    meets(page, "B").click()
    assert heard.gone_to == [COURSE]
    bare = shown(open_desk(OWNER), show)
    meets(bare, "B").click()
    assert heard.begun == ["cpd"]


def test_findings_say_why_and_who_says_so(page: Any) -> None:
    said = words(page)
    at = next(at for at, each in enumerate(said) if each.startswith("12 h 30 min recorded of"))
    assert said[at - 1] == "Would bring a question back"
    assert said[at + 1] == "Ninety hours in three years are asked for."
    assert said[at + 2] == "GOsC, “About the CPD scheme”, read 2026"


def test_it_is_counted_anew_as_the_record_changes(page: Any) -> None:
    page._desk.session.set(COURSE, minutes=90 * 60, statements=("gosc-cpd:B",))
    turn()
    assert inside(page, QLabel, "hours").text().startswith("90 h of 90 hours")
    assert "Still to come" in meets(page, "communication-and-consent").accessibleName()
    assert "Shared decisions" in meets(page, "B").accessibleName()


def test_the_first_day_can_be_set_and_is_worked_out_again_when_emptied(page: Any) -> None:
    assert any(
        each.startswith("Counted from 13 March 2023 to 12 March 2026") for each in words(page)
    )
    line = inside(page, QLineEdit, "first-day")
    write(line, "1 January 2025")
    leave(line)
    said = words(page)
    assert "Your three years run from 1 January 2025 to 31 December 2027. 659 days left." in said
    assert "Still to come" in meets(page, "peer-discussion-review").accessibleName()
    assert page._desk.session.undo_words == "Set the first day of your three years"
    write(line, "")
    leave(line)
    assert any(each.startswith("Counted from 13 March 2023") for each in words(page))
    assert [each.audited_from_on for each in kept(page._desk.session, AuditProfile)] == [None]


def test_the_evidence_of_the_cycle_is_listed_with_what_it_is_for(page: Any, heard: Heard) -> None:
    page.open_tab("evidence")
    row = inside(page, QAbstractButton, "evidence-row")
    assert row.accessibleName() == ("Certificate, 2 March 2025 · PDF file · for “Shared decisions”")
    row.click()
    assert heard.gone_to == [PAPER]
    page._desk.session.set(COURSE, evidence=())
    assert "No activity names any evidence yet." in words(page)


def test_what_left_and_what_is_looked_for_are_kept_here_too(page: Any) -> None:
    export = Export(name="My CPD.csv", format="cpd-csv", on=date(2026, 1, 5))
    page._desk.session.add(export)
    page.show_record(export)
    said = words(page)
    assert {"What left", "Names to look for", "Set aside"} <= set(said)
    assert page.inside("kept").board.opened == export


def test_what_was_written_for_another_regulator_is_not_asked_for(page: Any) -> None:
    page.show_record(Gap(explanation="Leave"))
    page.show_record(AuditProfile(practice_summary="Mine"))
    assert page.tabs.currentIndex() == 0


UNDATED, AHEAD = CpdActivity(title="Some day"), CpdActivity(started_on=date(2027, 1, 1))


@pytest.mark.parametrize(
    "records", [(), (PAPER, COURSE, REVIEW, UNDATED, AHEAD)], ids=["empty", "begun"]
)
def test_not_one_word_of_another_regulators_is_said(
    open_desk: Opened, show: Show, records: tuple[Any, ...]
) -> None:
    left = AuditProfile(practice_summary="Mine", personal_statement="Mine too")
    said = everything_said(shown(open_desk(OWNER, left, *records), show))
    assert len(said) > 60
    assert [each for each in said if HCPCS.search(each)] == []


def test_the_same_words_would_be_found_where_they_belong(open_desk: Opened, show: Show) -> None:
    said = everything_said(shown(open_desk(Practitioner(profession="PH"), COURSE), show))
    assert any(HCPCS.search(each) for each in said)


def test_looking_at_it_changes_nothing(page: Any) -> None:
    everything_said(page)
    page.flush()
    assert page._desk.session.undo_words == ""
