"""Audit, for those whose regulator asks for a profile; the cycle, where it asks for three years."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ....domain import kinds
from ....domain.audit import SUMMARY_WORDS, AuditProfile
from ....domain.professions import Regulator
from ...desk import Desk
from ...labels import PlainLabel, Size
from ...reading_order import set_reading_order
from ...tabs import Part, TabbedPage, scrolled
from .audited import Audited
from .cycle import CycleNow
from .cycle_evidence import CycleEvidence
from .evidence import EvidencePart
from .kept import KeptPart
from .statement import StatementPart
from .where import WhereIStand
from .written import Written

WHERE, SUMMARY, STATEMENT, EVIDENCE, KEPT = "where", "summary", "statement", "evidence", "kept"
IN_KEPT = frozenset({"profile_version", "export", "dismissal", "watched_name"})
WIDEST, WIDE = 720, 1080
Maker = tuple[str, Callable[[], QWidget], int]
OWN = (
    "Nobody asks you for a profile in this role. Export your portfolio whenever someone should "
    "see what you do to keep learning."
)
SUMMARY_ADVICE = (
    "Your role, the work you do, whom you do it for and with. It shows why your learning is "
    "relevant."
)


class AuditedPage(TabbedPage):
    """A page of parts that all look at the same time that counts."""

    def __init__(self, desk: Desk, title: str) -> None:
        # The first part is made at once, and looks at these.
        self._desk = desk
        self._inside: dict[str, Any] = {}
        self.audited = Audited(None, desk.session)
        self._makers = self.makers()
        super().__init__(
            desk,
            title,
            [
                Part(code=code, word=word, make=partial(self._made_part, code))
                for code, (word, _, _) in self._makers.items()
            ],
        )
        self.audited.setParent(self)

    def makers(self) -> Mapping[str, Maker]:
        """Return, by the code of each tab, its word, what makes it and how wide that may be."""
        raise NotImplementedError

    def inside(self, code: str) -> Any:
        """Open a part and return what is in it."""
        self.open_part(code)
        return self._inside[code]

    def open_tab(self, code: str, record: Any = None) -> None:
        """Open a part, and a record in it where one is given."""
        part = self.inside(code)
        opening: Any = getattr(part, "open", None)
        if opening and record is not None:
            opening(record)

    def shown(self) -> None:
        """Look at the day anew: a page can stay open past midnight."""
        if self.audited.look_at_the_day():
            for part in self._inside.values():
                part.refresh()

    def flush(self) -> None:
        """Save what is being typed in any part."""
        for part in self._inside.values():
            part.flush()

    def _show(self, at: int) -> None:
        is_new = self.parts[at].code not in self._inside
        super()._show(at)
        if is_new:
            # Only now there is something before it for Tab to come from.
            set_reading_order(self._inside[self.parts[at].code])

    def _made_part(self, code: str) -> QWidget:
        _, make, widest = self._makers[code]
        self._inside[code] = make()
        return scrolled(self._desk, self._inside[code], widest=widest)


class AuditPage(AuditedPage):
    """The parts of a profile, for those whose regulator asks for one."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "Audit")

    def makers(self) -> Mapping[str, Maker]:
        """Return the five tabs."""
        desk, audited = self._desk, self.audited
        return {
            WHERE: ("Where I stand", partial(WhereIStand, desk, audited, self.open_tab), WIDEST),
            SUMMARY: ("Practice summary", partial(_summary, desk), WIDEST),
            STATEMENT: ("Statement", partial(StatementPart, desk, audited), WIDE),
            EVIDENCE: ("Evidence", partial(EvidencePart, desk, audited), WIDE),
            KEPT: ("Kept", partial(KeptPart, desk, audited, has_profile=True), WIDEST),
        }

    def show_record(self, record: Any) -> None:
        """Open the part that shows a record."""
        if kinds.of(record).name in IN_KEPT:
            self.open_tab(KEPT, record)
        else:
            self.open_tab(SUMMARY if isinstance(record, AuditProfile) else WHERE, record)


class CyclePage(AuditedPage):
    """The three years of those who have hours and themes in place of a profile."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "CPD cycle")

    def makers(self) -> Mapping[str, Maker]:
        """Return the three tabs."""
        desk, audited = self._desk, self.audited
        return {
            WHERE: ("Where I stand", partial(CycleNow, desk, audited), WIDEST),
            EVIDENCE: ("Evidence", partial(CycleEvidence, desk, audited), WIDEST),
            KEPT: ("Kept", partial(KeptPart, desk, audited, has_profile=False), WIDEST),
        }

    def show_record(self, record: Any) -> None:
        """Open what is kept; what was written for another regulator is not asked for."""
        self.open_tab(KEPT if kinds.of(record).name in IN_KEPT else WHERE, record)


class OwnPage(QWidget):
    """A sentence for those whose CPD nobody looks at but themselves."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(desk.theme.px(12))
        column.addWidget(PlainLabel("Your CPD is yours", Size.PAGE, wraps=True))
        column.addWidget(PlainLabel(OWN, Size.LONG, role="second", wraps=True))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(scrolled(desk, inside))

    def show_record(self, _record: Any) -> None:
        """Stay as it is: what was written for a regulator is kept, and not asked for."""


def audit_page(desk: Desk) -> QWidget:
    """Return the page; for those who are never audited, sentences that say what is asked."""
    regulator = desk.session.profession.regulator
    if regulator is Regulator.HCPC:
        return AuditPage(desk)
    return CyclePage(desk) if regulator is Regulator.GOSC else OwnPage(desk)


def entry_word(regulator: Regulator) -> str:
    """Return what the page is called in the sidebar; nothing where there is nothing to show."""
    return {Regulator.HCPC: "Audit", Regulator.GOSC: "CPD cycle"}.get(regulator, "")


def _summary(desk: Desk) -> Written:
    return Written(
        desk,
        name="practice_summary",
        label="Practice summary",
        most=SUMMARY_WORDS,
        advice=SUMMARY_ADVICE,
    )
