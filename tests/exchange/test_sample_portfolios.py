"""What the samples of four people in the middle of a change have in common."""

import re
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from ahp_companion.assets import resource
from ahp_companion.domain import kinds
from ahp_companion.domain.cpd import CpdActivity
from ahp_companion.domain.evidence import Evidence
from ahp_companion.domain.frameworks import Catalogue, statement
from ahp_companion.domain.meetings import Action, Meeting, MeetingKind, name
from ahp_companion.domain.people import Person, PersonRole, plays_both_parts
from ahp_companion.domain.plan import Need, Objective, Strength, empty_layers
from ahp_companion.domain.portfolio import Portfolio
from ahp_companion.domain.practitioner import Workplace
from ahp_companion.domain.preceptorship import Milestone, Preceptorship, usual_milestones
from ahp_companion.domain.protected_time import ProtectedTime, Whose, of
from ahp_companion.domain.reflections import Reflection, words_written
from ahp_companion.domain.words import word_count
from ahp_companion.exchange.samples import Sample
from ahp_companion.store.catalogue import read_catalogue

from .sampled import portfolio_of, read, written

NAMES = [
    "maternity-return",
    "occupational-therapist-move",
    "osteopath",
    "prosthetist-orthotist",
    "rotational-post",
    "solo-slt",
]
TEN_DIGITS = re.compile(r"(?<!\d)\d(?:[\s-]?\d){9}(?!\d)")
TITLED = re.compile(r"\b(?:Mr|Mrs|Ms|Miss|Dr)\b\.? [A-Z]")
POSTCODE = re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b")
VERDICTS = re.compile(
    r"\b(pass(?:ed)?|fail(?:ed|ure|s)?|scored?|compliant|competent|invalid|please|successfully)\b",
    re.IGNORECASE,
)


@pytest.fixture(scope="module", params=NAMES)
def sample(request: pytest.FixtureRequest) -> Sample:
    return read(request.param)


@pytest.fixture(scope="module")
def portfolio(sample: Sample) -> Portfolio:
    return portfolio_of(sample)


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return read_catalogue(resource())


def text_of_file(contents: bytes, evidence: Evidence) -> str:
    """Return what can be read in an evidence file; nothing for a picture."""
    if evidence.media_type == "application/pdf":
        return "\n".join(page.extract_text() for page in PdfReader(BytesIO(contents)).pages)
    return contents.decode() if evidence.media_type == "text/plain" else ""


def all_words(sample: Sample, portfolio: Portfolio) -> list[str]:
    """Return everything that can be read in a sample, its evidence too."""
    files = [text_of_file(sample.evidence[each.sha256], each) for each in portfolio.all(Evidence)]
    return [kinds.text_of(record) for record in sample.records] + files


def test_the_summary_is_one_sentence_that_says_it_is_invented(sample: Sample) -> None:
    assert "invented" in sample.summary
    assert sample.summary.count(".") == 1


def test_it_makes_a_sound_portfolio_that_holds_every_record_and_file(
    sample: Sample, tmp_path: Path
) -> None:
    with written(sample, tmp_path) as file:
        held = file.records.gather()
        assert file.problems() == []
        assert {each.id: each for kept in held.records.values() for each in kept} == {
            each.id: each for each in sample.records
        }
        for each in held.all(Evidence):
            assert file.evidence.read(each.sha256) == sample.evidence[each.sha256]


def test_every_code_in_it_is_known(portfolio: Portfolio, catalogue: Catalogue) -> None:
    assert portfolio.practitioner.profession in catalogue.professions
    for person in portfolio.all(Person):
        assert not person.profession or person.profession in catalogue.professions, person.name
    for workplace in portfolio.all(Workplace):
        assert workplace.setting in catalogue.settings, workplace.setting
    for activity in portfolio.all(CpdActivity):
        for tag in activity.statements:
            assert statement(catalogue, tag), tag


def test_every_prompt_of_every_reflection_is_answered(
    portfolio: Portfolio, catalogue: Catalogue
) -> None:
    for each in portfolio.all(Reflection):
        prompts = {prompt.key for prompt in catalogue.reflection_models[each.model].prompts}
        assert set(each.answers) == prompts, each.title


def test_reflections_are_as_long_as_people_write_them_and_mostly_private(
    portfolio: Portfolio,
) -> None:
    held = portfolio.all(Reflection)
    assert 5 <= len(held) <= 9
    assert all(120 <= words_written(each.answers) <= 300 for each in held)
    assert len([each for each in held if not each.private]) in (2, 3)


