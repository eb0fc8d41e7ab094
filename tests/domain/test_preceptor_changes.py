"""A change of preceptor goes with its preceptorship, and outlives both people."""

from datetime import date

from ahp_companion.domain.changes import deleted
from ahp_companion.domain.people import Person
from ahp_companion.domain.preceptor_changes import PreceptorChange
from ahp_companion.domain.preceptorship import Preceptorship

MARTA, HUDA = Person(name="Marta"), Person(name="Huda")
YEAR = Preceptorship(preceptor=HUDA.id)
CHANGE = PreceptorChange(
    preceptorship=YEAR.id,
    on=date(2026, 3, 12),
    from_person=MARTA.id,
    to_person=HUDA.id,
    handed_on="Strong on casting",
)


def linking(wanted: str) -> list[object]:
    """Return what holds a link to an id."""
    held: dict[str, list[object]] = {YEAR.id: [CHANGE], MARTA.id: [CHANGE], HUDA.id: [YEAR, CHANGE]}
    return held.get(wanted, [])


def test_without_the_first_preceptor_what_was_handed_on_stays() -> None:
    change = deleted(MARTA, linking)
    (kept,) = [each.after for each in change.edits if each.after is not None]
    assert (kept.from_person, kept.to_person) == (None, HUDA.id)
    assert kept.handed_on == "Strong on casting"


def test_it_goes_with_its_preceptorship() -> None:
    change = deleted(YEAR, linking)
    assert {each.record.id for each in change.edits if each.after is None} == {YEAR.id, CHANGE.id}
