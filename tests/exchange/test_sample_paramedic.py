"""The sample of a preceptor with two preceptees: kept apart, and her own CPD from it."""

import re
from collections import Counter
from datetime import date
from itertools import groupby
from pathlib import Path
from typing import Any

import pytest

from ahp_companion.assets import resource
from ahp_companion.domain import kinds
from ahp_companion.domain.capacity import capacity_in_words, is_over, promises
from ahp_companion.domain.changes import added
from ahp_companion.domain.confidence import ConfidenceRating, RatedStatement, curves
from ahp_companion.domain.cpd import CpdActivity, LearningType, by_pillar
from ahp_companion.domain.evidence import Evidence
from ahp_companion.domain.frameworks import statement
from ahp_companion.domain.meetings import Meeting
from ahp_companion.domain.pillars import Pillar
from ahp_companion.domain.portfolio import Choice, Portfolio, chosen, gathered
from ahp_companion.domain.practitioner import Practitioner, Role
from ahp_companion.domain.preceptorship import (
    Milestone,
    Preceptorship,
    Side,
    needs_reason,
    usual_milestones,
)
from ahp_companion.domain.protected_time import (
    Per,
    ProtectedTime,
    TimeAgreement,
    Whose,
    by_month,
    so_far,
)
from ahp_companion.domain.records import linked_ids
from ahp_companion.domain.reflections import Reflection, words_written
from ahp_companion.domain.training import Training, TrainingKind
from ahp_companion.domain.workbooks import WorkbookAnswer, Worksheet, gaps
from ahp_companion.exchange.samples import Sample, read_sample
from ahp_companion.store.catalogue import read_catalogue
from ahp_companion.store.portfolio_file import create_portfolio

NAME = "paramedic-preceptor"
TODAY = date(2026, 3, 12)
TEN_DIGITS = re.compile(r"(?<!\d)\d(?:[\s-]?\d){9}(?!\d)")
INITIALS = ("M.K.", "R.T.")


@pytest.fixture(scope="module")
def sample() -> Sample:
    return read_sample(resource("samples"), NAME)


@pytest.fixture(scope="module")
def portfolio(sample: Sample) -> Portfolio:
    by_kind = sorted(sample.records, key=lambda each: kinds.of(each).name)
    return gathered(
        {name: list(held) for name, held in groupby(by_kind, lambda each: kinds.of(each).name)}
    )


def reach(sample: Sample, start: Preceptorship) -> set[str]:
    """Return the ids of all that belongs to a preceptorship: its records, and theirs."""
    reached = {start.id}
    before = 0
    while len(reached) > before:
        before = len(reached)
        for record in sample.records:
            owners = {each for shape, each in linked_ids(record) if belongs(shape.name)}
            if owners & reached:
                reached.add(record.id)
    return reached


def belongs(link: str) -> bool:
    """Return whether a link makes a record part of what it names."""
    return link in ("preceptorship", "meeting", "milestone", "meetings", "need", "reflection")


def of_either(portfolio: Portfolio, record: type[Any]) -> list[list[Any]]:
    """Return the records of a type for the one preceptorship and for the other."""
    return [list(portfolio.of(record, each.id)) for each in portfolio.all(Preceptorship)]


def test_the_summary_is_one_sentence_that_says_it_is_invented(sample: Sample) -> None:
    assert "invented" in sample.summary
    assert sample.summary.count(".") == 1


def test_a_paramedic_is_preceptor_to_two_people_known_by_initials_alone(
    portfolio: Portfolio,
) -> None:
    assert portfolio.practitioner.profession == "PA"
    assert portfolio.practitioner.role is Role.PRECEPTOR
    assert re.fullmatch(r"PA999\d{3}", portfolio.practitioner.registration_number)
    both = portfolio.all(Preceptorship)
    assert {each.side for each in both} == {Side.PRECEPTOR}
    assert {each.preceptee_initials for each in both} == set(INITIALS)
    assert not any(needs_reason(each) for each in both)


