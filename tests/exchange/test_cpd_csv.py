"""CPD as a table: out and in without loss, in whole or row by row, and never as a formula."""

import csv
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ahp_companion.domain.cpd import CpdActivity, LearningType
from ahp_companion.domain.evidence import Evidence
from ahp_companion.domain.pillars import Pillar
from ahp_companion.domain.portfolio import Portfolio, gathered
from ahp_companion.domain.problems import ProblemError
from ahp_companion.exchange.cpd_csv import COLUMNS, write_cpd_csv
from ahp_companion.exchange.cpd_csv_reading import (
    CpdTable,
    importing_cpd,
    read_cpd_csv,
)
from ahp_companion.exchange.importing import Incoming

HEADER = (
    "date,end_date,title,learning_type,pillars,hours,hours_with_others,what_i_did,what_i_learnt,"
    "benefit_to_practice,benefit_to_service_users,evidence,private"
)
CERTIFICATE = Evidence(title="Gait course certificate")
FULL = CpdActivity(
    title="Gait course, Łódź",
    started_on=date(2026, 3, 12),
    ended_on=date(2026, 3, 13),
    learning_type=LearningType.FORMAL,
    pillars=(Pillar.EDUCATION, Pillar.CLINICAL),
    minutes=90,
    minutes_with_others=50,
    what_i_did="Two days, “hands on”,\nwith Nguyễn",
    what_i_learnt='What a "limp" says',
    benefit_to_practice="  I look longer\n\n- and later",
    benefit_to_service_users="They walk sooner",
    evidence=(CERTIFICATE.id,),
    private=True,
)


def _portfolio(*activities: CpdActivity) -> Portfolio:
    return gathered({"cpd_activity": list(activities), "evidence": [CERTIFICATE]})


def _table(folder: Path, *rows: str, header: str = "date,title,hours,private") -> CpdTable:
    path = folder / "cpd.csv"
    path.write_text("\n".join([header, *rows]), encoding="utf-8")
    return read_cpd_csv(path)


def _added(incoming: Incoming) -> list[CpdActivity]:
    return [edit.after for edit in incoming.change.edits] if incoming.change else []


def _after(portfolio: Portfolio, incoming: Incoming) -> Portfolio:
    return _portfolio(*portfolio.all(CpdActivity), *_added(incoming))


def test_the_columns_are_the_contract_s(tmp_path: Path) -> None:
    assert write_cpd_csv(tmp_path / "cpd.csv", _portfolio(FULL)) == 1
    text = (tmp_path / "cpd.csv").read_text(encoding="utf-8")
    assert text.splitlines()[0] == HEADER


def test_a_spreadsheet_reads_what_was_written(tmp_path: Path) -> None:
    write_cpd_csv(tmp_path / "cpd.csv", _portfolio(FULL))
    with (tmp_path / "cpd.csv").open(encoding="utf-8", newline="") as file:
        (row,) = csv.DictReader(file)
    assert row["date"] == "2026-03-12"
    assert row["pillars"] == "education;clinical"
    assert (row["hours"], row["hours_with_others"]) == ("1.5", "0:50")
    assert row["evidence"] == "Gait course certificate"
    assert row["private"] == "yes"
    assert row["what_i_did"] == FULL.what_i_did


def test_an_activity_comes_back_into_another_portfolio_as_it_was(tmp_path: Path) -> None:
    write_cpd_csv(tmp_path / "cpd.csv", _portfolio(FULL))
    table = read_cpd_csv(tmp_path / "cpd.csv")
    assert table.problems == ()
    (activity,) = _added(importing_cpd(table, _portfolio()))
    assert replace(activity, id=FULL.id) == FULL


def test_what_this_portfolio_wrote_out_is_not_brought_in_twice(tmp_path: Path) -> None:
    twice = replace(FULL, id="another")
    write_cpd_csv(tmp_path / "cpd.csv", _portfolio(FULL, twice))
    incoming = importing_cpd(read_cpd_csv(tmp_path / "cpd.csv"), _portfolio(FULL, twice))
    assert (incoming.change, incoming.present) == (None, 2)
    incoming = importing_cpd(read_cpd_csv(tmp_path / "cpd.csv"), _portfolio(FULL))
    assert len(_added(incoming)) == 1


def test_the_same_file_twice_brings_nothing_in_twice(tmp_path: Path) -> None:
    rows = ["2026-03-12,Journal club,1,no"] * 3 + ["2026-03-13,Journal club,1,no"]
    first = importing_cpd(_table(tmp_path, *rows), _portfolio())
    assert len(_added(first)) == 4
    assert importing_cpd(_table(tmp_path, *rows), _after(_portfolio(), first)).change is None


def test_a_row_that_was_edited_after_it_came_in_is_not_doubled(tmp_path: Path) -> None:
    table = _table(tmp_path, "2026-03-12,Journal club,1,no")
    (activity,) = _added(importing_cpd(table, _portfolio()))
    edited = replace(activity, title="Journal club on pain", private=True)
    assert importing_cpd(table, _portfolio(edited)).change is None


