"""Reads a PDF as a screen reader does: by its tree, and the words that each part of it holds."""

import ctypes
from collections import defaultdict
from collections.abc import Iterator
from functools import cached_property
from typing import Any

import pypdfium2
from pypdfium2 import raw

from .reading import Printed, joined


class Spoken:
    """The tree of a PDF that was read back, with the words of each element.

    Words that are put in when the last page is done, such as page numbers, are not among them.
    """

    def __init__(self, read: Printed) -> None:
        self.read = read

    @property
    def tree(self) -> Any:
        """Return the tree's root."""
        return self.read.reader.root_object["/StructTreeRoot"].get_object()

    @cached_property
    def elements(self) -> list[Any]:
        """Return every element in the order of reading."""
        return list(beneath(self.tree))

    @property
    def tags(self) -> list[str]:
        """Return what each element is, in the order of reading."""
        return [tag_of(each) for each in self.elements]

    def all(self, *tags: str) -> list[Any]:
        """Return the elements that are one of several things, in the order of reading."""
        return [each for each in self.elements if tag_of(each) in tags]

    def said(self, *tags: str) -> list[str]:
        """Return the words of each element that is one of several things."""
        return [self.words(each) for each in self.all(*tags)]

    def words(self, element: Any) -> str:
        """Return the words of an element and of all beneath it."""
        return joined("".join(self._pieces(element)))

    def _pieces(self, element: Any) -> Iterator[str]:
        for kid in element["/K"]:
            held = kid.get_object()
            if isinstance(held, int):
                yield self._marked[element["/Pg"]["/StructParents"], held]
            elif "/S" in held:
                yield from self._pieces(held)
            elif "/MCID" in held:
                yield self._marked[held["/Pg"]["/StructParents"], held["/MCID"]]

    @cached_property
    def _marked(self) -> dict[tuple[int, int], str]:
        found: dict[tuple[int, int], str] = defaultdict(str)
        with pypdfium2.PdfDocument(self.read.content) as document:
            for number, page in enumerate(document):
                letters = page.get_textpage()
                for shown in page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT]):
                    mark = raw.FPDFPageObj_GetMarkedContentID(shown)
                    found[number, mark] += _text(shown, letters)
        return found


def tag_of(element: Any) -> str:
    """Return what an element is, "P" for a paragraph."""
    return str(element["/S"])[1:]


def kids(element: Any) -> list[Any]:
    """Return the elements right beneath one, in the order of reading."""
    held = [each.get_object() for each in element["/K"]]
    return [each for each in held if isinstance(each, dict) and "/S" in each]


def beneath(held: Any) -> Iterator[Any]:
    """Yield every element beneath one, in the order of reading."""
    for each in kids(held):
        yield each
        yield from beneath(each)


def _text(shown: Any, letters: Any) -> str:
    room = raw.FPDFTextObj_GetText(shown, letters, None, 0)
    held = ctypes.create_string_buffer(room)
    raw.FPDFTextObj_GetText(shown, letters, ctypes.cast(held, ctypes.POINTER(raw.FPDF_WCHAR)), room)
    return held.raw[:room].decode("utf-16-le").rstrip("\0")