def test_five_hours_a_month_are_promised_out_of_the_four_that_she_has(
    portfolio: Portfolio,
) -> None:
    promised = portfolio.all(TimeAgreement)
    assert sorted(each.minutes for each in promised) == [120, 180]
    assert {(each.whose, each.per) for each in promised} == {(Whose.PRECEPTOR, Per.MONTH)}
    assert "four hours a month" in portfolio.practitioner.about


def test_each_preceptorship_has_its_own_time_with_a_reason_for_every_loss(
    portfolio: Portfolio,
) -> None:
    agreements = of_either(portfolio, TimeAgreement)
    sessions = of_either(portfolio, ProtectedTime)
    assert sum(len(held) for held in sessions) == 18
    for agreed, held in zip(agreements, sessions, strict=True):
        balance = so_far(by_month(agreed, held, on=TODAY))
        assert balance is not None
        assert balance.lost == 150
        assert balance.own > 0
        assert balance.owed > 0
        assert all(bool(each.lost_minutes) == bool(each.lost_reason) for each in held)
        assert {each.whose for each in held} == {Whose.PRECEPTOR}


def test_five_meetings_were_held_and_each_belongs_to_one_of_the_two(
    portfolio: Portfolio,
) -> None:
    assert sorted(len(held) for held in of_either(portfolio, Meeting)) == [2, 3]
    assert all(each.held_on and each.record for each in portfolio.all(Meeting))


def test_the_looks_follow_from_the_length_that_was_agreed(portfolio: Portfolio) -> None:
    for preceptorship in portfolio.all(Preceptorship):
        held = {(each.title, each.due_on) for each in portfolio.of(Milestone, preceptorship.id)}
        usual = usual_milestones(preceptorship)
        assert held == {(each.title, each.due_on) for each in usual}


def test_nothing_of_the_one_preceptorship_leads_to_the_other(
    sample: Sample, portfolio: Portfolio
) -> None:
    one, other = portfolio.all(Preceptorship)
    assert reach(sample, one) & reach(sample, other) == set()
    assert len(reach(sample, one)) > 20
    assert len(reach(sample, other)) > 20


def test_initials_stand_only_where_the_preceptee_is_named_and_not_in_any_words(
    sample: Sample, portfolio: Portfolio
) -> None:
    for record in sample.records:
        own = getattr(record, "preceptee_initials", "")
        others = [each for each in INITIALS if each != own]
        assert not any(each in kinds.text_of(record) for each in others)
    for activity in portfolio.all(CpdActivity):
        assert not any(each in kinds.text_of(activity) for each in INITIALS)


def test_what_leaves_for_one_preceptorship_holds_nothing_of_the_other(
    sample: Sample, portfolio: Portfolio
) -> None:
    one, other = portfolio.all(Preceptorship)
    left = chosen(portfolio, Choice(preceptorship=one.id, include_private=True)).portfolio
    ids = {record.id for held in left.records.values() for record in held}
    assert not ids & reach(sample, other)
    assert reach(sample, one) <= ids


def test_a_cpd_activity_made_from_a_meeting_names_nobody(portfolio: Portfolio) -> None:
    made = [
        each for each in portfolio.all(CpdActivity) if each.title.startswith("From a preceptor")
    ]
    meetings = {each.held_on for each in portfolio.all(Meeting)}
    assert len(made) == 2
    for each in made:
        assert each.started_on in meetings
        assert each.pillars[0] is Pillar.EDUCATION


def test_two_training_events_and_most_of_her_cpd_count_as_education(
    portfolio: Portfolio,
) -> None:
    held = portfolio.all(CpdActivity)
    training = [
        each
        for each in held
        if each.learning_type is LearningType.FORMAL and each.pillars[0] is Pillar.EDUCATION
    ]
    assert len(held) == 12
    assert len(training) == 2
    assert all(each.evidence for each in training)
    counted = by_pillar(held)
    assert counted[Pillar.EDUCATION] == max(counted.values())
    assert all(counted.values())


