"""The skills passport: an occupational therapist takes it from the hospital to the council."""

import json
import zipfile
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from ahp_companion.__main__ import main
from ahp_companion.domain.changes import Change, Edit, added
from ahp_companion.domain.competences import Competence, CompetenceFramework, asked_again, is_met
from ahp_companion.domain.evidence import Evidence
from ahp_companion.domain.portfolio import gathered
from ahp_companion.domain.practitioner import Practitioner, Qualification, Workplace
from ahp_companion.domain.reflections import Reflection
from ahp_companion.domain.scope import CarriesOver, ScopeKind, ScopeLine, ScopeSheet, new_setting
from ahp_companion.domain.training import Training
from ahp_companion.exchange.passport import passport
from ahp_companion.store.portfolio_file import create_portfolio, open_portfolio
from tests.exchange.everything import CERTIFICATE, SHA256, everything

Capture = pytest.CaptureFixture[str]
NOT_CARRIED_OVER = 3
TAKEN = (
    "workplace", "qualification", "evidence", "training", "competence_framework", "competence",
)  # fmt: skip


@pytest.fixture
def moved(tmp_path: Path) -> Path:
    """Return the portfolio of Mairi, who met twelve competences and then changed setting."""
    path = tmp_path / "Mairi.ahp"
    hospital = Workplace(name="Royal, stroke ward", started_on=date(2023, 2, 1))
    framework = CompetenceFramework(name="Stroke rehabilitation", edition="2022")
    certificate = Evidence(title="Splinting", file_name="splint.pdf", sha256=SHA256, size=49)
    met = [
        Competence(
            framework=framework.id,
            number=f"1.{number}",
            heading="Assessment",
            words=f"Step {number}, with the person: “ŷ, Łódź”",
            met_on=date(2024, 3, number),
            signed_off_by="J. Brown, team lead",
            evidence=(certificate.id,) if number == 1 else (),
        )
        for number in range(1, 13)
    ]
    sheet = ScopeSheet(title="Hospital", workplace=hospital.id, from_on=date(2023, 2, 1))
    line = ScopeLine(sheet=sheet.id, words="Splints", kind=ScopeKind.INSIDE)
    closed, after, carried = new_setting(sheet, [line], on=date(2026, 2, 2), title="Council")
    asked = asked_again(met, where=sheet.title)
    answered = [
        replace(each, carries_over=CarriesOver.NO if at < NOT_CARRIED_OVER else CarriesOver.YES)
        for at, each in enumerate(asked)
    ]
    with create_portfolio(path, []) as portfolio:
        portfolio.evidence.add(CERTIFICATE)
        first = (
            Practitioner(name="Mairi MacLeod", profession="OT"), hospital,
            Qualification(title="BSc Occupational Therapy", level=10),
            Training(title="Splinting", minutes=420, credits=15, evidence=(certificate.id,)),
            Reflection(title="Leaving", answers={"what": "I said goodbye"}),
            Evidence(title="A letter"), certificate, framework, *met, sheet, line,
        )  # fmt: skip
        portfolio.apply(added(*first))
        edits = [Edit(before=sheet, after=closed), Edit(after=after)]
        edits += [Edit(after=each) for each in carried]
        edits += [Edit(before=a, after=b) for a, b in zip(met, answered, strict=True)]
        portfolio.apply(Change(words="Began a new setting", edits=tuple(edits)))
    return path


@pytest.fixture
def second(tmp_path: Path) -> Path:
    """Return the empty portfolio of the same person on another computer."""
    path = tmp_path / "second.ahp"
    assert main(["new", str(path), "--name", "M. MacLeod", "--profession", "OT"]) == 0
    return path


def records(path: Path) -> dict[str, tuple[Any, ...]]:
    with open_portfolio(path) as portfolio:
        return dict(portfolio.records.gather().records)


