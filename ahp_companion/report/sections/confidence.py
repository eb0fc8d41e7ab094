"""Confidence and competence, as their owner rated them: one small chart for each statement."""

from collections.abc import Sequence
from datetime import date

from reportlab.lib.units import mm
from reportlab.platypus import Flowable

from ...domain.confidence import (
    LEAST,
    LEAST_MEANS,
    MOST,
    MOST_MEANS,
    ConfidenceRating,
    Curve,
    Measure,
    RatedStatement,
    curves,
    movement,
)
from ...domain.preceptorship import Preceptorship
from ...domain.words import count, month, sentence
from .. import text
from ..charts.confidence import confidence_chart, confidence_in_words
from ..charts.style import PAPER
from ..flowables import Abreast, Mark, Picture, Placed, Prose, caption, lead, prose, record_heading
from ..parts import Part
from ..selection import Selection, known_statement
from ..styles import CELL, LABEL, STATEMENT, TEXT_HEIGHT

STATEMENT_WIDTH, CHART_LEFT = 34 * mm, 36 * mm
CHART_WIDTH, CHART_HEIGHT = 62 * mm, 29 * mm
WORDS_LEFT, WORDS_WIDTH = 102 * mm, 68 * mm
HIGHEST_ROW = TEXT_HEIGHT / 2
ROOM_FOR_CHART = CHART_HEIGHT + 50
TITLES = {Measure.CONFIDENCE: "Confidence", Measure.COMPETENCE: "Competence, as I judge it myself"}


def confidence(selection: Selection, held: Preceptorship | None, of: str) -> Part | None:
    """Return the part with all curves of one preceptorship, or of none; the two measures apart."""
    owner = held.id if held else None
    statements = [
        each for each in selection.portfolio.all(RatedStatement) if each.preceptorship == owner
    ]
    drawn = curves(statements, selection.portfolio.all(ConfidenceRating))
    if not drawn:
        return None
    flowables = lead(_lead(drawn))
    measures = [each for each in Measure if any(curve.measure is each for curve in drawn)]
    for measure in measures:
        of_measure = [each for each in drawn if each.measure is measure]
        if measures != [Measure.CONFIDENCE]:
            mark = Mark(key=f"rated.{owner}.{measure}", title=TITLES[measure], level=1)
            flowables += record_heading(TITLES[measure], "", mark, room=ROOM_FOR_CHART)
        flowables += _rows(selection, of_measure)
    flowables += caption("I gave these ratings myself; the words were written with them.")
    return Part(
        title="Confidence", says="What I rated, when, and what I said", flowables=flowables, of=of
    )


def statement_words(selection: Selection, rated: RatedStatement) -> str:
    """Return what is rated: the owner's own words, or else those of the framework's line."""
    known = known_statement(selection, rated.statement)
    return rated.words or (known[1].words if known else "")


def _lead(drawn: Sequence[Curve]) -> str:
    statements = len({each.statement.id for each in drawn})
    return (
        f"{sentence(count(statements, 'statement'))}, rated by me. Each line is one statement, "
        f"from {LEAST} ({LEAST_MEANS.replace(' ', text.BOUND)}) to {MOST} ({MOST_MEANS})."
    )


def _rows(selection: Selection, drawn: Sequence[Curve]) -> list[Flowable]:
    days = [each.on for curve in drawn for each in curve.ratings if each.on]
    rows: list[Flowable] = []
    for curve in drawn:
        row = _row(selection, curve, min(days), max(days), is_first=curve is drawn[0])
        rows += [row] if row.height < HIGHEST_ROW else _stacked(selection, curve, row)
    return rows


def _stacked(selection: Selection, curve: Curve, row: Abreast) -> list[Flowable]:
    """Return one below the other what is too long to stand abreast."""
    spoken = "\n\n".join(each.words for each in curve.ratings)
    chart = next(part.flowable for part in row.parts if isinstance(part.flowable, Picture))
    return [*prose(statement_words(selection, curve.statement)), chart, *prose(spoken)]


def _row(
    selection: Selection, curve: Curve, from_on: date, to_on: date, *, is_first: bool
) -> Abreast:
    chart = confidence_chart(
        curve, PAPER, width=CHART_WIDTH, height=CHART_HEIGHT, from_on=from_on, to_on=to_on
    )
    said = statement_words(selection, curve.statement)
    words = text.lines(said, STATEMENT, STATEMENT_WIDTH)
    statement = Prose(words, STATEMENT, left=0)
    moved = Prose(text.lines(sentence(movement(curve)), LABEL, STATEMENT_WIDTH), LABEL, left=0)
    parts = [
        Placed(0, 6, statement),
        Placed(0, 6 + statement.height + 3, moved),
        Placed(CHART_LEFT, 4, Picture(chart, confidence_in_words(curve, said))),
        *_said(curve),
    ]
    return Abreast(parts, line_from=0, thin=not is_first, foot=7)


def _said(curve: Curve) -> list[Placed]:
    """Return the first and the last words that came with a rating, each under its month."""
    spoken = [each for each in curve.ratings if each.words.strip() and each.on]
    parts, top = [], 6.0
    for each in spoken[:1] + spoken[1:][-1:]:
        when = Prose((month(each.on or date.min),), LABEL, left=0)
        quoted = Prose(text.lines(f"“{each.words.strip()}”", CELL, WORDS_WIDTH), CELL, left=0)
        parts += [Placed(WORDS_LEFT, top, when), Placed(WORDS_LEFT, top + 11, quoted)]
        top += 11 + quoted.height + 4
    return parts
