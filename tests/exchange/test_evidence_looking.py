"""What is seen in a file of evidence, from the other process and back: also in strange ones."""

import base64
import random
from collections.abc import Iterator
from io import BytesIO
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from pypdf import PdfWriter
from pypdf.annotations import Text

from ahp_companion.domain.evidence import Evidence
from ahp_companion.domain.evidence_looks import (
    ATTACHED,
    AUTHOR,
    CAMERA,
    CHANGED_BY,
    COMMENTS,
    COMPANY,
    FROM,
    KIND,
    MACROS,
    MADE,
    PARTLY,
    PLACE,
    SOFTWARE,
    SUBJECT,
    TAKEN,
    TITLE,
    TO,
    TRACKED,
    UNREAD,
    UNSHOWN,
    EvidenceLook,
)
from ahp_companion.domain.problems import CancelledError, ProblemError
from ahp_companion.exchange.looks import looking, seen
from ahp_companion.exchange.looks.evidence_looking import look_at
from ahp_companion.exchange.looks.looking import look, missing
from tests.exchange.evidence_made import (
    OF_A_DOCUMENT,
    OF_A_WORKBOOK,
    OF_SLIDES,
    open_document,
    pdf,
    photograph,
    zipped,
)
from tests.sizes import drawn

SHA256 = "a" * 64


def seen_in(contents: bytes, file_name: str = "file") -> EvidenceLook:
    """Return a look as the other process makes it, made in this one, which is quicker."""
    return looking._checked(SHA256, look_at(contents, file_name=file_name))


def picture_of(found: EvidenceLook) -> Image.Image:
    return Image.open(BytesIO(found.picture), formats=("PNG",))


def test_a_pdf_gives_its_pages_words_makers_and_first_page() -> None:
    found = look(SHA256, pdf(), "case.pdf")
    assert found.pages == 2
    assert "Words on page 1" in found.words
    assert "Words on page 2" in found.words
    assert found.properties[AUTHOR] == "Bronwen Łukasiewicz"
    assert found.properties[TITLE] == "Case of Mr Adeyemi"
    assert picture_of(found).size == (340, 480)


def test_what_was_written_onto_a_pdf_and_attached_to_it_is_seen() -> None:
    writer = PdfWriter(clone_from=BytesIO(pdf()))
    writer.add_annotation(0, Text(text="Ask her mother", rect=(50, 50, 90, 90)))
    writer.add_attachment("list of names.txt", b"Names")
    written = BytesIO()
    writer.write(written)
    found = seen_in(written.getvalue())
    assert "Ask her mother" in found.words
    assert found.properties[COMMENTS] == "1 comment or answer in it"
    assert found.properties[ATTACHED] == "list of names.txt"


def test_a_pdf_that_asks_for_a_password_says_so() -> None:
    found = look(SHA256, pdf(password="a word"), "case.pdf")
    assert found.properties == {UNREAD: "it asks for a password"}
    assert found.pages is None
    assert found.picture == b""


@pytest.mark.parametrize(
    "contents",
    [pdf()[:300], b"%PDF-1.7", b"\xff\xd8\xff\xe0", b"PK\x03\x04[Content_Types].xmlword/document"],
)
def test_a_damaged_file_says_so(contents: bytes) -> None:
    found = look(SHA256, contents, "case.pdf")
    assert found.properties[UNREAD] == "it is damaged, or was cut off"


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP", "TIFF"])
def test_a_photograph_says_where_when_and_with_what_it_was_taken(form: str) -> None:
    found = seen_in(photograph(form))
    assert found.properties[PLACE] == "51.48° north, 3.18° west"
    assert found.properties[CAMERA] == "Apple iPhone 13"
    assert found.properties[TAKEN] == "12 March 2026, 14:03"
    assert found.properties[SOFTWARE] == "17.1"
    assert found.pages == (1 if form == "TIFF" else None)
    # It was held upright, and is shown so.
    assert picture_of(found).size == (360, 480)


