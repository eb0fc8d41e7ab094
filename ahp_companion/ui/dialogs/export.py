"""Export: shows beforehand what leaves and what stays, and how many pages it makes."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QCheckBox, QComboBox, QVBoxLayout, QWidget

from ...domain import kinds, preceptorship
from ...domain.audit_window import audited_from
from ...domain.findings import Finding, asked_for, identifiers_in
from ...domain.portfolio import Choice, Portfolio, chosen
from ...domain.preceptorship import Preceptorship
from ...domain.professions import Profession, next_renewal
from ...domain.words import count, listed, sentence
from ...exchange.archive import write_archive
from ...exchange.cpd_csv import write_cpd_csv
from ...exchange.html import write_html
from ...report.portfolio_pdf import SECTIONS, pdf_bytes, write_portfolio_pdf
from ..asking import asked
from ..desk import Desk
from ..fields.moments import Day
from ..flow import FlowLayout
from ..labels import PlainLabel, Size
from ..long_work import Behind, Progress, in_background
from ..saving import ask_where
from ..soon import soon
from .frame import Frame

COUNT_AFTER = 400
MOST_LINES = 12
RECORDS_AT_ONCE = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """A format that goes out: its words, its file's ending, and whether it can be narrowed."""

    code: str
    words: str
    ending: str
    help: str
    is_narrowed: bool = True
    has_sections: bool = False


