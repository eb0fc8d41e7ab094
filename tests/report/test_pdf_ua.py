"""Every PDF keeps to PDF/UA-1, and whoever checks that notices one that does not."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import cache
from io import BytesIO
from typing import Any

import pytest
from pypdf import PdfWriter
from pypdf.generic import DecodedStreamObject, NameObject

from ahp_companion import assets
from ahp_companion.domain.cpd import CpdActivity
from ahp_companion.domain.frameworks import Catalogue
from ahp_companion.domain.portfolio import Choice, Portfolio
from ahp_companion.domain.practitioner import Practitioner
from ahp_companion.domain.preceptorship import Preceptorship
from ahp_companion.domain.reflections import Reflection
from ahp_companion.domain.workbooks import AnswerKind, Workbook, WorkbookAnswer, Worksheet
from ahp_companion.exchange.samples import read_sample, sample_names
from ahp_companion.report.charts.style import PAPER
from ahp_companion.report.document import Imprint, drawn
from ahp_companion.report.flowables import Picture
from ahp_companion.report.portfolio_pdf import pdf_bytes
from ahp_companion.report.templates import template_pdf
from ahp_companion.report.worksheet_pdf import pdf_of_worksheet
from ahp_companion.store.catalogue import read_catalogue

from . import people
from .every_kind import every_kind
from .reading import ON, printed_hang
from .spoken import beneath
from .test_charts import charts
from .test_hostile_words import PAYLOADS
from .validating import problems_of

RESOURCES = assets.resource("samples").parent
SAMPLES = sample_names(RESOURCES / "samples")
NASTY = (
    *PAYLOADS,
    "",
    "a\x00b\x07c\x1b[31m \u202edesrever\u202c\u200b \ufffe\uffff 中 😀 end",
    "half a sign \ud800",
    "- one\n- two\n\n1. three\n2) four\n•",
    "word " * 2_000,
)
Spoil = Callable[[PdfWriter], None]


@cache
def catalogue() -> Catalogue:
    """Return everything the app knows."""
    return read_catalogue(RESOURCES)


@cache
def sample(name: str) -> tuple[Portfolio, date]:
    """Return a fictional portfolio and the day it is written for."""
    read = read_sample(RESOURCES / "samples", name)
    return people.portfolio_of(*read.records), read.today


def wanting(made: dict[str, bytes]) -> dict[str, list[str]]:
    """Return what each of several PDFs breaks, without those that break nothing."""
    assert made
    found = {name: problems_of(pdf) for name, pdf in made.items()}
    return {name: problems for name, problems in found.items() if problems}


def test_the_fullest_portfolio_breaks_no_rule() -> None:
    assert problems_of(printed_hang().content) == []


@pytest.mark.parametrize("private", [False, True])
@pytest.mark.parametrize("name", SAMPLES)
def test_the_portfolio_of_a_sample_breaks_no_rule(name: str, private: bool) -> None:
    portfolio, today = sample(name)
    choice = Choice(include_private=private)
    assert problems_of(pdf_bytes(portfolio, catalogue(), choice, on=today)[0]) == []


@pytest.mark.parametrize("name", SAMPLES)
def test_a_filled_form_breaks_no_rule(name: str) -> None:
    assert wanting(forms(*sample(name), filled=True)) == {}


def test_a_blank_form_breaks_no_rule() -> None:
    made = forms(*sample(SAMPLES[0]), filled=False)
    assert len(made) == 31
    assert wanting(made) == {}


def forms(portfolio: Portfolio, on: date, *, filled: bool) -> dict[str, bytes]:
    """Return every form, by its code."""
    return {
        code: template_pdf(each, portfolio, catalogue(), Choice(), on=on, filled=filled)[0]
        for code, each in catalogue().templates.items()
    }


def test_a_blank_workbook_breaks_no_rule() -> None:
    made = {code: pdf_of_worksheet(each, on=ON)[0] for code, each in catalogue().workbooks.items()}
    assert wanting(made) == {}


@pytest.mark.parametrize("words", ["We began in May", "- Anna\n- Llŷr\n\n<b>\x00&"])
def test_a_filled_workbook_breaks_no_rule(words: str) -> None:
    made = {code: filled(each, words) for code, each in catalogue().workbooks.items()}
    assert wanting(made) == {}


def filled(workbook: Workbook, words: str) -> bytes:
    """Return a sheet on which every question was answered."""
    answers = [
        WorkbookAnswer(
            question=each.code,
            words=words,
            step=workbook.steps[0].code if each.answer is AnswerKind.STEP else "",
            done_on=ON if each.answer is AnswerKind.TICK else None,
            parts={column.key: words for column in each.columns},
            owner=words,
        )
        for each in workbook.questions
    ]
    chosen = tuple(each.id for each in answers[:3])
    sheet = Worksheet(title=words, workbook=workbook.code, on=ON, words=words, next_three=chosen)
    return pdf_of_worksheet(workbook, sheet, answers, on=ON, owner=words)[0]


def test_a_sheet_of_a_sample_breaks_no_rule() -> None:
    made = {}
    for name in SAMPLES:
        portfolio, today = sample(name)
        for each in portfolio.all(Worksheet):
            answers = portfolio.of(WorkbookAnswer, each.id, by="worksheet")
            workbook = catalogue().workbooks[each.workbook]
            made[each.id] = pdf_of_worksheet(workbook, each, answers, on=today)[0]
    assert wanting(made) == {}


def test_charts_by_themselves_break_no_rule() -> None:
    pictures = [Picture(each, "What it shows, in words") for each in charts(PAPER)]
    assert len(pictures) == 5
    content, _ = drawn(pictures, imprint("Charts"), has_cover=False)
    assert problems_of(content) == []


@pytest.mark.parametrize("words", NASTY)
def test_nothing_that_someone_types_breaks_a_rule(words: str) -> None:
    portfolio = people.portfolio_of(
        Practitioner(id="n", name=words, about=words, job_title=words),
        Reflection(id="r", title=words, model="what", answers={"what": words}, private=False),
        CpdActivity(id="c", title=words, what_i_did=words),
        Preceptorship(id="p", title=words, closing_words=words),
    )
    assert problems_of(pdf_bytes(portfolio, people.CATALOGUE, Choice(), on=ON)[0]) == []


def test_a_record_of_every_kind_breaks_no_rule() -> None:
    portfolio = every_kind(_hostile)
    assert problems_of(pdf_bytes(portfolio, people.CATALOGUE, Choice(), on=ON)[0]) == []


def _hostile(kind: str, field: str) -> str:
    return f"- {kind} <b>&\n- {field} \x07\ufffe"


def test_a_portfolio_of_hundreds_of_pages_breaks_no_rule() -> None:
    long = people.long_career(3_000, 500)
    practitioner = replace(long.practitioner, name="<b>Zoë \x07Ó Briain</b> & Łucja")
    kept = [each for each in people.everything_of(long) if not isinstance(each, Practitioner)]
    portfolio = people.portfolio_of(practitioner, *kept)
    content, pages = pdf_bytes(portfolio, people.CATALOGUE, Choice(), on=ON)
    assert pages > 300
    assert problems_of(content) == []


def test_a_document_without_a_title_has_its_subjects() -> None:
    content, _ = drawn([], imprint("\x00 \ufffe"), has_cover=False)
    assert problems_of(content) == []
    assert b"/Title (Charts for tests)" in content


def imprint(title: str) -> Imprint:
    """Return what a document says about itself."""
    return Imprint(
        title=title, author="Zoë", subject="Charts for tests", header="", footer="", on=ON
    )


def _without_tree(writer: PdfWriter) -> None:
    del writer.root_object["/StructTreeRoot"]


def _without_mark(writer: PdfWriter) -> None:
    del writer.root_object["/MarkInfo"]


def _without_language(writer: PdfWriter) -> None:
    del writer.root_object["/Lang"]


def _without_title(writer: PdfWriter) -> None:
    _rewritten(writer, b"dc:title", b"dc:rights")


def _without_standard(writer: PdfWriter) -> None:
    _rewritten(writer, b"pdfuaid:part", b"pdfuaid:amd")


def _without_words_for_a_chart(writer: PdfWriter) -> None:
    del next(each for each in _elements(writer) if each["/S"] == "/Figure")["/Alt"]


def _without_a_heading_between(writer: PdfWriter) -> None:
    for each in _elements(writer):
        if each["/S"] == "/H2":
            each[NameObject("/S")] = NameObject("/H3")


def _without_the_sides_of_a_head(writer: PdfWriter) -> None:
    for each in _elements(writer):
        if each["/S"] == "/TH":
            del each["/A"]


def _without_the_words_of_a_link(writer: PdfWriter) -> None:
    del writer.pages[1]["/Annots"][0].get_object()["/Contents"]  # type: ignore[index]


def _with_something_outside_the_tree(writer: PdfWriter) -> None:
    stream = DecodedStreamObject()
    contents = writer.pages[2].get_contents()
    assert contents is not None
    stream.set_data(contents.get_data() + b"\n0 0 m 9 9 l S\n")
    writer.pages[2][NameObject("/Contents")] = writer._add_object(stream)


def _elements(writer: PdfWriter) -> list[Any]:
    return list(beneath(writer.root_object["/StructTreeRoot"].get_object()))


def _rewritten(writer: PdfWriter, words: bytes, other: bytes) -> None:
    held: Any = writer.root_object["/Metadata"].get_object()
    assert words in held.get_data()
    stream = DecodedStreamObject()
    stream.update({NameObject(key): held[key] for key in ("/Type", "/Subtype")})
    stream.set_data(held.get_data().replace(words, other))
    writer.root_object[NameObject("/Metadata")] = writer._add_object(stream)


def spoilt(spoil: Spoil | None) -> bytes:
    """Return the fullest portfolio, written anew with something taken away."""
    writer = PdfWriter(clone_from=BytesIO(printed_hang().content))
    if spoil:
        spoil(writer)
    written = BytesIO()
    writer.write(written)
    return written.getvalue()


def test_writing_it_anew_takes_nothing_away() -> None:
    assert problems_of(spoilt(None)) == []


@pytest.mark.parametrize(
    "spoil",
    [
        _without_tree, _without_mark, _without_language, _without_title, _without_standard,
        _without_words_for_a_chart, _without_a_heading_between, _without_the_sides_of_a_head,
        _without_the_words_of_a_link, _with_something_outside_the_tree,
    ],
)  # fmt: skip
def test_what_is_taken_away_is_noticed(spoil: Spoil) -> None:
    assert problems_of(spoilt(spoil)) != []
