"""The tab of what was agreed: the version that holds, those before it, and adjustments."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ....domain.access import Adjustment
from ....domain.agreements import (
    Agreement,
    AgreementForm,
    AgreementKind,
    current,
    in_order,
    next_version,
    versions,
    with_whom,
)
from ....domain.changes import Change, Edit
from ....domain.practitioner import Workplace, WorkplaceKind
from ....domain.preceptorship import Preceptorship
from ....domain.words import day
from ...board import Board, Section
from ...buttons import button
from ...columns import clear
from ...desk import Desk
from ...editor import Editor
from ...fields.choices import Choice, of_words
from ...flow import FlowLayout
from ...following import Following
from ...forms import Form
from ...labels import PlainLabel, Size
from ...printing import print_template
from ...remark import Remark
from .adjustment_forms import adjustment_entry, adjustment_fields
from .agreement_form import agreement_fields, both_parts
from .folded import Folded
from .tab_bar import column_in, inset

FOLLOWED = frozenset({"agreement", "person", "preceptorship", "workplace"})
LONGEST_NAME = 26
TEMPLATES = {
    AgreementKind.PRECEPTORSHIP: "preceptorship-agreement",
    AgreementKind.LEARNING: "learning-agreement",
}


class AgreementPart(QWidget):
    """Either agreement of one preceptorship."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._preceptorship = Preceptorship()
        self._forms: dict[AgreementKind, Form] = {}
        self._earlier_shown: Sequence[Agreement] = []
        px = desk.theme.px
        self.kind = Choice(desk, of_words(AgreementKind))
        self.kind.combo.setMinimumContentsLength(LONGEST_NAME)
        self.kind.set_names("Which agreement", "", "agreement-kind")
        self.kind.set_value(AgreementKind.PRECEPTORSHIP)
        self.kind.changed.connect(self._show_kind)
        self.about = PlainLabel("", role="second", wraps=True)
        self.clarity = Remark(desk, warns=False)
        self.adjustments = Board(
            desk,
            self._sections,
            {Adjustment: partial(Editor, desk, adjustment_fields())},
            follows=frozenset({"adjustment"}),
        )
        self._following = Following(self, desk.session, FOLLOWED, self._show)
        column = column_in(desk, self)
        column.setSpacing(px(24))
        column.addWidget(self._agreements())
        column.addWidget(self.adjustments)

    def show_preceptorship(self, preceptorship: Preceptorship) -> None:
        """Show what was agreed for a preceptorship."""
        if preceptorship.id != self._preceptorship.id:
            self.adjustments.put_away()
        self._preceptorship = preceptorship
        self._show()
        self.adjustments.refresh()

    def open(self, record: Any) -> None:
        """Open an adjustment, or the agreement of a record's kind."""
        if isinstance(record, Adjustment):
            self.adjustments.open(record)
        else:
            self.kind.set_value(record.kind)
            self._show_kind()

    def begin(self) -> None:
        """Begin an agreement; where there is no employer it is self-agreed."""
        workplace = self._desk.session.get(Workplace, self._preceptorship.workplace)
        agreement = Agreement(
            preceptorship=self._preceptorship.id,
            kind=self.kind.value(),
            is_self_agreed=workplace is not None and workplace.kind is WorkplaceKind.SOLE,
        )
        if self._desk.session.add(agreement):
            self._show()
            self._form(agreement.kind).controls["agreed_with"].focus_widget().setFocus()

    def renew(self) -> None:
        """Keep the version that holds as it is, and begin the next from its words."""
        self.flush()
        held = current(self._held(), self.kind.value())
        if held is None:
            return
        replaced, new = next_version(held, on=self._desk.session.today())
        edits = (Edit(before=held, after=replaced), Edit(after=new))
        if self._desk.session.apply(Change(words="New version of the agreement", edits=edits)):
            self._desk.say("A new version begins; the one before is kept below · Undo with Ctrl+Z")
            self._show()

    def print(self) -> None:
        """Offer the agreement as a form to print."""
        self.flush()
        print_template(self._desk, TEMPLATES[self.kind.value()], self._preceptorship)

    def flush(self) -> None:
        """Save what is being typed."""
        for form in self._forms.values():
            form.flush()
        self.adjustments.flush()

    def showEvent(self, event: QShowEvent) -> None:
        """Show what changed while it was hidden."""
        super().showEvent(event)
        self._following.catch_up()

    def _agreements(self) -> QWidget:
        line, self.forms, self.earlier = FlowLayout(), QVBoxLayout(), QVBoxLayout()
        line.addWidget(self.kind)
        parts = (line, self.about, self.clarity, self.forms, self._buttons(), self.earlier)
        return inset(self._desk, *parts, gap=14)

    def _buttons(self) -> QWidget:
        desk = self._desk
        self.begin_button = button(
            desk, "Begin the agreement", self.begin, icon="add", look="primary", name="begin"
        )
        self.new_button = button(desk, "New version", self.renew, icon="add", name="new-version")
        self.print_button = button(desk, "Print it", self.print, icon="print", name="print")
        holder = QWidget()
        line = FlowLayout(holder)
        for each in (self.begin_button, self.new_button, self.print_button):
            line.addWidget(each)
        return holder

    def _held(self) -> list[Agreement]:
        return self._desk.session.all(Agreement, preceptorship=self._preceptorship.id)

    def _described(self, kind: AgreementKind) -> AgreementForm:
        return self._desk.session.catalogue.agreements[kind.value]

    def _form(self, kind: AgreementKind) -> Form:
        if kind not in self._forms:
            self._forms[kind] = Form(self._desk, agreement_fields(self._described(kind)))
            self.forms.addWidget(self._forms[kind])
        return self._forms[kind]

    def _show_kind(self) -> None:
        self.flush()
        self._show()

    def _show(self) -> None:
        kind: AgreementKind = self.kind.value()
        held = self._held()
        agreement = current(held, kind)
        self.about.setText(self._described(kind).about)
        self.clarity.set_value(both_parts(self._desk, self._preceptorship))
        self.begin_button.setVisible(agreement is None)
        self.new_button.setVisible(agreement is not None)
        for each, form in self._forms.items():
            form.setVisible(agreement is not None and each is kind)
        if agreement is not None:
            form = self._form(kind)
            form.show()
            if form.record != agreement:
                form.show_record(agreement)
        self._show_earlier([each for each in versions(held, kind) if each != agreement])

    def _show_earlier(self, held: Sequence[Agreement]) -> None:
        # One of them may be open, to be read while the version that holds is written.
        if held == self._earlier_shown:
            return
        self._earlier_shown = held
        clear(self.earlier)
        if held:
            self.earlier.addWidget(PlainLabel("Earlier versions", Size.HEADING))
        for at, each in enumerate(held):
            agreed = f"Version of {day(each.agreed_on)}" if each.agreed_on else "Version"
            inside = self._as_it_was(each)
            self.earlier.addWidget(Folded(self._desk, agreed, inside, name=f"version-{at}"))
            self.earlier.addWidget(
                PlainLabel(_version_words(each), Size.SECOND, role="third", wraps=True)
            )

    def _as_it_was(self, agreement: Agreement) -> QWidget:
        form = self._described(agreement.kind)
        headings = {each.code: each.heading for each in form.clauses}
        px = self._desk.theme.px
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(px(24), 0, 0, px(8))
        said = in_order(form.clauses, agreement)
        for code, words in said:
            column.addWidget(PlainLabel(headings.get(code, code), Size.MEDIUM, wraps=True))
            column.addWidget(_readable(words))
        if not said:
            column.addWidget(PlainLabel("Nothing was written in it.", role="third", wraps=True))
        return holder

    def _sections(self) -> Sequence[Section]:
        wanted = self._preceptorship.id
        held = self._desk.session.all(Adjustment, preceptorship=wanted)
        return (
            Section(
                key="adjustment",
                heading="Access and adjustments",
                entries=tuple(adjustment_entry(each) for each in held),
                nothing="Nothing here. What you write begins private, and leaves only if you say.",
                add="Add an adjustment",
                make=partial(Adjustment, preceptorship=wanted),
            ),
        )


def _readable(words: str) -> PlainLabel:
    label = PlainLabel(words, role="second", wraps=True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label


def _version_words(agreement: Agreement) -> str:
    until = f"until {day(agreement.replaced_on)}" if agreement.replaced_on else ""
    parts = (with_whom(agreement), until)
    return " · ".join(part for part in parts if part)
