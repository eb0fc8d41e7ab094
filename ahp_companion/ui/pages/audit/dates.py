"""The days of an audit that their owner knows better: each worked out until it is set."""

from functools import partial
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ....domain.audit import AuditProfile
from ....domain.audit_days import odd_days
from ....domain.words import day
from ...desk import Desk
from ...fields.moments import Day
from ...fields.texts import Line
from ...forms import Field, Form
from ...remark import Remark
from .audited import Audited
from .profile import save

FOLD = "I was called, or these dates are not mine"
WORKED_OUT = {
    "audited_from_on": "First day looked at",
    "renewal_opens_on": "Renewal opens",
    "renewal_closes_on": "Renewal closes",
}


class WideDay(Day):
    """A day whose line has room for the one that was worked out."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.edit.setFixedWidth(desk.theme.px(230))
        self.line.addStretch(1)


class Dates(QWidget):
    """The fold with every day that can be set; an emptied one is worked out again."""

    def __init__(self, desk: Desk, audited: Audited) -> None:
        super().__init__()
        self._audited = audited
        self.form = Form(
            desk, self._fields(), folded=FOLD, save=partial(save, desk.session), begins=True
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.form)

    def refresh(self) -> None:
        """Show the days as they are set, and beside the empty ones what was worked out."""
        self._name_worked_out()
        shown = self.form.record
        profile = self._audited.profile or AuditProfile(**({"id": shown.id} if shown else {}))
        if shown is None:
            self.form.show_record(profile)
        else:
            self.form.record = profile
            self.form.look_again()

    def flush(self) -> None:
        """Save what is being typed."""
        self.form.flush()

    def _fields(self) -> tuple[Field, ...]:
        return (
            _day("called_on", "Called on"),
            _day("due_on", "Profile due on", beside=True),
            self._odd("due_on"),
            Field(
                name="cpd_number",
                label="Number of the audit",
                help="The letter or e-mail has it. It is not your registration number.",
                make=Line,
                is_folded=True,
            ),
            _day("renewal_opens_on"),
            _day("renewal_closes_on", beside=True),
            self._odd("renewal_opens_on"),
            self._odd("renewal_closes_on"),
            _day("audited_from_on"),
            self._odd("audited_from_on"),
        )

    def _odd(self, name: str) -> Field:
        return Field(
            name=f"odd-{name}",
            label="",
            make=Remark,
            is_folded=True,
            read=partial(self._oddity, name),
            shown=partial(self._is_odd, name),
        )

    def _oddity(self, name: str, profile: AuditProfile) -> str:
        found = self._audited.worked_out
        return odd_days(profile, found.renewal if found else None).get(name, "")

    def _is_odd(self, name: str, profile: AuditProfile) -> bool:
        return bool(self._oddity(name, profile))

    def _name_worked_out(self) -> None:
        window = self._audited.worked_out
        if window is None or window.renewal is None:
            return
        renewal = window.renewal
        days = (self._audited.first_day_worked_out, renewal.opens_on, renewal.closes_on)
        for (name, label), on in zip(WORKED_OUT.items(), days, strict=True):
            control: Any = self.form.controls[name]
            words = f"{day(on)}, worked out"
            if control.edit.placeholderText() != words:
                control.edit.setPlaceholderText(words)
                control.set_names(label, f"Worked out: {day(on)}.", name)


def _day(name: str, label: str = "", *, beside: bool = False) -> Field:
    words = label or WORKED_OUT[name]
    return Field(name=name, label=words, make=WideDay, is_folded=True, beside=beside)
