"""Which protected time is looked at: of which preceptorship, and whose."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ....domain.listings import Listing
from ....domain.preceptorship import Preceptorship, Status, name
from ....domain.protected_time import (
    Balance,
    ProtectedTime,
    TimeAgreement,
    Whose,
    by_month,
    own_side,
)
from ...desk import Desk
from ...fields.choices import QuietCombo
from ...flow import FlowLayout

EVERY = "Every preceptorship"
FIRST = ("on",)


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """One preceptorship, or all of them, and one side's time, or both where only one has any."""

    preceptorship: Preceptorship | None = None
    whose: Whose | None = None

    @property
    def is_mine(self) -> bool:
        """Return whether it is the owner's own time."""
        return self.whose is None or self.whose is own(self.preceptorship)

    @property
    def listing(self) -> Listing:
        """Return all its entries, newest first."""
        equal: dict[str, Any] = {}
        if self.preceptorship:
            equal["preceptorship"] = self.preceptorship.id
        if self.whose:
            equal["whose"] = self.whose.value
        return Listing(record=ProtectedTime, order=FIRST, equal=equal)

    def of(self, records: Sequence[Any]) -> list[Any]:
        """Return those of some entries or agreements that belong to it."""
        held = self.preceptorship
        return [
            each
            for each in records
            if (held is None or each.preceptorship == held.id)
            and (self.whose is None or each.whose is self.whose)
        ]


class ScopeBar(QWidget):
    """Chooses the scope; what there is no choice of is not shown."""

    changed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        line = FlowLayout(self, gap=desk.theme.px(8), line_gap=desk.theme.px(8))
        self.preceptorships = _combo("Preceptorship", "scope-preceptorship")
        self.whose = _combo("Whose time", "scope-whose")
        for combo in (self.preceptorships, self.whose):
            line.addWidget(combo)
            combo.activated.connect(self._chosen)
        self.read()

    def scope(self) -> Scope:
        """Return what is chosen."""
        held = self._desk.session.get(Preceptorship, self.preceptorships.currentData())
        whose = self.whose.currentData()
        return Scope(preceptorship=held, whose=Whose(whose) if whose else None)

    def read(self) -> None:
        """Read anew what there is to choose from, keeping what is chosen."""
        held = sorted(self._desk.session.all(Preceptorship), key=_newest)
        options = [(name(each), each.id) for each in held]
        if len(options) != 1:
            options.append((EVERY if options else "All time", ""))
        _fill(self.preceptorships, options)
        self.preceptorships.setVisible(len(options) > 1)
        self._read_whose()

    def choose(self, record: ProtectedTime | TimeAgreement) -> None:
        """Choose the scope that a record is in."""
        at = self.preceptorships.findData(record.preceptorship or "")
        self.preceptorships.setCurrentIndex(at if at >= 0 else self.preceptorships.count() - 1)
        self._read_whose()
        self.whose.setCurrentIndex(max(self.whose.findData(record.whose.value), 0))

    def _chosen(self, _at: int) -> None:
        self._read_whose()
        self.changed.emit()

    def _read_whose(self) -> None:
        held = self.scope().preceptorship
        both = all(self._has_any(Scope(preceptorship=held, whose=each)) for each in Whose)
        mine = own(held)
        order = [mine, *(each for each in Whose if each is not mine)]
        _fill(self.whose, [(each.label, each.value) for each in order] if both else [("", "")])
        self.whose.setVisible(both)

    def _has_any(self, scope: Scope) -> bool:
        session = self._desk.session
        return bool(session.count(scope.listing) or scope.of(session.all(TimeAgreement)))


def own(preceptorship: Preceptorship | None) -> Whose:
    """Return which side's time is the owner's own."""
    return own_side(preceptorship.side) if preceptorship else Whose.PRECEPTEE


def balances(desk: Desk, scope: Scope) -> tuple[Balance, ...]:
    """Return the balance of a scope for each month up to today, or to the preceptorship's end."""
    session = desk.session
    held = scope.preceptorship
    until = min((held and held.ended_on) or session.today(), session.today())
    of_it = {"preceptorship": held.id} if held else {}
    agreements = scope.of(session.all(TimeAgreement, **of_it))
    return by_month(agreements, scope.of(session.all(ProtectedTime, **of_it)), on=until)


def _combo(label: str, code: str) -> QuietCombo:
    combo = QuietCombo()
    combo.setProperty("look", "quiet")
    combo.setAccessibleName(label)
    combo.setObjectName(code)
    return combo


def _fill(combo: QuietCombo, options: Sequence[tuple[str, str]]) -> None:
    chosen = combo.currentData()
    combo.clear()
    for words, value in options:
        combo.addItem(words, value)
    combo.setCurrentIndex(max(combo.findData(chosen), 0))


def _newest(preceptorship: Preceptorship) -> tuple[bool, int]:
    started_on = preceptorship.started_on
    return (
        preceptorship.status is not Status.UNDER_WAY,
        -(started_on.toordinal() if started_on else 0),
    )
