"""Every form, blank and filled: what stands in it, what does not, and that it fits the paper."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ahp_companion import assets
from ahp_companion.domain import kinds
from ahp_companion.domain.access import Adjustment
from ahp_companion.domain.cpd import CpdActivity
from ahp_companion.domain.ending import Ending
from ahp_companion.domain.frameworks import Catalogue
from ahp_companion.domain.meetings import Meeting
from ahp_companion.domain.people import Person
from ahp_companion.domain.pillars import Pillar
from ahp_companion.domain.portfolio import Choice, Portfolio
from ahp_companion.domain.practitioner import Practitioner, Workplace, WorkplaceKind
from ahp_companion.domain.preceptorship import Milestone, Preceptorship, Side, Status
from ahp_companion.domain.problems import ProblemError
from ahp_companion.domain.protected_time import TimeAgreement
from ahp_companion.domain.templates import Shape, Template, by_group
from ahp_companion.domain.words import fold
from ahp_companion.domain.workbooks import WorkbookAnswer, Worksheet
from ahp_companion.exchange.samples import read_sample
from ahp_companion.report.templates import template_pdf, write_template_pdf
from ahp_companion.report.templates.filling import FIELD
from ahp_companion.report.templates.fills import FILLS
from ahp_companion.report.templates.sections import SECTIONS
from ahp_companion.store.catalogue import read_catalogue
from ahp_companion.store.knowledge_files import made
from ahp_companion.store.template_files import template

from .people import portfolio_of
from .reading import Printed, joined

RESOURCES = assets.resource("templates").parent
SAMPLES = ("maternity-return", "paramedic-preceptor")
MOST_PAGES = 4
TWO_SIDES = ("feedback-preceptee", "feedback-preceptor", "feedback-leaving")
ONE_SIDE = ("protected-time-letter", "thank-you-letter", "completion-certificate", "who-i-am")
VERDICTS = re.compile(
    r"\b(pass|fail|failed|score|scores|competent|compliant|invalid)\b", re.IGNORECASE
)
ON = date(2026, 4, 8)


@cache
def catalogue() -> Catalogue:
    """Return everything the app knows."""
    return read_catalogue(RESOURCES)


CODES = tuple(catalogue().templates)


@cache
def sample(name: str) -> tuple[Portfolio, date]:
    """Return a fictional portfolio and the day it is written for."""
    read = read_sample(RESOURCES / "samples", name)
    return portfolio_of(*read.records), read.today


def form(code: str, portfolio: Portfolio, choice: Choice | None = None, **named: Any) -> Printed:
    """Return a form printed and read back; filled unless it is said otherwise."""
    asked = {"on": ON, "filled": True, **named}
    made_of = (catalogue().templates[code], portfolio, catalogue(), choice or Choice())
    return Printed(*template_pdf(*made_of, **asked))


@cache
def of_sample(code: str, name: str, filled: bool) -> Printed:
    """Return a form of a sample, printed once."""
    portfolio, today = sample(name)
    return form(code, portfolio, on=today, filled=filled)


def everything_said(each: Template) -> str:
    """Return every word of a form's own."""
    said = [each.name, each.about, each.source, each.group]
    for block in each.blocks:
        said += [block.words, block.help, *block.options]
        said += [fact.label for fact in block.facts] + [column.words for column in block.columns]
    return "\n".join(said)


def two_preceptees() -> tuple[Any, ...]:
    """Return a preceptor, and two preceptees whose records must never meet."""
    return (
        Practitioner(id="k", name="Kwame Ó Briain", profession="PA", preceptor_minutes=240),
        Preceptorship(
            id="a", side=Side.PRECEPTOR, preceptee_initials="A.B.", started_on=date(2026, 1, 5)
        ),
        Preceptorship(
            id="b", side=Side.PRECEPTOR, preceptee_initials="C.D.", started_on=date(2025, 9, 1)
        ),
        Meeting(id="ma", preceptorship="a", held_on=date(2026, 2, 3), record="ONLYABOUTA"),
        Meeting(id="mb", preceptorship="b", held_on=date(2026, 3, 3), record="ONLYABOUTB"),
        TimeAgreement(id="ta", preceptorship="a", minutes=60, agreed_with="WITHA"),
        TimeAgreement(id="tb", preceptorship="b", minutes=90, agreed_with="WITHB"),
        Worksheet(id="wb", workbook="feedback-preceptee", preceptorship="b", on=date(2026, 3, 9)),
        WorkbookAnswer(id="wba", worksheet="wb", question="2.2", words="MOREOFTHIS said C.D."),
        CpdActivity(
            id="c", title="Met A.B. about nights", started_on=date(2026, 2, 3),
            pillars=(Pillar.EDUCATION,), what_i_learnt="CD asked well",
        ),
    )  # fmt: skip


