"""What every sample keeps to: known codes, private sheets, nothing done after the day it is for."""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest

from ahp_companion.assets import resource
from ahp_companion.domain import agreements, kinds
from ahp_companion.domain.access import Adjustment
from ahp_companion.domain.agreements import Agreement, AgreementKind
from ahp_companion.domain.cpd import CpdActivity
from ahp_companion.domain.feedback import Theme, says_what_changed
from ahp_companion.domain.frameworks import Catalogue
from ahp_companion.domain.meetings import Meeting
from ahp_companion.domain.portfolio import Choice, Portfolio, chosen
from ahp_companion.domain.preceptorship import Preceptorship
from ahp_companion.domain.scope import ScopeLine, ScopeSheet
from ahp_companion.domain.training import Training, TrainingKind, expiring
from ahp_companion.domain.workbooks import MOST_NEXT, Group, WorkbookAnswer, Worksheet
from ahp_companion.exchange.samples import Sample, read_sample, sample_names
from ahp_companion.store.catalogue import read_catalogue

from .sampled import portfolio_of

NAMES = sample_names(resource("samples"))
TODAY = date(2026, 3, 12)
SHEETS_KEPT = {Group.PULSE, Group.CHECK_IN, Group.FEEDBACK}
# What these say has happened; what is due, planned or to be looked at again may lie ahead.
HAPPENED = ("on", "held_on", "done_on", "met_on", "rechecked_on", "reached_on", "settled_on",
            "closed_on", "decided_on", "certified_on", "reviewed_on", "agreed_on", "replaced_on",
            "in_place_on", "last_used_on", "supervision_on", "in_service_on")  # fmt: skip
VERDICTS = re.compile(
    r"\b(pass(?:ed|es)?|fail(?:ed|ure|s)?|scored?|compliant|competent|invalid|please|successfully)\b",
    re.IGNORECASE,
)


@pytest.fixture(scope="module", params=NAMES)
def sample(request: pytest.FixtureRequest) -> Sample:
    return read_sample(resource("samples"), request.param)


@pytest.fixture(scope="module")
def portfolio(sample: Sample) -> Portfolio:
    return portfolio_of(sample)


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return read_catalogue(resource())


def happened(records: tuple[Any, ...]) -> Iterator[tuple[Any, str, date]]:
    """Yield each day on which something is said to have happened."""
    for record in records:
        for field in HAPPENED:
            day = getattr(record, field, None)
            if day is not None:
                yield record, field, day


def test_there_are_nine_samples_and_all_are_written_for_the_same_day(sample: Sample) -> None:
    assert len(NAMES) == 9
    assert sample.today == TODAY


def test_nothing_in_it_was_done_after_that_day(sample: Sample) -> None:
    assert not [
        (kinds.of(each).name, field, day.isoformat())
        for each, field, day in happened(sample.records)
        if day > TODAY
    ]


def test_every_sheet_is_of_a_workbook_and_every_answer_of_one_of_its_questions(
    portfolio: Portfolio, catalogue: Catalogue
) -> None:
    sheets = {each.id: each for each in portfolio.all(Worksheet)}
    for sheet in sheets.values():
        assert sheet.title == catalogue.workbooks[sheet.workbook].name
    for answer in portfolio.all(WorkbookAnswer):
        workbook = catalogue.workbooks[sheets[answer.worksheet or ""].workbook]
        question = workbook.question(answer.question)
        assert question, (workbook.code, answer.question)
        assert not answer.step or workbook.step(answer.step), (workbook.code, answer.step)
        assert set(answer.parts) <= {column.key for column in question.columns}
        assert answer.private or not question.is_private, (workbook.code, question.code)


def test_pulses_check_ins_and_feedback_are_private(
    portfolio: Portfolio, catalogue: Catalogue
) -> None:
    held = [
        each
        for each in portfolio.all(Worksheet)
        if catalogue.workbooks[each.workbook].group in SHEETS_KEPT
    ]
    assert all(each.private for each in held)
    leaving = chosen(portfolio, Choice()).portfolio
    gone = {each.id for each in leaving.all(Worksheet)}
    assert not gone & {each.id for each in held}
    assert not [each for each in leaving.all(WorkbookAnswer) if each.worksheet not in gone]


def test_three_at_most_are_next_and_they_are_answers_of_that_sheet(portfolio: Portfolio) -> None:
    for sheet in portfolio.all(Worksheet):
        own = {each.id for each in portfolio.of(WorkbookAnswer, sheet.id, by="worksheet")}
        assert set(sheet.next_three) <= own
        assert len(sheet.next_three) <= MOST_NEXT


def test_every_clause_is_one_of_its_form_and_one_version_holds(
    portfolio: Portfolio, catalogue: Catalogue
) -> None:
    for each in portfolio.all(Agreement):
        form = catalogue.agreements[each.kind.value]
        assert set(each.clauses) <= {clause.code for clause in form.clauses}
        assert all(words.strip() for words in each.clauses.values())
    for preceptorship in portfolio.all(Preceptorship):
        held = portfolio.of(Agreement, preceptorship.id)
        for kind in AgreementKind:
            standing = [each for each in held if each.kind is kind and not each.replaced_on]
            assert len(standing) <= 1
            assert agreements.current(held, kind) in [*standing, None]


def test_adjustments_stay_and_closed_themes_say_what_came_of_them(portfolio: Portfolio) -> None:
    assert all(each.private for each in portfolio.all(Adjustment))
    for theme in portfolio.all(Theme):
        assert theme.closed_on is None or says_what_changed(theme), theme.words


def test_lines_that_came_over_come_from_the_sheet_before(portfolio: Portfolio) -> None:
    sheets = {each.id: each for each in portfolio.all(ScopeSheet)}
    lines = {each.id: each for each in portfolio.all(ScopeLine)}
    for line in lines.values():
        assert bool(line.came_from) == bool(line.carries_over), line.words
        if line.came_from:
            before = sheets[lines[line.came_from].sheet or ""]
            assert before.id == sheets[line.sheet or ""].before
            assert before.to_on


def test_training_that_runs_out_soon_is_there_to_be_seen(portfolio: Portfolio) -> None:
    held = portfolio.all(Training)
    assert len(held) >= 4
    assert TrainingKind.MANDATORY in {each.kind for each in held}
    assert len({each.kind for each in held}) >= 2
    assert 1 <= len(expiring(held, on=TODAY)) <= 2


def test_meetings_and_cpd_say_with_whom_one_learnt(portfolio: Portfolio) -> None:
    mixes = [each.mix for each in portfolio.all(Meeting) if each.held_on]
    assert mixes.count(None) <= 1
    assert len({each.mix for each in portfolio.all(CpdActivity) if each.mix}) == 2


def test_nobody_is_marked_in_any_of_it(sample: Sample) -> None:
    for words in map(kinds.text_of, sample.records):
        assert not VERDICTS.search(words), words
        assert "!" not in words, words


def test_every_kind_of_record_occurs_in_them_and_nearly_all_of_them_often() -> None:
    held = Counter(
        kinds.of(each).name
        for name in NAMES
        for each in read_sample(resource("samples"), name).records
    )
    assert not {kind.name for kind in kinds.KINDS} - set(held)
    rare = {name for name, number in held.items() if number < 4}
    assert rare <= {
        "preceptor_change",
        "competence_framework",
        "gap",
        "audit_profile",
        "profile_version",
        "dismissal",
        "export",
    }
