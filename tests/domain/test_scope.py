"""Scope: what holds in a setting, and what is asked when the setting changes."""

from dataclasses import replace
from datetime import date

from ahp_companion.domain.scope import (
    CarriesOver,
    ScopeKind,
    ScopeLine,
    ScopeSheet,
    current,
    in_force,
    is_past,
    new_setting,
    sheets_in_order,
    still_to_ask,
)

HOSPITAL = ScopeSheet(title="Hospital", workplace="ward", from_on=date(2024, 2, 1))
LINES = (
    ScopeLine(sheet=HOSPITAL.id, words="Home visits"),
    ScopeLine(sheet=HOSPITAL.id, words="Splints", kind=ScopeKind.AFTER_TRAINING),
    ScopeLine(sheet=HOSPITAL.id, words="Casting", carries_over=CarriesOver.NO),
)
MOVED_ON = date(2026, 2, 1)


def test_a_new_setting_closes_the_sheet_and_asks_of_every_line_that_held() -> None:
    closed, after, carried = new_setting(HOSPITAL, LINES, on=MOVED_ON, title="Council")
    assert closed == replace(HOSPITAL, to_on=MOVED_ON)
    assert is_past(closed)
    assert (after.title, after.from_on, after.to_on) == ("Council", MOVED_ON, None)
    assert (after.before, after.workplace) == (HOSPITAL.id, None)
    assert [each.words for each in carried] == ["Home visits", "Splints"]
    assert {each.carries_over for each in carried} == {CarriesOver.ASKED}
    assert [each.came_from for each in carried] == [LINES[0].id, LINES[1].id]
    assert {each.sheet for each in carried} == {after.id}
    assert not {each.id for each in carried} & {each.id for each in LINES}


def test_what_was_not_asked_yet_does_not_hold_yet() -> None:
    _, _, (visits, splints) = new_setting(HOSPITAL, LINES, on=MOVED_ON, title="Council")
    assert still_to_ask([visits, splints]) == 2
    assert not any(in_force([visits, splints]).values())
    answered = [
        replace(visits, carries_over=CarriesOver.YES),
        replace(splints, carries_over=CarriesOver.NO),
        ScopeLine(words="Ramps"),
    ]
    assert still_to_ask(answered) == 0
    held = in_force(answered)
    assert [each.words for each in held[ScopeKind.INSIDE]] == ["Home visits", "Ramps"]
    assert held[ScopeKind.AFTER_TRAINING] == ()


def test_the_sheet_that_holds_comes_first_and_the_rest_latest_first() -> None:
    closed, after, _ = new_setting(HOSPITAL, LINES, on=MOVED_ON, title="Council")
    school = ScopeSheet(title="School", from_on=date(2019, 9, 1), to_on=date(2024, 1, 31))
    assert sheets_in_order([school, closed, after]) == [after, closed, school]
    assert current([school, closed, after]) == after
    assert current([school, closed]) is None
