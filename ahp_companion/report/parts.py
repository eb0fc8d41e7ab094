"""A part of the document: one heading in the contents, and what stands under it."""

from collections.abc import Sequence
from dataclasses import dataclass

from reportlab.platypus import Flowable


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One numbered section; `of` names the preceptorship it is about where there are several.

    It begins a page, unless it is short or the page before it is hardly begun.
    """

    title: str
    says: str
    flowables: Sequence[Flowable]
    of: str = ""
    is_short: bool = False
