"""The Agreement tab, used as a person uses it: clauses, versions, and what is private."""

from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader
from PySide6.QtWidgets import QCheckBox, QFileDialog

from ahp_companion.domain.access import Adjustment
from ahp_companion.domain.agreements import Agreement, AgreementKind
from ahp_companion.domain.practitioner import Practitioner, Workplace, WorkplaceKind
from ahp_companion.domain.preceptorship import Preceptorship
from ahp_companion.ui.desk import Desk
from ahp_companion.ui.labels import PlainLabel
from ahp_companion.ui.pages.preceptorship.agreement import AgreementPart
from ahp_companion.ui.pages.preceptorship.plan import PlanBoard
from tests.ui.desks import Heard, Opened, inside, kept, leave, press, turn, write

Show = Callable[..., Any]
OWNER = Practitioner(name="Rhiannon Ŵyn", profession="SL")
SOLE = Workplace(name="My own front room", kind=WorkplaceKind.SOLE)
YEAR = Preceptorship(started_on=date(2026, 1, 5), workplace=SOLE.id)


def agreement(desk: Desk, show: Show) -> AgreementPart:
    """Return the tab over a year's preceptorship, in a window high enough for all of it."""
    part = AgreementPart(desk)
    part.show_preceptorship(desk.session.all(Preceptorship)[0])
    show(part, 972, 2600)
    turn()
    return part


def box(part: AgreementPart, name: str) -> Any:
    """Return the control of a field of the agreement that is shown."""
    return part._form(part.kind.value()).controls[name]


def choose(part: AgreementPart, kind: AgreementKind) -> None:
    """Choose which agreement is shown."""
    part.kind.set_value(kind)
    part.kind.changed.emit()
    turn()


def test_without_an_employer_it_is_self_agreed_and_asks_nothing_of_one(
    open_desk: Opened, show: Show
) -> None:
    desk = open_desk(OWNER, SOLE, YEAR)
    part = agreement(desk, show)
    press(part, "begin")
    turn()
    form = desk.session.catalogue.agreements["preceptorship"]
    for clause in form.clauses:
        assert box(part, f"clause-{clause.code}").isVisible() is not clause.needs_employer
    write(box(part, "agreed_with").edit, "Bronwen Prys, Llandeilo")
    leave(box(part, "agreed_with").edit)
    saved = kept(desk.session, Agreement)[0]
    assert (saved.is_self_agreed, saved.agreed_with) == (True, "Bronwen Prys, Llandeilo")


def test_with_an_employer_its_clauses_are_asked_and_come_and_go_with_the_tick(
    open_desk: Opened, show: Show
) -> None:
    held = Agreement(preceptorship=YEAR.id)
    desk = open_desk(OWNER, SOLE, YEAR, held)
    part = agreement(desk, show)
    (code,) = [
        each.code
        for each in desk.session.catalogue.agreements["preceptorship"].clauses
        if each.needs_employer
    ]
    assert box(part, f"clause-{code}").isVisible()
    box(part, "is_self_agreed").box.click()
    assert not box(part, f"clause-{code}").isVisible()
    assert kept(desk.session, Agreement)[0].is_self_agreed


def test_a_clause_begins_from_words_that_can_be_changed(open_desk: Opened, show: Show) -> None:
    desk = open_desk(OWNER, SOLE, YEAR, Agreement(preceptorship=YEAR.id))
    part = agreement(desk, show)
    clause = desk.session.catalogue.agreements["preceptorship"].clauses[0]
    control = box(part, f"clause-{clause.code}")
    press(part, f"clause-{clause.code}-begin")
    assert not control.begin_button.isVisible()
    assert desk.session.all(Agreement)[0].clauses == {clause.code: clause.starter}
    write(control.text.edit, "We begin with what is strong")
    part.flush()
    assert kept(desk.session, Agreement)[0].clauses == {clause.code: "We begin with what is strong"}


def test_a_new_version_keeps_the_one_before_to_be_read(
    open_desk: Opened, show: Show, heard: Heard
) -> None:
    first = Agreement(
        preceptorship=YEAR.id,
        agreed_on=date(2026, 1, 6),
        agreed_with="Bronwen",
        clauses={"meetings": "Every other Tuesday"},
    )
    desk = open_desk(OWNER, SOLE, YEAR, first)
    part = agreement(desk, show)
    press(part, "new-version")
    turn()
    write(box(part, "clause-meetings").text.edit, "Once a month")
    part.flush()
    press(part, "version-0")
    said = [each.text() for each in part.findChildren(PlainLabel) if each.isVisible()]
    assert "Every other Tuesday" in said
    old, new = sorted(desk.session.all(Agreement), key=is_current)
    assert (old.id, old.replaced_on) == (first.id, date(2026, 3, 12))
    assert (new.agreed_on, new.clauses) == (None, {"meetings": "Once a month"})
    assert "Undo with Ctrl+Z" in heard.said[-1]
    desk.session.undo()
    desk.session.undo()
    turn()
    assert kept(desk.session, Agreement) == [first]


