"""One sheet of a workbook on paper: empty, to be written on by hand, or as it was filled in."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from operator import itemgetter
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
from .choices import Choices
from .document import Imprint, drawn
from .flowables import Mark, Prose, caption, room_to_begin
from .styles import (
    ANSWER,
    LABEL,
    PAGE_HEIGHT,
    SECTION,
    TEXT_HEIGHT,
    TEXT_WIDTH,
    TOP,
    TextStyle,
)
from .tables import Column, Layout, Row, table
from .templates.hand import (
    OPTION,
    PITCH,
    QUESTION,
    Label,
    Ruled,
    TickLine,
    fields_abreast,
    said,
    tightened,
)
from .whole_pdf import write_whole

UNMARKED = "Not marked by anybody"
HEADING = TextStyle(size=12.5, leading=16, face=QUESTION.face, before=14, after=4)
SMALL = TextStyle(size=LABEL.size, leading=LABEL.leading, colour=LABEL.colour, after=6)
LINES_BESIDE_A_STEP = 1
LESS_BEFORE_HEADING = 7
MOST_SIDES, MOST_SIDES_OF_FEEDBACK, HARDLY_BEGUN = 4, 2, 0.35
ROW_BY_HAND = 3 * PITCH
MOST_ROOM = 0.8 * TEXT_HEIGHT
SHEET_MM = 170


@dataclass(frozen=True, slots=True)
class Air:
    """How much room there is: lines to write on under a question, and whether parts are close."""

    rows: int
    empty_rows: int
    is_tight: bool


LOOSE = Air(3, 4, is_tight=False)
# Less air before fewer lines: room to write in is what the sheet is for.
AIRS = (LOOSE, Air(3, 4, is_tight=True), Air(3, 3, is_tight=True), Air(2, 3, is_tight=True))


class End(Flowable):  # type: ignore[misc]  # ReportLab carries no types
    """The end of a sheet, which knows how far down its last page it is."""

    def __init__(self) -> None:
        super().__init__()
        self.width = self.height = 0.0
        self.used = 0.0

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """Return no size."""
        return 0, 0

    def draw(self) -> None:
        """Keep what part of the page is used."""
        foot = self.canv.absolutePosition(0, 0)[1]
        self.used = (PAGE_HEIGHT - TOP - foot) / TEXT_HEIGHT


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """What is printed: a workbook with the answers of a sheet, or without a sheet."""

    workbook: Workbook
    worksheet: Worksheet | None
    answers: tuple[WorkbookAnswer, ...]
    side: Side
    objectives: Mapping[str, str] = field(default_factory=dict)
    staying: int = 0
    air: Air = LOOSE

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
        staying=staying,
    )
    return _fitted(page, owner if worksheet else "", preceptorship, on)


def _fitted(page: Page, owner: str, preceptorship: str, on: date) -> tuple[bytes, int]:
    """Return the sheet with as much air as it can have without a page hardly begun.

    Where none of it helps, it is the one with the fewest pages.
    """
    most = MOST_SIDES_OF_FEEDBACK if page.workbook.code.startswith("feedback-") else MOST_SIDES
    made: list[tuple[bytes, int]] = []
    for air in AIRS:
        end = End()
        story = [*_story(replace(page, air=air), owner, preceptorship), end]
        made.append(drawn(story, _imprint(page, owner, on), has_cover=False))
        pages = made[-1][1]
        if pages == 1 or (pages <= most and end.used > HARDLY_BEGUN):
            return made[-1]
    return min(made, key=itemgetter(1))


def _story(page: Page, owner: str, preceptorship: str) -> list[Flowable]:
    story = [*_opening(page, owner, preceptorship)]
    for at, section in enumerate(page.workbook.sections):
        story += _section(page, section, at)
    story += _closing(page)
    if page.air.is_tight:
        for each in tightened(story[1:]):
            each.spaceBefore = min(each.getSpaceBefore(), LESS_BEFORE_HEADING)
    return story


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
    if page.staying:
        stay = "stays" if page.staying == 1 else "stay"
        yield from said(f"{count(page.staying, 'private answer')} {stay} with the owner.", SMALL)


def _section(page: Page, section: Section, at: int) -> list[Flowable]:
    """Return a section, its heading with room for the first of what it asks."""
    asked = [*said(section.about, SMALL), *_asked(page, section)]
    cut = text.lines(section.heading, HEADING, TEXT_WIDTH)
    mark = Mark(key=f"section.{at}", title=section.heading, level=1)
    room = min(len(cut) * HEADING.leading + HEADING.after + room_to_begin(asked), MOST_ROOM)
    return [Prose(cut, HEADING, left=0, mark=mark, room=room), *asked]


def _asked(page: Page, section: Section) -> Iterator[Flowable]:
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
        boxes = Choices([(each.words, each.code == chosen) for each in page.workbook.steps])
        below = LINES_BESIDE_A_STEP * PITCH + boxes.spaceAfter if page.is_blank else 0
        yield Label(words, hints, room=boxes.height + below)
        yield boxes
        yield from _own_words(page, own, LINES_BESIDE_A_STEP)
    elif question.answer is AnswerKind.TICK:
        ticked = answer is not None and answer.done_on is not None
        done = f"Done on {day(answer.done_on)}" if answer and ticked else hints
        yield TickLine(words, is_ticked=ticked, said=done)
        yield from _own_words(page, own, 0)
    else:
        yield Label(words, hints, room=page.air.rows * PITCH if page.is_blank else 30)
        yield from _own_words(page, own, page.air.rows)
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
    made = table(layout, rows or [empty] * (page.air.empty_rows if section.is_open else 1))
    hints = " · ".join(question.prompts) if page.is_blank else ""
    yield Label(question.said_to(page.side), hints, room=min(made[-1].room, MOST_ROOM / 2))
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


def _closing(page: Page) -> Iterator[Flowable]:
    sheet = page.worksheet
    words = sheet.words if sheet else ""
    if page.is_blank or words.strip():
        yield Label("What I take from it", room=page.air.rows * PITCH)
        yield from _own_words(page, words, page.air.rows)
    chosen = list(_chosen(page))
    if chosen:
        yield Label("What could come next", room=len(chosen) * OPTION.leading)
        yield from said("\n".join(chosen), ANSWER)
    source = f"{page.workbook.source}. " if page.workbook.source else ""
    source += f"{as_at(page.workbook.as_at)}. " if page.workbook.as_at else ""
    yield from caption(f"{source}Not official wording. {UNMARKED}; none of it is a must.")


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
