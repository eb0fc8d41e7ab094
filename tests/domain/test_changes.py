"""Changes: what they add, alter and take away, and how each is taken back."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from ahp_companion.domain.changes import Change, Edit, added, deleted, edited
from ahp_companion.domain.cpd import CpdActivity
from ahp_companion.domain.evidence import Evidence
from ahp_companion.domain.meetings import Action, Meeting
from ahp_companion.domain.people import Person
from ahp_companion.domain.plan import Need, Objective
from ahp_companion.domain.preceptorship import Milestone, Preceptorship
from ahp_companion.domain.records import linked_ids
from ahp_companion.domain.reflections import Addition, Reflection
from tests.sizes import drawn


def among(records: Iterable[Any]) -> Callable[[str], list[Any]]:
    """Return what gives the records that hold a link to an id."""
    held = list(records)

    def linking(wanted: str) -> list[Any]:
        return [each for each in held if wanted in {id_ for _, id_ in linked_ids(each)}]

    return linking


def applied(change: Change, records: Iterable[Any]) -> dict[str, Any]:
    """Return records by id after a change, each edit checked against what is there."""
    held = {each.id: each for each in records}
    for edit in change.edits:
        assert held.get(edit.record.id) == edit.before
        if edit.after is None:
            del held[edit.record.id]
        else:
            held[edit.record.id] = edit.after
    return held


def test_added_records_are_named_by_their_kind() -> None:
    change = added(Meeting(), Meeting())
    assert change.words == "Added meeting"
    assert [edit.before for edit in change.edits] == [None, None]
    assert change.kinds == {"meeting"}
    assert added(Meeting(), words="Planned the year").words == "Planned the year"


def test_the_record_of_an_edit_is_the_one_now_or_the_last_one() -> None:
    before, after = Person(name="Anna"), Person(name="Anya")
    assert Edit(before=before, after=after).record is after
    assert Edit(before=before).record is before


def test_a_change_reversed_undoes_it_and_reversed_again_redoes_it() -> None:
    before = Person(name="Anna")
    after = replace(before, name="Anya")
    change = edited(before, after)
    assert applied(change.reverse, [after]) == {before.id: before}
    assert change.reverse.reverse == change
    assert change.reverse.words == "Changed person"


def test_typing_that_goes_on_is_one_step_from_first_to_last() -> None:
    first = Person(name="A")
    second, third = replace(first, name="An"), replace(first, name="Ann")
    step = edited(first, second).then(edited(second, third))
    assert step == edited(first, third)


PRECEPTORSHIP = Preceptorship(id="p")
NEED = Need(id="n", preceptorship="p")
OBJECTIVE = Objective(id="o", preceptorship="p", need="n")
MILESTONE = Milestone(id="ms", preceptorship="p")
MEETING = Meeting(id="m", preceptorship="p", milestone="ms", people=("anna",))
ACTION = Action(id="a", meeting="m")
EVIDENCE = Evidence(id="e")
REFLECTION = Reflection(
    id="r", preceptorship="p", objectives=("o",), meetings=("m", "other"), evidence=("e",)
)
ADDITION = Addition(id="ad", reflection="r")
ANNA = Person(id="anna")
ACTIVITY = CpdActivity(id="c", evidence=("x", "e", "y"))
PLANNED: list[Any] = [PRECEPTORSHIP, NEED, OBJECTIVE, MILESTONE, MEETING, ACTION]
ALL = [*PLANNED, EVIDENCE, REFLECTION, ADDITION, ANNA, ACTIVITY]


def test_what_a_record_owns_goes_with_it_and_links_to_any_of_it_are_cleared() -> None:
    left = applied(deleted(PRECEPTORSHIP, among(ALL)), ALL)
    assert set(left) == {"r", "ad", "e", "anna", "c"}
    assert left["r"] == replace(REFLECTION, preceptorship=None, objectives=(), meetings=("other",))
    assert left["c"] == ACTIVITY


def test_a_link_among_several_is_taken_out_and_the_others_keep_their_order() -> None:
    left = applied(deleted(EVIDENCE, among(ALL)), ALL)
    assert left["c"].evidence == ("x", "y")
    assert left["r"].evidence == ()
    assert set(left) == {each.id for each in ALL} - {"e"}


def test_a_link_that_is_not_owning_is_cleared_and_its_holder_stays() -> None:
    left = applied(deleted(NEED, among(ALL)), ALL)
    assert left["o"] == replace(OBJECTIVE, need=None)
    left = applied(deleted(MILESTONE, among(ALL)), ALL)
    assert left["m"] == replace(MEETING, milestone=None)


def test_what_is_owned_is_deleted_before_its_owner() -> None:
    gone = [edit.before.id for edit in deleted(PRECEPTORSHIP, among(ALL)).edits if not edit.after]
    assert gone[-1] == "p"
    assert gone.index("a") < gone.index("m")


def test_deleting_names_the_kind_that_was_asked_for() -> None:
    assert deleted(MEETING, among(ALL)).words == "Deleted meeting"


@drawn(60)
@given(st.sampled_from(ALL))
def test_a_deletion_taken_back_brings_everything_back_as_it_was(record: Any) -> None:
    change = deleted(record, among(ALL))
    left = applied(change, ALL)
    linked = {each for holder in left.values() for _, each in linked_ids(holder)}
    assert record.id not in linked
    assert applied(change.reverse, left.values()) == {each.id: each for each in ALL}
