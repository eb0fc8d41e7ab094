"""What is in a file of evidence, as far as it can be seen without opening it for someone."""

from collections.abc import Mapping
from dataclasses import dataclass, field

# Raised when looking finds more than it did; older looks are then made anew.
BY = 1


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
