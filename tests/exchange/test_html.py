"""The page for reading: one file, everything escaped, nothing fetched, private things kept back."""

from dataclasses import dataclass, field, replace
from datetime import date
from html import escape
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import pytest

from ahp_companion import assets
from ahp_companion.domain.access import Adjustment
from ahp_companion.domain.cpd import CpdActivity
from ahp_companion.domain.evidence import Evidence
from ahp_companion.domain.feedback import Theme
from ahp_companion.domain.frameworks import Catalogue
from ahp_companion.domain.kinds import KINDS, OWNERS_ALONE
from ahp_companion.domain.portfolio import Choice, Portfolio, gathered
from ahp_companion.domain.practitioner import Practitioner
from ahp_companion.domain.preceptorship import Preceptorship
from ahp_companion.domain.protected_time import ProtectedTime
from ahp_companion.domain.records import shapes
from ahp_companion.domain.reflections import Reflection
from ahp_companion.domain.workbooks import AnswerKind, Workbook, WorkbookAnswer, Worksheet
from ahp_companion.exchange.field_words import NEVER_SHOWN, field_words
from ahp_companion.exchange.html import SECTIONS, page, write_html
from ahp_companion.store.catalogue import read_catalogue
from tests.exchange.everything import WORDS, everything

ON = date(2026, 3, 12)
VOID = {"meta"}


# What is its owner’s alone goes into no page for others.
OTHERS = [kind for kind in KINDS if kind.name not in OWNERS_ALONE]


@dataclass
class Read:
    """A page as a browser would read it."""

    tags: list[tuple[str, dict[str, str | None]]] = field(default_factory=list)
    text: str = ""
    open: list[str] = field(default_factory=list)

    def of(self, tag: str) -> list[dict[str, str | None]]:
        """Return the attributes of every element with a tag."""
        return [attributes for name, attributes in self.tags if name == tag]


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.read = Read()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.read.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.read.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.read.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.read.open[-1:] != ["style"]:
            self.read.text += data


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    """Return what ships with the app as data."""
    return read_catalogue(assets.resource())


def _read(portfolio: Portfolio, catalogue: Catalogue) -> Read:
    reader = _Reader()
    reader.feed(page(portfolio, catalogue, on=ON))
    reader.close()
    assert reader.read.open == []
    return reader.read


def test_everything_that_was_written_can_be_read(catalogue: Catalogue) -> None:
    portfolio = everything()
    read = _read(portfolio, catalogue)
    for kind in OTHERS:
        (record,) = portfolio.records[kind.name]
        for shape in shapes(kind.record):
            if shape.is_words and shape.type is str and shape.name != "file_name":
                assert f"{shape.name} {WORDS}" in read.text, (kind.name, shape.name)
        assert record.id in str(read.tags)


def test_every_kind_has_its_place() -> None:
    placed = [name for _, names in SECTIONS for name in names]
    assert sorted(placed) == sorted(kind.name for kind in OTHERS)


def test_nothing_is_fetched_and_nothing_runs(catalogue: Catalogue) -> None:
    read = _read(everything(), catalogue)
    assert not {"script", "img", "link", "iframe", "object", "form"} & {tag for tag, _ in read.tags}
    assert all((each["href"] or "").startswith("#") for each in read.of("a"))
    assert not [name for _, held in read.tags for name in held if name.startswith("on")]
    policy = [each["content"] for each in read.of("meta") if "http-equiv" in each]
    assert policy == ["default-src 'none'; style-src 'unsafe-inline'"]


def test_what_someone_typed_is_text_and_never_markup(catalogue: Catalogue) -> None:
    hostile = '<script>alert("1")</script><img src="http://example.org">'
    read = _read(gathered({"cpd_activity": [CpdActivity(title=hostile)]}), catalogue)
    assert hostile in read.text
    assert not {"script", "img"} & {tag for tag, _ in read.tags}


