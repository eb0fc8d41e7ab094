"""Who plays which part in a preceptorship, and what moves with a part that is given or taken."""

from collections.abc import Iterable
from dataclasses import replace

from .changes import Edit
from .meetings import Meeting, MeetingKind, has_happened
from .people import Person, PersonRole
from .preceptorship import Preceptorship

PARTS = {
    "preceptor": PersonRole.PRECEPTOR,
    "supervisor": PersonRole.CLINICAL_SUPERVISOR,
    "back_up": PersonRole.BACK_UP_PRECEPTOR,
}


def part_edits(
    before: Preceptorship,
    after: Preceptorship,
    *,
    people: Iterable[Person],
    preceptorships: Iterable[Preceptorship],
) -> tuple[Edit, ...]:
    """Return the changes to people whose parts a preceptorship gives or takes.

    Whoever is named in a part has it; from whom it is taken loses it, unless another preceptorship
    names them in it. What has been written about them and their meetings stay.
    """
    others = [each for each in preceptorships if each.id != after.id]
    edits = []
    for person in people:
        roles = list(person.roles)
        for part, role in PARTS.items():
            was, now = (getattr(each, part) == person.id for each in (before, after))
            if now and not was and role not in roles:
                roles.append(role)
            elif was and not now and not _is_named(person, part, others) and role in roles:
                roles.remove(role)
        if tuple(roles) != person.roles:
            edits.append(Edit(before=person, after=replace(person, roles=tuple(roles))))
    return tuple(edits)


def meeting_edits(
    before: Preceptorship, after: Preceptorship, meetings: Iterable[Meeting]
) -> tuple[Edit, ...]:
    """Return the changes to planned meetings that are with nobody yet: with the new preceptor."""
    if after.preceptor is None or after.preceptor == before.preceptor:
        return ()
    return tuple(
        Edit(before=each, after=replace(each, people=(after.preceptor,)))
        for each in meetings
        if each.preceptorship == after.id
        and each.kind is MeetingKind.PRECEPTORSHIP
        and not each.people
        and not has_happened(each)
    )


def _is_named(person: Person, part: str, preceptorships: Iterable[Preceptorship]) -> bool:
    return any(getattr(each, part) == person.id for each in preceptorships)
