"""What was left out of this copy, how much of it there is, and why."""

from ...domain.left_out import private_words, staying
from ..flowables import lead
from ..parts import Part
from ..selection import Selection
from ..tables import Column, Layout, Row, table
from . import TITLES

LEFT_OUT = Layout(columns=(Column("What", 80), Column("How many", 26), Column("Why", 64)))
# That there is such a section to leave out would say what the rest keeps back.
UNNAMED_SECTIONS = frozenset({"adjustments"})


def left_out(selection: Selection) -> Part:
    """Return the part that says what stays with the owner; it is in every copy."""
    stays = staying(selection.leaving, selection.whole, selection.choice)
    rows = [
        *(Row((each.what, each.how_many, each.why)) for each in stays),
        *(Row((f"Section: {title}", "–", "Not chosen for this copy"))
          for title in sections_left_out(selection)),
    ]  # fmt: skip
    said = private_words(selection.leaving, selection.choice)
    return Part(
        title="What was left out",
        says="And why",
        flowables=[*lead(said), *table(LEFT_OUT, rows)],
        is_short=True,
    )


def sections_left_out(selection: Selection) -> tuple[str, ...]:
    """Return the titles of the sections that were not chosen, as far as a reader hears of them."""
    return tuple(
        title
        for code, title in TITLES.items()
        if code in selection.choice.left_out and code not in UNNAMED_SECTIONS
    )
