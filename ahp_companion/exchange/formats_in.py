"""Every format that comes in, and which of them a file is in."""

from pathlib import Path

from ..domain.portfolio import Portfolio
from ..domain.problems import ProblemError
from . import competence_files, cpd_csv_reading
from .archive_reading import is_archive, read_archive
from .badges import reading as badge_reading
from .calendars import reading as calendar_reading
from .importing import Incoming, by_id, importing
from .leap2a import reading as leap2a_reading
from .path import reading as path_reading
from .reading import Format, Reading
from .tables import reading as columns_reading
from .xapi import reading as xapi_reading


def _archive(path: Path) -> Reading:
    contents = read_archive(path)

    def into(portfolio: Portfolio) -> Incoming:
        return importing(contents, by_id(portfolio))

    return Reading(format=ARCHIVE.code, into=into, evidence=contents.evidence.read)


ARCHIVE = Format(
    code="archive",
    words="An archive or a passport",
    endings=(".zip",),
    is_it=is_archive,
    read=_archive,
)
# Looked at in this order; the last takes whatever text none of the others knew.
FORMATS: tuple[Format, ...] = (
    columns_reading.WORKBOOK,
    leap2a_reading.FORMAT,
    path_reading.FORMAT,
    ARCHIVE,
    calendar_reading.FORMAT,
    xapi_reading.FORMAT,
    badge_reading.FORMAT,
    cpd_csv_reading.FORMAT,
    columns_reading.FORMAT,
    competence_files.FORMAT,
    columns_reading.ANY,
)
BY_CODE = {each.code: each for each in FORMATS}
READY_TO_OPEN = (b"AHP Companion", b"SQLite format 3")


def read_file(path: Path, chosen: str = "") -> Reading:
    """Return a file as it was read, in the format chosen or the one its contents are in.

    Raises ProblemError for a file that is in none of them.
    """
    if path.is_dir():
        return _folder_format(path, chosen).read(path)
    if not path.is_file():
        raise ProblemError(
            f"There is no file “{path}”.", advice="Look for it where it was saved, and name that."
        )
    try:
        with path.open("rb") as file:
            start = file.read(16)
    except OSError as reason:
        raise ProblemError(
            f"“{path.name}” cannot be read.",
            means="You may not have the right to, or the disk it is on has gone.",
            advice="Copy it to a folder of your own, and choose that.",
        ) from reason
    if start.startswith(READY_TO_OPEN):
        raise ProblemError(
            f"“{path.name}” is not a file to bring in.",
            means="It is a portfolio or another database by itself.",
            advice="Open it, export an archive from it, and bring that in.",
        )
    return (BY_CODE[chosen] if chosen else format_of(path)).read(path)


def _folder_format(path: Path, chosen: str) -> Format:
    taking = [each for each in FORMATS if each.takes_folder]
    found = next((each for each in taking if each.code == chosen or each.is_it(path)), None)
    if found is None:
        raise ProblemError(
            f"“{path.name}” is a folder.",
            means="Nothing in it is kept in a way that is brought in as a whole.",
            advice="Choose one of the files in it.",
        )
    return found


def format_of(path: Path) -> Format:
    """Return the format that a file is in, by its beginning and not its name."""
    return next((each for each in FORMATS if each.is_it(path)), FORMATS[-1])
