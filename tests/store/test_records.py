"""Records in a portfolio: every kind survives, every save leaves a revision, all or nothing."""

import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ahp_companion.domain.changes import Change, Edit, added, deleted, edited
from ahp_companion.domain.cpd import CpdActivity
from ahp_companion.domain.kinds import BY_NAME, BY_RECORD, KINDS, Kind
from ahp_companion.domain.meetings import Action, Meeting
from ahp_companion.domain.people import Person
from ahp_companion.domain.portfolio import gathered
from ahp_companion.domain.practitioner import Practitioner
from ahp_companion.domain.preceptorship import Preceptorship
from ahp_companion.domain.problems import ProblemError
from ahp_companion.domain.records import from_plain, shapes, to_plain
from ahp_companion.domain.reflections import Reflection
from ahp_companion.store.connection import DatabaseError, IntegrityError
from ahp_companion.store.portfolio_file import PortfolioFile, create_portfolio, open_portfolio
from ahp_companion.store.rows import record_of, row_of
from tests.domain.any_record import KIND_NAMES, any_record
from tests.sizes import drawn
from tests.store.conftest import OWNER

KINDS_PARAMETER = pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)


def table(portfolio: PortfolioFile, kind: Kind) -> dict[str, tuple[str, int]]:
    """Return the columns of a kind's table in order, each with its type and whether it is full."""
    rows = portfolio.db.execute(f'PRAGMA table_info("{kind.name}")').fetchall()
    return {row[1]: (row[2], row[3]) for row in rows}


@KINDS_PARAMETER
def test_a_kinds_table_has_a_place_and_then_its_fields_in_their_order(
    portfolio: PortfolioFile, kind: Kind
) -> None:
    columns = list(table(portfolio, kind))
    assert columns == ["_place", *(shape.name for shape in shapes(kind.record))]


@KINDS_PARAMETER
def test_a_column_holds_what_its_field_does(portfolio: PortfolioFile, kind: Kind) -> None:
    columns = table(portfolio, kind)
    for shape in shapes(kind.record):
        kept = "INTEGER" if shape.type in (int, bool) and not shape.many else "TEXT"
        assert columns[shape.name] == (kept, int(not shape.optional))


@KINDS_PARAMETER
def test_a_link_to_one_record_is_held_by_the_database(portfolio: PortfolioFile, kind: Kind) -> None:
    held = portfolio.db.execute(f'PRAGMA foreign_key_list("{kind.name}")').fetchall()
    links = {s.name: s.link for s in shapes(kind.record) if s.link and not s.many}
    assert {row[3]: row[2] for row in held} == links
    indexed = {
        portfolio.db.execute(f'PRAGMA index_info("{row[1]}")').fetchone()[2]
        for row in portfolio.db.execute(f'PRAGMA index_list("{kind.name}")').fetchall()
    }
    assert set(links) <= indexed


def test_every_kind_has_a_number_in_the_index(portfolio: PortfolioFile) -> None:
    rows = portfolio.db.execute("SELECT name FROM search_kind ORDER BY number").fetchall()
    assert {row[0] for row in rows} == {kind.name for kind in KINDS}


@pytest.mark.parametrize("name", KIND_NAMES)
def test_a_record_of_any_kind_survives(portfolio: PortfolioFile, name: str) -> None:
    kind = BY_NAME[name]

    @drawn(6)
    @given(st.lists(any_record(kind, linked=False), min_size=1, max_size=3))
    def survives(records: list[Any]) -> None:
        portfolio.apply(added(*records))
        for record in records:
            assert portfolio.records.get(kind.record, record.id) == record
            place = portfolio.records.place_of(record)
            assert portfolio.records.at(kind.record, [place or 0]) == {place: record}
        assert records == portfolio.records.all(kind.record)[-len(records) :]

    survives()


@pytest.mark.parametrize("name", KIND_NAMES)
def test_a_row_is_read_as_its_plain_values_would_be(name: str) -> None:
    kind = BY_NAME[name]

    @drawn(6)
    @given(any_record(kind))
    def is_read(record: Any) -> None:
        plain = to_plain(record)
        read = record_of(kind, [1, *row_of(plain)])
        assert read == from_plain(kind.record, plain) == record

    is_read()


def test_a_value_that_a_row_cannot_hold_is_said() -> None:
    kind = BY_NAME["cpd_activity"]
    row = row_of(to_plain(CpdActivity()))
    at = [shape.name for shape in shapes(CpdActivity)].index("learning_type")
    row[at] = "osmosis"
    with pytest.raises(ProblemError, match="osmosis"):
        record_of(kind, [1, *row])


