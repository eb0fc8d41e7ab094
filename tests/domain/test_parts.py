"""Parts in a preceptorship: who has one loses it with it, and meetings know who they are with."""

from dataclasses import replace
from datetime import date

from ahp_companion.domain.meetings import Meeting, MeetingKind
from ahp_companion.domain.parts import meeting_edits, part_edits
from ahp_companion.domain.people import Person, PersonRole
from ahp_companion.domain.preceptorship import Preceptorship

MARTA = Person(name="Marta", roles=(PersonRole.PEER, PersonRole.PRECEPTOR))
HUDA = Person(name="Huda")
YEAR = Preceptorship(preceptor=MARTA.id)


def test_a_part_given_to_someone_is_theirs_and_one_taken_is_not() -> None:
    after = replace(YEAR, preceptor=HUDA.id)
    edits = part_edits(YEAR, after, people=[MARTA, HUDA], preceptorships=[YEAR])
    assert {each.after.name: each.after.roles for each in edits} == {
        "Marta": (PersonRole.PEER,),
        "Huda": (PersonRole.PRECEPTOR,),
    }


def test_a_part_that_another_preceptorship_names_someone_in_stays_theirs() -> None:
    after = replace(YEAR, preceptor=None)
    other = Preceptorship(preceptor=MARTA.id)
    assert part_edits(YEAR, after, people=[MARTA], preceptorships=[YEAR, other]) == ()
    backed = Preceptorship(back_up=MARTA.id)
    (edit,) = part_edits(YEAR, after, people=[MARTA], preceptorships=[YEAR, backed])
    assert edit.after.roles == (PersonRole.PEER,)


def test_who_goes_from_one_part_to_another_has_the_other_alone() -> None:
    after = replace(YEAR, preceptor=None, supervisor=MARTA.id)
    (edit,) = part_edits(YEAR, after, people=[MARTA], preceptorships=[YEAR])
    assert edit.after.roles == (PersonRole.PEER, PersonRole.CLINICAL_SUPERVISOR)


def test_a_change_that_touches_no_part_changes_nobody() -> None:
    after = replace(YEAR, title="A year")
    assert part_edits(YEAR, after, people=[MARTA, HUDA], preceptorships=[YEAR]) == ()
    assert meeting_edits(YEAR, after, [Meeting(preceptorship=YEAR.id)]) == ()


def test_planned_meetings_with_nobody_yet_are_with_the_new_preceptor() -> None:
    bare = Preceptorship()
    after = replace(bare, preceptor=MARTA.id)
    open_one = Meeting(preceptorship=bare.id, planned_on=date(2026, 4, 1))
    others = [
        replace(open_one, id="held", held_on=date(2026, 1, 8)),
        replace(open_one, id="with", people=(HUDA.id,)),
        replace(open_one, id="peers", kind=MeetingKind.PEER_GROUP),
        replace(open_one, id="elsewhere", preceptorship="another"),
    ]
    (edit,) = meeting_edits(bare, after, [open_one, *others])
    assert edit.before == open_one
    assert edit.after.people == (MARTA.id,)
    assert meeting_edits(after, bare, [open_one]) == ()
