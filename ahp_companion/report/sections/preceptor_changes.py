"""A change of preceptor: from whom, to whom, and what is handed on."""

from reportlab.platypus import Flowable

from ...domain.people import Person
from ...domain.preceptor_changes import PreceptorChange
from ...domain.preceptorship import Preceptorship
from ...domain.words import day
from ..selection import Selection
from ..tables import facts


def preceptor_changes(selection: Selection, held: Preceptorship) -> list[Flowable]:
    """Return each change of preceptor in a preceptorship as a table of its own."""
    found: list[Flowable] = []
    for each in selection.portfolio.of(PreceptorChange, held.id):
        when = f", {day(each.on)}" if each.on else ""
        found += facts(_facts(selection, each), title=f"Change of preceptor{when}")
    return found


def _facts(selection: Selection, change: PreceptorChange) -> list[tuple[str, str]]:
    return [
        ("From", _name(selection, change.from_person)),
        ("To", _name(selection, change.to_person)),
        ("Why", change.why),
        ("Handed on", change.handed_on),
        ("Still open", change.still_open),
    ]


def _name(selection: Selection, wanted: str | None) -> str:
    person = selection.whole.find(Person, wanted)
    return person.name if person else ""