def test_an_earlier_version_stays_open_while_the_one_that_holds_is_written(
    open_desk: Opened, show: Show
) -> None:
    first = Agreement(
        preceptorship=YEAR.id, replaced_on=date(2026, 1, 6), clauses={"meetings": "On Tuesdays"}
    )
    desk = open_desk(OWNER, SOLE, YEAR, first, Agreement(preceptorship=YEAR.id))
    part = agreement(desk, show)
    press(part, "version-0")
    write(box(part, "clause-meetings").text.edit, "Once a month")
    part.flush()
    turn()
    said = [each.text() for each in part.findChildren(PlainLabel) if each.isVisible()]
    assert "On Tuesdays" in said


def test_the_learning_agreement_is_another_one(open_desk: Opened, show: Show) -> None:
    desk = open_desk(OWNER, SOLE, YEAR, Agreement(preceptorship=YEAR.id))
    part = agreement(desk, show)
    choose(part, AgreementKind.LEARNING)
    assert part.about.text() == desk.session.catalogue.agreements["learning"].about
    press(part, "begin")
    turn()
    write(box(part, "clause-objectives").text.edit, "A course in hanen")
    part.flush()
    choose(part, AgreementKind.PRECEPTORSHIP)
    assert not part.begin_button.isVisible()
    kinds = {each.kind: dict(each.clauses) for each in kept(desk.session, Agreement)}
    assert kinds[AgreementKind.LEARNING] == {"objectives": "A course in hanen"}
    assert kinds[AgreementKind.PRECEPTORSHIP] == {}


def test_an_adjustment_is_private_until_its_owner_says_otherwise(
    open_desk: Opened, show: Show
) -> None:
    desk = open_desk(OWNER, SOLE, YEAR)
    part = agreement(desk, show)
    press(part, "add-adjustment")
    turn()
    controls = part.adjustments.editor(Adjustment).form.controls
    write(controls["words"].focus_widget(), "A quiet room after lunch")
    part.flush()
    assert controls["private"].value() is True
    part.adjustments.close_open()
    turn()
    (row,) = part.adjustments.rows.values()
    assert row.entry.in_words == "A quiet room after lunch, Private"
    part.adjustments.open(row.entry.record)
    inside(part, QCheckBox, "private").click()
    assert kept(desk.session, Adjustment)[0].private is False


def test_undo_shows_at_once_in_the_form(open_desk: Opened, show: Show) -> None:
    desk = open_desk(OWNER, SOLE, YEAR, Agreement(preceptorship=YEAR.id))
    part = agreement(desk, show)
    desk.session.set(desk.session.all(Agreement)[0], agreed_with="Bronwen")
    turn()
    assert box(part, "agreed_with").value() == "Bronwen"
    desk.session.undo()
    turn()
    assert box(part, "agreed_with").value() == ""


def test_it_is_printed_with_its_own_words(
    open_desk: Opened, show: Show, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    held = Agreement(preceptorship=YEAR.id, clauses={"meetings": "Every other Tuesday"})
    desk = open_desk(OWNER, SOLE, YEAR, held)
    part = agreement(desk, show)
    out = tmp_path / "agreement.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", partial(answered, out))
    press(part, "print")
    words = " ".join(page.extract_text() for page in PdfReader(out).pages)
    assert "Every other Tuesday" in words


def answered(out: Path, *_asked: Any) -> tuple[str, str]:
    """Return what someone who chose a file to save to would answer."""
    return str(out), "*.pdf"


def test_the_plan_says_with_whom_it_was_agreed(open_desk: Opened, show: Show) -> None:
    held = Agreement(preceptorship=YEAR.id, agreed_with="Bronwen", agreed_on=date(2026, 1, 6))
    board = PlanBoard(open_desk(OWNER, SOLE, YEAR, held))
    board.show_preceptorship(YEAR)
    show(board)
    assert board.agreed.text() == "Agreement with Bronwen on 6 January 2026"


def is_current(agreement: Agreement) -> bool:
    """Return whether nothing has replaced an agreement."""
    return agreement.replaced_on is None
