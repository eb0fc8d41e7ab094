"""What leaves of one preceptee holds nothing of another, in any format there is."""

import zipfile
from argparse import Namespace
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from ahp_companion import assets
from ahp_companion.commands.arguments import read_arguments
from ahp_companion.commands.exporting import WRITERS
from ahp_companion.domain.changes import added
from ahp_companion.domain.frameworks import Catalogue
from ahp_companion.domain.kinds import of, text_of
from ahp_companion.domain.meetings import Meeting, as_cpd, logged_as
from ahp_companion.domain.portfolio import Choice, Portfolio, chosen, gathered
from ahp_companion.report.templates import template_pdf
from ahp_companion.store.catalogue import read_catalogue
from ahp_companion.store.portfolio_file import PortfolioFile, create_portfolio
from tests.preceptees import ALPHA, BRAVO, ON, OWNER, belonging, preceptorship_of

# An archive is always of everything, and what a regulator is shown is of a whole period.
WHOLE = {"archive", "hcpc-profile", "gosc-profile"}
# A passport says what its owner can do, and nothing of any preceptee.
OWNERS = {"passport"}
PAIRS = [(ALPHA, BRAVO), (BRAVO, ALPHA)]
HELD = {canary: belonging(canary) for canary in (ALPHA, BRAVO)}
EVERYTHING = (OWNER, *HELD[ALPHA], *HELD[BRAVO])


@pytest.fixture(scope="module")
def portfolio(tmp_path_factory: pytest.TempPathFactory) -> PortfolioFile:
    """Return a portfolio with two preceptees."""
    path = tmp_path_factory.mktemp("two") / "two.ahp"
    opened = create_portfolio(path, [])
    opened.apply(added(*EVERYTHING))
    return opened


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    """Return what ships as data."""
    return read_catalogue(assets.resource())


def read(path: Path) -> str:
    """Return the words of a file that was written, or of every file in a folder."""
    if path.is_dir():
        return "\n".join(read(each) for each in sorted(path.rglob("*")) if each.is_file())
    if path.read_bytes()[:5] == b"%PDF-":
        return "\n".join(page.extract_text() for page in PdfReader(path).pages)
    if zipfile.is_zipfile(path):
        with zipfile.ZipFile(path) as held:
            return "\n".join(held.read(each).decode(errors="replace") for each in held.namelist())
    return path.read_text(encoding="utf-8-sig")


def asked(format_name: str, canary: str, out: Path) -> Namespace:
    """Return what the command line asks for one preceptee, private records and all."""
    of = preceptorship_of(HELD[canary]).id
    words = ["export", format_name, "two.ahp", str(out), "--preceptorship", of]
    return read_arguments([*words, "--include-private", "--with-scope", "--on", ON.isoformat()])


@pytest.mark.parametrize(("canary", "other"), PAIRS)
@pytest.mark.parametrize("format_name", [each for each in WRITERS if each not in WHOLE])
def test_no_format_of_one_preceptee_holds_a_word_of_the_other(
    format_name: str, canary: str, other: str, portfolio: PortfolioFile, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    WRITERS[format_name](out, portfolio, asked(format_name, canary, out))
    words = read(out)
    assert (canary in words) is (format_name not in OWNERS)
    assert other not in words


@pytest.mark.parametrize(("canary", "other"), PAIRS)
def test_no_form_of_one_preceptee_holds_a_word_of_the_other(
    canary: str, other: str, catalogue: Catalogue, portfolio: PortfolioFile, tmp_path: Path
) -> None:
    whole = portfolio.records.gather()
    wish = Choice(preceptorship=preceptorship_of(HELD[canary]).id, include_private=True)
    named = []
    for code, template in catalogue.templates.items():
        form, _pages = template_pdf(template, whole, catalogue, wish, on=ON, filled=True)
        path = tmp_path / f"{code}.pdf"
        path.write_bytes(form)
        words = read(path)
        assert other not in words, code
        if canary in words:
            named.append(code)
    # Not every form speaks of a preceptorship; that none did would be a test of nothing.
    assert len(named) > len(catalogue.templates) // 2


@pytest.mark.parametrize(("canary", "other"), PAIRS)
def test_every_kind_of_record_of_one_leaves_and_none_of_the_other(canary: str, other: str) -> None:
    leaving = _leaving(canary)
    words = {name: _words(held) for name, held in leaving.records.items()}
    assert [name for name, said in words.items() if other in said] == []
    missing = {type(each) for each in HELD[canary]} - {
        type(each) for held in leaving.records.values() for each in held if canary in text_of(each)
    }
    assert {each.__name__ for each in missing} <= {"PreceptorChange", "Practitioner"}


def test_a_person_whom_both_know_leaves_with_each() -> None:
    person = next(each for each in HELD[ALPHA] if type(each).__name__ == "Person")
    shared = [
        replace(each, back_up=person.id) if each == preceptorship_of(HELD[BRAVO]) else each
        for each in EVERYTHING
    ]
    leaving = chosen(_portfolio(shared), _wish(BRAVO)).portfolio
    assert person in leaving.records["person"]


def test_a_meeting_as_cpd_says_nothing_of_the_preceptee_and_is_known_again() -> None:
    meeting = Meeting(
        preceptorship=preceptorship_of(HELD[ALPHA]).id,
        title=f"Review with {ALPHA}",
        record=f"{ALPHA} is finding their feet",
        place=ALPHA,
        held_on=ON,
        minutes=60,
    )
    activity = as_cpd(meeting)
    assert ALPHA not in repr(activity)
    assert activity.preceptorship is None
    assert activity.id != meeting.id
    assert logged_as(meeting, [activity], [meeting]) == activity
    assert as_cpd(meeting) == activity


def test_two_meetings_on_one_day_are_logged_each_for_itself() -> None:
    one, other = Meeting(held_on=ON, minutes=60), Meeting(held_on=ON, minutes=60)
    logged = as_cpd(one)
    assert logged_as(other, [logged], [one, other]) is None
    by_hand = replace(logged, id="1b6f1a1e-0000-4000-8000-000000000000")
    assert logged_as(other, [by_hand], [one, other]) == by_hand
    assert logged_as(other, [], [one, other]) is None


def _leaving(canary: str) -> Portfolio:
    return chosen(_portfolio(EVERYTHING), _wish(canary)).portfolio


def _wish(canary: str) -> Choice:
    return Choice(preceptorship=preceptorship_of(HELD[canary]).id, include_private=True)


def _portfolio(records: Any) -> Portfolio:
    held: dict[str, list[Any]] = {}
    for each in records:
        held.setdefault(of(each).name, []).append(each)
    return gathered(held)


def _words(records: tuple[Any, ...]) -> str:
    return "\n".join(text_of(each) for each in records)
