"""What feedback is about, and what is tried because of it: themes, and cards under them."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from typing import TypeVar

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ....domain.changes import edited
from ....domain.feedback import Improvement, Theme, cards_of, closed, next_card
from ....domain.preceptorship import Preceptorship
from ....domain.problems import ProblemError
from ....domain.records import Record
from ...board import Board, Section
from ...desk import Desk
from ...editor import Editor
from ...printing import print_template
from .theme_forms import (
    card_entry,
    card_fields,
    cards_in_words,
    in_order,
    theme_entry,
    theme_fields,
)

R = TypeVar("R", bound=Record)


class ThemeBoard(QWidget):
    """The themes and cards of one preceptorship."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._preceptorship = Preceptorship()
        self.board = Board(
            desk,
            self._sections,
            {Theme: self._theme_editor, Improvement: self._card_editor},
            follows=frozenset({"theme", "improvement"}),
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.board)

    def show_preceptorship(self, preceptorship: Preceptorship) -> None:
        """Show what belongs to a preceptorship."""
        if preceptorship.id != self._preceptorship.id:
            self.board.put_away()
        self._preceptorship = preceptorship
        self.board.refresh()

    def close_theme(self) -> None:
        """Close the theme that is open, or say why it cannot be yet."""
        self.board.flush()
        theme = self._opened(Theme)
        if theme is None:
            return
        session = self._desk.session
        try:
            after = closed(theme, on=session.today())
        except ProblemError as problem:
            self.board.editor(Theme).form.controls["refusal"].set_value(str(problem))
            return
        if session.apply(edited(theme, after, words="Closed theme")):
            self._desk.say("Closed theme · Undo with Ctrl+Z")

    def open_again(self) -> None:
        """Take the day off a theme that was closed."""
        theme = self._opened(Theme)
        if theme is not None:
            after = replace(theme, closed_on=None)
            self._desk.session.apply(edited(theme, after, words="Opened theme again"))

    def add_card(self) -> None:
        """Add a card for the theme that is open, and open it."""
        theme = self._opened(Theme)
        if theme is not None:
            self.board.flush()
            self.board.add(partial(self._new_card, theme.id))

    def go_on(self) -> None:
        """Begin the card that goes on from the one that is open."""
        self.board.flush()
        card = self._opened(Improvement)
        if card is not None:
            self.board.add(partial(next_card, card, on=self._desk.session.today()))

    def print_card(self) -> None:
        """Print the card that is open."""
        self.board.flush()
        card = self._opened(Improvement)
        if card is not None:
            print_template(self._desk, "pdsa-card", card)

    def _opened(self, record: type[R]) -> R | None:
        opened = self.board.opened
        if not isinstance(opened, record):
            return None
        return self._desk.session.get(record, opened.id)

    def _theme_editor(self) -> Editor:
        fields = theme_fields(
            cards=self._cards_in_words,
            close=self.close_theme,
            reopen=self.open_again,
            add_card=self.add_card,
        )
        return Editor(self._desk, fields)

    def _card_editor(self) -> Editor:
        return Editor(
            self._desk,
            card_fields(themes=self._themes, go_on=self.go_on, print_card=self.print_card),
        )

    def _sections(self) -> Sequence[Section]:
        themes, cards = self._themes(), self._cards()
        return (
            Section(
                key="theme",
                heading="Themes",
                means="what feedback is about, until it is answered",
                entries=tuple(theme_entry(each, cards) for each in in_order(themes)),
                nothing="Nothing yet. When something is said more than once, or once and clearly, "
                "write it here: it stays open until you say what came of it.",
                add="Add a theme",
                make=self._new_theme,
            ),
            Section(
                key="improvement",
                heading="Plan, do, study, act",
                means="one small thing tried, and what it did",
                entries=tuple(card_entry(each, themes) for each in cards),
                nothing="Nothing tried yet. One problem, one measure, a few weeks.",
                add="Add a card",
                make=partial(self._new_card, None),
            ),
        )

    def _new_theme(self) -> Theme:
        return Theme(preceptorship=self._preceptorship.id, on=self._desk.session.today())

    def _new_card(self, theme: str | None) -> Improvement:
        today = self._desk.session.today()
        return Improvement(preceptorship=self._preceptorship.id, theme=theme, started_on=today)

    def _themes(self) -> list[Theme]:
        return self._desk.session.all(Theme, preceptorship=self._preceptorship.id)

    def _cards(self) -> list[Improvement]:
        held = self._desk.session.all(Improvement, preceptorship=self._preceptorship.id)
        return sorted(held, key=_when)

    def _cards_in_words(self, theme: Theme) -> str:
        return cards_in_words(cards_of(theme, self._cards()))


def _when(card: Improvement) -> date:
    return card.started_on or date.max
