"""HCPC's profile on paper: what it says, in which order, and nothing that was not typed."""

from dataclasses import replace
from datetime import date
from functools import cache

from ahp_companion.domain.audit import AuditProfile
from ahp_companion.domain.cpd import CpdActivity, LearningType
from ahp_companion.domain.evidence import Evidence
from ahp_companion.domain.portfolio import Choice
from ahp_companion.domain.profile import Handed
from ahp_companion.report.profile_pdf import profile_pdf
from tests.report.handing import of_records, of_sample
from tests.report.reading import Printed, joined
from tests.report.validating import problems_of

TOLD = CpdActivity(
    id="t",
    title="Gait <b>after</b> stroke",
    started_on=date(2025, 6, 1),
    learning_type=LearningType.FORMAL,
    is_chosen=True,
    what_i_did="Two days in Łódź",
    what_i_learnt="Amount matters",
    benefit_to_practice="I count steps",
    benefit_to_service_users="They walk more",
    evidence=("e",),
)
PAPER = Evidence(id="e", title="Certificate", sha256="a" * 64, standards=("2", "3"))


def printed(handed: Handed) -> Printed:
    return Printed(*profile_pdf(handed))


@cache
def sample() -> Printed:
    return printed(replace(of_sample("physiotherapist-audit"), list_pages=2))


def test_it_can_be_read_by_everyone() -> None:
    assert problems_of(sample().content) == []
    assert sample().language == "en-GB"


def test_its_parts_stand_in_the_order_of_the_form() -> None:
    assert sample().parts == [
        "Practice summary",
        "List of activities",
        "Personal statement",
        "Activities in full",
        "Supporting evidence",
    ]
    # Nothing of the sample stays that its reader would have to know of.
    assert "What was left out" not in sample().titles


def test_it_begins_quietly_with_who_and_which_period() -> None:
    first = sample().pages[0]
    assert first.startswith("CPD profile")
    assert "Prepared for HCPC’s audit of continuing professional development" in first
    assert "Registration number PH999417" in first
    assert "CPD number 999417-26" in first
    assert "1 May 2024 to 30 April 2026; the list goes to 12 March 2026" in first
    assert "Prepared 12 March 2026" in first
    assert f"1 of {sample().page_count}" in first


def test_both_texts_stand_as_typed_with_their_numbers_of_words() -> None:
    (held,) = [of_sample("physiotherapist-audit").profile.texts]
    whole = " ".join(
        joined(each)
        for page in sample().pages
        for each in (page.rpartition("Prepared 12 March 2026")[0] or page,)
    )
    assert "381 words of at most 500" in whole
    assert "1,150 words of at most 1,500" in whole
    for typed in (*held.practice_summary.split("\n\n"), *held.personal_statement.split("\n\n")):
        # A paragraph may go on overleaf, under the running head.
        assert joined(typed)[:60] in whole


def test_a_statement_that_is_not_written_is_not_put_together_for_anyone() -> None:
    words = printed(of_records(TOLD, PAPER)).text
    assert "The personal statement is not written." in words
    assert "The practice summary is not written." in words
    assert words.count("Amount matters") == 1


def test_what_was_chosen_stands_in_full_as_typed() -> None:
    words = printed(of_records(TOLD, PAPER)).text
    assert "Gait <b>after</b> stroke" in words
    assert "Formal and educational · evidence 1" in words
    for label, typed in (
        ("What I did", "Two days in Łódź"),
        ("What I learnt", "Amount matters"),
        ("Benefit to my practice", "I count steps"),
        ("Benefit to service users", "They walk more"),
    ):
        assert f"{label} {typed}" in words


def test_the_dated_list_comes_first_among_the_evidence_and_has_no_number() -> None:
    handed = of_records(
        TOLD,
        PAPER,
        pages={1: 5},
        places={1: "evidence-02.pdf, pages 3 to 7"},
        list_pages=2,
    )
    words = printed(handed).text
    assert (
        "– List of all CPD activities, 1 May 2024 to 12 March 2026 2 pages 1, 2 activities.pdf "
        "1 Certificate 5 pages 2, 3 evidence-02.pdf, pages 3 to 7" in words
    )


def test_a_piece_in_no_file_says_why() -> None:
    words = printed(of_records(TOLD, PAPER, unplaced={1: "The file is not here"})).text
    assert "In no file" in words
    assert "Evidence 1 1 The file is not here" in words


def test_what_is_private_is_neither_named_nor_spoken_of() -> None:
    hidden = CpdActivity(id="h", title="SECRET", started_on=date(2025, 7, 1), private=True)
    words = printed(of_records(TOLD, hidden)).text
    assert "SECRET" not in words
    assert "private" not in words
    asked = printed(of_records(TOLD, hidden, choice=Choice(include_private=True))).text
    assert "SECRET" in asked


def test_too_many_words_are_counted_and_all_of_them_printed() -> None:
    long = AuditProfile(practice_summary="word " * 501 + "last")
    words = printed(of_records(long)).text
    assert "502 words of at most 500" in words
    assert words.count("word ") == 501


def test_nothing_recorded_makes_a_profile_that_says_so() -> None:
    read = printed(of_records())
    assert problems_of(read.content) == []
    assert "No activities are recorded in this period." in read.text
    assert "Activities in full" not in read.parts
