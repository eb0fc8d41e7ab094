"""The preceptor's side: the hours promised beside those there are, who they go to, and backing."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ....domain.capacity import RUNNING, Promise, capacity_in_words, is_over, promises
from ....domain.people import Person
from ....domain.preceptorship import Preceptorship, Side, name
from ....domain.protected_time import TimeAgreement
from ....domain.words import duration
from ....domain.workbooks import Worksheet
from ...buttons import button
from ...calling import calling
from ...desk import Desk
from ...entry_row import Entry, EntryRow
from ...flow import FlowLayout
from ...following import Following
from ...labels import PlainLabel, Size
from ...printing import print_template
from ...reading_order import set_reading_order
from ...rows import State
from ...worksheets import begin_worksheet, feedback_forms
from .sheet_rows import SheetRows

FOLLOWED = frozenset({"preceptorship", "time_agreement", "practitioner", "worksheet", "person"})
SAY_TIME, CHANGE_TIME = "Say how much time there is", "Change how much time there is"
READINESS, LEARNING = "preceptor-readiness", "preceptor-learning"


class PreceptorPart(QWidget):
    """Shown on a preceptor's side only; hidden on the other."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._preceptorship = Preceptorship()
        px = desk.theme.px
        self.capacity = PlainLabel("", wraps=True)
        self._mark = PlainLabel()
        self._preceptees = QVBoxLayout()
        self._preceptees.setSpacing(px(2))
        self.rows: list[EntryRow] = []
        self._shown: Sequence[Entry] = ()
        self.back_up = PlainLabel("", Size.SECOND, role="second", wraps=True)
        self.own = SheetRows(desk, nothing="Neither list begun yet.")
        self.feedback = SheetRows(desk, nothing="No feedback on your part yet.")
        column = QVBoxLayout(self)
        column.setContentsMargins(px(24), px(18), px(24), 0)
        column.setSpacing(px(8))
        column.addWidget(PlainLabel("My part as preceptor", Size.HEADING))
        column.addLayout(self._capacity_line())
        column.addLayout(self._preceptees)
        column.addWidget(self.back_up)
        column.addLayout(self._buttons())
        column.addWidget(self.own)
        column.addWidget(PlainLabel("Feedback I was given", Size.STRONG))
        column.addWidget(self.feedback)
        self.hide()
        self._following = Following(self, desk.session, FOLLOWED, self._refresh)

    def show_preceptorship(self, preceptorship: Preceptorship) -> None:
        """Show a preceptor's side of a preceptorship; nothing of the preceptee's own."""
        self._preceptorship = preceptorship
        self.setVisible(preceptorship.side is Side.PRECEPTOR)
        self._refresh()

    def open_about(self) -> None:
        """Go to where the owner says how much time there is."""
        self._desk.go_to(self._desk.session.practitioner)

    def begin(self, code: str) -> None:
        """Begin a sheet of a workbook for this preceptorship, and go there."""
        begin_worksheet(self._desk, code, preceptorship=self._preceptorship.id)

    def showEvent(self, event: QShowEvent) -> None:
        """Show what changed while it was hidden."""
        super().showEvent(event)
        self._following.catch_up()

    def _refresh(self) -> None:
        session = self._desk.session
        now = session.get(Preceptorship, self._preceptorship.id)
        if now is None or now.side is not Side.PRECEPTOR:
            return
        running = [each for each in session.all(Preceptorship) if each.status in RUNNING]
        held = promises(running, session.all(TimeAgreement), on=session.today())
        self._show_capacity(held)
        self._show_preceptees(held)
        person = session.get(Person, now.back_up)
        named = person.name.strip() if person else ""
        self.back_up.setText(
            f"Back-up preceptor: {named}" if named else "No back-up preceptor named yet."
        )
        sheets = session.all(Worksheet, preceptorship=now.id)
        self.own.show_sheets(e for e in sheets if e.workbook in (READINESS, LEARNING))
        forms = feedback_forms(self._desk)
        self.feedback.show_sheets(
            each for each in sheets if each.workbook in forms and each.given_by.strip()
        )

    def _show_capacity(self, held: tuple[Promise, ...]) -> None:
        available = self._desk.session.practitioner.preceptor_minutes
        over = is_over(held, available)
        words = capacity_in_words(held, available) or (
            "No time is promised yet. It is agreed on the Time page, as the preceptor’s."
        )
        self.capacity.setText(words)
        offered = SAY_TIME if available is None else CHANGE_TIME
        self.time_button.setText(offered)
        self.time_button.setAccessibleName(offered)
        theme = self._desk.theme
        icon, role = ("attention", "warn") if over else ("time", "second")
        self._mark.setPixmap(self._desk.icons.pixmap(icon, theme.colour(role), theme.px(18)))

    def _show_preceptees(self, held: tuple[Promise, ...]) -> None:
        entries = [_entry(each) for each in held]
        if entries == self._shown:
            return
        self._shown = entries
        # A row that stays keeps the keyboard.
        before = {row.entry.record.id: row for row in self.rows}
        self.rows = [
            before.pop(each.record.id) if each.record.id in before else self._row(each)
            for each in entries
        ]
        for gone in before.values():
            self._preceptees.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        for place, (row, entry) in enumerate(zip(self.rows, entries, strict=True)):
            row.show_entry(entry)
            self._preceptees.insertWidget(place, row)
        set_reading_order(self)

    def _row(self, entry: Entry) -> EntryRow:
        row = EntryRow(self._desk, entry)
        row.setObjectName("preceptee-row")
        row.clicked.connect(calling(self._open, row))
        return row

    def _open(self, row: EntryRow) -> None:
        self._desk.go_to(row.entry.record)

    def _capacity_line(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(self._desk.theme.px(8))
        line.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self.capacity, 1)
        return line

    def _buttons(self) -> FlowLayout:
        desk = self._desk
        line = FlowLayout(gap=desk.theme.px(8), line_gap=desk.theme.px(4))
        for words, icon, code in (
            ("Am I ready?", "workbooks", READINESS),
            ("What I learn for it", "workbooks", LEARNING),
        ):
            pressed = calling(self.begin, code)
            line.addWidget(button(desk, words, pressed, icon=icon, look="link", name=code))
        printing = calling(print_template, desk, "preceptor-portfolio")
        line.addWidget(
            button(
                desk,
                "Print my own record",
                printing,
                icon="print",
                look="link",
                name="preceptor-portfolio",
            )
        )
        self.time_button = button(
            desk, SAY_TIME, self.open_about, icon="time", look="link", name="time-there-is"
        )
        line.addWidget(self.time_button)
        return line


def preceptor_part(desk: Desk) -> PreceptorPart:
    """Return the preceptor's side of a preceptorship."""
    return PreceptorPart(desk)


def _entry(promise: Promise) -> Entry:
    preceptorship = promise.preceptorship
    who = preceptorship.preceptee_initials.strip() or name(preceptorship)
    hours = f"{duration(promise.minutes)} a month" if promise.minutes else "nothing agreed yet"
    return Entry(
        record=preceptorship,
        title=who,
        detail=hours,
        state=State(icon="person", word=preceptorship.status.label),
    )
