"""What is kept: versions and what came of them, what left, names to look for, what may stand."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QPushButton, QWidget

from ahp_companion.domain.audit import AuditProfile, ProfileVersion
from ahp_companion.domain.cpd import CpdActivity
from ahp_companion.domain.dismissals import Dismissal, WatchedName
from ahp_companion.domain.evidence import Evidence
from ahp_companion.domain.exports import Export
from ahp_companion.domain.practitioner import Practitioner
from ahp_companion.domain.reflections import Reflection
from ahp_companion.ui.desk import Desk
from ahp_companion.ui.dialogs.identifiers import Identifiers
from ahp_companion.ui.dialogs.put_in import PutIn
from ahp_companion.ui.dialogs.set_aside import SetAside
from ahp_companion.ui.pages.audit import audit_page
from ahp_companion.ui.theme import put_on, read_theme
from tests.ui.desks import Answers, Heard, Opened, Shell, inside, kept, press, turn, write
from tests.ui.measuring import misplaced
from tests.ui.test_accessibility import nameless, reachable, visited

Show = Callable[..., Any]
OWNER = Practitioner(name="Siân Ó Dálaigh", profession="PH")
NUMBER = "943 476 5919"
PLANTED = Reflection(title="A morning", on=date(2026, 3, 1), answers={"what": f"I rang {NUMBER}"})
LEFT = Export(
    on=date(2026, 2, 22),
    at="2026-02-22T12:00:00+00:00",
    format="portfolio-pdf",
    name="Siân portfolio.pdf",
    to_whom="Ffion, to read",
    held={"cpd_activity": "29", "meeting": "1"},
    files={"Siân portfolio.pdf": "0b7c1d2e3f40" + "5" * 52},
    size=1_482_113,
)


@pytest.fixture
def page(open_desk: Opened, show: Show) -> Any:
    """Return the page at what is kept, with a profile, an export and something planted."""
    piece = Evidence(title="Certificate")
    chosen = CpdActivity(
        title="Course", started_on=date(2025, 6, 1), is_chosen=True, evidence=(piece.id,)
    )
    profile = AuditProfile(practice_summary="My summary", personal_statement="My statement")
    return shown(open_desk(OWNER, profile, piece, chosen, LEFT, PLANTED), show)


def shown(desk: Desk, show: Show) -> Any:
    page = show(audit_page(desk))
    page.open_tab("kept")
    turn()
    return page


def words(part: QWidget) -> list[str]:
    turn()
    return [each.text() for each in part.findChildren(QLabel) if each.isVisible() and each.text()]


def look(desk: Desk, qtbot: Any) -> Identifiers:
    dialog = Identifiers(None, desk)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.activateWindow()
    found(dialog, qtbot)
    return dialog


def found(dialog: Identifiers, qtbot: Any) -> str:
    qtbot.waitUntil(lambda: dialog.counted.text() != "Looking…", timeout=20_000)
    turn()
    return dialog.counted.text()


def test_a_version_is_kept_with_a_word_why(page: Any) -> None:
    press(page, "add-version")
    turn()
    assert inside(page, QWidget, "words").hasFocus()
    QTest.keyClicks(inside(page, QWidget, "words"), "Sent off")
    page.flush()
    session = page._desk.session
    (version,) = session.all(ProfileVersion)
    assert (version.words, version.on) == ("Sent off", date(2026, 3, 12))
    assert (version.practice_summary, version.personal_statement) == ("My summary", "My statement")
    assert [session.get(CpdActivity, each).title for each in version.activities] == ["Course"]
    assert [session.get(Evidence, each).title for each in version.evidence] == ["Certificate"]


def test_a_version_stays_as_it_was_and_can_be_read(page: Any) -> None:
    press(page, "add-version")
    profile = page._desk.session.all(AuditProfile)[0]
    page._desk.session.set(profile, personal_statement="Another statement")
    turn()
    text: Any = inside(page, QWidget, "personal_statement")
    assert text.toPlainText() == "My statement"
    text.setFocus()
    QTest.keyClicks(text, "x")
    assert text.toPlainText() == "My statement"
    assert any(each == "Told of: Course\nEvidence: Certificate" for each in words(page))


def test_a_further_request_and_its_answer_are_kept_with_the_version(page: Any) -> None:
    press(page, "add-version")
    turn()
    write(inside(page, QWidget, "asked"), "More about the third standard")
    write(inside(page, QWidget, "answer"), "The counting sheet, attached")
    page.flush()
    (version,) = kept(page._desk.session, ProfileVersion)
    assert version.asked == "More about the third standard"
    assert version.answer == "The counting sheet, attached"


def test_the_ledger_says_what_left_when_and_in_which_format(page: Any) -> None:
    said = words(page)
    at = said.index("Siân portfolio.pdf")
    assert said[at + 1].startswith("22 February 2026, ")
    assert said[at + 1].endswith("Portfolio, as PDF · Ffion, to read")


def test_an_export_shows_what_it_held_and_its_fingerprint(page: Any) -> None:
    page.show_record(LEFT)
    said = words(page)
    assert "29 CPD activities and 1 meeting" in said
    assert "Siân portfolio.pdf · 0b7c 1d2e 3f40 · 1.5 MB" in said
    assert any(each.endswith("without private records") for each in said)


def test_to_whom_it_went_is_the_owners_to_say_and_the_ledger_keeps_the_rest(page: Any) -> None:
    page.show_record(LEFT)
    turn()
    write(inside(page, QWidget, "to_whom"), "HCPC")
    page.flush()
    assert not [each for each in page.findChildren(QPushButton, "delete") if each.isVisible()]
    assert kept(page._desk.session, Export)[0].to_whom == "HCPC"


def test_a_name_to_look_for_is_added_and_removed(page: Any) -> None:
    press(page, "add-name")
    turn()
    write(inside(page, QWidget, "name"), "Cwm Haidd")
    page.flush()
    session = page._desk.session
    assert [each.name for each in session.all(WatchedName)] == ["Cwm Haidd"]
    press(page, "delete")
    turn()
    assert session.all(WatchedName) == []
    session.undo()
    turn()
    assert "Cwm Haidd" in words(page)


@pytest.mark.parametrize(
    "record",
    [
        ProfileVersion(words="Sent off"),
        LEFT,
        WatchedName(name="Cwm Haidd"),
        Dismissal(kind="phone", reason="The switchboard"),
    ],
    ids=["version", "export", "name", "set aside"],
)
def test_what_is_kept_is_opened_where_it_stands(open_desk: Opened, show: Show, record: Any) -> None:
    page = show(audit_page(open_desk(OWNER, record)))
    page.show_record(record)
    turn()
    boards = (page.inside("kept").board, page.inside("kept").identifiers)
    assert [each.opened for each in boards if each.opened] == [record]


def test_looking_finds_what_is_planted_anywhere(page: Any, qtbot: Any) -> None:
    dialog = look(page._desk, qtbot)
    assert dialog.counted.text() == "1 find to look at"
    said = words(dialog)
    assert any("“A morning”" in each and "(943…)" in each for each in said)
    assert "Reflection · 1 March 2026" in said
    assert not any(NUMBER in each for each in said)


def test_a_find_is_set_aside_for_a_reason_and_taken_back(
    page: Any, qtbot: Any, meet: Answers, heard: Heard
) -> None:
    dialog = look(page._desk, qtbot)

    def reason(asking: Any) -> None:
        assert isinstance(asking, SetAside)
        assert not asking.act.isEnabled()
        QTest.keyClicks(asking.reason, "An example number")
        asking.accept()

    meet(reason)
    press(dialog, "set-aside")
    qtbot.waitUntil(lambda: dialog.counted.text().startswith("Nothing else"), timeout=20_000)
    (held,) = page._desk.session.all(Dismissal)
    assert (held.reason, held.on) == ("An example number", date(2026, 3, 12))
    assert NUMBER not in f"{held}"
    assert any("in “A morning”" in each for each in words(dialog))
    dialog.names.open(held)
    press(dialog, "delete")
    qtbot.waitUntil(lambda: dialog.counted.text() == "1 find to look at", timeout=20_000)
    assert heard.said[-1] == "It is told of again · Undo with Ctrl+Z"


def test_without_a_reason_nothing_is_set_aside(page: Any, qtbot: Any, meet: Answers) -> None:
    dialog = look(page._desk, qtbot)

    def refuse(asking: Any) -> None:
        asking.reject()

    meet(refuse)
    press(dialog, "set-aside")
    assert kept(page._desk.session, Dismissal) == []


def test_a_name_added_while_looking_is_looked_for_at_once(open_desk: Opened, qtbot: Any) -> None:
    visit = CpdActivity(title="Visit", what_i_did="We drove to Cwm Haidd in the rain")
    dialog = look(open_desk(Practitioner(profession="SUPPORT"), visit), qtbot)
    assert dialog.counted.text() == "Nothing was found."
    press(dialog, "add-name")
    turn()
    write(inside(dialog, QWidget, "name"), "Cwm Haidd")
    dialog.names.flush()
    qtbot.waitUntil(lambda: dialog.counted.text() == "1 find to look at", timeout=20_000)


def test_a_find_leads_to_its_record(page: Any, meet: Answers, qtbot: Any, heard: Heard) -> None:
    def open_it(dialog: Any) -> None:
        found(dialog, qtbot)
        press(dialog, "open-find")

    meet(open_it)
    press(page, "look-now")
    assert heard.gone_to == [PLANTED]


def test_everyone_can_look_from_the_menu(shell: Shell, meet: Answers) -> None:
    shell.session.set(shell.session.practitioner, profession="SUPPORT")
    turn()
    opened: list[Any] = []

    def close(dialog: Any) -> None:
        opened.append(type(dialog))
        dialog.reject()

    meet(close)
    shell.trigger("Look for identifiers")
    assert opened == [Identifiers]


def test_the_keyboard_goes_on_to_the_next_find(
    open_desk: Opened, qtbot: Any, meet: Answers
) -> None:
    other = Reflection(
        title="An evening", on=date(2026, 2, 1), answers={"what": "I rang 9990000018"}
    )
    dialog = look(open_desk(OWNER, PLANTED, other), qtbot)
    ways = [each for each in dialog.findChildren(QPushButton, "set-aside") if each.isVisible()]

    def reason(asking: Any) -> None:
        QTest.keyClicks(asking.reason, "An example")
        asking.accept()

    meet(reason)
    ways[0].setFocus()
    QTest.keyClick(ways[0], Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: dialog.counted.text() == "1 find to look at", timeout=20_000)
    turn()
    at = dialog.focusWidget()
    assert at is not None
    assert at.objectName() == "set-aside"


def dialogs(desk: Desk, qtbot: Any) -> list[QDialog]:
    """Return each dialog of an audit, as it is met."""
    name = WatchedName(name="Cwm Haidd")
    desk.session.add(PLANTED, name, Dismissal(about=(PLANTED.id,), kind="phone", reason="Ours"))
    return [look(desk, qtbot), PutIn(None, desk, 412), SetAside(None, desk, "It holds a number.")]


@pytest.mark.parametrize("text", [100, 200])
def test_every_dialog_fits_and_is_named_and_reached(
    open_desk: Opened, qtbot: Any, qapp: QApplication, dressed: Any, text: int
) -> None:
    theme = read_theme("light", text)
    put_on(qapp, theme)
    wrong: list[str] = []
    for dialog in dialogs(open_desk(OWNER, theme=theme), qtbot):
        dialog.show()
        dialog.activateWindow()
        turn()
        wrong += misplaced(dialog)
        wrong += list(nameless(dialog))
        missed = set(reachable(dialog)) - set(visited(dialog, Qt.Key.Key_Tab))
        wrong += [f"Tab misses {each.objectName()}" for each in missed]
        QTest.keyClick(dialog, Qt.Key.Key_Escape)
        assert not dialog.isVisible()
    put_on(qapp, dressed)
    assert wrong == []
