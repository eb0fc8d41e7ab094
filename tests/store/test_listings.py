"""Lists of any length: each condition means what the domain says, and every order is kept."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from itertools import groupby
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ahp_companion.domain.changes import Change, Edit, added
from ahp_companion.domain.competences import Competence, is_met
from ahp_companion.domain.cpd import CpdActivity, LearningType, is_unfinished
from ahp_companion.domain.kinds import BY_RECORD
from ahp_companion.domain.listings import Listing
from ahp_companion.domain.meetings import Action, Meeting
from ahp_companion.domain.pillars import Pillar
from ahp_companion.domain.protected_time import ProtectedTime
from ahp_companion.domain.reflections import Reflection
from ahp_companion.store import listings
from ahp_companion.store.portfolio_file import PortfolioFile
from ahp_companion.store.schemas.first import UNFINISHED
from tests.domain.any_record import any_record
from tests.sizes import drawn

# What each condition means, said by the domain's own functions and fields.
MEANINGS: dict[str, tuple[type, Callable[[Any], bool]]] = {
    "unfinished activity": (CpdActivity, is_unfinished),
    "lost time": (ProtectedTime, lambda each: each.lost_minutes > 0),
    "own time": (ProtectedTime, lambda each: each.is_own_time),
    "held": (Meeting, lambda each: each.held_on is not None),
    "to come": (Meeting, lambda each: each.held_on is None),
    "shared": (Reflection, lambda each: not each.private),
    "private": (Reflection, lambda each: each.private),
    "met competence": (Competence, is_met),
    "competence to meet": (Competence, lambda each: not is_met(each)),
}
ELSEWHERE = {"actions open"}
BLANK = st.sampled_from(
    ["", " ", "\n", "\t \u00a0", "\u2003\u3000", "\x1c", "\x00", "words", "  a  "]
)


def listed(portfolio: PortfolioFile, listing: Listing) -> list[Any]:
    """Return the records of a listing, in its order; its places, count and months agree."""
    places = portfolio.places(listing)
    assert portfolio.count(listing) == len(places)
    held: dict[int, Any] = portfolio.records.at(listing.record, places)
    assert set(held) == set(places)
    found = [held[place] for place in places]
    if listing.order and listing.order[0] == BY_RECORD[listing.record].day:
        by_month = [
            (month, len(list(those)))
            for month, those in groupby(found, lambda each: _month(each, listing.order[0]))
        ]
        assert portfolio.months(listing) == by_month
    return found


def _month(record: Any, field: str) -> str:
    on: date | None = getattr(record, field)
    return on.isoformat()[:7] if on else ""


def cleared(portfolio: PortfolioFile, *records: Any) -> None:
    """Take records out again."""
    portfolio.apply(Change(words="", edits=tuple(Edit(before=each) for each in records)))


def test_every_condition_has_a_meaning() -> None:
    assert set(MEANINGS) | ELSEWHERE == set(listings.CONDITIONS)


@pytest.mark.parametrize("name", MEANINGS)
def test_a_condition_means_what_the_domain_says(portfolio: PortfolioFile, name: str) -> None:
    record, means = MEANINGS[name]
    kind = BY_RECORD[record]

    @drawn(15)
    @given(st.lists(any_record(kind, linked=False), min_size=1, max_size=6))
    def agrees(records: list[Any]) -> None:
        portfolio.apply(added(*records))
        found = listed(portfolio, Listing(record=record, conditions=(name,), descending=False))
        assert found == [each for each in records if means(each)]
        cleared(portfolio, *records)

    agrees()


def test_unfinished_means_the_same_whatever_blank_is_made_of(portfolio: PortfolioFile) -> None:
    activities = st.builds(
        CpdActivity,
        started_on=st.just(date(2026, 3, 12)),
        learning_type=st.just(LearningType.FORMAL),
        what_i_learnt=BLANK,
        benefit_to_practice=BLANK,
        benefit_to_service_users=BLANK,
    )

    @drawn(25)
    @given(st.lists(activities, min_size=1, max_size=12))
    def agrees(records: list[CpdActivity]) -> None:
        portfolio.apply(added(*records))
        listing = Listing(record=CpdActivity, conditions=("unfinished activity",), descending=False)
        assert listed(portfolio, listing) == [each for each in records if is_unfinished(each)]
        cleared(portfolio, *records)

    agrees()


def test_every_sign_that_python_takes_for_blank_is_blank_to_the_table(
    portfolio: PortfolioFile,
) -> None:
    blank = [chr(sign) for sign in range(0x110000) if chr(sign).isspace()]
    activity = CpdActivity(
        started_on=date(2026, 3, 12),
        learning_type=LearningType.FORMAL,
        what_i_learnt="".join(blank),
        benefit_to_practice="words",
    )
    portfolio.apply(added(activity))
    assert portfolio.count(Listing(record=CpdActivity, conditions=("unfinished activity",))) == 1


def test_a_meeting_has_open_actions_until_all_are_done(portfolio: PortfolioFile) -> None:
    day = date(2026, 3, 12)
    meetings = [Meeting(held_on=day) for _ in range(3)]
    portfolio.apply(
        added(
            *meetings,
            Action(meeting=meetings[0].id),
            Action(meeting=meetings[0].id, done_on=day),
            Action(meeting=meetings[1].id, done_on=day),
            Action(),
        )
    )
    assert listed(portfolio, Listing(record=Meeting, conditions=("actions open",))) == [meetings[0]]


FIRST = CpdActivity(
    title="Gait",
    started_on=date(2026, 3, 12),
    learning_type=LearningType.FORMAL,
    pillars=(Pillar.CLINICAL, Pillar.RESEARCH),
    minutes=60,
)
SECOND = CpdActivity(
    title="Voice",
    started_on=date(2026, 3, 12),
    learning_type=LearningType.FORMAL,
    pillars=(Pillar.RESEARCH,),
    minutes=30,
    private=True,
)
THIRD = CpdActivity(title="Gait again", started_on=date(2025, 1, 31), statements=('a"b\\ŷ', "c"))
UNDATED = CpdActivity(title="Audit", pillars=(Pillar.CLINICAL,), statements=("a",))
ALL = [FIRST, SECOND, THIRD, UNDATED]
BY_DAY = Listing(record=CpdActivity, order=("started_on",))


@pytest.fixture
def four(portfolio: PortfolioFile) -> PortfolioFile:
    """Return a portfolio that holds four activities."""
    portfolio.apply(added(*ALL))
    return portfolio


@pytest.mark.parametrize(
    ("listing", "found"),
    [
        (Listing(record=CpdActivity), [UNDATED, THIRD, SECOND, FIRST]),
        (Listing(record=CpdActivity, descending=False), ALL),
        (BY_DAY, [SECOND, FIRST, THIRD, UNDATED]),
        (replace(BY_DAY, descending=False), [UNDATED, THIRD, FIRST, SECOND]),
        (replace(BY_DAY, order=("title",)), [SECOND, THIRD, FIRST, UNDATED]),
        (replace(BY_DAY, order=("started_on", "minutes")), [FIRST, SECOND, THIRD, UNDATED]),
        (replace(BY_DAY, equal={"learning_type": "formal"}), [SECOND, FIRST]),
        (replace(BY_DAY, equal={"learning_type": None}), [THIRD, UNDATED]),
        (replace(BY_DAY, equal={"private": False, "minutes": 60}), [FIRST]),
        (replace(BY_DAY, holding={"pillars": "research"}), [SECOND, FIRST]),
        (replace(BY_DAY, holding={"pillars": "clin"}), []),
        (replace(BY_DAY, holding={"statements": 'a"b\\ŷ'}), [THIRD]),
        (replace(BY_DAY, holding={"statements": "a"}), [UNDATED]),
        (replace(BY_DAY, holding={"statements": "b"}), []),
        (replace(BY_DAY, between={"started_on": ("2025-01-31", "2026-03-11")}), [THIRD]),
        (replace(BY_DAY, between={"started_on": ("2025-02-01", "2026-03-12")}), [SECOND, FIRST]),
        (replace(BY_DAY, matching="gait"), [FIRST, THIRD]),
        (replace(BY_DAY, matching="gait", descending=False), [THIRD, FIRST]),
        (replace(BY_DAY, matching="gait", order=("title",)), [THIRD, FIRST]),
        (replace(BY_DAY, matching="GA Ag"), [THIRD]),
        (replace(BY_DAY, matching="gait", equal={"learning_type": "formal"}), [FIRST]),
        (replace(BY_DAY, matching="gait", holding={"pillars": "clinical"}), [FIRST]),
        (replace(BY_DAY, matching="golf"), []),
        (replace(BY_DAY, matching=" “ ” "), [SECOND, FIRST, THIRD, UNDATED]),
    ],
)
def test_a_listing_is_narrowed_and_in_order(
    four: PortfolioFile, listing: Listing, found: list[CpdActivity]
) -> None:
    assert [each.title for each in listed(four, listing)] == [each.title for each in found]


def test_what_matches_is_of_the_listings_own_kind(four: PortfolioFile) -> None:
    four.apply(added(Reflection(title="Gait", on=date(2026, 3, 12))))
    assert listed(four, replace(BY_DAY, matching="gait")) == [FIRST, THIRD]
    reflections = Listing(record=Reflection, order=("on",), matching="gait")
    assert [each.title for each in listed(four, reflections)] == ["Gait"]


def test_months_are_counted_with_the_undated_apart(four: PortfolioFile) -> None:
    assert four.months(BY_DAY) == [("2026-03", 2), ("2025-01", 1), ("", 1)]
    assert four.months(replace(BY_DAY, matching="gait")) == [("2026-03", 1), ("2025-01", 1)]
    assert four.months(replace(BY_DAY, matching="audit")) == [("", 1)]


@pytest.mark.parametrize(
    "wrong",
    [
        {"order": ("colour",)},
        {"equal": {'title" OR 1 --': "x"}},
        {"holding": {"colour": "x"}},
        {"between": {"colour": ("a", "b")}},
        {"order": ("_place",)},
    ],
)
def test_a_column_that_the_record_has_not_is_refused(
    portfolio: PortfolioFile, wrong: dict[str, Any]
) -> None:
    with pytest.raises(ValueError, match="CpdActivity has no"):
        portfolio.places(Listing(record=CpdActivity, **wrong))


def test_a_condition_nobody_named_is_refused(portfolio: PortfolioFile) -> None:
    with pytest.raises(KeyError):
        portfolio.places(Listing(record=CpdActivity, conditions=("1 = 1",)))


WORDS = st.sampled_from(["gait", "voice", "Gait voice", "ŷd", ""])
ACTIVITIES = st.builds(
    CpdActivity,
    title=WORDS,
    started_on=st.none() | st.dates(min_value=date(2025, 1, 1), max_value=date(2025, 3, 1)),
    pillars=st.lists(st.sampled_from(list(Pillar)), max_size=2).map(tuple),
    private=st.booleans(),
)
NARROWINGS = st.fixed_dictionaries(
    {
        "order": st.sampled_from([("started_on",), (), ("title",), ("started_on", "title")]),
        "descending": st.booleans(),
        "matching": st.sampled_from(["", "g", "gait", "gait vo", "yd"]),
        "holding": st.sampled_from([{}, {"pillars": "clinical"}]),
        "conditions": st.sampled_from([(), ("private",)]),
        "between": st.sampled_from([{}, {"started_on": ("2025-01-15", "2025-02-15")}]),
    }
)


def narrowed(records: list[CpdActivity], asked: dict[str, Any]) -> set[str]:
    """Return the ids of what a listing should hold, by Python alone."""
    first, last = date(2025, 1, 15), date(2025, 2, 15)
    typed = asked["matching"].replace("yd", "ŷd").split()
    return {
        each.id
        for each in records
        if all(any(w.startswith(t) for w in each.title.lower().split()) for t in typed)
        and (not asked["holding"] or Pillar.CLINICAL in each.pillars)
        and (not asked["conditions"] or each.private)
        and (not asked["between"] or (each.started_on and first <= each.started_on <= last))
    }


def test_narrowings_together_leave_what_passes_each(portfolio: PortfolioFile) -> None:
    @drawn(40)
    @given(st.lists(ACTIVITIES, max_size=10), NARROWINGS)
    def agrees(records: list[CpdActivity], asked: dict[str, Any]) -> None:
        portfolio.apply(Change(words="", edits=tuple(Edit(after=each) for each in records)))
        found = listed(portfolio, Listing(record=CpdActivity, **asked))
        assert {each.id for each in found} == narrowed(records, asked)
        days = [each.started_on or date.min for each in found]
        if asked["order"][:1] == ("started_on",):
            assert days == sorted(days, reverse=asked["descending"])
        cleared(portfolio, *records)

    agrees()


def plan(portfolio: PortfolioFile, listing: Listing) -> str:
    """Return how SQLite would go about a listing."""
    said: list[str] = []
    seen: list[str] = []
    portfolio.db.conn.set_trace_callback(seen.append)
    portfolio.places(listing)
    portfolio.db.conn.set_trace_callback(None)
    # What the index asks of itself is written as a comment.
    for sql in (each for each in seen if not each.startswith("--")):
        said += [row[3] for row in portfolio.db.execute(f"EXPLAIN QUERY PLAN {sql}")]
    return "\n".join(said)


def test_the_lists_that_grow_longest_are_read_from_an_index_alone(four: PortfolioFile) -> None:
    for listing in (
        BY_DAY,
        replace(BY_DAY, equal={"learning_type": "formal"}),
        replace(BY_DAY, holding={"pillars": "clinical"}),
        replace(BY_DAY, conditions=("private",)),
    ):
        assert plan(four, listing) == "SCAN cpd_activity USING COVERING INDEX cpd_activity_listed"
    unfinished = plan(four, replace(BY_DAY, conditions=("unfinished activity",)))
    assert "INDEX cpd_activity_unfinished" in unfinished
    assert "TEMP B-TREE" not in plan(four, replace(BY_DAY, matching="gait"))
    assert "cpd_activity" not in plan(four, replace(BY_DAY, matching="gait"))


def test_the_index_of_what_is_unfinished_is_the_condition_itself() -> None:
    assert listings.CONDITIONS["unfinished activity"] == f"({UNFINISHED})"
