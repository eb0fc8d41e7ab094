"""What an audit looks at, read once and kept in step with the portfolio as it changes."""

from dataclasses import replace
from datetime import date
from typing import Any

from PySide6.QtCore import QObject

from ....domain import kinds
from ....domain.audit import AuditProfile, Gap, Silence, silences
from ....domain.audit_window import YEARS_BEFORE_AUDIT, AuditWindow, audit_window
from ....domain.calendar import months_after
from ....domain.changes import Change
from ....domain.cpd import CpdActivity, in_window
from ....domain.evidence import Evidence
from ....domain.finding import Finding
from ....domain.findings import asked_for
from ....domain.plan import Objective
from ....domain.portfolio import Portfolio, gathered
from ....domain.preceptorship import Preceptorship
from ....domain.records import Record
from ....domain.statement import chosen_for_statement, evidence_for
from ...findings_list import within
from ...session import Session

MONTHS = 12
# Of these everything is read; of activities what the time that counts is about.
WHOLE: tuple[type[Record], ...] = (Preceptorship, Evidence, Objective)
READ = frozenset(
    {"practitioner", "preceptorship", "evidence", "objective", "audit_profile", "gap"}
    | {"cpd_activity"}
)
# Who someone is and what they set moves the days that count.
MOVES = frozenset({"practitioner", "audit_profile"})


class Audited(QObject):
    """The time that counts and what is in it; a change is taken in without reading anew."""

    def __init__(self, parent: QObject | None, session: Session) -> None:
        super().__init__(parent)
        self._session = session
        self._held: dict[str, dict[str, Any]] = {}
        self._window: AuditWindow | None = None
        self._portfolio: Portfolio | None = None
        self._activities: tuple[CpdActivity, ...] | None = None
        self._found: tuple[Finding, ...] | None = None
        self._read_on = session.today()
        self._is_moved = True
        session.changed.connect(self._take)

    @property
    def window(self) -> AuditWindow:
        """Return the time that counts; the last years up to today where no renewal is known."""
        self._read_if_moved()
        if self._window:
            return self._window
        to_on = self._session.today()
        return AuditWindow(from_on=months_after(to_on, -MONTHS * YEARS_BEFORE_AUDIT), to_on=to_on)

    @property
    def until(self) -> date:
        """Return the last day that can be looked at already."""
        return self.window.until(self._session.today())

    @property
    def worked_out(self) -> AuditWindow | None:
        """Return the time that would count if the owner had set no day themselves."""
        called = AuditProfile(called_on=self.profile.called_on if self.profile else None)
        alone = gathered({"practitioner": [self._session.practitioner], "audit_profile": [called]})
        return audit_window(alone, self._session.profession, on=self._session.today())

    @property
    def first_day_worked_out(self) -> date:
        """Return the first day that would be looked at if the owner had not set it."""
        profile = replace(self.profile or AuditProfile(), audited_from_on=None)
        held: dict[str, list[Any]] = {
            "practitioner": [self._session.practitioner],
            "audit_profile": [profile],
        }
        found = audit_window(gathered(held), self._session.profession, on=self._session.today())
        return found.from_on if found else self.window.from_on

    @property
    def portfolio(self) -> Portfolio:
        """Return what the time that counts is about."""
        self._read_if_moved()
        if self._portfolio is None:
            self._portfolio = gathered(
                {name: list(held.values()) for name, held in self._held.items()}
            )
        return self._portfolio

    @property
    def profile(self) -> AuditProfile | None:
        """Return the profile, if it was begun."""
        return next(iter(self.portfolio.all(AuditProfile)), None)

    @property
    def activities(self) -> tuple[CpdActivity, ...]:
        """Return the activities of the time that counts, oldest first."""
        if self._activities is None:
            held, until = self.portfolio.all(CpdActivity), self.until
            from_on = self.window.from_on
            self._activities = tuple(each for each in held if in_window(each, from_on, until))
        return self._activities

    @property
    def shared(self) -> tuple[CpdActivity, ...]:
        """Return those of them that a list shows: what is private stays."""
        return tuple(each for each in self.activities if not each.private)

    @property
    def chosen(self) -> tuple[CpdActivity, ...]:
        """Return the activities chosen for the statement, oldest first."""
        return chosen_for_statement(self.activities, from_on=self.window.from_on, to_on=self.until)

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """Return the evidence that goes with the profile, in the order of its table."""
        return evidence_for(self.portfolio.all(Evidence), self.chosen)

    @property
    def silences(self) -> tuple[Silence, ...]:
        """Return the gaps, explained or not."""
        return silences(
            self.shared, self.portfolio.all(Gap), from_on=self.window.from_on, to_on=self.until
        )

    @property
    def found(self) -> tuple[Finding, ...]:
        """Return what a regulator would ask about."""
        if self._found is None:
            self._found = asked_for(
                self.portfolio,
                self._session.profession,
                from_on=self.window.from_on,
                to_on=self.window.to_on,
                on=self._session.today(),
            )
        return self._found

    def look_at_the_day(self) -> bool:
        """Read anew if the day has turned since; return whether it has."""
        has_turned = self._read_on != self._session.today()
        self._is_moved = self._is_moved or has_turned
        return has_turned

    def _read_if_moved(self) -> None:
        if self._is_moved:
            self._read()

    def _read(self) -> None:
        session = self._session
        self._is_moved = False
        self._read_on = session.today()
        begun = gathered(
            {"practitioner": [session.practitioner], "audit_profile": session.all(AuditProfile)}
        )
        self._window = audit_window(begun, session.profession, on=self._read_on)
        held = within(session, self.window.from_on, self.until).records
        whole = {kinds.BY_RECORD[each].name: session.all(each) for each in WHOLE}
        self._held = {
            name: {each.id: each for each in records}
            for name, records in (*held.items(), *whole.items())
        }
        self._forget()

    def _take(self, change: Change) -> None:
        touched = change.kinds & READ
        if not touched:
            return
        self._forget()
        if self._is_moved or (touched & MOVES and self._moves(change)):
            # Read when somebody looks: a name is changed letter by letter on another page.
            self._is_moved = True
            return
        for edit in change.edits:
            name = kinds.of(edit.record).name
            if name in READ:
                self._held.setdefault(name, {}).pop(edit.record.id, None)
                if edit.after is not None and self._concerns(edit.after):
                    self._held[name][edit.after.id] = edit.after

    def _moves(self, change: Change) -> bool:
        """Return whether the change can move the days: more than words in the profile."""
        for edit in change.edits:
            days = [_days(each) for each in (edit.before, edit.after)]
            if kinds.of(edit.record).name in MOVES and days[0] != days[1]:
                return True
        return False

    def _concerns(self, record: Any) -> bool:
        if not isinstance(record, CpdActivity):
            return True
        begun = record.started_on
        return (
            begun is None
            or begun > self._read_on
            or in_window(record, self.window.from_on, self.until)
        )

    def _forget(self) -> None:
        self._portfolio = self._activities = self._found = None


def _days(record: Any) -> Any:
    """Return the days that a profile sets; of anything else all of it, of nothing no day."""
    if record is None:
        return (None, None, None, None)
    if isinstance(record, AuditProfile):
        return (
            record.called_on,
            record.audited_from_on,
            record.renewal_opens_on,
            record.renewal_closes_on,
        )
    return record
