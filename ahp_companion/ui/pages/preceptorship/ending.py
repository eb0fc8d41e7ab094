"""The end of a preceptorship without a cliff: looking back, what comes next, celebrating."""

from typing import Any

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from ....domain.ending import Ending, Opportunity, before_the_end, thanks_begun
from ....domain.people import Person
from ....domain.plan import Need, Objective, Strength
from ....domain.preceptorship import Preceptorship, Side
from ....domain.starting import carried_on, worth_taking_along
from ...buttons import button
from ...calling import calling
from ...desk import Desk
from ...dialogs.carry_on import carried_along
from ...flow import FlowLayout
from ...following import Following
from ...forms import Form
from ...labels import PlainLabel, Size
from ...printing import print_template
from ...remark import Remark
from ...worksheets import begin_worksheet
from .ending_forms import celebrating_fields, looking_back_fields, none_for_now_fields
from .follow_on import FollowOn

FOLLOWED = frozenset({"ending", "opportunity", "preceptorship"})
WIDEST = 720


class EndingPart(QWidget):
    """The last tab: nothing in it has to be filled, and nothing in it stops anyone finishing."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._preceptorship = Preceptorship()
        px = desk.theme.px
        self.mine = self._form(looking_back_fields(is_preceptor=False))
        self.theirs = self._form(looking_back_fields(is_preceptor=True))
        self.nothing_next = self._form(none_for_now_fields())
        self.celebrating = self._form(
            celebrating_fields(begin_thanks=self.begin_thanks, thanks_empty=_has_no_thanks)
        )
        self.forms = (self.mine, self.theirs, self.nothing_next, self.celebrating)
        self.remark = Remark(desk, icon="forward", warns=False)
        self.next = FollowOn(desk)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(24), px(18), px(24), px(24))
        column.setSpacing(px(14))
        column.addWidget(PlainLabel("Looking back", Size.HEADING))
        column.addWidget(self.mine)
        column.addWidget(self.theirs)
        column.addWidget(PlainLabel("What comes next", Size.HEADING))
        for each in (self.remark, self.next, self.nothing_next):
            column.addWidget(each)
        column.addLayout(self._line(self._next_buttons()))
        column.addWidget(PlainLabel("Celebrating", Size.HEADING))
        column.addWidget(self.celebrating)
        column.addLayout(self._line(self._print_buttons()))
        column.addStretch(1)
        self.setMaximumWidth(px(WIDEST))
        self._following = Following(self, desk.session, FOLLOWED, self._refresh)

    def show_preceptorship(self, preceptorship: Preceptorship) -> None:
        """Show the end of a preceptorship."""
        if preceptorship.id != self._preceptorship.id:
            self.flush()
        self._preceptorship = preceptorship
        self.next.show_preceptorship(preceptorship)
        self._refresh()

    def open(self, record: Any) -> None:
        """Open an opportunity; the final review is open as it is."""
        if isinstance(record, Opportunity):
            self.next.open(record)

    def flush(self) -> None:
        """Save what is being typed."""
        self.next.flush()
        for form in self.forms:
            form.flush()

    def begin_thanks(self) -> None:
        """Put words to begin from into the empty letter; what they become is the owner's."""
        ending = self.celebrating.record
        if ending is None or ending.thanks.strip():
            return
        self.celebrating.flush()
        control = self.celebrating.controls["thanks"]
        control.set_value(thanks_begun(self._thanked()))
        control.changed.emit()
        control.focus_widget().setFocus()

    def begin_next(self) -> None:
        """Ask what goes along, and begin the preceptorship that follows this one."""
        self.flush()
        session, wanted = self._desk.session, self._preceptorship.id
        held: tuple[Strength | Need | Objective, ...] = (
            *session.all(Strength, preceptorship=wanted),
            *session.all(Need, preceptorship=wanted),
            *session.all(Objective, preceptorship=wanted),
        )
        plan = worth_taking_along(held)
        taken = carried_along(self, self._desk, plan)
        if taken is None:
            return
        records = carried_on(self._preceptorship, taken, on=session.today())
        if session.add(*records, words="Began the next preceptorship"):
            self._desk.say("Began the next preceptorship · Undo with Ctrl+Z")
            self._desk.go_to(records[0])

    def write_case_study(self) -> None:
        """Begin a case study, and go there."""
        self.flush()
        begin_worksheet(self._desk, "case-study", preceptorship=self._preceptorship.id)

    def print_form(self, code: str) -> None:
        """Print one of the forms of the end."""
        self.flush()
        print_template(self._desk, code, self._preceptorship)

    def showEvent(self, event: QShowEvent) -> None:
        """Show what changed while it was hidden."""
        super().showEvent(event)
        self._following.catch_up()

    def _refresh(self) -> None:
        session, wanted = self._desk.session, self._preceptorship.id
        now = session.get(Preceptorship, wanted)
        if now is None:
            return
        self._preceptorship = now
        held = next(iter(session.all(Ending, preceptorship=wanted)), None)
        ending = held or self._unwritten()
        for form in self.forms:
            if form.record is None or form.record != ending:
                form.show_record(ending)
        is_preceptor = now.side is Side.PRECEPTOR
        self.mine.setVisible(not is_preceptor)
        self.theirs.setVisible(is_preceptor)
        opportunities = session.all(Opportunity, preceptorship=wanted)
        self.remark.set_value(before_the_end(held, opportunities))

    def _unwritten(self) -> Ending:
        """Return the review that is there to be written: one for all forms, and not kept yet."""
        shown = self.celebrating.record
        # Its record may have been taken back, and is then as empty as it was.
        blank = Ending(preceptorship=self._preceptorship.id)
        if shown is None or shown.preceptorship != self._preceptorship.id:
            return blank
        return Ending(id=shown.id, preceptorship=self._preceptorship.id)

    def _save(self, before: Ending, after: Ending) -> bool:
        session = self._desk.session
        if before == after or session.get(Ending, after.id) is not None:
            return session.edit(before, after, goes_on=True)
        return session.add(after, words="Began the final review")

    def _form(self, fields: Any) -> Form:
        return Form(self._desk, fields, save=self._save, begins=True)

    def _thanked(self) -> str:
        if self._preceptorship.side is Side.PRECEPTOR:
            return self._preceptorship.preceptee_initials
        person = self._desk.session.get(Person, self._preceptorship.preceptor)
        return person.name if person else ""

    def _next_buttons(self) -> tuple[QPushButton, ...]:
        desk = self._desk
        return (
            button(
                desk,
                "Begin the next preceptorship from this one",
                self.begin_next,
                icon="forward",
                name="begin-next",
            ),
            button(
                desk,
                "Write my case study",
                self.write_case_study,
                icon="workbooks",
                name="case-study",
            ),
        )

    def _print_buttons(self) -> tuple[QPushButton, ...]:
        forms = (
            ("completion-certificate", "Print the certificate", "certificate"),
            ("thank-you-letter", "Print the letter", "letter"),
            ("follow-on-plan", "Print what comes next", "print"),
        )
        return tuple(
            button(self._desk, words, calling(self.print_form, code), icon=icon, name=code)
            for code, words, icon in forms
        )

    def _line(self, buttons: tuple[QPushButton, ...]) -> FlowLayout:
        px = self._desk.theme.px
        line = FlowLayout(gap=px(8), line_gap=px(8))
        for each in buttons:
            line.addWidget(each)
        return line


def ending_part(desk: Desk) -> EndingPart:
    """Return the tab of the end."""
    return EndingPart(desk)


def _has_no_thanks(ending: Any) -> bool:
    return not ending.thanks.strip()
