"""What a file of evidence is, told by its bytes and not by its name."""

from .words import Word


class FileKind(Word):
    """A kind of file: its media type, and its name in a sentence."""

    PDF = "application/pdf", "PDF"
    JPEG = "image/jpeg", "JPEG picture"
    PNG = "image/png", "PNG picture"
    WEBP = "image/webp", "WebP picture"
    GIF = "image/gif", "GIF picture"
    TIFF = "image/tiff", "TIFF picture"
    HEIC = "image/heic", "HEIC photograph"
    BMP = "image/bmp", "bitmap picture"
    WORD = (
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "Word document",
    )
    SLIDES = (
        "application/vnd.openxmlformats-officedocument.presentationml.presentation",
        "PowerPoint presentation",
    )
    WORKBOOK = (
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "Excel workbook",
    )
    OPEN_TEXT = "application/vnd.oasis.opendocument.text", "OpenDocument text"
    OPEN_SLIDES = "application/vnd.oasis.opendocument.presentation", "OpenDocument presentation"
    OPEN_WORKBOOK = "application/vnd.oasis.opendocument.spreadsheet", "OpenDocument spreadsheet"
    ZIP = "application/zip", "ZIP"
    OLD_OFFICE = "application/x-ole-storage", "document of an older Office"
    RICH_TEXT = "text/rtf", "rich text"
    MAIL = "message/rfc822", "e-mail"
    WEB_PAGE = "text/html", "web page"
    TEXT = "text/plain", "text"
    OTHER = "application/octet-stream", "file"


PICTURES = frozenset({FileKind.JPEG, FileKind.PNG, FileKind.WEBP, FileKind.GIF, FileKind.TIFF})
# What a camera writes of itself can be taken out of these without touching the picture.
CLEANED = frozenset({FileKind.JPEG, FileKind.PNG, FileKind.WEBP, FileKind.TIFF})
BEGINNINGS = (
    (b"\xff\xd8\xff", FileKind.JPEG),
    (b"\x89PNG\r\n\x1a\n", FileKind.PNG),
    (b"GIF87a", FileKind.GIF),
    (b"GIF89a", FileKind.GIF),
    (b"II*\0", FileKind.TIFF),
    (b"MM\0*", FileKind.TIFF),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", FileKind.OLD_OFFICE),
    (b"{\\rtf", FileKind.RICH_TEXT),
)
BRANDS = (b"heic", b"heix", b"hevc", b"heim", b"heis", b"mif1", b"msf1", b"avif")
# A ZIP keeps the names of what it holds unpacked; each kind of document has a part of its own.
INSIDE = (
    (b"word/document", FileKind.WORD),
    (b"ppt/presentation", FileKind.SLIDES),
    (b"xl/workbook", FileKind.WORKBOOK),
)
OPEN_DOCUMENTS = (FileKind.OPEN_TEXT, FileKind.OPEN_SLIDES, FileKind.OPEN_WORKBOOK)
MAIL_BEGINS = (b"received:", b"return-path:", b"delivered-to:", b"mime-version:", b"message-id:")
BYTE_ORDER_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
# PDF allows other bytes before its first line.
MOST_BEFORE_PDF, LOOKED_AT = 1024, 65536


def file_kind(contents: bytes) -> FileKind:
    """Return what some bytes are; OTHER where they begin like nothing that is known here."""
    start = contents[:LOOKED_AT]
    if b"%PDF-" in start[:MOST_BEFORE_PDF]:
        return FileKind.PDF
    for beginning, kind in BEGINNINGS:
        if start.startswith(beginning):
            return kind
    if start.startswith(b"PK\x03\x04"):
        return _in_a_zip(contents)
    return _in_a_box(start) or _in_letters(start)


def _in_a_zip(contents: bytes) -> FileKind:
    if contents[30:38] == b"mimetype":
        for kind in OPEN_DOCUMENTS:
            if contents[38:].startswith(kind.value.encode()):
                return kind
    if b"[Content_Types].xml" not in contents:
        return FileKind.ZIP
    return next((kind for name, kind in INSIDE if name in contents), FileKind.ZIP)


def _in_a_box(start: bytes) -> FileKind | None:
    if start.startswith(b"RIFF") and start[8:12] == b"WEBP":
        return FileKind.WEBP
    if start[4:8] == b"ftyp" and start[8:12] in BRANDS:
        return FileKind.HEIC
    if start.startswith(b"BM") and start[6:10] == bytes(4):
        return FileKind.BMP
    return None


def _in_letters(start: bytes) -> FileKind:
    if not start or not _is_text(start):
        return FileKind.OTHER
    lowered = start[:LOOKED_AT].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if lowered.startswith((b"<!doctype html", b"<html")):
        return FileKind.WEB_PAGE
    head = lowered.replace(b"\r\n", b"\n").partition(b"\n\n")[0]
    lines = [each for each in head.split(b"\n") if each]
    if any(each.startswith(MAIL_BEGINS) for each in lines) and b":" in lines[0]:
        return FileKind.MAIL
    return FileKind.TEXT


def _is_text(start: bytes) -> bool:
    if start.startswith(BYTE_ORDER_MARKS):
        return True
    if b"\0" in start:
        return False
    try:
        start.decode("utf-8")
    except UnicodeDecodeError as found:
        # The last letter may be cut in two where the look ends.
        if len(start) == LOOKED_AT and found.start > LOOKED_AT - 4:
            return True
        # Older text has a byte for each letter, and next to no control signs.
        odd = sum(byte < 32 and byte not in b"\t\n\r\f" for byte in start)
        return odd == 0 and sum(byte > 126 for byte in start) <= len(start) // 4
    return True
