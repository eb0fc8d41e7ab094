"""What was left out of this copy, how much of it there is, and why."""

from ...domain import kinds
from ...domain.evidence import Evidence
from ...domain.records import shapes
from ...domain.words import count, day, sentence
from ..flowables import lead
from ..parts import Part
from ..selection import Selection
from ..tables import Column, Layout, Row, table
from . import TITLES

LEFT_OUT = Layout(columns=(Column("What", 80), Column("How many", 26), Column("Why", 64)))


def left_out(selection: Selection) -> Part:
    """Return the part that says what stays with the owner; it is in every copy."""
    rows = [*_private(selection), *_other_dates(selection), *_sections(selection)]
    pieces = len(selection.portfolio.all(Evidence))
    if pieces:
        rows.append(Row(("Evidence files", str(pieces), "Only the index leaves my portfolio")))
    return Part(
        title="What was left out",
        says="And why",
        flowables=[*lead(private_words(selection)), *table(LEFT_OUT, rows)],
        is_short=True,
    )


def private_words(selection: Selection) -> str:
    """Return the sentence that says what became of the private records."""
    if selection.choice.include_private:
        return "Private records are included, because they were asked for, and marked as private."
    held = sum(selection.leaving.private.values())
    if not held:
        return "No record is marked private, so none was left out."
    stay = "stays" if held == 1 else "stay"
    return (
        "Private records were left out because they were not asked for: "
        f"{count(held, 'private record')} {stay} with me."
    )


def _private(selection: Selection) -> list[Row]:
    return [
        Row((_private_words(name), _of(selection, name, held),
             "Not asked for"))
        for name, held in selection.leaving.private.items()
    ]  # fmt: skip


def _other_dates(selection: Selection) -> list[Row]:
    from_on, to_on = selection.choice.from_on, selection.choice.to_on
    after = f"after {day(to_on)}" if to_on else ""
    before = f"before {day(from_on)}" if from_on else ""
    why = " or ".join(each for each in (before, after) if each)
    if selection.choice.preceptorship:
        why = "; ".join(each for each in (why, "another preceptorship") if each)
    return [
        Row((_nouns(name), _of(selection, name, held), sentence(why)))
        for name, held in selection.leaving.other_dates.items()
    ]


def _sections(selection: Selection) -> list[Row]:
    return [
        Row((f"Section: {title}", "–", "Not chosen for this copy"))
        for code, title in TITLES.items()
        if code in selection.choice.left_out
    ]


def _private_words(name: str) -> str:
    can_be_private = any(shape.name == "private" for shape in shapes(kinds.BY_NAME[name].record))
    said = "marked private" if can_be_private else "that belong to private records"
    return f"{_nouns(name)} {said}"


def _nouns(name: str) -> str:
    return sentence(kinds.BY_NAME[name].nouns)


def _of(selection: Selection, name: str, held: int) -> str:
    return f"{held:,} of {len(selection.whole.records.get(name, ())):,}"
