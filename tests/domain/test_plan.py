"""The plan: what is looked at first, and which layers have nothing in them."""

from datetime import date

from ahp_companion.domain.people import Person, PersonRole
from ahp_companion.domain.plan import (
    Layer,
    Need,
    Objective,
    ObjectiveState,
    Priority,
    by_layer,
    empty_layers,
    first_needs_first,
    nothing_in,
    through_contacts,
    to_talk_about,
)
from ahp_companion.domain.preceptorship import Preceptorship, Side


def test_a_need_that_is_met_comes_after_those_that_are_not() -> None:
    met = Need(words="Records", priority=Priority.FIRST, met_on=date(2026, 1, 8))
    open_one = Need(words="Rota", priority=Priority.LATER)
    assert first_needs_first([met, open_one]) == (open_one, met)


def test_needs_stand_by_priority_and_then_by_day() -> None:
    undecided = Need(words="Parking")
    soon = Need(words="Rota", priority=Priority.SOON, due_on=date(2026, 5, 1))
    sooner = Need(words="Keys", priority=Priority.SOON, due_on=date(2026, 4, 1))
    first = Need(words="Records", priority=Priority.FIRST)
    assert first_needs_first([undecided, soon, sooner, first]) == (first, sooner, soon, undecided)


def test_every_layer_is_there_even_with_nothing_in_it() -> None:
    objective = Objective(title="Join the huddle", layer=Layer.AHPS)
    assert list(by_layer([objective])) == list(Layer)
    assert by_layer([objective])[Layer.AHPS] == (objective,)
    assert empty_layers([objective]) == (Layer.ME, Layer.PROFESSION, Layer.TEAM)


def test_the_only_one_of_a_profession_reaches_it_through_a_contact_elsewhere() -> None:
    alone = Preceptorship(only_one_here=True)
    ishbel = Person(
        name="Ishbel MacAskill",
        organisation="Forthside",
        roles=(PersonRole.PEER, PersonRole.SAME_PROFESSION),
    )
    marta = Person(name="Marta", roles=(PersonRole.PRECEPTOR,))
    through = "Through Ishbel MacAskill, Forthside"
    assert through_contacts(alone, [marta, ishbel]) == through
    assert nothing_in(Layer.PROFESSION, alone, [marta, ishbel]) == through
    assert nothing_in(Layer.PROFESSION, alone, [marta]) == "No contact of your own profession yet"
    theirs = Preceptorship(only_one_here=True, side=Side.PRECEPTOR)
    assert nothing_in(Layer.PROFESSION, theirs, []) == "No contact of their own profession yet"
    assert nothing_in(Layer.TEAM, alone, [ishbel]) == ""
    assert nothing_in(Layer.PROFESSION, Preceptorship(), [ishbel]) == ""


def test_what_of_the_plan_is_to_be_talked_about_next() -> None:
    today = date(2026, 3, 12)
    objectives = [
        Objective(title="Run a clinic", due_on=date(2026, 4, 23)),
        Objective(title="Far off", due_on=date(2026, 4, 24)),
        Objective(title="Begun", state=ObjectiveState.UNDER_WAY),
        Objective(title="Done", due_on=today, state=ObjectiveState.REACHED),
        Objective(title="Late", due_on=date(2026, 2, 1)),
        Objective(title=" ", due_on=today),
    ]
    needs = [
        Need(words="The record system", priority=Priority.FIRST),
        Need(words="Later", priority=Priority.LATER),
        Need(words="Met", priority=Priority.FIRST, met_on=today),
    ]
    assert to_talk_about(objectives, needs, on=today) == (
        "Late (by 1 February 2026)",
        "Run a clinic (by 23 April 2026)",
        "Begun",
        "The record system",
    )
    assert to_talk_about(objectives, needs, on=today, most=2) == (
        "Late (by 1 February 2026)",
        "Run a clinic (by 23 April 2026)",
    )
