"""What a screen reader finds: headings, paragraphs, charts in words and links, in their order."""

import re
from itertools import pairwise
from typing import Any

import pytest

from ahp_companion.domain.portfolio import Choice
from ahp_companion.domain.reflections import Reflection
from ahp_companion.report.worksheet_pdf import pdf_of_worksheet

from . import people
from .reading import ON, Printed, printed, printed_hang
from .spoken import Spoken, kids, tag_of
from .test_templates import CODES, SAMPLES, catalogue, of_sample, sample

SHOWN = re.compile(rb"/(?:\w+) <<(?:/MCID \d+|/Type /\w+)>> BDC|EMC|\) Tj|\bDo\b")
LETTERS = ("protected-time-letter", "thank-you-letter")


@pytest.fixture(scope="module")
def hang() -> Spoken:
    return Spoken(printed_hang())


def levels(spoken: Spoken) -> list[int]:
    return [int(tag[1]) for tag in spoken.tags if re.fullmatch(r"H\d", tag)]


def skips_no_level(found: list[int]) -> bool:
    return all(after <= before + 1 for before, after in pairwise([0, *found]))


def test_the_file_says_that_it_is_tagged_and_by_which_standard(hang: Spoken) -> None:
    root: Any = hang.read.reader.root_object
    assert root["/MarkInfo"]["/Marked"]
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert hang.read.language == "en-GB"
    written = root["/Metadata"].get_object().get_data().decode()
    properties = hang.read.reader.metadata
    assert properties is not None
    for words in (
        "<pdfuaid:part>1</pdfuaid:part>",
        "<dc:language><rdf:Bag><rdf:li>en-GB</rdf:li></rdf:Bag></dc:language>",
        f'<rdf:li xml:lang="x-default">{properties.title}</rdf:li>',
        "<rdf:li>Nguyễn Thị Thu Hằng</rdf:li>",
        f"<pdf:Producer>{properties.producer}</pdf:Producer>",
        "<xmp:CreatorTool>AHP Companion</xmp:CreatorTool>",
        f"<xmp:CreateDate>{ON.isoformat()}T00:00:00Z</xmp:CreateDate>",
    ):
        assert words in written


def test_headings_come_in_order_and_skip_no_level(hang: Spoken) -> None:
    found = levels(hang)
    assert found[0] == 1
    assert found.count(1) == 1 + 1 + len(hang.read.parts)  # the name, the contents, the parts
    assert skips_no_level(found)


def test_a_heading_is_read_with_its_number_first_and_its_date_after(hang: Spoken) -> None:
    said = hang.said("H1")
    assert said[:4] == ["Nguyễn Thị Thu Hằng", "Contents", "1 About me", "2 The preceptorship"]
    everything = hang.said("H2", "P")
    assert everything[everything.index("Initial meeting") + 1] == "16 May 2024"


@pytest.mark.parametrize("filled", [False, True])
@pytest.mark.parametrize("code", CODES)
def test_headings_of_a_form_skip_no_level(code: str, filled: bool) -> None:
    for name in SAMPLES:
        found = levels(Spoken(of_sample(code, name, filled)))
        assert skips_no_level(found)
        assert found.count(1) == (0 if code in LETTERS else 1)


def test_headings_of_a_workbook_skip_no_level() -> None:
    for each in catalogue().workbooks.values():
        spoken = Spoken(Printed(*pdf_of_worksheet(each, on=ON)))
        found = levels(spoken)
        assert skips_no_level(found)
        assert found.count(1) == 1
        assert spoken.said("H1") == [each.name]


def test_a_heading_in_a_part_taken_over_stands_under_the_forms_own() -> None:
    spoken = Spoken(of_sample("protected-time-summary", "maternity-return", True))
    assert spoken.said("H1", "H2") == ["Protected time: summary", "Month by month"]
    assert spoken.said("H3") == ["My time", "The preceptor’s time"]


def test_every_chart_says_in_words_what_it_shows(hang: Spoken) -> None:
    figures = hang.all("Figure")
    assert len(figures) == 9
    assert all(each["/Alt"].strip() for each in figures)
    assert any(each["/Alt"].startswith("From May 2024 to April 2025: 48 h") for each in figures)
    assert any("from 3 in May 2024 to 8 in May 2025" in each["/Alt"] for each in figures)


