"""Forms to print: asks where a form is to be saved, writes it, and says where it is."""

from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from ..domain.portfolio import Choice
from ..domain.preceptorship import Preceptorship
from ..domain.templates import Template
from ..domain.words import count
from .desk import Desk
from .long_work import Progress, in_background

ENDING = ".pdf"


def print_template(
    desk: Desk, code: str, record: Any = None, *, filled: bool = True, private: bool = False
) -> None:
    """Save a form as PDF where its owner wants it, and say where that is.

    `record` is the preceptorship it is about, or the one meeting, sheet, card or year of it that
    it is filled from.
    """
    template = desk.session.catalogue.templates[code]
    is_whole = isinstance(record, Preceptorship)
    held = record.id if is_whole else getattr(record, "preceptorship", None)
    choice = Choice(preceptorship=held, include_private=private)
    parent = QApplication.activeWindow()
    out = _asked_where(parent, template)
    if out is None:
        return
    work = partial(_write, out, desk, template, choice, None if is_whole else record, filled)
    words = in_background(parent, "Writing the form", work)
    if words:
        desk.say(words)


def print_form(parent: QWidget | None, desk: Desk) -> None:
    """Ask which form, blank or filled, and save it."""
    from .dialogs.forms import FormsDialog

    dialog = FormsDialog(parent, desk)
    if dialog.exec():
        template = dialog.chosen()
        if template is not None:
            held = desk.session.get(Preceptorship, dialog.preceptorship.value())
            is_filled, private = dialog.is_filled, dialog.private.isChecked()
            print_template(desk, template.code, held, filled=is_filled, private=private)


def _asked_where(parent: QWidget | None, template: Template) -> Path | None:
    name = "".join(sign if sign.isalnum() or sign in " -'’" else " " for sign in template.name)
    suggested = Path.home() / f"{' '.join(name.split())}{ENDING}"
    path, _ = QFileDialog.getSaveFileName(parent, "Save the form", str(suggested), f"*{ENDING}")
    return _with_ending(Path(path)) if path else None


def _with_ending(out: Path) -> Path:
    """Return a path with its ending; one that had to be added never names a file that is there."""
    if out.suffix.casefold() == ENDING:
        return out
    number, found = 1, out.with_name(f"{out.name}{ENDING}")
    while found.exists():
        number += 1
        found = out.with_name(f"{out.name} {number}{ENDING}")
    return found


def _write(
    out: Path,
    desk: Desk,
    template: Template,
    choice: Choice,
    record: Any,
    filled: bool,
    _progress: Progress,
) -> str:
    # ReportLab takes longer to load than a page to open.
    from ..report.templates import write_template_pdf

    session = desk.session
    pages = write_template_pdf(
        out,
        template,
        session.gather(),
        session.catalogue,
        choice,
        on=session.today(),
        filled=filled,
        record=record,
    )
    return f"Saved {count(pages, 'page')} to {out}"