FORMATS = (
    Format(
        code="portfolio-pdf",
        words="Portfolio, as PDF",
        ending=".pdf",
        help="The whole record to read, print or send.",
        has_sections=True,
    ),
    Format(
        code="html",
        words="Portfolio, as a web page",
        ending=".html",
        help="One file that any browser opens, without this app.",
    ),
    Format(
        code="cpd-csv",
        words="CPD list, as a spreadsheet",
        ending=".csv",
        help="One row for each activity.",
    ),
    Format(
        code="archive",
        words="Everything, as an archive",
        ending=".zip",
        help="All records and files, private ones too, to keep or to bring into another portfolio.",
        is_narrowed=False,
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Looked:
    """What was found while nobody waited: how many pages it makes, and what to look at first."""

    pages: int | None
    found: tuple[Finding, ...]


class ExportDialog(Frame):
    """Asks what is to leave."""

    def __init__(self, parent: QWidget | None, desk: Desk) -> None:
        super().__init__(parent, desk.theme, "Export", act="Choose where…", width=620)
        self._desk = desk
        self._portfolio = desk.session.gather()
        self._behind = Behind(self)
        self._behind.answered.connect(self._show_looked)
        self._soon = soon(self, desk.session, self._look, after=COUNT_AFTER)
        self.format = QComboBox()
        self.format.setObjectName("format")
        for each in FORMATS:
            self.format.addItem(each.words, each)
        self.put("What to make", self.format)
        self.help = PlainLabel("", Size.SECOND, role="third", wraps=True)
        self.column.addWidget(self.help)
        self.narrowing = self._narrowing()
        self.column.addWidget(self.narrowing)
        self.leaves = PlainLabel("", wraps=True)
        self.stays = PlainLabel("", role="second", wraps=True)
        self.pages = PlainLabel("", Size.SECOND, role="third")
        self.first = PlainLabel("", wraps=True)
        self.first.setObjectName("look-first")
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
        if not self.chosen_format.is_narrowed:
            return Choice(include_private=True)
        return Choice(
            from_on=self.from_on.value(),
            to_on=self.to_on.value(),
            include_private=self.private.isChecked(),
            preceptorship=self.preceptorship.currentData(),
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
        self._section_list.setVisible(made.has_sections)
        leaving = chosen(self._portfolio, self.choice)
        self.leaves.setText(_counted(leaving.portfolio.counts))
        staying = [
            f"Private: {_counted(leaving.private)}" if leaving.private else "",
            f"Of other dates or preceptorships: {_counted(leaving.other_dates)}"
            if leaving.other_dates
            else "",
            f"Parts left out: {listed([*self._left_out.values()])}." if self._left_out else "",
        ]
        self.stays.setText("\n".join(part for part in staying if part) or "Nothing.")
        self.pages.setText("Counting pages…" if made.has_sections else "")
        self.first.setText("Looking…")
        self._soon.start()

    def write(self, out: Path, code: str, choice: Choice, progress: Progress) -> str:
        """Write an export by its format's code and return a sentence about it."""
        session, today = self._desk.session, self._desk.session.today()
        if code == "portfolio-pdf":
            pages = write_portfolio_pdf(
                out, self._portfolio, session.catalogue, choice, on=today, progress=progress
            )
            return f"Exported {count(pages, 'page')} to {out.name}"
        if code == "html":
            write_html(out, self._portfolio, session.catalogue, choice, on=today)
        elif code == "cpd-csv":
            write_cpd_csv(out, chosen(self._portfolio, choice).portfolio)
        else:
            write_archive(out, self._portfolio, session.file, progress)
        return f"Exported to {out.name}"

    def done(self, result: int) -> None:
        """Stop counting pages and close."""
        self._soon.stop()
        self._behind.stop()
        super().done(result)

    def _narrowing(self) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        dates = QWidget()
        across = FlowLayout(dates, gap=self._desk.theme.px(16))
        self.from_on, self.to_on = Day(self._desk), Day(self._desk)
        for label, name, control in (("From", "from", self.from_on), ("To", "to", self.to_on)):
            control.set_names(label, "Leave it empty for everything.", name)
            control.edit.setPlaceholderText("No limit")
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
        session, choice = self._desk.session, self.choice
        make = partial(pdf_bytes, catalogue=session.catalogue, choice=choice, on=session.today())
        self._behind.ask(
            partial(
                _looked_at,
                self._portfolio,
                choice,
                session.profession if self.chosen_format.is_narrowed else None,
                session.today(),
                make if self.chosen_format.has_sections else None,
            )
        )

    def _show_looked(self, looked: Looked) -> None:
        if looked.pages is not None:
            self.pages.setText(f"It makes {count(looked.pages, 'page')}.")
        lines = [f"• {each.message}" for each in looked.found[:MOST_LINES]]
        more = len(looked.found) - len(lines)
        lines += [f"and {more:,} more"] if more else []
        self.first.setText("\n".join(lines) or "Nothing was found. Names are not looked for.")


def export(parent: QWidget | None, desk: Desk) -> str:
    """Ask what is to leave and where to, write it, and return a sentence; "" if nothing was."""
    dialog = ExportDialog(parent, desk)
    if not asked(dialog):
        return ""
    made, choice = dialog.chosen_format, dialog.choice
    out = ask_where(parent, "Export to", _file_name(desk, made), made.ending)
    if out is None:
        return ""
    write = partial(dialog.write, out, made.code, choice)
    return in_background(parent, "Writing the export", write) or ""


def _looked_at(
    portfolio: Portfolio,
    choice: Choice,
    profession: Profession | None,
    on: date,
    make: Callable[..., tuple[bytes, int]] | None,
    progress: Progress,
) -> Looked:
    found = [*_identified(chosen(portfolio, choice).portfolio, progress)]
    if profession is not None:
        found += _asked(portfolio, profession, on)
    pages = make(portfolio, progress=progress)[1] if make else None
    return Looked(pages=pages, found=tuple(found))


def _identified(leaving: Portfolio, progress: Progress) -> Iterator[Finding]:
    records = [each for held in leaving.records.values() for each in held]
    for at, record in enumerate(records):
        # Where someone changes their mind, the looking stops here.
        if at % RECORDS_AT_ONCE == 0:
            progress(at, len(records))
        yield from identifiers_in(record)


def _asked(portfolio: Portfolio, profession: Profession, on: date) -> tuple[Finding, ...]:
    renewal = next_renewal(profession, on=on)
    renewed_on = portfolio.practitioner.last_renewed_on
    from_on = audited_from(renewal, profession, renewed_on) if renewal else None
    to_on = renewal.closes_on if renewal else None
    return asked_for(portfolio, profession, from_on=from_on, to_on=to_on, on=on)


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
