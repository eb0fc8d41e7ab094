"""Taking what a page draws with out of its PDF, object by object, as it goes into another file."""

import zlib
from collections.abc import Iterator, Sequence
from io import BytesIO
from typing import Any

from pypdf.generic import (
    ArrayObject,
    ByteStringObject,
    DictionaryObject,
    IndirectObject,
    NameObject,
    NullObject,
    PdfObject,
    StreamObject,
    TextStringObject,
)

from .pictures import bare_jpeg, smaller_picture
from .reading import Deadline, UnmergedError, entry, packing

MOST_OBJECTS = 100_000
# Nothing is drawn with these: remarks of programs, pictures of the picture, ways to structure.
LEFT_OUT = frozenset(
    {"/Metadata", "/PieceInfo", "/StructParent", "/StructParents", "/LastModified", "/OPI",
     "/Alternates", "/Length"}
)  # fmt: skip
# What holds pages together and what acts; no page is drawn with it.
ELSEWHERE = frozenset(
    {"/Page", "/Pages", "/Catalog", "/Annot", "/Action", "/Filespec", "/EmbeddedFile", "/Outlines",
     "/StructTreeRoot", "/StructElem", "/Sig"}
)  # fmt: skip
# More than a page of its own with its stamp takes.
AROUND_AN_OBJECT, OF_A_PAGE = 60, 2_000


class Copying:
    """The objects of one PDF as they are numbered in one part; each is copied once."""

    def __init__(
        self, *, first: int = 1, deadline: Deadline | None = None, smaller: bool = False
    ) -> None:
        self._numbers: dict[Any, int] = {}
        self._next, self._deadline, self._smaller = first, deadline, smaller
        self._ahead: list[tuple[int, PdfObject]] = []
        # Streams that stand in no file yet are told apart by what they are: they must not go.
        self._held: list[PdfObject] = []

    @property
    def next(self) -> int:
        """Return the first number that is free."""
        return self._next

    def number(self) -> int:
        """Return a number and take it."""
        self._next += 1
        return self._next - 1

    def again(self, first: int) -> "Copying":
        """Return a copy that goes on from what is known, with numbers from `first` on."""
        made = Copying(first=first, deadline=self._deadline, smaller=self._smaller)
        made._numbers, made._held = dict(self._numbers), [*self._held]
        return made

    def of(
        self, drawn: Sequence[tuple[str, StreamObject]]
    ) -> tuple[list[tuple[str, int]], list[tuple[int, bytes]]]:
        """Return what a page draws by name and number, and the objects not copied before."""
        return [(name, self._reference(held)) for name, held in drawn], list(self.rest())

    def size_of(self, drawn: Sequence[tuple[str, StreamObject]]) -> int:
        """Return how many bytes a page adds to what was copied so far."""
        _, bodies = self.of(drawn)
        return sum(len(body) + AROUND_AN_OBJECT for _, body in bodies) + OF_A_PAGE

    def value(self, held: Any) -> bytes:
        """Return a value as a PDF writes it."""
        if isinstance(held, IndirectObject | StreamObject):
            return b"%d 0 R" % self._reference(held)
        if isinstance(held, DictionaryObject):
            return b"<<%s>>" % b"".join(self._entries(held))
        if isinstance(held, ArrayObject):
            return b"[%s]" % b" ".join(self.value(each) for each in held)
        if isinstance(held, TextStringObject | ByteStringObject):
            return b"<%s>" % held.original_bytes.hex().encode()
        written = BytesIO()
        held.write_to_stream(written)
        return written.getvalue()

    def rest(self) -> Iterator[tuple[int, bytes]]:
        """Yield the objects that were referred to and are not copied yet, with their numbers."""
        while self._ahead:
            number, held = self._ahead.pop(0)
            if self._deadline:
                self._deadline.check()
            yield number, self._body(held)

    def _body(self, held: PdfObject) -> bytes:
        if _is_elsewhere(held):
            return b"null"
        if not isinstance(held, StreamObject):
            return self.value(held)
        if "/F" in held:
            raise UnmergedError("a part of it is in another file")
        stream = smaller_picture(held) if self._smaller else held
        contents = bare_jpeg(stream._data) if packing(stream) == "/DCTDecode" else stream._data
        said = b"".join([*self._entries(stream), b"/Length %d" % len(contents)])
        return b"<<%s>>\nstream\n%s\nendstream" % (said, contents)

    def _entries(self, held: DictionaryObject) -> Iterator[bytes]:
        for name in held:
            if name not in LEFT_OUT:
                yield b"%s %s " % (_name(name), self.value(held.raw_get(name)))

    def _reference(self, held: Any) -> int:
        key: Any = (held.idnum, held.generation) if isinstance(held, IndirectObject) else id(held)
        if key not in self._numbers:
            if len(self._numbers) >= MOST_OBJECTS:
                raise UnmergedError(f"it is made of more than {MOST_OBJECTS:,} objects")
            found = held.get_object() if isinstance(held, IndirectObject) else held
            self._held.append(held)
            self._numbers[key] = self.number()
            self._ahead.append((self._numbers[key], NullObject() if found is None else found))
        return self._numbers[key]


def stream_of(contents: bytes, **entries: PdfObject) -> StreamObject:
    """Return a stream of some bytes, packed, with entries by their names."""
    made = StreamObject()
    made._data = zlib.compress(contents)
    made[NameObject("/Filter")] = NameObject("/FlateDecode")
    for name, held in entries.items():
        made[NameObject(f"/{name}")] = held
    return made


def _name(name: str) -> bytes:
    written = BytesIO()
    NameObject(name).write_to_stream(written)
    return written.getvalue()


def _is_elsewhere(held: PdfObject) -> bool:
    return isinstance(held, DictionaryObject) and entry(held, "/Type") in ELSEWHERE
