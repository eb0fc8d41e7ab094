"""What an audit would look at: the two years, the gaps in them, and the two texts."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ...domain.audit import STATEMENT_WORDS, SUMMARY_WORDS, AuditProfile, Gap, Silence, silences
from ...domain.audit_window import audited_from
from ...domain.changes import Change
from ...domain.cpd import CpdActivity, learning_types
from ...domain.findings import asked_for, in_window
from ...domain.gosc import HOURS, HOURS_WITH_OTHERS, ThreeYears, begins_on, three_years
from ...domain.professions import Regulator, Renewal, next_renewal
from ...domain.words import count, day, duration, listed, span, word_count
from ..columns import clear
from ..desk import Desk
from ..fields.texts import Text
from ..findings_list import FindingsList, within
from ..labels import PlainLabel, Size
from ..soon import soon
from ..tabs import Part, TabbedPage, scrolled


class TwoYears(QWidget):
    """The period an audit looks at, what is in it, and each gap with its explanation."""

    def __init__(self, desk: Desk, open_part: Callable[[str], Any]) -> None:
        super().__init__()
        self._desk = desk
        px = desk.theme.px
        self._findings = FindingsList(desk, open_part)
        self._period = PlainLabel("", Size.LONG, wraps=True)
        self._holds = PlainLabel("", role="second", wraps=True)
        self._source = PlainLabel("", Size.SECOND, role="third", wraps=True)
        self._gaps = QVBoxLayout()
        self._gaps.setSpacing(px(16))
        self._boxes: dict[tuple[Any, Any], Text] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(12))
        column.addWidget(PlainLabel("The two years that count", Size.HEADING))
        for each in (self._period, self._holds, self._source):
            column.addWidget(each)
        column.addSpacing(px(8))
        column.addWidget(PlainLabel("Gaps of three months or more", Size.HEADING))
        column.addLayout(self._gaps)
        column.addSpacing(px(8))
        column.addWidget(PlainLabel("What would bring a question back", Size.HEADING))
        column.addWidget(self._findings)
        self._soon = soon(self, desk.session, self.refresh)
        desk.session.changed.connect(self._soon.start)
        self.refresh()

    def flush(self) -> None:
        """Save an explanation that is being typed."""
        for box in self._boxes.values():
            box.flush()

    def refresh(self) -> None:
        """Show the period and its gaps as they now are."""
        session = self._desk.session
        today = session.today()
        renewal = next_renewal(session.profession, on=today)
        if renewal is None:
            self._period.setText("Your renewal has no fixed window that is known here.")
            return
        owner = session.practitioner
        from_on = audited_from(renewal, session.profession, owner.last_renewed_on)
        to_on = min(today, renewal.closes_on)
        self._period.setText(_period(renewal, session.profession.regulator.short))
        held = within(session, from_on, to_on)
        activities = [each for each in held.all(CpdActivity) if in_window(each, from_on, to_on)]
        self._holds.setText(
            f"Between {day(from_on)} and {day(to_on)} you have recorded {_holds(activities)}."
        )
        self._source.setText(session.profession.source)
        self._show(silences(activities, held.all(Gap), from_on=from_on, to_on=to_on))
        found = asked_for(held, session.profession, from_on=from_on, to_on=to_on, on=today)
        self._findings.show_found(found, [*held.all(CpdActivity), owner])

    def _show(self, found: tuple[Silence, ...]) -> None:
        wanted = {(each.from_on, each.to_on): each for each in found}
        if wanted.keys() == self._boxes.keys() and wanted:
            for key, each in wanted.items():
                if not self._boxes[key].is_being_typed_in():
                    self._boxes[key].set_value(_explanation(each))
            return
        self._boxes.clear()
        clear(self._gaps)
        for key, each in wanted.items():
            self._gaps.addWidget(self._gap(key, each))
        if not wanted:
            self._gaps.addWidget(PlainLabel("There are none.", role="second"))

    def _gap(self, key: tuple[Any, Any], silence: Silence) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._desk.theme.px(4))
        words = f"Nothing from {span(silence.from_on, silence.to_on)}"
        box = Text(self._desk)
        box.set_names(
            words, "Say what you were doing, in a sentence or two.", f"gap-{silence.from_on}"
        )
        box.set_value(_explanation(silence))
        box.changed.connect(partial(self._explain, silence, box))
        self._boxes[key] = box
        column.addWidget(PlainLabel(words, Size.MEDIUM))
        column.addWidget(
            PlainLabel(
                "Leave, illness, a career break: a sentence or two is enough.",
                Size.SECOND,
                role="third",
                wraps=True,
            )
        )
        column.addWidget(box)
        return holder

    def _explain(self, silence: Silence, box: Text) -> None:
        session = self._desk.session
        known = [each for each in session.all(Gap) if each.from_on == silence.from_on]
        held = silence.explained_by and session.get(Gap, silence.explained_by.id)
        gap = held or (known[0] if known else None)
        if gap:
            session.edit(gap, replace(gap, explanation=box.value()), goes_on=True)
        else:
            session.add(Gap(from_on=silence.from_on, to_on=silence.to_on, explanation=box.value()))


class Words(QWidget):
    """One of the two texts, with its words counted as it grows.

    The profile begins with the first words; to look at an empty page changes nothing.
    """

    def __init__(self, desk: Desk, *, name: str, label: str, most: int, advice: str) -> None:
        super().__init__()
        self._session, self._most, self._name = desk.session, most, name
        self._is_unsaved = False
        self.text = Text(desk, lines=12)
        self.text.set_names(label, advice, name)
        self.counted = PlainLabel("", Size.SECOND, role="third")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(desk.theme.px(4))
        column.addWidget(PlainLabel(advice, Size.SECOND, role="third", wraps=True))
        column.addWidget(self.text)
        column.addWidget(self.counted)
        self.text.changed.connect(self._keep)
        self.text.edit.textChanged.connect(self._count)
        desk.session.changed.connect(self._follow)
        self._read()

    def flush(self) -> None:
        """Save what is being typed, and what could not be saved before."""
        again, self._is_unsaved = self._is_unsaved, False
        self.text.flush()
        if again and not self._is_unsaved:
            self._keep()

    def _keep(self) -> None:
        written: dict[str, Any] = {self._name: self.text.value()}
        held = self._session.all(AuditProfile)
        saved = True
        if held:
            saved = self._session.edit(held[0], replace(held[0], **written), goes_on=True)
        elif written[self._name]:
            saved = self._session.add(AuditProfile(**written), words="Began audit profile")
        self._is_unsaved = not saved

    def _follow(self, change: Change) -> None:
        if "audit_profile" in change.kinds and not self.text.is_being_typed_in():
            self._read()

    def _read(self) -> None:
        self.text.set_value(self._written())
        self._count()

    def _written(self) -> str:
        held = self._session.all(AuditProfile)
        return str(getattr(held[0], self._name)).rstrip() if held else ""

    def _count(self) -> None:
        words = word_count(self.text.value())
        over = words > self._most
        self.counted.setText(
            f"{count(words, 'word')} of {self._most:,}"
            + (f", {count(words - self._most, 'word')} too many" if over else "")
        )
        self.counted.setProperty("role", "warn" if over else "third")
        self.counted.style().unpolish(self.counted)
        self.counted.style().polish(self.counted)


class AuditPage(TabbedPage):
    """The parts of a profile, for those whose regulator asks for one."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        super().__init__(
            desk,
            "Audit",
            (
                Part(code="years", word="The two years", make=self._years),
                Part(code="summary", word="Practice summary", make=self._summary),
                Part(code="statement", word="Personal statement", make=self._statement),
            ),
        )

    def show_record(self, record: Any) -> None:
        """Open the part that shows a record."""
        self.open_part("summary" if isinstance(record, AuditProfile) else "years")

    def flush(self) -> None:
        """Save what is being typed."""
        for each in self._held:
            each.flush()

    @property
    def _held(self) -> list[Any]:
        return [area.findChild(QWidget, "part") for area in self._made.values()]

    def _years(self) -> QWidget:
        return self._part(TwoYears(self._desk, self.open_part))

    def _summary(self) -> QWidget:
        return self._part(
            Words(
                self._desk,
                name="practice_summary",
                label="Practice summary",
                most=SUMMARY_WORDS,
                advice=(
                    "Your role, the work you do, whom you do it for and with. It shows why your "
                    "learning is relevant."
                ),
            )
        )

    def _statement(self) -> QWidget:
        return self._part(
            Words(
                self._desk,
                name="personal_statement",
                label="Personal statement",
                most=STATEMENT_WORDS,
                advice=(
                    "Choose four to six activities. For each: what it was, what you learnt, how "
                    "your work is better for it, and how the people you see benefit."
                ),
            )
        )

    def _part(self, part: QWidget) -> QWidget:
        part.setObjectName("part")
        return scrolled(self._desk, part, widest=680)


