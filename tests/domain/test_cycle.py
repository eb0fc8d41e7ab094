"""The round of a preceptorship in six stages, said from the records in words alone."""

import re
from dataclasses import replace
from datetime import date
from typing import Any

from ahp_companion.domain import kinds
from ahp_companion.domain.agreements import Agreement
from ahp_companion.domain.cycle import Stage, Standing, cycle
from ahp_companion.domain.ending import Ending
from ahp_companion.domain.feedback import Decision, Improvement, Theme
from ahp_companion.domain.meetings import Meeting, MeetingKind
from ahp_companion.domain.people import Person, PersonRole
from ahp_companion.domain.portfolio import Portfolio, gathered
from ahp_companion.domain.preceptorship import Preceptorship, Side, Status
from ahp_companion.domain.protected_time import TimeAgreement, Whose
from ahp_companion.domain.reflections import Reflection
from ahp_companion.domain.workbooks import Worksheet

ON = date(2026, 3, 12)
YEAR = Preceptorship(started_on=date(2025, 9, 1))


def holding(*records: Any) -> Portfolio:
    """Return a portfolio of some records."""
    held: dict[str, list[Any]] = {}
    for each in records:
        held.setdefault(kinds.of(each).name, []).append(each)
    return gathered(held)


def stage(wanted: Stage, preceptorship: Preceptorship, *records: Any) -> Standing:
    """Return one stage of the round that some records make."""
    found = {each.stage: each for each in cycle(preceptorship, holding(*records), on=ON)}
    return found[wanted]


def test_the_round_has_six_stages_in_their_order() -> None:
    assert [each.stage for each in cycle(YEAR, holding(), on=ON)] == list(Stage)


def test_nobody_named_is_open_and_someone_named_is_there() -> None:
    bare = stage(Stage.ESTABLISH, YEAR)
    assert bare.there_in_words == "Nothing here yet"
    assert bare.open_in_words == "Open: a named preceptor and a back-up preceptor"
    marta = Person(name="Marta")
    named = stage(Stage.ESTABLISH, replace(YEAR, preceptor=marta.id, back_up=marta.id), marta)
    assert named.there_in_words == "A named preceptor and a back-up preceptor"
    assert named.open_in_words == ""


def test_a_preceptor_is_there_on_their_own_side() -> None:
    mine = replace(YEAR, side=Side.PRECEPTOR)
    assert stage(Stage.ESTABLISH, mine).there == ("a named preceptor",)


def test_the_only_one_of_a_profession_needs_someone_elsewhere() -> None:
    alone = replace(YEAR, only_one_here=True)
    assert "someone of the same profession elsewhere" in stage(Stage.ESTABLISH, alone).still_open
    contact = Person(roles=(PersonRole.SAME_PROFESSION,))
    assert stage(Stage.ESTABLISH, alone, contact).there == (
        "someone of the same profession elsewhere",
    )


def test_time_is_agreed_for_each_of_the_two() -> None:
    found = stage(
        Stage.IMPLEMENT,
        YEAR,
        Agreement(preceptorship=YEAR.id, agreed_with="Bríd"),
        TimeAgreement(preceptorship=YEAR.id, whose=Whose.PRECEPTEE, minutes=120),
    )
    assert found.there_in_words == "An agreement and time agreed for the preceptee"
    assert found.open_in_words == "Open: time agreed for the preceptor"


def test_an_agreement_without_a_word_in_it_is_still_open() -> None:
    found = stage(Stage.IMPLEMENT, YEAR, Agreement(preceptorship=YEAR.id))
    assert "an agreement" in found.still_open


def test_supervision_is_no_meeting_of_the_preceptorship() -> None:
    held = Meeting(
        preceptorship=YEAR.id, kind=MeetingKind.CLINICAL_SUPERVISION, held_on=date(2026, 1, 8)
    )
    assert "a first meeting" in stage(Stage.DELIVER, YEAR, held).still_open


def test_meetings_that_were_held_and_reflections_are_counted_in_words() -> None:
    found = stage(
        Stage.DELIVER,
        YEAR,
        Meeting(preceptorship=YEAR.id, held_on=date(2025, 10, 1)),
        Meeting(preceptorship=YEAR.id, planned_on=date(2026, 4, 1)),
        Meeting(preceptorship="another", held_on=date(2025, 10, 1)),
        Reflection(preceptorship=YEAR.id),
    )
    assert found.there == ("1 meeting held", "1 reflection")


def test_themes_that_wait_are_open_and_lead_to_redesign() -> None:
    records = (
        Worksheet(workbook="feedback-preceptee", preceptorship=YEAR.id),
        Theme(preceptorship=YEAR.id, words="Time"),
        Theme(preceptorship=YEAR.id, what_changed="A session", closed_on=ON),
        Improvement(preceptorship=YEAR.id, decision=Decision.ADOPT),
        Improvement(preceptorship=YEAR.id),
    )
    evaluated = stage(Stage.EVALUATE, YEAR, *records)
    assert evaluated.there == ("1 feedback form", "1 theme answered")
    assert evaluated.still_open == ("1 theme to answer",)
    redesigned = stage(Stage.REDESIGN, YEAR, *records)
    assert redesigned.there == ("1 card decided",)
    assert redesigned.still_open == ("1 card to decide",)


def test_a_yearly_review_is_open_a_year_after_the_start_or_the_last_one() -> None:
    early = replace(YEAR, started_on=date(2025, 3, 13))
    assert "a yearly review" not in stage(Stage.EVALUATE, early).still_open
    long = replace(YEAR, started_on=date(2025, 3, 12), length_months=24)
    assert "a yearly review" in stage(Stage.EVALUATE, long).still_open
    sheet = Worksheet(workbook="yearly-review", preceptorship=long.id, on=date(2026, 3, 1))
    reviewed = stage(Stage.EVALUATE, long, sheet)
    assert "a yearly review of 1 March 2026" in reviewed.there
    assert "a yearly review" not in reviewed.still_open


def test_celebrating_waits_for_nothing_before_the_end() -> None:
    assert stage(Stage.CELEBRATE, YEAR).still_open == ()
    over = replace(YEAR, status=Status.FINISHED)
    assert stage(Stage.CELEBRATE, over).still_open == ("a certificate", "a word of thanks")
    ending = Ending(preceptorship=over.id, certified_on=ON, thanks="Dear Marta")
    assert stage(Stage.CELEBRATE, over, ending).there == ("a certificate", "a word of thanks")


def test_no_stage_speaks_of_shares_or_of_so_many_of_so_many() -> None:
    said = " ".join(
        f"{each.there_in_words} {each.open_in_words}" for each in cycle(YEAR, holding(), on=ON)
    )
    assert not re.search(r"%|\d+ (of|out of) \d+|complete", said)
