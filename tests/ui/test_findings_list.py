"""What would bring a question back, in the window: told as one types, and gone when put right."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from ahp_companion.domain.cpd import CpdActivity, LearningType
from ahp_companion.domain.practitioner import Practitioner
from ahp_companion.domain.reflections import Reflection
from ahp_companion.ui.desk import Desk
from ahp_companion.ui.dialogs.export import MOST_LINES, ExportDialog
from ahp_companion.ui.findings_list import MOST_SHOWN, within
from ahp_companion.ui.pages.audit import audit_page
from tests.ui.desks import Heard, Opened, inside, turn, write

Show = Callable[..., Any]
NUMBER = "943 476 5919"
CHOSEN = CpdActivity(
    title="Stroke course",
    started_on=date(2026, 3, 1),
    learning_type=LearningType.FORMAL,
    is_chosen=True,
    benefit_to_practice="I see more",
)


def shown(desk: Desk, show: Show) -> QWidget:
    page: QWidget = show(audit_page(desk))
    turn()
    return page


def said(page: QWidget) -> list[str]:
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    listed = inside(page, QWidget, "findings")
    return [each.text() for each in listed.findChildren(QLabel) if each.text() and each.isVisible()]


def test_a_finding_has_a_word_a_reason_and_a_way_to_its_record(
    open_desk: Opened, show: Show, heard: Heard
) -> None:
    desk = open_desk(Practitioner(profession="PH"), CHOSEN)
    page = shown(desk, show)
    assert "Worth putting right" in said(page)
    assert any("not yet say how the people you see benefit" in each for each in said(page))
    inside(page, QPushButton, "open-evidence-missing").click()
    assert heard.gone_to == [CHOSEN]
    desk.session.set(CHOSEN, benefit_to_service_users="They walk sooner")
    turn()
    assert not any("not yet say how the people you see benefit" in each for each in said(page))


def test_what_must_be_put_right_stands_before_what_is_good_to_know(
    open_desk: Opened, show: Show
) -> None:
    words = said(shown(open_desk(Practitioner(profession="PH"), CHOSEN), show))
    ranks = ["Would bring a question back", "Worth putting right", "Advice"]
    heads = [at for at, each in enumerate(words) if each[:2] in {"1.", "2.", "3.", "4.", "5."}]
    assert len(heads) == 5
    under = [words[begin:end] for begin, end in zip(heads, [*heads[1:], len(words)], strict=True)]
    found = [[ranks.index(each) for each in part if each in ranks] for part in under]
    # Gaps stand with their boxes, below what else there is about the list.
    assert all(part == sorted(part) for part in found[1:])
    assert {rank for part in found for rank in part} == {0, 1, 2}


def test_a_text_that_is_missing_is_one_tab_away(open_desk: Opened, show: Show) -> None:
    page: Any = shown(open_desk(Practitioner(profession="PH")), show)
    inside(page, QPushButton, "open-statement-empty").click()
    assert page.tabs.currentIndex() == 2
    write(inside(page, QWidget, "personal_statement"), "I learnt")
    page.flush()
    page.open_part("where")
    turn()
    assert not any("personal statement" in each for each in said(page))


def test_an_undated_activity_is_told_of_on_the_page(open_desk: Opened, show: Show) -> None:
    desk = open_desk(Practitioner(profession="PH"), CHOSEN)
    page = shown(desk, show)
    desk.session.add(CpdActivity(title="Some day"), CpdActivity(started_on=date(2027, 1, 1)))
    turn()
    assert any("“Some day” has no date" in each for each in said(page))
    assert any("is dated 1 January 2027" in each for each in said(page))


def test_a_long_list_of_findings_is_cut_and_says_so(open_desk: Opened, show: Show) -> None:
    many = [CpdActivity(title=f"Visit {at}") for at in range(60)]
    words = said(shown(open_desk(Practitioner(profession="OSTEOPATH"), *many), show))
    assert any(each.startswith("and ") and each.endswith(" more") for each in words)
    assert sum("has no date" in each for each in words) < MOST_SHOWN


def test_only_what_touches_the_years_is_read(open_desk: Opened) -> None:
    before = CpdActivity(title="Before", started_on=date(2020, 1, 1))
    runs = replace(before, id="r", title="Runs into it", ended_on=date(2025, 1, 1))
    undated, ahead = CpdActivity(title="Undated"), CpdActivity(started_on=date(2030, 1, 1))
    desk = open_desk(Practitioner(profession="PH"), before, runs, CHOSEN, undated, ahead)
    held = within(desk.session, date(2024, 5, 1), date(2026, 3, 12))
    assert {each.id for each in held.all(CpdActivity)} == {
        "r",
        CHOSEN.id,
        undated.id,
        ahead.id,
    }


def test_an_osteopath_sees_hours_and_themes_so_far(open_desk: Opened, show: Show) -> None:
    done = CpdActivity(
        title="Course",
        started_on=date(2025, 3, 1),
        minutes=750,
        minutes_with_others=120,
        statements=("gosc-cpd:A", "gosc-cpd:D"),
    )
    desk = open_desk(Practitioner(profession="OSTEOPATH"), done)
    page = shown(desk, show)
    assert inside(page, QLabel, "hours").text() == "12 h 30 min of 90 hours, 2 h of 45 with others."
    themes = [inside(page, QWidget, f"meets-{code}").accessibleName() for code in "ABCD"]
    assert ["Still to come" in each for each in themes] == [False, True, True, False]
    assert any("Still to come: 77 h 30 min" in each for each in said(page))
    desk.session.set(done, minutes=90 * 60)
    turn()
    assert inside(page, QLabel, "hours").text().startswith("90 h of 90 hours")
    assert not any("in three years" in each for each in said(page))


@pytest.fixture
def dialog(open_desk: Opened, qtbot: Any) -> ExportDialog:
    """Return the export dialog over a number in a shared reflection and in a private one."""
    planted = [
        Reflection(title=title, on=date(2026, 3, 1), answers={"what": NUMBER}, private=private)
        for title, private in (("Shared", False), ("Kept", True))
    ]
    made = ExportDialog(None, open_desk(Practitioner(profession="PH"), CHOSEN, *planted))
    qtbot.addWidget(made)
    made.show()
    return made


def looked(dialog: ExportDialog, qtbot: Any) -> str:
    qtbot.waitUntil(lambda: dialog.first.text() != "Looking…", timeout=20_000)
    return dialog.first.text()


def test_the_export_says_what_to_look_at_first(dialog: ExportDialog, qtbot: Any) -> None:
    words = looked(dialog, qtbot)
    assert "“Shared” holds what looks like an NHS or Health and Care number" in words
    assert "“Kept”" not in words
    assert "how the people you see benefit" in words
    dialog.private.setChecked(True)
    assert "“Kept” holds" in looked(dialog, qtbot)


def test_an_archive_is_looked_at_for_what_it_holds_alone(dialog: ExportDialog, qtbot: Any) -> None:
    dialog.format.setCurrentIndex(dialog.format.count() - 1)
    words = looked(dialog, qtbot)
    assert "“Kept” holds" in words
    assert "HCPC" not in words


def test_what_does_not_fit_is_counted(open_desk: Opened, qtbot: Any) -> None:
    many = [
        Reflection(title=f"Visit {at}", answers={"what": NUMBER}, private=False) for at in range(20)
    ]
    made = ExportDialog(None, open_desk(Practitioner(profession="SUPPORT"), *many))
    qtbot.addWidget(made)
    lines = looked(made, qtbot).splitlines()
    assert len(lines) == MOST_LINES + 1
    assert lines[-1] == "and 8 more"
