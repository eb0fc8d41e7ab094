"""Findings set aside: what could say who somebody is, and why its owner lets it stand."""

from dataclasses import dataclass, field
from datetime import date

from .records import code, links, new_id


@dataclass(frozen=True, slots=True, kw_only=True)
class Dismissal:
    """A finding set aside in a record, with the reason; `digest` knows it again without saying it.

    What was found is not kept here a second time: see `identified.digest_of`.
    """

    id: str = field(default_factory=new_id)
    about: tuple[str, ...] = links("")
    kind: str = code()
    digest: str = code()
    reason: str = ""
    on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class WatchedName:
    """A name that the owner wants to be told of wherever it stands, before anything leaves."""

    id: str = field(default_factory=new_id)
    name: str = ""