def test_her_confidence_as_a_preceptor_is_rated_and_may_fall(portfolio: Portfolio) -> None:
    drawn = curves(portfolio.all(RatedStatement), portfolio.all(ConfidenceRating))
    assert [len(each.ratings) for each in drawn] == [4, 4, 4]
    assert any(each.ratings[1].rating < each.ratings[0].rating for each in drawn)


def test_five_reflections_and_the_one_about_both_belongs_to_neither(
    portfolio: Portfolio,
) -> None:
    held = portfolio.all(Reflection)
    assert len(held) == 5
    assert Counter(bool(each.preceptorship) for each in held) == {True: 4, False: 1}
    assert all(120 <= words_written(each.answers) <= 350 for each in held)


def test_every_standard_that_is_named_is_in_the_catalogue(portfolio: Portfolio) -> None:
    catalogue = read_catalogue(resource())
    tags = {tag for each in portfolio.all(CpdActivity) for tag in each.statements}
    assert {tag for tag in tags if statement(catalogue, tag) is None} == set()


def test_three_small_files_are_there_and_nothing_holds_a_number_of_ten_digits(
    sample: Sample, portfolio: Portfolio
) -> None:
    assert len(portfolio.all(Evidence)) == len(sample.evidence) == 3
    assert all(len(contents) < 60_000 for contents in sample.evidence.values())
    assert not any(TEN_DIGITS.search(kinds.text_of(record)) for record in sample.records)


def test_all_of_it_goes_into_a_sound_portfolio_and_comes_back(
    sample: Sample, portfolio: Portfolio, tmp_path: Path
) -> None:
    others = [each for each in sample.records if not isinstance(each, Practitioner)]
    with create_portfolio(tmp_path / "sample.ahp", [portfolio.practitioner]) as file:
        for sha256, contents in sample.evidence.items():
            assert file.evidence.add(contents) == sha256
        file.apply(added(*others))
        assert file.problems() == []
        assert file.records.gather() == portfolio


def test_two_hours_and_three_are_promised_out_of_four_a_month(portfolio: Portfolio) -> None:
    held = promises(
        portfolio.all(Preceptorship), portfolio.all(TimeAgreement), on=date(2026, 3, 12)
    )
    available = portfolio.practitioner.preceptor_minutes
    assert sorted(each.minutes for each in held) == [120, 180]
    assert available == 240
    assert is_over(held, available)
    assert capacity_in_words(held, available) == (
        "5 h a month promised, 4 h there. That is 1 h more than there is."
    )


def test_two_days_that_prepared_her_are_among_her_training(portfolio: Portfolio) -> None:
    held = [each for each in portfolio.all(Training) if each.kind is TrainingKind.PRECEPTOR]
    assert [each.done_on for each in held] == [date(2025, 9, 4), date(2026, 1, 14)]


def test_she_asked_herself_twice_whether_she_was_ready_and_the_time_was_not(
    portfolio: Portfolio,
) -> None:
    workbook = read_catalogue(resource()).workbooks["preceptor-readiness"]
    sheets = [each for each in portfolio.all(Worksheet) if each.workbook == workbook.code]
    found = []
    for sheet in sheets:
        answers = portfolio.of(WorkbookAnswer, sheet.id, by="worksheet")
        found.append({line.question.code for line in gaps(workbook, answers)})
    assert len(found) == 2
    assert "3.1" in found[0] & found[1]
    assert "4.3" in found[1] - found[0]


def test_what_she_writes_as_a_preceptor_belongs_to_neither_of_the_two(
    portfolio: Portfolio,
) -> None:
    assert portfolio.all(Worksheet)
    assert not any(each.preceptorship for each in portfolio.all(Worksheet))
