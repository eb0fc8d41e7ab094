"""A statement put together holds what was typed, all of it, and nothing else."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ahp_companion.domain.audit import Arrangement
from ahp_companion.domain.cpd import CpdActivity
from ahp_companion.domain.evidence import Evidence, InProfile
from ahp_companion.domain.evidence_looks import EvidenceLook
from ahp_companion.domain.plan import Objective
from ahp_companion.domain.statement import (
    QUESTIONS,
    assembled,
    chosen_for_statement,
    evidence_for,
    evidence_rows,
    paragraphs,
)
from tests.sizes import drawn

STAIRS = CpdActivity(
    id="stairs",
    title="Stairs after stroke",
    started_on=date(2025, 3, 1),
    what_i_did="I watched six people on their own stairs.",
    what_i_learnt="The rail is nearly always on the wrong side.",
    benefit_to_practice="I ask for a photograph of the stairs first.",
    benefit_to_service_users="Two people sleep upstairs again.",
    is_chosen=True,
    evidence=("e1", "e2"),
)
TALK = CpdActivity(
    id="talk",
    title="Teaching the carers’ group",
    started_on=date(2025, 6, 1),
    what_i_did="I taught lifting to eleven carers.",
    benefit_to_service_users="Fewer calls after a fall.",
    objective="o",
    is_chosen=True,
    evidence=("e2", "e3"),
)
GOAL = Objective(id="o", title="Teach what I know")


def test_by_activity_each_stands_whole() -> None:
    first, second = paragraphs([STAIRS, TALK], Arrangement.ACTIVITY)
    assert first.heading == "Stairs after stroke"
    assert first.words.split("\n")[-1] == "Two people sleep upstairs again."
    assert (first.standards, second.standards) == (("1", "2", "3", "4"), ("1", "2", "4"))


def test_answers_stand_apart_as_their_own_paragraphs_do() -> None:
    told = assembled([STAIRS], Arrangement.ACTIVITY)
    assert told.split("\n\n")[0] == f"{STAIRS.title}\n{STAIRS.what_i_did}"
    assert told.split("\n\n")[1:] == [
        STAIRS.what_i_learnt,
        STAIRS.benefit_to_practice,
        STAIRS.benefit_to_service_users,
    ]


def test_by_standard_all_benefits_stand_together_at_the_end() -> None:
    found = [each.words for each in paragraphs([STAIRS, TALK], Arrangement.STANDARD)]
    assert found[2:] == [
        "I ask for a photograph of the stairs first.",
        "Two people sleep upstairs again.",
        "Fewer calls after a fall.",
    ]


def test_by_plan_activities_stand_under_their_objective() -> None:
    found = paragraphs([STAIRS, TALK], Arrangement.PLAN, [GOAL])
    assert [each.heading for each in found] == [
        "Teach what I know\nTeaching the carers’ group",
        "Stairs after stroke",
    ]


@pytest.mark.parametrize("arranged_by", list(Arrangement))
def test_nothing_typed_is_nothing_put_together(arranged_by: Arrangement) -> None:
    assert assembled([CpdActivity(title="Only a title", is_chosen=True)], arranged_by) == ""


WORDS = st.text(st.characters(categories=["L", "N", "P", "Zs"]), max_size=30)
ACTIVITIES = st.lists(
    st.builds(
        CpdActivity,
        id=st.uuids().map(str),
        title=WORDS,
        what_i_did=WORDS,
        what_i_learnt=WORDS,
        benefit_to_practice=WORDS,
        benefit_to_service_users=WORDS,
        objective=st.none() | st.just("o"),
    ),
    max_size=6,
    unique_by=lambda each: each.id,
)


@drawn(100)
@given(held=ACTIVITIES, arranged_by=st.sampled_from(Arrangement))
def test_every_word_was_typed_and_every_answer_is_there_once(
    held: list[CpdActivity], arranged_by: Arrangement
) -> None:
    put_together = assembled(held, arranged_by, [GOAL])
    answers = [str(getattr(each, field)) for each in held for field, _, _ in QUESTIONS]
    typed = " ".join([GOAL.title, *(each.title for each in held), *answers]).split()
    assert set(put_together.split()) <= set(typed)
    said = [each.words for each in paragraphs(held, arranged_by, [GOAL])]
    assert sorted(" ".join(said).split()) == sorted(" ".join(answers).split())


def test_only_chosen_activities_of_the_time_that_counts_are_told() -> None:
    held = [TALK, STAIRS, CpdActivity(title="Not chosen", started_on=date(2025, 4, 1))]
    two_years = {"from_on": date(2025, 1, 1), "to_on": date(2025, 12, 31)}
    assert chosen_for_statement(held, **two_years) == (STAIRS, TALK)
    assert chosen_for_statement(held, from_on=date(2025, 5, 1), to_on=date(2025, 12, 31)) == (TALK,)


def piece(wanted: str, goes: InProfile = InProfile.AS_LINKED) -> Evidence:
    return Evidence(
        id=wanted,
        title=f"Piece {wanted}",
        file_name=f"{wanted}.pdf",
        sha256=wanted,
        in_profile=goes,
    )


def test_evidence_goes_with_its_activities_in_their_order() -> None:
    held = [piece("e3"), piece("e2"), piece("e1"), piece("e4"), piece("e5", InProfile.ALWAYS)]
    assert [each.id for each in evidence_for(held, [STAIRS, TALK])] == ["e1", "e2", "e3", "e5"]
    never = [piece("e1", InProfile.NEVER), piece("e2")]
    assert [each.id for each in evidence_for(never, [STAIRS])] == ["e2"]


def test_a_row_says_pages_or_what_sort_of_file_it_is() -> None:
    photograph = Evidence(id="p", file_name="stairs.jpg", media_type="image/jpeg", standards=("4",))
    held = [piece("e1"), piece("e2"), photograph, Evidence(id="w", file_name="notes.docx")]
    looks = {"e1": EvidenceLook(sha256="e1", pages=3)}
    rows = evidence_rows(held, looks)
    assert [each.number for each in rows] == [1, 2, 3, 4]
    assert [each.pages for each in rows] == ["3 pages", "PDF file", "1 picture", "DOCX file"]
    assert (rows[2].standards_in_words, rows[2].description) == ("4", "stairs.jpg")
