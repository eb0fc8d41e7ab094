"""Calendars as other programs write them: every title, day and hour, each time once."""

from collections.abc import Iterable
from datetime import date, datetime
from itertools import islice
from pathlib import Path
from typing import Any

import pytest
from dateutil.rrule import rrulestr  # type: ignore[import-untyped]
from hypothesis import given
from hypothesis import strategies as st
from icalendar.prop import vRecur

from ahp_companion.domain.cpd import CpdActivity, LearningType
from ahp_companion.domain.evidence import Evidence
from ahp_companion.domain.kinds import of
from ahp_companion.domain.meetings import Meeting, MeetingKind, MeetingStage
from ahp_companion.domain.people import Person
from ahp_companion.domain.portfolio import Portfolio, gathered
from ahp_companion.domain.preceptorship import Preceptorship, Side, Status
from ahp_companion.domain.problems import ProblemError
from ahp_companion.domain.protected_time import ProtectedTime, Whose
from ahp_companion.exchange.calendars.kinds import Becomes, suggested
from ahp_companion.exchange.calendars.reading import (
    CalendarFile,
    attached_files,
    importing_calendar,
    read_calendar,
)
from ahp_companion.exchange.calendars.recurring import Looking, days, rule_of
from ahp_companion.exchange.formats_in import format_of, read_file
from ahp_companion.exchange.importing import Incoming
from tests.sizes import drawn

OTHERS = Path(__file__).parents[1] / "data" / "others"
TODAY = date(2026, 3, 12)
OWN = Preceptorship(id="own", started_on=date(2025, 11, 1))
EMPTY = gathered({"preceptorship": [OWN]})


def others(name: str) -> CalendarFile:
    return read_calendar(OTHERS / name, on=TODAY)


def calendar(tmp_path: Path, *lines: str, head: str = "VERSION:2.0") -> CalendarFile:
    """Return a calendar of entries, each begun and ended around what is given."""
    whole = ["BEGIN:VCALENDAR", head]
    for each in lines:
        whole += ["BEGIN:VEVENT", *each.split("\n"), "END:VEVENT"]
    path = tmp_path / "work.ics"
    path.write_bytes("\r\n".join([*whole, "END:VCALENDAR", ""]).encode())
    return read_calendar(path, on=TODAY)


def records(incoming: Incoming, kind: type) -> list[Any]:
    edits = incoming.change.edits if incoming.change else ()
    return [edit.after for edit in edits if type(edit.after) is kind]


def brought(held: CalendarFile, portfolio: Portfolio = EMPTY) -> list[Any]:
    incoming = importing_calendar(held, portfolio)
    return [edit.after for edit in incoming.change.edits] if incoming.change else []


def after(portfolio: Portfolio, coming: Iterable[Any]) -> Portfolio:
    held: dict[str, list[Any]] = {name: list(each) for name, each in portfolio.records.items()}
    for record in coming:
        held.setdefault(of(record).name, []).append(record)
    return gathered(held)


# As others write them


def test_outlooks_calendar_brings_learning_meetings_and_a_file() -> None:
    incoming = importing_calendar(others("outlook.ics"), EMPTY)
    assert incoming.added == {"cpd_activity": 5, "evidence": 1, "meeting": 1}
    study = next(each for each in records(incoming, CpdActivity) if "Study" in each.title)
    assert (study.title, study.started_on) == (
        "Study day: Orthotics after stroke",
        date(2026, 2, 12),
    )
    assert (study.minutes, study.learning_type) == (450, LearningType.FORMAL)
    assert study.what_i_did == (
        "Programme attached.\n\nBring a case about foot drop; lunch is provided, parking is not."
    )
    assert study.brought_along.split("\n") == [
        "When: 12 February 2026, 09:00 to 16:30",
        "Where: Canolfan Ŷstrad, Room 2",
        "Organiser: Łukasz Wójcik",
    ]
    [programme] = records(incoming, Evidence)
    assert (programme.title, programme.media_type) == ("Programme Ŵyn.pdf", "application/pdf")
    assert study.evidence == (programme.id,)
    assert attached_files(others("outlook.ics"))[programme.sha256].startswith(b"%PDF-1.4 programme")


