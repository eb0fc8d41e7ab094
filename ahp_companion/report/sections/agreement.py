"""What was agreed: the agreements that hold, by clause, and the protected time agreed with them."""

from collections.abc import Sequence

from reportlab.platypus import Flowable

from ...domain import protected_time
from ...domain.agreements import (
    Agreement,
    AgreementKind,
    clauses_of,
    current,
    in_order,
    versions,
    with_whom,
)
from ...domain.preceptorship import Preceptorship
from ...domain.protected_time import TimeAgreement
from ...domain.words import day, inside, joined, sentence, span
from ..flowables import Mark, meta, prose, record_heading
from ..parts import Part
from ..selection import Selection
from ..tables import Column, Layout, Row, facts, table
from .protected_time import whose_time

EARLIER = Layout(columns=(Column("Agreed", 45), Column("With", 75), Column("Replaced", 50)))


def agreement(selection: Selection, held: Preceptorship, of: str) -> Part | None:
    """Return the part with what was agreed in a preceptorship; None where nothing was."""
    agreements = selection.portfolio.of(Agreement, held.id)
    times = selection.portfolio.of(TimeAgreement, held.id)
    flowables = [
        *(each for kind in AgreementKind for each in _of_kind(selection, agreements, kind)),
        *_time(times, held),
    ]
    if not flowables:
        return None
    return Part(
        title="What we agreed",
        says="The agreement that holds, and the time agreed",
        flowables=flowables,
        of=of,
        is_short=True,
    )


def _of_kind(
    selection: Selection, agreements: Sequence[Agreement], kind: AgreementKind
) -> list[Flowable]:
    held = current(agreements, kind)
    earlier = [each for each in versions(agreements, kind) if each is not held]
    rows = [
        Row((day(each.agreed_on) or "No date yet", with_whom(each) or "–",
             day(each.replaced_on) or "–"))
        for each in earlier
    ]  # fmt: skip
    title = f"{kind.label}: earlier versions"
    return [*(_agreement(selection, held) if held else []), *table(EARLIER, rows, title=title)]


def _agreement(selection: Selection, held: Agreement) -> list[Flowable]:
    mark = Mark(key=f"agreement.{held.id}", title=held.kind.label, level=1)
    again = f"to be looked at again on {day(held.review_on)}" if held.review_on else ""
    found = [
        *record_heading(held.kind.label, day(held.agreed_on), mark),
        *meta([_with(held), again]),
    ]
    form = selection.catalogue.agreements.get(held.kind)
    headings = {each.code: each.heading for each in form.clauses} if form else {}
    for code, words in in_order(clauses_of(form, held) if form else (), held):
        label = headings.get(code, sentence(code.replace("-", " ").replace("_", " ")))
        found += prose(words, label=label)
    return found


def _with(held: Agreement) -> str:
    said = with_whom(held)
    return said if held.is_self_agreed or not said else f"Agreed with {inside(said)}"


def _time(agreed: Sequence[TimeAgreement], held: Preceptorship) -> list[Flowable]:
    pairs = [(whose_time(each.whose, held), _in_words(each)) for each in agreed]
    return facts(pairs, title="Protected time")


def _in_words(agreed: TimeAgreement) -> str:
    when = span(agreed.from_on, agreed.to_on) if agreed.to_on else ""
    since = f"from {day(agreed.from_on)}" if agreed.from_on and not agreed.to_on else when
    by = f"agreed with {inside(agreed.agreed_with)}" if agreed.agreed_with else ""
    said = (protected_time.name(agreed), since, by, agreed.words)
    return joined(said)
