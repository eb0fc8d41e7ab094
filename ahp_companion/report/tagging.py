"""What each mark on a page is, in reading order: headings, paragraphs, tables, charts in words.

A screen reader reads this tree and not the page. ReportLab writes pages only; the tree is added
here, as PDF/UA-1 (ISO 14289-1) asks for it. Whatever is not in the tree is drawn as an artifact.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from reportlab.pdfbase.pdfdoc import (
    LinkAnnotation,
    PDFDictionary,
    PDFName,
    PDFObject,
    PDFPage,
    PDFString,
)

# Keys of the tree's index: pages count from 0, and links from far beyond any page.
LINKS_FROM = 1_000_000
PAGE_KEYS, PLAIN_KEYS = ("StructParents", "Tabs"), ("MarkInfo", "ViewerPreferences")
LinkAnnotation.permitted = (*LinkAnnotation.permitted, "StructParent")

DECIMAL, DISC, SQUARE = "Decimal", "Disc", "Square"


class Element(PDFObject):  # type: ignore[misc]  # ReportLab carries no types
    """A part of the tree: what it is, what it holds, and on which pages it stands."""

    __RefOnly__ = 1

    def __init__(self, tag: str, *, attributes: str = "", alt: str = "") -> None:
        self.tag, self.attributes, self.alt = tag, attributes, alt
        self.parent: Element | None = None
        self.above = ""
        # A long table has tens of thousands of cells: what most of them lack is not made.
        self.elements: list[Element] | tuple[()] = ()
        self.content: tuple[tuple[int, int], ...] = ()
        self.links: tuple[tuple[int, Any], ...] = ()
        self.number = ""
        self.page_numbers: Sequence[str] = ()

    def add(self, element: "Element") -> "Element":
        """Put an element at the end of this one, unless it stands in the tree already."""
        if element.parent is None:
            element.parent = self
            self.elements = self.elements or []
            self.elements.append(element)
        return element

    def everything(self) -> Iterator["Element"]:
        """Yield this element and all beneath it, in reading order."""
        yield self
        for each in self.elements:
            yield from each.everything()

    def format(self, document: Any) -> bytes:
        """Return the element as it is written, with the pages its content is on."""
        kids = [each.number for each in self.elements]
        pages = {page for page, _ in self.content}
        at = ""
        if len(pages) == 1 and not self.links:
            at = f"/Pg {self.page_numbers[pages.pop()]}"
            kids += [str(number) for _, number in self.content]
        else:
            for page, number in self.content:
                kids.append(f"<</Type/MCR/Pg {self.page_numbers[page]}/MCID {number}>>")
        for page, link in self.links:
            link_number = str(link.format(document), "ascii")
            kids.append(f"<</Type/OBJR/Obj {link_number}/Pg {self.page_numbers[page]}>>")
        said = b"/Alt " + PDFString(self.alt).format(document) if self.alt else b""
        held = f"<</S/{self.tag}/P {self.above}{at}{self.attributes}/K[{' '.join(kids)}]"
        return held.encode("ascii") + said + b">>"


class Tree(PDFObject):  # type: ignore[misc]
    """The whole tree, and the index from marks on pages back to it."""

    __RefOnly__ = 1

    def __init__(self) -> None:
        self.root = Element("Document")
        self.within = self.root
        self.is_open = False
        self._closing = Element("Document")
        self._pages: list[list[Element]] = []
        self._here: list[Element] = []
        self._links: list[Element] = []
        self._checklist = listing(SQUARE)

    @contextmanager
    def marked(self, canvas: Any, element: Element) -> Iterator[None]:
        """Let what is drawn meanwhile be content of an element, which joins the tree here."""
        if self.is_open:
            yield
            return
        self.within.add(element)
        element.content += ((len(self._pages), len(self._here)),)
        canvas.addLiteral(f"/{element.tag} <</MCID {len(self._here)}>> BDC")
        self._here.append(element)
        self.is_open = True
        yield
        canvas.addLiteral("EMC")
        self.is_open = False

    @contextmanager
    def artifact(self, canvas: Any, kind: str = "Layout") -> Iterator[None]:
        """Let what is drawn meanwhile be passed over in reading."""
        if self.is_open:
            yield
            return
        canvas.addLiteral(f"/Artifact <</Type /{kind}>> BDC")
        self.is_open = True
        yield
        canvas.addLiteral("EMC")
        self.is_open = False

    @contextmanager
    def inside(self, *elements: Element) -> Iterator[None]:
        """Let what is marked meanwhile stand beneath elements, each beneath the one before."""
        before = self.within
        for element in elements:
            self.within = self.within.add(element)
        yield
        self.within = before

    @contextmanager
    def afterwards(self) -> Iterator[None]:
        """Let what is marked meanwhile be read after everything else."""
        before, self.within = self.within, self._closing
        yield
        self.within = before

    def checklist(self) -> Element:
        """Return the list of lines to tick that was read last, or a new one if it is over."""
        last = self.within.elements[-1] if self.within.elements else None
        if last is None or last is not self._checklist:
            self._checklist = listing(SQUARE)
        return self._checklist

    def link(self, canvas: Any, element: Element, words: str, key: str, area: Any) -> None:
        """Make an area of the page a link, and an element its place in the tree."""
        name = f"link.{len(self._links)}"
        number = LINKS_FROM + len(self._links)
        canvas.linkRect(
            words, key, area, name=name, Border="[0 0 0]", F=4, StructParent=number
        )  # fmt: skip
        element.links += ((len(self._pages), canvas._doc.refAnnotation(name)),)
        self._links.append(element)

    def end_page(self) -> None:
        """Close a page: marks count from nought on the next."""
        self._pages.append(self._here)
        self._here = []

    def write(self, document: Any) -> None:
        """Put the tree into a document whose pages are all drawn."""
        for element in self._closing.elements:
            element.parent = None
            self.root.add(element)
        pages = document.Pages.pages
        for number, page in enumerate(pages):
            _index(page, number)
        page_numbers = [_number(document, page) for page in pages]
        above = _number(document, self)
        for element in self.root.everything():
            document.Reference(element)
            element.number = f"{document.objectcounter} 0 R"
            element.above = element.parent.number if element.parent else above
            element.page_numbers = page_numbers
        catalog = document.Catalog
        # ReportLab would write these as objects of their own, which readers do not look for.
        catalog.__Refs__ = [each for each in catalog.__Refs__ if each not in PLAIN_KEYS]
        catalog.StructTreeRoot = self
        catalog.MarkInfo = PDFDictionary({"Marked": "true"})

    def format(self, _document: Any) -> bytes:
        """Return the tree's root, with its index."""
        index = [
            f"{number}[{' '.join(each.number for each in held)}]"
            for number, held in enumerate(self._pages)
        ]
        index += [f"{LINKS_FROM + at} {each.number}" for at, each in enumerate(self._links)]
        following = LINKS_FROM + len(self._links)
        return (
            f"<</Type/StructTreeRoot/K[{self.root.number}]/ParentTreeNextKey {following}"
            f"/ParentTree<</Nums[{' '.join(index)}]>>>>"
        ).encode("ascii")


