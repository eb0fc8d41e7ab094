"""Export: shows beforehand what leaves, what stays and what to look at, then writes it."""

from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any

from PySide6.QtWidgets import QCheckBox, QComboBox, QVBoxLayout, QWidget

from ...domain import kinds, preceptorship
from ...domain.audit_window import audit_window
from ...domain.evidence import Evidence
from ...domain.finding import Finding
from ...domain.portfolio import Choice, Leaving, Portfolio, chosen
from ...domain.preceptorship import Preceptorship
from ...domain.problems import ProblemError
from ...domain.professions import Regulator
from ...domain.profile import Profile, profile_of
from ...domain.words import count, day, listed, sentence, word_count
from ...report.portfolio_pdf import SECTIONS, pdf_bytes
from ..asking import asked
from ..desk import Desk
from ..errors import show_problem
from ..evidence_looks import looking_of
from ..export_first import MOST_LINES, FirstLook, Looked, ToLookAt, look_through
from ..export_formats import FORMATS, Format, formats_for
from ..exporting import Going, Gone, write, write_down
from ..fields.moments import Day
from ..flow import FlowLayout
from ..identifier_finds import set_aside
from ..labels import PlainLabel, Size
from ..long_work import Behind, in_background
from ..saving import ask_where
from ..soon import soon
from .frame import Frame
from .set_aside import ask_reason

__all__ = ["FORMATS", "MOST_LINES", "ExportDialog", "export"]

COUNT_AFTER, ASK_AFTER = 400, 500