def test_nothing_has_an_id_that_nothing_has(portfolio: PortfolioFile) -> None:
    assert portfolio.records.get(CpdActivity, "gone") is None
    assert portfolio.records.get(CpdActivity, None) is None
    assert portfolio.records.get(CpdActivity, "") is None
    assert portfolio.records.place_of(CpdActivity()) is None


def test_records_are_read_by_what_their_fields_equal(portfolio: PortfolioFile) -> None:
    first, second = Preceptorship(), Preceptorship()
    mine, other = Meeting(preceptorship=first.id), Meeting(preceptorship=second.id)
    portfolio.apply(added(first, second, mine, other))
    assert portfolio.records.all(Meeting, preceptorship=first.id) == [mine]
    assert portfolio.records.all(Meeting) == [mine, other]


def test_everything_is_gathered(portfolio: PortfolioFile) -> None:
    made = Preceptorship()
    meeting = Meeting(preceptorship=made.id)
    portfolio.apply(added(made, meeting))
    assert portfolio.records.gather() == gathered(
        {"practitioner": [OWNER], "preceptorship": [made], "meeting": [meeting]}
    )
    counts = portfolio.records.counts()
    assert counts.pop("practitioner") == counts.pop("preceptorship") == counts.pop("meeting") == 1
    assert set(counts.values()) == {0}


def test_what_links_to_a_record_is_found_whatever_sort_of_link_it_is(
    portfolio: PortfolioFile,
) -> None:
    made, anna = Preceptorship(), Person(name="Anna")
    meeting = Meeting(preceptorship=made.id, people=("nobody", anna.id))
    portfolio.apply(added(made, anna, meeting, Meeting()))
    assert portfolio.records.linking(made.id) == [meeting]
    assert portfolio.records.linking(anna.id) == [meeting]
    assert portfolio.records.linking(meeting.id) == []


def test_a_deletion_takes_what_is_owned_and_can_be_undone(portfolio: PortfolioFile) -> None:
    made = Preceptorship()
    meeting = Meeting(preceptorship=made.id)
    action, reflection = Action(meeting=meeting.id), Reflection(preceptorship=made.id)
    portfolio.apply(added(made, meeting, action, reflection))
    before = portfolio.records.gather()
    change = deleted(made, portfolio.records.linking)
    portfolio.apply(change)
    assert portfolio.records.counts()["meeting"] == portfolio.records.counts()["action"] == 0
    assert portfolio.records.all(Reflection) == [replace(reflection, preceptorship=None)]
    portfolio.apply(change.reverse)
    assert portfolio.records.gather() == before
    assert portfolio.problems() == []


def test_an_edit_that_changes_nothing_is_a_save_too(portfolio: PortfolioFile) -> None:
    portfolio.apply(edited(OWNER, OWNER))
    assert portfolio.records.get(Practitioner, OWNER.id) == OWNER
    assert portfolio.records.revision_count() == 2


@pytest.mark.parametrize("name", KIND_NAMES)
def test_a_record_of_any_kind_can_become_any_other_of_its_kind(
    portfolio: PortfolioFile, name: str
) -> None:
    kind = BY_NAME[name]
    records = any_record(kind, linked=False)

    @drawn(6)
    @given(records, records)
    def becomes(first: Any, second: Any) -> None:
        after = replace(second, id=first.id)
        portfolio.apply(added(first))
        portfolio.apply(edited(first, after))
        assert portfolio.records.get(kind.record, first.id) == after
        assert [each.record for each in portfolio.records.revisions(first.id)] == [first, after]

    becomes()


def test_every_save_is_kept_as_a_revision_and_a_deletion_too(portfolio: PortfolioFile) -> None:
    first = CpdActivity(title="Gait")
    second = replace(first, title="Gait and balance")
    for change in (
        added(first),
        edited(first, second),
        Change(words="", edits=(Edit(before=second),)),
    ):
        portfolio.apply(change, author="me")
    made = portfolio.records.revisions(first.id)
    assert [each.record for each in made] == [first, second, None]
    assert [each.author for each in made] == ["me"] * 3
    assert [each.number for each in made] == [2, 3, 4]
    assert portfolio.records.revision_count() == 4


def test_revisions_are_made_in_the_order_of_the_clock(path: Path) -> None:
    start = datetime(2026, 3, 12, tzinfo=UTC)
    ticks = count()

    def now() -> datetime:
        return start + timedelta(minutes=next(ticks))

    with create_portfolio(path, [OWNER], now=now) as portfolio:
        portfolio.apply(edited(OWNER, replace(OWNER, about="New")))
        first, second = portfolio.records.revisions(OWNER.id)
    assert start < first.made_at < second.made_at


