"""Charts: what they draw, what they say, and that the window can show them."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import combinations
from xml.etree import ElementTree as ET

from reportlab.graphics.shapes import Drawing, Rect, String

from ahp_companion.domain.confidence import ConfidenceRating, Curve, Measure, RatedStatement
from ahp_companion.domain.pillars import Pillar
from ahp_companion.domain.protected_time import Balance
from ahp_companion.report.charts.confidence import confidence_chart, confidence_in_words
from ahp_companion.report.charts.milestones import Moment, milestones_chart, milestones_in_words
from ahp_companion.report.charts.pillars import pillars_chart, pillars_in_words
from ahp_companion.report.charts.protected_time import (
    hours_in_short,
    protected_time_chart,
    protected_time_in_words,
)
from ahp_companion.report.charts.record_strip import (
    Strip,
    older_in_words,
    record_strip_chart,
    record_strip_in_words,
)
from ahp_companion.report.charts.style import PAPER, ChartStyle, wide
from ahp_companion.report.charts.svg import as_svg

WINDOW = ChartStyle(size=12, family="Inter", wideness=1.1, pillars={"clinical": "#2A70B8"})
COUNTED = {Pillar.CLINICAL: 7, Pillar.LEADERSHIP: 2, Pillar.EDUCATION: 0, Pillar.RESEARCH: 1}
MONTHS = (
    Balance(from_on=date(2025, 11, 1), agreed=240, taken=210, lost=30, owed=30),
    Balance(from_on=date(2025, 12, 1), agreed=240, taken=300, owed=-30),
    Balance(from_on=date(2026, 1, 1), agreed=240, taken=60, lost=180, owed=150),
)
CURVE = Curve(
    statement=RatedStatement(id="s", words="Working at night"),
    measure=Measure.CONFIDENCE,
    ratings=tuple(
        ConfidenceRating(id=str(at), rated="s", on=date(2025, 1, 1) + timedelta(days=at * 90),
                         rating=rating)
        for at, rating in enumerate((3, 6, 2, 8))
    ),
)  # fmt: skip
MOMENTS = [
    Moment(title="Begins", on=date(2025, 1, 6), happened=True),
    Moment(title="3 months", on=date(2025, 4, 6), happened=True),
    Moment(title="A look with a long name that is cut", on=date(2025, 4, 20), happened=False),
    Moment(title="12 months", on=date(2026, 1, 5), happened=False),
]
STRIPS = [
    Strip(one="meeting", many="meetings", days=(date(2026, 1, 4), date(2025, 1, 4))),
    Strip(one="CPD activity", many="CPD activities", days=(date(2026, 1, 9),) * 9),
]


def charts(style: ChartStyle) -> list[Drawing]:
    return [
        protected_time_chart(MONTHS, style, width=480, height=180),
        pillars_chart(COUNTED, dict.fromkeys(Pillar, 90), style, width=480, height=90),
        confidence_chart(
            CURVE, style, width=180, height=90, from_on=date(2025, 1, 1), to_on=date(2025, 12, 1)
        ),
        milestones_chart(
            MOMENTS, style, width=480, from_on=date(2025, 1, 6), to_on=date(2026, 1, 5)
        ),
        record_strip_chart(STRIPS, style, width=480, left=130, to_on=date(2026, 1, 31)),
    ]


def words_in(drawing: Drawing) -> list[str]:
    return [each.text for each in drawing.contents if isinstance(each, String)]


def boxes(drawing: Drawing, style: ChartStyle) -> list[tuple[str, float, float, float]]:
    return [
        (each.text, each.x, each.x + wide(each.text, style, size=each.fontSize), each.y)
        for each in drawing.contents
        if isinstance(each, String)
    ]


def test_every_chart_is_well_formed_svg_that_asks_for_the_windows_font() -> None:
    for drawing in charts(WINDOW):
        written = as_svg(drawing)
        ET.fromstring(written)  # noqa: S314  # written a line above
        assert b"fill: None" not in written
        assert b"font-family: Inter" in written
        assert b"SourceSans3" not in written


def test_all_words_stay_inside_the_chart() -> None:
    for style in (PAPER, WINDOW):
        for drawing in charts(style):
            for words, left, right, y in boxes(drawing, style):
                assert left >= -0.5, words
                assert right <= drawing.width + 0.5, words
                assert -0.5 <= y <= drawing.height, words


def test_no_two_words_of_a_milestone_line_meet() -> None:
    drawing = charts(PAPER)[3]
    for one, other in combinations(boxes(drawing, PAPER), 2):
        apart = one[2] <= other[1] or other[2] <= one[1] or abs(one[3] - other[3]) >= 6
        assert apart, (one, other)


def test_lost_time_is_hatched_and_taken_time_is_solid() -> None:
    drawing = charts(PAPER)[0]
    columns = [each for each in drawing.contents if isinstance(each, Rect)]
    solid = [each for each in columns if each.strokeColor is None and each.height > 5]
    outlined = [each for each in columns if each.strokeColor is not None]
    assert len(solid) == 3
    assert len(outlined) == 2
    assert {"agreed", "lost to the service", "taken"} <= set(words_in(drawing))


def test_protected_time_in_words_says_the_sums() -> None:
    assert protected_time_in_words(MONTHS) == (
        "From November 2025 to January 2026: 12 h agreed, 9 h 30 min taken, 3 h 30 min lost to "
        "the service in 2 months; 2 h 30 min still owed."
    )
    ahead = replace(MONTHS[1], lost=0)
    assert protected_time_in_words((ahead,)) == (
        "In December 2025: 4 h agreed, 5 h taken; 30 min more than was agreed."
    )
    assert protected_time_in_words(()) == "No protected time is recorded yet."


def test_hours_are_short_enough_for_a_column() -> None:
    assert [hours_in_short(each) for each in (0, 30, 60, 210, 225, 100)] == [
        "0", "½", "1", "3½", "3¾", "1.7",
    ]  # fmt: skip


def test_pillars_keep_their_order_and_name_the_empty_one() -> None:
    drawn = words_in(charts(PAPER)[1])
    assert drawn[::2] == [each.label for each in Pillar]
    assert drawn[1::2] == [
        "7 activities, 1 h 30 min", "2 activities, 1 h 30 min", "none", "1 activity, 1 h 30 min",
    ]  # fmt: skip
    assert pillars_in_words(COUNTED) == (
        "Activities by their main pillar: clinical practice 7, leadership 2 and research 1; "
        "nothing under education."
    )
    assert pillars_in_words({}) == "No activity has a pillar yet."


def test_a_curve_shows_its_ratings_and_never_a_mean() -> None:
    drawn = words_in(charts(PAPER)[2])
    assert [each for each in drawn if each.isdigit()] == ["3", "6", "2", "8"]
    assert "not yet" in drawn
    assert confidence_in_words(CURVE, "Working at night") == (
        "Working at night: from 3 in January 2025 to 8 in September 2025, "
        "on a line from 1 (not yet) to 10 (fully)."
    )


def test_one_rating_alone_is_a_ring_without_a_line() -> None:
    alone = replace(CURVE, ratings=CURVE.ratings[:1])
    day = date(2025, 1, 1)
    drawing = confidence_chart(alone, PAPER, width=180, height=90, from_on=day, to_on=day)
    assert "3" in words_in(drawing)
    assert not any(type(each).__name__ == "PolyLine" for each in drawing.contents)


def test_milestones_in_words_say_what_came_and_what_is_next() -> None:
    assert milestones_in_words(MOMENTS, on=date(2025, 4, 8)).startswith(
        "2 of 4 have happened, the last on 6 April 2025; the next is planned for 20 April 2025."
    )
    assert (
        milestones_in_words(MOMENTS[:2], on=date(2025, 4, 8))
        == "All 2 have happened, the last on 6 April 2025."
    )
    assert milestones_in_words([], on=date(2025, 4, 8)) == "No day is set yet."


def test_a_milestone_whose_day_went_by_is_not_the_next() -> None:
    said = milestones_in_words(MOMENTS, on=date(2025, 6, 1))
    assert "20 April 2025 was planned and is not recorded here as held" in said
    assert "the next is planned for 5 January 2026" in said
    last = milestones_in_words(MOMENTS, on=date(2026, 3, 12))
    assert "the next" not in last
    assert "20 April 2025 and 5 January 2026 were planned" in last


def test_whoever_works_alone_loses_time_to_no_service() -> None:
    lost = [Balance(from_on=date(2025, 9, 1), agreed=240, taken=120, lost=60, owed=120)]
    assert "1 h lost to the service in 1 month" in protected_time_in_words(lost)
    assert "1 h lost in 1 month" in protected_time_in_words(lost, is_alone=True)
    for is_alone, words in ((True, "lost"), (False, "lost to the service")):
        drawing = protected_time_chart(lost, PAPER, width=480, height=180, is_alone=is_alone)
        assert words in words_in(drawing)


def test_a_crowded_month_says_its_number() -> None:
    drawing = charts(PAPER)[4]
    assert "9" in words_in(drawing)
    assert record_strip_in_words(STRIPS, to_on=date(2026, 1, 31)) == (
        "February 2024 to January 2026, one mark for each record: 2 meetings and 9 CPD activities."
    )


def test_what_is_too_old_for_the_strip_is_said() -> None:
    days = (date(2021, 5, 1), date(2022, 5, 1), date(2026, 1, 1))
    strip = Strip(one="CPD activity", many="CPD activities", days=days)
    said = older_in_words([strip], to_on=date(2026, 3, 12))
    assert said == "Older than the strip are 2 CPD activities."
    assert older_in_words([replace(strip, days=days[2:])], to_on=date(2026, 3, 12)) == ""
