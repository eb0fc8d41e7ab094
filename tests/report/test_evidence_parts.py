"""Evidence in parts: merged, stamped, bookmarked, small enough, and nothing of it lost."""

import random
from collections.abc import Callable
from datetime import date
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from PIL import Image
from pypdf import PdfReader, PdfWriter
from pypdf.generic import (
    ArrayObject,
    DictionaryObject,
    FloatObject,
    NameObject,
    NumberObject,
    RectangleObject,
    StreamObject,
    TextStringObject,
)
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from ahp_companion.domain.problems import CancelledError, ProblemError
from ahp_companion.report import fonts
from ahp_companion.report.evidence.parts import MOST_BYTES, Beside, Parts, Piece, write_parts
from tests.report.reading import joined

ON = date(2026, 3, 12)
A4 = (595.0, 842.0)
MARK = "Siân Ŵyn-Jones"
Put = Callable[..., Parts]


def pdf(pages: int = 1, *, size: tuple[float, float] = A4, words: str = "Slide") -> bytes:
    written = BytesIO()
    canvas = Canvas(written, size, invariant=1)
    canvas.setAuthor("Bronwen Secret")
    for page in range(1, pages + 1):
        canvas.setFont("Helvetica", 12)
        canvas.drawString(20, size[1] - 30, f"{words} {page}")
        canvas.drawString(20, 4, "At the very foot")
        canvas.showPage()
    canvas.save()
    return written.getvalue()


def altered(contents: bytes, alter: Callable[[PdfWriter], Any]) -> bytes:
    writer = PdfWriter(clone_from=BytesIO(contents))
    alter(writer)
    written = BytesIO()
    writer.write(written)
    return written.getvalue()


def noise(side: int, seed: int = 1) -> Image.Image:
    drawn = random.Random(seed)
    return Image.frombytes("RGB", (side, side), drawn.randbytes(3 * side * side))


