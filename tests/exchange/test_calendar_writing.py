"""The calendar that goes out: what has a day, with nobody's words in it, the same each time."""

from datetime import date, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from icalendar import Calendar

from ahp_companion.assets import resource
from ahp_companion.domain.frameworks import Catalogue
from ahp_companion.domain.meetings import Action, Meeting, MeetingKind, MeetingStage
from ahp_companion.domain.people import Person, PersonRole
from ahp_companion.domain.portfolio import Portfolio, gathered
from ahp_companion.domain.preceptorship import Milestone, Preceptorship
from ahp_companion.domain.protected_time import ProtectedTime, TimeKind
from ahp_companion.exchange.calendars.kinds import Becomes
from ahp_companion.exchange.calendars.reading import importing_calendar, read_calendar
from ahp_companion.exchange.calendars.writing import write_calendar
from ahp_companion.store.catalogue import read_catalogue
from tests.exchange.everything import everything

TODAY = date(2026, 3, 12)
LONG = "Łukasz Wójcik-Nguyễn ŷ Ŵyn, " * 6


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return read_catalogue(resource())


@pytest.fixture
def portfolio() -> Portfolio:
    return gathered(
        {
            "person": [
                Person(id="p", name="Łukasz Wójcik", roles=(PersonRole.PRECEPTOR,)),
                Person(id="q", name="Aoife", roles=(PersonRole.PEER,)),
            ],
            "preceptorship": [Preceptorship(id="own")],
            "milestone": [
                Milestone(id="m3", title="3 months", due_on=date(2026, 4, 1), words="Nervous"),
                Milestone(id="m6", title="6 months", due_on=date(2026, 7, 1)),
            ],
            "meeting": [
                Meeting(id="a", planned_on=date(2026, 6, 10), planned_at="14:30", minutes=45,
                        people=("p", "q"), stage=MeetingStage.INTERIM, milestone="m3",
                        title="About Mrs B", agenda="My worries", place=f"Room 4; {LONG}"),
                Meeting(id="b", kind=MeetingKind.CLINICAL_SUPERVISION, held_on=date(2026, 1, 5),
                        planned_on=date(2026, 1, 4), planned_at="09:00", record="Words"),
                Meeting(id="c", planned_on=date(2026, 5, 1), private=True),
                Meeting(id="d"),
            ],
            "protected_time": [
                ProtectedTime(id="t", on=date(2026, 3, 20), planned_minutes=210,
                              kind=TimeKind.STUDY, used_for="Reading about Mrs B"),
            ],
            "action": [
                Action(id="x", words="Ask about rota", due_on=date(2026, 3, 30)),
                Action(id="y", words="Done", due_on=date(2026, 3, 1), done_on=date(2026, 3, 1)),
            ],
        }
    )  # fmt: skip


def written(tmp_path: Path, held: Portfolio, **said: Any) -> tuple[bytes, dict[str, Any]]:
    out = tmp_path / "out.ics"
    number = write_calendar(out, held, **{"profession": None, "on": TODAY, **said})
    contents = out.read_bytes()
    events = {str(each["UID"]): each for each in Calendar.from_ical(contents).events}
    assert len(events) == number
    return contents, events


def test_everything_with_a_day_is_there_under_its_own_name(
    tmp_path: Path, portfolio: Portfolio
) -> None:
    _, events = written(tmp_path, portfolio)
    titles = {uid.partition("@")[0]: str(each["SUMMARY"]) for uid, each in events.items()}
    assert titles == {
        "a": "Interim preceptorship meeting (3 months) with Łukasz Wójcik",
        "b": "Clinical supervision",
        "m6": "Review of the preceptorship: 6 months",
        "t": "Protected time: study",
        "x": "An agreed action is due",
    }


def test_a_meeting_has_its_hour_in_the_united_kingdom_and_a_day_has_none(
    tmp_path: Path, portfolio: Portfolio
) -> None:
    contents, events = written(tmp_path, portfolio)
    meeting = events["a@ahp-companion"]
    london = ZoneInfo("Europe/London")
    assert meeting["DTSTART"].dt == datetime(2026, 6, 10, 14, 30, tzinfo=london)
    assert meeting["DTEND"].dt == datetime(2026, 6, 10, 15, 15, tzinfo=london)
    assert b"DTSTART;TZID=Europe/London:20260610T143000" in contents
    assert b"BEGIN:VTIMEZONE\r\nTZID:Europe/London" in contents
    # It was held on another day than it was planned for, so its hour is not known.
    assert events["b@ahp-companion"]["DTSTART"].dt == date(2026, 1, 5)
    assert events["t@ahp-companion"]["DTEND"].dt == date(2026, 3, 21)
    assert str(events["t@ahp-companion"]["DESCRIPTION"]) == "3 h 30 min"


def test_nobodys_words_are_in_it(tmp_path: Path, portfolio: Portfolio) -> None:
    text = written(tmp_path, portfolio)[0].decode().replace("\r\n ", "")
    for words in ("Mrs B", "worries", "Words", "rota", "Nervous", "Aoife"):
        assert words not in text


def test_lines_are_folded_at_75_bytes_and_between_letters(
    tmp_path: Path, portfolio: Portfolio
) -> None:
    contents, events = written(tmp_path, portfolio)
    lines = contents.split(b"\r\n")
    assert max(len(line) for line in lines) <= 75
    assert [line.decode() for line in lines]
    assert str(events["a@ahp-companion"]["LOCATION"]) == f"Room 4; {LONG}".strip()


def test_the_same_portfolio_gives_the_same_bytes(tmp_path: Path, portfolio: Portfolio) -> None:
    first = written(tmp_path, portfolio)[0]
    assert written(tmp_path, portfolio)[0] == first
    assert b"DTSTAMP:20260312T000000Z" in first
    assert written(tmp_path, portfolio, on=date(2026, 3, 13))[0] != first


def test_renewal_is_there_where_there_are_fixed_months(
    tmp_path: Path, catalogue: Catalogue
) -> None:
    professions = catalogue.professions
    _, events = written(tmp_path, Portfolio(), profession=professions["PH"])
    assert {str(each["SUMMARY"]): each["DTSTART"].dt for each in events.values()} == {
        "HCPC: renewal opens": date(2026, 2, 1),
        "HCPC: last day to renew": date(2026, 4, 30),
    }
    for code in ("OSTEOPATH", "SUPPORT"):
        assert written(tmp_path, Portfolio(), profession=professions[code])[1] == {}


def test_a_portfolio_of_every_record_is_written_and_brings_nothing_of_its_own_back(
    tmp_path: Path, portfolio: Portfolio
) -> None:
    for held in (everything(), portfolio):
        written(tmp_path, held)
        calendar = read_calendar(tmp_path / "out.ics", on=TODAY)
        chosen = {each.uid: Becomes.CPD for each in calendar.offers}
        assert importing_calendar(calendar, held, chosen).change is None
        assert calendar.problems == ()


def test_an_empty_portfolio_gives_an_empty_calendar(tmp_path: Path) -> None:
    contents, events = written(tmp_path, Portfolio())
    assert events == {}
    assert b"VTIMEZONE" not in contents