def test_a_second_portfolio_holds_the_same_records_word_for_word(
    moved: Path, second: Path, tmp_path: Path, capsys: Capture
) -> None:
    out = tmp_path / "passport.zip"
    assert main(["export", "passport", str(moved), str(out)]) == 0
    assert "18 records and 1 file of evidence" in capsys.readouterr().out
    assert main(["import", str(out), str(second)]) == 0
    here, there = records(moved), records(second)
    named = tuple(each for each in here["evidence"] if each.sha256)
    assert {name: there[name] for name in TAKEN} == {
        **{name: here[name] for name in TAKEN},
        "evidence": named,
    }
    assert there.keys() == {"practitioner", *TAKEN}
    assert [each.name for each in there["practitioner"]] == ["M. MacLeod"]
    with open_portfolio(second) as portfolio:
        assert portfolio.evidence.read(SHA256) == CERTIFICATE


def test_twelve_were_met_elsewhere_and_three_do_not_carry_over(moved: Path) -> None:
    held: tuple[Competence, ...] = records(moved)["competence"]
    assert len(held) == 12
    assert all(each.met_elsewhere and each.met_where == "Hospital" for each in held)
    assert all(each.signed_off_by == "J. Brown, team lead" for each in held)
    assert sum(is_met(each) for each in held) == 12 - NOT_CARRIED_OVER


def test_scope_sheets_go_along_when_they_are_asked_for(
    moved: Path, second: Path, tmp_path: Path
) -> None:
    out = tmp_path / "passport.zip"
    assert main(["export", "passport", str(moved), str(out), "--with-scope"]) == 0
    assert main(["import", str(out), str(second)]) == 0
    here, there = records(moved), records(second)
    assert there["scope_sheet"] == here["scope_sheet"]
    assert there["scope_line"] == here["scope_line"]
    assert [each.to_on for each in there["scope_sheet"]] == [date(2026, 2, 2), None]


def test_a_passport_brought_in_twice_changes_nothing(
    moved: Path, second: Path, tmp_path: Path, capsys: Capture
) -> None:
    out = tmp_path / "passport.zip"
    assert main(["export", "passport", str(moved), str(out)]) == 0
    assert main(["import", str(out), str(second)]) == 0
    before = records(second)
    capsys.readouterr()
    assert main(["import", str(out), str(second)]) == 0
    assert "Here already: 17 records." in capsys.readouterr().out
    assert records(second) == before


def test_no_reflection_meeting_or_plan_is_in_a_passport(moved: Path, tmp_path: Path) -> None:
    out = tmp_path / "passport.zip"
    assert main(["export", "passport", str(moved), str(out)]) == 0
    with zipfile.ZipFile(out) as opened:
        written = json.loads(opened.read("archive.json"))
    assert written["format"] == "ahp-companion-archive"
    held = {name for name, those in written["records"].items() if those}
    assert held == {"practitioner", *TAKEN}
    assert "goodbye" not in json.dumps(written)


def test_private_evidence_stays_with_the_links_to_it() -> None:
    whole = everything()
    assert [each.private for each in whole.all(Evidence)] == [True]
    without = passport(whole)
    assert without.all(Evidence) == ()
    assert without.all(Training)[0].evidence == ()
    with_it = passport(whole, include_private=True)
    assert with_it.all(Evidence) == whole.all(Evidence)
    assert with_it.all(Training) == whole.all(Training)


def test_an_empty_passport_is_one_too() -> None:
    assert passport(gathered({})).counts == {}


def test_a_framework_comes_in_from_the_command_line(
    second: Path, tmp_path: Path, capsys: Capture
) -> None:
    path = tmp_path / "Reablement.csv"
    path.write_text("code,heading,statement\n1.1,Visits,Listens\n1.2,Visits,\n", encoding="utf-8")
    capsys.readouterr()
    bytes_before = second.read_bytes()
    assert main(["import", str(path), str(second), "--dry-run", "--json"]) == 0
    said = json.loads(capsys.readouterr().out)
    assert (said["format"], said["dry_run"]) == ("competences", True)
    assert said["added"] == {"competence_framework": 1, "competence": 1}
    assert said["problems"] == [{"row": 3, "why": "there is no statement in it."}]
    assert second.read_bytes() == bytes_before
    assert main(["import", str(path), str(second), "--format", "competences"]) == 0
    assert main(["import", str(path), str(second)]) == 0
    assert "Here already: 2 records." in capsys.readouterr().out
    assert len(records(second)["competence"]) == 1
