"""The follow-on planner: what could come after a preceptorship, under the four pillars."""

from collections.abc import Sequence
from functools import partial

from ....domain.ending import Opportunity, under_main_pillar
from ....domain.pillars import Pillar
from ....domain.preceptorship import Preceptorship
from ...board import Board, Section
from ...desk import Desk
from ...editor import Editor
from .ending_forms import opportunity_entry, opportunity_fields


class FollowOn(Board):
    """Opportunities by their main pillar; staying stands first among equals."""

    def __init__(self, desk: Desk) -> None:
        self._preceptorship = Preceptorship()
        super().__init__(
            desk,
            self._under_pillars,
            {Opportunity: partial(Editor, desk, opportunity_fields())},
            follows=frozenset({"opportunity"}),
        )

    def show_preceptorship(self, preceptorship: Preceptorship) -> None:
        """Show what could come after a preceptorship."""
        if preceptorship.id != self._preceptorship.id:
            self.put_away()
        self._preceptorship = preceptorship
        self.refresh()

    def _under_pillars(self) -> Sequence[Section]:
        held = self._desk.session.all(Opportunity, preceptorship=self._preceptorship.id)
        return [
            Section(
                key=pillar.value if pillar else "none",
                heading=pillar.label if pillar else "Under no pillar yet",
                is_part=True,
                entries=tuple(opportunity_entry(each) for each in found),
                nothing="Nothing here yet.",
                add="Add",
                make=partial(self._new, pillar),
            )
            for pillar, found in under_main_pillar(held).items()
            if pillar or found
        ]

    def _new(self, pillar: Pillar | None) -> Opportunity:
        pillars = (pillar,) if pillar else ()
        return Opportunity(preceptorship=self._preceptorship.id, pillars=pillars)