def photograph(width: int = 800, height: int = 600, *, turned: int = 1) -> bytes:
    """Return a photograph, red above and blue below, that says where it was taken."""
    picture = Image.new("RGB", (width, height), "blue")
    picture.paste("red", (0, 0, width, height // 2))
    exif = Image.Exif()
    exif[0x0112] = turned
    exif[0x0110] = "Pixel 9"
    exif.get_ifd(0x8825).update({1: "N", 2: (51.0, 28.0, 48.0), 3: "W", 4: (3.0, 10.0, 48.0)})
    written = BytesIO()
    picture.save(written, "JPEG", exif=exif, comment=b"At the flat of Mrs Canary")
    return written.getvalue()


def of_noise(pages: int, side: int) -> bytes:
    """Return a PDF with a picture on each page that no packing makes smaller."""
    written = BytesIO()
    canvas = Canvas(written, A4, invariant=1)
    for page in range(pages):
        canvas.drawImage(ImageReader(noise(side, page)), 50, 50, 400, 400)
        canvas.showPage()
    canvas.save()
    return written.getvalue()


def piece(
    number: int, contents: bytes, file_name: str = "file.pdf", media_type: str = "application/pdf"
) -> Piece:
    return Piece(
        number=number,
        title=f"Piece {number}",
        file_name=file_name,
        media_type=media_type,
        read=partial(bytes, contents),
    )


@pytest.fixture
def put(tmp_path: Path) -> Put:
    """Return what writes pieces into a folder, given as bytes or as pieces."""

    def put(*contents: bytes | Piece, mark: str = MARK) -> Parts:
        pieces = [
            each if isinstance(each, Piece) else piece(number, each)
            for number, each in enumerate(contents, start=1)
        ]
        return write_parts(tmp_path, pieces, mark=mark, on=ON)

    return put


def texts(path: Path) -> list[str]:
    return [joined(page.extract_text()) for page in PdfReader(path).pages]


def bookmarks(path: Path) -> list[tuple[str, int]]:
    reader = PdfReader(path)
    return [
        (str(each.title), int(reader.get_destination_page_number(each) or 0) + 1)
        for each in reader.outline
        if not isinstance(each, list)
    ]


def where(path: Path, words: str, page: int = 0) -> tuple[float, float, float, float]:
    """Return where some words begin on a page, and how far they run to the right and upwards."""
    with pypdfium2.PdfDocument(path) as opened:
        text = opened[page].get_textpage()
        found = text.search(words).get_next()
        assert found, words
        at, many = found
        left, foot, *_ = text.get_charbox(at, loose=True)
        right, up, *_ = text.get_charbox(at + many - 1, loose=True)
        text.close()
    return left, foot, right - left, up - foot


def test_pieces_become_one_file_with_a_stamp_on_every_page(put: Put) -> None:
    made = put(pdf(2), pdf(1, words="Letter"))
    (path,) = made.files
    assert path.name == "evidence-01.pdf"
    assert made.pages == {1: 2, 2: 1}
    assert made.places == {1: "evidence-01.pdf, pages 1 to 2", 2: "evidence-01.pdf, page 3"}
    read = texts(path)
    for at, stamp, words in (
        (0, "Evidence 1 of 2, page 1", "Slide 1"),
        (1, "Evidence 1 of 2, page 2", "Slide 2"),
        (2, "Evidence 2 of 2, page 1", "Letter 1"),
    ):
        assert stamp in read[at]
        assert words in read[at]
        assert MARK in read[at]


def test_bookmarks_lead_to_the_first_page_of_each_piece(put: Put) -> None:
    (path,) = put(pdf(2), pdf(3)).files
    assert bookmarks(path) == [("1. Piece 1", 1), ("2. Piece 2", 3)]


@pytest.mark.parametrize("turned", [0, 90, 180, 270])
def test_a_stamp_reads_upright_and_stands_below_what_is_on_the_page(put: Put, turned: int) -> None:
    def turn(writer: PdfWriter) -> None:
        writer.pages[0].rotate(turned)

    (path,) = put(altered(pdf(), turn)).files
    page = PdfReader(path).pages[0]
    assert page.rotation == 0
    wide, high = float(page.mediabox.width), float(page.mediabox.height)
    assert (wide, high) == pytest.approx(A4 if turned in (0, 180) else A4[::-1], abs=0.1)
    left, foot, right, up = where(path, "Evidence 1 of 1")
    assert right > 30
    assert up == pytest.approx(0, abs=0.1)
    assert 0 < left < wide / 4
    assert 10 < foot < 20
    heading = where(path, "Slide 1")[:2]
    corner = {0: (20, 812), 90: (812, 575), 180: (575, 60), 270: (30, 40)}[turned]
    assert heading == pytest.approx(corner, abs=40)
    assert where(path, "At the very foot")[1] > foot + 10


@pytest.mark.parametrize("size", [(150.0, 90.0), (2384.0, 3370.0), (842.0, 595.0)])
def test_pages_of_odd_sizes_keep_them_and_have_a_stamp_that_fits(
    put: Put, size: tuple[float, float]
) -> None:
    (path,) = put(pdf(size=size), mark="A name that is long enough to be too long").files
    page = PdfReader(path).pages[0]
    assert (float(page.mediabox.width), float(page.mediabox.height)) == pytest.approx(size)
    assert "Evidence 1 of 1, page 1" in joined(page.extract_text())
    assert 0 < where(path, "Evidence 1 of 1")[0] < size[0] / 4


def test_what_was_cropped_away_is_not_seen_and_the_page_has_the_size_that_is(put: Put) -> None:
    def crop(writer: PdfWriter) -> None:
        writer.pages[0].cropbox = RectangleObject((100, 200, 400, 700))

    (path,) = put(altered(pdf(), crop)).files
    page = PdfReader(path).pages[0]
    assert (float(page.mediabox.width), float(page.mediabox.height)) == pytest.approx((300, 500))
    held: Any = page["/Contents"]
    assert b"100.0000 200.0000 300.0000 500.0000 re W n" in held.get_data()


def test_a_page_that_leaves_its_pen_turned_does_not_turn_the_stamp(put: Put) -> None:
    def add(writer: PdfWriter) -> None:
        stream = StreamObject()
        stream.set_data(b"q 0 1 -1 0 300 300 cm q 9 0 0 9 0 0 cm")
        writer.pages[0][NameObject("/Contents")] = writer._add_object(stream)

    (path,) = put(altered(pdf(), add)).files
    _, foot, right, up = where(path, "Evidence 1 of 1")
    assert right > 30
    assert up == pytest.approx(0, abs=0.1)
    assert foot < 20


@pytest.mark.parametrize("turned", [1, 3, 6, 8])
def test_a_photograph_stands_upright_on_a_page_as_it_is(put: Put, turned: int) -> None:
    made = put(piece(1, photograph(turned=turned), "flat.jpg", "image/jpeg"))
    (page,) = PdfReader(made.files[0]).pages
    is_upright = turned in (6, 8)
    assert (page.mediabox.height > page.mediabox.width) == is_upright
    (picture,) = page.images
    shown: Any = picture.image
    assert shown.size == ((600, 800) if is_upright else (800, 600))
    wide, high = shown.size
    red = {1: (0.5, 0.1), 3: (0.5, 0.9), 6: (0.9, 0.5), 8: (0.1, 0.5)}[turned]
    r, g, b = shown.getpixel((int(wide * red[0]), int(high * red[1])))
    assert r > 200
    assert max(g, b) < 60
    assert "Evidence 1 of 1, page 1" in joined(page.extract_text())


def test_a_photograph_does_not_say_where_it_was_taken_any_more(put: Put) -> None:
    contents = photograph()
    assert b"Pixel 9" in contents
    (path,) = put(piece(1, contents, "flat.jpg", "image/jpeg")).files
    (picture,) = PdfReader(path).pages[0].images
    shown: Any = picture.image
    assert not dict(shown.getexif())
    for word in (b"Pixel 9", b"Canary", b"Exif"):
        assert word not in path.read_bytes()


def test_a_photograph_inside_a_pdf_does_not_say_where_it_was_taken_either(
    put: Put, tmp_path: Path
) -> None:
    taken = tmp_path / "taken.jpg"
    taken.write_bytes(photograph())
    fonts.register()
    written = BytesIO()
    canvas = Canvas(written, A4)
    canvas.drawImage(str(taken), 50, 50, 400, 300)
    canvas.save()
    assert b"Pixel 9" in written.getvalue()
    (path,) = put(written.getvalue()).files
    (picture,) = PdfReader(path).pages[0].images
    assert b"Pixel 9" not in picture.data
    shown: Any = picture.image
    assert shown.size == (800, 600)
    assert b"Pixel 9" not in path.read_bytes()


def test_large_photographs_become_small_parts(put: Put) -> None:
    written = BytesIO()
    noise(2600).save(written, "JPEG", quality=95)
    assert len(written.getvalue()) > 7_000_000
    made = put(*[piece(n, written.getvalue(), f"{n}.jpg", "image/jpeg") for n in range(1, 7)])
    assert len(made.files) > 1
    assert all(each.stat().st_size < MOST_BYTES for each in made.files)
    assert made.pages == dict.fromkeys(range(1, 7), 1)
    assert made.beside == ()


def test_a_scan_of_several_pages_has_each_of_them(put: Put) -> None:
    first, *more = (Image.new("L", (300, 400), shade) for shade in (20, 120, 220))
    written = BytesIO()
    first.save(written, "TIFF", save_all=True, append_images=more)
    made = put(piece(1, written.getvalue(), "scan.tif", "image/tiff"))
    assert made.pages == {1: 3}
    shades = []
    for page in PdfReader(made.files[0]).pages:
        picture: Any = page.images[0].image
        shades.append(picture.getpixel((150, 200)))
    assert shades == [20, 120, 220]


def test_where_one_sees_through_a_picture_there_is_paper(put: Put) -> None:
    written = BytesIO()
    Image.new("RGBA", (50, 50), (0, 0, 0, 0)).save(written, "PNG")
    (path,) = put(piece(1, written.getvalue(), "logo.png", "image/png")).files
    picture: Any = PdfReader(path).pages[0].images[0].image
    assert picture.convert("RGB").getpixel((25, 25)) == (255, 255, 255)


def test_text_is_set_as_pages(put: Put) -> None:
    words = "Dziękuję, Siân. " * 30 + "\n\n" + "The last line of <b>all</b>."
    contents = ("A line.\n" * 120 + words).encode()
    made = put(piece(1, contents, "thanks.txt", "text/plain"))
    assert made.pages[1] > 2
    read = " ".join(texts(made.files[0]))
    assert "Dziękuję, Siân." in read
    assert "The last line of <b>all</b>." in read


def test_a_piece_that_is_larger_than_a_part_goes_on_in_the_next(put: Put) -> None:
    contents = of_noise(10, 900)
    assert len(contents) > 2 * MOST_BYTES
    made = put(pdf(1), contents, pdf(1))
    assert len(made.files) == 3
    assert all(each.stat().st_size < MOST_BYTES for each in made.files)
    assert made.pages == {1: 1, 2: 10, 3: 1}
    assert made.places[2] == (
        "evidence-01.pdf, pages 2 to 5; evidence-02.pdf, pages 1 to 4; "
        "evidence-03.pdf, pages 1 to 2"
    )
    assert bookmarks(made.files[1]) == [("2. Piece 2 (continued)", 1)]
    stamps = [page for path in made.files for page in texts(path)]
    assert [f"Evidence 2 of 3, page {n}" in stamps[n] for n in range(1, 11)] == [True] * 10


def test_a_page_that_alone_is_too_large_has_its_picture_made_smaller(put: Put) -> None:
    contents = of_noise(1, 2000)
    assert len(contents) > MOST_BYTES
    made = put(contents)
    assert made.beside == ()
    (path,) = made.files
    assert path.stat().st_size < MOST_BYTES
    picture: Any = PdfReader(path).pages[0].images[0].image
    assert picture.size == (1600, 1600)


def test_a_page_that_stays_too_large_is_put_beside(put: Put, tmp_path: Path) -> None:
    def add(writer: PdfWriter) -> None:
        stream = StreamObject()
        drawn = random.Random(4).randbytes(MOST_BYTES)
        stream.set_data(b"%" + drawn.replace(b"\n", b" ").replace(b"\r", b" "))
        writer.pages[0][NameObject("/Contents")] = writer._add_object(stream)

    contents = altered(pdf(), add)
    made = put(pdf(2), contents)
    assert made.pages == {1: 2}
    assert [(each.number, each.why) for each in made.beside] == [
        (2, "a page of it alone is larger than 10 MB")
    ]
    assert (tmp_path / "beside" / "02-file.pdf").read_bytes() == contents


def locked(writer: PdfWriter) -> None:
    writer.encrypt("a word", algorithm="RC4-128")


def protected(writer: PdfWriter) -> None:
    writer.encrypt("", "the owner's word", algorithm="RC4-128")


def undrawn(writer: PdfWriter) -> None:
    """Give a page an answer that is written down and not drawn."""
    answer = DictionaryObject()
    answer.update(
        {
            NameObject("/Type"): NameObject("/Annot"),
            NameObject("/Subtype"): NameObject("/Widget"),
            NameObject("/FT"): NameObject("/Tx"),
            NameObject("/V"): TextStringObject("Yes, and gladly"),
            NameObject("/Rect"): ArrayObject(FloatObject(each) for each in (10, 10, 100, 30)),
        }
    )
    writer.pages[0][NameObject("/Annots")] = ArrayObject([writer._add_object(answer)])


def layered(writer: PdfWriter) -> None:
    """Give a document a layer that is switched off."""
    layer = writer._add_object(DictionaryObject({NameObject("/Type"): NameObject("/OCG")}))
    usual = DictionaryObject({NameObject("/OFF"): ArrayObject([layer])})
    writer.root_object[NameObject("/OCProperties")] = DictionaryObject(
        {NameObject("/OCGs"): ArrayObject([layer]), NameObject("/D"): usual}
    )


@pytest.mark.parametrize(
    ("contents", "why"),
    [
        (altered(pdf(), locked), "it is protected with a password"),
        (altered(pdf(), protected), "it is protected with a password"),
        (altered(pdf(), undrawn), "it is a form that only the program which made it can show"),
        (altered(pdf(), layered), "it has layers that are switched off, and would show them"),
        (pdf()[:200], "it is damaged"),
        (b"%PDF-1.7\nnothing more", "it is damaged"),
        (b"\xff\xd8\xff" + bytes(100), "it is damaged"),
        (photograph()[:2000], "it is damaged"),
        (b"", "it is empty"),
        (
            b"PK\x03\x04" + bytes(30) + b"[Content_Types].xml word/document.xml",
            "Word document; only PDFs, pictures and plain text can be merged",
        ),
        (
            b"ID3\x04" + bytes(range(256)) * 9,
            "another kind of file; only PDFs, pictures and plain text can be merged",
        ),
        (b"a,b\n1,2\n", "text; only PDFs, pictures and plain text can be merged"),
    ],
)
def test_what_cannot_be_merged_is_copied_beside_and_said(
    put: Put, tmp_path: Path, contents: bytes, why: str
) -> None:
    made = put(pdf(), piece(2, contents, "what it is.bin", "text/csv"))
    assert made.beside == (Beside(number=2, file_name="02-what it is.bin", why=why),)
    assert (tmp_path / "beside" / "02-what it is.bin").read_bytes() == contents
    assert made.pages == {1: 1}
    assert len(texts(made.files[0])) == 1
    assert "Evidence 1 of 2, page 1" in texts(made.files[0])[0]


def test_a_picture_of_more_points_than_can_be_held_is_copied_beside(put: Put) -> None:
    written = BytesIO()
    Image.new("1", (9000, 9000)).save(written, "PNG")
    made = put(piece(1, written.getvalue(), "huge.png", "image/png"))
    assert made.beside[0].why == "the picture is larger than 40 million pixels"
    assert made.files == ()


def test_a_pdf_that_takes_too_long_is_copied_beside(
    put: Put, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ahp_companion.report.evidence.parts.SECONDS", 0.0)
    made = put(pdf())
    assert made.beside[0].why == "it took longer than 0 seconds to read"


def test_a_pdf_of_more_pages_than_anyone_reads_is_copied_beside(
    put: Put, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ahp_companion.report.evidence.leaves.MOST_PAGES", 2)
    assert put(pdf(3)).beside[0].why == "it has more than 2 pages"


def test_a_piece_whose_file_is_gone_is_listed_and_the_rest_is_written(put: Put) -> None:
    def gone() -> bytes:
        raise ProblemError("The file for this evidence is not in the portfolio.")

    missing = Piece(number=1, title="Lost", file_name="lost.pdf", media_type="", read=gone)
    made = put(missing, piece(2, pdf()))
    assert made.beside == (
        Beside(
            number=1,
            file_name="lost.pdf",
            why="The file for this evidence is not in the portfolio",
        ),
    )
    assert made.pages == {2: 1}


def test_names_of_copies_are_such_that_every_system_takes_them(put: Put, tmp_path: Path) -> None:
    names = ("../../etc/passwd", 'a<b>:"c".docx', "CON", "x" * 300 + ".docx", " . ", "\u202excod.")
    made = put(*[piece(at, bytes(9), name) for at, name in enumerate(names, start=1)])
    copied = sorted(each.name for each in (tmp_path / "beside").iterdir())
    assert copied == sorted(each.file_name for each in made.beside)
    assert len(copied) == len(names)
    assert sorted(each.name for each in tmp_path.iterdir()) == ["beside"]
    assert all(len(each) < 130 for each in copied)
    assert copied[3].endswith(".docx")


def active(writer: PdfWriter) -> None:
    """Give a document all that acts, leads elsewhere or is hidden in it."""
    acting = {
        NameObject("/S"): NameObject("/JavaScript"),
        NameObject("/JS"): TextStringObject("secret()"),
    }
    writer.root_object[NameObject("/OpenAction")] = DictionaryObject(acting)
    writer.add_attachment("secret.txt", b"Attached secret")
    writer.add_metadata({"/Author": "Bronwen Secret", "/Keywords": "secretive"})
    page = writer.pages[0]
    link = DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Annot"),
            NameObject("/Subtype"): NameObject("/Link"),
            NameObject("/Rect"): ArrayObject(FloatObject(each) for each in (0, 0, 90, 90)),
            NameObject("/A"): DictionaryObject(
                {
                    NameObject("/S"): NameObject("/URI"),
                    NameObject("/URI"): TextStringObject("https://secret.example"),
                }
            ),
        }
    )
    page[NameObject("/Annots")] = ArrayObject([writer._add_object(link)])
    page[NameObject("/AA")] = DictionaryObject(
        {NameObject("/O"): DictionaryObject({NameObject("/JS"): TextStringObject("secret()")})}
    )
    packet = StreamObject()
    packet.set_data(b"<x:xmpmeta>Bronwen Secret</x:xmpmeta>")
    page[NameObject("/Metadata")] = writer._add_object(packet)
    writer.root_object[NameObject("/Metadata")] = writer._add_object(packet)


def everything_in(contents: bytes) -> bytes:
    """Return all that a PDF holds, its streams unpacked, in small letters."""
    reader = PdfReader(BytesIO(contents))
    found = [contents]
    for number in reader.xref[0]:
        held: Any = reader.get_object(number)
        found += [repr(held).encode(), held.get_data() if hasattr(held, "get_data") else b""]
    return b" ".join(found).lower()


def test_what_originals_say_do_and_lead_to_stays_behind(put: Put) -> None:
    contents = altered(pdf(), active)
    assert all(word in everything_in(contents) for word in (b"secret", b"/uri", b"/js", b"'/aa'"))
    (path,) = put(contents).files
    written = everything_in(path.read_bytes())
    for word in (b"secret", b"/js", b"javascript", b"/uri", b"/annots", b"'/aa'", b"embeddedfile"):
        assert word not in written
    reader = PdfReader(path)
    assert not reader.attachments
    assert reader.xmp_metadata is None
    assert {name: str(said) for name, said in (reader.metadata or {}).items()} == {
        "/Title": f"{MARK} · Evidence, part 1",
        "/Creator": "AHP Companion",
        "/CreationDate": "D:20260312000000Z",
        "/ModDate": "D:20260312000000Z",
    }
    assert str(reader.root_object["/Lang"]) == "en-GB"


def answered(writer: PdfWriter) -> None:
    """Give a page an answer, drawn; and another that nobody sees."""
    for at, (words, flags) in enumerate((("Seen answer", 4), ("Hidden answer", 2))):
        look = StreamObject()
        look.set_data(f"BT /F1 12 Tf 2 4 Td ({words}) Tj ET".encode())
        font = DictionaryObject(
            {
                NameObject("/Type"): NameObject("/Font"),
                NameObject("/Subtype"): NameObject("/Type1"),
                NameObject("/BaseFont"): NameObject("/Helvetica"),
            }
        )
        fonts = DictionaryObject({NameObject("/F1"): font})
        look[NameObject("/BBox")] = ArrayObject(FloatObject(each) for each in (0, 0, 100, 20))
        look[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): fonts})
        rect = (100, 300 + 40 * at, 300, 340 + 40 * at)
        answer = DictionaryObject(
            {
                NameObject("/Subtype"): NameObject("/Widget"),
                NameObject("/FT"): NameObject("/Tx"),
                NameObject("/F"): NumberObject(flags),
                NameObject("/V"): TextStringObject(words),
                NameObject("/Rect"): ArrayObject(FloatObject(each) for each in rect),
                NameObject("/AP"): DictionaryObject({NameObject("/N"): writer._add_object(look)}),
            }
        )
        held = writer.pages[0].setdefault(NameObject("/Annots"), ArrayObject())
        held.append(writer._add_object(answer))