def test_a_small_picture_says_nothing_that_the_large_one_did() -> None:
    found = seen_in(photograph())
    assert dict(picture_of(found).getexif()) == {}
    for word in (b"iPhone", b"Canary", b"Exif"):
        assert word not in found.picture


def test_a_place_in_xml_is_seen_too() -> None:
    packet = (
        b'<x:xmpmeta><rdf exif:GPSLatitude="51,28.8N" exif:GPSLongitude="3,10.8W"/></x:xmpmeta>'
    )
    written = BytesIO()
    Image.new("RGB", (20, 20)).save(written, "JPEG", xmp=packet)
    assert seen_in(written.getvalue()).properties[PLACE] == "51.48° north, 3.18° west"


def test_odd_camera_data_is_no_reason_not_to_show_a_picture() -> None:
    contents = photograph(turned=1)
    at = contents.index(b"Exif\0\0") + 6
    found = seen_in(contents[: at + 8] + b"\xff" * 60 + contents[at + 68 :])
    assert UNSHOWN not in found.properties
    assert picture_of(found).size == (480, 360)


def test_a_picture_too_large_to_be_shown_still_says_where_it_was_taken() -> None:
    contents = photograph(size=(160, 120))
    # The size that a JPEG says it has stands in the segment that begins a frame.
    at = contents.index(b"\xff\xc0")
    large = contents[: at + 5] + b"\x27\x10\x27\x10" + contents[at + 9 :]
    found = look(SHA256, large, "large.jpg")
    assert found.properties[PLACE] == "51.48° north, 3.18° west"
    assert found.properties[UNSHOWN] == "it is larger than 40 million pixels"
    assert found.picture == b""


def test_a_scan_of_several_pages_has_them_counted() -> None:
    first, *more = (Image.new("L", (30, 40), shade) for shade in (20, 120, 220))
    written = BytesIO()
    first.save(written, "TIFF", save_all=True, append_images=more)
    assert seen_in(written.getvalue()).pages == 3


def test_every_word_of_a_document_is_read_and_its_makers_are_named() -> None:
    found = look(SHA256, zipped(OF_A_DOCUMENT), "case.docx")
    for words in (
        "NHS number 999 000 0018", "struck out", "in a box", "A scan of a hip", "At the head",
        "Below a line", "Ask her mother", "mailto:a@example.org",
    ):  # fmt: skip
        assert words in found.words
    assert found.pages == 7
    assert found.properties[AUTHOR] == "Bronwen Łukasiewicz"
    assert found.properties[CHANGED_BY] == "Nia Prosser"
    assert found.properties[COMPANY] == "Ysbyty Gwynedd"
    assert found.properties[TITLE] == "Case of Mr Adeyemi"
    assert found.properties[MADE] == "2 March 2026, 09:14"
    assert found.properties[COMMENTS] == "1 comment"
    assert found.properties[TRACKED].startswith("1 change by")
    assert "Siân Ŵyn" in found.properties[TRACKED]


def test_numbers_in_a_workbook_are_words_and_references_are_not() -> None:
    found = seen_in(zipped(OF_A_WORKBOOK))
    assert "Waiting list" in found.words
    assert "9990000018" in found.words
    assert "31415" not in found.words


def test_slides_are_counted_and_their_remarks_read() -> None:
    found = seen_in(zipped(OF_SLIDES))
    assert found.pages == 2
    assert all(words in found.words for words in ("Falls", "Hips", "Say why"))


def test_an_open_document_is_read_in_its_order() -> None:
    found = seen_in(open_document())
    assert "Dear Mr Jones" in found.words
    assert found.pages == 3
    assert found.properties[AUTHOR] == "Rhys Bevan; Nia"


def test_a_document_with_a_program_in_it_says_so() -> None:
    found = seen_in(zipped({**OF_A_DOCUMENT, "word/vbaProject.bin": "x"}))
    assert found.properties[MACROS] == "it holds a small program of its own"


