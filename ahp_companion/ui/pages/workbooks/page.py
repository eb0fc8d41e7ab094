"""Workbooks: what was worked through, each as a sheet of its day, answered in place."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import partial
from operator import attrgetter
from typing import Any

from ....domain.changes import Change
from ....domain.preceptorship import Preceptorship, Side, name
from ....domain.words import day_and_month
from ....domain.workbooks import Group, WorkbookAnswer, Worksheet
from ....domain.worksheets import how_far
from ...desk import Desk
from ...dialogs.workbook import choose_workbook
from ...fields.choices import Choice, of_words
from ...fields.moments import Day
from ...fields.privacy import Privacy
from ...fields.texts import Line
from ...filters import Filter, Narrowing, among, condition, equal, everything
from ...forms import Field
from ...preceptorships import preceptorship_choice
from ...reading_order import in_reading_order
from ...record_page import RecordPage, Shape
from ...rows import Row, State
from ...worksheets import answers_of, names_of_preceptorships, new_sheet, workbook_of
from .ahead import Ahead
from .closing import Closing
from .intro import Intro
from .sheet import Sheet


class HowFar:
    """How far each sheet is, read once until one of its answers changes."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._held: dict[str, str] = {}
        desk.session.changed.connect(self._forget)

    def __call__(self, sheet: Worksheet) -> str:
        """Return how far a sheet is, in words."""
        if sheet.id not in self._held:
            workbook = workbook_of(self._desk, sheet)
            self._held[sheet.id] = how_far(workbook, answers_of(self._desk, sheet))
        return self._held[sheet.id]

    def _forget(self, change: Change) -> None:
        for sheet in sheets_touched(change):
            self._held.pop(sheet, None)


class WorkbooksPage(RecordPage):
    """The list of sheets; a new one is begun by choosing its workbook."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, shape(desk))
        self.under(Sheet).made.connect(self._put_last)
        desk.session.changed.connect(self._follow_answers)
        self._put_last()

    def add(self) -> None:
        """Choose a workbook and begin it today."""
        self.flush()
        chosen = choose_workbook(self, self.desk)
        sheet = new_sheet(self.desk, chosen[0], preceptorship=chosen[1]) if chosen else None
        if sheet is not None:
            self.show_record(sheet)

    def delete(self) -> None:
        """Delete the sheet with its answers; what is being typed is kept first, for undo."""
        self.flush()
        super().delete()

    def show_record(self, record: Any) -> None:
        """Choose a sheet, or the sheet of an answer with that answer in view."""
        if not isinstance(record, WorkbookAnswer):
            super().show_record(record)
            return
        sheet = self.desk.session.get(Worksheet, record.worksheet)
        if sheet is not None:
            super().show_record(sheet)
            self.under(Sheet).show_answer(record.id)

    def _put_last(self) -> None:
        """Let Tab come to what stands under the questions after them, though it was made before."""
        sheet, held = self.under(Sheet), list(in_reading_order(self.right.holder))
        own = [at for at, each in enumerate(held) if sheet.isAncestorOf(each)]
        for at in range(own[-1] if own else len(held), len(held) - 1):
            self.setTabOrder(held[at], held[at + 1])

    def _follow_answers(self, change: Change) -> None:
        for each in sheets_touched(change):
            sheet = self.desk.session.get(Worksheet, each)
            if sheet is not None:
                self.model.refresh(sheet)


def workbooks_page(desk: Desk) -> WorkbooksPage:
    """Return the page of all workbooks."""
    return WorkbooksPage(desk)


def shape(desk: Desk) -> Shape:
    """Return what the page is about."""
    return Shape(
        title="Workbooks",
        record=Worksheet,
        order=("on",),
        row=partial(row, desk, HowFar(desk)),
        fields=fields(desk),
        make=Worksheet,
        add="New workbook",
        icon="workbooks",
        empty_title="What you work through will live here",
        empty_words=(
            "Checklists, conversations, check-ins and self-study, with your own words beside "
            "each line. Take one up when it helps; nobody marks it, and none of it is a must."
        ),
        filters=filters(desk),
        folded="What it is about, and in whose words",
        below=(Sheet, Ahead, Closing),
    )


def row(desk: Desk, far: Callable[[Worksheet], str], sheet: Worksheet) -> Row:
    """Return what the list says of a sheet."""
    held = desk.session.get(Preceptorship, sheet.preceptorship)
    said = (
        f"from {sheet.given_by}" if sheet.given_by else "",
        sheet.about,
        name(held) if held else "",
    )
    stands = far(sheet)
    return Row(
        when=day_and_month(sheet.on),
        title=sheet.title or "Untitled sheet",
        detail=" · ".join(part for part in said if part),
        state=State(icon="private", word=f"Private · {stands}")
        if sheet.private
        else State(icon="workbooks", word=stands),
    )


def fields(desk: Desk) -> tuple[Field, ...]:
    """Return the form of a sheet: what it is, when, for whom, and whether it stays private."""
    is_feedback = partial(_is_of, desk, frozenset({Group.FEEDBACK}))
    return (
        Field(name="title", label="", make=partial(Line, is_title=True, placeholder="What is it?")),
        Field(name="workbook", label="", make=Intro, read=attrgetter("workbook"), write=_as_it_is),
        Field(name="on", label="Date", make=Day),
        Field(name="preceptorship", label="Preceptorship", make=preceptorship_choice, beside=True),
        Field(
            name="given_by",
            label="Whose words these are",
            help="Initials, or what they are to you.",
            make=Line,
            shown=is_feedback,
        ),
        Field(name="private", label="", make=Privacy),
        Field(name="about", label="What or whom it is about", make=Line, is_folded=True),
        Field(
            name="side",
            label="In whose words it is put",
            make=partial(Choice, options=of_words(Side)),
            is_folded=True,
        ),
    )


def filters(desk: Desk) -> tuple[Filter, ...]:
    """Return the filters over the sheets."""
    return (
        Filter(name="groups", label="What they are for", choices=partial(_groups, desk)),
        Filter(
            name="preceptorships", label="Preceptorships", choices=partial(_preceptorships, desk)
        ),
        Filter(
            name="private",
            label="Private",
            choices=(Narrowing(words="", narrow=condition("private")),),
        ),
    )


def sheets_touched(change: Change) -> Iterable[str]:
    """Return the ids of the sheets whose answers a change touches, each once."""
    answers = (each.record for each in change.edits)
    found = (each.worksheet for each in answers if isinstance(each, WorkbookAnswer))
    return dict.fromkeys(each for each in found if each)


def _groups(desk: Desk) -> Sequence[Narrowing]:
    held = desk.session.catalogue.workbooks.values()
    found = [everything("All workbooks")]
    for group in Group:
        codes = tuple(each.code for each in held if each.group is group)
        if codes:
            found.append(Narrowing(words=group.label, narrow=among("workbook", codes)))
    return found


def _preceptorships(desk: Desk) -> Sequence[Narrowing]:
    own = [
        Narrowing(words=words, narrow=equal("preceptorship", each))
        for each, words in names_of_preceptorships(desk)
    ]
    without = Narrowing(words="Without a preceptorship", narrow=equal("preceptorship", None))
    return [everything("Any preceptorship"), *own, without]


def _is_of(desk: Desk, groups: frozenset[Group], sheet: Worksheet) -> bool:
    workbook = desk.session.catalogue.workbooks.get(sheet.workbook)
    return bool(sheet.given_by) or (workbook is not None and workbook.group in groups)


def _as_it_is(sheet: Worksheet, _code: str) -> Worksheet:
    return replace(sheet)