def test_all_seventeen_kinds_of_form_are_there() -> None:
    held = catalogue().templates.values()
    assert sorted({each.number for each in held}) == list(range(1, 18))
    assert sum(each.code.startswith("role-checklist-") for each in held) == 6
    assert sum(len(each) for each in by_group(held).values()) == len(held)


@pytest.mark.parametrize("code", CODES)
def test_a_form_names_only_what_there_is(code: str) -> None:
    for block in catalogue().templates[code].blocks:
        named = [block.fill] if block.shape is not Shape.SECTION else []
        named.append(block.unless)
        named += [fact.fill for fact in block.facts] + FIELD.findall(block.words)
        assert [each for each in named if each and each not in FILLS] == []
        assert block.shape is not Shape.SECTION or block.fill in SECTIONS
        assert not block.workbook or block.workbook in catalogue().workbooks
        assert not block.agreement or block.agreement in catalogue().agreements


@pytest.mark.parametrize("code", CODES)
def test_no_form_speaks_of_verdicts_and_each_has_a_source(code: str) -> None:
    each = catalogue().templates[code]
    assert VERDICTS.search(everything_said(each)) is None
    assert "!" not in everything_said(each)
    assert each.source.startswith("Written for AHP Companion")
    assert not re.search(r"\btrust\b", everything_said(each), re.IGNORECASE)


@pytest.mark.parametrize("filled", [False, True])
@pytest.mark.parametrize("name", SAMPLES)
@pytest.mark.parametrize("code", CODES)
def test_a_form_is_tagged_sourced_and_fits_its_paper(code: str, name: str, filled: bool) -> None:
    read = of_sample(code, name, filled)
    most = 1 if code in ONE_SIDE else 2 if code in TWO_SIDES else MOST_PAGES
    assert read.page_count <= most
    assert {"/MarkInfo", "/StructTreeRoot"} <= set(read.reader.root_object)
    assert "not official wording" in read.pages[-1]
    assert "Written for AHP Companion after" in read.pages[0]
    assert "November 2026" in read.pages[0]


@pytest.mark.parametrize("name", SAMPLES)
@pytest.mark.parametrize("code", CODES)
def test_a_blank_form_holds_nothing_of_its_owner(code: str, name: str) -> None:
    portfolio, _ = sample(name)
    words = of_sample(code, name, False).text
    assert portfolio.practitioner.name not in words
    people = [each.name for each in portfolio.all(Person) if each.name]
    assert [each for each in people if each in words] == []


@pytest.mark.parametrize("name", SAMPLES)
@pytest.mark.parametrize("code", CODES)
def test_a_filled_form_holds_nothing_private(code: str, name: str) -> None:
    portfolio, _ = sample(name)
    words = joined(of_sample(code, name, True).text)
    private = [
        kinds.text_of(record)
        for held in portfolio.records.values()
        for record in held
        if getattr(record, "private", False)
    ]
    lines = [joined(line)[:60] for text in private for line in text.splitlines() if len(line) > 40]
    assert [line for line in lines if line in words] == []


def test_a_filled_agreement_names_both_and_says_what_was_agreed() -> None:
    words = of_sample("preceptorship-agreement", "maternity-return", True).text
    assert "Jagoda" in words
    assert "Catriona Begg" in words
    assert "Messages on Mondays, Tuesdays and Thursdays." in words
    assert words.count("Signature") == 2


def test_a_certificate_names_two_people_and_grades_nobody() -> None:
    words = of_sample("completion-certificate", "maternity-return", True).text
    assert "Jagoda" in words
    assert "Catriona Begg" in words
    assert "nothing was graded" in words
    assert VERDICTS.search(words) is None


