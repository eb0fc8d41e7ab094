"""The log of CPD activities, written in as after a long day."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QFileDialog, QLabel, QMenu, QWidget

from ahp_companion.domain.cpd import CpdActivity, LearningType
from ahp_companion.domain.evidence import Evidence
from ahp_companion.domain.pillars import Pillar
from ahp_companion.domain.practitioner import Practitioner
from ahp_companion.ui.desk import Desk
from ahp_companion.ui.lists import RecordList
from ahp_companion.ui.pages.cpd.activities import activities, frameworks, row
from ahp_companion.ui.record_page import RecordPage
from tests.ui.desks import Opened, Shell, inside, kept, leave, press, turn, write

Show = Callable[..., Any]
ACTIVITY = CpdActivity(title="Study day", started_on=date(2026, 3, 2))


@pytest.fixture
def page(desk: Desk, show: Show) -> RecordPage:
    """Return the page with one activity on it."""
    desk.session.add(ACTIVITY)
    page: RecordPage = show(activities(desk))
    return page


def box(page: RecordPage, name: str) -> Any:
    return page.form.controls[name].focus_widget()


def test_an_activity_is_written_from_top_to_bottom_with_tab_alone(page: RecordPage) -> None:
    press(page, "add")
    typed = {
        "title": "Talked a discharge through with the OT",
        "started_on": "11/3/26",
        "started_on-calendar": None,
        "minutes": "1:30",
        "learning_type": "w",
        "what_i_did": "We planned the stairs",
        "what_i_learnt": "To ask about the carer first",
        "benefit_to_practice": "I ask earlier",
        "benefit_to_service_users": "Fewer failed discharges",
    }
    for name, words in typed.items():
        held = QApplication.focusWidget()
        assert held
        assert held.objectName() in (name, "title")
        if words:
            write(held, words) if name != "learning_type" else QTest.keyClicks(held, words)
        leave(held)
    (made,) = [each for each in kept(page.desk.session, CpdActivity) if each.id != ACTIVITY.id]
    assert made == CpdActivity(
        id=made.id,
        title="Talked a discharge through with the OT",
        started_on=date(2026, 3, 11),
        minutes=90,
        learning_type=LearningType.WORK_BASED,
        what_i_did="We planned the stairs",
        what_i_learnt="To ask about the carer first",
        benefit_to_practice="I ask earlier",
        benefit_to_service_users="Fewer failed discharges",
    )


def test_pillars_are_kept_with_the_main_one_first(page: RecordPage) -> None:
    press(page, "pillars-research")
    press(page, "pillars-clinical")
    assert kept(page.desk.session, CpdActivity)[0].pillars == (Pillar.RESEARCH, Pillar.CLINICAL)


def test_a_file_is_added_as_evidence_and_linked(
    page: RecordPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "certificate.pdf").write_bytes(b"%PDF-1.7")
    chosen = ([str(tmp_path / "certificate.pdf")], "")
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: chosen)
    press(page, "evidence-file")
    turn()
    assert [each.text() for each in page.findChildren(QLabel) if each.text() == "certificate"]
    (evidence,) = page.desk.session.all(Evidence)
    assert kept(page.desk.session, CpdActivity)[0].evidence == (evidence.id,)


def test_what_is_folded_is_kept_too(page: RecordPage) -> None:
    page.form.turn_fold()
    write(box(page, "ended_on"), "4 March 2026")
    leave(box(page, "ended_on"))
    write(box(page, "minutes_with_others"), "2 h")
    leave(box(page, "minutes_with_others"))
    QTest.keyClick(box(page, "is_chosen"), Qt.Key.Key_Space)
    QTest.keyClick(box(page, "private"), Qt.Key.Key_Space)
    (held,) = kept(page.desk.session, CpdActivity)
    assert (held.ended_on, held.minutes_with_others) == (date(2026, 3, 4), 120)
    assert (held.is_chosen, held.private) == (True, True)


def test_a_framework_line_is_kept_by_its_code(page: RecordPage) -> None:
    page.form.turn_fold()
    press(page, "statements-add")
    menu = page.form.controls["statements"].findChild(QMenu)
    assert isinstance(menu, QMenu)
    first = menu.actions()[0].menu()
    assert isinstance(first, QMenu)
    first.actions()[0].trigger()
    menu.close()
    framework = next(iter(frameworks(page.desk)))
    tag = f"{framework.code}:{framework.statements[0].code}"
    assert kept(page.desk.session, CpdActivity)[0].statements == (tag,)


def test_only_frameworks_of_ones_own_regulator_are_offered(open_desk: Opened) -> None:
    offered = {
        code: {each.regulator for each in frameworks(open_desk(Practitioner(profession=code)))}
        for code in ("PH", "OSTEOPATH", "SUPPORT")
    }
    assert offered == {"PH": {"", "hcpc"}, "OSTEOPATH": {"", "gosc"}, "SUPPORT": {""}}


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({}, "To reflect"),
        ({"private": True}, "Private"),
        (
            {
                "learning_type": LearningType.FORMAL,
                "what_i_learnt": "Much",
                "benefit_to_practice": "I do it",
            },
            "Reflected",
        ),
    ],
)
def test_the_list_says_in_a_word_how_an_activity_stands(
    changes: dict[str, Any], words: str
) -> None:
    state = row(replace(ACTIVITY, **changes)).state
    assert state
    assert state.word == words


def test_the_list_follows_what_is_written(page: RecordPage) -> None:
    assert page.model.data(page.model.index(1), RecordList.ROW).state.word == "To reflect"
    page.desk.session.set(
        ACTIVITY,
        learning_type=LearningType.FORMAL,
        what_i_learnt="Much",
        benefit_to_practice="I do it",
    )
    assert page.model.data(page.model.index(1), RecordList.ROW).state.word == "Reflected"
    assert inside(page, type(page.add_button), "filter-unfinished").text() == "To reflect"


def test_the_years_offered_end_with_this_one(page: RecordPage) -> None:
    years = inside(page, QComboBox, "filter-years")
    offered = [years.itemText(at) for at in range(years.count())]
    assert offered[:3] == ["All years", "2026", "2025"]


def test_an_audit_is_only_spoken_of_to_those_who_can_be_audited(
    open_desk: Opened, show: Show
) -> None:
    said = {}
    for code in ("PH", "OSTEOPATH", "SUPPORT"):
        page = show(activities(open_desk(Practitioner(profession=code), ACTIVITY)))
        page.form.turn_fold()
        seen = [each for each in page.findChildren(QWidget) if each.isVisible()]
        said[code] = any("audit" in str(each.property("text")).casefold() for each in seen)
    assert said == {"PH": True, "OSTEOPATH": False, "SUPPORT": False}


def test_the_page_has_its_activities_and_beside_them_the_evidence(shell: Shell) -> None:
    page: Any = shell.window.open_page("cpd")
    assert [page.tabs.tabText(at) for at in range(page.tabs.count())] == ["Activities", "Evidence"]
    assert page.part.shape.record is CpdActivity
    titles = [each.text() for each in page.findChildren(QLabel) if each.isVisible()]
    assert "CPD" in titles
    assert "Activities" not in titles


def test_whatever_is_gone_to_opens_in_its_part(shell: Shell) -> None:
    certificate = Evidence(title="Certificate")
    shell.session.add(ACTIVITY, certificate)
    for record in (certificate, ACTIVITY):
        shell.opening._go_to(record)
        page: Any = shell.window.page
        assert page.part.shape.record is type(record)
        assert page.record == record
    assert page is shell.window.open_page("cpd")


def test_an_activity_begun_from_elsewhere_is_one_though_evidence_was_open_last(
    shell: Shell,
) -> None:
    evidence = shell.part("cpd", "evidence")
    shell.window.open_page("overview")
    shell.opening._begin("cpd")
    (begun,) = shell.session.all(CpdActivity)
    page: Any = shell.window.page
    assert page.record == begun
    assert not evidence.isVisible()


def test_to_add_to_the_page_where_evidence_is_open_asks_for_files(
    shell: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "Certificate.pdf"
    path.write_bytes(b"%PDF-1.7")
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(path)], ""))
    shell.part("cpd", "evidence")
    turn()
    shell.trigger("Add to this page")
    assert [each.file_name for each in shell.session.all(Evidence)] == ["Certificate.pdf"]
    assert shell.session.all(CpdActivity) == []


def test_words_typed_in_one_part_are_kept_when_the_other_is_opened_and_the_app_closed(
    shell: Shell,
) -> None:
    part = shell.part("cpd", "activities")
    part.add()
    QTest.keyClicks(box(part, "title"), "Journal club")
    shell.part("cpd", "evidence")
    shell.window.flush()
    assert [each.title for each in shell.session.all(CpdActivity)] == ["Journal club"]
