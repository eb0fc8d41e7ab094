"""One part as a file: written page by page, and ended with its list of pages and bookmarks."""

from datetime import date
from pathlib import Path

from .. import text
from .copying import AROUND_AN_OBJECT, Copying
from .leaves import Leaf
from .stamps import Stamps

HEAD = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
CATALOGUE, PAGES, PROPERTIES, BOOKMARKS, FONTS = 1, 2, 3, 4, 5
CREATOR = "AHP Companion"
MOST_TITLE = 200
# What each page and object adds to the lists at the end, rounded up.
OF_A_PAGE, OF_AN_OBJECT, OF_THE_END = 14, 20, 4_000


class PartFile:
    """A PDF that is being written, and never reaches ten million bytes."""

    MOST_BYTES = 9_999_000
    # What is left for a page where nothing but the typeface of the stamps is in a part yet.
    ROOM = MOST_BYTES - 200_000

    def __init__(self, path: Path, *, title: str, on: date, stamps: Stamps) -> None:
        self.path = path
        self._title, self._on = title, on
        self._places: dict[int, int] = {}
        self._pages: list[int] = []
        self._bookmarks: list[tuple[int, int, str]] = []
        self._of = 0
        self._file = path.open("xb")
        self._file.write(HEAD)
        copying = Copying(first=FONTS + 1)
        self._write(FONTS, copying.value(stamps.fonts))
        for number, body in copying.rest():
            self._write(number, body)
        self._copying, self._next = copying, copying.next

    @property
    def page_count(self) -> int:
        """Return how many pages are in it."""
        return len(self._pages)

    def add(self, leaf: Leaf, content: bytes, *, of: int, smaller: bool) -> bool:
        """Add a page of a piece; return whether there was room for it."""
        known = self._copying if self._of == of else Copying(smaller=smaller)
        copying = known.again(self._next)
        drawn, bodies = copying.of(leaf.drawn)
        page, drawing = copying.number(), copying.number()
        bodies.append((drawing, b"<</Length %d>>\nstream\n%s\nendstream" % (len(content), content)))
        bodies.append((page, _page(leaf, drawn, drawing)))
        added = sum(len(body) + AROUND_AN_OBJECT for _, body in bodies)
        if self._pages and self._size + added + self._end_size(len(bodies)) > self.MOST_BYTES:
            return False
        for number, body in bodies:
            self._write(number, body)
        self._copying, self._next, self._of = copying, copying.next, of
        self._pages.append(page)
        return True

    def bookmark(self, of: int, title: str) -> None:
        """Let a bookmark lead to the last page, unless one leads to its piece already."""
        if not self._bookmarks or self._bookmarks[-1][0] != of:
            cleaned = text.cleaned(title).replace(text.BREAK, " ")
            self._bookmarks.append((of, self._pages[-1], cleaned[:MOST_TITLE]))

    def finish(self) -> None:
        """Write what leads to the pages, and close the file."""
        kids = b" ".join(b"%d 0 R" % each for each in self._pages)
        self._write(PAGES, b"<</Type/Pages/Count %d/Kids[%s]>>" % (len(self._pages), kids))
        first, last = self._next, self._next + len(self._bookmarks) - 1
        for at, (_, page, title) in enumerate(self._bookmarks):
            self._write(first + at, _bookmark(title, page, first + at, first, last))
        self._write(
            BOOKMARKS,
            b"<</Type/Outlines/First %d 0 R/Last %d 0 R/Count %d>>"
            % (first, last, len(self._bookmarks)),
        )
        made = f"D:{self._on:%Y%m%d}000000Z".encode("ascii")
        said = (_string(self._title), _string(CREATOR), made, made)
        self._write(PROPERTIES, b"<</Title %s/Creator %s/CreationDate(%s)/ModDate(%s)>>" % said)
        self._write(
            CATALOGUE,
            b"<</Type/Catalog/Pages %d 0 R/Outlines %d 0 R/PageMode/UseOutlines/Lang(en-GB)"
            b"/ViewerPreferences<</DisplayDocTitle true>>>>" % (PAGES, BOOKMARKS),
        )
        self._write_places()
        self._file.close()

    def abandon(self) -> None:
        """Let go of the file as it is."""
        self._file.close()

    @property
    def _size(self) -> int:
        return self._file.tell()

    def _end_size(self, more: int) -> int:
        titles = sum(4 * len(title) + 200 for *_, title in self._bookmarks) + 4 * MOST_TITLE
        objects = len(self._places) + more + len(self._bookmarks)
        return OF_THE_END + titles + OF_A_PAGE * (len(self._pages) + 1) + OF_AN_OBJECT * objects

    def _write(self, number: int, body: bytes) -> None:
        self._places[number] = self._size
        self._file.write(b"%d 0 obj\n%s\nendobj\n" % (number, body))

    def _write_places(self) -> None:
        begins, last = self._size, max(self._places)
        lines = [b"0000000000 65535 f \n"]
        lines += [b"%010d 00000 n \n" % self._places[number] for number in range(1, last + 1)]
        self._file.write(b"xref\n0 %d\n%s" % (last + 1, b"".join(lines)))
        self._file.write(
            b"trailer\n<</Size %d/Root %d 0 R/Info %d 0 R>>\nstartxref\n%d\n%%%%EOF\n"
            % (last + 1, CATALOGUE, PROPERTIES, begins)
        )


def _page(leaf: Leaf, drawn: list[tuple[str, int]], drawing: int) -> bytes:
    forms = b"".join(b"%s %d 0 R " % (name.encode("ascii"), number) for name, number in drawn)
    return (
        b"<</Type/Page/Parent %d 0 R/MediaBox[0 0 %.4f %.4f]"
        b"/Resources<</XObject<<%s>>/Font %d 0 R>>/Contents %d 0 R>>"
        % (PAGES, leaf.width, leaf.height, forms, FONTS, drawing)
    )


def _bookmark(title: str, page: int, number: int, first: int, last: int) -> bytes:
    beside = b"/Prev %d 0 R" % (number - 1) if number > first else b""
    beside += b"/Next %d 0 R" % (number + 1) if number < last else b""
    return b"<</Title %s/Parent %d 0 R/Dest[%d 0 R/Fit]%s>>" % (
        _string(title),
        BOOKMARKS,
        page,
        beside,
    )


def _string(words: str) -> bytes:
    return b"<%s>" % b"".join((b"\xfe\xff", words.encode("utf-16-be"))).hex().encode("ascii")