def test_a_letter_gives_the_figures_of_the_record() -> None:
    words = of_sample("protected-time-letter", "maternity-return", True).text
    assert "2 h 25 min a month for the preceptee" in words
    assert "11 h 15 min taken" in words
    assert "____" not in words


def test_a_letter_leaves_gaps_for_what_is_not_recorded() -> None:
    words = form("protected-time-letter", portfolio_of(Practitioner(id="o", name="Jo"))).text
    assert "____" in words


def test_nothing_of_another_preceptorship_is_in_a_form() -> None:
    portfolio = portfolio_of(*two_preceptees())
    for code in CODES:
        if catalogue().templates[code].reach == "preceptorship":
            words = form(code, portfolio, Choice(preceptorship="a")).text
            assert not re.search(r"ONLYABOUTB|WITHB|MOREOFTHIS|C\.D\.", words), code
    assert "ONLYABOUTA" in form("meeting-record", portfolio, Choice(preceptorship="a")).text
    assert "ONLYABOUTB" in form("meeting-record", portfolio, Choice(preceptorship="b")).text


def test_a_preceptors_own_record_names_no_preceptee() -> None:
    words = form("preceptor-portfolio", portfolio_of(*two_preceptees())).text
    assert "Met my preceptee about nights" in words
    assert "MOREOFTHIS said my preceptee" in words
    assert "4 h" in words
    assert not re.search(r"A\.B\.|C\.D\.|\bCD\b", words)


def test_the_preceptorship_under_way_is_the_one_that_fills_a_form() -> None:
    records = [
        replace(each, status=Status.FINISHED) if getattr(each, "id", "") == "a" else each
        for each in two_preceptees()
    ]
    assert "ONLYABOUTB" in form("meeting-record", portfolio_of(*records)).text


def test_a_form_is_filled_from_the_record_that_was_asked_for() -> None:
    records = (
        *two_preceptees(),
        Meeting(id="m2", preceptorship="a", held_on=date(2026, 3, 1), record="THENEWER"),
    )
    older = next(each for each in records if getattr(each, "id", "") == "ma")
    portfolio, choice = portfolio_of(*records), Choice(preceptorship="a")
    assert "THENEWER" in form("meeting-record", portfolio, choice).text
    assert "ONLYABOUTA" in form("meeting-record", portfolio, choice, record=older).text


def test_adjustments_stay_unless_private_records_were_asked_for() -> None:
    held = Preceptorship(id="p", started_on=date(2026, 1, 5))
    owner = Practitioner(id="o", name="Jo", profession="PH")
    kept = Adjustment(id="x", preceptorship="p", words="SECRETCHAIR")
    portfolio = portfolio_of(owner, held, kept)
    assert "SECRETCHAIR" not in form("preceptorship-agreement", portfolio).text
    open_to_all = Choice(include_private=True)
    assert "SECRETCHAIR" in form("preceptorship-agreement", portfolio, open_to_all).text


@pytest.mark.parametrize("filled", [False, True])
@pytest.mark.parametrize("code", CODES)
def test_an_osteopaths_form_speaks_of_no_other_regulator(code: str, filled: bool) -> None:
    assert "HCPC" not in of_sample(code, "osteopath", filled).text


def test_whoever_works_alone_is_asked_about_no_employer() -> None:
    alone = portfolio_of(
        Practitioner(id="o", name="Jo", profession="SL"),
        Workplace(id="w", name="Jo, speech therapy", kind=WorkplaceKind.SOLE),
        Preceptorship(id="p", workplace="w", started_on=date(2026, 1, 5)),
    )
    words = form("preceptorship-agreement", alone).text
    assert "There is no employer in this agreement" in words
    assert "What the employer gives" not in words
    assert not re.search(r"policy|leads preceptorship", words)
    assert "I work for myself" in form("protected-time-letter", alone).text


def test_thanks_are_printed_as_they_were_written() -> None:
    portfolio = portfolio_of(
        Practitioner(id="o", name="Jo", profession="PH"),
        Person(id="q", name="Bo"),
        Preceptorship(id="p", preceptor="q", started_on=date(2026, 1, 5)),
        Ending(id="e", preceptorship="p", thanks="Bo, you asked me first how I was."),
    )
    assert "Bo, you asked me first how I was." in form("thank-you-letter", portfolio).text
    blank = form("thank-you-letter", portfolio, filled=False).text
    assert "What I shall remember" in blank
    assert "Bo" not in blank.replace("Both", "")


