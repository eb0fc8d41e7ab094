"""My scope: what I do, what I do not, who I ask and when I say no; one sheet for each setting."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date

from .records import link, new_id
from .words import Word


class ScopeKind(Word):
    """Where a line stands on the sheet."""

    INSIDE = "inside", "Inside my scope"
    AFTER_TRAINING = "after-training", "Inside after training"
    OUTSIDE = "outside", "Outside my scope"
    ASK = "ask", "Who I ask"
    SAY_NO = "say-no", "When I say no"
    DECIDE = "decide", "What I may decide"


class CarriesOver(Word):
    """Whether something holds in a new setting too."""

    ASKED = "asked", "Not asked yet"
    YES = "yes", "Carries over"
    NO = "no", "Does not carry over"


@dataclass(frozen=True, slots=True, kw_only=True)
class ScopeSheet:
    """One dated sheet for one setting; a change of setting begins another from it."""

    id: str = field(default_factory=new_id)
    title: str = ""
    workplace: str | None = link("workplace")
    from_on: date | None = None
    to_on: date | None = None
    review_on: date | None = None
    agreed_with: str = ""
    before: str | None = link("scope_sheet")


@dataclass(frozen=True, slots=True, kw_only=True)
class ScopeLine:
    """One line of a sheet; one that came from the sheet before says whether it carries over."""

    id: str = field(default_factory=new_id)
    sheet: str | None = link("scope_sheet", owned=True)
    kind: ScopeKind = ScopeKind.INSIDE
    words: str = ""
    detail: str = ""
    came_from: str | None = link("scope_line")
    carries_over: CarriesOver | None = None


def is_past(sheet: ScopeSheet) -> bool:
    """Return whether another sheet has taken a sheet's place; it is then read and not changed."""
    return sheet.to_on is not None


def new_setting(
    sheet: ScopeSheet, lines: Iterable[ScopeLine], *, on: date, title: str
) -> tuple[ScopeSheet, ScopeSheet, tuple[ScopeLine, ...]]:
    """Return a sheet closed on a day, the next one, and its lines, each asking to carry over."""
    after = replace(
        sheet, id=new_id(), title=title, from_on=on, to_on=None, before=sheet.id, workplace=None,
        review_on=None, agreed_with="",
    )  # fmt: skip
    carried = tuple(
        replace(
            each,
            id=new_id(),
            sheet=after.id,
            came_from=each.id,
            carries_over=CarriesOver.ASKED,
        )
        for each in lines
        if each.carries_over is not CarriesOver.NO
    )
    return replace(sheet, to_on=on), after, carried


def in_force(lines: Iterable[ScopeLine]) -> dict[ScopeKind, tuple[ScopeLine, ...]]:
    """Return the lines that hold, under each heading; what does not carry over is not among them.

    What was not asked yet does not hold yet.
    """
    held = [each for each in lines if each.carries_over in (None, CarriesOver.YES)]
    return {kind: tuple(each for each in held if each.kind is kind) for kind in ScopeKind}


def still_to_ask(lines: Iterable[ScopeLine]) -> int:
    """Return how many lines from the setting before nobody has asked about yet."""
    return sum(each.carries_over is CarriesOver.ASKED for each in lines)


def current(sheets: Iterable[ScopeSheet]) -> ScopeSheet | None:
    """Return the sheet that holds now: the one begun last that no other has replaced."""
    held = [each for each in sheets if not is_past(each)]
    return max(held, key=lambda each: each.from_on or date.min, default=None)


def sheets_in_order(sheets: Iterable[ScopeSheet]) -> list[ScopeSheet]:
    """Return sheets as they are shown: those that hold first, each begun latest first."""
    by_start = sorted(sheets, key=_started, reverse=True)
    return sorted(by_start, key=is_past)


def _started(sheet: ScopeSheet) -> date:
    return sheet.from_on or date.min
