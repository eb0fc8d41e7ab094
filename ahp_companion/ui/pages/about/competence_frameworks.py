"""The frameworks that competences belong to: their edition, their source, and as at when."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ....domain.competences import Competence, CompetenceFramework
from ....domain.listings import Listing
from ....domain.words import count, day
from ...desk import Desk
from ...fields.choices import Check
from ...fields.moments import Day
from ...fields.texts import Line, Text
from ...following import Following
from ...forms import Field
from ...labels import PlainLabel
from ...record_page import Below, Shape
from ...rows import Row, State

FIELDS = (
    Field(
        name="name",
        label="",
        make=partial(Line, is_title=True, placeholder="Name of the framework"),
    ),
    Field(name="edition", label="Edition", make=Line),
    Field(name="as_at", label="As it stood on", make=Day, beside=True),
    Field(
        name="source",
        label="Where it comes from",
        help="Its owner and the page or document. Keep to what you are allowed to copy.",
        make=Line,
    ),
    Field(name="words", label="What it is for", make=Text),
    Field(
        name="is_superseded",
        label="",
        make=partial(Check, words="A newer edition has taken its place"),
    ),
)


class LinesBelow(Below):
    """How many competences a framework has here."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._framework: CompetenceFramework | None = None
        self._words = PlainLabel("", role="second", wraps=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._words)
        self._following = Following(self, desk.session, frozenset({"competence"}), self._show)

    def show_record(self, record: CompetenceFramework) -> None:
        """Show how many lines a framework has."""
        self._framework = record
        self._show()

    def showEvent(self, event: QShowEvent) -> None:
        """Show what changed while it was hidden."""
        super().showEvent(event)
        self._following.catch_up()

    def _show(self) -> None:
        if self._framework:
            self._words.setText(f"It has {_lines(self._desk, self._framework)} here.")


def framework_shape(desk: Desk, *, beside: Sequence[QWidget]) -> Shape:
    """Return what the list of frameworks is about."""
    return Shape(
        title="Frameworks",
        record=CompetenceFramework,
        order=("name",),
        fixed=Listing(record=CompetenceFramework, order=("name",), descending=False),
        row=partial(framework_row, desk),
        fields=FIELDS,
        make=CompetenceFramework,
        add="Add framework",
        icon="template",
        empty_title="The frameworks you work with will live here",
        empty_words=(
            "Your employer’s, your professional body’s, or a list of your own. Each keeps its "
            "edition and its source, so that a newer one does not take it away."
        ),
        below=(LinesBelow,),
        beside_filters=beside,
        is_by_month=False,
        is_part=True,
    )


def framework_row(desk: Desk, framework: CompetenceFramework) -> Row:
    """Return what the list says of a framework."""
    as_at = f"As at {day(framework.as_at)}" if framework.as_at else ""
    parts = (framework.edition, as_at, _lines(desk, framework))
    return Row(
        when="",
        title=framework.name or "Untitled framework",
        detail=" · ".join(part for part in parts if part),
        state=State(icon="time", word="Superseded") if framework.is_superseded else None,
    )


def _lines(desk: Desk, framework: CompetenceFramework) -> str:
    held = desk.session.count(Listing(record=Competence, equal={"framework": framework.id}))
    return count(held, "competence")
