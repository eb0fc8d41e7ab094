"""Workbooks: what a spreadsheet shows is what is read, and what bursts does so elsewhere."""

import time
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ahp_companion.domain.cpd import CpdActivity
from ahp_companion.domain.portfolio import gathered
from ahp_companion.domain.problems import ProblemError
from ahp_companion.exchange.formats_in import format_of, read_file
from ahp_companion.exchange.tables.reading import read_columns
from ahp_companion.exchange.tables.sheets import is_workbook, read_sheet
from ahp_companion.exchange.tables.table import Wishes
from tests.exchange.made_workbooks import (
    BRITISH,
    CLOCK,
    DAY,
    LENGTH,
    number,
    open_workbook,
    packed,
    row,
    shared,
    text,
    workbook,
)

HEADER = row(1, text("Date"), text("Title"), text("Hours"))
GAIT = row(2, number(46093, DAY), text("Gait"), number(6))
# The day number that Excel gives 12 March 2026.
THE_12TH = 46093


def _put(folder: Path, contents: bytes, name: str = "My CPD.xlsx") -> Path:
    path = folder / name
    path.write_bytes(contents)
    return path


def _activities(path: Path) -> list[CpdActivity]:
    change = read_file(path).into(gathered({})).change
    return [edit.after for edit in change.edits] if change else []


def test_a_workbook_is_known_by_what_is_in_it_and_not_by_its_name(tmp_path: Path) -> None:
    assert is_workbook(_put(tmp_path, workbook({"A": HEADER}), "log.zip"))
    assert format_of(tmp_path / "log.zip").code == "workbook"
    assert not is_workbook(_put(tmp_path, packed({"archive.json": "{}"}), "mine.xlsx"))
    assert not is_workbook(_put(tmp_path, b"Date,Title\n", "log.xlsx"))
    assert not is_workbook(tmp_path / "gone.xlsx")


def test_an_archive_with_a_workbook_stored_in_it_is_no_workbook(tmp_path: Path) -> None:
    inner = workbook({"A": HEADER})
    assert not is_workbook(_put(tmp_path, packed({"mimetype": inner, "a": "b"}), "a.zip"))


def test_cells_are_read_as_they_are_shown(tmp_path: Path) -> None:
    cells = row(
        3,
        number(THE_12TH, DAY),
        number(46093.5, BRITISH),
        number(1.5625, LENGTH),
        number(0.104166666666667, CLOCK),
        number(6),
        number(2.5),
        number(0.1 + 0.2),
        't="b"><v>1</v>',
        't="str"><f>A1&amp;"x"</f><v>=x</v>',
        shared(1),
        number(1.5, CLOCK),
    )
    strings = ("Never shown", "Siân & Łukasz\nNguyễn")
    path = _put(tmp_path, workbook({"Log": cells}, strings))
    ((at, found),) = read_sheet(path).rows
    assert at == 3
    assert found == (
        "2026-03-12", "2026-03-12 12:00:00", "37:30", "2:30", "6", "2.5", "0.3", "yes", "=x",
        "Siân & Łukasz\nNguyễn", "36:00",
    )  # fmt: skip


def test_the_sheet_with_known_columns_is_read_and_the_others_are_named(tmp_path: Path) -> None:
    sheets = {"About": row(1, text("CPD of Siân")), "Log": HEADER + GAIT, "Old": HEADER + GAIT}
    path = _put(tmp_path, workbook(sheets))
    reading = read_file(path)
    incoming = reading.into(gathered({}))
    assert reading.format == "workbook"
    assert "Read from the sheet “Log”; “About” and “Old” stay out." in incoming.remarks
    (activity,) = _activities(path)
    assert (activity.started_on, activity.title, activity.minutes) == (
        date(2026, 3, 12),
        "Gait",
        360,
    )


def test_a_sheet_can_be_named(tmp_path: Path) -> None:
    other = row(2, number(THE_12TH + 1, DAY), text("Elbows"), number(1))
    path = _put(tmp_path, workbook({"Log": HEADER + GAIT, "Old & gone": HEADER + other}))
    assert read_sheet(path, "Old & gone").rows[1][1][1] == "Elbows"
    reading = read_columns(path, Wishes(sheet="Old & gone"))
    assert reading.into(gathered({})).added == {"cpd_activity": 1}
    with pytest.raises(ProblemError, match="there is no sheet “New”; it has Log and Old & gone"):
        read_sheet(path, "New")


def test_lead_in_rows_totals_and_durations_are_as_in_a_table_of_text(tmp_path: Path) -> None:
    rows = (
        row(2, text("Hours of Bronwen Ŷang"))
        + row(4, text("Date"), text("Activity"), text("Duration"), text("Ward"))
        + row(5, number(THE_12TH, BRITISH), text("Gait"), number(0.0625, LENGTH), text("6B"))
        + row(6, text("13/3/26"), text("Reading"), text("half an hour"))
        + row(7, text("Total"), "", number(0.083333333, LENGTH))
    )
    activities = _activities(_put(tmp_path, workbook({"Log": rows})))
    assert [(each.started_on, each.minutes) for each in activities] == [
        (date(2026, 3, 12), 90),
        (date(2026, 3, 13), 30),
    ]
    assert activities[0].brought_along == "Ward: 6B\nFrom “My CPD.xlsx”, row 5"


