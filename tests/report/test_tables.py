"""Tables over a page's end: heads again, rows whole, nothing lost."""

from ahp_companion.domain.cpd import CpdActivity
from ahp_companion.domain.evidence import Evidence
from ahp_companion.report.tables import Column, Layout, Row, Table, facts, table

from . import people
from .reading import printed

TWO = Layout(columns=(Column("Left", 40), Column("Right", 130, right=True)))


def rows(number: int) -> list[Row]:
    return [Row((f"row {at}", "words")) for at in range(number)]


def made(number: int) -> Table:
    found = table(TWO, rows(number))[-1]
    assert isinstance(found, Table)
    return found


def test_a_long_table_repeats_its_head_on_every_page() -> None:
    read = printed(people.long_career(200, 0))
    pages = [page for page in read.pages if "about balance" in page]
    assert len(pages) > 5
    assert all("Learning type" in page for page in pages)


def test_a_short_table_moves_whole() -> None:
    assert made(5).split(482, 60) == []


def test_a_long_table_parts_between_rows_and_never_leaves_one_alone() -> None:
    whole = made(40)
    first, rest = whole.split(482, whole.height - 1)
    assert isinstance(first, Table)
    assert isinstance(rest, Table)
    assert first.stop == rest.start
    assert rest.stop == 40
    assert first.height + rest.height == whole.height + whole.head_height
    assert whole.split(482, whole.head_height + 25) == []


def test_a_row_that_no_page_holds_goes_on_overleaf() -> None:
    long = "\n".join(f"line-{at}" for at in range(200))
    found = table(TWO, [Row(("tall", long)), Row(("short", "end"))])[-1]
    upper, lower = found.split(482, 600)
    assert isinstance(upper, Table)
    assert isinstance(lower, Table)
    said = [*upper.rows[0].cells[1], *lower.rows[0].cells[1]]
    assert [line.strip() for line in said] == long.split("\n")
    assert len(lower.rows) == 2


def test_no_rows_make_no_table() -> None:
    assert table(TWO, [], title="Nothing") == []


def test_a_fact_with_nothing_to_say_falls_out() -> None:
    found = facts([("Known", "yes"), ("Unknown", "  ")])[-1]
    assert isinstance(found, Table)
    assert len(found.rows) == 1


def test_every_activity_is_in_the_list_once() -> None:
    read = printed(people.long_career(120, 0))
    listed = " ".join(read.pages[read.page_of("CPD activities") - 1 :])
    for at in range(120):
        assert listed.count(f"Activity {at},") == 1


def test_long_evidence_titles_keep_their_number_and_fingerprint() -> None:
    portfolio = people.portfolio_of(
        Evidence(id="e", title="t" * 4_000, sha256="ab" * 32),
        CpdActivity(id="c", title="x", evidence=("e",)),
    )
    assert "abab abab abab" in printed(portfolio).text


def test_a_sum_never_stands_on_a_page_without_a_row_that_it_is_of() -> None:
    layout = Layout(columns=(Column("Month", 45), Column("Taken", 125)))
    held = [*rows(20), Row(("Together", "20 h"), total=True)]
    (whole,) = table(layout, held)
    assert isinstance(whole, Table)
    for room in range(60, int(whole.height), 7):
        parts = whole.split(0, room)
        assert not parts or len(parts) == 2
        if parts:
            assert parts[1].stop - parts[1].start >= 2
