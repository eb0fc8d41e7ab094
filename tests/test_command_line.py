"""The command line as scripts use it: what it does, what it says, and how it ends."""

import csv
import json
import os
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from ahp_companion import __version__
from ahp_companion.__main__ import COMMANDS, is_bare, main
from ahp_companion.commands.arguments import command_line
from ahp_companion.commands.unexpected import in_words
from ahp_companion.domain.changes import added, edited
from ahp_companion.domain.cpd import CpdActivity
from ahp_companion.domain.practitioner import Practitioner
from ahp_companion.places import own_places
from ahp_companion.store.portfolio_file import PortfolioFile, create_portfolio, open_portfolio
from tests.exchange.everything import CERTIFICATE, everything

Capture = pytest.CaptureFixture[str]
PASSPHRASE = "AHP_COMPANION_PASSPHRASE"
NAME, PROFESSION = "Siân Łukasz-Nguyễn ŷ", "PH"


@pytest.fixture
def portfolio(tmp_path: Path) -> Path:
    """Return a portfolio that holds one record of every kind, and a file."""
    path = tmp_path / "Siân ŷ.ahp"
    with create_portfolio(path, []) as opened:
        opened.evidence.add(CERTIFICATE)
        records = [each for held in everything().records.values() for each in held]
        opened.apply(added(*records), records[0].id)
    return path


@pytest.fixture
def empty(tmp_path: Path) -> Path:
    """Return a portfolio as `new` makes it."""
    path = tmp_path / "Łódź.ahp"
    assert main(["new", str(path), "--name", NAME, "--profession", PROFESSION]) == 0
    return path


def _run(*arguments: object, **variables: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "ahp_companion", *map(str, arguments)],
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONUTF8": "1", **variables},
        stdin=subprocess.DEVNULL,
        timeout=60,
        check=False,
    )


def _do(*arguments: object) -> int:
    return main([str(each) for each in arguments])


def _records(path: Path) -> dict[str, tuple[Any, ...]]:
    with open_portfolio(path) as opened:
        return dict(opened.records.gather().records)


def _archive_of(path: Path, out: Path) -> dict[str, Any]:
    assert _do("export", "archive", path, out) == 0
    with zipfile.ZipFile(out) as opened:
        written: dict[str, Any] = json.loads(opened.read("archive.json"))
    return written


def _said(capsys: Capture) -> tuple[str, str]:
    said = capsys.readouterr()
    assert "Traceback" not in said.out + said.err
    return said.out, said.err


# As a program


def test_the_program_says_its_version() -> None:
    done = _run("--version")
    assert (done.returncode, done.stdout, done.stderr) == (0, f"AHP Companion {__version__}\n", "")


def test_what_was_installed_works() -> None:
    done = _run("self-test")
    assert (done.returncode, done.stderr) == (0, "")
    lines = done.stdout.splitlines()
    assert len(lines) == 6
    assert all(line.startswith("works: ") for line in lines[1:])


def test_a_problem_is_three_lines_and_one(tmp_path: Path) -> None:
    done = _run("check", tmp_path / "Nguyễn.ahp")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("There is no portfolio at")
    assert len(done.stderr.splitlines()) == 3


def test_wrong_usage_is_two() -> None:
    done = _run("check")
    assert (done.returncode, done.stdout) == (2, "")
    assert "usage: ahp-companion check" in done.stderr


def test_a_passphrase_is_read_from_the_environment(tmp_path: Path) -> None:
    path = tmp_path / "Secret.ahp"
    arguments = ("new", path, "--name", NAME, "--profession", PROFESSION, "--passphrase")
    assert _run(*arguments).returncode == 1
    assert not path.exists()
    assert _run(*arguments, **{PASSPHRASE: "Łódź 'ŷ'"}).returncode == 0
    without = _run("check", path)
    assert (without.returncode, PASSPHRASE in without.stderr) == (1, True)
    wrong = _run("check", path, **{PASSPHRASE: "another"})
    assert (wrong.returncode, "not the passphrase" in wrong.stderr) == (1, True)
    assert _run("check", path, **{PASSPHRASE: "Łódź 'ŷ'"}).returncode == 0


# new and sample


def test_a_new_portfolio_belongs_to_its_practitioner(tmp_path: Path, capsys: Capture) -> None:
    path = tmp_path / "new.ahp"
    assert (
        _do("new", path, "--name", NAME, "--profession", "ot", "--role", "both",
            "--registration", "OT 12") == 0
    )  # fmt: skip
    (practitioner,) = _records(path)["practitioner"]
    assert (practitioner.name, practitioner.profession) == (NAME, "OT")
    assert (practitioner.role, practitioner.registration_number) == ("both", "OT 12")
    assert NAME in _said(capsys)[0]


