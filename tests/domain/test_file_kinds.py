"""What a file is goes by its bytes; what is not known is called nothing."""

import pytest

from ahp_companion.domain.file_kinds import LOOKED_AT, FileKind, file_kind


@pytest.mark.parametrize(
    ("contents", "kind"),
    [
        (b"%PDF-1.7\n", FileKind.PDF),
        (b"\xef\xbb\xbf\n\n%PDF-1.4", FileKind.PDF),
        (b"\xff\xd8\xff\xe1", FileKind.JPEG),
        (b"\x89PNG\r\n\x1a\n", FileKind.PNG),
        (b"RIFF\x10\0\0\0WEBPVP8 ", FileKind.WEBP),
        (b"RIFF\x10\0\0\0WAVEfmt ", FileKind.OTHER),
        (b"GIF89a", FileKind.GIF),
        (b"II*\0\x08\0\0\0", FileKind.TIFF),
        (b"\0\0\0\x18ftypheic\0\0\0\0", FileKind.HEIC),
        (b"\0\0\0\x18ftypisom\0\0\0\0", FileKind.OTHER),
        (b"PK\x03\x04" + bytes(26) + b"photos/a.jpg", FileKind.ZIP),
        (b"PK\x03\x04[Content_Types].xml..xl/workbook.xml", FileKind.WORKBOOK),
        (b"PK\x03\x04[Content_Types].xml..ppt/presentation.xml", FileKind.SLIDES),
        (
            b"PK\x03\x04" + bytes(26) + b"mimetypeapplication/vnd.oasis.opendocument.textPK",
            FileKind.OPEN_TEXT,
        ),
        (b"{\\rtf1\\ansi}", FileKind.RICH_TEXT),
        (b"  <!DOCTYPE html><p>", FileKind.WEB_PAGE),
        (b"Return-Path: <a@example.org>\r\nSubject: Thanks\r\n\r\nHello", FileKind.MAIL),
        ("Dziękuję, Siân\n".encode(), FileKind.TEXT),
        ("Dziękuję, Siân\n".encode("utf-16"), FileKind.TEXT),
        ("Thank you, Siân, from all of us".encode("cp1252"), FileKind.TEXT),
        (b"", FileKind.OTHER),
        (bytes(range(256)), FileKind.OTHER),
    ],
)
def test_a_file_is_known_by_its_bytes(contents: bytes, kind: FileKind) -> None:
    assert file_kind(contents) is kind


def test_a_letter_that_is_cut_in_two_where_the_look_ends_is_a_letter() -> None:
    assert file_kind(("a" * (LOOKED_AT - 1) + "ŵ" * 9).encode()) is FileKind.TEXT
