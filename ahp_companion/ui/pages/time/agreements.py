"""What was agreed: an amount for each week, fortnight, month or quarter, from a day on."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from ....domain.changes import Change
from ....domain.preceptorship import Preceptorship
from ....domain.protected_time import Per, TimeAgreement, Whose, name, scaled
from ....domain.words import day, duration
from ...buttons import button
from ...desk import Desk
from ...fields.choices import Choice, of_words
from ...fields.moments import Day
from ...fields.texts import Line, Text
from ...forms import Field, Form
from ...labels import PlainLabel, Size, rule
from ...reading_order import set_reading_order
from ...soon import soon
from .entry import minutes
from .scope import Scope, own

WHY = (
    "No amount is built in. Write down what was agreed, with whomever it was or with yourself, "
    "and what is owed follows from that."
)


class AgreementsPanel(QWidget):
    """The agreements of a scope, the latest first, each a form of its own."""

    added = Signal(QWidget)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._scope = Scope()
        self.shown: dict[str, AgreementForm] = {}
        self._soon = soon(self, desk.session, self.reload)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(desk.theme.px(14))
        column.addWidget(PlainLabel("What was agreed", Size.RECORD))
        column.addWidget(PlainLabel(WHY, Size.SECOND, role="third", wraps=True))
        self._list = QVBoxLayout()
        self._list.setSpacing(desk.theme.px(20))
        column.addLayout(self._list)
        self.add_button = button(
            desk, "Add an agreement", self.add, icon="add", name="add-agreement"
        )
        column.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)
        desk.session.changed.connect(self._follow)

    def show_scope(self, scope: Scope) -> None:
        """Show the agreements of a scope."""
        if scope != self._scope:
            self._scope = scope
            self.reload()

    def add(self) -> None:
        """Add an agreement from the preceptorship's first day, and go to its amount."""
        held = self._scope.preceptorship
        agreement = TimeAgreement(
            preceptorship=held.id if held else None,
            whose=self._scope.whose or own(held),
            per=Per.FORTNIGHT,
            from_on=(held and held.started_on) or self._desk.session.today(),
        )
        if self._desk.session.add(agreement):
            self.reload()
            self.shown[agreement.id].form.controls["minutes"].focus_widget().setFocus()
            self.added.emit(self.shown[agreement.id])

    def flush(self) -> None:
        """Save what is being typed."""
        for each in self.shown.values():
            each.form.flush()

    def reload(self) -> None:
        """Show a form for each agreement there now is, keeping those that stand."""
        self._soon.stop()
        held = agreements(self._desk, self._scope)
        wanted = {each.id for each in held}
        for gone in [each for each in self.shown if each not in wanted]:
            form = self.shown.pop(gone)
            form.hide()
            form.deleteLater()
        for at, each in enumerate(reversed(held)):
            if each.id not in self.shown:
                self.shown[each.id] = AgreementForm(self._desk)
                self._list.insertWidget(at, self.shown[each.id])
                self.shown[each.id].show_record(each)
        set_reading_order(self)

    def _follow(self, change: Change) -> None:
        if change.kinds & {"time_agreement", "preceptorship"}:
            self._soon.start()


class AgreementForm(QWidget):
    """One agreement, and the offer to scale it where the preceptorship is part-time."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.form = Form(desk, FIELDS)
        self.form.edited.connect(self._offer)
        self.scale_button: QPushButton = button(
            desk, "", self.scale, icon="time", look="quiet", name="scale"
        )
        removing = button(
            desk, "Delete this agreement", self.delete, icon="delete", look="link",
            name="delete-agreement",
        )  # fmt: skip
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(desk.theme.px(14))
        column.addWidget(rule())
        column.addWidget(self.form)
        column.addWidget(self.scale_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(removing, 0, Qt.AlignmentFlag.AlignLeft)
        desk.session.changed.connect(self._follow)

    def show_record(self, record: TimeAgreement) -> None:
        """Show an agreement."""
        self.form.show_record(record)
        self._offer(record)

    def scale(self) -> None:
        """Scale the amount by the hours worked, and leave a word of it in the agreement."""
        record = self._desk.session.get(TimeAgreement, self.form.record.id)
        wte = self._wte(record) if record else None
        if record and wte:
            words = f"{record.words}\n{_scaled_words(record.minutes, wte)}".strip()
            minutes = scaled(record.minutes, wte)
            self._desk.session.set(record, minutes=minutes, words=words)

    def delete(self) -> None:
        """Delete the agreement; undo brings it back."""
        self.form.flush()
        if self._desk.session.delete(self.form.record):
            self._desk.say("Deleted time agreement · Undo with Ctrl+Z")

    def _wte(self, record: TimeAgreement) -> int | None:
        held = self._desk.session.get(Preceptorship, record.preceptorship)
        return held.wte_hundredths if held and held.scales_time else None

    def _offer(self, record: TimeAgreement) -> None:
        wte = self._wte(record)
        is_scaled = wte is not None and _part(wte) in record.words
        self.scale_button.setVisible(bool(wte and record.minutes and not is_scaled))
        if wte:
            words = f"Scale to {_part(wte)}: {duration(scaled(record.minutes, wte))}"
            self.scale_button.setText(words)
            self.scale_button.setAccessibleName(words)

    def _follow(self, change: Change) -> None:
        if self.form.record and change.kinds & {"time_agreement", "preceptorship"}:
            record = self._desk.session.get(TimeAgreement, self.form.record.id)
            if record:
                self._offer(record)


FIELDS = (
    Field(name="minutes", label="Amount", make=minutes),
    Field(name="per", label="For each", make=partial(Choice, options=of_words(Per)), beside=True),
    Field(name="from_on", label="From", make=Day),
    Field(name="to_on", label="To, if it ended", make=Day, beside=True),
    Field(name="whose", label="Whose time", make=partial(Choice, options=of_words(Whose))),
    Field(name="agreed_with", label="Agreed with", make=Line, beside=True),
    Field(name="words", label="In your words", make=Text),
)


def agreements(desk: Desk, scope: Scope) -> list[TimeAgreement]:
    """Return the agreements of a scope, oldest first."""
    held: list[TimeAgreement] = scope.of(desk.session.all(TimeAgreement))
    return sorted(held, key=_start)


def in_short(held: Sequence[TimeAgreement], desk: Desk) -> str:
    """Return the words for the agreements that stand today: "3 h 45 min a fortnight".

    Where none stands any more it is the last one, with the day it ended.
    """
    if not held:
        return "Write down what was agreed"
    today = desk.session.today()
    standing = [each for each in held if each.to_on is None or each.to_on >= today]
    if not standing:
        return f"Agreement until {day(held[-1].to_on)}: {name(held[-1])}"
    amounts = [name(each) for each in standing if each.minutes]
    return f"Agreement: {' and '.join(amounts)}" if amounts else "Agreement: no amount yet"


def _scaled_words(minutes: int, wte: int) -> str:
    return f"{duration(minutes)} full-time, scaled to {_part(wte)}."


def _part(wte: int) -> str:
    return f"{wte / 100:g} of full time"


def _start(agreement: TimeAgreement) -> str:
    return agreement.from_on.isoformat() if agreement.from_on else ""
