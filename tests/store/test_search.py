"""Finding: any text can be typed, accents and case are no matter, and the newest comes first."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ahp_companion.domain.changes import Change, Edit, added, edited
from ahp_companion.domain.confidence import RatedStatement
from ahp_companion.domain.cpd import CpdActivity
from ahp_companion.domain.kinds import BY_NAME, KINDS
from ahp_companion.domain.meetings import Meeting, MeetingStage
from ahp_companion.domain.people import Person
from ahp_companion.domain.protected_time import ProtectedTime
from ahp_companion.domain.reflections import Reflection
from ahp_companion.domain.words import fold
from ahp_companion.store.portfolio_file import PortfolioFile
from ahp_companion.store.search import KIND_BITS, MANY, WORD, as_query, words_of
from ahp_companion.store.search import KINDS as MOST_KINDS
from tests.domain.any_record import any_record
from tests.sizes import drawn

MANY_WORDS = "gait " * 5000


def removed(*records: Any) -> Change:
    """Return the change that takes records out."""
    return Change(words="", edits=tuple(Edit(before=each) for each in records))


@pytest.mark.parametrize(
    ("written", "typed"),
    [
        ("Ŷsgol Łódź, Nguyễn Văn", "ysgol lodz nguyen van"),
        ("ysgol lodz nguyen van", "Ŷsgol Łódź Nguyễn Văn"),
        ("Café naïve", "CAFE\u0301 NAI\u0308VE"),
        ("Straße", "strasse"),
        ("İstanbul", "istanbul"),
        ("Ελληνικά", "ελλ"),
        ("Journal-club", "journal club"),
        ("journal club", "journal-club"),
        ("O’Neill and O'Brien", "o'neill o’brien"),
        ("isn’t", "isn't"),
        ("“Quoted” — and… done", "quoted done"),
        ("x-ray (chest); 50% at 3.5 mg/ml", "chest 50 3.5 mg"),
        ("under_score", "score"),
        ("reflection", "refl"),
        ("learning learned", "learni"),
        ("2026 NHS 111", "111 20"),
        ("日本語", "日本"),
        ("a\x00b", "b"),
        ("one\u2028two\u00a0three", "two three"),
        (MANY_WORDS, MANY_WORDS),
    ],
)
def test_what_was_written_is_found_as_it_is_typed(
    portfolio: PortfolioFile, written: str, typed: str
) -> None:
    activity = CpdActivity(what_i_learnt=written)
    portfolio.apply(added(activity, CpdActivity(title="Something else")))
    assert portfolio.records.find(typed) == [activity]


@pytest.mark.parametrize(
    ("written", "typed"),
    [
        ("knee", "knees"),
        ("knee", "nee"),
        ("knee pain", "knee hip"),
        ("knee", "knee OR hip"),
        ("knee pain", "knee NOT pain"),
        ("plan", "title:plan words"),
    ],
)
def test_what_was_not_written_is_not_found(
    portfolio: PortfolioFile, written: str, typed: str
) -> None:
    portfolio.apply(added(CpdActivity(title=written)))
    assert portfolio.records.find(typed) == []


@pytest.mark.parametrize("typed", ["", " ", "…", "—", '"', "*", "()", "\x00", "_", "\ud800"])
def test_no_words_find_nothing(portfolio: PortfolioFile, typed: str) -> None:
    portfolio.apply(added(CpdActivity(title="knee _ *")))
    assert portfolio.records.find(typed) == []


def test_any_text_is_a_valid_query(portfolio: PortfolioFile) -> None:
    portfolio.apply(added(CpdActivity(title="knee")))

    @drawn(200)
    @given(st.text() | st.text('abc"*()^:-+{}ANDORNOTEAR, \n\0'))
    def finds(typed: str) -> None:
        assert isinstance(portfolio.records.find(typed), list)

    finds()


def test_every_beginning_of_every_word_of_a_record_finds_it(portfolio: PortfolioFile) -> None:
    @drawn(40)
    @given(record=st.sampled_from(KINDS).flatmap(lambda kind: any_record(kind, linked=False)),
           drawing=st.data())  # fmt: skip
    def finds(record: Any, drawing: st.DataObject) -> None:
        portfolio.apply(added(record))
        kind = next(kind for kind in KINDS if kind.record is type(record))
        words = WORD.findall(words_of(kind, record))
        if words:
            word = drawing.draw(st.sampled_from(words))
            typed = word[: drawing.draw(st.integers(min_value=1, max_value=len(word)))]
            assert record in portfolio.records.find(typed, limit=10_000)
        portfolio.apply(removed(record))
        assert all(record != found for word in words for found in portfolio.records.find(word))

    finds()


@drawn(150)
@given(st.text())
def test_the_index_is_given_nothing_it_would_read_otherwise(text: str) -> None:
    kind = BY_NAME["cpd_activity"]
    given_words = words_of(kind, CpdActivity(what_i_did=text))
    assert WORD.findall(given_words) == WORD.findall(fold(text))
    assert all(sign.isascii() or sign.isalnum() for sign in given_words)


def test_words_of_a_query_are_quoted_and_not_without_number() -> None:
    assert as_query('knee" OR *') == '"knee"* AND "or"*'
    assert as_query(MANY_WORDS).count("AND") == 31


def test_the_newest_comes_first_and_the_undated_last(portfolio: PortfolioFile) -> None:
    days = [date(2026, 3, 12), None, date(1999, 1, 1), date(9999, 12, 31), date(1, 1, 1)]
    activities = [CpdActivity(title="gait", started_on=day) for day in days]
    time = ProtectedTime(on=date(2026, 3, 13), used_for="gait")
    person = Person(words="gait")
    portfolio.apply(added(person, *activities, time))
    found = portfolio.records.find("gait")
    assert found[:5] == [activities[3], time, activities[0], activities[2], activities[4]]
    assert {each.id for each in found[5:]} == {activities[1].id, person.id}


def test_only_so_many_are_found_and_they_are_the_newest(portfolio: PortfolioFile) -> None:
    start = date(2026, 1, 1)
    activities = [
        CpdActivity(title="gait", started_on=start + timedelta(days=at)) for at in range(9)
    ]
    portfolio.apply(added(*activities))
    assert portfolio.records.find("ga", limit=3) == activities[:5:-1]


def test_every_kind_is_found_by_what_it_is_called(portfolio: PortfolioFile) -> None:
    meeting = Meeting(stage=MeetingStage.INTERIM)
    statement = RatedStatement(words="I speak up")
    reflection = Reflection(answers={"what": "She fell"})
    portfolio.apply(added(meeting, statement, reflection))
    assert portfolio.records.find("interim") == [meeting]
    assert portfolio.records.find("speak") == [statement]
    assert portfolio.records.find("fell") == [reflection]
    assert portfolio.records.find("what") == []


def test_a_record_is_found_by_its_new_words_and_no_longer_by_its_old(
    portfolio: PortfolioFile,
) -> None:
    before = CpdActivity(title="gait", started_on=date(2026, 3, 12))
    portfolio.apply(added(before))
    for after in (
        replace(before, title="voice"),
        replace(before, title="voice", started_on=None),
        replace(before, title="voice", started_on=date(2020, 1, 1)),
    ):
        portfolio.apply(edited(before, after))
        assert portfolio.records.find("gait") == []
        assert portfolio.records.find("voice") == [after]
        portfolio.apply(edited(after, before))
        assert portfolio.records.find("gait") == [before]
        assert portfolio.records.find("voice") == []


def test_an_edit_that_changes_no_words_leaves_the_index_alone(portfolio: PortfolioFile) -> None:
    before = CpdActivity(title="gait", minutes=5)
    portfolio.apply(added(before))
    kept = portfolio.db.execute("SELECT id, block FROM search_data").fetchall()
    portfolio.apply(edited(before, replace(before, minutes=10)))
    assert portfolio.db.execute("SELECT id, block FROM search_data").fetchall() == kept
    assert portfolio.records.find("gait") == [replace(before, minutes=10)]


def test_a_deleted_record_is_not_found_and_is_again_when_that_is_undone(
    portfolio: PortfolioFile,
) -> None:
    activity = CpdActivity(title="gait")
    portfolio.apply(added(activity))
    portfolio.apply(removed(activity))
    assert portfolio.records.find("gait") == []
    portfolio.apply(removed(activity).reverse)
    assert portfolio.records.find("gait") == [activity]


def test_the_place_of_a_deleted_record_leads_to_nothing_older(portfolio: PortfolioFile) -> None:
    day = date(2026, 3, 12)
    old, new = (CpdActivity(title=each, started_on=day) for each in ("gait", "voice"))
    portfolio.apply(added(old))
    portfolio.apply(Change(words="", edits=(Edit(before=old), Edit(after=new))))
    assert portfolio.records.find("gait") == []
    assert portfolio.records.find("voice") == [new]


def test_the_index_is_sound_after_many_changes(portfolio: PortfolioFile) -> None:
    activities = [CpdActivity(title=f"gait {at}", started_on=date(2026, 1, 1)) for at in range(60)]
    portfolio.apply(added(*activities))
    for at, each in enumerate(activities):
        portfolio.apply(
            edited(each, replace(each, title=f"voice {at}")) if at % 2 else removed(each)
        )
    assert portfolio.records.find("gait") == []
    assert len(portfolio.records.find("voice")) == 30
    portfolio.db.execute("INSERT INTO search (search) VALUES ('integrity-check')")
    assert portfolio.problems() == []


def test_very_many_at_once_are_found_too(portfolio: PortfolioFile) -> None:
    activities = [CpdActivity(title=f"gait {at}") for at in range(MANY + 1)]
    portfolio.apply(added(*activities))
    segments = portfolio.db.execute("SELECT count(DISTINCT segid) FROM search_idx").fetchone()[0]
    assert segments == 1
    assert len(portfolio.records.find("gait", limit=5000)) == MANY + 1


def test_there_is_room_for_more_kinds_than_there_are() -> None:
    assert len(KINDS) < MOST_KINDS == (1 << KIND_BITS) - 1