class ExportDialog(Frame):
    """Asks what is to leave."""

    def __init__(self, parent: QWidget | None, desk: Desk, begin_with: str = "") -> None:
        super().__init__(parent, desk.theme, "Export", act="Choose where…", width=620)
        self._desk = desk
        self._portfolio = self._leaving = desk.session.gather()
        self.goes_to: Any = None
        self._behind = Behind(self)
        self._behind.answered.connect(self._show_looked)
        self._soon = soon(self, desk.session, self._look, after=COUNT_AFTER)
        self._looking = looking_of(desk.session)
        # Files are looked at in a thread that knows nothing of dialogs: it is asked now and then.
        self._waiting = soon(self, desk.session, self._look_again, after=ASK_AFTER)
        self.formats = formats_for(desk.session.profession.regulator)
        self.format = QComboBox()
        self.format.setObjectName("format")
        for each in self.formats:
            self.format.addItem(each.labelled, each)
            if each.code == begin_with:
                self.format.setCurrentIndex(self.format.count() - 1)
        self.put("What to make", self.format)
        self.help = PlainLabel("", Size.SECOND, role="third", wraps=True)
        self.column.addWidget(self.help)
        self.narrowing = self._narrowing()
        self.column.addWidget(self.narrowing)
        self.leaves = PlainLabel("", wraps=True)
        self.stays = PlainLabel("", role="second", wraps=True)
        self.pages = PlainLabel("", Size.SECOND, role="third")
        self.first = FirstLook(desk, self._open, self._set_aside)
        for title, label in (
            ("What leaves", self.leaves),
            ("Look at this first", self.first),
            ("What stays here", self.stays),
        ):
            self.column.addWidget(PlainLabel(title, Size.MEDIUM))
            self.column.addWidget(label)
        self.column.addWidget(self.pages)
        self._section_list = self._parts()
        self.column.addWidget(self._section_list)
        self.column.addStretch(1)
        self.format.currentIndexChanged.connect(self.refresh)
        self.refresh()

    @property
    def chosen_format(self) -> Format:
        """Return the format chosen."""
        held: Format = self.format.currentData()
        return held

    @property
    def choice(self) -> Choice:
        """Return what is to leave, as chosen."""
        made = self.chosen_format
        if not made.is_narrowed:
            return Choice(include_private=True)
        return Choice(
            from_on=self.from_on.value(),
            to_on=self.to_on.value(),
            include_private=self.private.isChecked(),
            preceptorship=None if made.is_for_a_regulator else self.preceptorship.currentData(),
            left_out=frozenset(self._left_out),
        )

    def accept(self) -> None:
        """Close, unless a date cannot be read; then it stands marked."""
        for each in (self.from_on, self.to_on):
            each.flush()
            if each.is_unread and self.chosen_format.is_narrowed:
                each.edit.setFocus()
                return
        super().accept()

    @property
    def _left_out(self) -> dict[str, str]:
        if not self.chosen_format.has_sections:
            return {}
        return {code: box.text() for code, box in self.sections.items() if not box.isChecked()}

    def refresh(self) -> None:
        """Show what leaves by the present choice."""
        made = self.chosen_format
        self.help.setText(made.help)
        self.narrowing.setVisible(made.is_narrowed)
        self.preceptorship.setVisible(not made.is_for_a_regulator)
        self._section_list.setVisible(made.has_sections)
        self._show_dates(made)
        leaves, stays = self._leaves_and_stays(made)
        self.leaves.setText(leaves)
        self.stays.setText("\n".join(stays) or "Nothing.")
        self.pages.setText("Counting pages…" if made.has_sections else "")
        self.first.wait()
        self._soon.start()

    def going(self) -> tuple[str, Portfolio, Choice]:
        """Return the format's code, and of what by which choice it is to be made."""
        return self.chosen_format.code, self._portfolio, self.choice

    def done(self, result: int) -> None:
        """Stop counting pages and close."""
        self._soon.stop()
        self._waiting.stop()
        self._behind.stop()
        super().done(result)

    def _leaves_and_stays(self, made: Format) -> tuple[str, list[str]]:
        """Keep what leaves, and return words for it and for what stays."""
        self._leaving = Portfolio()
        if made.is_for_a_regulator:
            session = self._desk.session
            try:
                profile = profile_of(
                    self._portfolio, session.profession, self.choice, on=session.today()
                )
            except ProblemError as problem:
                return problem.happened, [problem.advice]
            self._leaving = profile.leaving
            words = (
                f"{sentence(profile.period)}.",
                _counted(self._leaving.counts),
                _texts(profile),
            )
            return "\n".join(each for each in words if each), [*_stays_of(profile)]
        leaving = chosen(self._portfolio, self.choice)
        self._leaving = leaving.portfolio if made.is_narrowed else self._portfolio
        return _counted(self._leaving.counts), [*self._stays(leaving)]

    def _stays(self, leaving: Leaving) -> Iterator[str]:
        if leaving.private:
            yield f"Private: {_counted(leaving.private)}"
        if leaving.other_dates:
            yield f"Of other dates or preceptorships: {_counted(leaving.other_dates)}"
        if self._left_out:
            yield f"Parts left out: {listed([*self._left_out.values()])}."

    def _show_dates(self, made: Format) -> None:
        session = self._desk.session
        window = None
        if made.is_for_a_regulator:
            window = audit_window(self._portfolio, session.profession, on=session.today())
        ends = (window.from_on, window.to_on) if window else (None, None)
        for control, end in zip((self.from_on, self.to_on), ends, strict=True):
            control.edit.setPlaceholderText(day(end) or "No limit")

    def _narrowing(self) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        dates = QWidget()
        across = FlowLayout(dates, gap=self._desk.theme.px(16))
        self.from_on, self.to_on = Day(self._desk), Day(self._desk)
        for label, name, control in (("From", "from", self.from_on), ("To", "to", self.to_on)):
            control.set_names(label, "Leave it empty for everything.", name)
            control.changed.connect(self.refresh)
            place = QWidget()
            under = QVBoxLayout(place)
            under.setContentsMargins(0, 0, 0, 0)
            under.addWidget(PlainLabel(label, Size.MEDIUM))
            under.addWidget(control)
            across.addWidget(place)
        column.addWidget(dates)
        self.preceptorship = QComboBox()
        self.preceptorship.setObjectName("preceptorship")
        self.preceptorship.setAccessibleName("Which preceptorship")
        self.preceptorship.addItem("All preceptorships", None)
        for each in self._portfolio.all(Preceptorship):
            self.preceptorship.addItem(preceptorship.name(each), each.id)
        self.preceptorship.currentIndexChanged.connect(self.refresh)
        self.private = QCheckBox("Private records too")
        self.private.setObjectName("private")
        self.private.toggled.connect(self.refresh)
        column.addWidget(self.preceptorship)
        column.addWidget(self.private)
        return holder

    def _parts(self) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(PlainLabel("Parts", Size.MEDIUM))
        self.sections: dict[str, QCheckBox] = {}
        for code, title in SECTIONS:
            box = QCheckBox(title)
            box.setObjectName(f"section-{code}")
            box.setAccessibleName(title)
            box.setChecked(True)
            box.toggled.connect(self.refresh)
            self.sections[code] = box
            column.addWidget(box)
        return holder

    def _look(self) -> None:
        session, made, choice = self._desk.session, self.chosen_format, self.choice
        if made.has_files:
            known = session.looked_at()
            pieces = [each for each in self._leaving.all(Evidence) if each.sha256 not in known]
            self._looking.look_at(pieces)
        make = partial(pdf_bytes, catalogue=session.catalogue, choice=choice, on=session.today())
        self._behind.ask(
            partial(
                look_through,
                ToLookAt(
                    leaving=self._leaving,
                    whole=self._portfolio,
                    choice=choice,
                    looks=session.looks if made.has_files else dict,
                    on=session.today(),
                    profession=session.profession if made.is_narrowed else None,
                    make_pages=make if made.has_sections else None,
                ),
            )
        )

    def _look_again(self) -> None:
        if self._looking.is_looking:
            self._waiting.start()
        else:
            self._soon.start()

    def _show_looked(self, looked: Looked) -> None:
        if looked.pages is not None:
            self.pages.setText(f"It makes {count(looked.pages, 'page')}.")
        is_waiting = self.chosen_format.has_files and self._looking.is_looking
        unlooked = "Still looking at what is in the files of evidence." if is_waiting else ""
        if is_waiting:
            self._waiting.start()
        records: Mapping[str, Any] = {
            each.id: each for held in self._portfolio.records.values() for each in held
        }
        self.first.show_found(looked.found, records, unlooked)

    def _set_aside(self, finding: Finding) -> None:
        reason = ask_reason(self, self._desk, finding.message)
        if reason and set_aside(self._desk.session, finding, reason):
            self._portfolio = self._desk.session.gather()
            self.refresh()

    def _open(self, record: Any) -> None:
        self.goes_to = record
        self.reject()


