"""Words on their way to the paper: cleaned, bound, cut into lines."""

from hypothesis import given
from hypothesis import strategies as st

from ahp_companion.report import text
from ahp_companion.report.styles import BODY, CELL, LABEL


def test_a_figure_is_bound_to_what_it_counts() -> None:
    assert text.typeset("on 12 March, 1 h 30 min long") == (
        "on 12\u00a0March, 1\u00a0h\u00a030\u00a0min\u00a0long"
    )


def test_i_is_bound_to_what_i_do() -> None:
    assert text.typeset("and I wondered about it, wondering") == (
        "and I\u00a0wondered about it, wondering"
    )


def test_decomposed_letters_are_put_together() -> None:
    assert text.typeset("Hu\u0065\u0302\u0301") == "Huế"


def test_paragraphs_are_parted_by_empty_lines_only() -> None:
    assert text.paragraphs("one\ntwo\n \nthree\n\n\n") == ["one\ntwo", "three"]


def test_no_words_make_no_lines() -> None:
    assert text.lines(" \n ", BODY, 100) == ()


def test_lines_the_writer_broke_stay_broken() -> None:
    assert text.lines("wash\ndress", BODY, 300) == ("wash ", "dress")


@given(st.text(max_size=400), st.floats(min_value=30, max_value=400))
def test_no_line_is_wider_than_its_room_and_no_sign_is_lost(words: str, width: float) -> None:
    cut = text.lines(words, BODY, width)
    assert all(text.width_of(line, BODY) <= width + 0.01 for line in cut)
    assert "".join("".join(cut).split()) == "".join(text.typeset(words).split())


@given(st.text(max_size=200))
def test_one_line_fits_and_says_where_it_was_cut(words: str) -> None:
    line = text.one_line(words, LABEL, 80)
    assert text.width_of(line, LABEL) <= 80
    assert line.endswith("…") or line == text.cleaned(words).replace("\n", " ")


def test_a_double_name_wider_than_its_column_is_parted_at_its_hyphen() -> None:
    room = text.width_of("Brankovičová-Mi", CELL)
    assert text.lines("Brankovičová-Michalczewska", CELL, room) == (
        "Brankovičová-",
        "Michalczewska",
    )
    long = "Ab-" + 40 * "n" + "-Cd"
    assert "".join(text.lines(long, CELL, room)) == long
    assert all(text.width_of(each, CELL) <= room for each in text.lines(long, CELL, room))