def test_new_refuses_a_path_that_exists(empty: Path, capsys: Capture) -> None:
    before = empty.read_bytes()
    assert _do("new", empty, "--name", NAME, "--profession", PROFESSION) == 1
    assert "is there already" in _said(capsys)[1]
    assert empty.read_bytes() == before


def test_a_code_that_is_no_profession_is_answered_with_those_that_are(
    tmp_path: Path, capsys: Capture
) -> None:
    assert _do("new", tmp_path / "new.ahp", "--name", NAME, "--profession", "XX") == 1
    assert "OSTEOPATH (osteopath)" in _said(capsys)[1]
    assert list(tmp_path.iterdir()) == []


def test_every_sample_can_be_written_and_is_sound(tmp_path: Path, capsys: Capture) -> None:
    assert _do("sample", "--list") == 0
    names = _said(capsys)[0].splitlines()
    assert {"osteopath", "maternity-return", "prosthetist-orthotist", "physiotherapist-audit",
            "paramedic-preceptor"} <= set(names)  # fmt: skip
    for name in names:
        assert _do("sample", name, tmp_path / f"{name}.ahp") == 0
        assert _do("check", tmp_path / f"{name}.ahp") == 0
    assert sorted(path.stem for path in tmp_path.iterdir()) == names


def test_a_sample_refuses_a_path_that_exists_and_a_name_that_does_not(
    empty: Path, tmp_path: Path, capsys: Capture
) -> None:
    before = empty.read_bytes()
    assert _do("sample", "osteopath", empty) == 1
    assert empty.read_bytes() == before
    assert _do("sample", "nobody", tmp_path / "nobody.ahp") == 1
    assert "There is no sample called “nobody”" in _said(capsys)[1]
    assert not (tmp_path / "nobody.ahp").exists()


# Archives


def test_an_archive_into_a_new_portfolio_gives_the_same_archive(
    portfolio: Path, tmp_path: Path
) -> None:
    practitioner = _records(portfolio)["practitioner"][0]
    _archive_of(portfolio, tmp_path / "one.zip")
    new = tmp_path / "new.ahp"
    with create_portfolio(new, [Practitioner(name=practitioner.name,
                                             profession=practitioner.profession)]):  # fmt: skip
        pass
    assert _do("import", tmp_path / "one.zip", new) == 0
    _archive_of(new, tmp_path / "two.zip")
    assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "two.zip").read_bytes()
    with open_portfolio(new) as opened:
        assert opened.problems() == []


@pytest.mark.parametrize("sample", ["osteopath", "maternity-return", "physiotherapist-audit"])
def test_a_sample_goes_out_and_comes_back_the_same(tmp_path: Path, sample: str) -> None:
    old, new = tmp_path / "old.ahp", tmp_path / "new.ahp"
    assert _do("sample", sample, old) == 0
    (practitioner,) = _records(old)["practitioner"]
    assert (
        _do("new", new, "--name", practitioner.name, "--profession", practitioner.profession) == 0
    )
    _archive_of(old, tmp_path / "old.zip")
    assert _do("import", tmp_path / "old.zip", new) == 0
    _archive_of(new, tmp_path / "new.zip")
    assert (tmp_path / "old.zip").read_bytes() == (tmp_path / "new.zip").read_bytes()


def test_an_archive_a_second_time_changes_nothing(
    portfolio: Path, empty: Path, tmp_path: Path, capsys: Capture
) -> None:
    _archive_of(portfolio, tmp_path / "a.zip")
    assert _do("import", tmp_path / "a.zip", empty) == 0
    before = empty.read_bytes()
    capsys.readouterr()
    assert _do("import", tmp_path / "a.zip", empty, "--json") == 0
    said = json.loads(_said(capsys)[0])
    assert (said["added"], said["changed"], said["format"]) == ({}, {}, "archive")
    assert empty.read_bytes() == before


def test_the_portfolio_s_own_practitioner_stays(
    portfolio: Path, empty: Path, tmp_path: Path, capsys: Capture
) -> None:
    own = _records(empty)["practitioner"]
    _archive_of(portfolio, tmp_path / "a.zip")
    assert _do("import", tmp_path / "a.zip", empty) == 0
    assert _records(empty)["practitioner"] == own
    assert "Your own details stay as they are" in _said(capsys)[1]