def test_a_document_that_unpacks_to_far_more_than_it_is_stays_within_bounds() -> None:
    words = "<w:t>" + "0" * 80_000_000 + "</w:t>"
    contents = zipped({**OF_A_DOCUMENT, "word/document.xml": f"<w:p xmlns:w='w'>{words}</w:p>"})
    assert len(contents) < 200_000
    found = look(SHA256, contents, "bomb.docx")
    assert found.properties[PARTLY] == "a part of it is larger than can be read here"
    assert "At the head" in found.words


def test_entities_are_not_resolved() -> None:
    bomb = '<!DOCTYPE d [<!ENTITY a "canary"><!ENTITY b "&a;&a;">]><w:p xmlns:w="w">&b;</w:p>'
    found = seen_in(zipped({**OF_A_DOCUMENT, "word/document.xml": bomb}))
    assert "canary" not in found.words
    assert found.properties[PARTLY] == "a part of it is damaged"


def test_text_without_end_is_read_to_a_bound(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(seen, "MOST_LETTERS", 1000)
    part = "<w:p xmlns:w='w'>" + "<w:p><w:t>Words </w:t></w:p>" * 1000 + "</w:p>"
    found = seen_in(zipped({**OF_A_DOCUMENT, "word/document.xml": part}))
    assert 900 < len(found.words) <= 1000
    assert PARTLY in found.properties


def test_pages_that_were_not_read_are_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(seen, "MOST_LETTERS", 20)
    found = seen_in(pdf(5))
    assert found.properties[PARTLY] == "the first 2 of 5 pages"
    assert found.pages == 5


def test_a_letter_by_mail_says_from_whom_and_to_whom() -> None:
    contents = (
        b"MIME-Version: 1.0\r\nFrom: Nia Prosser <nia@example.org>\r\nTo: sian@example.org\r\n"
        b"Subject: =?utf-8?q?Diolch_Si=C3=A2n?=\r\nContent-Type: text/html; charset=utf-8\r\n\r\n"
        b"<p>Thank you <b>so</b> much</p><script>no()</script>"
    )
    found = look(SHA256, contents, "thanks.eml")
    assert found.properties[FROM] == "Nia Prosser <nia@example.org>"
    assert found.properties[TO] == "sian@example.org"
    assert found.properties[SUBJECT] == "Diolch Siân"
    assert "Thank you so" in " ".join(found.words.split())
    assert "no()" not in found.words


def test_rich_text_is_read_without_its_codes() -> None:
    contents = (
        rb"{\rtf1\ansi{\fonttbl{\f0 Times;}}{\info{\author Bronwen Evans}}"
        rb"\f0\fs24 Si\'e2n wrote \b this\b0 .\par And \u321?\'f3d\u378?\par}"
    )
    found = seen_in(contents)
    assert found.words.splitlines()[-2:] == ["Siân wrote this.", "And Łódź"]
    assert found.properties[AUTHOR] == "Bronwen Evans"
    assert "Times" not in found.words


@pytest.mark.parametrize("code", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_text_is_read_whatever_it_is_written_in(code: str) -> None:
    assert seen_in("Siân’s café, at length and in words.\n".encode(code), "a.txt").words == (
        "Siân’s café, at length and in words."
    )


def test_a_file_that_is_not_what_its_name_says_is_called_what_it_is() -> None:
    assert seen_in(photograph(), "report.pdf").properties[KIND] == (
        "JPEG picture, though its name ends in “.pdf”"
    )
    assert KIND not in seen_in(photograph(), "photo.jpeg").properties
    assert KIND not in seen_in(b"Words", "remarks.md").properties


def test_a_heic_photograph_is_kept_and_says_why_it_is_not_shown() -> None:
    found = seen_in(b"\0\0\0\x18ftypheic" + bytes(99), "photo.heic")
    assert "can hold the place" in found.properties[UNSHOWN]
    assert found.picture == b""


def test_what_nobody_knows_has_nothing_to_say() -> None:
    found = look(SHA256, bytes(range(256)) * 9, "file.xyz")
    assert found == EvidenceLook(sha256=SHA256)


def test_what_the_other_process_says_is_not_taken_on_trust() -> None:
    wide = Image.new("L", (481, 5))
    written = BytesIO()
    wide.save(written, "PNG")
    for said in (
        None,
        {"pages": "7", "words": 3, "properties": {"A": 1}, "picture": "not base64"},
        {"pages": True, "picture": base64.b64encode(written.getvalue()).decode()},
        {"properties": ["A", "B"], "picture": "é"},
        ["pages"],
        {"pages": -1, "picture": base64.b64encode(b"MZ" + bytes(99)).decode()},
    ):
        found = looking._checked(SHA256, said)
        assert (found.pages, found.words, found.picture) == (None, "", b"")
    assert looking._checked(SHA256, {"words": "a\ud800b\0c"}).words == "abc"


def test_whatever_bytes_there_are_a_look_comes_of_them() -> None:
    seeds = [pdf(1), photograph(), photograph("PNG"), photograph("TIFF"), zipped(OF_A_DOCUMENT)]

    @drawn(60)
    @given(st.sampled_from(seeds), st.randoms(use_true_random=False))
    def comes(contents: bytes, chance: random.Random) -> None:
        broken = bytearray(contents)
        for _ in range(chance.choice((1, 5, 40))):
            broken[chance.randrange(len(broken))] = chance.randrange(256)
        found = seen_in(bytes(broken[: chance.choice((None, len(broken) // 2))]))
        assert found.words.encode() is not None
        assert all(said for said in found.properties.values())

    comes()


def test_a_picture_that_breaks_its_reader_leaves_the_words(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[dict[str, Any]] = []

    def breaks(_job: str, contents: bytes, **said: Any) -> Any:
        asked.append(said)
        if said.get("shows", True):
            raise ProblemError("The file was not read: it took longer than 10 seconds to read.")
        return look_at(contents, file_name="a.pdf", shows=False)

    monkeypatch.setattr(looking, "apart", breaks)
    found = look(SHA256, pdf(), "a.pdf")
    assert len(asked) == 2
    assert "Words on page 1" in found.words
    assert found.picture == b""
    assert UNSHOWN in found.properties


def test_what_breaks_its_reader_altogether_says_why(monkeypatch: pytest.MonkeyPatch) -> None:
    def breaks(*_: Any, **_said: Any) -> Any:
        raise ProblemError("The file was not read: it took longer than 10 seconds to read.")

    monkeypatch.setattr(looking, "apart", breaks)
    found = look(SHA256, pdf(), "a.pdf")
    assert found.properties == {UNREAD: "it took longer than 10 seconds to read"}


def test_only_what_was_not_looked_at_is_and_what_is_gone_is_passed_over() -> None:
    held = {"1" * 64: b"First", "2" * 64: b"Second"}
    pieces = [
        Evidence(sha256=sha256, file_name="a.txt") for sha256 in (*held, *held, "3" * 64, "4" * 64)
    ]
    heard: list[tuple[int, int]] = []

    def read(sha256: str) -> bytes:
        if sha256 not in held:
            raise ProblemError("The file for this evidence is not in the portfolio.")
        return held[sha256]

    def hear(done: int, whole: int) -> None:
        heard.append((done, whole))

    found = list(missing([*pieces, Evidence()], {"2" * 64}, read, hear))
    assert [(each.sha256, each.words) for each in found] == [("1" * 64, "First")]
    assert heard == [(0, 3), (1, 3), (2, 3), (3, 3)]


def test_looking_stops_where_it_is_told_to() -> None:
    def stop(done: int, _whole: int) -> None:
        if done:
            raise CancelledError

    pieces = [Evidence(sha256=figure * 64, file_name="a.txt") for figure in "123"]
    looks: Iterator[EvidenceLook] = missing(pieces, (), lambda _sha256: b"Words", stop)
    assert next(looks).words == "Words"
    with pytest.raises(CancelledError):
        next(looks)
