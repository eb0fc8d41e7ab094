"""My practice: training, scope, delegation and competences, each on a tab of its own."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QPushButton,
    QWidget,
)

from ahp_companion.domain.competences import Competence, CompetenceFramework
from ahp_companion.domain.cpd import CpdActivity
from ahp_companion.domain.delegation import Delegation, Direction
from ahp_companion.domain.practitioner import Practitioner, Workplace
from ahp_companion.domain.scope import CarriesOver, ScopeKind, ScopeLine, ScopeSheet
from ahp_companion.domain.training import Training, TrainingKind
from ahp_companion.exchange.archive_reading import read_archive
from ahp_companion.ui import preferences
from ahp_companion.ui.desk import Desk
from ahp_companion.ui.dialogs.new_setting import NewSetting
from ahp_companion.ui.dialogs.preferences import PreferencesDialog
from ahp_companion.ui.pages.about import AboutPage, about_page
from ahp_companion.ui.pages.about.competences import CompetencesPart
from ahp_companion.ui.pages.about.scope import ScopePart
from tests.ui.desks import Answers, Heard, Opened, inside, kept, leave, press, turn, write

Show = Callable[..., Any]
HOSPITAL = ScopeSheet(title="Hospital", from_on=date(2024, 2, 1))
LINES = (
    ScopeLine(sheet=HOSPITAL.id, words="Home visits"),
    ScopeLine(sheet=HOSPITAL.id, words="Casting", kind=ScopeKind.AFTER_TRAINING),
    ScopeLine(sheet=HOSPITAL.id, words="The ward sister", kind=ScopeKind.ASK),
)
FRAMEWORK = CompetenceFramework(name="Stroke rehabilitation")
MET = tuple(
    Competence(
        framework=FRAMEWORK.id, number=f"1.{n}", heading="Assessment", words=f"Step {n}",
        met_on=date(2024, 3, n), signed_off_by="J. Brown",
    )
    for n in range(1, 13)
)  # fmt: skip


@pytest.fixture
def page(open_desk: Opened, show: Show) -> AboutPage:
    """Return the page of an occupational therapist who has met twelve competences."""
    desk = open_desk(
        Practitioner(name="Mairi MacLeod", profession="OT"), HOSPITAL, *LINES, FRAMEWORK, *MET
    )
    page: AboutPage = show(about_page(desk))
    return page


def part(page: AboutPage, code: str) -> Any:
    found = page.open_part(code)
    turn()
    return found


def said(holder: QWidget) -> list[str]:
    return [each.text() for each in holder.findChildren(QLabel) if each.isVisible()]


def listed(record_page: Any) -> list[str]:
    model = record_page.model
    rows = range(model.rowCount())
    return [model.data(model.index(at)) for at in rows if not model.heading(at)]


def saved_as(path: Path) -> Callable[..., tuple[str, str]]:
    """Return what stands for a person who saves under a path."""

    def answered(*_asked: Any, **_more: Any) -> tuple[str, str]:
        return str(path), ""

    return answered


def choose(holder: QWidget, name: str, words: str) -> None:
    combo = inside(holder, QComboBox, name)
    assert combo.findText(words) >= 0
    combo.setCurrentText(words)
    combo.activated.emit(combo.currentIndex())
    turn()


# Training


def test_training_that_ran_out_says_so(open_desk: Opened, show: Show) -> None:
    desk = open_desk(
        Training(title="Life support", expires_on=date(2026, 3, 11)),
        Training(title="Fire", expires_on=date(2026, 5, 1)),
        Training(title="Splints", done_on=date(2020, 1, 1)),
    )
    page = show(about_page(desk))
    trainings = part(page, "training")
    words = {
        row.title: row.state.word for row in map(trainings.shape.row, desk.session.all(Training))
    }
    assert words == {"Life support": "Ran out", "Fire": "Runs out soon", "Splints": "Done"}
    trainings.show_record(desk.session.all(Training)[0])
    assert any("Ran out on 11 March 2026" in each for each in said(trainings))
    inside(trainings, QPushButton, "filter-expiring").click()
    turn()
    assert sorted(listed(trainings)) == ["Fire", "Life support"]


def test_the_care_certificate_is_training_of_a_kind_of_its_own(page: AboutPage) -> None:
    trainings = part(page, "training")
    press(trainings, "begin")
    choose(trainings, "kind", "Care Certificate")
    (held,) = kept(trainings.desk.session, Training)
    assert held.kind is TrainingKind.CARE_CERTIFICATE


def test_training_becomes_a_cpd_activity_once(page: AboutPage, heard: Heard) -> None:
    trainings = part(page, "training")
    press(trainings, "begin")
    write(inside(trainings, QLineEdit, "title"), "Splinting module")
    leave(inside(trainings, QLineEdit, "title"))
    write(inside(trainings, QLineEdit, "minutes"), "7 h")
    leave(inside(trainings, QLineEdit, "minutes"))
    press(trainings, "log-cpd")
    turn()
    session = trainings.desk.session
    (activity,) = session.all(CpdActivity)
    assert (activity.title, activity.minutes) == ("Splinting module", 420)
    press(trainings, "open-cpd")
    assert heard.gone_to == [activity]
    session.undo()
    turn()
    assert session.all(CpdActivity) == []
    assert inside(trainings, QPushButton, "log-cpd").isVisible()


# Scope


def test_the_first_sheet_begins_where_the_owner_works(open_desk: Opened, show: Show) -> None:
    ward = Workplace(name="Ward 4", started_on=date(2025, 1, 1))
    page = show(about_page(open_desk(ward)))
    scope = part(page, "scope")
    press(scope, "begin")
    turn()
    press(scope, "add-say-no")
    turn()
    box = scope.editor.board.editor(ScopeLine).form.controls["words"].focus_widget()
    write(box, "When nobody can be asked")
    scope.flush()
    (sheet,) = scope._desk.session.all(ScopeSheet)
    assert (sheet.title, sheet.workplace) == ("Ward 4", ward.id)
    (line,) = kept(scope._desk.session, ScopeLine)
    assert (line.words, line.kind) == ("When nobody can be asked", ScopeKind.SAY_NO)
    assert line.sheet == sheet.id


def test_a_new_setting_is_one_step_that_asks_of_each_line_and_competence(
    page: AboutPage, meet: Answers
) -> None:
    scope: ScopePart = part(page, "scope")
    session = scope._desk.session

    def answer(dialog: Any) -> None:
        assert not dialog.act.isEnabled()
        write(inside(dialog, QLineEdit, "title"), "Council")
        write(inside(dialog, QLineEdit, "from"), "2 Feb 2026")
        inside(dialog, QCheckBox, "asks-competences").setChecked(True)
        dialog.act.click()

    meet(answer)
    press(scope, "new-setting")
    turn()
    old, new = session.all(ScopeSheet)
    assert (old.to_on, new.title, new.before) == (date(2026, 2, 2), "Council", old.id)
    assert [row.answers[0].accessibleName() for row in scope.editor.asking.rows.values()] == [
        f"Yes, it carries over: {each.words}" for each in LINES
    ]
    assert {each.carries_over for each in session.all(Competence)} == {CarriesOver.ASKED}
    session.undo()
    turn()
    assert session.all(ScopeSheet) == [HOSPITAL]
    assert session.all(Competence) == list(MET)
    assert session.all(ScopeLine) == list(LINES)


def test_each_line_is_answered_by_itself_and_the_keyboard_goes_on_to_the_next(
    page: AboutPage,
) -> None:
    scope: ScopePart = part(page, "scope")
    scope.change_setting(NewSetting(title="Council", from_on=date(2026, 2, 2)))
    turn()
    asking = scope.editor.asking
    for key, at in ((Qt.Key.Key_Space, 0), (Qt.Key.Key_Space, 1)):
        answer = next(iter(asking.rows.values())).answers[at]
        answer.setFocus()
        QTest.keyClick(answer, key)
        turn()
    (left,) = asking.rows.values()
    assert left.answers[0].hasFocus()
    new = [each for each in scope._desk.session.all(ScopeLine) if each.came_from]
    assert [each.carries_over for each in new] == [
        CarriesOver.YES, CarriesOver.NO, CarriesOver.ASKED,
    ]  # fmt: skip
    assert {each.carries_over for each in scope._desk.session.all(Competence)} == {None}


def test_a_sheet_of_the_past_is_read_and_cannot_be_changed(page: AboutPage) -> None:
    scope: ScopePart = part(page, "scope")
    scope.change_setting(NewSetting(title="Council", from_on=date(2026, 2, 2)))
    turn()
    choose(scope, "sheet", "Hospital · until 2 February 2026")
    words = said(scope.past)
    assert words[0] == "Hospital"
    assert {"Home visits", "Casting", "The ward sister"} <= set(words)
    assert "kept as it was" in scope.kept.text()
    assert not scope.editor.isVisible()
    assert not scope.past.findChildren(QLineEdit)
    scope.add()
    assert len(scope._desk.session.all(ScopeLine)) == 2 * len(LINES)
    scope.show_record(LINES[0])
    assert scope.past.isVisible()


def test_a_deleted_sheet_comes_back_and_a_setting_can_begin_from_one_that_is_closed(
    page: AboutPage,
) -> None:
    scope: ScopePart = part(page, "scope")
    session = scope._desk.session
    scope.change_setting(NewSetting(title="Council", from_on=date(2026, 2, 2)))
    turn()
    press(scope, "delete")
    turn()
    (closed,) = session.all(ScopeSheet)
    assert closed.to_on == date(2026, 2, 2)
    scope.change_setting(NewSetting(title="School", from_on=date(2026, 3, 9)))
    turn()
    assert session.all(ScopeSheet)[0] == closed
    assert scope.record is not None
    assert (scope.record.title, len(scope.editor.asking.rows)) == ("School", len(LINES))
    session.undo()
    session.undo()
    turn()
    assert [each.title for each in session.all(ScopeSheet)] == ["Hospital", "Council"]
    assert len(session.all(ScopeLine)) == 2 * len(LINES)


def test_a_scope_sheet_is_printed(
    page: AboutPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "scope.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", saved_as(out))
    scope: ScopePart = part(page, "scope")
    press(scope, "print")
    text = "".join(each.extract_text() for each in PdfReader(out).pages)
    assert "Home visits" in text
    assert "The ward sister" in text


# Delegation


def test_a_delegation_to_look_at_again_says_so_both_ways(open_desk: Opened, show: Show) -> None:
    desk = open_desk(
        Delegation(what="Kitchen practice", review_on=date(2026, 3, 1)),
        Delegation(what="Blood pressure", direction=Direction.TO_ME),
    )
    page = show(about_page(desk))
    delegated = part(page, "delegation")
    delegated.show_record(desk.session.all(Delegation)[0])
    assert "It was to be looked at again on 1 March 2026." in said(delegated)
    assert any("Never name a patient" in each for each in said(delegated))
    choose(delegated, "filter-directions", "It is delegated to me")
    assert listed(delegated) == ["Blood pressure"]


# Competences


def test_competences_say_that_they_stand_apart(page: AboutPage) -> None:
    competences: CompetencesPart = part(page, "competences")
    assert "stands apart from your preceptorship" in competences.apart.text()
    assert competences.apart.isVisible()


def test_competences_are_narrowed_by_how_they_stand(page: AboutPage) -> None:
    competences: CompetencesPart = part(page, "competences")
    session = competences._desk.session
    session.add(Competence(words="Not met", heading="Equipment"))
    session.set(MET[0], last_used_on=date(2025, 9, 11), carries_over=CarriesOver.ASKED)
    session.set(MET[1], last_used_on=date(2025, 9, 12), recheck_on=date(2026, 3, 12))
    session.set(MET[2], carries_over=CarriesOver.NO)
    turn()
    for words, wanted in (
        ("Not yet", ["1.3 Step 3", "Not met"]),
        ("To look at again", ["1.2 Step 2"]),
        ("Unused over 6 months", ["1.1 Step 1"]),
        ("Carries over?", ["1.1 Step 1"]),
    ):
        choose(competences, "filter-standing", words)
        assert listed(competences.lines) == wanted, words
    choose(competences, "filter-standing", "Met")
    assert len(listed(competences.lines)) == 11
    choose(competences, "filter-standing", "All competences")
    choose(competences, "filter-headings", "Equipment")
    assert listed(competences.lines) == ["Not met"]


def test_the_owner_says_after_how_many_months_one_is_long_unused(page: AboutPage) -> None:
    desk: Desk = page._desk
    desk.preferences.put(preferences.UNUSED_MONTHS, 12)
    competences: CompetencesPart = part(page, "competences")
    choose(competences, "filter-standing", "Unused over 12 months")
    assert listed(competences.lines) == []


def test_a_competence_is_asked_about_where_it_stands(page: AboutPage) -> None:
    competences: CompetencesPart = part(page, "competences")
    session = competences._desk.session
    session.set(MET[0], carries_over=CarriesOver.ASKED, met_elsewhere=True)
    turn()
    competences.show_record(MET[0])
    turn()
    press(competences, "carries-no")
    turn()
    now = session.get(Competence, MET[0].id)
    assert now is not None
    assert now.carries_over is CarriesOver.NO
    assert not [
        each for each in competences.findChildren(QPushButton, "carries-no") if each.isVisible()
    ]


def test_a_framework_of_a_thousand_lines_comes_in_and_is_found_in(
    page: AboutPage, meet: Answers, tmp_path: Path, heard: Heard
) -> None:
    rows = [f"{n},Heading {n % 7},Does the step {n} well enough to teach it" for n in range(1000)]
    path = tmp_path / "Big.csv"
    path.write_text("\n".join(["code,heading,statement", *rows]), encoding="utf-8")
    competences: CompetencesPart = part(page, "competences")

    def agree(dialog: Any) -> None:
        assert "1,000 competences" in dialog.summary.text()
        dialog.act.click()

    meet(agree)
    competences.take_in(path)
    turn()
    assert heard.said[-1].startswith("Brought in.")
    assert competences.lines.model.record_count == 1000 + len(MET)
    competences.lines.search.setText("step 777")
    competences.lines.reload()
    assert listed(competences.lines) == ["777 Does the step 777 well enough to teach it"]
    competences.lines.search.clear()
    choose(competences, "filter-headings", "In Big")
    assert competences.lines.model.record_count == 1000


def test_a_framework_is_shown_with_how_many_lines_it_has(page: AboutPage) -> None:
    page.show_record(FRAMEWORK)
    turn()
    competences: CompetencesPart = part(page, "competences")
    assert "It has 12 competences here." in said(competences.frameworks)
    press(competences, "lines")
    assert competences.lines.isVisible()


@pytest.mark.parametrize("form", ["zip", "pdf"])
def test_the_passport_says_what_leaves_and_is_written(
    page: AboutPage,
    tmp_path: Path,
    meet: Answers,
    monkeypatch: pytest.MonkeyPatch,
    form: str,
) -> None:
    out = tmp_path / f"passport.{form}"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", saved_as(out))
    competences: CompetencesPart = part(page, "competences")

    def agree(dialog: Any) -> None:
        assert dialog.leaving.text() == "You, and 1 competence framework and 12 competences."
        dialog.scope.setChecked(True)
        assert "1 scope sheet, 3 lines of scope" in dialog.leaving.text()
        dialog.form.setCurrentIndex(dialog.form.findData(form))
        dialog.act.click()

    meet(agree)
    competences.export()
    if form == "pdf":
        text = "".join(each.extract_text() for each in PdfReader(out).pages)
        assert "Step 12" in text
    else:
        contents = read_archive(out)
        assert {type(each) for each in contents.records} == {
            Practitioner, CompetenceFramework, Competence, ScopeSheet, ScopeLine,
        }  # fmt: skip
        assert set(MET) <= set(contents.records)


def test_the_months_of_disuse_are_kept_with_the_preferences(desk: Desk) -> None:
    dialog = PreferencesDialog(None, desk.theme, desk.preferences)
    assert dialog.unused.currentText() == "6 months"
    dialog.unused.setCurrentText("12 months")
    dialog.keep()
    assert desk.preferences.get(preferences.UNUSED_MONTHS) == 12


def test_every_stop_of_the_keyboard_has_a_name(page: AboutPage) -> None:
    for code in ("training", "scope", "delegation", "competences"):
        part(page, code)
        stops = [
            each
            for each in page.findChildren(QWidget)
            if each.isVisible() and each.focusPolicy() & Qt.FocusPolicy.TabFocus
        ]
        assert stops
        assert [each for each in stops if not each.accessibleName()] == [], code
        assert [each for each in stops if not each.objectName()] == [], code
