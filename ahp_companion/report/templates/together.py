"""What leads up to signatures: some of it is always on their page, so that they sign something."""

from collections.abc import Sequence
from typing import Any

from reportlab.platypus import Flowable

from ..styles import TEXT_HEIGHT, TEXT_WIDTH
from .hand import Label

# About two rows of a table, or three lines.
TAKEN_ALONG = 40
SLACK = 20
MOST_MOVED = TEXT_HEIGHT / 2


def leading_to(signatures: Sequence[Flowable], story: Sequence[Flowable]) -> list[Flowable]:
    """Return a story whose last part never leaves the signatures alone on a page."""
    if not story or not signatures:
        return list(story)
    needs = sum(
        float(each.height + each.getSpaceBefore() + each.getSpaceAfter()) for each in signatures
    )
    *before, last = story
    kept = LeadingTo(last, needs)
    above = before[-1] if before else None
    if isinstance(above, Label) and kept.is_whole:
        # It moves on with what stands under it.
        above.room = max(above.room, above.height + kept.height + needs)
    return [*before, kept]


class LeadingTo(Flowable):  # type: ignore[misc]  # ReportLab carries no types
    """Something that moves on, in part or whole, where what follows finds no room under it."""

    def __init__(self, inner: Any, needs: float) -> None:
        super().__init__()
        self.inner = inner
        self.width, self.height = inner.wrap(TEXT_WIDTH, TEXT_HEIGHT)
        is_alone = self.height > MOST_MOVED and not self._parts(self.height)
        self.needs = 0.0 if is_alone or needs > TEXT_HEIGHT / 2 - SLACK else needs
        self.spaceBefore = inner.getSpaceBefore()
        self.spaceAfter = inner.getSpaceAfter()

    @property
    def is_whole(self) -> bool:
        """Return whether it is moved on whole, as nothing of it can be left behind."""
        return bool(self.needs) and not self._parts(self.height)

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Return the size; more than there is where what follows would not fit."""
        high = float(self.inner.wrap(width, height)[1])
        is_short = high <= height < high + self.needs
        return self.width, high + self.needs if is_short else high

    def split(self, _width: float, height: float) -> list[Flowable]:
        """Return two parts, the second with what follows; nothing where it has to move whole."""
        *first, last = self._parts(height) or [None]
        if last is None:
            return []
        kept = LeadingTo(last, self.needs)
        kept.spaceAfter = self.spaceAfter
        return [*first, kept]

    def drawOn(  # noqa: N802  # ReportLab's own name
        self,
        canvas: Any,
        x: float,
        y: float,
        _sW: float = 0,  # noqa: N803
    ) -> None:
        """Draw what it is."""
        self.inner.drawOn(canvas, x, y)

    def _parts(self, height: float) -> list[Flowable]:
        left = min(height, self.height - TAKEN_ALONG)
        found: list[Flowable] = self.inner.split(TEXT_WIDTH, left) if left > 0 else []
        return found
