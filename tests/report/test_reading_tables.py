"""Tables as a screen reader finds them: what each cell is under, beside, and a part of."""

from itertools import pairwise
from typing import Any

import pytest

from ahp_companion.domain.cpd import CpdActivity
from ahp_companion.domain.plan import Layer, Objective
from ahp_companion.domain.preceptorship import Milestone, Preceptorship
from ahp_companion.report.document import Imprint, drawn
from ahp_companion.report.tables import Column, Layout, Row, table

from . import people
from .reading import ON, Printed, printed, printed_hang
from .spoken import Spoken, beneath, kids, tag_of
from .test_templates import CODES, of_sample


@pytest.fixture(scope="module")
def hang() -> Spoken:
    return Spoken(printed_hang())


def spans(cell: Any) -> tuple[int, int]:
    """Return over how many columns and rows a cell stands."""
    said = cell.get("/A", {})
    return int(said.get("/ColSpan", 1)), int(said.get("/RowSpan", 1))


def row_widths(of: Any) -> list[int]:
    """Return how many columns each row has, those that reach down from rows above among them."""
    widths: list[int] = []
    over: list[tuple[int, int]] = []
    for row in rows(of):
        own = [spans(each) for each in kids(row)]
        widths.append(sum(columns for columns, _ in [*own, *over]))
        over = [(columns, left - 1) for columns, left in [*own, *over] if left > 1]
    return widths


def rows(of: Any) -> list[Any]:
    return [each for each in beneath(of) if tag_of(each) == "TR"]


def titled(spoken: Spoken, title: str) -> Any:
    """Return the table with a title."""
    return next(each for each in spoken.all("Table") if spoken.words(kids(each)[0]) == title)


def scopes(spoken: Spoken, row: Any) -> list[tuple[str, str]]:
    """Return the words of the heads in a row, each with what it is the head of."""
    heads = [each for each in kids(row) if tag_of(each) == "TH"]
    return [(spoken.words(each), str(each["/A"]["/Scope"])[1:]) for each in heads]


def test_every_row_of_a_table_has_as_many_columns_as_its_head(hang: Spoken) -> None:
    tables = hang.all("Table")
    assert len(tables) > 10
    for each in tables:
        assert len(set(row_widths(each))) == 1, hang.words(each)


@pytest.mark.parametrize("code", CODES)
def test_every_row_of_a_form_has_as_many_columns_as_its_head(code: str) -> None:
    for filled in (False, True):
        for each in Spoken(of_sample(code, "maternity-return", filled)).all("Table"):
            assert len(set(row_widths(each))) == 1


def test_the_heads_of_columns_and_rows_say_which_they_are(hang: Spoken) -> None:
    people_here = titled(hang, "Who helps me")
    head, first, *_ = rows(people_here)
    assert [said for said, _ in scopes(hang, head)] == ["Who", "As what", "How often"]
    assert {scope for _, scope in scopes(hang, head)} == {"Column"}
    assert scopes(hang, first) == [("Llŷr Gwynfor Hughes", "Row")]


def test_no_head_is_without_words_and_a_side(hang: Spoken) -> None:
    heads = hang.all("TH")
    assert len(heads) > 100
    for each in heads:
        assert hang.words(each)
        assert each["/A"]["/Scope"] in ("/Row", "/Column")


def test_an_activity_is_the_head_of_its_row_and_not_its_date(hang: Spoken) -> None:
    activities = next(each for each in hang.all("Table") if "Learning type" in hang.words(each))
    said = [scopes(hang, each) for each in rows(activities)[1:3]]
    assert said == [
        [("Induction week: moving and handling, resuscitation", "Row")],
        [("Shadowed the on-call respiratory team", "Row")],
    ]


def test_the_title_of_a_table_is_the_first_part_of_it(hang: Spoken) -> None:
    captions = [
        [tag_of(part) for part in kids(each)].index("Caption")
        for each in hang.all("Table")
        if "Caption" in [tag_of(part) for part in kids(each)]
    ]
    assert len(captions) > 10
    assert set(captions) == {0}
    assert hang.tags.count("Caption") == len(captions)


def test_what_stands_for_several_rows_is_one_cell_over_them() -> None:
    objectives = [
        Objective(id=f"o{at}", preceptorship="p", title=f"Aim {at}", layer=Layer.ME)
        for at in range(80)
    ]
    spoken = Spoken(printed(people.portfolio_of(Preceptorship(id="p"), *objectives)))
    whole = titled(spoken, "Objectives, in four layers")
    assert len(set(row_widths(whole))) == 1
    over = [spans(each)[1] for each in beneath(whole) if tag_of(each) == "TH" and "/A" in each]
    assert max(over) == 80
    assert len([row for row in rows(whole) if "Aim" in spoken.words(row)]) == 80


def test_a_column_that_is_only_air_is_not_there(hang: Spoken) -> None:
    months = next(each for each in hang.all("Table") if "Still owed" in hang.words(each))
    head = [hang.words(each) for each in kids(rows(months)[0])]
    assert head == ["Month", "Agreed", "Taken", "Lost", "Still owed", "Own time", "Why it was lost"]
    assert set(row_widths(months)) == {7}


def test_empty_rows_to_write_in_have_cells_and_no_heads() -> None:
    spoken = Spoken(of_sample("tailored-plan", "maternity-return", False))
    for each in spoken.all("Table"):
        head, *empty = rows(each)
        assert {tag_of(cell) for cell in kids(head)} == {"TH"}
        assert {tag_of(cell) for row in empty for cell in kids(row)} == {"TD"}


def test_a_table_over_pages_is_one_table_with_one_head() -> None:
    spoken = Spoken(printed(people.long_career(120, 0)))
    found = [[tag_of(each) for each in beneath(whole)] for whole in spoken.all("Table")]
    (long,) = [each for each in found if len(each) > 100]
    assert long.count("THead") == 1
    assert long.count("TR") == 1 + 120  # the head and the activities


def test_a_cell_over_pages_is_one_cell() -> None:
    words = " ".join(f"word{at}" for at in range(2_000))
    portfolio = people.portfolio_of(
        Preceptorship(id="p"),
        Milestone(id="m", preceptorship="p", title="Three months", due_on=ON, words=words),
        Milestone(id="n", preceptorship="p", title="Six months", words="Short"),
        CpdActivity(id="c", title="A study day"),
    )
    spoken = Spoken(printed(portfolio))
    whole = next(each for each in spoken.all("Table") if "word1999" in spoken.words(each))
    assert len(rows(whole)) == 3
    first = next(each for each in rows(whole) if "word0 " in spoken.words(each))
    cells = [spoken.words(each) for each in kids(first)]
    assert cells[-1] == words
    assert len(cells) == 4
    pages = [each.get_object()["/Pg"]["/StructParents"] for each in kids(first)[-1]["/K"]]
    assert len(pages) > 2
    assert all(after == before + 1 for before, after in pairwise(pages))


def test_a_row_with_fewer_cells_spans_the_columns_that_are_left() -> None:
    columns = (Column("What", 60), Column("", 10), Column("Why", 50), Column("When", 50))
    story = table(Layout(columns=columns), [Row(("a", "", "b", "c")), Row(("d", "", "e"))])
    content = drawn(story, _imprint(), has_cover=False)
    (whole,) = Spoken(Printed(*content)).all("Table")
    assert row_widths(whole) == [3, 3, 3]
    assert [spans(each) for each in kids(rows(whole)[2])] == [(1, 1), (2, 1)]


def _imprint() -> Imprint:
    return Imprint(title="A table", author="Zoë", subject="A table", header="", footer="", on=ON)
