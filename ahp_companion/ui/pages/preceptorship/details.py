"""The tab of a preceptorship's details: its form, and the way to delete it."""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ....domain.preceptorship import Preceptorship
from ...buttons import button
from ...desk import Desk
from ...forms import Form
from ...tall import Measured
from .details_form import detail_fields, save_preceptorship
from .preceptor import preceptor_part
from .tab_bar import padded


class DetailsPart(QWidget):
    """The form of one preceptorship."""

    def __init__(self, desk: Desk, deleting: Callable[[], Any]) -> None:
        super().__init__()
        self._desk = desk
        save = partial(save_preceptorship, desk.session)
        self.form = Form(desk, detail_fields(desk), save=save)
        words = "Delete preceptorship"
        delete = button(desk, words, deleting, icon="delete", look="link", name="delete")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.my_part = preceptor_part(desk)
        # Its greatest width is a margin's: a column asks for heights at widths it does not give.
        column.addWidget(Measured(self.my_part, desk.theme.px(720)))
        column.addWidget(padded(desk, self.form, delete))

    def show_preceptorship(self, preceptorship: Preceptorship) -> None:
        """Show a preceptorship; the form follows the one it shows by itself."""
        if self.form.record is None or self.form.record.id != preceptorship.id:
            self.form.show_record(preceptorship)
        self.my_part.show_preceptorship(preceptorship)

    def open(self, _record: Any) -> None:
        """Put the keyboard into the first field."""
        self.form.controls["title"].focus_widget().setFocus()

    def flush(self) -> None:
        """Save what is being typed."""
        self.form.flush()

    def showEvent(self, event: QShowEvent) -> None:
        """Offer what can now be chosen: people and places may have changed elsewhere."""
        super().showEvent(event)
        shown = self.form.record
        now = self._desk.session.get(Preceptorship, shown.id) if shown else None
        if now is not None and not event.spontaneous():
            self.form.show_record(now)