def test_what_differs_becomes_a_revision_that_can_be_undone(
    portfolio: Path, tmp_path: Path
) -> None:
    _archive_of(portfolio, tmp_path / "a.zip")
    with open_portfolio(portfolio) as opened:
        (before,) = opened.records.all(CpdActivity)
        after = replace(before, title="Changed since")
        opened.apply(edited(before, after))
    assert _do("import", tmp_path / "a.zip", portfolio) == 0
    with open_portfolio(portfolio) as opened:
        assert opened.records.all(CpdActivity) == [before]
        titles = [each.record.title for each in opened.records.revisions(before.id)]
    assert titles == [before.title, "Changed since", before.title]


def test_a_backup_is_made_before_anything_is_brought_in(
    portfolio: Path, empty: Path, tmp_path: Path
) -> None:
    _archive_of(portfolio, tmp_path / "a.zip")
    before = _records(empty)
    assert _do("import", tmp_path / "a.zip", empty) == 0
    (backup,) = own_places().backups(empty).glob("*before import.ahp")
    assert _records(backup) == before


def test_a_dry_run_leaves_the_portfolio_byte_for_byte(
    portfolio: Path, empty: Path, tmp_path: Path, capsys: Capture
) -> None:
    _archive_of(portfolio, tmp_path / "a.zip")
    before = empty.read_bytes()
    capsys.readouterr()
    assert _do("import", tmp_path / "a.zip", empty, "--dry-run", "--json") == 0
    said = json.loads(_said(capsys)[0])
    assert (said["dry_run"], said["added"]["cpd_activity"]) == (True, 1)
    assert _do("import", tmp_path / "a.zip", empty, "--dry-run") == 0
    assert "Nothing was written." in _said(capsys)[0]
    assert empty.read_bytes() == before
    assert not own_places().backups(empty).exists()


@pytest.mark.parametrize(
    "contents",
    [
        b"",
        b"PK\x03\x04 and no more",
        b"%PDF-1.7 \xff",
        b"AHP Companion 1\0",
        b"SQLite format 3\0",
        b"\x89PNG\r\n",
        b"a,b\n1,2\n",
    ],
)
def test_a_refused_import_leaves_the_portfolio_byte_for_byte(
    empty: Path, tmp_path: Path, capsys: Capture, contents: bytes
) -> None:
    before = empty.read_bytes()
    (tmp_path / "Nguyễn").write_bytes(contents)
    assert _do("import", tmp_path / "Nguyễn", empty) == 1
    assert "“Nguyễn”" in _said(capsys)[1]
    assert empty.read_bytes() == before
    assert not own_places().backups(empty).exists()


def test_an_archive_whose_evidence_breaks_on_the_way_in_leaves_nothing(
    portfolio: Path, empty: Path, tmp_path: Path
) -> None:
    _archive_of(portfolio, tmp_path / "a.zip")
    mutated = bytearray((tmp_path / "a.zip").read_bytes())
    mutated[120] ^= 1
    (tmp_path / "a.zip").write_bytes(mutated)
    before = empty.read_bytes()
    assert _do("import", tmp_path / "a.zip", empty) == 1
    assert empty.read_bytes() == before


# CPD as CSV


def test_a_table_comes_in_and_the_second_time_brings_nothing(
    empty: Path, tmp_path: Path, capsys: Capture
) -> None:
    (tmp_path / "cpd.csv").write_text(
        "date,title,hours\n2026-03-12,Journal club,1\nsoon,Course,1\n2026-03-14,Reading,0:20\n",
        encoding="utf-8",
    )
    capsys.readouterr()
    assert _do("import", tmp_path / "cpd.csv", empty, "--json") == 0
    first = json.loads(_said(capsys)[0])
    assert first["added"] == {"cpd_activity": 2}
    assert [each["row"] for each in first["problems"]] == [3]
    before = empty.read_bytes()
    assert _do("import", tmp_path / "cpd.csv", empty) == 0
    out, err = _said(capsys)
    assert out == "Here already: 2 records.\n"
    assert err.startswith("Row 3: “date” is “soon”")
    assert empty.read_bytes() == before
    assert [each.minutes for each in _records(empty)["cpd_activity"]] == [60, 20]


def test_a_table_in_which_no_row_can_be_read_is_a_problem(empty: Path, tmp_path: Path) -> None:
    (tmp_path / "cpd.csv").write_text("date,title\nsoon,Course\n", encoding="utf-8")
    assert _do("import", tmp_path / "cpd.csv", empty) == 1
    assert "cpd_activity" not in _records(empty)


