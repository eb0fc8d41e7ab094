"""The check that explains itself: found as one types, by standard, with a way to the record."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget

from ahp_companion.domain.audit import AuditProfile, Gap
from ahp_companion.domain.audit_rules import ELSEWHERE, STANDARDS
from ahp_companion.domain.cpd import CpdActivity, LearningType
from ahp_companion.domain.evidence import Evidence
from ahp_companion.domain.finding import Finding, Severity
from ahp_companion.domain.practitioner import Practitioner
from ahp_companion.ui.desk import Desk
from ahp_companion.ui.dialogs.identifiers import Identifiers
from ahp_companion.ui.fields.texts import GrowingText
from ahp_companion.ui.findings_list import FindingLine
from ahp_companion.ui.labels import PlainLabel
from ahp_companion.ui.pages.audit import audit_page
from ahp_companion.ui.pages.audit.ways import Ways
from tests.ui.desks import Answers, Heard, Opened, inside, kept, leave, press, turn, write

Show = Callable[..., Any]
OWNER = Practitioner(name="Rhiannon Ŵyn", profession="PH")
# Two years in which nothing was written down between the end of February and October 2025.
DONE = tuple(
    CpdActivity(title=f"{on:%B}", started_on=on, learning_type=kind)
    for on, kind in (
        (date(2024, 6, 20), LearningType.FORMAL),
        (date(2024, 9, 1), LearningType.WORK_BASED),
        (date(2024, 11, 20), LearningType.WORK_BASED),
        (date(2025, 2, 1), LearningType.FORMAL),
        (date(2025, 10, 1), LearningType.FORMAL),
        (date(2025, 12, 20), LearningType.FORMAL),
        (date(2026, 3, 1), LearningType.FORMAL),
    )
)
CHOSEN = CpdActivity(
    title="Stroke course",
    started_on=date(2026, 3, 1),
    learning_type=LearningType.FORMAL,
    is_chosen=True,
    benefit_to_practice="I see more",
)


def shown(desk: Desk, show: Show) -> Any:
    page = show(audit_page(desk))
    turn()
    return page


@pytest.fixture
def page(open_desk: Opened, show: Show) -> Any:
    """Return the page of a physiotherapist with one long gap."""
    return shown(open_desk(OWNER, *DONE), show)


def said(part: QWidget) -> list[str]:
    turn()
    return [each.text() for each in part.findChildren(QLabel) if each.isVisible() and each.text()]


def findings(page: Any) -> list[str]:
    return said(inside(page, QWidget, "findings"))


def says(page: Any, wanted: str) -> bool:
    return any(wanted in each for each in findings(page))


def gap_box(page: Any) -> GrowingText:
    return inside(page, GrowingText, "gap-2025-02-02")


def way(page: Any, code: str) -> QPushButton:
    return inside(page, QPushButton, f"open-{code}")


def test_every_standard_has_its_heading_in_order(page: Any) -> None:
    heads = [f"{code}. {words}" for code, words in STANDARDS.items()] + [ELSEWHERE]
    assert [each for each in findings(page) if each in heads] == heads


def test_that_somebody_is_too_new_has_a_heading_of_its_own(
    open_desk: Opened, show: Show, page: Any
) -> None:
    assert "When you can be called" not in findings(page)
    new = replace(OWNER, registered_on=date(2025, 7, 1))
    words = findings(shown(open_desk(new), show))
    at = words.index("When you can be called")
    assert words[at + 2].startswith("You joined the register on 1 July 2025")
    assert words[at + 4] == "HCPC, “What happens if I’m selected for audit?”, read 2026"


def test_each_standard_says_what_there_is(open_desk: Opened, show: Show) -> None:
    words = findings(shown(open_desk(OWNER, *DONE, CHOSEN), show))
    assert "8 dated activities, 20 June 2024 to 1 March 2026." in words
    assert "Work-based 2 and formal 6." in words
    assert "1 of 1 activity chosen for your statement says what is better in your work." in words
    assert "0 of 1 activity chosen for your statement say how the people you see benefit." in words
    assert "Practice summary 0 words, statement 0 words, 0 pieces of evidence." in words


def test_a_finding_says_what_why_and_who_says_so(open_desk: Opened, show: Show) -> None:
    words = findings(shown(open_desk(OWNER, CHOSEN), show))
    at = next(at for at, each in enumerate(words) if "how the people you see benefit. " in each)
    assert words[at - 1] == "Worth putting right"
    assert words[at + 1].startswith("Patients, or those you teach, lead or advise")
    assert words[at + 2] == "HCPC, “Examples of CPD evidence”, read 2026"


def test_a_screen_reader_hears_why_at_the_way_there(open_desk: Opened, show: Show) -> None:
    page = shown(open_desk(OWNER, CHOSEN), show)
    button = way(page, "benefit-to-service-users-missing")
    assert button.accessibleName().startswith("Open: “Stroke course”")
    assert "HCPC, “Examples of CPD evidence”, read 2026" in button.accessibleDescription()


def test_advice_is_marked_as_advice(open_desk: Opened, show: Show) -> None:
    words = findings(shown(open_desk(OWNER, CHOSEN), show))
    at = next(at for at, each in enumerate(words) if "most lists have 12 to 50" in each)
    assert words[at - 1] == "Advice"
    assert "Good to know" not in words


def test_several_alike_give_their_reason_once(open_desk: Opened, show: Show) -> None:
    more = replace(CHOSEN, id="b", title="Gait course", benefit_to_practice="")
    page = shown(open_desk(OWNER, replace(CHOSEN, benefit_to_practice=""), more), show)
    words = findings(page)
    assert sum("how your work is better for it. " in each for each in words) == 2
    assert sum("spends most of its words on this" in each for each in words) == 1


def test_an_activity_is_opened_where_it_is_written(
    open_desk: Opened, show: Show, heard: Heard
) -> None:
    page = shown(open_desk(OWNER, CHOSEN), show)
    way(page, "evidence-missing").click()
    assert heard.gone_to == [CHOSEN]


def test_what_a_statement_lacks_is_asked_where_it_is_answered(
    open_desk: Opened, show: Show
) -> None:
    page = shown(open_desk(OWNER, CHOSEN), show)
    way(page, "benefit-to-service-users-missing").click()
    assert page.parts[page.tabs.currentIndex()].code == "statement"
    assert page.inside("statement").board.opened == CHOSEN


def test_the_profile_is_exported_from_here(open_desk: Opened, show: Show, meet: Answers) -> None:
    page = shown(open_desk(OWNER, CHOSEN), show)
    begun: list[str] = []

    def look(asking: Any) -> None:
        begun.append(asking.chosen_format.code)
        asking.reject()

    meet(look)
    press(page, "export")
    assert begun == ["hcpc-profile"]


def test_a_line_says_in_short_how_much_there_is(open_desk: Opened, show: Show) -> None:
    desk = open_desk(OWNER, CHOSEN)
    page = shown(desk, show)
    (line,) = page.findChildren(PlainLabel, "in-short")
    assert "would bring a question back" in line.text()
    before = line.text()
    desk.session.add(AuditProfile(practice_summary="I work on a ward", personal_statement="So"))
    turn()
    assert line.text() != before


@pytest.mark.parametrize(
    ("code", "tab"),
    [
        ("summary-empty", "summary"),
        ("statement-empty", "statement"),
        ("chosen-number", "statement"),
    ],
)
def test_a_text_is_one_press_away(open_desk: Opened, show: Show, code: str, tab: str) -> None:
    page = shown(open_desk(OWNER, CHOSEN), show)
    way(page, code).click()
    assert page.parts[page.tabs.currentIndex()].code == tab


def test_what_is_about_the_list_leads_to_the_list(page: Any, heard: Heard) -> None:
    way(page, "list-short").click()
    assert heard.gone_to == [DONE[-1]]


def test_where_there_is_no_list_yet_it_can_be_begun(
    open_desk: Opened, show: Show, heard: Heard
) -> None:
    page = shown(open_desk(OWNER), show)
    assert way(page, "list-short").text() == "Add an activity"
    way(page, "list-short").click()
    assert heard.begun == ["cpd"]


def test_evidence_without_standards_is_opened_at_its_ticks(open_desk: Opened, show: Show) -> None:
    piece = Evidence(title="Certificate", file_name="c.pdf")
    page = shown(open_desk(OWNER, piece, replace(CHOSEN, evidence=(piece.id,))), show)
    way(page, "evidence-standards-missing").click()
    turn()
    at = QApplication.focusWidget()
    assert at is not None
    assert at.accessibleName() == "Standard 1, A record that is kept up: Certificate"


def test_every_rule_has_a_heading_to_stand_under_and_a_way(open_desk: Opened) -> None:
    desk = open_desk(OWNER, *DONE)
    page: Any = audit_page(desk)
    ways = Ways(desk, page.audited, page.open_tab)
    for code, rule in desk.session.catalogue.audit_rules.items():
        assert rule.standard in {*STANDARDS, ""}, code
        assert ways(Finding(code, Severity.MUST, "x"), None) is not None, code
    page.deleteLater()


def test_what_is_put_right_is_gone_and_the_rest_stays_as_it_was(
    open_desk: Opened, show: Show
) -> None:
    page = shown(open_desk(OWNER, CHOSEN), show)
    before = set(page.findChildren(FindingLine))
    page._desk.session.set(CHOSEN, benefit_to_service_users="They walk sooner")
    turn()
    assert not says(page, "how the people you see benefit. ")
    left = {each for each in page.findChildren(FindingLine) if each.isVisible()}
    assert left
    assert left < before


def test_the_keyboard_keeps_its_place_while_findings_come_and_go(
    open_desk: Opened, show: Show
) -> None:
    page = shown(open_desk(OWNER, CHOSEN), show)
    way(page, "evidence-missing").setFocus()
    page._desk.session.set(CHOSEN, benefit_to_service_users="They walk sooner")
    turn()
    assert QApplication.focusWidget() is way(page, "evidence-missing")
    page._desk.session.set(CHOSEN, evidence=("x",))
    turn()
    at = QApplication.focusWidget()
    assert at is not None
    assert inside(page, QWidget, "findings").isAncestorOf(at)


def test_a_statement_that_grows_too_long_is_told_of_as_it_is_saved(page: Any) -> None:
    page.open_tab("statement")
    box: Any = inside(page, QWidget, "personal_statement")
    box.setFocus()
    box.insertPlainText("word " * 1501)
    page.flush()
    page.open_tab("where")
    turn()
    assert says(page, "1,501 words, 1 more than the 1,500 that HCPC takes")


def test_a_gap_is_named_by_its_days_and_says_why_it_matters(page: Any) -> None:
    words = findings(page)
    at = words.index("Nothing from 2 February to 30 September 2025")
    assert words[at - 1] == "Would bring a question back"
    assert any(each.startswith("A record is meant to be continuous") for each in words)


def test_gaps_at_both_ends_are_told(open_desk: Opened, show: Show) -> None:
    middle = CpdActivity(title="Course", started_on=date(2025, 5, 1))
    words = findings(shown(open_desk(OWNER, middle), show))
    assert "Nothing from 1 May 2024 to 30 April 2025" in words
    assert "Nothing from 2 May 2025 to 12 March 2026" in words


def test_what_is_private_fills_no_gap_and_that_is_said(open_desk: Opened, show: Show) -> None:
    hidden = CpdActivity(title="Mine", started_on=date(2025, 5, 1), private=True)
    words = findings(shown(open_desk(OWNER, *DONE, hidden), show))
    assert "Nothing from 2 February to 30 September 2025" in words
    assert any("What you have in it is private" in each for each in words)


def test_an_explained_gap_stays_with_its_explanation_beside_it(page: Any) -> None:
    for typed in ("Maternity", " leave", ", back in October"):
        gap_box(page).setFocus()
        QTest.keyClicks(gap_box(page), typed)
        page.flush()
        turn()
    words = findings(page)
    assert words[words.index("Nothing from 2 February to 30 September 2025") - 1] == "Explained"
    assert gap_box(page).hasFocus()
    (gap,) = kept(page._desk.session, Gap)
    assert gap.explanation == "Maternity leave, back in October"
    assert (gap.from_on, gap.to_on) == (date(2025, 2, 2), date(2025, 9, 30))


def test_an_explanation_is_there_when_the_page_is_opened_again(page: Any, show: Show) -> None:
    write(gap_box(page), "Maternity leave")
    leave(gap_box(page))
    again = shown(page._desk, show)
    assert gap_box(again).toPlainText() == "Maternity leave"
    write(gap_box(again), "Parental leave")
    leave(gap_box(again))
    assert [each.explanation for each in kept(page._desk.session, Gap)] == ["Parental leave"]


def test_an_explanation_is_taken_back_by_undo(page: Any) -> None:
    write(gap_box(page), "Maternity leave")
    leave(gap_box(page))
    turn()
    page._desk.session.undo()
    turn()
    assert gap_box(page).toPlainText() == ""


def test_a_gap_that_is_filled_is_no_longer_asked_about(page: Any) -> None:
    page._desk.session.add(*(CpdActivity(started_on=date(2025, each, 1)) for each in (4, 6, 8)))
    turn()
    assert not says(page, "Nothing from 2 February")


def test_a_gap_that_is_searched_for_is_opened_at_its_box(page: Any) -> None:
    gap = Gap(from_on=date(2025, 2, 2), to_on=date(2025, 9, 30), explanation="Maternity leave")
    page._desk.session.add(gap)
    page.open_tab("kept")
    page.show_record(gap)
    turn()
    assert QApplication.focusWidget() is gap_box(page)


def test_what_could_say_who_somebody_is_stands_before_anything_leaves(
    open_desk: Opened, show: Show
) -> None:
    profile = AuditProfile(personal_statement="I met 943 476 5919 on the ward")
    page = shown(open_desk(OWNER, *DONE, profile), show)
    words = findings(page)
    at = next(at for at, each in enumerate(words) if "(943…)" in each)
    assert words.index(ELSEWHERE) < at
    page._desk.session.set(profile, personal_statement="I met somebody on the ward")
    turn()
    assert not says(page, "(943…)")


def test_everything_can_be_looked_through_from_here(page: Any, meet: Answers) -> None:
    opened: list[Any] = []

    def close(dialog: Any) -> None:
        opened.append(type(dialog))
        dialog.reject()

    meet(close)
    press(page, "look")
    assert opened == [Identifiers]
