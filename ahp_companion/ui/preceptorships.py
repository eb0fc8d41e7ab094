"""Which preceptorship something belongs to: those to choose from, and the one under way."""

from collections.abc import Sequence

from ..domain.preceptorship import Preceptorship, Status, name
from .desk import Desk
from .fields.choices import Choice, Options


def preceptorship_choice(desk: Desk) -> Choice:
    """Return the choice of one preceptorship, or none."""
    return Choice(desk, _options(desk), nothing="None")


def under_way(desk: Desk) -> str | None:
    """Return the id of the one preceptorship under way; None where there are none or several."""
    held = desk.session.all(Preceptorship, status=Status.UNDER_WAY.value)
    return held[0].id if len(held) == 1 else None


def _options(desk: Desk) -> Options:
    def options() -> Sequence[tuple[str, str]]:
        return [(each.id, name(each)) for each in desk.session.all(Preceptorship)]

    return options