def test_a_format_that_is_named_is_the_one_that_is_read(
    portfolio: Path, empty: Path, tmp_path: Path, capsys: Capture
) -> None:
    _archive_of(portfolio, tmp_path / "a.zip")
    assert _do("import", tmp_path / "a.zip", empty, "--format", "cpd-csv") == 1
    assert "is not a CSV in UTF-8" in _said(capsys)[1]
    assert _do("import", tmp_path / "a.zip", empty, "--format", "docx") == 2


# What goes out


def test_the_formats_are_named_one_a_line(capsys: Capture) -> None:
    assert _do("export", "--list") == 0
    listed = _said(capsys)[0].splitlines()
    assert {"portfolio-pdf", "cpd-csv", "archive", "html"} <= set(listed)
    assert {"template:tailored-plan", "template:tailored-plan:filled"} <= set(listed)
    assert {"workbook:twenty-prompts", "workbook:pulse:blank"} <= set(listed)


def test_what_is_private_stays_unless_it_is_asked_for(portfolio: Path, tmp_path: Path) -> None:
    for arguments, rows in (([], 0), (["--include-private"], 1)):
        out = tmp_path / "Łódź.csv"
        assert _do("export", "cpd-csv", portfolio, out, *arguments) == 0
        with out.open(encoding="utf-8", newline="") as file:
            assert len(list(csv.DictReader(file))) == rows


def test_dates_and_a_preceptorship_narrow_what_goes_out(
    portfolio: Path, tmp_path: Path, capsys: Capture
) -> None:
    out = tmp_path / "a.html"
    (preceptorship,) = _records(portfolio)["preceptorship"]
    export = ("export", "html", portfolio, out, "--include-private")
    assert _do(*export, "--on", "2026-04-01") == 0
    whole = out.read_text(encoding="utf-8")
    assert "As it was on 1 April 2026" in whole
    assert _do(*export, "--from", "2026-03-13", "--to", "2026-12-31") == 0
    assert len(out.read_text(encoding="utf-8")) < len(whole)
    assert _do(*export, "--preceptorship", preceptorship.id) == 0
    capsys.readouterr()
    assert _do(*export, "--preceptorship", "another") == 1
    assert preceptorship.id in _said(capsys)[1]
    assert _do(*export, "--from", "2026-12-31", "--to", "2026-03-13") == 2


def test_the_portfolio_goes_out_as_a_pdf(portfolio: Path, tmp_path: Path) -> None:
    out = tmp_path / "Siân ŷ.pdf"
    assert _do("export", "portfolio-pdf", portfolio, out, "--on", "2026-04-01") == 0
    assert out.read_bytes().startswith(b"%PDF")


def test_a_format_that_there_is_not_is_wrong_usage(
    portfolio: Path, tmp_path: Path, capsys: Capture
) -> None:
    assert _do("export", "docx", portfolio, tmp_path / "out") == 2
    assert "there is no format “docx”" in _said(capsys)[1]
    assert not (tmp_path / "out").exists()


def test_a_form_goes_out_blank_and_filled(portfolio: Path, tmp_path: Path, capsys: Capture) -> None:
    for name in ("template:who-i-am", "template:who-i-am:filled"):
        out = tmp_path / f"{name.replace(':', '-')}.pdf"
        assert _do("export", name, portfolio, out, "--on", "2026-04-01") == 0
        assert out.read_bytes().startswith(b"%PDF")
        assert "1 page" in _said(capsys)[0]
    assert _do("export", "template:plan", portfolio, tmp_path / "out.pdf") == 1
    assert "There is no form “plan”" in _said(capsys)[1]
    assert not (tmp_path / "out.pdf").exists()


def test_an_export_never_takes_a_portfolio_s_place(portfolio: Path, tmp_path: Path) -> None:
    before = portfolio.read_bytes()
    assert _do("export", "html", portfolio, portfolio) == 1
    assert _do("export", "html", portfolio, tmp_path / "other.ahp") == 1
    assert portfolio.read_bytes() == before
    assert not (tmp_path / "other.ahp").exists()


def test_an_archive_is_not_narrowed(portfolio: Path, tmp_path: Path, capsys: Capture) -> None:
    out = tmp_path / "a.zip"
    assert _do("export", "archive", portfolio, out, "--from", "2026-01-01") == 1
    assert "An archive always holds everything" in _said(capsys)[1]
    assert not out.exists()
    assert _do("export", "archive", portfolio, out, "--include-private") == 0


