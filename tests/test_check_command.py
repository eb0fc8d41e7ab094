"""What `check` finds, as the contract has it, and in words."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from ahp_companion.__main__ import main
from ahp_companion.domain.audit import Gap
from ahp_companion.domain.changes import added, edited
from ahp_companion.domain.cpd import CpdActivity
from ahp_companion.domain.practitioner import Practitioner
from ahp_companion.store.portfolio_file import create_portfolio, open_portfolio

Capture = pytest.CaptureFixture[str]
ON = ("--on", "2026-03-12")


@pytest.fixture
def sample(tmp_path: Path, capsys: Capture) -> Path:
    path = tmp_path / "Nguyễn.ahp"
    assert main(["sample", "physiotherapist-audit", str(path)]) == 0
    capsys.readouterr()
    return path


def checked(path: Path, capsys: Capture, *dates: str) -> Any:
    assert main(["check", str(path), "--json", *ON, *dates]) == 0
    return json.loads(capsys.readouterr().out)["audit"]


def test_the_sample_brings_nothing_back(sample: Path, capsys: Capture) -> None:
    assert checked(sample, capsys)["findings"] == []


def test_an_unexplained_gap_is_found_until_it_is_explained(sample: Path, capsys: Capture) -> None:
    with open_portfolio(sample) as opened:
        (gap,) = opened.records.all(Gap)
        opened.apply(edited(gap, replace(gap, explanation="")))
    (found,) = checked(sample, capsys)["findings"]
    assert list(found) == ["code", "severity", "from", "to", "record", "message"]
    message = found.pop("message")
    assert found == {
        "code": "gap-unexplained",
        "severity": "must",
        "from": "2025-06-21",
        "to": "2025-10-28",
        "record": None,
    }
    assert main(["check", str(sample), *ON]) == 0
    assert f"must: {message}" in capsys.readouterr().out.splitlines()
    with open_portfolio(sample) as opened:
        opened.apply(edited(replace(gap, explanation=""), gap))
    assert checked(sample, capsys)["findings"] == []


def test_dates_that_are_named_are_looked_at(sample: Path, capsys: Capture) -> None:
    dates = ("--from", "2025-12-01", "--to", "2026-03-12")
    assert [each["code"] for each in checked(sample, capsys, *dates)["findings"]] == ["list-short"]


def test_a_planted_number_is_found_and_not_repeated(sample: Path, capsys: Capture) -> None:
    planted = CpdActivity(title="A visit", what_i_did="For 999 000 0018 and 943 476 5919")
    with open_portfolio(sample) as opened:
        opened.apply(added(planted))
    found = checked(sample, capsys)["findings"]
    assert {"identifier-found", "activity-undated"} == {each["code"] for each in found}
    assert all(each["record"] == planted.id for each in found)
    assert "943 476 5919" not in str(found)


@pytest.mark.parametrize(("profession", "regulator"), [("OSTEOPATH", "gosc"), ("SUPPORT", None)])
def test_others_are_asked_what_their_own_regulator_asks(
    tmp_path: Path, capsys: Capture, profession: str, regulator: str | None
) -> None:
    path = tmp_path / "Łódź.ahp"
    with create_portfolio(path, [Practitioner(profession=profession)]) as opened:
        opened.apply(added(CpdActivity(title="A visit", what_i_did="943 476 5919")))
    audit = checked(path, capsys)
    if regulator is None:
        assert audit is None
        return
    codes = [each["code"] for each in audit["findings"]]
    assert codes.count("theme-missing") == 4
    assert {"hours-short", "hours-with-others-short", "identifier-found"} <= set(codes)
