"""Confidence: statements at the left, the chosen one's curves and ratings at the right."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtWidgets import QPushButton

from ....domain.changes import Change
from ....domain.confidence import ConfidenceRating, RatedStatement, curves
from ....domain.listings import Listing
from ....domain.words import month
from ...buttons import button
from ...desk import Desk
from ...fields.choices import Check
from ...fields.texts import Text
from ...forms import Field
from ...labels import Size, font
from ...preceptorships import preceptorship_choice, under_way
from ...record_page import RecordPage, Shape
from ...rows import Row, State
from .overview import Overview
from .ratings import Ratings
from .starters import starters_menu


def confidence_page(desk: Desk) -> RecordPage:
    """Return the page of rated statements."""
    return ConfidencePage(desk)


class ConfidencePage(RecordPage):
    """The page, with a menu to start from and all curves at a press."""

    overview: Overview | None = None

    def __init__(self, desk: Desk) -> None:
        self.starters = button(
            desk, "Choose from starters", self._choose, icon="sample", look="quiet", name="starters"
        )
        self.all_curves = _switch(desk, "All curves")
        super().__init__(desk, shape(desk, (self.starters, self.all_curves)))
        self.all_curves.toggled.connect(self.show_all)

    def show_all(self, on: bool) -> None:
        """Show all curves in the place of the list and the record, or those again."""
        if self.overview is None:
            self.overview = Overview(self.desk, self.show_record)
            self.stack.addWidget(self.overview)
        if on:
            self.flush()
            self.overview.refresh()
        self.reload()

    def reload(self) -> None:
        """Read the list anew; all curves stay where they are shown."""
        super().reload()
        if self.overview is not None and self.all_curves.isChecked():
            self.stack.setCurrentWidget(self.overview)

    def show_record(self, record: Any) -> None:
        """Choose a statement, or the one that a rating belongs to, with the rating open."""
        self.all_curves.setChecked(False)
        statement = record
        if isinstance(record, ConfidenceRating):
            statement = self.desk.session.get(RatedStatement, record.rated)
        if statement is None:
            return
        super().show_record(statement)
        if isinstance(record, ConfidenceRating):
            self.under(Ratings).open(record)

    def choose(self, statement: RatedStatement) -> None:
        """Add a statement that was chosen to start from."""
        added = replace(statement, preceptorship=under_way(self.desk))
        if self.desk.session.add(added):
            self.show_record(added)

    def _choose(self) -> None:
        menu = starters_menu(self.desk, self, self.choose)
        menu.popup(self.starters.mapToGlobal(self.starters.rect().bottomLeft()))

    def _follow(self, change: Change) -> None:
        super()._follow(change)
        for edit in change.edits:
            if isinstance(edit.record, ConfidenceRating):
                statement = self.desk.session.get(RatedStatement, edit.record.rated)
                if statement is not None:
                    self.model.refresh(statement)


class StatementText(Text):
    """The sentence itself, as large as a title and as long as it needs to be."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, lines=1, placeholder="A sentence that begins with “I”")
        self.edit.setFont(font(Size.RECORD))
        self.edit.setProperty("look", "title")

    def set_names(self, label: str, help_words: str, name: str) -> None:
        """Name it, as no label stands beside it."""
        super().set_names(label or "Statement", help_words, name)


def shape(desk: Desk, beside: Sequence[QPushButton]) -> Shape:
    """Return what the page is about."""
    return Shape(
        title="Confidence",
        record=RatedStatement,
        order=(),
        fixed=Listing(record=RatedStatement, descending=False),
        is_by_month=False,
        row=partial(row, desk),
        fields=fields(),
        make=partial(new_statement, desk),
        add="Write a statement",
        icon="confidence",
        empty_title="How sure you feel will live here",
        empty_words=(
            "Choose from the starters above or write a sentence of your own, and rate it now and "
            "then. Each has a curve of its own: nothing is averaged, and there is no line to reach."
        ),
        searched="statements",
        folded="Preceptorship and privacy",
        below=(Ratings,),
        beside_filters=beside,
    )


def row(desk: Desk, statement: RatedStatement) -> Row:
    """Return what the list says of a statement: where each of its curves stands."""
    held = curves([statement], desk.session.all(ConfidenceRating, rated=statement.id))
    last = [curve.ratings[-1] for curve in held]
    parts = [f"{each.measure.label} {each.rating}" for each in last]
    dates = [each.on for each in last if each.on]
    if dates:
        parts.append(month(max(dates)))
    state = State(icon="private", word="Private") if statement.private else None
    if not held:
        state = State(icon="to-do", word="Not rated yet")
    return Row(
        when="",
        title=statement.words or "A statement without words yet",
        detail=" · ".join(parts),
        state=state,
    )


def fields() -> tuple[Field, ...]:
    """Return the form of a statement."""
    return (
        Field(name="words", label="", make=StatementText),
        Field(
            name="preceptorship",
            label="Preceptorship",
            make=preceptorship_choice,
            is_folded=True,
        ),
        Field(
            name="private",
            label="",
            make=partial(Check, words="Private: stays out of every export"),
            is_folded=True,
        ),
    )


def new_statement(desk: Desk) -> RatedStatement:
    """Return the statement that a press on the button begins."""
    return RatedStatement(preceptorship=under_way(desk))


def _switch(desk: Desk, words: str) -> QPushButton:
    made = QPushButton(words)
    made.setCheckable(True)
    made.setProperty("look", "quiet")
    made.setIcon(desk.icons.icon("confidence"))
    made.setFont(font(Size.MEDIUM))
    made.setAccessibleName(words)
    made.setObjectName("all-curves")
    return made
