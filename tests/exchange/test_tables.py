"""A stranger's table as text: whatever its separators and its letters, or a sentence."""

import csv
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ahp_companion.domain.problems import ProblemError
from ahp_companion.exchange.tables.presets import names_known
from ahp_companion.exchange.tables.table import Cells, Table, Wishes
from ahp_companion.exchange.tables.text import beginning, read_text_table

OTHERS = Path(__file__).parents[1] / "data" / "others"
ROWS = [["Date", "Title", "Hours"], ["13/04/2026", "Siân’s gait clinic", "1,5"]]


def _read(folder: Path, contents: bytes, **wishes: str) -> Table:
    path = folder / "log.csv"
    path.write_bytes(contents)
    return read_text_table(path, Wishes(**wishes), names_known)  # type: ignore[arg-type]


def _cells(table: Table) -> list[Cells]:
    return [row for _, row in table.rows]


@pytest.mark.parametrize("delimiter", [";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_separators_letters_and_line_ends_are_found_out(
    tmp_path: Path, delimiter: str, encoding: str, end: str
) -> None:
    text = end.join(delimiter.join(row) for row in ROWS)
    table = _read(tmp_path, text.encode(encoding))
    assert [list(row) for row in _cells(table)] == ROWS
    assert table.delimiter == delimiter


def test_a_quoted_text_keeps_its_commas_its_lines_and_its_quotation_marks(tmp_path: Path) -> None:
    table = _read(tmp_path, b'Date,Title\r\n2026-03-12,"Gait, the ""new"" way\r\nand more"\r\n')
    assert _cells(table)[1] == ("2026-03-12", 'Gait, the "new" way\r\nand more')


def test_spaces_before_a_quoted_text_do_not_undo_its_quotation_marks(tmp_path: Path) -> None:
    table = _read(tmp_path, b'Date, Title\n2026-03-12, "Gait, in two parts"\n')
    assert _cells(table)[1] == ("2026-03-12", "Gait, in two parts")


def test_what_excel_says_of_its_separator_is_heard_and_no_row(tmp_path: Path) -> None:
    table = _read(tmp_path, b"sep=;\r\nDate;Title, in full\r\n2026-03-12;Gait\r\n")
    assert [number for number, _ in table.rows] == [2, 3]
    assert _cells(table)[0] == ("Date", "Title, in full")


def test_rows_keep_the_numbers_that_a_spreadsheet_gives_them(tmp_path: Path) -> None:
    table = _read(tmp_path, b'Date,Title\n\n,,\n2026-03-12,"two\nlines"\n2026-03-13,Reading,,\n')
    assert [number for number, _ in table.rows] == [1, 4, 5]
    assert _cells(table)[-1] == ("2026-03-13", "Reading")


def test_a_formula_is_text(tmp_path: Path) -> None:
    formula = '=HYPERLINK("https://example.org";"Gait")'
    table = _read(tmp_path, f"Date\tTitle\n2026-03-12\t{formula}\n".encode())
    assert _cells(table)[1] == ("2026-03-12", formula)


def test_signs_written_for_a_web_page_are_read_as_meant_where_all_of_them_are(
    tmp_path: Path,
) -> None:
    escaped = _read(tmp_path, b"Date,Title\n2026-03-12,R&amp;D &lt;new&gt; &#39;n&#x27; all\n")
    assert _cells(escaped)[1][1] == "R&D <new> 'n' all"
    assert "web page" in escaped.remarks[0]
    plain = _read(tmp_path, b"Date,Title\n2026-03-12,R&D and &amp;\n")
    assert _cells(plain)[1][1] == "R&D and &amp;"


def test_one_letter_cut_in_two_does_not_spoil_the_others(tmp_path: Path) -> None:
    cut = "Date,Title\n2026-03-12,Łódź Siân Nguyễn\n2026-03-13,Ŷ".encode()[:-1]
    table = _read(tmp_path, cut)
    assert _cells(table)[1] == ("2026-03-12", "Łódź Siân Nguyễn")
    assert table.remarks == ("Signs that could not be read, shown as “�”: 1.",)


def test_an_older_encoding_is_named_and_another_can_be_said(tmp_path: Path) -> None:
    contents = "Date,Title\n2026-03-12,Łódź\n".encode("cp1250")
    guessed = _read(tmp_path, contents)
    assert guessed.encoding == "cp1252"
    assert "Windows (Western European)" in guessed.remarks[0]
    assert _cells(_read(tmp_path, contents, encoding="cp1250"))[1][1] == "Łódź"


def test_a_separator_can_be_said(tmp_path: Path) -> None:
    table = _read(tmp_path, b"Date,Title\n2026-03-12,Gait\n", delimiter=";")
    assert _cells(table)[0] == ("Date,Title",)


@pytest.mark.parametrize(
    ("contents", "words"),
    [
        (b"", "is empty"),
        (b"\n\n,,,\n", "is empty"),
        (b"Dear all,\n", "it has no rows of two cells or more"),
        (b"Dear all\nhere is my log\n", "it has no rows of two cells or more"),
        (b"%PDF-1.7\n...", "is not a table: it is a PDF"),
        (b"\x89PNG\r\n\x1a\n", "is not a table: it is a picture"),
        (b"PK\x03\x04abc", "is not a table: it is a ZIP"),
        (b"{\\rtf1 Dear all}", "is not a table: it is a word processor"),
        (b"Date,Title\n\0\x01\x02\x03", "it holds signs that no text has"),
        (bytes(range(256)) * 40, "it holds signs that no text has"),
        (b'Date,Title\n2026-03-12,"Gait, and then noth', "breaks off inside row 2"),
        (b'Date,Title\n2026-03-12,Gait\n2026-03-13,"', "breaks off inside row 3"),
        (b"Date,Title\n" + b"2026-03-12,x\n" * 100_020, "more than 100,000 rows"),
        (b"Date,Title\n" + b"x," * 600 + b"x\n", "more than 500 columns"),
        (b"Date,Title\n" + b"2026-03-12," + b"x" * 2_000_001, "more than 2,000,000 letters"),
        (b"\n" * 1_100_000 + b"x", "more than 1,048,576 lines"),
    ],
)
def test_what_is_no_table_or_breaks_off_is_a_sentence(
    tmp_path: Path, contents: bytes, words: str
) -> None:
    before = csv.field_size_limit()
    with pytest.raises(ProblemError, match=r"log\.csv") as caught:
        _read(tmp_path, contents)
    assert words in caught.value.happened
    assert csv.field_size_limit() == before


def test_a_last_row_that_ends_early_is_said_to_be_cut_off(tmp_path: Path) -> None:
    whole = b"Date,Title,Hours\n2026-03-12,Gait,1\n2026-03-13,Reading,2"
    assert _read(tmp_path, whole).remarks == ()
    assert _read(tmp_path, whole + b"\n").remarks == ()
    (remark,) = _read(tmp_path, whole[:-5]).remarks
    assert "it may have been cut off" in remark


def test_a_file_beyond_all_bounds_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "log.csv"
    with path.open("wb") as file:
        file.truncate(50_000_001)
    with pytest.raises(ProblemError, match="larger than 50 MB"):
        read_text_table(path, Wishes(), names_known)


def test_a_file_that_is_not_there_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(ProblemError, match="could not be read"):
        read_text_table(tmp_path / "gone.csv", Wishes(), names_known)
    assert beginning(tmp_path / "gone.csv") == []


@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    name=st.sampled_from(["umbil.csv", "cpd-tracker-seven-rows.csv", "speech-log.csv"]),
    changes=st.lists(st.tuples(st.integers(0, 10**9), st.integers(0, 255)), min_size=1, max_size=9),
    cut=st.integers(0, 2_000),
)
def test_a_table_that_was_damaged_is_read_or_refused_in_words(
    tmp_path: Path, name: str, changes: list[tuple[int, int]], cut: int
) -> None:
    mutated = bytearray((OTHERS / name).read_bytes())
    for at, byte in changes:
        mutated[at % len(mutated)] = byte
    try:
        found = str(_read(tmp_path, bytes(mutated[: max(1, len(mutated) - cut)])).rows)
    except ProblemError as problem:
        found = problem.happened
    assert found


@given(rows=st.lists(st.lists(st.text(max_size=8), min_size=2, max_size=4), min_size=1, max_size=6))
@settings(
    max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_whatever_a_program_quotes_comes_back(tmp_path: Path, rows: list[list[str]]) -> None:
    # Control signs are no text, and the surrogates are no signs.
    plain = [["".join(s for s in cell if s.isprintable()) for cell in row] for row in rows]
    path = tmp_path / "log.csv"
    with path.open("w", encoding="utf-8", newline="", errors="ignore") as file:
        csv.writer(file, quoting=csv.QUOTE_ALL).writerows([["Date", "Title"], *plain])
    table = read_text_table(path, Wishes(delimiter=","), names_known)
    assert len(table.rows) <= len(rows) + 1
    held = dict(table.rows)
    for number, row in enumerate(plain, start=2):
        shown = list(held.get(number, ()))
        wanted = [each.encode("utf-8", "ignore").decode() for each in row]
        assert [each.strip() for each in shown] == [each.strip() for each in wanted[: len(shown)]]
        assert not any(each.strip() for each in wanted[len(shown) :])
