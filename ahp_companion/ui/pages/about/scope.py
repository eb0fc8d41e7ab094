"""My scope: the sheet that holds now, edited in place, and those before it, kept as they were."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from ....domain.changes import Change, Edit
from ....domain.competences import Competence, asked_again
from ....domain.practitioner import Workplace, current_workplace
from ....domain.scope import ScopeLine, ScopeSheet, current, is_past, new_setting, sheets_in_order
from ....domain.words import day
from ...buttons import button
from ...desk import Desk
from ...dialogs.new_setting import NewSetting, ask_new_setting
from ...empty import EmptyPage
from ...fields.choices import Choice
from ...flow import FlowLayout
from ...following import Following
from ...labels import PlainLabel
from ...printing import print_template
from ...tabs import scrolled
from .scope_sheets import PastSheet, SheetEditor

FOLLOWED = frozenset({"scope_sheet", "scope_line"})
EMPTY, SHEETS = 0, 1


class ScopePart(QWidget):
    """One sheet for each setting, of which one is shown; the current one comes first."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._shown: str | None = None
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.choice = Choice(desk, self._options)
        self.choice.set_names("Which sheet", "", "sheet")
        self.choice.combo.setMinimumWidth(desk.theme.px(320))
        self.choice.changed.connect(self._chosen)
        self.editor, self.past = SheetEditor(desk), PastSheet(desk)
        self.kept = PlainLabel("", role="second", wraps=True)
        self.stack = QStackedWidget()
        self.stack.addWidget(self._empty())
        self.stack.addWidget(scrolled(desk, self._sheets()))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.stack)
        self._following = Following(self, desk.session, FOLLOWED, self.refresh)
        self.refresh()

    @property
    def record(self) -> ScopeSheet | None:
        """Return the sheet that is shown."""
        return self._desk.session.get(ScopeSheet, self._shown)

    def add(self) -> None:
        """Begin the first sheet, or add a line to the one that holds."""
        if self.record is None:
            self.begin()
        elif not is_past(self.record):
            self.editor.add_line()

    def begin(self) -> None:
        """Begin the first sheet, for where the owner works now."""
        session = self._desk.session
        here = current_workplace(tuple(session.all(Workplace)))
        sheet = ScopeSheet(
            title=here.name if here else "",
            workplace=here.id if here else None,
            from_on=session.today(),
        )
        if session.add(sheet):
            self._shown = sheet.id
            self.refresh()
            self.editor.form.controls["title"].focus_widget().setFocus()

    def begin_setting(self) -> None:
        """Ask what the new setting is, and begin its sheet."""
        self.flush()
        asked = ask_new_setting(self, self._desk)
        if asked:
            self.change_setting(asked)

    def change_setting(self, asked: NewSetting) -> None:
        """Close the sheet that holds and begin the next, all of it one step to undo."""
        session = self._desk.session
        sheet = sheets_in_order(session.all(ScopeSheet))[0]
        lines = session.all(ScopeLine, sheet=sheet.id)
        closed, after, carried = new_setting(sheet, lines, on=asked.from_on, title=asked.title)
        # One that was closed before keeps the day on which it was.
        edits = [] if is_past(sheet) else [Edit(before=sheet, after=closed)]
        edits += [Edit(after=each) for each in (after, *carried)]
        if asked.asks_competences:
            held = {each.id: each for each in session.all(Competence)}
            met = asked_again(held.values(), where=sheet.title)
            edits += [Edit(before=held[each.id], after=each) for each in met]
        if session.apply(Change(words="Began a new setting", edits=tuple(edits))):
            self._shown = after.id
            self.refresh()
            self._desk.say("A new sheet begins; the one before is kept · Undo with Ctrl+Z")

    def delete(self) -> None:
        """Delete the sheet that holds with its lines; undo brings them back."""
        self.flush()
        if self.record is not None and self._desk.session.delete(self.record):
            self._desk.say("Deleted scope sheet · Undo with Ctrl+Z")
            self.refresh()

    def print(self) -> None:
        """Offer the sheet that is shown on paper."""
        self.flush()
        print_template(self._desk, "scope-sheet", self.record)

    def show_record(self, record: Any) -> None:
        """Show a sheet, or the sheet of a line with the line opened."""
        is_line = isinstance(record, ScopeLine)
        self._shown = record.sheet if is_line else record.id
        self.refresh()
        if is_line:
            self.editor.open(record)

    def refresh(self) -> None:
        """Show the sheet as it now is; the current one where the one shown is gone."""
        sheets = sheets_in_order(self._desk.session.all(ScopeSheet))
        self.stack.setCurrentIndex(SHEETS if sheets else EMPTY)
        if not sheets:
            return
        sheet = next((each for each in sheets if each.id == self._shown), sheets[0])
        self._shown = sheet.id
        self.choice.set_value(sheet.id)
        past = is_past(sheet)
        self.kept.setText(
            f"It held until {day(sheet.to_on)}, and is kept as it was. It can be read and printed."
        )
        self.kept.setVisible(past)
        self.past.setVisible(past)
        self.editor.setVisible(not past)
        self.delete_button.setVisible(not past)
        self.new_button.setVisible(not past or current(sheets) is None)
        (self.past if past else self.editor).show_sheet(sheet)

    def flush(self) -> None:
        """Save what is being typed."""
        self.editor.flush()

    def showEvent(self, event: QShowEvent) -> None:
        """Show what changed while it was hidden."""
        super().showEvent(event)
        self._following.catch_up()

    def _options(self) -> list[tuple[str, str]]:
        sheets = sheets_in_order(self._desk.session.all(ScopeSheet))
        return [(each.id, _called(each)) for each in sheets]

    def _chosen(self) -> None:
        self.flush()
        self._shown = self.choice.value()
        self.refresh()

    def _sheets(self) -> QWidget:
        desk = self._desk
        self.new_button = button(
            desk, "New setting…", self.begin_setting, icon="add", look="primary", name="new-setting"
        )
        self.print_button = button(desk, "Print", self.print, icon="print", name="print")
        head = FlowLayout(gap=desk.theme.px(8), line_gap=desk.theme.px(8))
        self.delete_button = button(
            desk, "Delete", self.delete, icon="delete", look="link", name="delete"
        )
        for each in (self.choice, self.new_button, self.print_button, self.delete_button):
            head.addWidget(each)
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(desk.theme.px(16))
        column.addLayout(head)
        for part in (self.kept, self.editor, self.past):
            column.addWidget(part)
        return holder

    def _empty(self) -> EmptyPage:
        return EmptyPage(
            self._desk,
            icon="practice",
            title="What is yours to do will live here",
            words=(
                "One page for where you work: what is inside your scope and what is not, who you "
                "ask, when you say no and what you may decide. A new setting begins a new page."
            ),
            act="Begin my scope sheet",
            acting=self.begin,
        )


def _called(sheet: ScopeSheet) -> str:
    when = f"until {day(sheet.to_on)}" if is_past(sheet) else "now"
    return f"{sheet.title or 'Untitled setting'} · {when}"