def test_a_longer_file_brings_in_only_what_is_new(tmp_path: Path) -> None:
    row = "2026-03-12,Journal club,1,no"
    first = importing_cpd(_table(tmp_path, row), _portfolio())
    longer = importing_cpd(_table(tmp_path, row, row), _after(_portfolio(), first))
    assert (len(_added(longer)), longer.present) == (1, 1)


def test_all_that_comes_in_is_one_step_to_undo(tmp_path: Path) -> None:
    table = _table(tmp_path, "2026-03-12,Journal club,1,no", "2026-03-13,Reading,2,no")
    incoming = importing_cpd(table, _portfolio())
    assert incoming.change
    assert incoming.change.words == "Brought in CPD from “cpd.csv”"
    assert [edit.after for edit in incoming.change.reverse.edits] == [None, None]


@pytest.mark.parametrize(
    ("row", "why"),
    [
        (",Journal club,,", "“date” is empty"),
        ("2026-03-12,,,", "“title” is empty"),
        ("12 March,Journal club,,", "which is no date"),
        ("2026-02-30,Journal club,,", "which is no date"),
        ("31/02/2026,Journal club,,", "which is no date"),
        ("13/13/2026,Journal club,,", "which is no date"),
        ("March 2026,Journal club,,", "which is no date"),
        ("9999-01-01,Journal club,,", "which is no date"),
        ("2026-03-12,Journal club,-1,", "hours cannot be less than none"),
        ("2026-03-12,Journal club,half a day,", "write hours as 1.5 or as 1:30"),
        ("2026-03-12,Journal club,1:60,", "write hours as 1.5 or as 1:30"),
        ("2026-03-12,Journal club,1e999,", "write hours as 1.5 or as 1:30"),
        ("2026-03-12,Journal club,,maybe", "it can be yes or no"),
        ("2026-03-12,Journal club,1,no,and,more", "more cells than there are columns"),
    ],
)
def test_a_row_that_cannot_be_read_is_named_and_the_rest_comes_in(
    tmp_path: Path, row: str, why: str
) -> None:
    table = _table(tmp_path, "2026-03-11,Before,1,no", row, "2026-03-13,After,2,no")
    assert [each.activity.title for each in table.rows] == ["Before", "After"]
    (problem,) = table.problems
    assert problem.number == 3
    assert why in problem.why
    assert problem.in_words.startswith("Row 3: ")


@pytest.mark.parametrize(
    ("header", "row", "why"),
    [
        ("date,title,learning_type", "2026-03-12,Reading,osmosis", "work-based, professional"),
        ("date,title,pillars", "2026-03-12,Reading,clinical;salt", "clinical, leadership"),
        ("date,title,end_date", "2026-03-12,Reading,2026-03-11", "before it starts"),
    ],
)
def test_a_word_or_an_end_that_cannot_be_is_named(
    tmp_path: Path, header: str, row: str, why: str
) -> None:
    table = _table(tmp_path, row, header=header)
    assert table.rows == ()
    assert why in table.problems[0].why


@pytest.mark.parametrize(
    ("hours", "minutes"),
    [("1.5", 90), ("1,5", 90), ("1:30", 90), ("01:30:00", 90), ("0", 0), ("", None), (".25", 15),
     ("0.33", 20), ("7.333333", 440)],
)  # fmt: skip
def test_hours_are_read_as_people_write_them(
    tmp_path: Path, hours: str, minutes: int | None
) -> None:
    table = _table(tmp_path, f'2026-03-12,Reading,"{hours}",no')
    assert [each.activity.minutes for each in table.rows] == [minutes]


def test_dates_are_read_as_iso_and_as_in_britain(tmp_path: Path) -> None:
    table = _table(tmp_path, "3/4/2026,Reading,,", "2026-04-03,Reading,,")
    assert [each.activity.started_on for each in table.rows] == [date(2026, 4, 3)] * 2


def test_words_are_read_as_codes_and_as_labels(tmp_path: Path) -> None:
    header = "date,title,learning_type,pillars,private"
    table = _table(tmp_path, "2026-03-12,Reading,Self directed,Clinical practice; RESEARCH,Yes",
                   header=header)  # fmt: skip
    (row,) = table.rows
    assert row.activity.learning_type is LearningType.SELF_DIRECTED
    assert row.activity.pillars == (Pillar.CLINICAL, Pillar.RESEARCH)
    assert row.activity.private


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_the_separators_of_other_countries_and_a_byte_order_mark_are_read(
    tmp_path: Path, delimiter: str
) -> None:
    lines = [["Date", "Title"], ["2026-03-12", "Ŷ ŵ"], ["", ""], ["2026-03-13", "Nguyễn"]]
    text = "\r\n".join(delimiter.join(line) for line in lines)
    (tmp_path / "cpd.csv").write_text(text, encoding="utf-8-sig", newline="")
    table = read_cpd_csv(tmp_path / "cpd.csv")
    assert [(each.number, each.activity.title) for each in table.rows] == [
        (2, "Ŷ ŵ"),
        (4, "Nguyễn"),
    ]


