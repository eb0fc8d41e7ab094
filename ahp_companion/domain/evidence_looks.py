"""What is in a file of evidence, as far as it can be seen without opening it for someone."""

from collections.abc import Mapping
from dataclasses import dataclass, field

# Raised when looking finds more than it did; older looks are then made anew.
BY = 1
# What a file says of itself, as it is shown.
AUTHOR, CHANGED_BY, COMPANY = "Author", "Last changed by", "Company"
TITLE, SUBJECT, KEYWORDS, COMMENT = "Title in the file", "Subject", "Keywords", "Remark in the file"
MADE, CHANGED, SOFTWARE = "Made", "Last changed", "Software"
PLACE, CAMERA, TAKEN, OWNER = "Place", "Camera", "Taken", "Owner of the camera"
EDITING, EMBEDDED = "Remarks of other programs", "Pictures inside the picture"
COMMENTS, TRACKED, ATTACHED = "Comments", "Tracked changes", "Attached files"
SIGNATURES, MACROS, SIZE = "Signatures", "Macros", "Size"
# Where something kept a file from being looked at, or from being looked at to its end.
UNREAD, UNSHOWN, PARTLY, KIND = "Cannot be opened", "Not shown", "Not all was read", "Kind of file"
FROM, TO = "From", "To"
# What can be taken out of a photograph without touching the picture.
OF_THE_CAMERA = frozenset(
    {PLACE, CAMERA, TAKEN, OWNER, EDITING, EMBEDDED, AUTHOR, TITLE, COMMENT, SOFTWARE, MADE}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceLook:
    """One look at a file: its pages, its text, what it says of its maker, a small picture.

    `pages` is None for what has no pages. `properties` are a file's own remarks in words, such as
    "Author", "Camera" and "Place", with what they say; `picture` is a PNG, or nothing.
    """

    sha256: str
    pages: int | None = None
    words: str = ""
    properties: Mapping[str, str] = field(default_factory=dict)
    picture: bytes = b""


def tells_of_the_camera(look: EvidenceLook) -> bool:
    """Return whether a picture says where it was taken, with what, or anything else beside it."""
    return not OF_THE_CAMERA.isdisjoint(look.properties)
