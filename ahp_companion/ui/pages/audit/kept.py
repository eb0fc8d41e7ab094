"""What is kept beside a profile: its versions, what left, the names to look for, what may stand."""

from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ....domain.audit import ProfileVersion
from ....domain.dismissals import Dismissal, WatchedName
from ....domain.exports import Export
from ....domain.words import count
from ...board import Board, Section
from ...buttons import button
from ...desk import Desk
from ...dialogs.identifiers import look_for_identifiers
from ...editor import Editor
from ...identifier_board import KeptEditor, identifier_board
from ...labels import PlainLabel, Size
from .audited import Audited
from .kept_forms import export_entry, export_fields, version_entry, version_fields
from .versions import version_now

FOLLOWED = frozenset({"profile_version", "export"})
MOST_SHOWN = 60
VERSIONS_MEAN = "The profile as it stood on a day, to answer from if more is asked."
LEDGER_MEANS = "Every export, written down as it was made."


class KeptPart(QWidget):
    """Two boards: what was kept and what left, and what is looked for."""

    def __init__(self, desk: Desk, audited: Audited, *, has_profile: bool) -> None:
        super().__init__()
        self._desk, self._audited, self._has_profile = desk, audited, has_profile
        self.board = Board(
            desk,
            self._sections,
            {
                ProfileVersion: partial(Editor, desk, version_fields(desk)),
                Export: partial(KeptEditor, desk, export_fields(), delete=""),
            },
            follows=FOLLOWED,
        )
        self.identifiers = identifier_board(desk)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(desk.theme.px(6))
        for each in (self.board, self._looking(), self.identifiers):
            column.addWidget(each)
        for one, other in ((self.board, self.identifiers), (self.identifiers, self.board)):
            one.opening.connect(other.put_away)
        self.refresh()

    def open(self, record: Any) -> None:
        """Open a record where it stands."""
        wanted = isinstance(record, WatchedName | Dismissal)
        (self.identifiers if wanted else self.board).open(record)

    def look(self) -> None:
        """Look for identifiers in everything there is."""
        self.flush()
        look_for_identifiers(self, self._desk)

    def refresh(self) -> None:
        """Show what is kept as it now is."""
        self.board.refresh()
        self.identifiers.refresh()

    def flush(self) -> None:
        """Save what is being typed."""
        self.board.flush()
        self.identifiers.flush()

    def _looking(self) -> QWidget:
        px = self._desk.theme.px
        looking = button(
            self._desk, "Look for identifiers now…", self.look, icon="search", name="look-now"
        )
        holder = QWidget()
        looks = QVBoxLayout(holder)
        looks.setContentsMargins(px(10), px(18), 0, px(18))
        looks.setSpacing(px(6))
        looks.addWidget(PlainLabel("Before anything leaves", Size.HEADING))
        looks.addWidget(
            PlainLabel(
                "Everything you wrote is looked through for what could say who somebody is.",
                role="second",
                wraps=True,
            )
        )
        looks.addWidget(looking, 0, Qt.AlignmentFlag.AlignLeft)
        return holder

    def _sections(self) -> tuple[Section, ...]:
        return (*((self._versions(),) if self._has_profile else ()), self._ledger())

    def _versions(self) -> Section:
        held = sorted(self._desk.session.all(ProfileVersion), key=_day, reverse=True)
        return Section(
            key="version",
            heading="Versions of the profile",
            means=VERSIONS_MEAN,
            entries=tuple(version_entry(each) for each in held),
            nothing="None yet. Keep one on the day you send the profile.",
            add="Keep this version",
            make=self._version_now,
        )

    def _ledger(self) -> Section:
        held = sorted(self._desk.session.all(Export), key=_moment, reverse=True)
        more = len(held) - MOST_SHOWN
        older = f" Besides these, {count(more, 'older one')}." if more > 0 else ""
        return Section(
            key="export",
            heading="What left",
            means=f"{LEDGER_MEANS}{older}",
            entries=tuple(export_entry(each) for each in held[:MOST_SHOWN]),
            nothing="Nothing has left yet.",
        )

    def _version_now(self) -> ProfileVersion:
        return version_now(self._audited, self._desk.session.today())


def _day(version: ProfileVersion) -> tuple[str, str]:
    return (version.on.isoformat() if version.on else "", version.id)


def _moment(export: Export) -> tuple[str, str]:
    return (export.at or (export.on.isoformat() if export.on else ""), export.id)