class ThreeYearsNow(QWidget):
    """How the three years of an osteopath stand: hours, themes, and what is still to come."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._period = PlainLabel("", role="second", wraps=True)
        self._hours = PlainLabel("", Size.LONG, wraps=True)
        self._hours.setObjectName("hours")
        self._themes = PlainLabel("", wraps=True)
        self._themes.setObjectName("themes")
        self._findings = FindingsList(desk)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(desk.theme.px(12))
        for each in (self._hours, self._themes, self._period):
            column.addWidget(each)
        column.addSpacing(desk.theme.px(8))
        column.addWidget(PlainLabel("What would bring a question back", Size.HEADING))
        column.addWidget(self._findings)
        self._soon = soon(self, desk.session, self.refresh)
        desk.session.changed.connect(self._soon.start)
        self.refresh()

    def refresh(self) -> None:
        """Show the hours, themes and findings as they now are."""
        session = self._desk.session
        today = session.today()
        from_on = begins_on(today)
        held = within(session, from_on, today)
        activities = held.all(CpdActivity)
        so_far = three_years(each for each in activities if in_window(each, from_on, today))
        self._period.setText(
            f"Counted from {day(from_on)} to {day(today)}, the three years up to today."
        )
        self._hours.setText(
            f"{duration(so_far.minutes)} of {HOURS} hours, "
            f"{duration(so_far.minutes_with_others)} of {HOURS_WITH_OTHERS} with others."
        )
        self._themes.setText(_themes(so_far))
        found = asked_for(held, session.profession, from_on=from_on, to_on=today, on=today)
        self._findings.show_found(found, activities)


class CyclePage(QWidget):
    """A few sentences for those whose CPD nobody audits as HCPC does."""

    def __init__(self, desk: Desk, title: str, words: str, below: QWidget | None = None) -> None:
        super().__init__()
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(desk.theme.px(12))
        column.addWidget(PlainLabel(title, Size.PAGE, wraps=True))
        column.addWidget(PlainLabel(words, Size.LONG, role="second", wraps=True))
        if below:
            column.addWidget(below)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(scrolled(desk, inside))

    def show_record(self, _record: Any) -> None:
        """Stay as it is: what was written for another regulator is kept, and not asked for."""


def audit_page(desk: Desk) -> QWidget:
    """Return the page; for those who are never audited, sentences that say what is asked."""
    regulator = desk.session.profession.regulator
    if regulator is Regulator.HCPC:
        return AuditPage(desk)
    if regulator is Regulator.GOSC:
        return CyclePage(
            desk,
            "Your three years with GOsC",
            "GOsC asks for 90 hours in three years, 45 of them with others, over four themes, "
            "with an objective activity, one on communication and consent, and a peer discussion "
            "review. Record your CPD as you go; your portfolio shows it with its hours. "
            "The profile that another regulator asks its registrants for does not apply to you: "
            "what you hand over is your whole portfolio, with Export in the menu.",
            ThreeYearsNow(desk),
        )
    return CyclePage(
        desk,
        "Your CPD is yours",
        "Nobody asks you for a profile in this role. Export your portfolio whenever someone "
        "should see what you do to keep learning.",
    )


def entry_word(regulator: Regulator) -> str:
    """Return what the page is called in the sidebar; nothing where there is nothing to show."""
    return {Regulator.HCPC: "Audit", Regulator.GOSC: "CPD cycle"}.get(regulator, "")


def _period(renewal: Renewal, regulator: str) -> str:
    return (
        f"{regulator} opens your next renewal on {day(renewal.opens_on)} and closes it on "
        f"{day(renewal.closes_on)}. One registrant in forty is asked then, at random, for a "
        "profile."
    )


def _themes(so_far: ThreeYears) -> str:
    # Their names have commas of their own.
    covered = "; ".join(so_far.themes) or "none yet"
    if not so_far.missing_themes:
        return f"Themes covered: {covered}."
    return f"Themes covered: {covered}. Still to come: {'; '.join(so_far.missing_themes)}."


def _holds(activities: list[CpdActivity]) -> str:
    kinds = [kind.label.casefold() for kind in learning_types(activities)]
    number = count(len(activities), "activity", "activities")
    return f"{number} ({listed(kinds)})" if kinds else number


def _explanation(silence: Silence) -> str:
    return silence.explained_by.explanation if silence.explained_by else ""
