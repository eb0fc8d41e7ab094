"""Forms to print: asks where a form is to be saved, writes it, and says where it is."""

from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QApplication, QWidget

from ..domain.portfolio import Choice
from ..domain.preceptorship import Preceptorship
from ..domain.templates import Reach, Template
from ..domain.words import count
from ..exchange.ledger import Left, form_holds
from .asking import asked
from .desk import Desk
from .exporting import line_of, write_down
from .long_work import Progress, in_background
from .saving import ask_where

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
    active = QApplication.activeWindow()
    # A dialog that has been answered may be the active window still, and is on its way out.
    parent = active if active and active.isVisible() else None
    out = _asked_where(parent, template)
    if out is None:
        return
    work = partial(_write, out, desk, template, choice, None if is_whole else record, filled)
    left = in_background(parent, "Writing the form", work)
    if left:
        export = line_of(desk.session, out, f"template:{code}", left)
        desk.say(f"{left.words}{write_down(desk.session, export, left)}")


def print_form(parent: QWidget | None, desk: Desk) -> None:
    """Ask which form, blank or filled, and save it."""
    from .dialogs.forms import FormsDialog

    dialog = FormsDialog(parent, desk)
    if asked(dialog):
        template = dialog.chosen()
        if template is not None:
            # A form about the owner's whole career is about no one preceptorship.
            is_owners = template.reach is Reach.OWNER
            wanted = None if is_owners else dialog.preceptorship.value()
            held = desk.session.get(Preceptorship, wanted)
            is_filled, private = dialog.is_filled, dialog.private.isChecked()
            print_template(desk, template.code, held, filled=is_filled, private=private)


def _asked_where(parent: QWidget | None, template: Template) -> Path | None:
    return ask_where(parent, "Save the form", template.name, ENDING)


def _write(
    out: Path,
    desk: Desk,
    template: Template,
    choice: Choice,
    record: Any,
    filled: bool,
    _progress: Progress,
) -> Left:
    # ReportLab takes longer to load than a page to open.
    from ..report.templates import write_template_pdf

    session = desk.session
    everything = session.gather()
    pages = write_template_pdf(
        out,
        template,
        everything,
        session.catalogue,
        choice,
        on=session.today(),
        filled=filled,
        record=record,
    )
    held = form_holds(template, everything) if filled else {}
    return Left(words=f"Saved {count(pages, 'page')} to {out}", held=held, choice=choice)
