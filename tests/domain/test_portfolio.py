"""Everything gathered once, and what of it leaves by choice."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ahp_companion.domain.audit import ProfileVersion
from ahp_companion.domain.confidence import ConfidenceRating, RatedStatement
from ahp_companion.domain.cpd import CpdActivity
from ahp_companion.domain.dismissals import Dismissal, WatchedName
from ahp_companion.domain.evidence import Evidence
from ahp_companion.domain.exports import Export
from ahp_companion.domain.kinds import BY_RECORD, KINDS, OWNERS_ALONE
from ahp_companion.domain.meetings import Action, Meeting
from ahp_companion.domain.people import Person
from ahp_companion.domain.plan import Objective
from ahp_companion.domain.portfolio import Choice, Leaving, Portfolio, chosen, gathered
from ahp_companion.domain.practitioner import Practitioner, Workplace
from ahp_companion.domain.preceptorship import Preceptorship, Status
from ahp_companion.domain.protected_time import ProtectedTime
from ahp_companion.domain.records import linked_ids
from ahp_companion.domain.reflections import Addition, Reflection
from tests.domain.any_record import any_record
from tests.sizes import drawn

OWNER = Practitioner(id="me", name="Rhiannon")
FIRST = Preceptorship(
    id="first", started_on=date(2022, 9, 1), status=Status.FINISHED, ended_on=date(2023, 8, 31)
)
SECOND = Preceptorship(id="second", started_on=date(2025, 9, 1))
SPRING, AUTUMN = date(2026, 3, 12), date(2025, 10, 1)
YEAR = Choice(from_on=date(2026, 1, 1), to_on=date(2026, 12, 31))


def portfolio(*records: Any) -> Portfolio:
    held: dict[str, list[Any]] = {}
    for record in records:
        held.setdefault(BY_RECORD[type(record)].name, []).append(record)
    return gathered(held)


def ids(leaving: Leaving) -> set[str]:
    return {each.id for held in leaving.portfolio.records.values() for each in held}


def test_records_are_in_order_of_date_with_the_undated_last() -> None:
    undated, late, early = (
        CpdActivity(id="1"),
        CpdActivity(id="2", started_on=SPRING),
        CpdActivity(id="3", started_on=AUTUMN),
    )
    also_early = CpdActivity(id="4", started_on=AUTUMN)
    assert portfolio(undated, also_early, late, early).all(CpdActivity) == (
        early,
        also_early,
        late,
        undated,
    )


def test_records_are_found_by_type_by_id_and_by_owner() -> None:
    mine, other = Meeting(id="m", preceptorship="first"), Meeting(id="n", preceptorship="second")
    held = portfolio(OWNER, FIRST, SECOND, mine, other, Action(id="a", meeting="m"))
    assert held.find(Meeting, "n") is other
    assert held.find(Meeting, "first") is None
    assert held.find(Meeting, None) is None
    assert held.of(Meeting, "first") == (mine,)
    assert [each.id for each in held.of(Action, "m", by="meeting")] == ["a"]
    assert held.all(Reflection) == ()
    assert held.practitioner is OWNER
    assert held.counts == {"practitioner": 1, "preceptorship": 2, "meeting": 2, "action": 1}


def test_an_empty_portfolio_has_a_nameless_owner() -> None:
    assert Portfolio().practitioner == Practitioner(id="")
    assert Portfolio().counts == {}


def test_everything_but_private_records_leaves_by_default() -> None:
    secret = Reflection(id="r", private=True)
    leaving = chosen(
        portfolio(OWNER, FIRST, secret, Addition(id="ad", reflection="r"), CpdActivity(id="c")),
        Choice(),
    )
    assert ids(leaving) == {"me", "first", "c"}
    assert leaving.private == {"reflection": 1, "addition": 1}
    assert leaving.other_dates == {}


def test_private_records_leave_when_they_are_asked_for() -> None:
    secret = Reflection(id="r", private=True)
    kept = portfolio(secret, Addition(id="ad", reflection="r"))
    assert ids(chosen(kept, Choice(include_private=True))) == {"r", "ad"}


@pytest.mark.parametrize("record", [Meeting, CpdActivity, Evidence, RatedStatement, Reflection])
def test_every_kind_that_can_be_private_stays_when_it_is(record: type) -> None:
    assert ids(chosen(portfolio(record(id="x", private=True)), Choice())) == set()
    assert ids(chosen(portfolio(record(id="x", private=False)), Choice())) == {"x"}


def test_evidence_that_only_something_private_names_stays_with_it() -> None:
    told, shared, loose = (Evidence(title=title) for title in ("Letter", "Poster", "Card"))
    held = gathered(
        {
            "evidence": [told, shared, loose],
            "reflection": [Reflection(evidence=(told.id, shared.id))],
            "cpd_activity": [CpdActivity(evidence=(shared.id,))],
        }
    )
    leaving = chosen(held, Choice())
    assert set(leaving.portfolio.all(Evidence)) == {shared, loose}
    assert leaving.private == {"reflection": 1, "evidence": 1}
    everything = chosen(held, Choice(include_private=True))
    assert set(everything.portfolio.all(Evidence)) == {told, shared, loose}


@pytest.mark.parametrize(
    "own", [Dismissal(about=("letter",)), ProfileVersion(evidence=("letter",))]
)
def test_what_the_owner_alone_sees_lets_no_evidence_of_private_records_leave(own: Any) -> None:
    letter, secret = Evidence(id="letter"), Reflection(evidence=("letter",))
    leaving = chosen(portfolio(letter, secret, own), Choice())
    assert ids(leaving) == set()
    assert leaving.private == {"reflection": 1, "evidence": 1}


def test_what_the_owner_alone_sees_names_nobody_of_another_preceptorship() -> None:
    theirs = Meeting(preceptorship=SECOND.id, people=("iestyn",))
    aside = Dismissal(about=("iestyn",))
    kept = portfolio(FIRST, SECOND, Person(id="iestyn"), theirs, aside)
    assert ids(chosen(kept, Choice(preceptorship=FIRST.id))) == {FIRST.id}


def test_a_private_meeting_keeps_its_actions_with_it() -> None:
    kept = portfolio(Meeting(id="m", private=True), Action(id="a", meeting="m"))
    assert ids(chosen(kept, Choice())) == set()


def test_other_dates_stay_and_both_ends_of_the_dates_leave() -> None:
    days = [date(2025, 12, 31), date(2026, 1, 1), date(2026, 12, 31), date(2027, 1, 1)]
    kept = portfolio(*(CpdActivity(id=str(at), started_on=day) for at, day in enumerate(days)))
    leaving = chosen(kept, YEAR)
    assert ids(leaving) == {"1", "2"}
    assert leaving.other_dates == {"cpd_activity": 2}
    assert ids(chosen(kept, Choice(from_on=date(2026, 12, 31)))) == {"2", "3"}
    assert ids(chosen(kept, Choice(to_on=date(2026, 1, 1)))) == {"0", "1"}


def test_what_has_no_date_leaves_only_when_no_dates_are_chosen() -> None:
    kept = portfolio(CpdActivity(id="c"), Meeting(id="m"))
    assert ids(chosen(kept, Choice())) == {"c", "m"}
    leaving = chosen(kept, YEAR)
    assert ids(leaving) == set()
    assert leaving.other_dates == {"cpd_activity": 1, "meeting": 1}


def test_who_someone_is_and_where_they_work_is_never_cut_by_date() -> None:
    kept = portfolio(
        OWNER, Workplace(id="w", started_on=date(2001, 1, 1)), Person(id="p"), Evidence(id="e")
    )
    assert ids(chosen(kept, YEAR)) == {"me", "w", "p", "e"}


def test_a_preceptorship_leaves_if_the_dates_touch_it_with_its_plan() -> None:
    plan = Objective(id="o", preceptorship="second", due_on=date(2030, 1, 1))
    old_plan = Objective(id="old", preceptorship="first", due_on=SPRING)
    leaving = chosen(portfolio(FIRST, SECOND, plan, old_plan), YEAR)
    assert ids(leaving) == {"second", "o"}
    assert leaving.other_dates == {"preceptorship": 1, "objective": 1}


@pytest.mark.parametrize(
    ("preceptorship", "leaves"),
    [
        (Preceptorship(id="p"), True),
        (Preceptorship(id="p", started_on=date(2027, 1, 1)), False),
        (Preceptorship(id="p", started_on=date(2026, 12, 31)), True),
        (Preceptorship(id="p", started_on=date(2024, 1, 1)), True),
        (Preceptorship(id="p", started_on=date(2024, 1, 1), status=Status.FINISHED), False),
        (Preceptorship(id="p", started_on=date(2025, 1, 2), status=Status.FINISHED), True),
        (Preceptorship(id="p", started_on=date(2024, 1, 1), ended_on=date(2026, 1, 1)), True),
        (Preceptorship(id="p", started_on=date(2024, 1, 1), ended_on=date(2025, 12, 31)), False),
    ],
)
def test_dates_touch_a_preceptorship_from_its_start_until_it_is_over(
    preceptorship: Preceptorship, leaves: bool
) -> None:
    assert ids(chosen(portfolio(preceptorship), YEAR)) == ({"p"} if leaves else set())


def test_one_preceptorship_leaves_with_what_is_its_own_and_no_others() -> None:
    kept = portfolio(
        OWNER,
        FIRST,
        SECOND,
        Meeting(id="m1", preceptorship="first"),
        Meeting(id="m2", preceptorship="second"),
        Action(id="a1", meeting="m1"),
        Action(id="a2", meeting="m2"),
        CpdActivity(id="c1", preceptorship="first"),
        CpdActivity(id="c2"),
        RatedStatement(id="s1", preceptorship="first"),
        ConfidenceRating(id="cr1", rated="s1"),
    )
    leaving = chosen(kept, Choice(preceptorship="second"))
    assert ids(leaving) == {"me", "second", "m2", "a2", "c2"}


def test_one_preceptorship_and_dates_both_count() -> None:
    kept = portfolio(
        SECOND,
        ProtectedTime(id="t1", preceptorship="second", on=AUTUMN),
        ProtectedTime(id="t2", preceptorship="second", on=SPRING),
    )
    assert ids(chosen(kept, replace(YEAR, preceptorship="second"))) == {"second", "t2"}


ANYTHING = st.lists(
    st.sampled_from([kind for kind in KINDS if kind.name not in OWNERS_ALONE]).flatmap(any_record),
    max_size=12,
)
CHOICES = st.builds(
    Choice,
    from_on=st.none() | st.dates(),
    to_on=st.none() | st.dates(),
    include_private=st.booleans(),
    preceptorship=st.none() | st.just("x"),
)


def test_what_is_its_owners_alone_never_leaves_by_choice() -> None:
    kept = portfolio(
        WatchedName(id="n", name="Llinos"), Export(id="x", name="profile"), CpdActivity(id="c")
    )
    leaving = chosen(kept, Choice(include_private=True))
    assert ids(leaving) == {"c"}
    assert (leaving.private, leaving.other_dates) == ({}, {})


def test_a_version_of_a_profile_does_not_let_evidence_go_that_is_private_beside_it() -> None:
    kept = portfolio(
        Evidence(id="e", title="Letter"),
        Reflection(id="r", private=True, evidence=("e",)),
        ProfileVersion(id="v", evidence=("e",)),
        Dismissal(id="d", about=("e",)),
    )
    assert "e" not in ids(chosen(kept, Choice()))


@drawn(60)
@given(records=ANYTHING, choice=CHOICES)
def test_every_record_leaves_or_is_counted_among_what_stays(
    records: list[Any], choice: Choice
) -> None:
    kept = portfolio(*records)
    leaving = chosen(kept, choice)
    staying = sum(leaving.private.values()) + sum(leaving.other_dates.values())
    assert len(ids(leaving)) + staying == len(records)
    for held in leaving.portfolio.records.values():
        assert choice.include_private or not any(getattr(each, "private", False) for each in held)


@drawn(60)
@given(st.data())
def test_nothing_leaves_without_its_owner(drawing: st.DataObject) -> None:
    meetings = [
        Meeting(id=str(at), private=drawing.draw(st.booleans()), held_on=drawing.draw(st.dates()))
        for at in range(3)
    ]
    actions = [Action(id=f"a{at}", meeting=str(at)) for at in range(3)]
    leaving = chosen(portfolio(*meetings, *actions), drawing.draw(CHOICES))
    for action in leaving.portfolio.all(Action):
        assert {each for _, each in linked_ids(action)} <= ids(leaving)