def test_meetings_that_were_held_have_people_an_agenda_and_a_record(
    portfolio: Portfolio,
) -> None:
    held = [each for each in portfolio.all(Meeting) if each.held_on]
    assert 6 <= len(held) <= 9
    for each in held:
        assert each.people, name(each)
        assert len(each.agenda.splitlines()) >= 3, name(each)
        assert 60 <= word_count(each.record) <= 150, name(each)
    assert len(portfolio.all(Action)) > len(held)


def test_supervision_is_with_somebody_else_than_the_preceptor(portfolio: Portfolio) -> None:
    (preceptorship,) = portfolio.all(Preceptorship)
    supervision = [
        each for each in portfolio.all(Meeting) if each.kind is MeetingKind.CLINICAL_SUPERVISION
    ]
    assert len(supervision) == 2
    for each in supervision:
        assert preceptorship.supervisor in each.people
        assert preceptorship.preceptor not in each.people
    assert not any(plays_both_parts(each) for each in portfolio.all(Person))


def test_people_play_the_parts_that_the_preceptorship_gives_them(portfolio: Portfolio) -> None:
    (preceptorship,) = portfolio.all(Preceptorship)
    preceptor = portfolio.find(Person, preceptorship.preceptor)
    supervisor = portfolio.find(Person, preceptorship.supervisor)
    assert preceptor
    assert PersonRole.PRECEPTOR in preceptor.roles
    assert supervisor
    assert PersonRole.CLINICAL_SUPERVISOR in supervisor.roles
    assert any(len(each.roles) > 1 for each in portfolio.all(Person))


def test_the_plan_begins_with_strengths_and_has_something_in_each_layer(
    portfolio: Portfolio,
) -> None:
    assert len(portfolio.all(Strength)) >= 4
    assert len(portfolio.all(Need)) >= 5
    assert empty_layers(portfolio.all(Objective)) == ()


def test_milestones_stand_at_their_usual_days(portfolio: Portfolio) -> None:
    (preceptorship,) = portfolio.all(Preceptorship)
    usual = [(each.title, each.due_on) for each in usual_milestones(preceptorship)]
    assert [(each.title, each.due_on) for each in portfolio.all(Milestone)] == usual


def test_time_was_taken_and_lost_with_a_reason_and_some_of_it_was_their_own(
    portfolio: Portfolio,
) -> None:
    held = portfolio.all(ProtectedTime)
    assert 12 <= len(held) <= 30
    for each in held:
        assert bool(each.lost_minutes) == bool(each.lost_reason), each.on
        if not each.is_own_time:
            assert each.planned_minutes == each.taken_minutes + each.lost_minutes, each.on
    assert sum(each.lost_minutes > 0 for each in held) >= 4
    assert sum(each.is_own_time for each in held) >= 2
    assert of(held, Whose.PRECEPTOR)


def test_there_is_learning_in_every_pillar_and_with_and_without_others(
    portfolio: Portfolio,
) -> None:
    held = portfolio.all(CpdActivity)
    assert 12 <= len(held) <= 24
    assert len({pillar for each in held for pillar in each.pillars}) == 4
    assert len({each.learning_type for each in held}) >= 4
    for each in held:
        assert (each.minutes_with_others or 0) <= (each.minutes or 0), each.title


def test_evidence_is_small_says_that_it_is_invented_and_is_linked(
    sample: Sample, portfolio: Portfolio
) -> None:
    linked = {key for each in portfolio.all(CpdActivity) for key in each.evidence}
    held = portfolio.all(Evidence)
    assert len(held) == 4
    for each in held:
        contents = sample.evidence[each.sha256]
        assert 1_000 < len(contents) == each.size < 60_000, each.file_name
        assert each.id in linked, each.file_name
        if each.media_type != "image/png":
            assert "Invented" in text_of_file(contents, each), each.file_name
    assert {each.media_type for each in held} == {"application/pdf", "image/png", "text/plain"}


def test_nothing_in_it_looks_like_a_patient_or_an_address(
    sample: Sample, portfolio: Portfolio
) -> None:
    for words in all_words(sample, portfolio):
        for pattern in (TEN_DIGITS, TITLED, POSTCODE):
            assert not pattern.search(words), words
        assert "@" not in words, words


def test_nobody_is_marked_and_nothing_is_shouted(sample: Sample, portfolio: Portfolio) -> None:
    for words in all_words(sample, portfolio):
        assert not VERDICTS.search(words), words
        assert "!" not in words, words
