"""The pages that a piece of evidence makes, each as something to draw on a page of our own."""

import logging
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from pypdf import PdfReader
from pypdf.errors import DependencyError, FileNotDecryptedError
from pypdf.generic import (
    ArrayObject,
    DictionaryObject,
    FloatObject,
    NameObject,
    NumberObject,
    StreamObject,
)
from reportlab.pdfgen.canvas import Canvas

from ...domain.file_kinds import PICTURES, FileKind, file_kind
from .. import fonts, text
from ..lettering import Lettering
from ..styles import BODY, EDGE, FOOT, PAGE_HEIGHT, PAGE_WIDTH, TEXT_HEIGHT, TEXT_WIDTH, TOP
from .copying import stream_of
from .marks import Drawn, marks
from .pictures import Placed, placed
from .reading import UnmergedError, entry

MOST_PDF_BYTES, MOST_PAGES = 100_000_000, 2_000
MOST_CONTENT_BYTES, MOST_TEXT_BYTES = 50_000_000, 4_000_000
LEAST_SIDE, LARGEST_SIDE = 36.0, 14_400.0
SET_AS_PAGES = frozenset({"text/plain", "text/markdown"})
ONLY = "only PDFs, pictures and plain text can be merged"
DAMAGED = "it is damaged"
LOCKED = "it is protected with a password"
UNDRAWN = "it is a form that only the program which made it can show"
LAYERS = "it has layers that are switched off, and would show them"


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaf:
    """A page to be: its size upright, what it draws by name, and what draws it.

    `has_room` says that its foot is empty, so that a stamp can stand there.
    """

    width: float
    height: float
    drawn: tuple[tuple[str, StreamObject], ...]
    content: bytes
    has_room: bool = False


def leaves(contents: bytes, media_type: str) -> Sequence[Leaf]:
    """Return the pages that a file makes; raises UnmergedError, in words, where it makes none."""
    if not contents:
        raise UnmergedError("it is empty")
    try:
        made = _made(contents, media_type)
    except UnmergedError:
        raise
    except (DependencyError, FileNotDecryptedError) as reason:
        raise UnmergedError(LOCKED) from reason
    except Exception as reason:
        # What a reader trips over has no list: wrong types, loops, limits of its own.
        raise UnmergedError(DAMAGED) from reason
    if not made:
        raise UnmergedError("it has no pages")
    return made


def _made(contents: bytes, media_type: str) -> list[Leaf]:
    kind = file_kind(contents)
    if kind is FileKind.PDF:
        return [*_of_pdf(contents)]
    if kind in PICTURES:
        return [_of_picture(each) for each in placed(contents)]
    if kind is FileKind.TEXT and media_type in SET_AS_PAGES:
        return [*_of_text(contents)]
    what = "another kind of file" if kind is FileKind.OTHER else kind.label
    raise UnmergedError(f"{what}; {ONLY}")


def _of_pdf(contents: bytes) -> Iterator[Leaf]:
    if len(contents) > MOST_PDF_BYTES:
        raise UnmergedError(f"it is larger than {MOST_PDF_BYTES // 1_000_000} MB")
    # It remarks on what it finds odd, with words out of the file.
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    reader = PdfReader(BytesIO(contents))
    if reader.is_encrypted:
        raise UnmergedError(LOCKED)
    _refuse_undrawn(reader)
    if len(reader.pages) > MOST_PAGES:
        raise UnmergedError(f"it has more than {MOST_PAGES:,} pages")
    for page in reader.pages:
        yield _of_page(page)


def _refuse_undrawn(reader: PdfReader) -> None:
    root: Any = reader.root_object
    form = entry(root, "/AcroForm")
    if isinstance(form, DictionaryObject) and "/XFA" in form:
        raise UnmergedError(UNDRAWN)
    layers = entry(root, "/OCProperties")
    usual = entry(layers, "/D") if isinstance(layers, DictionaryObject) else None
    # Without the list of layers every one of them would be seen.
    if usual and (entry(usual, "/BaseState") == "/OFF" or entry(usual, "/OFF")):
        raise UnmergedError(LAYERS)


def _of_page(page: Any) -> Leaf:
    box = _box(page)
    turned = int(entry(page, "/Rotate") or 0) % 360
    upright, width, height = _upright(box, turned)
    try:
        found = [Drawn(name="/P", form=_form(page, box)), *marks(page)]
    except LookupError as reason:
        raise UnmergedError(UNDRAWN) from reason
    left, foot, right, top = box
    clip = f"{left:.4f} {foot:.4f} {right - left:.4f} {top - foot:.4f} re W n"
    drawing = [f"q {each.matrix} cm {each.name} Do Q" for each in found]
    return Leaf(
        width=width,
        height=height,
        drawn=tuple((each.name, each.form) for each in found),
        content=" ".join([f"{upright} cm", clip, *drawing]).encode("ascii"),
    )


def _form(page: Any, box: tuple[float, float, float, float]) -> StreamObject:
    """Return a page's own drawing as a form, which keeps to itself what it sets."""
    held = entry(page, "/Contents")
    streams = [each.get_object() for each in held] if isinstance(held, ArrayObject) else [held]
    streams = [each for each in streams if isinstance(each, StreamObject)]
    if len(streams) == 1:
        # As it stands, unread: what is packed in it is unpacked by whoever shows it.
        form = StreamObject()
        form._data = streams[0]._data
        form.update(
            (name, streams[0].raw_get(name))
            for name in ("/Filter", "/DecodeParms")
            if name in streams[0]
        )
    else:
        form = stream_of(b"\n".join(_read(streams)))
    form[NameObject("/Type")] = NameObject("/XObject")
    form[NameObject("/Subtype")] = NameObject("/Form")
    form[NameObject("/BBox")] = ArrayObject(FloatObject(f"{each:.4f}") for each in box)
    resources = page.raw_get("/Resources") if "/Resources" in page else DictionaryObject()
    form[NameObject("/Resources")] = resources
    if "/Group" in page:
        form[NameObject("/Group")] = page.raw_get("/Group")
    return form


