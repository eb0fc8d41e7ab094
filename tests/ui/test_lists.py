"""A list of a career's length: its months, its rows, and how little of it is read."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, timedelta
from itertools import groupby
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from ahp_companion.domain.cpd import CpdActivity, LearningType
from ahp_companion.domain.frameworks import Catalogue
from ahp_companion.domain.kinds import BY_RECORD
from ahp_companion.domain.listings import Listing
from ahp_companion.domain.pillars import Pillar
from ahp_companion.domain.practitioner import Practitioner
from ahp_companion.domain.records import to_plain
from ahp_companion.domain.words import month
from ahp_companion.places import Places
from ahp_companion.store.rows import insert, row_of
from ahp_companion.ui.lists import PAGE, RecordList
from ahp_companion.ui.pages.cpd.activities import row
from ahp_companion.ui.rows import Row, State
from ahp_companion.ui.session import Session
from ahp_companion.ui.session_opening import create_session
from tests.ui.desks import Opened

MANY = 100_000
FIRST = date(1990, 1, 1)
BY_DAY = Listing(record=CpdActivity, order=("started_on",))
FEW = (
    CpdActivity(title="Gait after stroke", started_on=date(2026, 3, 2)),
    CpdActivity(title="Wykład w Łodzi", started_on=date(2026, 3, 1)),
    CpdActivity(title="Journal club", started_on=date(2025, 12, 20)),
    CpdActivity(title="Somewhere in between"),
)


@pytest.fixture
def few(open_desk: Opened) -> RecordList:
    """Return the list of four activities."""
    session = open_desk(Practitioner(name="Rhiannon Ŵyn"), *FEW).session
    shown = RecordList(session, row)
    shown.show_listing(BY_DAY)
    shown.setParent(session)
    return shown


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory, catalogue: Catalogue) -> Iterator[Session]:
    """Return the session of a portfolio of a hundred thousand activities, one of them undated."""
    folder = tmp_path_factory.mktemp("many")
    places = Places(data=folder, state=folder)
    session = create_session(folder / "many.ahp", places, catalogue, [Practitioner()])
    db = session._file.db
    with db.atomic():
        db.conn.executemany(insert(BY_RECORD[CpdActivity]), rows())
    yield session
    session.close()


def rows() -> Iterator[list[Any]]:
    plain = to_plain(CpdActivity())
    cells = dict(zip(plain, row_of(plain), strict=True))
    for at in range(MANY - 1):
        on = (FIRST + timedelta(days=at // 8)).isoformat()
        yield [*(cells | {"id": f"{at}", "title": f"Number {at}", "started_on": on}).values()]
    yield [*(cells | {"id": "undated", "title": "Undated"}).values()]


@contextmanager
def statements(session: Session) -> Iterator[list[str]]:
    """Give every statement that SQLite runs meanwhile."""
    run: list[str] = []
    session._file.db.conn.set_trace_callback(run.append)
    yield run
    session._file.db.conn.set_trace_callback(None)


def titles(shown: RecordList) -> list[str]:
    return [
        shown.data(shown.index(at), Qt.ItemDataRole.DisplayRole) for at in range(shown.rowCount())
    ]


def test_records_stand_under_their_months_newest_first(few: RecordList) -> None:
    assert titles(few) == [
        "March 2026",
        "Gait after stroke",
        "Wykład w Łodzi",
        "December 2025",
        "Journal club",
        "No date yet",
        "Somewhere in between",
    ]
    assert few.record_count == 4


def test_headings_cannot_be_chosen_and_records_can(few: RecordList) -> None:
    can = [bool(few.flags(few.index(at)) & Qt.ItemFlag.ItemIsSelectable) for at in range(7)]
    assert can == [False, True, True, False, True, False, True]


def test_a_row_is_said_in_full_to_a_screen_reader(open_desk: Opened) -> None:
    said = CpdActivity(
        title="Study day",
        started_on=date(2026, 3, 2),
        minutes=90,
        learning_type=LearningType.FORMAL,
        pillars=(Pillar.RESEARCH,),
    )
    session = open_desk(Practitioner(), said).session
    shown = RecordList(session, row)
    shown.show_listing(BY_DAY)
    words = shown.data(shown.index(1), Qt.ItemDataRole.AccessibleTextRole)
    assert words == "Study day, 2 Mar, Formal · 1 h 30 min, Research, To reflect"


def test_a_record_is_found_in_its_row(few: RecordList) -> None:
    rows = [few.row_of(each) for each in FEW]
    assert rows == [1, 2, 4, 6]
    assert [few.record(at) for at in rows] == list(FEW)


def test_there_is_no_record_in_a_heading_or_beyond_the_end(few: RecordList) -> None:
    assert [few.record(at) for at in (-1, 0, 3, 7)] == [None] * 4
    assert few.row_of(CpdActivity(title="Not here")) == -1


def test_without_months_there_are_no_headings(few: RecordList) -> None:
    few.show_listing(BY_DAY, by_month=False)
    assert titles(few) == [each.title for each in FEW]


def test_a_record_changed_in_place_is_shown_as_it_now_is(few: RecordList, qtbot: QtBot) -> None:
    session = few.parent()
    assert isinstance(session, Session)
    assert few.data(few.index(1), RecordList.ROW).title == "Gait after stroke"
    changed = replace(FEW[0], title="Gait and balance")
    session.edit(FEW[0], changed)
    with qtbot.waitSignal(few.dataChanged) as told:
        few.refresh(changed)
    assert told.args[0].row() == 1
    assert few.data(few.index(1), RecordList.ROW) == Row(
        when="2 Mar",
        title="Gait and balance",
        state=State(icon="to-do", word="To reflect", role="warn"),
    )


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("lodz", ["March 2026", "Wykład w Łodzi"]),
        ("ŁODZ", ["March 2026", "Wykład w Łodzi"]),
        ("gait str", ["March 2026", "Gait after stroke"]),
        ("zebra", []),
        ('"* OR', []),
    ],
)
def test_a_search_leaves_what_holds_every_word(
    few: RecordList, typed: str, found: list[str]
) -> None:
    few.show_listing(replace(BY_DAY, matching=typed))
    assert titles(few) == found


def test_a_hundred_thousand_records_stand_under_the_right_months(many: Session) -> None:
    shown = RecordList(many, row)
    shown.show_listing(BY_DAY)
    days = [FIRST + timedelta(days=at // 8) for at in range(MANY - 1)]
    months = [(name, len(list(held))) for name, held in groupby(reversed(days), month)]
    expected, at = {}, 0
    for name, held in [*months, ("No date yet", 1)]:
        expected[at] = name
        at += held + 1
    headings = {at: shown.heading(at) for at in range(shown.rowCount()) if shown.heading(at)}
    assert headings == expected
    assert shown.rowCount() == MANY + len(expected)


def test_of_a_hundred_thousand_records_only_those_in_sight_are_read(many: Session) -> None:
    shown = RecordList(many, row)
    shown.show_listing(BY_DAY)
    with statements(many) as run:
        for at in range(30):
            shown.data(shown.index(at), RecordList.ROW)
        assert len(run) == 1
        shown.data(shown.index(shown.rowCount() // 2), RecordList.ROW)
        last = shown.data(shown.index(shown.rowCount() - 1), RecordList.ROW)
    # Half way down, the places of all are read first, and no record before its own page.
    assert [" IN " in each for each in run] == [True, False, True, True]
    assert last.title == "Undated"


def test_far_scrolling_keeps_few_pages(many: Session) -> None:
    shown = RecordList(many, row)
    shown.show_listing(BY_DAY)
    for at in range(0, shown.rowCount(), PAGE * 4):
        shown.data(shown.index(at + 40), RecordList.ROW)
    assert sum(len(page) for page in shown._pages.values()) <= 8 * PAGE


def test_the_oldest_of_a_hundred_thousand_is_found_in_its_row(many: Session) -> None:
    shown = RecordList(many, row)
    shown.show_listing(BY_DAY)
    oldest = shown.record(shown.rowCount() - 3)
    assert oldest.title == "Number 0"
    assert shown.row_of(oldest) == shown.rowCount() - 3