def placed(box: tuple[float, float, float, float]) -> str:
    """Return the attributes that say where a picture stands on its page."""
    sides = " ".join(f"{side:.1f}" for side in box)
    return f"/A<</O/Layout/Placement/Block/BBox[{sides}]>>"


def header(scope: str, *, columns: int = 1, rows: int = 1) -> Element:
    """Return the head of a column or a row, over as many columns and rows as it stands for."""
    return Element("TH", attributes=f"/A<</O/Table/Scope/{scope}{_spans(columns, rows)}>>")


def cell(columns: int = 1) -> Element:
    """Return a cell, over one column or several."""
    spans = _spans(columns, 1)
    return Element("TD", attributes=f"/A<</O/Table{spans}>>" if spans else "")


def listing(numbering: str) -> Element:
    """Return a list, by what its points begin with: numbers, signs or boxes to tick."""
    return Element("L", attributes=f"/A<</O/List/ListNumbering/{numbering}>>")


def _spans(columns: int, rows: int) -> str:
    over = f"/ColSpan {columns}" if columns > 1 else ""
    return f"{over}/RowSpan {rows}" if rows > 1 else over


def _index(page: PDFPage, number: int) -> None:
    # Set on the page alone: these are keys that ReportLab does not know, and takes nonetheless.
    page.__NoDefault__ = [*page.__NoDefault__, *PAGE_KEYS]
    page.StructParents = number
    page.Tabs = PDFName("S")


def _number(document: Any, held: Any) -> str:
    """Return the number by which an object of a document is referred to."""
    return str(document.Reference(held).format(document), "ascii")
