"""Lists as a screen reader finds them: how many points there are, and where each begins."""

import pytest

from ahp_companion.domain.reflections import Reflection
from ahp_companion.domain.workbooks import WorkbookAnswer, Worksheet
from ahp_companion.report.worksheet_pdf import pdf_of_worksheet

from . import people
from .reading import ON, Printed, printed, printed_hang
from .spoken import Spoken, kids, tag_of
from .test_templates import CODES, catalogue, of_sample

POINT = ["Lbl", "LBody"]


def written(words: str) -> Spoken:
    """Return a portfolio with one reflection, which is so answered."""
    reflection = Reflection(
        id="r", title="Ward", model="what", answers={"what": words}, private=False
    )
    return Spoken(printed(people.portfolio_of(reflection)))


def lists(spoken: Spoken) -> list[list[list[str]]]:
    """Return the points of each list that has signs: the words of its sign, and its own."""
    found = [
        [[spoken.words(part) for part in kids(point)] for point in kids(each)]
        for each in spoken.all("L")
    ]
    return [each for each in found if len(each[0]) > 1]


def numbering(spoken: Spoken) -> list[str]:
    """Return what the points of each list begin with."""
    return [str(each["/A"]["/ListNumbering"])[1:] for each in spoken.all("L")]


def test_numbered_lines_are_a_list() -> None:
    spoken = written("1. Ask Llŷr\n2. Ring Anna\n10) Write it down")
    points = [["1.", "Ask Llŷr"], ["2.", "Ring Anna"], ["10)", "Write it down"]]
    assert lists(spoken) == [points]
    assert "Decimal" in numbering(spoken)


@pytest.mark.parametrize("sign", ["-", "–", "*", "•", "·"])
def test_lines_with_a_sign_are_a_list_between_their_paragraphs(sign: str) -> None:
    spoken = written(f"What I saw:\n{sign} the rota\n  {sign} the cupboard\nAnd then lunch.")
    assert lists(spoken) == [[[sign, "the rota"], [sign, "the cupboard"]]]
    at = spoken.said("P", "L").index("What I saw:")
    whole = f"{sign} the rota{sign} the cupboard"
    around = spoken.said("P", "L")[at : at + 3]
    assert [each.replace(f" {sign}", sign) for each in around] == [
        "What I saw:", whole, "And then lunch.",
    ]  # fmt: skip


def test_points_with_empty_lines_between_are_one_list() -> None:
    spoken = written("- one\n\n- two\n\n- three\n\n1. first\n2. second")
    assert lists(spoken) == [
        [["-", "one"], ["-", "two"], ["-", "three"]],
        [["1.", "first"], ["2.", "second"]],
    ]


@pytest.mark.parametrize(
    "words",
    ["- Anna said so", "12. March was cold\nand long", "-5 degrees\n-7 degrees", "1.5 h\n2.5 h"],
)
def test_what_only_looks_a_little_like_a_list_is_a_paragraph(words: str) -> None:
    spoken = written(words)
    assert lists(spoken) == []
    assert " ".join(words.split()) in spoken.said("P")


def test_a_list_over_pages_is_one_list_and_a_point_over_two_is_one_point() -> None:
    points = [f"point {at} " + "which goes on and on " * 30 for at in range(1, 40)]
    spoken = written("\n".join(f"{at}. {each}" for at, each in enumerate(points, start=1)))
    (found,) = lists(spoken)
    assert [sign for sign, _ in found] == [f"{at}." for at in range(1, 40)]
    assert [said for _, said in found] == [each.strip() for each in points]
    pages = {page for each in spoken.all("LBody") for page in _pages(each)}
    assert len(pages) > 3
    assert any(len(_pages(each)) > 1 for each in spoken.all("LBody"))


def _pages(element: object) -> set[int]:
    held = [each.get_object() for each in element["/K"]]  # type: ignore[index]
    return {each["/Pg"]["/StructParents"] for each in held if isinstance(each, dict)}


def test_a_list_looks_as_it_did_before_it_was_one() -> None:
    words = "Before\n- one\n- two which is longer\nAfter"
    page = next(each for each in written(words).read.pages if "two which" in each)
    assert "Before - one - two which is longer After" in page


def test_what_a_portfolio_holds_and_leaves_out_are_lists_on_its_cover() -> None:
    spoken = Spoken(printed_hang())
    inside, out = spoken.all("L")[:2]
    assert [spoken.words(each) for each in kids(inside)] == [
        "1 preceptorship", "4 meetings, 3 of them held", "2 reflections", "14 CPD activities",
        "Index of 2 pieces of evidence",
    ]  # fmt: skip
    assert spoken.words(kids(out)[-1]) == "The evidence files themselves"
    assert spoken.said("H2")[:2] == ["What is inside", "What was left out"]


@pytest.mark.parametrize("filled", [False, True])
@pytest.mark.parametrize("code", CODES)
def test_every_box_of_a_form_is_a_point_that_says_whether_it_is_ticked(
    code: str, filled: bool
) -> None:
    spoken = Spoken(of_sample(code, "maternity-return", filled))
    boxes = [each for each in spoken.all("Figure") if each["/Alt"] in ("Ticked", "Not ticked")]
    found = []
    for point in spoken.all("LI"):
        if [tag_of(each) for each in kids(point)] == POINT:
            found += [each for each in kids(kids(point)[0]) if tag_of(each) == "Figure"]
            assert spoken.words(kids(point)[1])
    assert found == boxes


def test_boxes_abreast_are_one_list_under_their_question() -> None:
    spoken = Spoken(of_sample("feedback-preceptee", "maternity-return", False))
    question = "I was made welcome, felt valued and felt that I belonged."
    everything = spoken.all("P", "L")
    at = [spoken.words(each) for each in everything].index(question)
    options = [spoken.words(each) for each in kids(everything[at + 1])]
    assert options == ["Not at all", "A little", "Mostly", "Fully", "Does not apply"]


def test_lines_to_tick_under_one_heading_are_one_list() -> None:
    spoken = Spoken(of_sample("role-checklist-preceptee", "maternity-return", False))
    assert len(spoken.all("L")) == len(spoken.all("H2"))
    counted = [len(kids(each)) for each in spoken.all("L")]
    assert min(counted) > 1
    assert numbering(spoken) == ["Square"] * len(counted)


def test_what_could_come_next_on_a_sheet_is_a_list() -> None:
    workbook = catalogue().workbooks["readiness-role"]
    answers = [WorkbookAnswer(question=each.code, step="no") for each in workbook.questions[:2]]
    sheet = Worksheet(
        title="May", workbook=workbook.code, on=ON, next_three=tuple(each.id for each in answers)
    )
    spoken = Spoken(Printed(*pdf_of_worksheet(workbook, sheet, answers, on=ON)))
    last = spoken.all("L")[-1]
    said = [[spoken.words(part) for part in kids(point)] for point in kids(last)]
    assert said == [["·", each.words] for each in workbook.questions[:2]]
