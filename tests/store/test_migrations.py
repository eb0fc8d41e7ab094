"""Older files: brought up to date with nothing lost, from the file of each schema that landed."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from ahp_companion.domain.agreements import Agreement, AgreementKind, formerly
from ahp_companion.domain.audit import Arrangement, AuditProfile
from ahp_companion.domain.cpd import CpdActivity
from ahp_companion.domain.evidence import Evidence, InProfile
from ahp_companion.domain.meetings import Action, Meeting
from ahp_companion.domain.plan import Strength
from ahp_companion.domain.practitioner import Practitioner, Workplace, WorkplaceKind
from ahp_companion.domain.preceptorship import Preceptorship
from ahp_companion.domain.reflections import Reflection
from ahp_companion.store.connection import Database
from ahp_companion.store.migrations import pending
from ahp_companion.store.portfolio_file import PortfolioFile, open_portfolio

DATA = Path(__file__).parents[1] / "data"


@pytest.fixture
def first(tmp_path: Path) -> Path:
    """Return a portfolio that the first version wrote."""
    return Path(shutil.copy(DATA / "first-schema.ahp", tmp_path / "older.ahp"))


def test_a_file_of_the_first_schema_is_backed_up_and_then_has_them_all(first: Path) -> None:
    seen: list[str] = []

    def back_up(older: PortfolioFile) -> None:
        seen.append(older.schema)
        assert older.records.counts()["meeting"] == 1

    with open_portfolio(first, before_migrating=back_up) as portfolio:
        assert (seen, portfolio.schema) == (["first"], "third")
        assert portfolio.problems() == []
    with open_portfolio(first, before_migrating=back_up) as portfolio:
        assert seen == ["first"]
        assert portfolio.problems() == []


def test_every_record_of_the_first_schema_is_as_it_was(first: Path) -> None:
    with open_portfolio(first) as portfolio:
        read = portfolio.records
        assert read.all(Practitioner)[0].name == "Đặng Thị Thuỳ Linh"
        assert read.all(Practitioner)[0].preceptor_minutes is None
        assert read.all(Workplace)[0].kind is WorkplaceKind.NHS
        years = {each.id: each for each in read.all(Preceptorship)}
        assert (years["y"].title, years["y"].preceptor, years["y"].back_up) == (
            "First year", "p", None,
        )  # fmt: skip
        assert (years["y"].away_months, years["y"].started_on) == (7, date(2025, 9, 1))
        assert read.all(Strength)[0].from_away is False
        assert read.all(Meeting)[0].record == "We spoke of the plaster room"
        assert read.all(Action)[0].meeting == "m"
        assert read.all(Reflection)[0].meetings == ("m",)
        assert read.all(CpdActivity)[0].what_i_learnt == "That sockets wear"


def test_what_was_agreed_in_a_preceptorship_is_an_agreement_with_its_first_revision(
    first: Path,
) -> None:
    with open_portfolio(first) as portfolio:
        (agreement,) = portfolio.records.all(Agreement)
        assert (agreement.preceptorship, agreement.kind) == ("y", AgreementKind.PRECEPTORSHIP)
        assert agreement.agreed_on == date(2025, 9, 8)
        assert agreement.agreed_with == "Llŷr Gwynfor Hughes"
        assert agreement.clauses == {
            "expectations": "Honest questions, asked early",
            "confidentiality": "What I say about myself",
        }
        # An archive made before the update brings the very same agreement, and so none.
        assert agreement.id == formerly("y", {"agreed_with": "Llŷr"})["id"]  # type: ignore[index]
        (revision,) = portfolio.records.revisions(agreement.id)
        assert revision.record == agreement
        assert len(portfolio.records.revisions("c")) == 2


def test_everything_is_found_after_an_update_where_it_now_is(first: Path) -> None:
    with open_portfolio(first) as portfolio:
        read = portfolio.records
        assert [type(each) for each in read.find("honest")] == [Agreement]
        assert [each.id for each in read.find("first year")] == ["y"]
        assert [each.id for each in read.find("sockets")] == ["c"]
        assert [each.id for each in read.find("plaster")] == ["m"]


def test_a_file_of_the_second_schema_keeps_its_profile_and_its_evidence(tmp_path: Path) -> None:
    path = Path(shutil.copy(DATA / "second-schema.ahp", tmp_path / "older.ahp"))
    with open_portfolio(path) as portfolio:
        assert (portfolio.schema, portfolio.problems()) == ("third", [])
        (profile,) = portfolio.records.all(AuditProfile)
        assert profile.practice_summary == "I make and fit sockets"
        assert (profile.due_on, profile.arranged_by) == (None, Arrangement.ACTIVITY)
        (evidence,) = portfolio.records.all(Evidence)
        assert portfolio.evidence.read(evidence.sha256) == b"proof"
        assert (evidence.in_profile, evidence.standards) == (InProfile.AS_LINKED, ())
        assert [each.id for each in portfolio.records.find("sockets")] == ["c", "p"]


def test_there_is_a_file_of_every_schema_but_the_newest() -> None:
    names = pending(Database(memory=True))
    assert [f"{name}-schema.ahp" for name in names[:-1]] == sorted(
        path.name for path in DATA.glob("*-schema.ahp")
    )
