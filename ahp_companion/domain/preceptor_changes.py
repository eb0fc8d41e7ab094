"""A change of preceptor: from whom, to whom, and what is handed on; the first stays on record."""

from dataclasses import dataclass, field
from datetime import date

from .records import link, new_id


@dataclass(frozen=True, slots=True, kw_only=True)
class PreceptorChange:
    """One change of preceptor in a preceptorship, with a note from one to the next."""

    id: str = field(default_factory=new_id)
    preceptorship: str | None = link("preceptorship", owned=True)
    on: date | None = None
    from_person: str | None = link("person")
    to_person: str | None = link("person")
    why: str = ""
    handed_on: str = ""
    still_open: str = ""
