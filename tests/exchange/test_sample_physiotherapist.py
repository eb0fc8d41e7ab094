"""The largest sample: a physiotherapist called for audit, with two years behind her."""

import re
from collections import Counter
from datetime import date
from io import BytesIO
from itertools import groupby
from pathlib import Path

import pytest
from pypdf import PdfReader

from ahp_companion.assets import resource
from ahp_companion.domain import kinds
from ahp_companion.domain.agreements import Agreement
from ahp_companion.domain.audit import (
    STATEMENT_WORDS,
    SUMMARY_WORDS,
    AuditProfile,
    Gap,
    silences,
)
from ahp_companion.domain.changes import added
from ahp_companion.domain.confidence import ConfidenceRating as Rating
from ahp_companion.domain.confidence import Measure, RatedStatement, curves
from ahp_companion.domain.cpd import CpdActivity, LearningType, is_unfinished, main_pillar
from ahp_companion.domain.ending import Ending, Opportunity, by_pillar, leads_on
from ahp_companion.domain.evidence import Evidence
from ahp_companion.domain.feedback import Decision, Improvement, Theme, before_and_after, cards_of
from ahp_companion.domain.frameworks import statement
from ahp_companion.domain.meetings import Action, Meeting, MeetingKind, MeetingStage
from ahp_companion.domain.people import Person, PersonRole
from ahp_companion.domain.pillars import Pillar
from ahp_companion.domain.plan import Need, Objective, ObjectiveState, Strength, empty_layers
from ahp_companion.domain.portfolio import Portfolio, gathered
from ahp_companion.domain.practitioner import Nation, Practitioner
from ahp_companion.domain.preceptorship import Milestone, Preceptorship, Status, usual_milestones
from ahp_companion.domain.protected_time import ProtectedTime, TimeAgreement, by_month, so_far
from ahp_companion.domain.reflections import Addition, Reflection, prompts_left, words_written
from ahp_companion.domain.words import word_count
from ahp_companion.domain.workbooks import WorkbookAnswer, Worksheet
from ahp_companion.exchange.samples import Sample, read_sample
from ahp_companion.store.catalogue import read_catalogue
from ahp_companion.store.portfolio_file import create_portfolio

NAME = "physiotherapist-audit"
FROM_ON, TO_ON = date(2024, 5, 1), date(2026, 4, 30)
TODAY = date(2026, 3, 12)
TEN_DIGITS = re.compile(r"(?<!\d)\d(?:[\s-]?\d){9}(?!\d)")
TITLED = re.compile(r"\b(?:Mr|Mrs|Ms|Miss|Dr)\b\.? [A-Z]")


@pytest.fixture(scope="module")
def sample() -> Sample:
    return read_sample(resource("samples"), NAME)


@pytest.fixture(scope="module")
def portfolio(sample: Sample) -> Portfolio:
    return everything(sample)


def everything(sample: Sample) -> Portfolio:
    """Return a sample's records gathered as the app gathers its own."""
    by_kind = sorted(sample.records, key=lambda each: kinds.of(each).name)
    return gathered(
        {name: list(held) for name, held in groupby(by_kind, lambda each: kinds.of(each).name)}
    )


def text_of_file(contents: bytes, evidence: Evidence) -> str:
    """Return what can be read in an evidence file; nothing for a picture."""
    if evidence.media_type == "application/pdf":
        return "\n".join(page.extract_text() for page in PdfReader(BytesIO(contents)).pages)
    return contents.decode() if evidence.media_type.startswith("text/") else ""


def test_the_summary_is_one_sentence_that_says_it_is_invented(sample: Sample) -> None:
    assert "invented" in sample.summary
    assert sample.summary.count(".") == 1


def test_it_is_owned_by_a_physiotherapist_in_wales_whose_name_needs_every_letter(
    portfolio: Portfolio,
) -> None:
    owner = portfolio.practitioner
    assert (owner.profession, owner.nation, owner.wte_hundredths) == ("PH", Nation.WALES, 80)
    assert {"ễ", "ŷ"} <= set(owner.name)
    assert re.fullmatch(r"PH999\d{3}", owner.registration_number)
    assert owner.registered_on == date(2023, 11, 15)
    assert owner.last_renewed_on is not None
    assert owner.last_renewed_on < FROM_ON


def test_there_are_thirty_dated_activities_to_show_inside_the_two_years(
    portfolio: Portfolio,
) -> None:
    held = portfolio.all(CpdActivity)
    # As many as the statement says, and two that are private.
    assert sum(not each.private for each in held) == 30
    assert all(each.started_on and FROM_ON <= each.started_on <= TODAY for each in held)


def test_the_activities_have_every_pillar_and_every_kind_of_learning(
    portfolio: Portfolio,
) -> None:
    held = portfolio.all(CpdActivity)
    assert set(Pillar) <= {main_pillar(each) for each in held}
    assert set(LearningType) <= {each.learning_type for each in held}