def test_answers_in_a_form_are_still_seen_where_they_were(put: Put) -> None:
    (path,) = put(altered(pdf(), answered)).files
    page = PdfReader(path).pages[0]
    assert "/Annots" not in page
    assert "Hidden answer" not in page.extract_text()
    x, y, *_ = where(path, "Seen answer")
    # Twice as large as it was drawn, and the page a little smaller for the stamp.
    assert (x, y) == pytest.approx((104 * 0.964 + 10.6, 303 * 0.964 + 30), abs=2)


def test_the_same_pieces_give_the_same_bytes(tmp_path: Path) -> None:
    made = []
    for name in ("first", "second"):
        folder = tmp_path / name
        folder.mkdir()
        pieces = [piece(1, pdf(3)), piece(2, photograph(), "a.jpg", "image/jpeg")]
        parts = write_parts(folder, pieces, mark=MARK, on=ON)
        made.append([each.read_bytes() for each in parts.files])
    assert made[0] == made[1]


def test_progress_is_said_for_every_page_and_ends_with_the_whole(tmp_path: Path) -> None:
    heard: list[tuple[int, int]] = []
    pieces = [piece(1, pdf(4)), piece(2, pdf(2))]

    def hear(done: int, whole: int) -> None:
        heard.append((done, whole))

    write_parts(tmp_path, pieces, mark="", on=ON, progress=hear)
    assert len(heard) == 8
    assert [done for done, _ in heard] == sorted(done for done, _ in heard)
    assert heard[-1][0] == heard[-1][1]