def export(parent: QWidget | None, desk: Desk, begin_with: str = "") -> str:
    """Ask what is to leave and where to, write it, and return a sentence; "" if nothing was.

    `begin_with` is the code of the format that is offered first.
    """
    dialog = ExportDialog(parent, desk, begin_with)
    if not asked(dialog):
        if dialog.goes_to is not None:
            desk.go_to(dialog.goes_to)
        return ""
    made = dialog.chosen_format
    code, portfolio, choice = dialog.going()
    title = "Export to" if made.ending else "Name a folder that is not there yet"
    out = ask_where(parent, title, _file_name(desk, made), made.ending)
    if out is None:
        return ""
    going = Going(session=desk.session, portfolio=portfolio, code=code, out=out, choice=choice)
    gone = in_background(parent, "Writing the export", partial(write, going))
    return _told(parent, going, gone) if gone else ""


def _told(parent: QWidget | None, going: Going, gone: Gone) -> str:
    """Write down what left, show what its owner should hear of it, and return a sentence."""
    unwritten = write_down(going.session, gone.export, gone.left)
    if gone.left.remarks:
        words = ProblemError(
            f"“{going.out.name}” is whole. Some of it wants a look.",
            means="\n".join(gone.left.remarks),
            advice=f"It is in “{going.out.parent}”.",
        )
        show_problem(parent, words)
    if going.out.is_dir():
        where = f"the folder “{going.out.name}” in “{going.out.parent}”"
        return f"Exported {gone.left.words} to {where}{unwritten}"
    said = f"Exported {gone.left.words}".rstrip()
    return f"{said} to {going.out.name}{unwritten}"


def _texts(profile: Profile) -> str:
    if profile.profession.regulator is not Regulator.HCPC:
        return ""
    said = [
        f"{name} of {count(word_count(words), 'word')}"
        for name, words in (
            ("a practice summary", profile.texts.practice_summary),
            ("a personal statement", profile.texts.personal_statement),
        )
        if words.strip()
    ]
    return (
        f"With {listed(said)}." if said else "With neither summary nor statement: both are empty."
    )


def _stays_of(profile: Profile) -> Iterator[str]:
    if profile.private:
        yield f"Private, of this period: {count(profile.private, 'record')}."
    for each in profile.stays:
        yield f"{each.what}: {each.how_many}. {each.why}."


def _counted(counts: Any) -> str:
    words = [
        count(number, kinds.BY_NAME[name].noun, kinds.BY_NAME[name].nouns)
        for name, number in counts.items()
        if name not in ("practitioner", "audit_profile")
    ]
    who = ["who you are"] if "practitioner" in counts else []
    return f"{sentence(listed([*who, *words]))}." if who or words else "Nothing."


def _file_name(desk: Desk, made: Format) -> str:
    name = desk.session.practitioner.name or "My portfolio"
    return f"{name} {made.words.split(',')[0].casefold()}"
