"""The contents: every part with its page, which is filled in when the last page is done."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from reportlab.platypus import Flowable

from .. import text
from ..flowables import Abreast, Placed, Prose, prose
from ..parts import Part
from ..styles import (
    CELL_LABEL,
    CONTENTS_TITLE,
    ENTRY,
    ENTRY_NUMBER,
    ENTRY_PAGE,
    MAIN_LEFT,
    MAIN_WIDTH,
    META,
    TEXT_WIDTH,
)
from ..tagging import Element

PAGE_ROOM, MOST_LINES = 40, 3
# More entries than this leave out what they say, so that the contents stay on one page.
MOST_IN_FULL = 16
WHOSE_WORDS = (
    "Everything here is in my own words unless it says otherwise. Ratings of confidence are mine, "
    "about me; nobody else gave them, and no average is drawn from them."
)


class PageNumber(Flowable):  # type: ignore[misc]  # ReportLab carries no types
    """The page of a part, at the right edge."""

    def __init__(self, key: str) -> None:
        super().__init__()
        self.key = key
        self.width, self.height = TEXT_WIDTH, ENTRY_PAGE.leading

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """Return the size of one line."""
        return self.width, self.height

    def draw(self) -> None:
        """Keep a place for the number."""
        y = self.height - ENTRY_PAGE.size
        with self.canv.tree.marked(self.canv, Element("Span")):
            self.canv.put_later(TEXT_WIDTH, y, ENTRY_PAGE, self._page, right=True)

    def _page(self, paper: Any) -> str:
        return str(paper.pages[self.key])


def key_of(number: int) -> str:
    """Return the key by which a numbered part is found in the document."""
    return f"part.{number}"


def contents(parts: Sequence[Part]) -> list[Flowable]:
    """Return the page of contents."""
    title = Prose(("Contents",), CONTENTS_TITLE, tag="H1")
    table = Element("TOC")
    is_long = len(parts) > MOST_IN_FULL
    entries = [
        _entry(number, _on_one_line(part) if is_long else part, table)
        for number, part in enumerate(parts, start=1)
    ]
    return [title, *entries, *prose(WHOSE_WORDS, META)]


def _on_one_line(part: Part) -> Part:
    title = " · ".join(each for each in (part.title, part.of) if each)
    room = MAIN_WIDTH - PAGE_ROOM
    return replace(part, title=text.one_line(title, ENTRY, room), of="", says="")


def _entry(number: int, part: Part, table: Element) -> Abreast:
    room = MAIN_WIDTH - PAGE_ROOM
    cut = text.lines(part.title, ENTRY, room)[:MOST_LINES]
    title = Prose(text.going_on(cut), ENTRY, tag="Span")
    said = ". ".join(each for each in (part.of.rstrip("."), part.says) if each)
    second = text.going_on(text.lines(text.one_line(said, CELL_LABEL, room), CELL_LABEL, room))
    parts = [
        Placed(0, 5, Prose((f"{number} ",), ENTRY_NUMBER, left=0, tag="Span")),
        Placed(0, 5, title),
        *([Placed(0, 5 + title.height, Prose(second, CELL_LABEL, tag="Span"))] if second else []),
        Placed(0, 5, PageNumber(key_of(number))),
    ]
    link = (key_of(number), part.title)
    return Abreast(parts, line_from=MAIN_LEFT, thin=True, foot=7, link=link, within=table)
