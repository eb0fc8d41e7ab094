"""The plan: what is looked at first, and which layers have nothing in them."""

from datetime import date

from ahp_companion.domain.people import Person, PersonRole
from ahp_companion.domain.plan import (
    Layer,
    Need,
    Objective,
    Priority,
    by_layer,
    empty_layers,
    first_needs_first,
    nothing_in,
    through_contacts,
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
