"""What a screen reader finds: the tree of headings, paragraphs, tables and charts in words."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import pytest

from ahp_companion.domain.reflections import Reflection

from . import people
from .reading import Printed, printed, printed_hang

SHOWN = re.compile(rb"/(?:\w+) <<(?:/MCID \d+|/Type /\w+)>> BDC|EMC|\) Tj|\bDo\b")


@pytest.fixture(scope="module")
def hang() -> Printed:
    return printed_hang()


def tree(read: Printed) -> Any:
    return read.reader.root_object["/StructTreeRoot"].get_object()


def elements(held: Any) -> Iterator[Any]:
    for each in held["/K"]:
        element = each.get_object()
        if isinstance(element, dict) and "/S" in element:
            yield element
            yield from elements(element)


def tags(read: Printed) -> list[str]:
    return [element["/S"] for element in elements(tree(read))]


def test_the_file_says_that_it_is_tagged_and_by_which_standard(hang: Printed) -> None:
    root: Any = hang.reader.root_object
    assert root["/MarkInfo"]["/Marked"]
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    written = root["/Metadata"].get_object().get_data().decode()
    assert "<pdfuaid:part>1</pdfuaid:part>" in written
    assert "Nguyễn Thị Thu Hằng" in written


def test_headings_come_in_order_and_skip_no_level(hang: Printed) -> None:
    levels = [int(tag[2]) for tag in tags(hang) if re.fullmatch(r"/H\d", tag)]
    assert levels[0] == 1
    assert levels.count(1) == len(hang.parts) + 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_every_chart_says_in_words_what_it_shows(hang: Printed) -> None:
    figures = [each for each in elements(tree(hang)) if each["/S"] == "/Figure"]
    assert len(figures) == 9
    assert all(each["/Alt"].strip() for each in figures)
    assert any(each["/Alt"].startswith("From May 2024 to April 2025: 48 h") for each in figures)
    assert any("from 3 in May 2024 to 8 in May 2025" in each["/Alt"] for each in figures)


def test_every_row_of_a_table_has_as_many_columns_as_its_head(hang: Printed) -> None:
    tables = [each for each in elements(tree(hang)) if each["/S"] == "/Table"]
    assert len(tables) > 10
    for table in tables:
        widths = {
            sum(cell.get_object().get("/A", {}).get("/ColSpan", 1) for cell in row["/K"])
            for row in elements(table)
            if row["/S"] == "/TR"
        }
        assert len(widths) == 1


def test_a_table_over_pages_is_one_table_with_one_head() -> None:
    read = printed(people.long_career(120, 0))
    found = [
        [element["/S"] for element in elements(each)]
        for each in elements(tree(read))
        if each["/S"] == "/Table"
    ]
    long = next(each for each in found if len(each) > 100)
    assert long.count("/THead") == 1
    assert long.count("/TR") == 1 + 120  # the head and the activities
    assert sum(len(each) > 100 for each in found) == 1


def test_a_paragraph_over_pages_is_one_paragraph() -> None:
    words = " ".join(f"word{at}" for at in range(2_000))
    reflection = Reflection(
        id="r", title="Long", model="what", answers={"what": words}, private=False
    )
    read = printed(people.portfolio_of(reflection))
    # Content on several pages is named with its page; on one page by its number alone.
    spread = [
        len([kid for kid in each["/K"] if "/MCID" in kid])
        for each in elements(tree(read))
        if each["/S"] == "/P" and isinstance(each["/K"][0], dict)
    ]
    assert [pages > 4 for pages in spread] == [True]


def test_nothing_is_shown_outside_the_tree_but_as_an_artifact(hang: Printed) -> None:
    for number, page in enumerate(hang.reader.pages, start=1):
        depth = 0
        contents = page.get_contents()
        assert contents is not None
        for shown in SHOWN.findall(contents.get_data()):
            if shown.endswith(b"BDC"):
                depth += 1
            elif shown == b"EMC":
                depth -= 1
            else:
                assert depth == 1, (number, shown)
        assert depth == 0


def test_each_mark_on_a_page_leads_to_its_element(hang: Printed) -> None:
    root = tree(hang)
    index = root["/ParentTree"]["/Nums"]
    of_page = {index[at]: index[at + 1] for at in range(0, len(index), 2)}
    for page in hang.reader.pages:
        held = of_page[page["/StructParents"]]
        contents = page.get_contents()
        assert contents is not None
        marks = re.findall(rb"/(\w+) <</MCID (\d+)>>", contents.get_data())
        assert [int(number) for _, number in marks] == list(range(len(held)))
        for tag, number in marks:
            assert held[int(number)].get_object()["/S"] == f"/{tag.decode()}"


def test_links_have_words_and_a_place_in_the_tree(hang: Printed) -> None:
    links = [each.get_object() for each in hang.reader.pages[1].annotations or []]
    assert [each["/Contents"] for each in links] == hang.parts
    assert tags(hang).count("/Link") == len(links)
    assert tags(hang).count("/TOC") == 1


def test_a_prompt_is_read_before_its_answer() -> None:
    page = next(each for each in printed_hang().pages if "A woman of eighty-eight" in each)
    assert page.index("What? A woman of eighty-eight") < page.index("So what? I had written")