def test_a_day_that_was_moved_or_taken_out_of_a_series_is_moved_or_out() -> None:
    clubs = [
        each for each in brought(others("outlook.ics")) if "club" in getattr(each, "title", "")
    ]
    assert [(each.started_on, each.minutes) for each in clubs] == [
        (date(2026, 1, 5), 90),
        (date(2026, 2, 2), 90),
        (date(2026, 2, 17), 60),
        (date(2026, 3, 2), 90),
    ]
    assert clubs[2].title == "Journal club (moved to Tuesday)"


def test_a_private_entry_in_outlooks_markup_is_private_and_in_words() -> None:
    [meeting] = records(importing_calendar(others("outlook.ics"), EMPTY), Meeting)
    assert meeting.agenda == "Look at the plan, then at hours (https://example.org/hours)."
    assert (meeting.stage, meeting.private) == (MeetingStage.INTERIM, True)
    assert (meeting.planned_on, meeting.planned_at) == (date(2026, 2, 23), "10:00")
    assert (meeting.held_on, meeting.minutes) == (date(2026, 2, 23), 60)
    assert (meeting.preceptorship, meeting.place) == ("own", "Microsoft Teams Meeting")


def test_what_stays_out_is_counted_and_what_comes_again_is_offered() -> None:
    remarks = importing_calendar(others("outlook.ics"), EMPTY).remarks
    assert "Left out: 1 cancelled entry." in remarks
    assert "Left out: “Annual leave”, 2 to 5 February 2026." in remarks
    assert (
        "Offered: “Clinical supervision with Łukasz”, every month, 3 times so far, as Clinical "
        "supervision; choose it in the window."
    ) in remarks


def test_googles_moments_in_universal_time_are_the_hours_of_the_united_kingdom() -> None:
    late = next(each for each in brought(others("google.ics")) if "Late" in each.title)
    assert (late.started_on, late.minutes) == (date(2025, 6, 11), 90)
    assert "When: 11 June 2025, 00:00 to 01:30" in late.brought_along
    assert late.what_i_did == "With Dr Müller\n\n– Dysphagia\n– Thickened fluids & taste"


def test_a_whole_day_ends_before_the_day_that_is_named_as_its_end() -> None:
    conference = next(each for each in brought(others("google.ics")) if "Conf" in each.title)
    assert (conference.started_on, conference.ended_on) == (date(2025, 10, 16), date(2025, 10, 18))
    assert conference.minutes is None
    remarks = importing_calendar(others("google.ics"), EMPTY).remarks
    assert any(each.startswith("1 activity has no hours") for each in remarks)


def test_a_series_ends_where_it_says_and_without_the_days_taken_out() -> None:
    held = [
        each for each in brought(others("google.ics")) if "In-service" in getattr(each, "title", "")
    ]
    assert [each.started_on.day for each in held] == [3, 6, 10, 17, 20, 24, 27, 1]


def test_an_hour_elsewhere_stays_as_it_was_told_there() -> None:
    held = next(
        each for each in brought(others("google.ics")) if "York" in getattr(each, "title", "")
    )
    assert held.started_on == date(2025, 11, 20)
    assert held.brought_along.split("\n") == [
        "When: 20 November 2025, 19:00 to 20:30 (America/New_York)",
        "Addresses: https://drive.example.org/open?id=1AbC",
    ]


def test_protected_time_belongs_to_the_preceptorship_of_its_day() -> None:
    held = next(each for each in brought(others("google.ics")) if isinstance(each, ProtectedTime))
    assert (held.preceptorship, held.on, held.planned_minutes) == ("own", date(2025, 12, 8), 240)
    assert (held.whose, held.taken_minutes) == (Whose.PRECEPTEE, 0)
    incoming = importing_calendar(others("google.ics"), Portfolio())
    assert "protected_time" not in incoming.added
    assert (
        "1 entry of protected time stays out: there is no preceptorship on that day."
        in incoming.remarks
    )


def test_apples_categories_and_pictures_come_along() -> None:
    incoming = importing_calendar(others("apple.ics"), EMPTY)
    [gait] = records(incoming, CpdActivity)
    assert (gait.title, gait.minutes) == ("Gait: Łódź cohort, year 2", 120)
    assert "Where: University of Glyndŵr School of Allied Health" in gait.brought_along
    assert "Categories: CPD, Students" in gait.brought_along
    assert "Addresses: https://example.org/gait" in gait.brought_along
    assert [each.title for each in records(incoming, Evidence)] == ["notes.png"]
    assert "Left out: 1 to-do or journal page." in incoming.remarks