def test_five_activities_are_chosen_and_each_names_both_benefits_and_has_evidence(
    portfolio: Portfolio,
) -> None:
    chosen = [each for each in portfolio.all(CpdActivity) if each.is_chosen]
    assert len(chosen) == 5
    for each in chosen:
        assert word_count(each.benefit_to_practice) > 20, each.title
        assert word_count(each.benefit_to_service_users) > 20, each.title
        assert each.evidence, each.title
        assert not each.private, each.title


def test_three_activities_are_only_captured_and_two_are_private(portfolio: Portfolio) -> None:
    held = portfolio.all(CpdActivity)
    assert sum(is_unfinished(each) for each in held) == 3
    assert sum(each.private for each in held) == 2


def test_one_silence_of_four_months_is_found_and_explained(portfolio: Portfolio) -> None:
    (gap,) = portfolio.all(Gap)
    shown = [each for each in portfolio.all(CpdActivity) if not each.private]
    for activities in (portfolio.all(CpdActivity), shown):
        (silence,) = silences(activities, [gap], from_on=FROM_ON, to_on=TO_ON)
        assert (silence.from_on, silence.to_on) == (date(2025, 6, 21), date(2025, 10, 28))
        assert silence.explained_by == gap
    (unexplained,) = silences(shown, [], from_on=FROM_ON, to_on=TO_ON)
    assert unexplained.explained_by is None


def test_both_texts_of_the_profile_are_written_and_within_their_words(
    portfolio: Portfolio,
) -> None:
    (profile,) = portfolio.all(AuditProfile)
    assert 350 <= word_count(profile.practice_summary) <= SUMMARY_WORDS
    assert 900 <= word_count(profile.personal_statement) <= STATEMENT_WORDS


def test_eight_files_are_each_linked_from_an_activity(sample: Sample, portfolio: Portfolio) -> None:
    linked = Counter(key for each in portfolio.all(CpdActivity) for key in each.evidence)
    held = portfolio.all(Evidence)
    assert len(held) == len(sample.evidence) == 8
    for each in held:
        assert linked[each.id] == 1, each.title
        assert len(sample.evidence[each.sha256]) == each.size < 60_000
    assert {each.media_type for each in held} == {"application/pdf", "image/png", "text/markdown"}


def test_every_file_that_can_be_read_says_that_it_is_a_specimen(
    sample: Sample, portfolio: Portfolio
) -> None:
    texts = [text_of_file(sample.evidence[each.sha256], each) for each in portfolio.all(Evidence)]
    readable = [text for text in texts if text]
    assert len(readable) == 6
    assert all("SPECIMEN" in text for text in readable)


def test_nothing_in_it_looks_like_a_patient(sample: Sample, portfolio: Portfolio) -> None:
    words = [kinds.text_of(record) for record in sample.records]
    words += [text_of_file(sample.evidence[each.sha256], each) for each in portfolio.all(Evidence)]
    for text in words:
        assert not TEN_DIGITS.search(text), text
        assert not TITLED.search(text), text
        assert "@" not in text, text


def test_the_first_year_is_finished_and_was_looked_at_four_times(portfolio: Portfolio) -> None:
    (first_year,) = portfolio.all(Preceptorship)
    held = portfolio.of(Milestone, first_year.id)
    assert first_year.status is Status.FINISHED
    assert [each.due_on for each in held] == [each.due_on for each in usual_milestones(first_year)]
    assert all(each.held_on for each in held)


def test_the_plan_has_strengths_needs_and_objectives_in_every_layer(
    portfolio: Portfolio,
) -> None:
    objectives = portfolio.all(Objective)
    assert len(portfolio.all(Strength)) == len(portfolio.all(Need)) == 5
    assert len(objectives) == 8
    assert empty_layers(objectives) == ()
    assert Counter(each.state for each in objectives) == {
        ObjectiveState.REACHED: 6,
        ObjectiveState.GOES_ON: 1,
        ObjectiveState.SET_ASIDE: 1,
    }


def test_protected_time_was_taken_and_lost_and_every_loss_has_a_reason(
    portfolio: Portfolio,
) -> None:
    held = portfolio.all(ProtectedTime)
    balance = so_far(by_month(portfolio.all(TimeAgreement), held, on=TODAY))
    assert len(held) == 31
    assert balance is not None
    assert (balance.taken, balance.lost, balance.own) == (2745, 765, 300)
    assert 13 * 60 < balance.owed < 14 * 60
    assert all(bool(each.lost_minutes) == bool(each.lost_reason) for each in held)


def test_ten_meetings_were_held_one_is_ahead_and_supervision_stays_apart(
    portfolio: Portfolio,
) -> None:
    meetings = portfolio.all(Meeting)
    held = [each for each in meetings if each.held_on]
    assert (len(held), len(meetings)) == (10, 11)
    assert all(60 <= word_count(each.record) <= 150 and each.agenda for each in held)
    assert Counter(each.kind for each in held) == {
        MeetingKind.PRECEPTORSHIP: 7,
        MeetingKind.CLINICAL_SUPERVISION: 2,
        MeetingKind.PEER_GROUP: 1,
    }
    assert set(MeetingStage) == {each.stage for each in meetings}


