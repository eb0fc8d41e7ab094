"""Days and lengths of time in anybody's writing: read as meant, or left for a person to settle."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ahp_companion.exchange.written_days import Days, Order, Settled, days, has_order, settled
from ahp_companion.exchange.written_hours import Length, Unit, length, says_days, whole_numbers

THE_12TH = date(2026, 3, 12)


@pytest.mark.parametrize(
    "text",
    [
        "2026-03-12", "2026/3/12", "2026.03.12", "20260312", "12/03/2026", "12/3/26", "12.3.26",
        "12-03-2026", "12 03 2026", "12 / 03 / 2026", "12 March 2026", "12 Mar 26", "12-Mar-26",
        "12-Mar-2026", "12MAR2026", "Mar 12, 2026", "March 12th 2026", "12th March 2026",
        "12th of March, 2026", "Thursday 12 March 2026", "Thu, 12 Mar 2026", "Thurs. 12/03/2026",
        "2026 March 12", "12 Mawrth 2026", "12 Mar '26", "  12 March 2026. ", "12/03/2026 00:00",
        "2026-03-12T00:00:00Z", "2026-03-12 00:00:00.000+00:00", "46093",
        "Thu Mar 12 2026 00:00:00 GMT+0000 (Greenwich Mean Time)",
    ],
)  # fmt: skip
def test_a_day_is_read_however_it_is_written(text: str) -> None:
    assert days(text) == Days(first=THE_12TH)


@pytest.mark.parametrize(
    "text",
    [
        "12/03/2026 14:30", "2026-03-12T14:30:00Z", "2026-03-12T14:30:00.123+01:00",
        "12 March 2026 at 2.30 pm", "12 March 2026, 9am", "14:30 12/03/2026",
        "12/03/2026, 14:30:00", "12/03/2026 09:00-16:30", "46093.604166",
        "12 March 2026, Leeds", "12/03/2026 (moved)", "w/c 12 March 2026", "from 12/03/2026",
    ],
)  # fmt: skip
def test_a_day_with_more_beside_it_says_that_it_is_not_all(text: str) -> None:
    assert days(text) == Days(first=THE_12TH, is_all=False)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("12–14 March 2026", THE_12TH, date(2026, 3, 14)),
        ("12-14/03/2026", THE_12TH, date(2026, 3, 14)),
        ("12/03/2026 - 14/03/2026", THE_12TH, date(2026, 3, 14)),
        ("12 March to 3 April 2026", THE_12TH, date(2026, 4, 3)),
        ("March 12-14, 2026", THE_12TH, date(2026, 3, 14)),
        ("2026-03-12/2026-03-14", THE_12TH, date(2026, 3, 14)),
        ("30 Dec – 2 Jan 2026", date(2025, 12, 30), date(2026, 1, 2)),
        ("Dec 30, 2025 until Jan 2, 2026", date(2025, 12, 30), date(2026, 1, 2)),
        ("Sat 7th & Sun 8th March 2026", date(2026, 3, 7), date(2026, 3, 8)),
    ],
)
def test_several_days_have_a_first_and_a_last(text: str, first: date, last: date) -> None:
    assert days(text) == Days(first=first, last=last)


@pytest.mark.parametrize("text", ["12 and 19 March 2026", "12, 14 and 19 March 2026"])
def test_days_with_others_between_are_not_all_that_was_said(text: str) -> None:
    assert days(text) == Days(first=THE_12TH, last=date(2026, 3, 19), is_all=False)


@pytest.mark.parametrize(
    "text",
    ["March 2026", "Mar-26", "03/2026", "2026-03", "2026 March", "March '26", "March - May 2026"],
)
def test_a_month_stands_on_its_first_day_and_says_so(text: str) -> None:
    assert days(text) == Days(first=date(2026, 3, 1), is_all=False, is_month=True)


@pytest.mark.parametrize(
    "text",
    [
        "", "soon", "2026", "12 March", "March 12", "March 26", "26-Mar", "31/02/2026",
        "99/99/9999", "1/1/1", "12/03/126", "ongoing", "March 2026 - present", "12", "Monday",
        "1/1/1850", "01/01/9999", "7", "3.5", "x" * 5_000,
        "1/" * 3_000,
    ],
)  # fmt: skip
def test_what_names_no_day_is_none(text: str) -> None:
    assert days(text) is None


def test_the_order_of_a_column_decides_what_a_value_leaves_open() -> None:
    assert days("03/04/2026", Order.DMY) == Days(first=date(2026, 4, 3))
    assert days("03/04/2026", Order.MDY) == Days(first=date(2026, 3, 4))
    assert days("03-04-12", Order.YMD) == Days(first=date(2003, 4, 12))


def test_a_value_that_fits_one_order_alone_is_read_in_it_and_says_so() -> None:
    assert days("03/25/2026", Order.DMY) == Days(first=date(2026, 3, 25), is_turned=True)
    assert days("25/03/2026", Order.MDY) == Days(first=date(2026, 3, 25), is_turned=True)


@pytest.mark.parametrize(
    ("texts", "found"),
    [
        (["03/04/2026", "13/04/2026"], Settled(order=Order.DMY)),
        (["03/04/2026", "04/13/26 10:15"], Settled(order=Order.MDY)),
        (["03/04/2026", "05/06/2026"], Settled(order=None, open="03/04/2026")),
        (["13/04/2026", "04/13/2026", "1/2/26"], Settled(order=None, open="1/2/26")),
        (["05/05/2026", "2026-04-03", "3 April 2026", ""], Settled(order=Order.DMY)),
        (["3.4.2026"], Settled(order=Order.DMY)),
        (["1/2/26 - 13/2/26"], Settled(order=Order.DMY)),
        (["31/31/2026"], Settled(order=Order.DMY)),
    ],
)
def test_the_order_is_settled_by_a_whole_column_or_asked(texts: list[str], found: Settled) -> None:
    assert settled(texts) == found


def test_only_figures_with_two_readings_have_an_order() -> None:
    assert has_order("3/4/2026")
    assert not any(map(has_order, ["4/4/2026", "13/4/2026", "3.4.2026", "2026-03-04", "no"]))


@given(on=st.dates(date(1970, 1, 1), date(2069, 12, 31)))
def test_every_day_comes_back_from_how_it_is_written(on: date) -> None:
    written = [
        on.isoformat(),
        f"{on.day}/{on.month}/{on.year}",
        f"{on:%d %b %y}",
        f"{on:%B %d, %Y}",
    ]
    assert [days(each) for each in written] == [Days(first=on)] * 4
    assert days(f"{on.month}/{on.day}/{on.year}", Order.MDY) == Days(first=on)


@given(text=st.text(max_size=60))
def test_no_text_breaks_the_reading_of_days_and_lengths(text: str) -> None:
    found = days(text)
    assert found is None or 1900 <= found.first.year <= 2200
    assert settled([text]).order in (*Order, None)
    try:
        read = length(text)
    except ValueError:
        return
    assert read is None or read.minutes >= 0


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("2.5", 150), ("2,5", 150), (".5", 30), ("6", 360), ("0", 0), ("2h 30m", 150),
        ("2 h 30 min", 150), ("2h30", 150), ("2hrs30", 150), ("2 hrs", 120), ("2hrs.", 120),
        ("2 hours and 15 minutes", 135), ("2 hours, 15 mins", 135), ("2:30", 150), ("0:50", 50),
        ("02:30:00", 150), ("00:25:30", 26), ("2:30 hrs", 150), ("90 min", 90), ("90m", 90),
        ("150 minutes", 150), ("1½", 90), ("1 ½ hours", 90), ("1 1/2 hrs", 90), ("½", 30),
        ("¾ hour", 45), ("3/4 hour", 45), ("an hour", 60), ("half an hour", 30),
        ("An hour and a half", 90), ("one and a half hours", 90), ("two hours", 120),
        ("quarter of an hour", 15), ("three quarters of an hour", 45), ("PT1H30M", 90),
        ("PT45M", 45), ("PT1234S", 21), ("09:00-16:30", 450), ("6 CPD hours", 360),
        ("7.333333", 440), ("0.17", 10),
    ],
)  # fmt: skip
def test_a_length_is_read_however_it_is_written(text: str, minutes: int) -> None:
    assert length(text) == Length(minutes=minutes)


@pytest.mark.parametrize("text", ["approx 2 hours", "~2", "about two hours", "c. 2", "circa 2h"])
def test_a_rough_length_is_read_and_says_that_it_is_not_all(text: str) -> None:
    assert length(text) == Length(minutes=120, is_all=False)


@pytest.mark.parametrize("text", ["", " ", "-", "–", "n/a", "N/A", "None", "nil", "tbc"])
def test_no_length_is_none(text: str) -> None:
    assert length(text) is None


@pytest.mark.parametrize(
    "text",
    ["half a day", "1 day", "2 days", "-1", "2-3 hours", "2+", "1:60", "1e999", "1h 1h", "P1D",
     "9" * 400, "some", "1/0", "2 hours each", "999999 hours"],
)  # fmt: skip
def test_what_is_no_clear_length_is_said_to_be_none(text: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        length(text)


def test_a_number_counts_what_its_column_says() -> None:
    assert length("90", Unit.MINUTES) == Length(minutes=90)
    assert length("1,500", Unit.MINUTES) == Length(minutes=1500)
    assert length("1h 30", Unit.MINUTES) == Length(minutes=90)
    assert length("01:10:00", Unit.MINUTES) == Length(minutes=70)
    with pytest.raises(ValueError, match="45:00"):
        length("45:00", Unit.MINUTES)


def test_days_are_as_long_as_somebody_said() -> None:
    assert length("half a day", day_minutes=450) == Length(minutes=225)
    assert length("a full day", day_minutes=450) == Length(minutes=450)
    assert length("2", Unit.DAYS, day_minutes=420) == Length(minutes=840)
    with pytest.raises(ValueError, match="2"):
        length("2", Unit.DAYS)


def test_days_are_noticed_where_they_are_named() -> None:
    assert says_days("½ Day")
    assert not says_days("Monday")


def test_whole_numbers_are_told_from_others() -> None:
    assert whole_numbers(["90", "2h", "45", ""]) == [90, 45]
    assert whole_numbers(["90", "1.5"]) == []