def test_columns_of_someone_s_own_are_kept_as_words(tmp_path: Path) -> None:
    table = _table(tmp_path, "2026-03-12,Reading,blue", header="date,title,mood")
    assert [each.activity.brought_along for each in table.rows] == ["mood: blue"]
    assert table.remarks == ("Kept as words with each activity: mood.",)


def test_the_order_of_a_column_is_settled_by_the_days_that_fit_one_calendar(
    tmp_path: Path,
) -> None:
    table = _table(tmp_path, "03/14/2026,Reading,,", "3/4/26,Reading,2 hrs,")
    assert [each.activity.started_on for each in table.rows] == [
        date(2026, 3, 14),
        date(2026, 3, 4),
    ]


def test_evidence_is_found_by_its_title_or_said_to_be_missing(tmp_path: Path) -> None:
    table = _table(tmp_path, "2026-03-12,Course,gait course CERTIFICATE;Photograph",
                   header="date,title,evidence")  # fmt: skip
    incoming = importing_cpd(table, _portfolio())
    assert [each.evidence for each in _added(incoming)] == [(CERTIFICATE.id,)]
    assert [each for each in incoming.remarks if "“Photograph”" in each]


@pytest.mark.parametrize(
    ("contents", "words"),
    [
        (b"", "does not begin with the names of its columns"),
        (b"when,what\n2026-03-12,Reading\n", "does not begin with the names of its columns"),
        (b"\xff\xfed\0a\0t\0e\0", "is not a CSV in UTF-8"),
        ("date,title\n2026-03-12,Si\xe2n".encode("cp1252"), "is not a CSV in UTF-8"),
        (b"date,title,Title\n", "has two columns called title"),
        (b"date,title\n" + b"\n" * 100_001, "more than 100,000 rows"),
        (b"date,title\n2026-03-12," + b"x" * 2_000_001, "is not a CSV"),
    ],
)
def test_a_file_that_is_no_such_table_is_refused_in_words(
    tmp_path: Path, contents: bytes, words: str
) -> None:
    (tmp_path / "cpd.csv").write_bytes(contents)
    before = csv.field_size_limit()
    with pytest.raises(ProblemError, match=words):
        read_cpd_csv(tmp_path / "cpd.csv")
    assert csv.field_size_limit() == before


def test_no_cell_is_a_formula_and_every_text_comes_back(tmp_path: Path) -> None:
    starts = ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "'", "'=", "''+", "'x", "\0"]
    activities = [
        replace(
            FULL,
            id=str(number),
            title=f"{number}",
            what_i_did=f"{start}1+1|cmd",
            what_i_learnt=start,
        )
        for number, start in enumerate(starts)
    ]
    write_cpd_csv(tmp_path / "cpd.csv", _portfolio(*activities))
    with (tmp_path / "cpd.csv").open(encoding="utf-8", newline="") as file:
        cells = [cell for row in csv.reader(file) for cell in row]
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r", "＝"))]
    back = {row.activity.title: row.activity for row in read_cpd_csv(tmp_path / "cpd.csv").rows}
    for each in activities:
        assert back[each.title].what_i_did == each.what_i_did
        assert back[each.title].what_i_learnt == each.what_i_learnt


TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)


@settings(
    max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(words=st.lists(TEXTS, min_size=4, max_size=4), minutes=st.none() | st.integers(0, 10_000))
def test_any_words_and_any_length_come_back(
    tmp_path: Path, words: list[str], minutes: int | None
) -> None:
    activity = replace(
        FULL,
        minutes=minutes,
        what_i_did=words[0],
        what_i_learnt=words[1],
        benefit_to_practice=words[2],
        benefit_to_service_users=words[3],
    )
    write_cpd_csv(tmp_path / "cpd.csv", _portfolio(activity))
    (row,) = read_cpd_csv(tmp_path / "cpd.csv").rows
    assert replace(row.activity, id=FULL.id, evidence=FULL.evidence) == activity
    assert importing_cpd(read_cpd_csv(tmp_path / "cpd.csv"), _portfolio(activity)).change is None


@settings(
    max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    changes=st.lists(st.tuples(st.integers(0, 10**9), st.integers(0, 255)), min_size=1, max_size=10)
)
def test_a_table_with_changed_bytes_is_read_or_refused_in_words(
    tmp_path: Path, changes: list[tuple[int, int]]
) -> None:
    write_cpd_csv(tmp_path / "cpd.csv", _portfolio(FULL, replace(FULL, id="another")))
    mutated = bytearray((tmp_path / "cpd.csv").read_bytes())
    for at, byte in changes:
        mutated[at % len(mutated)] = byte
    (tmp_path / "cpd.csv").write_bytes(mutated)
    try:
        table = read_cpd_csv(tmp_path / "cpd.csv")
    except ProblemError as problem:
        found: list[object] = [str(problem)]
    else:
        found = [*table.rows, *table.problems]
    assert found


def test_the_columns_are_named_once() -> None:
    assert ",".join(COLUMNS) == HEADER
