"""Contacts: each time the owner was in touch with someone who supports them."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from .records import link, new_id
from .words import Word, count, day


class Manner(Word):
    """How two people were in touch."""

    FACE_TO_FACE = "face-to-face", "Face to face"
    VIDEO = "video", "By video"
    PHONE = "phone", "By phone"
    WRITING = "writing", "In writing"


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """One conversation with someone, in a line or two."""

    id: str = field(default_factory=new_id)
    person: str | None = link("person", owned=True)
    on: date | None = None
    manner: Manner | None = None
    minutes: int | None = None
    words: str = ""


def contacts_in_words(contacts: Iterable[Contact]) -> str:
    """Return how often and when last, "3 contacts, the last on 4 March 2026"; nothing for none."""
    held = list(contacts)
    last = max((each.on for each in held if each.on), default=None)
    if not held:
        return ""
    number = count(len(held), "contact")
    return f"{number}, the last on {day(last)}" if last else number
