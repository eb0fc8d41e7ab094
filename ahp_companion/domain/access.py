"""Access and adjustments: what makes it possible to do the work well; private at first."""

from dataclasses import dataclass, field
from datetime import date

from .records import link, new_id


@dataclass(frozen=True, slots=True, kw_only=True)
class Adjustment:
    """Something that is arranged differently for someone, and when it is looked at again."""

    id: str = field(default_factory=new_id)
    preceptorship: str | None = link("preceptorship", owned=True)
    words: str = ""
    why: str = ""
    asked_of: str = ""
    in_place_on: date | None = None
    review_on: date | None = None
    private: bool = True