@pytest.mark.parametrize(
    "tampering",
    [
        "UPDATE revision SET body = replace(body, 'Gait 3', 'Golf 3') WHERE number = 3",
        "UPDATE revision SET author = 'somebody' WHERE number = 3",
        "UPDATE revision SET made_at = '2020-01-01T00:00:00.000+00:00' WHERE number = 3",
        "UPDATE revision SET kind = 'meeting' WHERE number = 3",
        "UPDATE revision SET record = 'other' WHERE number = 3",
        "UPDATE revision SET body = NULL WHERE number = 3",
        "UPDATE revision SET hash = 'f' WHERE number = 3",
        "DELETE FROM revision WHERE number = 2",
        "UPDATE revision SET number = 99 WHERE number = 2",
    ],
)
def test_a_revision_that_was_tampered_with_breaks_the_chain(
    portfolio: PortfolioFile, tampering: str
) -> None:
    for number in range(2, 6):
        portfolio.apply(added(CpdActivity(title=f"Gait {number}")))
    assert portfolio.records.broken_revision() is None
    portfolio.db.execute(tampering)
    assert portfolio.records.broken_revision() == 3
    assert portfolio.problems() == ["Revision 3 does not follow from the one before it"]


def test_the_chain_goes_on_after_the_portfolio_was_closed(path: Path) -> None:
    create_portfolio(path, [OWNER]).close()
    with open_portfolio(path) as portfolio:
        portfolio.apply(added(CpdActivity()))
        assert portfolio.records.broken_revision() is None
        assert portfolio.records.revision_count() == 2


def contents(portfolio: PortfolioFile) -> tuple[Any, int, list[Any]]:
    """Return everything a change could have touched."""
    records = portfolio.records
    return records.gather(), records.revision_count(), records.find("gait")


@pytest.mark.parametrize(
    ("wrong", "raised"),
    [
        (Meeting(preceptorship="gone"), IntegrityError),
        (CpdActivity(title="Half a sign \ud800"), UnicodeEncodeError),
        (CpdActivity(minutes=2**63), OverflowError),
        (CpdActivity(minutes="sixty"), DatabaseError),  # type: ignore[arg-type]
        (Person(name=None), DatabaseError),  # type: ignore[arg-type]
    ],
)
def test_a_change_with_one_wrong_edit_leaves_nothing(
    portfolio: PortfolioFile, wrong: Any, raised: type[Exception]
) -> None:
    kept = CpdActivity(title="Gait")
    portfolio.apply(added(kept))
    before = contents(portfolio)
    edits = (Edit(after=CpdActivity(title="Gait 2")), Edit(before=kept), Edit(after=wrong))
    with pytest.raises((raised, ProblemError)):
        portfolio.apply(Change(words="", edits=edits))
    assert contents(portfolio) == before
    assert portfolio.changes == 1
    portfolio.apply(edited(kept, replace(kept, title="Gait 3")))
    assert portfolio.problems() == []


def test_one_record_may_be_edited_more_than_once_in_a_change(portfolio: PortfolioFile) -> None:
    first = CpdActivity(title="Gait")
    second, third = replace(first, title="Balance"), replace(first, title="Voice")
    edits = (Edit(after=first), Edit(before=first, after=second), Edit(before=second, after=third))
    portfolio.apply(Change(words="", edits=edits))
    assert portfolio.records.all(CpdActivity) == [third]
    assert portfolio.records.find("gait") == portfolio.records.find("balance") == []
    assert portfolio.records.find("voice") == [third]


def test_what_is_saved_twice_is_there_once(portfolio: PortfolioFile) -> None:
    activity = CpdActivity(title="Gait")
    portfolio.apply(added(activity))
    portfolio.apply(added(replace(activity, title="Voice")))
    assert [each.title for each in portfolio.records.all(CpdActivity)] == ["Voice"]


def test_links_may_lead_to_what_comes_later_in_the_same_change(portfolio: PortfolioFile) -> None:
    made = Preceptorship()
    portfolio.apply(added(Meeting(preceptorship=made.id), made))
    assert portfolio.problems() == []


def test_places_stay_when_the_file_is_packed_by_another_program(portfolio: PortfolioFile) -> None:
    activities = [CpdActivity(title=f"Gait {at}") for at in range(20)]
    portfolio.apply(added(*activities))
    portfolio.apply(Change(words="", edits=tuple(Edit(before=each) for each in activities[::2])))
    portfolio.db.execute("VACUUM")
    assert portfolio.records.find("gait 13") == [activities[13]]
    assert len(portfolio.records.find("gait")) == 10


def test_every_kind_is_in_the_schema_once(portfolio: PortfolioFile) -> None:
    rows = portfolio.db.execute("SELECT name, sql FROM sqlite_master WHERE type = 'table'")
    made = {name: sql for name, sql in rows if name in BY_NAME}
    assert set(made) == {BY_RECORD[kind.record].name for kind in KINDS}
    assert all(re.search(r"\) STRICT$", sql) for sql in made.values())
