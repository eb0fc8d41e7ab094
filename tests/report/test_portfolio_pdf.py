"""The document as a whole: pages, contents, bookmarks, properties, and how it is written."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from ahp_companion.domain.portfolio import Choice, Portfolio
from ahp_companion.domain.problems import CancelledError, ProblemError
from ahp_companion.report.portfolio_pdf import SECTIONS, pdf_bytes, write_portfolio_pdf

from . import people
from .reading import ON, Printed, printed, printed_hang


@pytest.fixture(scope="module")
def hang() -> Printed:
    return printed_hang()


def test_every_page_but_the_cover_says_which_of_how_many_it_is(hang: Printed) -> None:
    total = len(hang.pages)
    assert hang.page_count == total > 8
    for number, page in enumerate(hang.pages[1:], start=2):
        assert f"{number} of {total}" in page
        assert "Exported 8 April 2026" in page
    assert f"{total} pages" in hang.pages[0]
    assert "1 of " not in hang.pages[0]


def test_the_contents_name_the_page_where_each_part_begins(hang: Printed) -> None:
    contents = hang.pages[1]
    assert len(hang.parts) == 23
    for number, title in enumerate(hang.parts, start=1):
        page = hang.page_of(title)
        assert title in hang.pages[page - 1]
        entry = contents[contents.index(f"{number} {title}") :].split()
        assert str(page) in entry[: len(title.split()) + 16], title


def test_the_contents_are_linked_to_what_they_name(hang: Printed) -> None:
    links = [each.get_object() for each in hang.reader.pages[1].annotations or []]
    assert len(links) == len(hang.parts)
    assert all(each["/Subtype"] == "/Link" for each in links)


def test_records_are_bookmarked_below_their_part(hang: Printed) -> None:
    assert hang.titles.index("Meetings") < hang.titles.index("Initial meeting")
    assert "What the Welsh word was for" in hang.titles
    assert "Falls huddle: first improvement cycle" in hang.titles


def test_the_file_says_its_language_title_author_and_maker(hang: Printed) -> None:
    assert hang.language == "en-GB"
    known = hang.reader.metadata
    assert known is not None
    assert known.title == (
        "Portfolio of preceptorship and continuing professional development: Nguyễn Thị Thu Hằng"
    )
    assert known.author == "Nguyễn Thị Thu Hằng"
    assert known.creator == "AHP Companion"
    assert known.subject


def test_every_font_is_embedded(hang: Printed) -> None:
    names = set()
    for font in hang.fonts():
        names.add(font["/BaseFont"])
        assert "/FontFile2" in font["/FontDescriptor"], font["/BaseFont"]
    assert {name.split("+")[-1] for name in names} == {
        "SourceSans3-Regular", "SourceSans3-Semibold", "SourceSans3-It",
    }  # fmt: skip


def test_the_same_portfolio_on_the_same_day_gives_the_same_bytes(hang: Printed) -> None:
    assert printed(people.hang()).content == hang.content
    assert printed(people.hang(), on=date(2026, 4, 9)).content != hang.content


@pytest.mark.parametrize("portfolio", [people.nobody(), people.only_cpd(), people.portfolio_of()])
def test_a_portfolio_with_next_to_nothing_still_prints(portfolio: Portfolio) -> None:
    read = printed(portfolio)
    assert "What was left out" in read.text
    assert f"{read.page_count} of {read.page_count}" in read.pages[-1]


def test_the_running_header_names_owner_and_section(hang: Printed) -> None:
    page = hang.pages[hang.page_of("CPD activities") - 1]
    assert "Nguyễn Thị Thu Hằng · Portfolio 2024 to 2026" in page
    assert page.count("CPD activities") >= 2


@pytest.mark.parametrize("code", [code for code, _ in SECTIONS])
def test_a_section_that_was_not_chosen_is_absent_and_said_to_be(code: str) -> None:
    titles = {
        "about": "About me", "preceptorship": "The preceptorship", "plan": "The plan",
        "time": "Protected time", "meetings": "Meetings", "supervision": "Clinical supervision",
        "confidence": "Confidence", "reflections": "Reflections", "cpd": "CPD activities",
        "details": "CPD in full", "profile": "My HCPC CPD profile", "evidence": "Evidence index",
        "sources": "Sources and editions", "agreement": "What we agreed",
        "returning": "Coming back, or from elsewhere", "adjustments": "Access and adjustments",
        "workbooks": "Workbooks", "feedback": "Feedback",
        "ending": "The end, and what comes next", "scope": "My scope of practice",
        "delegation": "Delegation", "competences": "Competence record",
    }  # fmt: skip
    read = printed(people.hang(), Choice(left_out=frozenset({code})))
    # That there could be adjustments to leave out is nobody's business.
    assert ("Not chosen for this copy" in read.text) is (code != "adjustments")
    assert titles.get(code, "Line management") not in read.titles
    if code in titles:
        assert titles[code] in printed_hang().titles


def test_what_is_written_is_what_was_counted_beforehand(tmp_path: Path) -> None:
    out = tmp_path / "portfolio.pdf"
    pages = write_portfolio_pdf(out, people.hang(), people.CATALOGUE, Choice(), on=ON)
    assert (out.read_bytes(), pages) == pdf_bytes(people.hang(), people.CATALOGUE, Choice(), on=ON)
    assert list(tmp_path.iterdir()) == [out]


def test_a_file_that_stood_there_is_replaced_whole(tmp_path: Path) -> None:
    out = tmp_path / "portfolio.pdf"
    out.write_text("older")
    write_portfolio_pdf(out, people.nobody(), people.CATALOGUE, Choice(), on=ON)
    assert out.read_bytes().startswith(b"%PDF")


def test_progress_rises_to_the_end_once_a_page() -> None:
    seen: list[tuple[int, int]] = []
    _, pages = pdf_bytes(
        people.hang(), people.CATALOGUE, Choice(), on=ON,
        progress=lambda done, total: seen.append((done, total)),
    )  # fmt: skip
    assert len(seen) >= pages
    assert [done for done, _ in seen] == sorted(done for done, _ in seen)
    assert seen[-1][0] == seen[-1][1] > 0
    assert len({total for _, total in seen}) == 1


def test_work_that_is_cancelled_leaves_what_was_there(tmp_path: Path) -> None:
    out = tmp_path / "portfolio.pdf"
    out.write_text("older")

    def stop(done: int, _total: int) -> None:
        if done > 5:
            raise CancelledError

    with pytest.raises(CancelledError):
        write_portfolio_pdf(out, people.hang(), people.CATALOGUE, Choice(), on=ON, progress=stop)
    assert out.read_text() == "older"
    assert list(tmp_path.iterdir()) == [out]


def unwritable(tmp_path: Path) -> Iterator[Path]:
    yield tmp_path / "no such folder" / "portfolio.pdf"
    (tmp_path / "a file").write_text("")
    yield tmp_path / "a file" / "portfolio.pdf"
    (tmp_path / "a folder").mkdir()
    yield tmp_path / "a folder"


def test_a_place_that_cannot_be_written_to_is_a_problem_in_words(tmp_path: Path) -> None:
    for out in unwritable(tmp_path):
        with pytest.raises(ProblemError) as raised:
            write_portfolio_pdf(out, people.nobody(), people.CATALOGUE, Choice(), on=ON)
        assert "could not be written" in raised.value.happened
        assert raised.value.means
        assert raised.value.advice
    assert not list(tmp_path.glob("**/*.part"))


def test_a_full_career_is_set_in_one_pass_with_every_page_right() -> None:
    read = printed(people.long_career(400, 40))
    total = len(read.reader.pages)
    assert total > 30
    assert f"{total} of {total}" in read.pages[-1]
    details = read.page_of("What was left out")
    assert "Activity 399, about balance" in " ".join(read.pages[details - 2 : details])


def test_the_file_is_dated_on_the_day_it_was_exported(monkeypatch: pytest.MonkeyPatch) -> None:
    on = date(2026, 4, 9)
    read = printed(people.nobody(), on=on)
    known = read.reader.metadata
    assert known is not None
    assert known.creation_date == datetime(2026, 4, 9, tzinfo=UTC)
    assert known.modification_date == known.creation_date
    monkeypatch.setenv("TZ", "Asia/Tokyo")
    assert printed(people.nobody(), on=on).content == read.content