def test_a_letter_that_was_cut_in_two_is_whole_and_a_zone_is_known_by_its_end() -> None:
    held = others("thunderbird.ics")
    first, second = brought(held)
    assert (first.title, first.minutes) == ("Webinar with Caoimhe Ní Bhriain", 75)
    assert "18:00 to 19:15 (Europe/Dublin)" in first.brought_along
    assert (second.started_on, second.ended_on) == (date(2026, 3, 2), date(2026, 3, 3))
    assert second.minutes is None
    assert [each.in_words for each in held.problems] == [
        "Row 24: it is not written as an entry of a calendar is."
    ]


@pytest.mark.parametrize("name", ["outlook.ics", "google.ics", "apple.ics", "thunderbird.ics"])
def test_the_same_calendar_twice_brings_nothing_in_twice(name: str) -> None:
    held = others(name)
    coming = brought(held)
    again = importing_calendar(held, after(EMPTY, coming))
    assert again.change is None
    assert again.present == len([each for each in coming if not isinstance(each, Evidence)])


@pytest.mark.parametrize("name", ["outlook.ics", "google.ics", "apple.ics", "thunderbird.ics"])
def test_a_calendar_is_known_by_its_contents(name: str, tmp_path: Path) -> None:
    path = tmp_path / "download.txt"
    path.write_bytes((OTHERS / name).read_bytes())
    assert format_of(path).code == "calendar"
    assert read_file(path).into(EMPTY).added


