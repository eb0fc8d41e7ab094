"""ZIP files from elsewhere, looked over before a byte is unpacked; nothing is unpacked by name."""

import re
import stat
import struct
import zipfile
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


def open_zip(path: Path, allowed: re.Pattern[str]) -> zipfile.ZipFile:
    """Return an open ZIP whose entries all have allowed names and bounded sizes.

    Raises ProblemError for anything that a plain ZIP of plain files would not hold: more entries
    or bytes than the limits, names given twice, links, encryption, entries that share bytes,
    bytes after the end.
    """
    try:
        _check_directory(path)
        opened = zipfile.ZipFile(path)
    except (OSError, zipfile.BadZipFile, struct.error, ValueError, NotImplementedError) as reason:
        raise unreadable(path) from reason
    try:
        _check_entries(path, opened.infolist(), allowed)
    except ProblemError:
        opened.close()
        raise
    return opened


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


def _check_directory(path: Path) -> None:
    # Before zipfile reads the directory into memory, it has to be known that it is small.
    size = path.stat().st_size
    with path.open("rb") as file:
        file.seek(max(0, size - END_BYTES - LOCATOR_BYTES - END64_BYTES))
        tail = file.read()
    end = tail[-END_BYTES:]
    if not end.startswith(END):
        raise refused(path, "it does not end where a ZIP ends")
    _, entries, directory, _, comment = struct.unpack("<8xHHIIH", end)
    if tail[-END_BYTES - LOCATOR_BYTES :].startswith(LOCATOR):
        if not tail.startswith(END64):
            raise refused(path, "its directory is not where it should be")
        entries, directory = struct.unpack("<32xQQ", tail[:48])
    if entries > MOST_ENTRIES or directory > MOST_DIRECTORY_BYTES:
        raise refused(path, f"it holds more than {MOST_ENTRIES:,} files")
    if comment:
        raise refused(path, "it carries a comment")


def _check_entries(path: Path, entries: list[zipfile.ZipInfo], allowed: re.Pattern[str]) -> None:
    if len(entries) > MOST_ENTRIES:
        raise refused(path, f"it holds more than {MOST_ENTRIES:,} files")
    if len({each.filename for each in entries}) < len(entries):
        raise refused(path, "a file name occurs twice in it")
    for each in entries:
        why = _oddity(each, allowed)
        if why:
            raise refused(path, why)
    if sum(each.file_size for each in entries) > MOST_BYTES_TOGETHER:
        raise refused(path, "its files are larger than 4 GB together")
    free_from = 0
    for each in sorted(entries, key=_offset):
        if each.header_offset < free_from:
            raise refused(path, "files in it share their bytes")
        name_bytes = len(each.orig_filename.encode("utf-8", "surrogatepass"))
        free_from = each.header_offset + LOCAL_HEADER_BYTES + name_bytes + each.compress_size


def _oddity(entry: zipfile.ZipInfo, allowed: re.Pattern[str]) -> str:
    mode = entry.external_attr >> 16
    if not allowed.fullmatch(entry.orig_filename) or entry.orig_filename != entry.filename:
        return f"it holds a file named “{shown(entry.orig_filename)}”"
    if mode and stat.S_IFMT(mode) not in (0, stat.S_IFREG):
        return "it holds a link or another thing that is not a file"
    if entry.flag_bits & ENCRYPTED or entry.compress_type not in METHODS:
        return "it is encrypted or packed in an unusual way"
    if entry.file_size > MOST_BYTES:
        return f"a file in it is larger than {MOST_BYTES // 1_000_000} MB"
    return ""


def _offset(entry: zipfile.ZipInfo) -> int:
    return entry.header_offset
