"""What stays with the owner when a copy leaves: how much, and why, in words for whoever reads it.

Private records are counted together. To name their kinds would say that there are adjustments, or
sheets on how somebody is, and that is what is private about them.
"""

from dataclasses import dataclass

from . import kinds
from .evidence import Evidence
from .portfolio import Choice, Leaving, Portfolio
from .words import count, day, sentence

# These kinds are not named to a reader even where only the dates keep them back.
UNNAMED = frozenset({"adjustment", "worksheet", "workbook_answer"})


@dataclass(frozen=True, slots=True)
class Staying:
    """One line of what stays: what it is, how much of it there is, and why."""

    what: str
    how_many: str
    why: str


def staying(leaving: Leaving, whole: Portfolio, choice: Choice) -> tuple[Staying, ...]:
    """Return a line for the private records, for each kind of other dates, and for the files."""
    private = sum(leaving.private.values())
    unnamed = sum(held for name, held in leaving.other_dates.items() if name in UNNAMED)
    pieces = len(leaving.portfolio.all(Evidence))
    why = _why(choice)
    found = [
        Staying("Private records", f"{private:,}", "Not asked for"),
        *(
            Staying(sentence(kinds.BY_NAME[name].nouns), _of(whole, name, held), why)
            for name, held in leaving.other_dates.items()
            if name not in UNNAMED
        ),
        Staying("Further records", f"{unnamed:,}", why),
        Staying("Evidence files", f"{pieces:,}", "Only the index leaves my portfolio"),
    ]
    return tuple(each for each in found if each.how_many != "0")


def private_words(leaving: Leaving, choice: Choice) -> str:
    """Return the sentence that says what became of the private records."""
    if choice.include_private:
        return "Private records are included, because they were asked for, and marked as private."
    held = sum(leaving.private.values())
    if not held:
        return "No record is marked private, so none was left out."
    stay = "stays" if held == 1 else "stay"
    return (
        "Private records were left out because they were not asked for: "
        f"{count(held, 'private record')} {stay} with me."
    )


def _why(choice: Choice) -> str:
    before = f"before {day(choice.from_on)}" if choice.from_on else ""
    after = f"after {day(choice.to_on)}" if choice.to_on else ""
    dates = " or ".join(each for each in (before, after) if each)
    other = "another preceptorship" if choice.preceptorship else ""
    return sentence("; ".join(each for each in (dates, other) if each))


def _of(whole: Portfolio, name: str, held: int) -> str:
    return f"{held:,} of {len(whole.records.get(name, ())):,}"
