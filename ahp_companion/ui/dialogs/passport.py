"""The skills passport: shows what it holds, then writes it for another portfolio or for paper."""

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QCheckBox, QComboBox, QWidget

from ...domain import kinds
from ...domain.portfolio import Choice, Portfolio
from ...domain.words import count, listed
from ...exchange.ledger import Left
from ...exchange.passport import passport, write_passport
from ..asking import asked
from ..desk import Desk
from ..exporting import Gone, line_of, write_down
from ..labels import PlainLabel, Size
from ..long_work import Progress, in_background
from ..printing import print_template
from ..saving import ask_where
from .frame import Frame, within_screen

ZIP, PDF = "zip", "pdf"


class PassportDialog(Frame):
    """What would leave, as a sentence that follows the ticks, and in which form."""

    def __init__(self, parent: QWidget | None, desk: Desk, everything: Portfolio) -> None:
        super().__init__(parent, desk.theme, "Skills passport", act="Write it", width=520)
        self._everything = everything
        self.form = QComboBox()
        self.form.setObjectName("form")
        self.form.addItem("A file that another portfolio brings in", ZIP)
        self.form.addItem("A PDF to show and to print", PDF)
        self.form.currentIndexChanged.connect(self._show)
        self.scope = _tick("With my scope sheets", "with-scope")
        self.private = _tick("With evidence marked private", "include-private")
        self.leaving = PlainLabel("", wraps=True)
        self.column.addWidget(
            PlainLabel(
                "Training and competences with who confirmed them, to take along to the next "
                "place you work in. No reflection, meeting or plan is in it.",
                role="second",
                wraps=True,
            )
        )
        self.put("As", self.form)
        for each in (self.scope, self.private):
            each.toggled.connect(self._show)
            self.column.addWidget(each)
        self.column.addWidget(PlainLabel("What leaves", Size.MEDIUM))
        self.column.addWidget(self.leaving)
        self.column.addStretch(1)
        self.resize(within_screen(self, self.width(), desk.theme.px(480)))
        self._show()

    @property
    def is_pdf(self) -> bool:
        """Return whether it is to be a PDF."""
        return bool(self.form.currentData() == PDF)

    def _show(self, *_values: object) -> None:
        for each in (self.scope, self.private):
            each.setVisible(not self.is_pdf)
        leaving = passport(
            self._everything,
            with_scope=self.scope.isChecked(),
            include_private=self.private.isChecked(),
        )
        counted = [
            count(number, kinds.BY_NAME[name].noun, kinds.BY_NAME[name].nouns)
            for name, number in leaving.counts.items()
            if name != "practitioner"
        ]
        self.leaving.setText(f"You, and {listed(counted)}." if counted else "You, and no more yet.")


def export_passport(parent: QWidget | None, desk: Desk) -> str:
    """Ask what the passport is to be, write it, and return a sentence; "" if nothing was."""
    everything = desk.session.gather()
    dialog = PassportDialog(parent, desk, everything)
    if not asked(dialog):
        return ""
    is_pdf = dialog.is_pdf
    with_scope, include_private = dialog.scope.isChecked(), dialog.private.isChecked()
    if is_pdf:
        print_template(desk, "skills-passport")
        return ""
    out = ask_where(parent, "Write the skills passport", "Skills passport", ".zip")
    if out is None:
        return ""
    work = partial(
        _write,
        desk,
        out,
        everything,
        with_scope=with_scope,
        include_private=include_private,
    )
    gone = in_background(parent, "Writing the passport", work)
    if gone is None:
        return ""
    unwritten = write_down(desk.session, gone.export, gone.left)
    return f"Wrote {gone.left.words} to {out.name}{unwritten}"


def _write(
    desk: Desk,
    out: Path,
    everything: Portfolio,
    progress: Progress,
    *,
    with_scope: bool,
    include_private: bool,
) -> Gone:
    written = write_passport(
        out,
        everything,
        desk.session.file,
        progress,
        with_scope=with_scope,
        include_private=include_private,
    )
    leaving = passport(everything, with_scope=with_scope, include_private=include_private)
    left = Left(
        words=count(written.records, "record"),
        held=leaving.counts,
        choice=Choice(include_private=include_private),
    )
    return Gone(left=left, export=line_of(desk.session, out, "passport", left))


def _tick(words: str, name: str) -> QCheckBox:
    made = QCheckBox(words)
    made.setObjectName(name)
    made.setAccessibleName(words)
    return made
