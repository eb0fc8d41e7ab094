"""Looking at a file of evidence, in a process of its own: what it is, says and shows.

Nothing in a file stops the look: what cannot be read is said among the file's properties.
"""

import base64
from collections.abc import Callable
from importlib import import_module
from pathlib import PurePath
from typing import Any

from ...domain.evidence_looks import KIND, UNREAD, UNSHOWN
from ...domain.file_kinds import FileKind, file_kind
from ..media_types import MEDIA_TYPES, media_type
from .seen import Seen

Look = Callable[[bytes, FileKind, Seen, bool], None]
# Each kind: the module beside this one that looks at it; what it stands on is loaded for it alone.
LOOKS = {
    FileKind.PDF: "seen_pdf",
    **dict.fromkeys(
        (FileKind.JPEG, FileKind.PNG, FileKind.WEBP, FileKind.GIF, FileKind.TIFF), "seen_pictures"
    ),
    **dict.fromkeys((FileKind.WORD, FileKind.SLIDES, FileKind.WORKBOOK), "seen_office"),
    **dict.fromkeys(
        (FileKind.OPEN_TEXT, FileKind.OPEN_SLIDES, FileKind.OPEN_WORKBOOK), "seen_office"
    ),
    **dict.fromkeys(
        (FileKind.TEXT, FileKind.WEB_PAGE, FileKind.RICH_TEXT, FileKind.MAIL), "seen_letters"
    ),
}
# What is kept like any other file, and why nothing of it is shown.
NOT_SHOWN = {
    FileKind.HEIC: "a HEIC photograph is not read here; it can hold the place and the camera. "
    "Save it as JPEG to see what it says",
    FileKind.BMP: "a bitmap is not read here; save it as PNG",
    FileKind.OLD_OFFICE: "an older Word, Excel or PowerPoint file is not read here; "
    "save it in the present format",
    FileKind.ZIP: "what is packed is not read here",
}


def look_at(contents: bytes, *, file_name: str = "", shows: bool = True) -> dict[str, Any]:
    """Return what was seen as JSON's own values: pages, words, properties, picture in base64."""
    seen = Seen()
    kind = file_kind(contents)
    _compare(kind, file_name, seen)
    if kind in LOOKS:
        _look(contents, kind, seen, shows=shows)
    elif kind in NOT_SHOWN:
        seen.say(UNSHOWN, NOT_SHOWN[kind])
    return {
        "pages": seen.pages,
        "words": seen.words,
        "properties": seen.properties,
        "picture": base64.b64encode(seen.picture).decode("ascii"),
    }


def _look(contents: bytes, kind: FileKind, seen: Seen, *, shows: bool) -> None:
    look: Look = import_module(f".{LOOKS[kind]}", __package__).look
    try:
        look(contents, kind, seen, shows)
    except Exception:
        # What other people's programs trip over has no list; what was seen before it stays.
        seen.say(UNSHOWN if seen.words else UNREAD, "it is damaged, or was cut off")


def _compare(kind: FileKind, file_name: str, seen: Seen) -> None:
    """Say what a file is where its name says something else."""
    ending = PurePath(file_name).suffix.lower()
    named = MEDIA_TYPES.get(ending, "")
    known = FileKind.OTHER if not named else _kind_of(media_type(file_name))
    if kind in (FileKind.TEXT, FileKind.OTHER, FileKind.MAIL) or known in (FileKind.OTHER, kind):
        return
    seen.say(KIND, f"{kind.label}, though its name ends in “{ending}”")


def _kind_of(named: str) -> FileKind:
    return next((each for each in FileKind if each.value == named), FileKind.OTHER)