def test_every_link_leads_to_something_on_the_page(catalogue: Catalogue) -> None:
    read = _read(everything(), catalogue)
    ids = [held["id"] for _, held in read.tags if "id" in held]
    assert len(ids) == len(set(ids))
    assert {(each["href"] or "")[1:] for each in read.of("a")} <= set(ids)


def test_the_page_says_its_language_and_has_its_headings_in_order(catalogue: Catalogue) -> None:
    read = _read(everything(), catalogue)
    assert read.of("html") == [{"lang": "en-GB"}]
    levels = [int(tag[1]) for tag, _ in read.tags if tag in ("h1", "h2", "h3", "h4", "h5", "h6")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_values_read_as_people_say_them(catalogue: Catalogue) -> None:
    session = ProtectedTime(on=ON, taken_minutes=90)
    practitioner = Practitioner(profession="PH", wte_hundredths=60, registered_on=ON)
    reflection = Reflection(model="what", answers={"so_what": "It mattered"})
    evidence = Evidence(title="Poster", size=1_400_000, sha256="0123456789abcdef")
    read = _read(
        gathered(
            {
                "practitioner": [practitioner],
                "protected_time": [session],
                "reflection": [reflection],
                "evidence": [evidence],
            }
        ),
        catalogue,
    )
    for words in (
        "1 h 30 min", "12 March 2026", "0.6", "Physiotherapist", "So what?", "It mattered",
        "1.4 MB", "0123 4567 89ab",
    ):  # fmt: skip
        assert words in read.text


def test_what_is_private_stays_unless_it_is_asked_for(tmp_path: Path, catalogue: Catalogue) -> None:
    shared = CpdActivity(title="A shared course")
    private = replace(shared, id="p", title="A private course", private=True)
    portfolio = gathered({"cpd_activity": [shared, private]})
    out = tmp_path / "Łukasz ŷ.html"
    assert write_html(out, portfolio, catalogue, Choice(), on=ON) == 1
    assert "A private course" not in out.read_text(encoding="utf-8")
    assert write_html(out, portfolio, catalogue, Choice(include_private=True), on=ON) == 2
    assert "A private course" in out.read_text(encoding="utf-8")


def test_an_empty_portfolio_is_a_page_too(catalogue: Catalogue) -> None:
    assert "As it was on 12 March 2026" in _read(Portfolio(), catalogue).text


def test_what_belongs_to_a_preceptorship_stands_inside_it(catalogue: Catalogue) -> None:
    preceptorship = Preceptorship(title="First post")
    session = ProtectedTime(preceptorship=preceptorship.id, on=ON)
    written = page(
        gathered({"preceptorship": [preceptorship], "protected_time": [session]}),
        catalogue,
        on=ON,
    )
    article = written[written.index("<article") : written.index("</article>")]
    assert f'id="{session.id}"' in article


def test_every_field_is_called_something_people_say() -> None:
    for kind in KINDS:
        for shape in shapes(kind.record):
            if shape.name not in NEVER_SHOWN:
                words = field_words(shape.name)
                assert words[0].isupper()
                assert "_" not in words
                assert shape.name == "words" or not words.endswith((" on", " minutes", " words"))


def test_no_two_fields_of_a_record_are_called_the_same() -> None:
    for kind in KINDS:
        called = [field_words(shape.name) for shape in shapes(kind.record)]
        assert len(called) == len(set(called)), kind.name


def _worked_through(catalogue: Catalogue) -> tuple[Workbook, Worksheet, list[WorkbookAnswer]]:
    """Return a workbook with steps, a sheet of it, and answers in no order."""
    workbook = catalogue.workbooks["first-month-baseline"]
    sheet = Worksheet(id="s", workbook=workbook.code, title="A sheet", next_three=("a9",))
    first = next(each for each in workbook.questions if each.answer is AnswerKind.PARTS)
    later = [each for each in workbook.questions if each.answer is AnswerKind.STEP][:2]
    answers = [
        WorkbookAnswer(id="a9", worksheet="s", question=first.code,
                       parts={each.key: f"In {each.key}" for each in first.columns}),
        WorkbookAnswer(id="a1", worksheet="s", question=later[1].code, step=workbook.steps[1].code),
        WorkbookAnswer(id="a2", worksheet="s", question=later[0].code, words="Mostly."),
    ]  # fmt: skip
    return workbook, sheet, answers


def test_an_answer_stands_under_its_question_in_the_workbooks_order(catalogue: Catalogue) -> None:
    workbook, sheet, answers = _worked_through(catalogue)
    portfolio = gathered({"worksheet": [sheet], "workbook_answer": answers})
    written = page(portfolio, catalogue, on=ON)
    asked = [each for each in workbook.questions if each.code in {a.question for a in answers}]
    places = [written.index(f"<h5>{escape(each.words)}</h5>") for each in asked]
    assert len(places) == 3
    assert places == sorted(places)
    assert f"<dt>Step</dt><dd>{escape(workbook.steps[1].words)}</dd>" in written
    for column in asked[0].columns:
        assert f"<dt>{escape(column.words)}</dt><dd>In {column.key}</dd>" in written
    (chosen,) = sheet.next_three
    link = f'<a href="#{chosen}">{escape(asked[0].words)}</a>'
    assert f"<dt>What I do next</dt><dd>{link}</dd>" in written


def test_no_field_of_a_kind_is_called_by_half_a_name() -> None:
    called = {(kind.name, shape.name): field_words(shape.name, kind.name)
              for kind in KINDS for shape in shapes(kind.record)}  # fmt: skip
    assert called["competence_framework", "as_at"] == "As at"
    assert called["preceptor_change", "handed_on"] == "Handed over"
    assert called["agreement", "is_self_agreed"] == "Self-agreed"
    assert called["theme", "words"] == "What it is about"
    assert not [key for key, words in called.items() if words.startswith("Is ")]


def test_what_is_of_another_preceptorship_stays(tmp_path: Path, catalogue: Catalogue) -> None:
    mine, other = Preceptorship(id="p1", title="Mine"), Preceptorship(id="p2", title="CANARY first")
    sheet = Worksheet(id="w2", preceptorship="p2", title="CANARY sheet")
    answer = WorkbookAnswer(worksheet="w2", words="CANARY answer")
    theme = Theme(preceptorship="p1", words="Time", heard_in=("w2",))
    portfolio = gathered(
        {"preceptorship": [replace(mine, follows="p2"), other], "worksheet": [sheet],
         "workbook_answer": [answer], "theme": [theme]}
    )  # fmt: skip
    out = tmp_path / "one.html"
    choice = Choice(preceptorship="p1", include_private=True)
    assert write_html(out, portfolio, catalogue, choice, on=ON) == 2
    assert "CANARY" not in out.read_text(encoding="utf-8")


def test_the_page_says_what_was_left_out_and_not_of_what_sensitive_kind(
    catalogue: Catalogue, tmp_path: Path
) -> None:
    out = tmp_path / "page.html"
    portfolio = gathered(
        {
            "practitioner": [Practitioner(name="A. Nother")],
            "preceptorship": [Preceptorship(id="y", title="A year")],
            "adjustment": [Adjustment(preceptorship="y", words="A quiet room", private=True)],
            "worksheet": [Worksheet(workbook="pulse", title="In May", private=True)],
        }
    )
    write_html(out, portfolio, catalogue, Choice(), on=ON)
    reader = _Reader()
    reader.feed(out.read_text(encoding="utf-8"))
    words = reader.read.text
    assert "2 private records stay with me" in words
    assert "Private records2Not asked for" in words
    assert reader.read.of("h2")[-1] == {"id": "part-what-was-left-out"}
    for hidden in ("djustment", "orksheet", "orkbook", "pulse"):
        assert hidden not in words
    assert "About me" in words
    assert "About you" not in words
