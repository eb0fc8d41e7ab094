"""Coming back: who was long away, updating in days, and what is to be looked at again."""

from datetime import date

from ahp_companion.domain.preceptorship import Preceptorship, Transition
from ahp_companion.domain.returning import (
    Recheck,
    Updating,
    UpdatingKind,
    days,
    first_question,
    in_days,
    is_coming_back,
    is_overdue,
    minutes_by_kind,
    recheck_words,
    was_long_away,
)


def test_half_a_year_away_is_long() -> None:
    assert not was_long_away(Preceptorship())
    assert not was_long_away(Preceptorship(away_months=5))
    assert was_long_away(Preceptorship(away_months=6))


def test_time_away_makes_any_change_a_coming_back() -> None:
    assert is_coming_back(Preceptorship(transition=Transition.RETURN_TO_ROLE))
    assert is_coming_back(Preceptorship(transition=Transition.PROMOTION, away_months=2))
    assert not is_coming_back(Preceptorship(transition=Transition.PROMOTION))


def test_whoever_was_long_away_is_asked_what_to_look_at_again() -> None:
    assert first_question(Preceptorship(away_months=5)) == ""
    assert first_question(Preceptorship(away_months=10)) == (
        "You were away for 10 months: what do you want to look at again before relying on it?"
    )


def test_a_day_of_updating_is_seven_hours() -> None:
    assert days(0) == "0 days"
    assert days(210) == "½ day"
    assert days(420) == "1 day"
    assert days(630) == "1½ days"
    assert days(30 * 420) == "30 days"


def test_updating_is_added_up_by_kind() -> None:
    held = [
        Updating(minutes=420),
        Updating(minutes=420),
        Updating(minutes=210, kind=UpdatingKind.FORMAL),
        Updating(kind=UpdatingKind.PRIVATE),
    ]
    assert minutes_by_kind(held) == {
        UpdatingKind.SUPERVISED: 840,
        UpdatingKind.FORMAL: 210,
        UpdatingKind.PRIVATE: 0,
    }
    assert in_days(held) == "Supervised practice 2 days · Formal study ½ day"
    assert in_days([]) == ""


def test_what_was_looked_at_is_never_overdue() -> None:
    due = Recheck(due_on=date(2026, 3, 1))
    assert is_overdue(due, on=date(2026, 3, 2))
    assert not is_overdue(due, on=date(2026, 3, 1))
    done = Recheck(due_on=date(2026, 3, 1), rechecked_on=date(2026, 3, 20))
    assert not is_overdue(done, on=date(2026, 4, 1))
    assert not is_overdue(Recheck(), on=date(2026, 4, 1))
    assert recheck_words(due) == "By 1 March 2026"
    assert recheck_words(done) == "Looked at on 20 March 2026"
    assert recheck_words(Recheck()) == ""
