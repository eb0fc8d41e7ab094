"""One sheet of a workbook on paper: empty, to be written on by hand, or as it was filled in."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from reportlab.platypus import Flowable

from ..domain.preceptorship import Side
from ..domain.words import as_at, count, day
from ..domain.workbooks import (
    AnswerKind,
    Line,
    Question,
    Section,
    Workbook,
    WorkbookAnswer,
    Worksheet,
    lines,
)
from . import text
from .document import Imprint, drawn
from .flowables import Mark, Prose, caption
from .styles import ANSWER, LABEL, SECTION, TEXT_WIDTH, TextStyle
from .tables import Column, Layout, Row, table
from .templates.hand import (
    OPTION,
    PITCH,
    QUESTION,
    Boxes,
    Label,
    Ruled,
    TickLine,
    fields_abreast,
    said,
)
from .whole_pdf import write_whole

UNMARKED = "Not marked by anybody"
HEADING = TextStyle(size=12.5, leading=16, face=QUESTION.face, before=14, after=4)
SMALL = TextStyle(size=LABEL.size, leading=LABEL.leading, colour=LABEL.colour, after=6)
LINES_OF_WORDS, LINES_BESIDE_A_STEP, EMPTY_ROWS = 3, 1, 4
ROW_BY_HAND = 3 * PITCH
ROOM_UNDER_HEADING = 165
SHEET_MM = 170


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """What is printed: a workbook with the answers of a sheet, or without a sheet."""

    workbook: Workbook
    worksheet: Worksheet | None
    answers: tuple[WorkbookAnswer, ...]
    side: Side
    objectives: Mapping[str, str] = field(default_factory=dict)

    @property
    def is_blank(self) -> bool:
        """Return whether it is to be written on by hand."""
        return self.worksheet is None


def pdf_of_worksheet(
    workbook: Workbook,
    worksheet: Worksheet | None = None,
    answers: Sequence[WorkbookAnswer] = (),
    *,
    on: date,
    side: Side = Side.PRECEPTEE,
    owner: str = "",
    preceptorship: str = "",
    objectives: Mapping[str, str] | None = None,
    staying: int = 0,
) -> tuple[bytes, int]:
    """Return the PDF of a sheet and its number of pages; without a sheet, the empty form.

    `objectives` gives an objective's title by its id; `staying` says how many answers were left
    out as private. The empty form names nobody: it is for whoever writes on it.
    """
    page = Page(
        workbook=workbook,
        worksheet=worksheet,
        answers=tuple(answers),
        side=worksheet.side if worksheet else side,
        objectives=objectives or {},
    )
    owner = owner if worksheet else ""
    story = [
        *_opening(page, owner, preceptorship),
        *(
            each
            for at, section in enumerate(workbook.sections)
            for each in _section(page, section, at)
        ),
        *_closing(page, staying),
    ]
    return drawn(story, _imprint(page, owner, on), has_cover=False)


def write_worksheet_pdf(
    out: Path,
    workbook: Workbook,
    worksheet: Worksheet | None = None,
    answers: Sequence[WorkbookAnswer] = (),
    *,
    on: date,
    side: Side = Side.PRECEPTEE,
    owner: str = "",
    preceptorship: str = "",
    objectives: Mapping[str, str] | None = None,
    staying: int = 0,
) -> int:
    """Write the PDF of a sheet, whole or not at all, and return its number of pages."""
    content, pages = pdf_of_worksheet(
        workbook,
        worksheet,
        answers,
        on=on,
        side=side,
        owner=owner,
        preceptorship=preceptorship,
        objectives=objectives,
        staying=staying,
    )
    write_whole(out, content)
    return pages


def _opening(page: Page, owner: str, preceptorship: str) -> Iterator[Flowable]:
    sheet = page.worksheet
    title = (sheet.title if sheet else "") or page.workbook.name
    cut = text.lines(title, SECTION, TEXT_WIDTH) or ("A workbook",)
    style = replace(SECTION, before=0)
    yield Prose(cut, style, left=0, mark=Mark(key="sheet", title=title, level=0), room=100)
    yield from said(page.workbook.about)
    if sheet is None:
        yield from fields_abreast([("Name", "", 6), ("Date", "", 3), ("With", "", 3)])
        return
    given = f"in the words of {sheet.given_by}" if sheet.given_by else ""
    parts = [owner, day(sheet.on), preceptorship, sheet.about, given]
    yield from said(f"{text.BOUND}· ".join(each for each in parts if each), SMALL)


def _section(page: Page, section: Section, at: int) -> Iterator[Flowable]:
    cut = text.lines(section.heading, HEADING, TEXT_WIDTH)
    mark = Mark(key=f"section.{at}", title=section.heading, level=1)
    yield Prose(cut, HEADING, left=0, mark=mark, room=ROOM_UNDER_HEADING)
    yield from said(section.about, SMALL)
    done: set[str] = set()
    held = lines(section, page.answers)
    for question in section.questions:
        own = [each for each in held if each.question is question] or [Line(question=question)]
        if question.answer is AnswerKind.PARTS:
            yield from _parts(page, section, question, own)
        elif question.code not in done:
            yield from _question(page, own[0])
        done.add(question.code)


def _question(page: Page, line: Line) -> Iterator[Flowable]:
    question, answer = line.question, line.answer
    words = f"{question.code}  {question.said_to(page.side)}"
    own = answer.words if answer else ""
    hints = " · ".join(question.prompts) if page.is_blank else ""
    if question.answer is AnswerKind.STEP:
        chosen = answer.step if answer else ""
        boxes = Boxes([(each.words, each.code == chosen) for each in page.workbook.steps])
        yield Label(words, hints, room=boxes.height)
        yield boxes
        yield from _own_words(page, own, LINES_BESIDE_A_STEP)
    elif question.answer is AnswerKind.TICK:
        ticked = answer is not None and answer.done_on is not None
        done = f"Done on {day(answer.done_on)}" if answer and ticked else hints
        yield TickLine(words, is_ticked=ticked, said=done)
        yield from _own_words(page, own, 0)
    else:
        yield Label(words, hints, room=2 * PITCH if page.is_blank else 30)
        yield from _own_words(page, own, LINES_OF_WORDS)
    yield from _after(page, answer)


def _own_words(page: Page, words: str, rows: int) -> Iterator[Flowable]:
    if page.is_blank:
        if rows:
            yield Ruled(rows)
    else:
        yield from said(words, ANSWER)


def _parts(
    page: Page, section: Section, question: Question, own: Sequence[Line]
) -> Iterator[Flowable]:
    wide = SHEET_MM / len(question.columns)
    columns = tuple(Column(each.words, wide) for each in question.columns)
    rows = [
        Row(tuple(each.answer.parts.get(column.key, "") for column in question.columns))
        for each in own
        if each.answer
    ]
    empty = Row(("",) * len(columns))
    layout = Layout(
        columns=columns, by_hand=page.is_blank, least=ROW_BY_HAND if page.is_blank else 0
    )
    made = table(layout, rows or [empty] * (EMPTY_ROWS if section.is_open else 1))
    hints = " · ".join(question.prompts) if page.is_blank else ""
    yield Label(question.said_to(page.side), hints, room=min(made[-1].room, 200))
    yield from made
    for each in own:
        yield from _after(page, each.answer)


def _after(page: Page, answer: WorkbookAnswer | None) -> list[Flowable]:
    if answer is None:
        return []
    objective = page.objectives.get(answer.objective or "", "")
    parts = [
        f"{answer.owner} sees to it" if answer.owner else "",
        f"again on {day(answer.review_on)}" if answer.review_on else "",
        f"objective: {objective}" if objective else "",
        "private" if answer.private else "",
    ]
    return said(" · ".join(each for each in parts if each), SMALL)


def _closing(page: Page, staying: int) -> Iterator[Flowable]:
    sheet = page.worksheet
    words = sheet.words if sheet else ""
    if page.is_blank or words.strip():
        yield Label("What I take from it", room=2 * PITCH)
        yield from _own_words(page, words, LINES_OF_WORDS)
    chosen = list(_chosen(page))
    if chosen:
        yield Label("What could come next", room=len(chosen) * OPTION.leading)
        yield from said("\n".join(chosen), ANSWER)
    left = f"{count(staying, 'private answer')} left out. " if staying else ""
    source = f"{page.workbook.source}. " if page.workbook.source else ""
    source += f"{as_at(page.workbook.as_at)}. " if page.workbook.as_at else ""
    yield from caption(f"{left}{source}Not official wording. {UNMARKED}; none of it is a must.")


def _chosen(page: Page) -> Iterator[str]:
    held = {each.id: each for each in page.answers}
    for each in page.worksheet.next_three if page.worksheet else ():
        question = page.workbook.question(held[each].question) if each in held else None
        if question:
            yield f"· {question.said_to(page.side)}"


def _imprint(page: Page, owner: str, on: date) -> Imprint:
    title = (page.worksheet.title if page.worksheet else "") or page.workbook.name
    return Imprint(
        title=title,
        author=owner,
        subject="Workbook",
        header=owner or "Workbook",
        footer=f"{UNMARKED} · Printed {day(on)}",
        on=on,
    )
