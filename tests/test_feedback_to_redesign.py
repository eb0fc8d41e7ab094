"""Two scenarios whole: feedback that leads to redesign (D7), a preceptor's own CPD (D11)."""

from dataclasses import replace
from datetime import date
from io import BytesIO
from typing import Any

import pytest
from pypdf import PdfReader

from ahp_companion import assets
from ahp_companion.domain.capacity import capacity_in_words, is_over, promises
from ahp_companion.domain.cycle import Stage, cycle
from ahp_companion.domain.feedback import Decision, Improvement, Theme, closed
from ahp_companion.domain.frameworks import Catalogue
from ahp_companion.domain.kinds import of
from ahp_companion.domain.meetings import Meeting, as_cpd
from ahp_companion.domain.pillars import Pillar
from ahp_companion.domain.portfolio import Choice, Portfolio, chosen, gathered
from ahp_companion.domain.practitioner import Practitioner
from ahp_companion.domain.preceptorship import Preceptorship, Side
from ahp_companion.domain.problems import ProblemError
from ahp_companion.domain.protected_time import TimeAgreement
from ahp_companion.domain.workbooks import WorkbookAnswer, new_worksheet
from ahp_companion.domain.yearly_review import passages, yearly_review
from ahp_companion.exchange.samples import read_sample
from ahp_companion.report.portfolio_pdf import pdf_bytes
from ahp_companion.report.templates import template_pdf
from ahp_companion.store.catalogue import read_catalogue

BEGAN, MONTH_SIX, ON = date(2025, 9, 1), date(2026, 3, 1), date(2026, 6, 1)
OWNER = Practitioner(name="Rhiannon Ŵyn", profession="PH")
YEAR = Preceptorship(started_on=BEGAN)
FORMS = ("feedback-preceptee", "feedback-preceptor", "feedback-leaving")


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    """Return what ships as data."""
    return read_catalogue(assets.resource())


def holding(*records: Any) -> Portfolio:
    """Return a portfolio of some records."""
    held: dict[str, list[Any]] = {}
    for each in records:
        held.setdefault(of(each).name, []).append(each)
    return gathered(held)


def words_of(pdf: bytes) -> str:
    """Return the words of a PDF, a line for each page."""
    return "\n".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages)


def test_feedback_becomes_a_theme_a_card_and_a_change_that_the_review_shows() -> None:
    theme = Theme(preceptorship=YEAR.id, words="Relevance", heard="Too nursing focused",
                  on=MONTH_SIX)  # fmt: skip
    with pytest.raises(ProblemError):
        closed(theme, on=ON)
    card = Improvement(
        preceptorship=YEAR.id,
        theme=theme.id,
        title="A monthly session of our profession",
        measure="Sessions held",
        value_before="0",
        value_after="3",
        decision=Decision.ADOPT,
    )
    time = Theme(preceptorship=YEAR.id, words="Time", on=MONTH_SIX)
    answered = closed(replace(theme, what_changed="A session of our own each month"), on=ON)
    held = holding(OWNER, YEAR, answered, time, card)
    page = passages(yearly_review(held, YEAR, from_on=BEGAN, to_on=ON))
    (changed,) = [each.lines for each in page if each.heading == "What feedback changed"]
    assert set(changed) == {
        "Relevance: A session of our own each month",
        "A monthly session of our profession · Sessions held: before 0, after 3 · Adopt it",
        "Time: not answered yet",
    }
    stages = {each.stage: each for each in cycle(YEAR, held, on=ON)}
    assert stages[Stage.REDESIGN].there == ("1 card decided",)
    assert stages[Stage.EVALUATE].still_open == ("a feedback form", "1 theme to answer")


def test_a_preceptor_is_shown_only_what_the_preceptee_ticked_to_share(
    catalogue: Catalogue,
) -> None:
    sheet = new_worksheet(
        catalogue.workbooks["feedback-preceptee"],
        on=MONTH_SIX,
        side=Side.PRECEPTEE,
        preceptorship=YEAR.id,
    )
    said = WorkbookAnswer(worksheet=sheet.id, question="1.5", words="Too nursing focused")
    kept = WorkbookAnswer(worksheet=sheet.id, question="1.8", words="My own words", private=True)
    assert sheet.private
    closed_in = chosen(holding(OWNER, YEAR, sheet, said, kept), Choice()).portfolio
    assert closed_in.all(WorkbookAnswer) == ()
    shared = chosen(holding(OWNER, YEAR, replace(sheet, private=False), said, kept), Choice())
    assert shared.portfolio.all(WorkbookAnswer) == (said,)


@pytest.mark.parametrize("code", FORMS)
def test_a_blank_form_of_feedback_prints_on_two_sides_or_fewer(
    code: str, catalogue: Catalogue
) -> None:
    template = catalogue.templates[code]
    held = holding(OWNER, YEAR)
    _pdf, pages = template_pdf(template, held, catalogue, Choice(), on=ON, filled=False)
    assert pages <= 2


def test_every_form_that_a_button_prints_is_there(catalogue: Catalogue) -> None:
    wanted = {"yearly-review", "pdsa-card", "completion-certificate", "thank-you-letter",
              "follow-on-plan", "preceptor-portfolio", *FORMS}  # fmt: skip
    assert wanted <= set(catalogue.templates)


def test_a_preceptor_of_two_promised_more_than_there_is_and_has_cpd_of_their_own(
    catalogue: Catalogue,
) -> None:
    sample = read_sample(assets.resource("samples"), "paramedic-preceptor")
    held = holding(*sample.records)
    given = [each for each in held.all(Preceptorship) if each.side is Side.PRECEPTOR]
    assert len(given) == 2
    promised = promises(given, held.all(TimeAgreement), on=date(2026, 3, 12))
    assert sorted(each.minutes for each in promised) == [120, 180]
    available = held.practitioner.preceptor_minutes
    assert is_over(promised, available)
    assert "1 h more than there is" in capacity_in_words(promised, available)
    logged = [as_cpd(each) for each in held.all(Meeting) if each.held_on]
    assert len(logged) >= 5
    assert {each.pillars for each in logged} == {(Pillar.EDUCATION,)}
    initials = [each.preceptee_initials for each in given]
    assert not any(each in repr(logged) for each in initials)
    owner = holding(held.practitioner, *logged)
    pdf, _pages = pdf_bytes(owner, catalogue, Choice(), on=date(2026, 3, 12))
    words = words_of(pdf)
    assert "Education" in words
    assert "Preceptor in a preceptorship meeting" in words
    assert not any(each in words for each in initials)
