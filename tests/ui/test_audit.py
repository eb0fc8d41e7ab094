"""What an audit would look at, and for whom there is none."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QTextEdit, QWidget

from ahp_companion.domain.audit import AuditProfile, Gap
from ahp_companion.domain.cpd import CpdActivity, LearningType
from ahp_companion.domain.practitioner import Practitioner
from ahp_companion.domain.professions import Regulator
from ahp_companion.ui.desk import Desk
from ahp_companion.ui.fields.texts import GrowingText
from ahp_companion.ui.pages.audit import AuditPage, audit_page, entry_word
from tests.ui.desks import Heard, Opened, inside, kept, leave, no_writing, turn, write

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


@pytest.fixture
def page(open_desk: Opened, show: Show) -> AuditPage:
    """Return the page of a physiotherapist with one long gap."""
    return shown(open_desk(OWNER, *DONE), show)


def shown(desk: Desk, show: Show) -> AuditPage:
    page: AuditPage = show(audit_page(desk))
    turn()
    return page


def words(page: QWidget) -> list[str]:
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    return [each.text() for each in page.findChildren(QLabel) if each.isVisible()]


def gap_box(page: AuditPage) -> GrowingText:
    return inside(page, GrowingText, "gap-2025-02-02")


def test_the_period_and_what_is_in_it_are_said_in_words(page: AuditPage) -> None:
    said = words(page)
    assert any("opens your next renewal" in each and "HCPC" in each for each in said)
    assert any(
        "7 activities (work-based and formal)" in each and "12 March 2026" in each for each in said
    )


def test_a_gap_is_named_by_its_days(page: AuditPage) -> None:
    assert "Nothing from 2 February to 30 September 2025" in words(page)


def test_a_gap_explained_by_typing_is_one_record(page: AuditPage) -> None:
    for typed in ("Maternity", " leave", ", back in October"):
        gap_box(page).setFocus()
        QTest.keyClicks(gap_box(page), typed)
        page.flush()
        turn()
    (gap,) = kept(page._desk.session, Gap)
    assert gap.explanation == "Maternity leave, back in October"
    assert (gap.from_on, gap.to_on) == (date(2025, 2, 2), date(2025, 9, 30))


def test_an_explanation_is_there_when_the_page_is_opened_again(page: AuditPage, show: Show) -> None:
    write(gap_box(page), "Maternity leave")
    leave(gap_box(page))
    again = shown(page._desk, show)
    assert gap_box(again).toPlainText() == "Maternity leave"
    write(gap_box(again), "Parental leave")
    leave(gap_box(again))
    assert [each.explanation for each in kept(page._desk.session, Gap)] == ["Parental leave"]


def test_an_explanation_is_taken_back_by_undo(page: AuditPage) -> None:
    write(gap_box(page), "Maternity leave")
    leave(gap_box(page))
    turn()
    page._desk.session.undo()
    turn()
    assert gap_box(page).toPlainText() == ""


def test_a_gap_that_is_filled_is_no_longer_asked_about(page: AuditPage) -> None:
    page._desk.session.add(*(CpdActivity(started_on=date(2025, each, 1)) for each in (4, 6, 8)))
    turn()
    assert "There are none." in words(page)


@pytest.mark.parametrize(
    ("code", "name", "most"),
    [("summary", "practice_summary", "500"), ("statement", "personal_statement", "1,500")],
)
def test_words_are_counted_as_they_are_typed(
    page: AuditPage, code: str, name: str, most: str
) -> None:
    page.open_part(code)
    turn()
    assert f"0 words of {most}" in words(page)
    write(inside(page, QTextEdit, name), "I work on a stroke unit")
    assert f"6 words of {most}" in words(page)
    page.flush()
    assert getattr(kept(page._desk.session, AuditProfile)[0], name) == "I work on a stroke unit"


def test_a_text_that_is_too_long_says_by_how_much(page: AuditPage) -> None:
    page.open_part("summary")
    box = inside(page, QTextEdit, "practice_summary")
    box.insertPlainText("word " * 512)
    assert "512 words of 500, 12 words too many" in words(page)
    page.flush()
    held = kept(page._desk.session, AuditProfile)[0]
    assert len(held.practice_summary.split()) == 512


def test_both_texts_are_one_profile(page: AuditPage) -> None:
    for code, name in (("summary", "practice_summary"), ("statement", "personal_statement")):
        page.open_part(code)
        turn()
        write(inside(page, QTextEdit, name), f"My {code}")
        page.flush()
    (held,) = kept(page._desk.session, AuditProfile)
    assert (held.practice_summary, held.personal_statement) == ("My summary", "My statement")


def test_looking_at_the_texts_changes_nothing(page: AuditPage) -> None:
    page.open_part("summary")
    page.open_part("statement")
    page.flush()
    assert page._desk.session.undo_words == ""
    assert kept(page._desk.session, AuditProfile) == []


def test_what_is_typed_after_an_undo_is_kept(page: AuditPage) -> None:
    page.open_part("summary")
    turn()
    box = inside(page, QTextEdit, "practice_summary")
    write(box, "First try")
    page.flush()
    page._desk.session.undo()
    turn()
    assert box.toPlainText() == ""
    write(box, "Second try")
    page.flush()
    assert [e.practice_summary for e in kept(page._desk.session, AuditProfile)] == ["Second try"]


def test_a_text_that_could_not_be_saved_is_saved_on_leaving(page: AuditPage, heard: Heard) -> None:
    page.open_part("summary")
    turn()
    box = inside(page, QTextEdit, "practice_summary")
    with no_writing(page._desk.session):
        write(box, "I work on a stroke unit")
        page.flush()
    assert len(heard.problems) == 1
    page.flush()
    assert kept(page._desk.session, AuditProfile)[0].practice_summary == "I work on a stroke unit"


@pytest.mark.parametrize(("record", "at"), [(AuditProfile(practice_summary="Mine"), 1), (Gap(), 0)])
def test_a_record_is_shown_in_its_part(page: AuditPage, record: Any, at: int) -> None:
    page.show_record(record)
    assert page.tabs.currentIndex() == at


@pytest.mark.parametrize("code", ["OSTEOPATH", "SUPPORT", ""])
def test_where_nobody_audits_neither_audit_nor_hcpc_is_spoken_of(
    open_desk: Opened, show: Show, code: str
) -> None:
    page = show(audit_page(open_desk(Practitioner(profession=code))))
    said = " ".join(words(page)).casefold()
    assert len(said) > 80
    assert "audit" not in said
    assert "hcpc" not in said
    assert ("gosc" in said) is (code == "OSTEOPATH")
    page.show_record(Gap())


def test_the_sidebar_calls_it_what_it_is() -> None:
    assert {each.value: entry_word(each) for each in Regulator} == {
        "hcpc": "Audit",
        "gosc": "CPD cycle",
        "none": "",
    }
