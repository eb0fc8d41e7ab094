"""ZIP files from elsewhere, looked over before a byte is unpacked; nothing is unpacked by name.

Our own archives are known to the last byte: whatever else is in one is refused. Other programs'
files have folders, comments and names of all sorts, so there a file that cannot be read safely
stays out by itself, and a name is only ever a key to look under.
"""

import re
import stat
import struct
import unicodedata
import zipfile
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path

from ..domain.problems import ProblemError
from .strict import shown

MOST_ENTRIES = 20_000
MOST_BYTES, MOST_BYTES_TOGETHER = 200_000_000, 4_000_000_000
# A directory of that many of our own entries, with room for other programs' extra fields.
MOST_DIRECTORY_BYTES = MOST_ENTRIES * 300
ENCRYPTED = 0x1
METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
END, LOCATOR, END64 = b"PK\x05\x06", b"PK\x06\x07", b"PK\x06\x06"
END_BYTES, LOCATOR_BYTES, END64_BYTES = 22, 20, 56
LOCAL_HEADER_BYTES = 30
# Words pack to a tenth; what packs to a hundredth is one byte over and over.
MOST_RATIO, SMALL = 100, 1_000_000
LONGEST_COMMENT, CHUNK = 0xFFFF, 1 << 20
UTF_8_NAME = 0x800
NOT_IN_A_NAME = re.compile(r"[\x00-\x1f\x7f]")
Refusal = Callable[[Path, str], ProblemError]
BROKEN = (OSError, EOFError, RuntimeError, ValueError, struct.error, zlib.error, zipfile.BadZipFile)


def open_zip(path: Path, allowed: re.Pattern[str]) -> zipfile.ZipFile:
    """Return an open ZIP whose entries all have allowed names and bounded sizes.

    Raises ProblemError for anything that a plain ZIP of plain files would not hold: more entries
    or bytes than the limits, names given twice, links, encryption, entries that share bytes,
    bytes after the end.
    """
    try:
        _check_directory(path, refused)
        opened = zipfile.ZipFile(path)
    except (OSError, zipfile.BadZipFile, struct.error, ValueError, NotImplementedError) as reason:
        raise unreadable(path) from reason
    try:
        _check_entries(path, opened.infolist(), allowed)
    except ProblemError:
        opened.close()
        raise
    return opened


def open_others_zip(path: Path) -> zipfile.ZipFile:
    """Return an open ZIP of another program, within the same bounds, whatever its files are called.

    What is in one file of it alone is looked at when that is read: see `pieces`. Raises
    ProblemError for more entries or bytes than the limits, names given twice, entries that share
    bytes, bytes after the end.
    """
    try:
        _check_directory(path, set_aside, LONGEST_COMMENT)
        opened = zipfile.ZipFile(path)
    except (*BROKEN, NotImplementedError) as reason:
        raise unreadable(path) from reason
    try:
        files = [each for each in opened.infolist() if not each.is_dir()]
        _check_together(path, files, set_aside)
    except ProblemError:
        opened.close()
        raise
    return opened


def names_in(path: Path) -> list[str]:
    """Return the names in a ZIP, looked up by them only; ProblemError where there are none."""
    try:
        _check_directory(path, set_aside, LONGEST_COMMENT)
        with zipfile.ZipFile(path) as opened:
            return [key_of(name_of(each)) for each in opened.infolist()]
    except (*BROKEN, NotImplementedError) as reason:
        raise unreadable(path) from reason


def pieces(path: Path, opened: zipfile.ZipFile, name: str, most: int) -> Iterator[bytes]:
    """Yield a file of a ZIP piece by piece; ProblemError once it is not what it is said to be."""
    entry = opened.getinfo(name)
    why = _oddity(entry)
    if not why and entry.file_size > most:
        why = f"a file in it is larger than {most // 1_000_000} MB"
    if not why and entry.file_size > max(SMALL, MOST_RATIO * entry.compress_size):
        why = "a file in it would grow a hundredfold and more"
    if why:
        raise set_aside(path, why)
    try:
        with opened.open(entry) as file:
            # zipfile gives no more than the size it names, and checks the sum at the end.
            while piece := file.read(CHUNK):
                yield piece
    except BROKEN as reason:
        raise unreadable(path) from reason


def key_of(name: str) -> str:
    """Return what a name is looked up by: one sort of slash, one way of writing accents."""
    return unicodedata.normalize("NFC", name.replace("\\", "/")).removeprefix("./").lstrip("/")


def name_of(entry: zipfile.ZipInfo) -> str:
    """Return the name of a file in a ZIP; many programs write UTF-8 without saying so."""
    if not entry.flag_bits & UTF_8_NAME:
        try:
            return entry.filename.encode("cp437").decode("utf-8")
        except UnicodeError:
            pass
    return entry.filename