def test_an_open_document_is_read_too(tmp_path: Path) -> None:
    def cell(words: str) -> str:
        return (
            '<table:table-cell office:value-type="string">'
            f"<text:p>{words}</text:p></table:table-cell>"
        )

    rows = (
        f"<table:table-row>{cell('Date')}{cell('Title')}{cell('Hours')}</table:table-row>"
        '<table:table-row><table:table-cell office:value-type="date" '
        'office:date-value="2026-03-12"><text:p>12/03/26</text:p></table:table-cell>'
        f'{cell("Łódź")}<table:table-cell office:value-type="float" office:value="2.5">'
        "<text:p>2.5</text:p></table:table-cell></table:table-row>"
        '<table:table-row table:number-rows-repeated="1048574"><table:table-cell '
        'table:number-columns-repeated="16384"/></table:table-row>'
    )
    (activity,) = _activities(_put(tmp_path, open_workbook("Log", rows), "log.ods"))
    assert (activity.started_on, activity.title, activity.minutes) == (
        date(2026, 3, 12),
        "Łódź",
        150,
    )


def test_a_formula_whose_result_was_never_saved_is_said(tmp_path: Path) -> None:
    formula = row(2, number(THE_12TH, DAY), text("Gait"), "><f>B1/60</f>")
    incoming = read_file(_put(tmp_path, workbook({"Log": HEADER + formula}))).into(gathered({}))
    assert incoming.added == {"cpd_activity": 1}
    assert incoming.remarks[0].startswith("1 cell holds a formula whose result was never saved")
    saved = row(2, number(THE_12TH, DAY), text("Gait"), "><f>B1/60</f><v>1.5</v>")
    (activity,) = _activities(_put(tmp_path, workbook({"Log": HEADER + saved})))
    assert activity.minutes == 90


def test_a_cell_far_below_the_table_does_not_keep_it_out(tmp_path: Path) -> None:
    stray = '<row r="1048576"><c r="A1048576"><v>1</v></c></row>'
    reading = read_file(_put(tmp_path, workbook({"Log": HEADER + GAIT + stray})))
    assert reading.into(gathered({})).added == {"cpd_activity": 1}
    assert [each.number for each in reading.problems] == [1_048_576]


def test_a_workbook_without_words_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(ProblemError, match=r"“My CPD\.xlsx” was not read: there is nothing in any"):
        read_file(_put(tmp_path, workbook({"A": "", "B": ""})))


ENTITIES = (
    '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">'
    '<!ENTITY c SYSTEM "file:///etc/passwd">]>'
)
BURSTS = packed({"xl/workbook.xml": "<x/>", "xl/sharedStrings.xml": b"a" * 60_000_000})


@pytest.mark.parametrize(
    "contents",
    [
        workbook({"A": HEADER})[:700],
        workbook({"A": HEADER})[:-12],
        b"PK\x03\x04" + b"\0" * 26 + b"[Content_Types].xml",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 4_000,
        workbook({"A": HEADER + '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'}),
        BURSTS,
        packed({f"xl/worksheets/{at}.xml": "" for at in range(2_500)}),
    ],
    ids=["cut", "no end", "one name", "old and empty", "wide", "bursting", "many parts"],
)
def test_a_workbook_that_is_cut_off_or_made_to_burst_is_a_sentence(
    tmp_path: Path, contents: bytes
) -> None:
    path = _put(tmp_path, contents)
    begun = time.monotonic()
    with pytest.raises(ProblemError) as caught:
        read_file(path)
    assert "“My CPD.xlsx”" in caught.value.happened
    assert caught.value.means
    assert time.monotonic() - begun < 20


@pytest.mark.parametrize("entity", ["&b;", "&c;"])
def test_an_entity_is_never_put_in_the_place_of_words(tmp_path: Path, entity: str) -> None:
    trick = GAIT.replace("Gait", entity)
    path = _put(tmp_path, workbook({"A": HEADER + trick}, prolog=ENTITIES))
    try:
        found = str(read_sheet(path).rows)
    except ProblemError as problem:
        found = problem.happened
    assert "aaaaaaaaaaaa" not in found
    assert "root:" not in found


def test_a_workbook_beyond_all_bounds_is_not_read(tmp_path: Path) -> None:
    path = _put(tmp_path, workbook({"A": HEADER}))
    with path.open("r+b") as file:
        file.truncate(50_000_001)
    with pytest.raises(ProblemError, match="larger than 50 MB"):
        read_sheet(path)
    with pytest.raises(ProblemError, match="could not be read"):
        read_sheet(tmp_path / "gone.xlsx")


@settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    changes=st.lists(st.tuples(st.integers(0, 10**9), st.integers(0, 255)), min_size=1, max_size=6)
)
def test_a_workbook_with_changed_bytes_is_read_or_refused_in_words(
    tmp_path: Path, changes: list[tuple[int, int]]
) -> None:
    mutated = bytearray(workbook({"Log": HEADER + GAIT}))
    for at, byte in changes:
        mutated[at % len(mutated)] = byte
    try:
        found = str(read_sheet(_put(tmp_path, bytes(mutated))).rows)
    except ProblemError as problem:
        found = problem.happened
    assert found