@settings(max_examples=25, deadline=None)
@given(st.text(max_size=300))
def test_whatever_was_typed_can_be_printed(typed: str) -> None:
    portfolio = portfolio_of(
        Practitioner(id="o", name=typed, profession="PH"),
        Preceptorship(id="p", started_on=date(2026, 1, 5), length_reason=typed),
        Meeting(id="m", preceptorship="p", held_on=date(2026, 2, 1), record=typed),
    )
    assert form("meeting-record", portfolio).page_count >= 1


def test_a_form_with_very_much_in_it_runs_on_and_loses_nothing() -> None:
    many = [Meeting(id=f"m{at}", preceptorship="p", held_on=date(2026, 2, 1)) for at in range(3)]
    long = " ".join(f"word{at}" for at in range(3000))
    portfolio = portfolio_of(
        Practitioner(id="o", name="Jo", profession="PH"),
        Preceptorship(id="p", started_on=date(2026, 1, 5)),
        *many,
        Meeting(id="z", preceptorship="p", held_on=date(2026, 3, 1), record=long),
    )
    words = form("meeting-record", portfolio).text
    assert "word0 " in words
    assert "word2999" in words


def test_the_boxes_that_are_ticked_are_read_out() -> None:
    read = of_sample("preceptorship-agreement", "maternity-return", True)
    held: list[Any] = [read.reader.get_object(number) for number in read.reader.xref[0]]
    alts = [str(each["/Alt"]) for each in held if isinstance(each, dict) and "/Alt" in each]
    assert alts.count("Ticked") == 1
    assert alts.count("Not ticked") == 8


def test_a_form_is_written_whole_and_says_how_many_pages(tmp_path: Path) -> None:
    portfolio, today = sample("maternity-return")
    out = tmp_path / "plan.pdf"
    plan = catalogue().templates["tailored-plan"]
    named: Callable[..., int] = write_template_pdf
    pages = named(out, plan, portfolio, catalogue(), Choice(), on=today, filled=True)
    assert pages == Printed(out.read_bytes(), pages).page_count
    assert [each.name for each in tmp_path.iterdir()] == ["plan.pdf"]


@pytest.mark.parametrize(
    ("code", "name", "above"),
    [
        ("tailored-plan", "physiotherapist-audit", "When we look at it together"),
        ("tailored-plan", "paramedic-preceptor", "When we look at it together"),
        ("meeting-record", "solo-slt", "We meet again on"),
    ],
)
def test_signatures_never_stand_alone_on_a_last_page(code: str, name: str, above: str) -> None:
    last = of_sample(code, name, True).pages[-1]
    assert "Signature" in last
    assert above in last


def test_a_long_table_leaves_its_last_rows_with_the_signatures() -> None:
    owner, held = Practitioner(id="o", name="Jo"), Preceptorship(id="p", started_on=ON)
    for many in range(8, 44):
        due = [Milestone(preceptorship="p", title=f"Stage {at};") for at in range(many)]
        read = form("tailored-plan", portfolio_of(owner, held, *due))
        assert "Stage" in read.pages[-1], many
        assert all(f"Stage {at};" in read.text for at in range(many))


def test_a_file_that_contradicts_itself_says_so() -> None:
    kept = {
        "code": "x", "name": "X", "number": 1, "group": "G", "about": "", "source": "",
        "as_at": "2026-11",
    }  # fmt: skip
    narrow = {"kind": "table", "words": "T", "columns": [{"words": "A", "mm": 100}]}
    with pytest.raises(ProblemError, match="not 170 mm"):
        made(Path("x.toml"), {**kept, "block": [narrow]}, template)
    with pytest.raises(ProblemError, match="which no block has"):
        made(Path("x.toml"), {**kept, "block": [{"kind": "lines", "row": 3}]}, template)
    with pytest.raises(ProblemError, match="official"):
        made(Path("x.toml"), {**kept, "is_official": True, "block": []}, template)


def test_names_of_forms_can_be_told_apart() -> None:
    names = [fold(each.name) for each in catalogue().templates.values()]
    assert len(set(names)) == len(names)