def test_an_export_leaves_the_portfolio_as_it_was_but_for_its_line(
    portfolio: Path, tmp_path: Path
) -> None:
    before = _records(portfolio)
    for name in ("cpd-csv", "archive", "html"):
        assert _do("export", name, portfolio, tmp_path / name) == 0
    after = _records(portfolio)
    assert len(after.pop("export")) == len(before.pop("export")) + 3
    assert after == before


# check


def test_a_sound_portfolio_is_counted(portfolio: Path, capsys: Capture) -> None:
    assert _do("check", portfolio, "--json") == 0
    file = json.loads(_said(capsys)[0])["file"]
    assert list(file) == ["sound", "schema", "records", "revisions", "size_bytes"]
    assert file["sound"] is True
    assert set(file["records"].values()) == {1}
    assert file["revisions"] == len(file["records"])
    assert file["size_bytes"] == portfolio.stat().st_size


@pytest.mark.parametrize(
    ("profession", "audit"),
    [
        (
            "PH",
            {
                "regulator": "hcpc",
                "window": {
                    "from": "2024-05-01",
                    "to": "2026-04-30",
                    "renewal_opens": "2026-02-01",
                },
            },
        ),
        ("OSTEOPATH", {"regulator": "gosc", "window": None}),
        ("SUPPORT", None),
    ],
)
def test_an_audit_looks_at_the_years_before_renewal(
    tmp_path: Path, capsys: Capture, profession: str, audit: dict[str, object] | None
) -> None:
    path = tmp_path / "new.ahp"
    assert _do("new", path, "--name", NAME, "--profession", profession) == 0
    capsys.readouterr()
    assert _do("check", path, "--json", "--on", "2026-03-12") == 0
    said = json.loads(_said(capsys)[0])["audit"]
    assert said == (audit and {**audit, "findings": said["findings"]})
    assert _do("check", path, "--on", "2026-03-12") == 0


def test_the_window_of_an_audit_can_be_named(empty: Path, capsys: Capture) -> None:
    capsys.readouterr()
    dates = ("--from", "2025-01-01", "--to", "2025-12-31", "--on", "2026-03-12")
    assert _do("check", empty, "--json", *dates) == 0
    window = json.loads(_said(capsys)[0])["audit"]["window"]
    assert (window["from"], window["to"]) == ("2025-01-01", "2025-12-31")