def _read(streams: Sequence[StreamObject]) -> Iterator[bytes]:
    room = MOST_CONTENT_BYTES
    for each in streams:
        contents = each.get_data()
        room -= len(contents)
        if room < 0:
            raise UnmergedError("a page of it draws too much")
        yield contents


def _box(page: Any) -> tuple[float, float, float, float]:
    """Return what of a page is to be seen: left, foot, right, top."""
    whole, cropped = (_corners(each) for each in (page.mediabox, page.cropbox))
    seen = (
        max(whole[0], cropped[0]),
        max(whole[1], cropped[1]),
        min(whole[2], cropped[2]),
        min(whole[3], cropped[3]),
    )
    for left, foot, right, top in (seen, whole):
        if all(LEAST_SIDE <= side <= LARGEST_SIDE for side in (right - left, top - foot)):
            return left, foot, right, top
    raise UnmergedError("a page of it has a size that no paper has")


def _corners(box: Any) -> tuple[float, float, float, float]:
    left, foot, right, top = (float(each) for each in box)
    return min(left, right), min(foot, top), max(left, right), max(foot, top)


def _upright(box: tuple[float, float, float, float], turned: int) -> tuple[str, float, float]:
    """Return the matrix that sets a page upright with its corner at nought, and its size then."""
    left, foot, right, top = box
    width, height = right - left, top - foot
    if turned == 90:
        matrix = (0, -1, 1, 0, -foot, right)
    elif turned == 180:
        matrix = (-1, 0, 0, -1, right, top)
    elif turned == 270:
        matrix = (0, 1, -1, 0, top, -left)
    else:
        matrix = (1, 0, 0, 1, -left, -foot)
    said = " ".join(f"{each:.4f}" for each in matrix)
    return (said, height, width) if turned in (90, 270) else (said, width, height)


def _of_picture(picture: Placed) -> Leaf:
    """Return an A4 page with a picture, upright or across as the picture is."""
    is_wide = picture.width > picture.height
    width, height = (PAGE_HEIGHT, PAGE_WIDTH) if is_wide else (PAGE_WIDTH, PAGE_HEIGHT)
    most_wide, most_high = width - 2 * EDGE, height - EDGE - FOOT
    # A point is a 72nd of an inch: a small picture is not blown up beyond that.
    scale = min(most_wide / picture.width, most_high / picture.height, 1.0)
    wide, high = picture.width * scale, picture.height * scale
    left, foot = (width - wide) / 2, FOOT + (most_high - high) / 2
    drawing = f"{wide:.4f} 0 0 {high:.4f} {left:.4f} {foot:.4f} cm /I Do"
    return Leaf(
        width=width,
        height=height,
        drawn=(("/I", _image(picture)),),
        content=drawing.encode("ascii"),
        has_room=True,
    )


def _image(picture: Placed) -> StreamObject:
    image = StreamObject()
    image._data = picture.contents
    for name, held in (
        ("/Type", NameObject("/XObject")),
        ("/Subtype", NameObject("/Image")),
        ("/Width", NumberObject(picture.width)),
        ("/Height", NumberObject(picture.height)),
        ("/ColorSpace", NameObject("/DeviceGray" if picture.is_grey else "/DeviceRGB")),
        ("/BitsPerComponent", NumberObject(8)),
        ("/Filter", NameObject("/DCTDecode" if picture.is_jpeg else "/FlateDecode")),
    ):
        image[NameObject(name)] = held
    return image


def _of_text(contents: bytes) -> Iterator[Leaf]:
    if len(contents) > MOST_TEXT_BYTES:
        raise UnmergedError(f"its text is longer than {MOST_PAGES:,} pages")
    lines = text.lines(_decoded(contents).expandtabs(4), BODY, TEXT_WIDTH)
    on_a_page = int(TEXT_HEIGHT // BODY.leading)
    if len(lines) > on_a_page * MOST_PAGES:
        raise UnmergedError(f"its text is longer than {MOST_PAGES:,} pages")
    fonts.register()
    written = BytesIO()
    canvas = Canvas(written, (PAGE_WIDTH, PAGE_HEIGHT), invariant=1, initialFontName=fonts.REGULAR)
    lettering = Lettering(canvas._doc)
    for at in range(0, len(lines), on_a_page):
        first = PAGE_HEIGHT - TOP - BODY.size
        canvas.addLiteral(lettering.lines(lines[at : at + on_a_page], EDGE, first, BODY))
        canvas.showPage()
    canvas.save()
    for page in PdfReader(written).pages:
        made = _of_page(page)
        yield Leaf(
            width=made.width,
            height=made.height,
            drawn=made.drawn,
            content=made.content,
            has_room=True,
        )


def _decoded(contents: bytes) -> str:
    for code in ("utf-16",) if contents[:2] in (b"\xff\xfe", b"\xfe\xff") else ("utf-8-sig",):
        try:
            return contents.decode(code)
        except UnicodeDecodeError:
            continue
    return contents.decode("cp1252", "replace")
