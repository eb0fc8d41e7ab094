"""The agreement at the beginning: what both can expect, and what to do if it does not work out."""

from functools import partial

from ..domain.people import Person
from ..domain.preceptorship import Preceptorship
from .desk import Desk
from .forms import Field
from .remark import Remark


def agreement_fields(desk: Desk) -> tuple[Field, ...]:
    """Return the form of what the two people agreed at the beginning."""
    return (
        Field(
            name="role_clarity",
            label="",
            make=partial(Remark, warns=False),
            read=partial(_both_parts, desk),
            shown=partial(_has_both_parts, desk),
        ),
    )


def _both_parts(desk: Desk, preceptorship: Preceptorship) -> str:
    if not preceptorship.preceptor or preceptorship.preceptor != preceptorship.supervisor:
        return ""
    person = desk.session.get(Person, preceptorship.preceptor)
    if person is None:
        return ""
    words = f"{person.name} is your preceptor and your clinical supervisor. "
    clarity = person.role_clarity.strip()
    return words + (
        f"How you keep the two apart: {clarity}"
        if clarity
        else "Write under People how you both know which of the two is meant."
    )


def _has_both_parts(desk: Desk, preceptorship: Preceptorship) -> bool:
    return bool(_both_parts(desk, preceptorship))