# In every encoding, and in none


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_a_calendar_with_a_byte_order_mark_reads_the_same(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "marked.ics"
    path.write_bytes((OTHERS / "google.ics").read_text("utf-8").encode(encoding))
    assert format_of(path).code == "calendar"
    assert brought(read_calendar(path, on=TODAY)) == brought(others("google.ics"))


def test_a_calendar_of_windows_letters_is_read_with_a_remark(tmp_path: Path) -> None:
    path = tmp_path / "old.ics"
    event = "DTSTART:20260105T090000\nSUMMARY:Webinar Müller"
    text = f"BEGIN:VCALENDAR\nBEGIN:VEVENT\n{event}\nEND:VEVENT\n"
    path.write_bytes(text.encode("cp1252"))
    held = read_calendar(path, on=TODAY)
    assert [each.title for each in brought(held)] == ["Webinar Müller"]
    assert held.remarks[0].startswith("Some letters of the file could only be guessed")


# Entries one by one


def test_an_entry_cut_off_at_the_end_is_named_by_its_line(tmp_path: Path) -> None:
    path = tmp_path / "cut.ics"
    path.write_text(
        "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nDTSTART:20260105T090000\nSUMMARY:Webinar\n"
        "END:VEVENT\nBEGIN:VEVENT\nUID:2\nSUMMARY:Confer",
        "utf-8",
    )
    held = read_calendar(path, on=TODAY)
    assert [each.title for each in brought(held)] == ["Webinar"]
    assert [each.number for each in held.problems] == [7]


@pytest.mark.parametrize(
    ("lines", "why"),
    [
        ("SUMMARY:Webinar", "it has no day."),
        ("DTSTART:00010101T000000\nSUMMARY:Webinar", "it is not written"),
        ("DTSTART:18000101T000000\nSUMMARY:Webinar", "its day lies outside the years"),
        ("DTSTART:99991231\nSUMMARY:Webinar", "its day lies outside the years"),
        ("DTSTART:20260101T000000Z\nDURATION:P99999W\nSUMMARY:Webinar", "it ends after the year"),
    ],
)
def test_an_entry_without_a_day_on_earth_is_named(tmp_path: Path, lines: str, why: str) -> None:
    [problem] = calendar(tmp_path, lines).problems
    assert problem.why.startswith(why.split(" the")[0]) or "year" in problem.why


def test_a_calendar_without_entries_is_said_to_be_one(tmp_path: Path) -> None:
    path = tmp_path / "none.ics"
    path.write_text("BEGIN:VCALENDAR\nBEGIN:VTODO\nSUMMARY:x\nEND:VTODO\nEND:VCALENDAR", "utf-8")
    with pytest.raises(ProblemError, match="There are no entries"):
        read_calendar(path, on=TODAY)


def test_a_calendar_that_only_takes_back_stays_out(tmp_path: Path) -> None:
    held = calendar(
        tmp_path, "UID:1\nDTSTART:20260105T090000\nSUMMARY:Webinar", head="METHOD:CANCEL"
    )
    assert brought(held) == []
    assert "The calendar only takes entries back, so all of it stays out." in held.remarks


def test_of_two_versions_of_an_entry_the_later_stands(tmp_path: Path) -> None:
    held = calendar(
        tmp_path,
        "UID:1\nSEQUENCE:2\nDTSTART:20260106T100000\nSUMMARY:Webinar, later",
        "UID:1\nSEQUENCE:0\nDTSTART:20260105T100000\nSUMMARY:Webinar",
    )
    assert [(each.title, each.started_on.day) for each in brought(held)] == [("Webinar, later", 6)]


def test_entries_that_some_program_gave_the_same_name_all_come_in(tmp_path: Path) -> None:
    held = calendar(
        tmp_path,
        "UID:x\nDTSTART:20260105T100000\nSUMMARY:Webinar one",
        "UID:x\nDTSTART:20260106T100000\nSUMMARY:Webinar two",
        "DTSTART:20260107T100000\nSUMMARY:Webinar three",
        "DTSTART:20260107T120000\nSUMMARY:Webinar four",
    )
    assert len({each.id for each in brought(held)}) == 4


def test_a_lasting_entry_says_so_in_place_of_an_end(tmp_path: Path) -> None:
    held = calendar(
        tmp_path,
        "UID:1\nDTSTART:20260105T100000\nDURATION:PT1H15M\nSUMMARY:Webinar",
        "UID:2\nDTSTART;VALUE=DATE:20260106\nDURATION:P2D\nSUMMARY:Conference",
        "UID:3\nDTSTART:20260107T000000\nDTEND:20260109T000000\nSUMMARY:Congress",
        "UID:4\nDTSTART;VALUE=DATE:20260110\nSUMMARY:Study day",
        "UID:5\nDTSTART:20260112T233000\nDTEND:20260113T003000\nSUMMARY:Late lecture",
    )
    assert [(each.minutes, each.ended_on) for each in brought(held)] == [
        (75, None),
        (None, date(2026, 1, 7)),
        (None, date(2026, 1, 8)),
        (None, None),
        (60, date(2026, 1, 13)),
    ]


def test_a_file_without_a_name_is_called_by_what_it_is_and_kept_once(tmp_path: Path) -> None:
    attached = "ATTACH;FMTTYPE=application/pdf;ENCODING=BASE64;VALUE=BINARY:JVBERi0xLjQ="
    rule = "RRULE:FREQ=DAILY;COUNT=3"
    held = calendar(tmp_path, f"UID:1\nDTSTART:20260105T100000\n{rule}\n{attached}\nSUMMARY:Course")
    incoming = importing_calendar(held, EMPTY)
    assert incoming.added == {"cpd_activity": 3, "evidence": 1}
    assert [each.title for each in records(incoming, Evidence)] == ["Attachment.pdf"]
    assert len({each.evidence for each in records(incoming, CpdActivity)}) == 1


def test_the_night_the_clocks_change_is_as_long_as_it_was(tmp_path: Path) -> None:
    night = "DTSTART;TZID=Europe/London:20251025T230000\nDTEND;TZID=Europe/London:20251026T030000"
    [held] = brought(calendar(tmp_path, f"UID:1\n{night}\nSUMMARY:Simulation day"))
    assert held.minutes == 5 * 60


def test_a_series_in_universal_time_keeps_its_hour_of_the_day_there(tmp_path: Path) -> None:
    held = calendar(
        tmp_path,
        "UID:1\nDTSTART:20251020T140000Z\nDTEND:20251020T150000Z\nRRULE:FREQ=WEEKLY;COUNT=2\n"
        "SUMMARY:Journal club",
    )
    assert [each.brought_along for each in brought(held)] == [
        "When: 20 October 2025, 15:00 to 16:00",
        "When: 27 October 2025, 14:00 to 15:00",
    ]


def test_learning_still_to_come_is_offered_and_a_meeting_is_planned(tmp_path: Path) -> None:
    held = calendar(
        tmp_path,
        "UID:1\nDTSTART:20260401T090000\nSUMMARY:Study day on pain",
        "UID:2\nDTSTART:20260402T090000\nSUMMARY:Preceptor meeting (final)",
    )
    incoming = importing_calendar(held, EMPTY)
    [meeting] = records(incoming, Meeting)
    assert (meeting.planned_on, meeting.held_on) == (date(2026, 4, 2), None)
    assert records(incoming, CpdActivity) == []
    assert any(
        "“Study day on pain”" in each and "still to come" in each for each in incoming.remarks
    )
    chosen = importing_calendar(held, EMPTY, {"1": Becomes.CPD})
    assert chosen.added == {"cpd_activity": 1}


def test_a_series_of_meetings_comes_in_when_it_is_chosen(tmp_path: Path) -> None:
    held = calendar(
        tmp_path,
        "UID:1\nDTSTART:20260105T090000\nRRULE:FREQ=WEEKLY\nSUMMARY:1:1 with Bronwen\n"
        "ORGANIZER;CN=Bronwen Jones:mailto:b@example.org\nATTENDEE;CN=Me:mailto:me@example.org",
    )
    assert brought(held) == []
    people = {"person": [Person(id="b", name="Bronwen Jones")]}
    incoming = importing_calendar(held, gathered(people), {"1": Becomes.LINE_MANAGEMENT})
    meetings = records(incoming, Meeting)
    assert len(meetings) == 10
    assert {each.kind for each in meetings} == {MeetingKind.LINE_MANAGEMENT}
    assert {each.people for each in meetings} == {("b",)}
    assert meetings[-1].held_on == date(2026, 3, 9)


def test_what_is_there_under_the_same_title_and_day_is_not_doubled(tmp_path: Path) -> None:
    held = calendar(
        tmp_path,
        "UID:1\nDTSTART:20260105T090000\nSUMMARY:Webinar: gait",
        "UID:2\nDTSTART:20260105T140000\nSUMMARY:Webinar: gait",
    )
    own = CpdActivity(title="Webinar: Gait", started_on=date(2026, 1, 5))
    incoming = importing_calendar(held, gathered({"cpd_activity": [own]}))
    assert (incoming.added, incoming.present) == ({"cpd_activity": 1}, 1)


def test_a_preceptorship_that_goes_on_is_preferred_and_an_over_one_takes_nothing() -> None:
    over = Preceptorship(
        id="over", started_on=date(2020, 1, 1), ended_on=date(2020, 12, 31), status=Status.FINISHED
    )
    theirs = Preceptorship(id="theirs", side=Side.PRECEPTOR, started_on=date(2025, 1, 1))
    portfolio = gathered({"preceptorship": [over, theirs]})
    held = next(
        each for each in brought(others("google.ics"), portfolio) if isinstance(each, ProtectedTime)
    )
    assert (held.preceptorship, held.whose) == ("theirs", Whose.PRECEPTOR)
    both = gathered({"preceptorship": [over, theirs, OWN]})
    held = next(
        each for each in brought(others("google.ics"), both) if isinstance(each, ProtectedTime)
    )
    assert held.preceptorship == "own"


def test_of_a_long_series_the_latest_days_are_taken(tmp_path: Path) -> None:
    held = calendar(tmp_path, "UID:1\nDTSTART:20200101T090000\nRRULE:FREQ=DAILY\nSUMMARY:Teaching")
    [offer] = held.offers
    assert len(offer.events) == 200
    assert offer.events[-1].when.on == TODAY
    assert any(
        "“Teaching” came 2,263 times; the latest 200 are offered." in each for each in held.remarks
    )


def test_rules_that_never_come_true_are_given_up(tmp_path: Path) -> None:
    rule = "RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30\nSUMMARY:Teaching"
    lines = [f"UID:{number}\nDTSTART:19500105T090000\n{rule}" for number in range(100)]
    held = calendar(tmp_path, *lines)
    assert (
        "Too much comes again to be looked through at once; some days are missing." in held.remarks
    )
    assert {len(each.events) for each in held.offers} == {1}


def test_a_rule_by_the_hour_is_offered_with_its_first_time(tmp_path: Path) -> None:
    held = calendar(tmp_path, "UID:1\nDTSTART:20260105T090000\nRRULE:FREQ=HOURLY\nSUMMARY:Teaching")
    [offer] = held.offers
    assert (len(offer.events), offer.repeats) == (1, "again and again")


# What words mean


@pytest.mark.parametrize(
    ("title", "becomes"),
    [
        ("Study day", Becomes.CPD),
        ("Preceptorship launch webinar", Becomes.CPD),
        ("Lunch & Learn: tendons", Becomes.CPD),
        ("IN-SERVICE TRAINING", Becomes.CPD),
        ("Workshops", Becomes.CPD),
        ("Meeting with my preceptor", Becomes.PRECEPTORSHIP),
        ("1–1 with Bogdan", Becomes.LINE_MANAGEMENT),
        ("1:1 with preceptor", Becomes.PRECEPTORSHIP),
        ("Peer supervision", Becomes.PEERS),
        ("Safeguarding supervision", Becomes.SUPERVISION),
        ("Protected time", Becomes.PROTECTED_TIME),
        ("Annual leave (not the study day)", Becomes.NOTHING),
        ("Golf course", Becomes.NOTHING),
        ("Conference call with suppliers", Becomes.NOTHING),
        ("Dentist", Becomes.NOTHING),
        ("Discourse", Becomes.NOTHING),
        ("Ward round", Becomes.NOTHING),
    ],
)
def test_a_title_says_what_an_entry_probably_is(title: str, becomes: Becomes) -> None:
    assert suggested(title).becomes is becomes


def test_a_category_counts_as_much_as_a_title() -> None:
    assert suggested("Gait", ["CPD"]).becomes is Becomes.CPD


# Rules against the library's own reading of them


@st.composite
def rules(draw: st.DrawFn) -> str:
    """Return a rule that comes true: the usual library looks for ever for one that does not."""
    every = draw(st.sampled_from(["DAILY", "WEEKLY", "MONTHLY", "YEARLY"]))
    parts = [f"FREQ={every}"]
    weekdays = st.sampled_from(["MO", "TU", "WE", "TH", "FR", "SA", "SU"])
    # With a place and without one in the same rule, the library takes either for both.
    places = (
        ["1", "2", "3", "-1"] if every in ("MONTHLY", "YEARLY") and draw(st.booleans()) else [""]
    )
    if draw(st.booleans()):
        parts.append(f"COUNT={draw(st.integers(1, 40))}")
    if draw(st.booleans()):
        parts.append(f"WKST={draw(weekdays)}")
    if draw(st.booleans()):
        named = st.lists(
            st.tuples(st.sampled_from(places), weekdays), min_size=1, max_size=3, unique=True
        )
        parts.append(f"BYDAY={','.join(map(''.join, draw(named)))}")
    elif every in ("MONTHLY", "YEARLY") and draw(st.booleans()):
        held = draw(st.lists(st.sampled_from([1, 13, 28, -1, -3]), min_size=1, unique=True))
        parts.append(f"BYMONTHDAY={','.join(map(str, held))}")
        if draw(st.booleans()):
            parts.append(f"BYSETPOS={draw(st.sampled_from(['1', '-1', '1,-1']))}")
    if draw(st.booleans()):
        parts.append(f"INTERVAL={draw(st.integers(1, 4))}")
    elif draw(st.booleans()):
        months = draw(st.lists(st.integers(1, 12), min_size=1, max_size=4, unique=True))
        parts.append(f"BYMONTH={','.join(map(str, months))}")
    return ";".join(parts)


@drawn(100)
@given(rules(), st.dates(date(2015, 1, 1), date(2019, 12, 28)).filter(lambda on: on.day < 29))
def test_the_days_of_a_rule_are_those_that_the_usual_library_finds(text: str, first: date) -> None:
    rule = rule_of(vRecur.from_ical(text))
    assert rule is not None
    found = list(islice(days(rule, first, to=TODAY, looking=Looking()), 60))
    usual = rrulestr(text, dtstart=datetime(first.year, first.month, first.day))
    assert found == [each.date() for each in islice(usual, 60) if each.date() <= TODAY]
