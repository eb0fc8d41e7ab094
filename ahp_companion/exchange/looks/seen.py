"""What was seen in a file while looking at it: text and remarks, within bounds, as plain words."""

import re
import time
from dataclasses import dataclass, field

from ...domain.evidence_looks import PARTLY

MOST_LETTERS = 2_000_000
MOST_IN_REMARK, MOST_REMARKS = 400, 60
# Whoever waits ends the whole process after ten; what was seen until then would be lost.
SECONDS = 6.0
NOT_WORDS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
BLANKS = re.compile(r"\s+")


@dataclass(slots=True, kw_only=True)
class Seen:
    """What is known of a file so far."""

    pages: int | None = None
    properties: dict[str, str] = field(default_factory=dict)
    picture: bytes = b""
    _pieces: list[str] = field(default_factory=list)
    _letters: int = 0
    _until: float = field(default_factory=lambda: time.monotonic() + SECONDS)

    @property
    def words(self) -> str:
        """Return the text seen so far."""
        return "".join(self._pieces).strip()

    @property
    def is_over(self) -> bool:
        """Return whether there is text enough, or time is up."""
        return self._letters >= MOST_LETTERS or time.monotonic() > self._until

    def read(self, words: str) -> None:
        """Take in some text, as much of it as there is room for."""
        fitting = NOT_WORDS.sub("", words[: MOST_LETTERS - self._letters])
        self._pieces.append(fitting)
        self._letters += len(fitting)

    def say(self, name: str, words: object) -> None:
        """Take in a remark of the file's under a name; further ones follow the first."""
        said = BLANKS.sub(" ", NOT_WORDS.sub("", str(words or ""))).strip(" \0")[:MOST_IN_REMARK]
        held = self.properties.get(name, "")
        if not said or said in held.split("; ") or len(self.properties) >= MOST_REMARKS:
            return
        self.properties[name] = f"{held}; {said}"[:MOST_IN_REMARK] if held else said

    def stop_at(self, read: int, whole: int, what: str) -> None:
        """Say that only some of what there is was read."""
        self.properties[PARTLY] = f"the first {read:,} of {whole:,} {what}"