def test_agreed_actions_are_done_late_or_still_to_do(portfolio: Portfolio) -> None:
    actions = portfolio.all(Action)
    assert len(actions) >= 12
    assert all(each.owner and each.due_on for each in actions)
    assert any(each.done_on is None for each in actions)
    assert any(each.done_on > each.due_on for each in actions if each.done_on and each.due_on)


def test_preceptor_and_supervisor_are_different_people(portfolio: Portfolio) -> None:
    (first_year,) = portfolio.all(Preceptorship)
    preceptor = portfolio.find(Person, first_year.preceptor)
    supervisor = portfolio.find(Person, first_year.supervisor)
    assert preceptor is not None
    assert supervisor is not None
    assert preceptor.roles == (PersonRole.PRECEPTOR,)
    assert supervisor.roles == (PersonRole.CLINICAL_SUPERVISOR,)


def test_twelve_reflections_answer_their_models_prompts_and_most_are_private(
    portfolio: Portfolio,
) -> None:
    models = read_catalogue(resource()).reflection_models
    held = portfolio.all(Reflection)
    assert len(held) == 12
    assert sum(each.private for each in held) == 8
    for each in held:
        asked = {prompt.key for prompt in models[each.model].prompts}
        assert set(each.answers) <= asked, each.title
        assert 120 <= words_written(each.answers) <= 350, each.title
    assert sum(prompts_left(each, models[each.model]) for each in held) == 1
    assert len(portfolio.all(Addition)) == 2


def test_six_statements_were_rated_five_times_and_two_of_them_by_competence_too(
    portfolio: Portfolio,
) -> None:
    drawn = curves(portfolio.all(RatedStatement), portfolio.all(Rating))
    assert Counter(each.measure for each in drawn) == {
        Measure.CONFIDENCE: 6,
        Measure.COMPETENCE: 2,
    }
    assert {len(each.ratings) for each in drawn} == {5}


def test_every_standard_that_is_named_is_in_the_catalogue(portfolio: Portfolio) -> None:
    catalogue = read_catalogue(resource())
    tags = {tag for each in portfolio.all(CpdActivity) for tag in each.statements}
    assert {tag for tag in tags if statement(catalogue, tag) is None} == set()
    assert len(tags) == 5


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


def test_feedback_at_six_months_says_that_the_teaching_was_too_nursing_focused(
    portfolio: Portfolio,
) -> None:
    (sheet,) = [each for each in portfolio.all(Worksheet) if each.workbook == "feedback-preceptee"]
    assert (sheet.on, sheet.private) == (date(2024, 11, 7), True)
    answers = portfolio.of(WorkbookAnswer, sheet.id, by="worksheet")
    shared = {each.question: each for each in answers if not each.private}
    assert shared["1.5"].words.startswith("Too nursing focused")
    assert set(shared) == {"1.4", "1.5", "1.6", "2.1", "2.2"}
    assert len(answers) > len(shared)
    themes = [each for each in portfolio.all(Theme) if sheet.id in each.heard_in]
    assert {each.words for each in themes} == {"Relevance", "Time"}


def test_the_theme_of_relevance_led_to_sessions_of_their_own_that_stayed(
    portfolio: Portfolio,
) -> None:
    (theme,) = [each for each in portfolio.all(Theme) if each.words == "Relevance"]
    (card,) = cards_of(theme, portfolio.all(Improvement))
    assert before_and_after(card) == "Profession-specific sessions held: before 0, after 3"
    assert (card.decision, card.decided_on) == (Decision.ADOPT, date(2025, 3, 20))
    assert theme.closed_on == card.decided_on
    assert "one session a month" in theme.what_changed


def test_a_theme_that_changed_nothing_says_why(portfolio: Portfolio) -> None:
    (theme,) = [each for each in portfolio.all(Theme) if each.no_change_because]
    assert theme.closed_on
    assert not theme.what_changed


def test_the_agreement_has_two_versions_and_the_first_says_when_it_was_replaced(
    portfolio: Portfolio,
) -> None:
    first, second = sorted(portfolio.all(Agreement), key=lambda each: str(each.agreed_on))
    assert first.replaced_on == second.agreed_on == date(2024, 11, 12)
    assert second.replaced_on is None
    assert first.clauses["protected-time"].startswith("Six hours")
    assert second.clauses["protected-time"].startswith("Four hours")


def test_the_year_ended_with_words_to_keep_and_ways_on_under_every_pillar(
    portfolio: Portfolio,
) -> None:
    (ending,) = portfolio.all(Ending)
    opportunities = portfolio.all(Opportunity)
    assert ending.preceptor_words
    assert ending.thanks
    assert leads_on(ending, opportunities)
    assert all(by_pillar(opportunities)[pillar] for pillar in Pillar)
