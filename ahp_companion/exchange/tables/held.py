"""The cells of one row under the fields that they feed, and what of them is kept as words."""

from dataclasses import dataclass, field

from .columns import Columns, called
from .presets import Field
from .table import Cells

NOTHING = frozenset({"none", "null", "nan", "n/a", "na", "#n/a", "-", "–"})
# Where “None” is an answer that somebody wrote, it stays one.
ANSWERS = frozenset(
    {Field.TITLE, Field.WHAT_I_DID, Field.WHAT_I_LEARNT, Field.BENEFIT_TO_PRACTICE}
    | {Field.BENEFIT_TO_SERVICE_USERS}
)


@dataclass(slots=True, kw_only=True)
class Held:
    """What a row says: by field, as words to keep with their headings, and as remarks about it."""

    number: int
    cells: dict[Field, list[tuple[str, str]]] = field(default_factory=dict)
    kept: list[tuple[str, str]] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)

    def text(self, of: Field) -> str:
        """Return what the first column of a field says."""
        return self.cells[of][0][1] if of in self.cells else ""

    def keep(self, of: Field, why: str = "") -> None:
        """Keep what the columns of a field say as words; `why` is said of the row."""
        self.kept += self.cells.get(of, [])
        if why:
            self.remarks.append(why)


def held_of(number: int, cells: Cells, columns: Columns) -> Held:
    """Return what a row says; cells that say nothing are not in it."""
    held = Held(number=number)
    for at, cell in enumerate(cells):
        text, feeds = cell.strip(), columns.feeds[at]
        is_nothing = text.casefold() in NOTHING and feeds not in ANSWERS
        if not text or is_nothing or feeds is Field.LEAVE_OUT:
            continue
        heading = called(columns.names[at], at)
        if feeds is None:
            held.kept.append((heading, text))
        else:
            held.cells.setdefault(feeds, []).append((heading, text))
    return held
