"""Looking at a PDF: its pages and their text, what it says of its makers, its first page."""

import ctypes
import re
from collections.abc import Iterator
from typing import Any

import pypdfium2
from pypdfium2 import raw

from ...domain.evidence_looks import (
    ATTACHED,
    AUTHOR,
    CHANGED,
    COMMENTS,
    KEYWORDS,
    MADE,
    SIGNATURES,
    SOFTWARE,
    SUBJECT,
    TITLE,
    UNREAD,
    UNSHOWN,
)
from ...domain.file_kinds import FileKind
from ...domain.words import count
from .seen import Seen
from .seen_dates import stamped
from .seen_pictures import WIDEST, as_png

REMARKS = (
    ("Title", TITLE),
    ("Author", AUTHOR),
    ("Subject", SUBJECT),
    ("Keywords", KEYWORDS),
    ("Creator", SOFTWARE),
    ("Producer", SOFTWARE),
)
MOMENTS = (("CreationDate", MADE), ("ModDate", CHANGED))
# PDFium reads the short list of remarks; a second, in XML, can name others.
CREATORS = re.compile(rb"<dc:creator>(.{0,2000}?)</dc:creator>", re.DOTALL)
TAGS = re.compile(r"<[^>]*>")
MOST_MARKS, MOST_BYTES_OF_A_MARK = 2_000, 40_000


def look(contents: bytes, _kind: FileKind, seen: Seen, shows: bool) -> None:
    """Look at a PDF."""
    try:
        opened = pypdfium2.PdfDocument(contents)
    except pypdfium2.PdfiumError as reason:
        locked = (raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY)
        is_locked = getattr(reason, "err_code", None) in locked
        seen.say(UNREAD, "it asks for a password" if is_locked else "it is damaged, or was cut off")
        return
    try:
        if opened.get_formtype() != raw.FORMTYPE_NONE:
            opened.init_forms()
        seen.pages = len(opened)
        _say_properties(opened, contents, seen)
        _read_pages(opened, seen)
        if shows and seen.pages:
            _show_first(opened, seen)
    finally:
        opened.close()


def _say_properties(opened: Any, contents: bytes, seen: Seen) -> None:
    for name, said in REMARKS:
        seen.say(said, opened.get_metadata_value(name))
    for found in CREATORS.findall(contents):
        seen.say(AUTHOR, TAGS.sub(" ", found.decode("utf-8", "replace")))
    for name, said in MOMENTS:
        seen.say(said, stamped(opened.get_metadata_value(name)))
    for at in range(min(opened.count_attachments(), 20)):
        seen.say(ATTACHED, opened.get_attachment(at).get_name())
    signatures = raw.FPDF_GetSignatureCount(opened)
    if signatures > 0:
        seen.say(SIGNATURES, count(signatures, "electronic signature"))


def _read_pages(opened: Any, seen: Seen) -> None:
    whole, written_on = len(opened), 0
    for at in range(whole):
        if seen.is_over:
            seen.stop_at(at, whole, "pages")
            break
        try:
            page = opened[at]
        except pypdfium2.PdfiumError:
            seen.say(UNSHOWN, f"page {at + 1} is damaged")
            continue
        text = page.get_textpage()
        seen.read(text.get_text_range(0, min(text.count_chars(), 1_000_000)) + "\n")
        text.close()
        for words in _written_on(opened, page):
            written_on += 1
            seen.read(words + "\n")
        page.close()
    if written_on:
        seen.say(COMMENTS, f"{count(written_on, 'comment or answer', 'comments or answers')} in it")


def _written_on(opened: Any, page: Any) -> Iterator[str]:
    """Yield what stands in comments, and in the fields of a form."""
    for at in range(min(raw.FPDFPage_GetAnnotCount(page), MOST_MARKS)):
        mark = raw.FPDFPage_GetAnnot(page, at)
        if not mark:
            continue
        try:
            held = [_string(raw.FPDFAnnot_GetStringValue, mark, b"Contents")]
            if opened.formenv and raw.FPDFAnnot_GetSubtype(mark) == raw.FPDF_ANNOT_WIDGET:
                held.append(_string(raw.FPDFAnnot_GetFormFieldValue, opened.formenv, mark))
            yield from (each for each in held if each.strip())
        finally:
            raw.FPDFPage_CloseAnnot(mark)


def _string(give: Any, *of: Any) -> str:
    """Return what PDFium gives as UTF-16: it is asked for its size first."""
    size = give(*of, None, 0)
    if size <= 2 or size > MOST_BYTES_OF_A_MARK:
        return ""
    buffer = ctypes.create_string_buffer(size)
    give(*of, ctypes.cast(buffer, ctypes.POINTER(raw.FPDF_WCHAR)), size)
    return buffer.raw[:size].decode("utf-16-le", "replace").rstrip("\0")


def _show_first(opened: Any, seen: Seen) -> None:
    page = opened[0]
    wide, high = page.get_size()
    if wide > 0 and high > 0:
        bitmap = page.render(scale=WIDEST / max(wide, high))
        seen.picture = as_png(bitmap.to_pil())
        bitmap.close()
    page.close()