def test_a_paragraph_over_pages_is_one_paragraph() -> None:
    words = " ".join(f"word{at}" for at in range(2_000))
    reflection = Reflection(
        id="r", title="Long", model="what", answers={"what": words}, private=False
    )
    spoken = Spoken(printed(people.portfolio_of(reflection)))
    assert [each for each in spoken.said("P") if "word1999" in each] == [words]


@pytest.mark.parametrize("code", [None, *CODES])
def test_nothing_is_shown_outside_the_tree_but_as_an_artifact(code: str | None) -> None:
    read = of_sample(code, SAMPLES[0], True) if code else printed_hang()
    for number, page in enumerate(read.reader.pages, start=1):
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


def test_header_and_footer_are_passed_over(hang: Spoken) -> None:
    said = " ".join(hang.said("Document"))
    assert "Portfolio 2024 to 2026" in hang.read.pages[3]
    assert "Exported 8 April 2026" in hang.read.pages[3]
    assert "Portfolio 2024 to 2026" not in said
    assert "Exported 8 April 2026" not in said


@pytest.mark.parametrize("code", CODES)
def test_nothing_in_a_form_is_there_without_words(code: str) -> None:
    for filled in (False, True):
        said = Spoken(of_sample(code, SAMPLES[0], filled)).said("P", "H1", "H2", "LBody", "Caption")
        assert said
        assert all(said)


@pytest.mark.parametrize("code", CODES)
def test_where_a_form_is_from_is_read_once_and_last(code: str) -> None:
    said = Spoken(of_sample(code, SAMPLES[0], False)).said("P")
    assert [each.startswith("Written for AHP Companion") for each in said].count(True) == 1
    assert said[-1].startswith("Written for AHP Companion")


def test_each_mark_on_a_page_leads_to_its_element(hang: Spoken) -> None:
    index = hang.tree["/ParentTree"]["/Nums"]
    of_page = {index[at]: index[at + 1] for at in range(0, len(index), 2)}
    for page in hang.read.reader.pages:
        held = of_page[page["/StructParents"]]
        contents = page.get_contents()
        assert contents is not None
        marks = re.findall(rb"/(\w+) <</MCID (\d+)>>", contents.get_data())
        assert [int(number) for _, number in marks] == list(range(len(held)))
        for tag, number in marks:
            assert held[int(number)].get_object()["/S"] == f"/{tag.decode()}"


def test_the_contents_are_entries_that_each_hold_one_link(hang: Spoken) -> None:
    (contents,) = hang.all("TOC")
    entries = kids(contents)
    assert [tag_of(each) for each in entries] == ["TOCI"] * len(hang.read.parts)
    numbered = [f"{at} {part}" for at, part in enumerate(hang.read.parts, start=1)]
    assert [hang.words(each) for each in entries] == numbered
    for each in entries:
        (reference,) = kids(each)
        (link,) = kids(reference)
        assert [tag_of(reference), tag_of(link)] == ["Reference", "Link"]
        assert {tag_of(words) for words in kids(link)} == {"Span"}
    assert hang.tags.count("Link") == len(entries)


def test_links_have_words_and_a_place_in_the_tree(hang: Spoken) -> None:
    links = [each.get_object() for each in hang.read.reader.pages[1].annotations or []]
    assert [each["/Contents"] for each in links] == hang.read.parts
    index = hang.tree["/ParentTree"]["/Nums"]
    places = {index[at]: index[at + 1] for at in range(0, len(index), 2)}
    found = [places[each["/StructParent"]].get_object() for each in links]
    assert [tag_of(each) for each in found] == ["Link"] * len(links)
    for link, element in zip(links, found, strict=True):
        held = [each.get_object() for each in element["/K"]]
        assert [each["/Obj"].get_object() for each in held if "/Obj" in each] == [link]


def test_a_prompt_is_read_before_its_answer() -> None:
    page = next(each for each in printed_hang().pages if "A woman of eighty-eight" in each)
    assert page.index("What? A woman of eighty-eight") < page.index("So what? I had written")


def test_the_portfolio_of_a_sample_is_read_in_the_order_of_its_pages() -> None:
    portfolio, today = sample(SAMPLES[0])
    spoken = Spoken(printed(portfolio, Choice(), on=today))
    begun = [each["/Pg"]["/StructParents"] for each in spoken.all("H1", "H2") if "/Pg" in each]
    assert len(begun) > 20
    assert begun == sorted(begun)


def test_what_to_think_of_is_read_apart_from_what_is_asked() -> None:
    spoken = Spoken(of_sample("tailored-plan", SAMPLES[0], False))
    assert "What the preceptee brings from earlier work, study and life" in spoken.said("P")