def test_work_that_is_stopped_leaves_nothing(tmp_path: Path) -> None:
    pieces = [piece(1, bytes(9), "a.bin"), *(piece(n, of_noise(4, 900)) for n in (2, 3, 4))]
    called = 0

    def stop(_done: int, _whole: int) -> None:
        nonlocal called
        called += 1
        if called == 12:
            raise CancelledError

    with pytest.raises(CancelledError):
        write_parts(tmp_path, pieces, mark=MARK, on=ON, progress=stop)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_written_to_is_said(tmp_path: Path) -> None:
    with pytest.raises(ProblemError, match="could not be written"):
        write_parts(tmp_path / "not there", [piece(1, pdf())], mark="", on=ON)


def test_no_pieces_make_no_files(put: Put, tmp_path: Path) -> None:
    assert put() == Parts(files=(), pages={}, beside=(), places={})
    assert list(tmp_path.iterdir()) == []


def test_without_a_mark_the_stamp_stands_alone(put: Put) -> None:
    (path,) = put(pdf(), mark="").files
    assert texts(path)[0].endswith("Evidence 1 of 1, page 1")


def test_numbers_are_those_of_the_list(put: Put) -> None:
    made = put(piece(3, pdf()), piece(11, pdf()))
    read = texts(made.files[0])
    assert "Evidence 3 of 11, page 1" in read[0]
    assert "Evidence 11 of 11, page 1" in read[1]
    assert set(made.pages) == {3, 11}