def test_a_damaged_portfolio_is_not_sound(portfolio: Path, capsys: Capture) -> None:
    damaged = bytearray(portfolio.read_bytes())
    damaged[len(damaged) // 2] ^= 1
    portfolio.write_bytes(damaged)
    assert _do("check", portfolio, "--json") == 1
    out, err = _said(capsys)
    assert json.loads(out)["file"]["sound"] is False
    assert "is damaged" in err
    assert portfolio.read_bytes() == bytes(damaged)


def test_a_date_that_is_none_is_wrong_usage(empty: Path, capsys: Capture) -> None:
    for text in ("12/03/2026", "2026-02-30", "20260312"):
        assert _do("check", empty, "--on", text) == 2
        assert "is no date; write 2026-03-12" in _said(capsys)[1]


# backup and restore


def test_a_backup_can_be_restored_over_what_came_after(
    portfolio: Path, tmp_path: Path, capsys: Capture
) -> None:
    folder = tmp_path / "Copies ŷ"
    assert _do("backup", portfolio, folder) == 0
    assert _do("backup", portfolio, folder) == 0
    backup, _ = sorted(folder.iterdir())
    assert str(folder) in _said(capsys)[0]
    before = _records(portfolio)
    with open_portfolio(portfolio) as opened:
        opened.apply(added(CpdActivity(title="Later")))
    later = portfolio.read_bytes()
    assert _do("restore", backup, portfolio) == 0
    assert _records(portfolio) == before
    (kept,) = own_places().backups(portfolio).glob("*.ahp-kept")
    assert kept.read_bytes() == later
    assert list(own_places().backups(portfolio).glob("*before restore.ahp"))


def test_a_damaged_portfolio_can_be_restored_and_is_kept(portfolio: Path, tmp_path: Path) -> None:
    assert _do("backup", portfolio, tmp_path / "copies") == 0
    (backup,) = (tmp_path / "copies").iterdir()
    portfolio.write_bytes(b"")
    assert _do("restore", backup, portfolio) == 0
    assert _do("check", portfolio) == 0
    (kept,) = own_places().backups(portfolio).glob("*.ahp-kept")
    assert kept.read_bytes() == b""


def test_a_damaged_backup_is_refused_and_nothing_changes(
    portfolio: Path, tmp_path: Path, capsys: Capture
) -> None:
    before = portfolio.read_bytes()
    (tmp_path / "bad.ahp").write_bytes(before[:-4096] + bytes(4096))
    assert _do("restore", tmp_path / "bad.ahp", portfolio) == 1
    assert "“bad.ahp” is damaged" in _said(capsys)[1]
    assert portfolio.read_bytes() == before
    assert _do("restore", portfolio, portfolio) == 1


# Everything else


@pytest.fixture
def open_elsewhere(portfolio: Path) -> Iterator[PortfolioFile]:
    """Keep the portfolio open, as a window does."""
    with open_portfolio(portfolio) as opened:
        yield opened


def test_a_portfolio_that_is_open_elsewhere_is_left_alone(
    portfolio: Path, open_elsewhere: PortfolioFile, tmp_path: Path, capsys: Capture
) -> None:
    before = portfolio.read_bytes()
    assert _do("export", "html", portfolio, tmp_path / "a.html") == 1
    assert "is open somewhere else" in _said(capsys)[1]
    assert not (tmp_path / "a.html").exists()
    assert portfolio.read_bytes() == before


def test_hand_overs_are_of_a_later_version(portfolio: Path, capsys: Capture) -> None:
    assert _do("handover", "introduce", portfolio, "out", "--to", NAME) == 1
    assert "hand-overs yet" in _said(capsys)[1]


def test_the_window_is_asked_for_by_nothing_or_by_a_portfolio_alone() -> None:
    assert is_bare([])
    assert is_bare(["My portfolio.ahp"])
    for arguments in (["new"], ["check"], ["--version"], ["-h"], ["chekc", "a.ahp"]):
        assert not is_bare(arguments)


def test_every_command_is_known_before_the_parser_is_read() -> None:
    (commands,) = [each.choices for each in command_line()._actions if each.dest == "command"]
    assert commands is not None
    assert set(commands) == COMMANDS


def test_help_names_every_command(capsys: Capture) -> None:
    assert _do("--help") == 0
    said = _said(capsys)[0]
    assert [name for name in COMMANDS if name not in said] == []


def test_what_nobody_foresaw_is_one_sentence_and_a_place_in_the_log() -> None:
    try:
        date.fromisoformat("Anna's private words")
    except ValueError as error:
        words = in_words(error)
    assert words.startswith("Something went wrong that AHP Companion did not expect (ValueError).")
    assert len(words.splitlines()) == 1
    (log,) = own_places().state.iterdir()
    logged = log.read_text(encoding="utf-8")
    assert "test_command_line.py" in logged
    assert "Anna" not in logged + words


def test_a_protected_portfolio_is_kept_restored_and_brought_into(
    portfolio: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _archive_of(portfolio, tmp_path / "a.zip")
    passphrase = "Łódź 'ŷ'"
    monkeypatch.setenv(PASSPHRASE, passphrase)
    path, folder = tmp_path / "Secret.ahp", tmp_path / "copies"
    new = ("new", path, "--name", NAME, "--profession", PROFESSION, "--passphrase")
    assert _do(*new) == 0
    assert _do("backup", path, folder) == 0
    assert _do("import", tmp_path / "a.zip", path) == 0
    assert NAME.encode() not in path.read_bytes()
    (backup,) = folder.iterdir()
    assert _do("restore", backup, path) == 0
    monkeypatch.delenv(PASSPHRASE)
    assert _do("check", path) == 1
    with open_portfolio(path, passphrase=passphrase) as opened:
        assert sum(opened.records.counts().values()) == 1


def test_the_tour_writes_a_picture_of_every_page_and_the_pdf(tmp_path: Path) -> None:
    done = _run("tour", tmp_path / "tour ŷ", "--sample", "osteopath")
    assert (done.returncode, done.stderr) == (0, "")
    written = [Path(line) for line in done.stdout.splitlines()]
    assert sorted((tmp_path / "tour ŷ").iterdir()) == sorted(written)
    assert (tmp_path / "tour ŷ" / "portfolio.pdf").read_bytes().startswith(b"%PDF")
    pages = {path.stem for path in written}
    assert {"overview", "preceptorship-end", "workbooks", "cpd-evidence", "audit"} <= pages
