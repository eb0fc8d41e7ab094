"""The tab of feedback, used as a person uses it: what is said there changes something."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader
from PySide6.QtWidgets import QFileDialog, QLineEdit, QPushButton, QTextEdit

from ahp_companion.domain.feedback import Decision, Improvement, Theme
from ahp_companion.domain.meetings import Meeting
from ahp_companion.domain.practitioner import Practitioner
from ahp_companion.domain.preceptorship import Preceptorship, Side
from ahp_companion.domain.workbooks import Worksheet
from ahp_companion.ui.desk import Desk
from ahp_companion.ui.entry_row import EntryRow
from ahp_companion.ui.labels import PlainLabel
from ahp_companion.ui.pages.preceptorship.feedback import FeedbackPart, feedback_part
from ahp_companion.ui.remark import Remark
from tests.ui.desks import Heard, Opened, inside, kept, leave, press, turn, write

OWNER = Practitioner(name="Rhiannon Ŵyn", profession="PH")
YEAR = Preceptorship(started_on=date(2025, 3, 1), length_months=24)
RELEVANCE = Theme(preceptorship=YEAR.id, words="Relevance", on=date(2026, 3, 1))
CARD = Improvement(
    preceptorship=YEAR.id,
    theme=RELEVANCE.id,
    title="Own sessions",
    measure="Sessions held",
    value_before="0",
    value_after="3",
    what_next="Every six weeks",
)
FORMAT = Path(__file__).parents[2] / "docs" / "workbook-format.md"
Show = Callable[..., Any]


@pytest.fixture
def shown(open_desk: Opened, show: Show) -> Callable[..., FeedbackPart]:
    """Return what shows the tab over some records."""

    def opened(*records: Any) -> FeedbackPart:
        desk = open_desk(OWNER, YEAR, *records)
        part = feedback_part(desk)
        show(part, 900, 1400)
        part.show_preceptorship(YEAR)
        turn()
        return part

    return opened


def words_in(part: Any) -> str:
    """Return every word that can be seen in a part."""
    labels = [each.text() for each in part.findChildren(PlainLabel) if each.isVisible()]
    return "\n".join(labels)


def editing(part: FeedbackPart, record: type) -> Any:
    """Return the form for records of a type."""
    return part.themes.board.editor(record).form


def test_a_theme_is_not_closed_before_it_says_what_came_and_then_shows_it(
    shown: Callable[..., FeedbackPart],
) -> None:
    part = shown()
    press(part, "add-theme")
    form = editing(part, Theme)
    write(inside(form, QLineEdit, "words"), "Relevance")
    leave(form.controls["words"].edit)
    answered, closing = (inside(part, QPushButton, each) for each in ("close_theme", "close"))
    assert (answered.text(), closing.text()) == ("This theme is answered", "Close")
    press(part, "close_theme")
    refusal = form.controls["refusal"]
    assert isinstance(refusal, Remark)
    assert refusal.isVisible()
    assert "does not say yet what came of it" in refusal.value()
    write(inside(form, QTextEdit, "what_changed"), "A session of our own each month")
    press(part, "close_theme")
    turn()
    assert not refusal.isVisible()
    press(part, "close")
    assert "What changed: A session of our own each month" in words_in(part.themes)
    (theme,) = kept(part._desk.session, Theme)
    assert (theme.words, theme.closed_on) == ("Relevance", date(2026, 3, 12))
    assert theme.preceptorship == YEAR.id


def test_a_theme_whose_words_are_taken_out_is_open_again(
    shown: Callable[..., FeedbackPart],
) -> None:
    part = shown(replace(RELEVANCE, no_change_because="nobody is free", closed_on=YEAR.started_on))
    part.open(RELEVANCE)
    form = editing(part, Theme)
    write(inside(form, QTextEdit, "no_change_because"), " ")
    part.flush()
    (theme,) = kept(part._desk.session, Theme)
    assert theme.closed_on is None


def test_closing_a_theme_can_be_undone(shown: Callable[..., FeedbackPart]) -> None:
    part = shown(replace(RELEVANCE, what_changed="A session"))
    session = part._desk.session
    part.open(RELEVANCE)
    press(part, "close_theme")
    assert session.undo_words == "Closed theme"
    session.undo()
    turn()
    found = session.get(Theme, RELEVANCE.id)
    assert found is not None
    assert found.closed_on is None


def test_a_theme_shows_its_cards_with_before_and_after(
    shown: Callable[..., FeedbackPart],
) -> None:
    part = shown(RELEVANCE, CARD)
    row = part.themes.board.rows[RELEVANCE.id]
    assert "Sessions held: before 0, after 3" in row.accessibleName()
    assert "1 card" in row.accessibleName()
    part.open(RELEVANCE)
    assert "Own sessions" in editing(part, Theme).controls["cards"].value()


def test_something_tried_for_a_theme_is_a_card_of_it(shown: Callable[..., FeedbackPart]) -> None:
    part = shown(RELEVANCE)
    part.open(RELEVANCE)
    press(part, "add_card")
    write(inside(editing(part, Improvement), QLineEdit, "title"), "Own sessions")
    part.flush()
    (card,) = kept(part._desk.session, Improvement)
    assert (card.theme, card.title, card.preceptorship) == (
        RELEVANCE.id,
        "Own sessions",
        YEAR.id,
    )


def test_adapt_offers_the_next_card_and_no_other_decision_does(
    shown: Callable[..., FeedbackPart],
) -> None:
    adapted = replace(CARD, decision=Decision.ADAPT)
    part = shown(RELEVANCE, adapted, Improvement(preceptorship=YEAR.id, decision=Decision.STOP))
    stopped = next(
        each for each in part._desk.session.all(Improvement) if each.decision is Decision.STOP
    )
    part.open(stopped)
    assert not editing(part, Improvement).controls["go_on"].isVisible()
    part.open(adapted)
    press(part, "go_on")
    part.flush()
    cards = kept(part._desk.session, Improvement)
    (following,) = [each for each in cards if each.plan == "Every six weeks"]
    assert (following.value_before, following.theme) == ("3", RELEVANCE.id)
    assert len(cards) == 3


@pytest.mark.parametrize("code", ["feedback-preceptee", "feedback-preceptor", "feedback-leaving"])
def test_a_form_begins_private_and_is_listed(
    shown: Callable[..., FeedbackPart], heard: Heard, code: str
) -> None:
    part = shown()
    press(part, code)
    turn()
    (sheet,) = heard.gone_to
    assert (sheet.workbook, sheet.preceptorship) == (code, YEAR.id)
    (row,) = [each for each in part.forms.findChildren(EntryRow) if each.isVisible()]
    assert "Private" in row.accessibleName()
    row.click()
    assert heard.gone_to[-1] == sheet


def test_an_own_form_for_feedback_is_listed_and_counts_in_the_round(
    shown: Callable[..., FeedbackPart], tmp_path: Path
) -> None:
    part = shown()
    example = FORMAT.read_text(encoding="utf-8").split("```toml\n")[1].split("```")[0]
    path = tmp_path / "mine.toml"
    path.write_text(example.replace('"conversation"', '"feedback"'), encoding="utf-8")
    own = part._desk.session.keep_workbook(path)
    assert "Open: a feedback form" in words_in(part.stages)
    part._desk.session.add(Worksheet(workbook=own.code, preceptorship=YEAR.id, title="Ours"))
    turn()
    assert [row.entry.title for row in part.forms.rows] == ["Ours"]
    assert "1 feedback form" in words_in(part.stages)


def test_the_round_follows_what_changes(shown: Callable[..., FeedbackPart], desk: Desk) -> None:
    part = shown()
    assert "A first meeting" not in words_in(part.stages)
    assert "Open: a first meeting and a first reflection" in words_in(part.stages)
    part._desk.session.add(Meeting(preceptorship=YEAR.id, held_on=date(2025, 4, 1)))
    turn()
    assert "1 meeting held" in words_in(part.stages)


def test_the_yearly_review_shows_the_year_that_is_chosen(
    shown: Callable[..., FeedbackPart],
) -> None:
    part = shown(
        Meeting(preceptorship=YEAR.id, held_on=date(2025, 4, 1)),
        Meeting(preceptorship=YEAR.id, held_on=date(2025, 5, 1)),
        Meeting(preceptorship=YEAR.id, held_on=date(2026, 3, 2)),
    )
    assert part.review.choice.count() == 2
    assert "Preceptorship: 1" in words_in(part.review)
    part.review.choice.setCurrentIndex(1)
    part.review.choice.activated.emit(1)
    turn()
    assert "Preceptorship: 2" in words_in(part.review)


def test_the_year_that_is_shown_is_the_one_that_is_printed(
    shown: Callable[..., FeedbackPart], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    part = shown(Meeting(preceptorship=YEAR.id, held_on=date(2025, 4, 1)))
    out = tmp_path / "year.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(out), ""))
    part.review.choice.setCurrentIndex(1)
    part.review.choice.activated.emit(1)
    press(part, "print-yearly-review")
    (sheet,) = PdfReader(out).pages
    words = " ".join(sheet.extract_text().split())
    assert "1 March 2025 to 28 February 2026" in words
    assert "Preceptorship: 1" in words


def test_what_the_time_bought_is_written_on_a_sheet(
    shown: Callable[..., FeedbackPart], heard: Heard
) -> None:
    part = shown()
    press(part, "time-bought")
    (sheet,) = heard.gone_to
    assert isinstance(sheet, Worksheet)
    assert sheet.workbook == "yearly-review"


@pytest.mark.parametrize(
    ("side", "whose"), [(Side.PRECEPTEE, "preceptee"), (Side.PRECEPTOR, "preceptor")]
)
def test_the_form_to_print_says_whose_it_is(open_desk: Opened, side: Side, whose: str) -> None:
    held = replace(YEAR, side=side)
    part = feedback_part(open_desk(OWNER, held))
    part.show_preceptorship(held)
    assert part.blank_button.text() == f"Print the {whose}’s form"
    assert part.blank_button.accessibleName() == part.blank_button.text()
