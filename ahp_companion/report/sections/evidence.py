"""The evidence index: what each numbered piece is, what it belongs to, and its fingerprint."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date

from ...domain.competences import Competence
from ...domain.cpd import CpdActivity
from ...domain.evidence import Evidence, EvidenceKind, fingerprint, size_in_words
from ...domain.professions import Regulator
from ...domain.reflections import Reflection
from ...domain.training import Training
from ...domain.words import count, day
from ..flowables import caption, lead
from ..parts import Part
from ..selection import Selection
from ..tables import Column, Layout, Row, table

INDEX = Layout(
    columns=(
        Column("No", 9),
        Column("What it is", 44),
        Column("Kind and size", 33),
        Column("Dated", 29.5),
        Column("Belongs to", 31.5),
        Column("Fingerprint", 23),
    ),
    above=1.6,
    below=3.6,
    named_by=1,
)
FINGERPRINT = "Fingerprint: the first 12 of the 64 characters of the file’s SHA-256."
MEASURED = "Measured result"


def evidence(selection: Selection) -> Part | None:
    """Return the part that lists every piece that leaves; None where there is none."""
    held = selection.portfolio.all(Evidence)
    if not held:
        return None
    belongs = _belongings(selection)
    rows = [
        Row(
            (
                str(selection.evidence_numbers[each.id]),
                f"{_what(each)} (private)" if each.private else _what(each),
                f"{_kind(selection, each)}, {size_in_words(each.size)}",
                day(each.on) or "–",
                "\n".join(belongs[each.id]) or "–",
                fingerprint(each) or "–",
            )
        )
        for each in held
    ]
    said = (
        f"{count(len(held), 'piece')}. The files stay in my own portfolio; I can show any of them. "
        "The fingerprint lets you see that what I show is what is listed here."
    )
    return Part(
        title="Evidence index",
        says=f"{count(len(held), 'piece')}; the files stay with me",
        flowables=[*lead(said), *table(INDEX, rows), *caption(FINGERPRINT)],
    )


def _what(piece: Evidence) -> str:
    return piece.title or piece.file_name or "Without a title"


def _kind(selection: Selection, piece: Evidence) -> str:
    # Only one regulator calls anyone for audit; to others the word says nothing.
    if piece.kind is EvidenceKind.AUDIT and selection.regulator is not Regulator.HCPC:
        return MEASURED
    return piece.kind.label


def _belongings(selection: Selection) -> dict[str, list[str]]:
    held = selection.portfolio
    named: list[tuple[Sequence[str], str]] = [
        *((each.evidence, _dated("CPD", each.started_on)) for each in held.all(CpdActivity)),
        *((each.evidence, _dated("Reflection", each.on)) for each in held.all(Reflection)),
        *((each.evidence, _dated("Training", each.done_on)) for each in held.all(Training)),
        *((each.evidence, f"Competence {each.number}") for each in held.all(Competence)),
    ]
    found: dict[str, list[str]] = defaultdict(list)
    for pieces, what in named:
        for piece in pieces:
            found[piece].append(what.strip())
    return found


def _dated(what: str, on: date | None) -> str:
    return f"{what}, {day(on)}" if on else what