def bare_name(name: str) -> str:
    """Return the last part of a name, as a file can be called anywhere; nothing for no name."""
    bare = NOT_IN_A_NAME.sub("_", re.split(r"[/\\]", name)[-1]).strip()
    return "" if bare in (".", "..") else bare


def set_aside(path: Path, why: str) -> ProblemError:
    """Return the failure that another program's ZIP is which cannot be read safely."""
    return ProblemError(
        f"“{path.name}” was not brought in: {why}.",
        means="It could not be read safely. Nothing of it was taken.",
        advice="Export it again from the program it comes from, and bring that in.",
    )


def unreadable(path: Path) -> ProblemError:
    """Return the failure that a damaged or cut-off ZIP is."""
    return ProblemError(
        f"“{path.name}” is damaged or was cut off.",
        means="It could not be read from beginning to end. Nothing was brought in.",
        advice="Copy or export it again, and bring that file in.",
    )


def refused(path: Path, why: str) -> ProblemError:
    """Return the failure that a ZIP which no AHP Companion writes is."""
    return ProblemError(
        f"“{path.name}” was not brought in: {why}.",
        means="No archive of AHP Companion is like that, so nothing of it was taken.",
        advice="Ask whoever gave it to you for a new one.",
    )


def _check_directory(path: Path, refusal: Refusal, longest_comment: int = 0) -> None:
    # Before zipfile reads the directory into memory, it has to be known that it is small.
    size = path.stat().st_size
    with path.open("rb") as file:
        file.seek(max(0, size - END_BYTES - LOCATOR_BYTES - END64_BYTES - longest_comment))
        tail = file.read()
    at = tail.rfind(END) if longest_comment else len(tail) - END_BYTES
    if at < 0 or not tail.startswith(END, at) or len(tail) - at < END_BYTES:
        raise refusal(path, "it does not end where a ZIP ends")
    _, entries, directory, _, comment = struct.unpack("<8xHHIIH", tail[at : at + END_BYTES])
    if tail.startswith(LOCATOR, max(0, at - LOCATOR_BYTES)):
        longer = tail[max(0, at - LOCATOR_BYTES - END64_BYTES) : at]
        if not longer.startswith(END64):
            raise refusal(path, "its directory is not where it should be")
        entries, directory = struct.unpack("<32xQQ", longer[:48])
    if entries > MOST_ENTRIES or directory > MOST_DIRECTORY_BYTES:
        raise refusal(path, f"it holds more than {MOST_ENTRIES:,} files")
    if comment and not longest_comment:
        raise refusal(path, "it carries a comment")
    if at + END_BYTES + comment != len(tail):
        raise refusal(path, "there is something behind its end")


def _check_entries(path: Path, entries: list[zipfile.ZipInfo], allowed: re.Pattern[str]) -> None:
    for each in entries:
        is_named = allowed.fullmatch(each.orig_filename) and each.orig_filename == each.filename
        why = _oddity(each) if is_named else f"it holds a file named “{shown(each.orig_filename)}”"
        if why:
            raise refused(path, why)
    _check_together(path, entries, refused)


def _check_together(path: Path, entries: list[zipfile.ZipInfo], refusal: Refusal) -> None:
    if len(entries) > MOST_ENTRIES:
        raise refusal(path, f"it holds more than {MOST_ENTRIES:,} files")
    if len({each.filename for each in entries}) < len(entries):
        raise refusal(path, "a file name occurs twice in it")
    if sum(each.file_size for each in entries) > MOST_BYTES_TOGETHER:
        raise refusal(path, "its files are larger than 4 GB together")
    free_from = 0
    for each in sorted(entries, key=_offset):
        if each.header_offset < free_from:
            raise refusal(path, "files in it share their bytes")
        letters = "utf-8" if each.flag_bits & UTF_8_NAME else "cp437"
        name_bytes = len(each.orig_filename.encode(letters, "surrogatepass"))
        free_from = each.header_offset + LOCAL_HEADER_BYTES + name_bytes + each.compress_size


def _oddity(entry: zipfile.ZipInfo) -> str:
    mode = entry.external_attr >> 16
    if mode and stat.S_IFMT(mode) not in (0, stat.S_IFREG):
        return "it holds a link or another thing that is not a file"
    if entry.flag_bits & ENCRYPTED or entry.compress_type not in METHODS:
        return "it is encrypted or packed in an unusual way"
    if entry.file_size > MOST_BYTES:
        return f"a file in it is larger than {MOST_BYTES // 1_000_000} MB"
    return ""


def _offset(entry: zipfile.ZipInfo) -> int:
    return entry.header_offset
