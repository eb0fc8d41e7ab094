"""Reads a printed portfolio back: its pages, its words as typed, its bookmarks and fonts."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property
from io import BytesIO
from typing import Any

from pypdf import PdfReader

from ahp_companion.domain.portfolio import Choice, Portfolio
from ahp_companion.report.portfolio_pdf import pdf_bytes

from .people import CATALOGUE, hang

ON = date(2026, 4, 8)


@dataclass
class Printed:
    """A PDF that was read back."""

    content: bytes
    page_count: int

    @property
    def language(self) -> str:
        """Return the language that the file says it is in."""
        return str(self.reader.root_object["/Lang"])

    @cached_property
    def reader(self) -> PdfReader:
        """Return the file, opened."""
        return PdfReader(BytesIO(self.content))

    @cached_property
    def pages(self) -> list[str]:
        """Return the text of each page, its lines joined."""
        return [joined(page.extract_text()) for page in self.reader.pages]

    @property
    def text(self) -> str:
        """Return the text of all pages."""
        return " ".join(self.pages)

    @property
    def parts(self) -> list[str]:
        """Return the bookmarks' titles on the first level: the parts of the document."""
        return [str(entry.title) for entry in self.reader.outline if not isinstance(entry, list)]

    @property
    def titles(self) -> list[str]:
        """Return the bookmarks' titles, all levels in order."""
        return [entry.title for entry in self.bookmarks]

    @property
    def bookmarks(self) -> list[Any]:
        """Return the bookmarks, all levels in order."""
        return list(_flat(self.reader.outline))

    def page_of(self, title: str) -> int:
        """Return the page that a bookmark leads to, counted from 1."""
        entry = next(each for each in self.bookmarks if each.title == title)
        return int(self.reader.get_destination_page_number(entry) or 0) + 1

    def fonts(self) -> Iterator[Any]:
        """Yield every font that the file names."""
        for number in self.reader.xref[0]:
            held: Any = self.reader.get_object(number)
            if isinstance(held, dict) and held.get("/Type") == "/Font":
                yield held


def printed(portfolio: Portfolio, choice: Choice | None = None, *, on: date = ON) -> Printed:
    """Return a portfolio printed and read back."""
    return Printed(*pdf_bytes(portfolio, CATALOGUE, choice or Choice(), on=on))


@cache
def printed_hang() -> Printed:
    """Return the fullest of the portfolios, printed once for all tests that only read it."""
    return printed(hang())


def joined(words: str) -> str:
    """Return words with single spaces, as they are read and not as they stand in lines."""
    return " ".join(words.split())


def _flat(outline: list[Any]) -> Iterator[Any]:
    for entry in outline:
        if isinstance(entry, list):
            yield from _flat(entry)
        else:
            yield entry
