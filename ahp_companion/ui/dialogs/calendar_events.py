"""What of a calendar comes in: a tick for each entry or series, and what it becomes."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QWidget

from ...domain.words import count, fold, sentence
from ...exchange.calendars.kinds import Becomes
from ...exchange.calendars.reading import CalendarFile, reading_of, suggestions
from ...exchange.calendars.records import when_in_words
from ...exchange.calendars.series import Offer
from ...exchange.reading import Reading
from ..asking import asked
from ..buttons import button
from ..desk import Desk
from ..fields.choices import Choice
from ..labels import PlainLabel, Size, font
from .frame import Frame

WIDTH, HIGH = 680, 180
OFFER = Qt.ItemDataRole.UserRole
SUGGESTED, OFFERED, OUT = "Suggested", "Offered", "Left out"
ABOUT = (
    "By their titles, these read as learning, meetings or protected time. Tick what is to come "
    "in. Of what comes again, only the times that have been are brought in."
)


class CalendarDialog(Frame):
    """The entries of a calendar, with those that are suggested ticked."""

    def __init__(self, parent: QWidget | None, desk: Desk, calendar: CalendarFile) -> None:
        super().__init__(parent, desk.theme, "Choose from the calendar", act="Go on", width=WIDTH)
        self._becomes = {each.uid: each.becomes for each in calendar.offers}
        self.search = QLineEdit()
        self.search.setPlaceholderText("Search the entries")
        self.search.setAccessibleName("Search the entries")
        self.search.setObjectName("search")
        self.list = QListWidget()
        self.list.setAccessibleName("Entries of the calendar")
        self.list.setObjectName("list")
        self.list.setWordWrap(True)
        self.list.setMinimumHeight(desk.theme.px(HIGH))
        self.nothing = PlainLabel("Nothing has these words.", role="third", wraps=True)
        self.nothing.hide()
        self.kind = Choice(desk, _kinds)
        self.kind.set_names("The entry chosen in the list comes in as", "", "kind")
        self.counted = PlainLabel("", role="second", wraps=True)
        self.column.addWidget(PlainLabel(ABOUT, role="second", wraps=True))
        self.column.addWidget(self.search)
        self.column.addWidget(self.nothing)
        self.column.addWidget(self.list, 1)
        ticks = button(desk, "Tick all that are shown", self.tick_shown, look="link", name="all")
        self.column.addWidget(ticks, 0, Qt.AlignmentFlag.AlignLeft)
        self.put("The entry chosen in the list comes in as", self.kind)
        self.foot.insertWidget(0, self.counted)
        self._fill(calendar)
        self.search.textChanged.connect(self._find)
        self.list.itemChanged.connect(self._ticked)
        self.list.currentItemChanged.connect(self._show_kind)
        self.kind.changed.connect(self._set_kind)
        self.list.setCurrentRow(1)
        self._count()

    def chosen(self) -> dict[str, Becomes]:
        """Return what everything that is ticked becomes, by the `uid` of its offer."""
        held = (each for each in self._rows() if each.checkState() is Qt.CheckState.Checked)
        return {_offer(each).uid: self._becomes[_offer(each).uid] for each in held}

    def tick_shown(self) -> None:
        """Tick everything that can be seen; with all of it ticked, take the ticks out again."""
        shown = [each for each in self._rows() if not each.isHidden()]
        is_all = all(each.checkState() is Qt.CheckState.Checked for each in shown)
        for each in shown:
            each.setCheckState(Qt.CheckState.Unchecked if is_all else Qt.CheckState.Checked)

    def _fill(self, calendar: CalendarFile) -> None:
        wanted = suggestions(calendar)
        for heading in (SUGGESTED, OFFERED, OUT):
            offers = [each for each in calendar.offers if _heading(each) == heading]
            if offers:
                head = QListWidgetItem(heading, self.list)
                head.setFlags(Qt.ItemFlag.NoItemFlags)
                head.setFont(font(Size.STRONG))
            for each in offers:
                row = QListWidgetItem(self.list)
                row.setData(OFFER, each)
                row.setFlags(row.flags() | Qt.ItemFlag.ItemIsUserCheckable)
                is_wanted = each.uid in wanted
                row.setCheckState(Qt.CheckState.Checked if is_wanted else Qt.CheckState.Unchecked)
                self._word(row)

    def _word(self, row: QListWidgetItem) -> None:
        offer = _offer(row)
        row.setText(f"{offer.title}\n{_detail(offer)} · {self._becomes[offer.uid].label}")

    def _rows(self) -> Iterable[QListWidgetItem]:
        every = (self.list.item(at) for at in range(self.list.count()))
        return (each for each in every if each.data(OFFER) is not None)

    def _find(self, wanted: str) -> None:
        typed = fold(wanted).split()
        headed: QListWidgetItem | None = None
        found = 0
        for at in range(self.list.count()):
            row = self.list.item(at)
            if row.data(OFFER) is None:
                headed = row
                row.setHidden(True)
                continue
            is_found = all(word in fold(row.text()) for word in typed)
            row.setHidden(not is_found)
            found += is_found
            if is_found and headed is not None:
                headed.setHidden(False)
        self.nothing.setVisible(not found)

    def _ticked(self, row: QListWidgetItem) -> None:
        if row.data(OFFER) is None:
            return
        uid = _offer(row).uid
        if row.checkState() is Qt.CheckState.Checked and self._becomes[uid] is Becomes.NOTHING:
            # Somebody who wants an entry that reads as nothing most often means learning.
            self._becomes[uid] = Becomes.CPD
            self._word(row)
        if row is self.list.currentItem():
            self._show_kind()
        self._count()

    def _show_kind(self) -> None:
        row = self.list.currentItem()
        offer = _offer(row) if row is not None and row.data(OFFER) is not None else None
        self.kind.setEnabled(offer is not None)
        self.kind.set_value(self._becomes[offer.uid] if offer else Becomes.NOTHING)

    def _set_kind(self) -> None:
        row = self.list.currentItem()
        if row is None or row.data(OFFER) is None:
            return
        becomes = self.kind.value()
        self._becomes[_offer(row).uid] = becomes
        self._word(row)
        is_out = becomes is Becomes.NOTHING
        row.setCheckState(Qt.CheckState.Unchecked if is_out else Qt.CheckState.Checked)

    def _count(self) -> None:
        ticked = [each for each in self._rows() if each.checkState() is Qt.CheckState.Checked]
        times = sum(len(_offer(each).events) for each in ticked)
        self.counted.setText(
            f"{count(len(ticked), 'entry', 'entries')} ticked, {count(times, 'time')} in all."
            if ticked
            else "Nothing is ticked yet."
        )
        self.act.setEnabled(bool(ticked))


def choose_events(parent: QWidget | None, desk: Desk, calendar: CalendarFile) -> Reading | None:
    """Ask what of a calendar comes in; return it as a reading, None where nobody answers."""
    dialog = CalendarDialog(parent, desk, calendar)
    return reading_of(calendar, dialog.chosen()) if asked(dialog) else None


def _kinds() -> list[tuple[Becomes, str]]:
    return [(each, each.label) for each in Becomes]


def _heading(offer: Offer) -> str:
    if offer.is_suggested:
        return SUGGESTED
    return OUT if offer.becomes is Becomes.NOTHING else OFFERED


def _detail(offer: Offer) -> str:
    if not offer.repeats:
        return when_in_words(offer.events[0])
    times = count(len(offer.events), "time")
    return f"{sentence(offer.repeats)}, {times} up to {when_in_words(offer.events[-1])}"


def _offer(row: QListWidgetItem) -> Offer:
    held: Offer = row.data(OFFER)
    return held
