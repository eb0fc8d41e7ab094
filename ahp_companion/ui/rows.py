"""What a list says of one record: when, what, one telling detail, and its state in words."""

from dataclasses import dataclass

from ..domain.pillars import Pillar


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """How a record stands: an icon and the word that always goes with it."""

    icon: str
    word: str
    role: str = "second"


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One record in a list."""

    when: str
    title: str
    detail: str = ""
    pillars: tuple[Pillar, ...] = ()
    state: State | None = None

    @property
    def in_words(self) -> str:
        """Return the row as a screen reader says it."""
        parts = [self.title, self.when, self.detail, *(each.label for each in self.pillars)]
        parts.append(self.state.word if self.state else "")
        return ", ".join(part for part in parts if part)
