"""Looking at files of letters alone: text, rich text, web pages, e-mail."""

import re
from email import message_from_bytes, policy
from email.message import EmailMessage

from ...domain.evidence_looks import (
    ATTACHED,
    AUTHOR,
    COMPANY,
    FROM,
    MADE,
    PARTLY,
    SUBJECT,
    TITLE,
    TO,
)
from ...domain.file_kinds import FileKind
from ..foreign_text import decoded
from ..plain_words import plain_words
from .seen import MOST_LETTERS, Seen

MOST_BYTES = 8_000_000
SAID_BY_MAIL = (("from", FROM), ("to", TO), ("cc", TO), ("subject", SUBJECT), ("date", MADE))
# What rich text says of itself stands at its head, in groups of their own.
SAID_BY_RICH_TEXT = (
    (re.compile(r"\{\\author ([^{}\\]{1,200})\}"), AUTHOR),
    (re.compile(r"\{\\operator ([^{}\\]{1,200})\}"), AUTHOR),
    (re.compile(r"\{\\company ([^{}\\]{1,200})\}"), COMPANY),
    (re.compile(r"\{\\title ([^{}\\]{1,200})\}"), TITLE),
)
DRAWN_BY = re.compile(r"\{\\(?:fonttbl|colortbl|stylesheet|\*\\[a-z]+)(?:[^{}]|\{[^{}]*\})*\}")
ABOUT = re.compile(r"\{\\info(?:[^{}]|\{[^{}]*\})*\}")
LINE_ENDS = re.compile(r"\\(?:par|line|row|sect|page)\b ?")
UNICODE, BYTE = re.compile(r"\\u(-?\d+) ?\??"), re.compile(r"\\'([0-9a-fA-F]{2})")
CONTROL = re.compile(r"\\[a-zA-Z]+-?\d* ?|[{}]|\\[^a-zA-Z]")


def look(contents: bytes, kind: FileKind, seen: Seen, _shows: bool) -> None:
    """Look at a file of letters."""
    if len(contents) > MOST_BYTES:
        seen.properties[PARTLY] = "there is more text in it than is read here"
    held = contents[:MOST_BYTES]
    if kind is FileKind.MAIL:
        _read_mail(held, seen)
    elif kind is FileKind.RICH_TEXT:
        _read_rich_text(decoded(held).text, seen)
    elif kind is FileKind.WEB_PAGE:
        seen.read(plain_words(decoded(held).text))
    else:
        seen.read(decoded(held).text)
    if len(seen.words) >= MOST_LETTERS:
        seen.properties[PARTLY] = "there is more text in it than is read here"


def _read_mail(contents: bytes, seen: Seen) -> None:
    mail = message_from_bytes(contents, policy=policy.default)
    for name, said in SAID_BY_MAIL:
        for each in mail.get_all(name, []):
            seen.say(said, each)
            seen.read(f"{each}\n")
    for part in mail.walk():
        if part.get_filename():
            seen.say(ATTACHED, part.get_filename())
        elif part.get_content_maintype() == "text":
            _read_mail_text(part, seen)


def _read_mail_text(part: EmailMessage, seen: Seen) -> None:
    written = part.get_payload(decode=True)
    words = decoded(written).text if isinstance(written, bytes) else ""
    seen.read(plain_words(words) if part.get_content_subtype() == "html" else words)
    seen.read("\n")


def _read_rich_text(written: str, seen: Seen) -> None:
    for form, name in SAID_BY_RICH_TEXT:
        for each in form.findall(written):
            seen.say(name, each)
    plain = DRAWN_BY.sub("", written.replace("\r", "").replace("\n", ""))
    for each in (*ABOUT.findall(plain), ABOUT.sub("", plain)):
        lines = LINE_ENDS.sub("\n", each)
        seen.read(CONTROL.sub("", UNICODE.sub(_unicode, BYTE.sub(_byte, lines))) + "\n")


def _byte(found: re.Match[str]) -> str:
    return bytes.fromhex(found[1]).decode("cp1252", "replace")


def _unicode(found: re.Match[str]) -> str:
    return chr(int(found[1]) % 0x10000)
