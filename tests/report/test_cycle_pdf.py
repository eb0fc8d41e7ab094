"""An osteopath's three years on paper: each thing asked for, and the records that show it."""

import re
from dataclasses import replace
from datetime import date
from functools import cache

from ahp_companion.domain.cpd import CpdActivity
from ahp_companion.domain.evidence import Evidence
from ahp_companion.domain.profile import Handed
from ahp_companion.report.cycle_pdf import cycle_pdf
from tests.report.handing import OWNER, of, of_sample
from tests.report.people import portfolio_of
from tests.report.reading import Printed
from tests.report.validating import problems_of

OSTEOPATH = replace(OWNER, profession="OSTEOPATH", registration_number="00042")
OF_ANOTHER = re.compile(
    r"\b(hcpc|health and care professions|profile|personal statement|practice summary|"
    r"learning type|standards|cpd number)\b",
    re.IGNORECASE,
)


def printed(handed: Handed) -> Printed:
    return Printed(*cycle_pdf(handed))


@cache
def sample() -> Printed:
    return printed(of_sample("osteopath"))


def test_it_can_be_read_by_everyone() -> None:
    assert problems_of(sample().content) == []
    assert sample().parts == [
        "The three years",
        "List of activities",
        "Activities in full",
        "Evidence",
    ]


def test_hours_and_hours_with_others_stand_beside_what_is_asked_for() -> None:
    words = sample().pages[0]
    assert "90 hours 119 h 30 min All 22 of the list" in words
    assert "45 hours with others 83 h 30 min 1, 2, 3" in words


def test_each_theme_and_each_activity_is_shown_by_its_records() -> None:
    words = sample().text
    assert "Theme A: Communication and patient partnership 5 activities 2, 5, 7, 15, 16" in words
    assert (
        "A Peer Discussion Review 1 activity 8: Peer discussion review, 25 November 2024" in words
    )
    assert "An objective activity 3 activities 2: Audit of how I ask" in words
    assert "8 25 November 2024 Peer discussion review" in words


def test_not_one_word_is_anothers() -> None:
    assert OF_ANOTHER.findall(sample().text) == []


def test_what_is_not_there_yet_is_said_without_a_verdict() -> None:
    words = printed(of(portfolio_of(OSTEOPATH))).text
    assert "90 hours 0 min None yet" in words
    assert "A Peer Discussion Review None yet –" in words
    assert "No activities are recorded in this period." in words


def test_evidence_is_listed_with_the_activities_it_shows() -> None:
    paper = Evidence(id="e", title="Certificate", sha256="a" * 64)
    course = CpdActivity(
        id="c", title="Course", started_on=date(2025, 6, 1), what_i_did="Went", evidence=("e",)
    )
    portfolio = portfolio_of(OSTEOPATH, paper, course)
    words = printed(of(portfolio, pages={1: 1}, places={1: "evidence-01.pdf, page 1"})).text
    assert "1 Certificate 1 page 1 evidence-01.pdf, page 1" in words
    assert "activity 1 · evidence 1" in words
