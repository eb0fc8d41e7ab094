"""Columns of anybody's table: what each program calls things, and nothing of a row lost."""

import tomllib
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from ahp_companion import assets
from ahp_companion.domain.cpd import CpdActivity, LearningType
from ahp_companion.domain.evidence import Evidence
from ahp_companion.domain.pillars import Pillar
from ahp_companion.domain.portfolio import Portfolio, gathered
from ahp_companion.domain.problems import ProblemError
from ahp_companion.exchange.formats_in import format_of, read_file
from ahp_companion.exchange.importing import Incoming
from ahp_companion.exchange.reading import Reading
from ahp_companion.exchange.tables.presets import Field, known, meaning, plain
from ahp_companion.exchange.tables.reading import (
    ColumnsUnknownError,
    looked_at,
    read_columns,
    reading_of,
)
from ahp_companion.exchange.tables.table import Wishes
from ahp_companion.exchange.written_days import Order

OTHERS = Path(__file__).parents[1] / "data" / "others"
WORK, FORMAL, ALONE = LearningType.WORK_BASED, LearningType.FORMAL, LearningType.SELF_DIRECTED
OTHER, PROFESSIONAL = LearningType.OTHER, LearningType.PROFESSIONAL
Told = tuple[date | None, str, int | None, LearningType | None]
HEADER = "Date,Activity,Hours"


def on(day: int, month: int, year: int = 2026) -> date:
    """Return a date as it is said."""
    return date(year, month, day)


# What each file of another program holds: date, title, minutes, learning type.
HELD: dict[str, list[Told]] = {
    "umbil.csv": [
        (on(13, 2), "Falls in hospital: what NICE says", 10, None),
        (on(3, 4), "Łukasz’s gait clinic", 210, None),
        (on(21, 4), "Journal club", 60, None),
    ],
    "umbil-older.csv": [
        (on(13, 2), "When is a walking frame too high?", None, None),
        (on(14, 2), 'What is a "drop foot"?', None, None),
    ],
    "cpd-tracker-template.csv": [
        (on(15, 1), "Manual handling update", 120, FORMAL),
        (on(21, 11, 2025), "Physiotherapy UK", 750, FORMAL),
        (on(1, 2), "“Explain Pain” chapter 4", 75, ALONE),
        (on(20, 2), "Dysphagia for all", 45, FORMAL),
        (on(1, 3), "Open evening", 120, OTHER),
    ],
    "cpd-tracker-export.csv": [
        (on(21, 11, 2025), "Physiotherapy UK", 750, FORMAL),
        (on(15, 1), "Manual handling update", 120, FORMAL),
        (on(1, 2), "Siân's reading group", 75, ALONE),
    ],
    "cpd-tracker-seven-rows.csv": [
        (on(30, 9, 2025), "Splinting refresher", 210, None),
        (on(2, 10, 2025), "Team teaching on fatigue", 60, None),
        (on(5, 11, 2025), "Reading: fatigue, pacing", 50, None),
    ],
    "river.csv": [
        (on(5, 6), "Regional study day", 660, FORMAL),
        (on(7, 6), "Webinar on orthoses", 90, FORMAL),
        (on(8, 6), "Branch stand", None, OTHER),
    ],
    "lms-xapi.csv": [
        (on(20, 1), "Safeguarding adults level 2", None, FORMAL),
        (on(21, 1), "Fire safety", None, FORMAL),
    ],
    "paramedic-reporter.csv": [
        (on(14, 3), "Paediatric resus drill", 150, WORK),
        (on(20, 3), "JRCALC update", 45, ALONE),
    ],
    "elfh.csv": [
        (on(15, 1), "Freedom to speak up", 26, FORMAL),
        (on(16, 1), "Dementia awareness", 70, FORMAL),
    ],
    "zotero.csv": [(on(11, 2), "Exercise after hip fracture", None, ALONE)],
    "osteopath.csv": [
        (on(14, 5), "Communicating risk", 360, FORMAL),
        (on(20, 5), "BMJ on back pain", 90, ALONE),
    ],
    "practitioner-log.csv": [(on(12, 3), "Hand therapy course", None, None)],
    "social-care.csv": [
        (on(17, 2), "Diogelu grŵp B", None, None),
        (on(18, 2), "Moving and handling", 210, None),
    ],
    "speech-log.csv": [
        (on(9, 1), "Dysfluency CEN", 120, PROFESSIONAL),
        (on(22, 1), "Supervision", 60, WORK),
    ],
    "own-spreadsheet.csv": [
        (on(13, 3), "Ward round with Siân – the “new” way", 150, None),
        (on(14, 3), "Reading", None, None),
        (on(1, 4), "Study day", 90, None),
    ],
}


def _put(folder: Path, *lines: str) -> Path:
    path = folder / "log.csv"
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def _read(folder: Path, *lines: str, wishes: Wishes | None = None) -> Reading:
    return read_columns(_put(folder, *lines), wishes or Wishes())


def _incoming(reading: Reading, *records: object) -> Incoming:
    return reading.into(_portfolio(*records))


def _portfolio(*records: object) -> Portfolio:
    return gathered(
        {
            "cpd_activity": [each for each in records if isinstance(each, CpdActivity)],
            "evidence": [each for each in records if isinstance(each, Evidence)],
        }
    )


def _activities(reading: Reading, *records: object) -> list[CpdActivity]:
    change = _incoming(reading, *records).change
    return [edit.after for edit in change.edits] if change else []


def _only(folder: Path, *lines: str, wishes: Wishes | None = None) -> CpdActivity:
    (activity,) = _activities(_read(folder, *lines, wishes=wishes))
    return activity


@pytest.mark.parametrize("name", HELD)
def test_no_title_date_or_hour_of_another_program_is_lost(name: str) -> None:
    reading = read_file(OTHERS / name)
    assert reading.format == "table"
    assert [
        (each.started_on, each.title, each.minutes, each.learning_type)
        for each in _activities(reading)
    ] == HELD[name]


@pytest.mark.parametrize("name", HELD)
def test_the_same_file_twice_brings_nothing_in_twice(name: str) -> None:
    first = _activities(read_file(OTHERS / name))
    again = _incoming(read_file(OTHERS / name), *first)
    assert (again.change, again.present) == (None, len(first))


@pytest.mark.parametrize("name", HELD)
def test_every_cell_of_another_program_is_somewhere_in_its_activity(name: str) -> None:
    table, columns = looked_at(OTHERS / name)
    read = {
        each.brought_along.rpartition("row ")[2]: each
        for each in _activities(read_file(OTHERS / name))
    }
    for number, cells in table.rows:
        activity = read.get(str(number))
        if activity is None or name == "umbil-older.csv":
            continue
        said = repr(activity).replace("\\\\", "\\").replace("\\n", "\n").replace("\\'", "'")
        for cell, feeds in zip(cells, columns.feeds, strict=False):
            is_words = feeds not in (Field.DATE, Field.END_DATE, Field.HOURS, Field.MINUTES)
            if is_words and cell.strip() and cell.strip() != "None" and feeds is not Field.UNIT:
                assert cell.strip() in said or feeds in (Field.LEARNING_TYPE, Field.WITH_OTHERS)


def test_what_reading_becomes_of_a_log_of_reading() -> None:
    (activity,) = _activities(read_file(OTHERS / "zotero.csv"))
    assert activity.what_i_learnt == "Would try this on Ward 6"
    assert activity.provider == "Journal of Invented Rehabilitation"
    assert "Author: Okonkwo, Ada; Šimić, Luka" in activity.brought_along
    assert "ISBN" not in activity.brought_along


def test_only_what_was_completed_comes_from_a_learning_management_system() -> None:
    reading = read_file(OTHERS / "lms-xapi.csv")
    assert [each.in_words for each in reading.problems] == [
        "Row 3: it says “launched”, and not that something was completed.",
        "Row 5: it was taken back by the program that wrote it.",
    ]


def test_a_course_of_days_and_its_questions_come_whole() -> None:
    (activity,) = _activities(read_file(OTHERS / "practitioner-log.csv"))
    assert (activity.started_on, activity.ended_on) == (on(12, 3), on(14, 3))
    assert activity.what_i_did == "Three days,\nwith practice"
    assert activity.what_i_learnt == (
        "My learning objective\nMake a splint alone\n\nWhat experience did I gain\nMade four"
    )
    assert activity.benefit_to_practice == "Two people at home sooner"


def test_hours_with_others_come_from_a_word_or_from_a_column_of_their_own(tmp_path: Path) -> None:
    read = _activities(read_file(OTHERS / "osteopath.csv"))
    assert [each.minutes_with_others for each in read] == [360, 0]
    lines = ["Date,Title,Learning by yourself (hours),Learning with others (hours)"]
    activity = _only(tmp_path, *lines, "2026-03-12,Gait,1.5,2")
    assert (activity.minutes, activity.minutes_with_others) == (210, 120)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("keepassxc.csv", "“keepassxc.csv” is a list of passwords."),
        ("gnucash.csv", "“gnucash.csv” is a list of payments"),
    ],
)
def test_passwords_and_accounts_are_refused_kindly(name: str, words: str) -> None:
    with pytest.raises(ProblemError) as caught:
        read_file(OTHERS / name)
    assert caught.value.happened.startswith(words)
    assert caught.value.advice


def test_our_own_table_keeps_its_own_reader(tmp_path: Path) -> None:
    own = _put(tmp_path, "date,title,learning_type", "3/4/2026,Gait,formal")
    assert format_of(own).code == "cpd-csv"
    assert format_of(_put(tmp_path, "date,title,hours", "2026-03-12,Gait,1")).code == "cpd-csv"


@pytest.mark.parametrize(
    "lines",
    [
        ["Date,Title,Hours", "2026-03-12,Gait,1"],
        ["date,title,ward", "2026-03-12,Gait,6B"],
        ["date,title", "3/4/2026,Gait"],
        ["date,title", "2026-03-12 14:30,Gait"],
        ["Timestamp,Activity,Description,Category", "2026-03-12,Gait,x,Course"],
        ["kto,kiedy", "ja,wczoraj"],
    ],
)
def test_any_other_table_is_read_as_anybody_s(tmp_path: Path, lines: list[str]) -> None:
    assert format_of(_put(tmp_path, *lines)).code == "table"


def test_a_framework_of_competences_is_still_one(tmp_path: Path) -> None:
    path = _put(tmp_path, "Code,Statement,Domain", "1.1,Walks safely,Practice")
    assert format_of(path).code == "competences"


def test_dates_with_two_readings_are_asked_about(tmp_path: Path) -> None:
    with pytest.raises(ColumnsUnknownError) as caught:
        _read(tmp_path, HEADER, "03/04/2026,Gait,1", "05/06/2026,Reading,2")
    assert caught.value.happened == (
        "It is not clear whether 03/04/2026 is 3 April 2026 or 4 March 2026 in “log.csv”."
    )
    assert (caught.value.columns.order, caught.value.columns.open) == (None, "03/04/2026")
    wishes = Wishes(date_order="mdy")
    read = _activities(_read(tmp_path, HEADER, "03/04/2026,Gait,1", wishes=wishes))
    assert [each.started_on for each in read] == [on(4, 3)]


@pytest.mark.parametrize(
    ("name", "expected"),
    [("Date (DD/MM/YYYY)", on(3, 4)), ("Date (mm/dd/yy)", on(4, 3)), ("Date [d/m/y]", on(3, 4))],
)
def test_a_column_s_name_can_say_its_order(tmp_path: Path, name: str, expected: date) -> None:
    assert _only(tmp_path, f"{name},Activity", "03/04/2026,Gait").started_on == expected


def test_an_order_that_one_value_settles_is_not_asked_about(tmp_path: Path) -> None:
    reading = _read(tmp_path, HEADER, "03/04/2026,Gait,1", "04/13/2026,Reading,2")
    assert [each.started_on for each in _activities(reading)] == [on(4, 3), on(13, 4)]


def test_columns_that_nobody_knows_are_asked_about_with_the_table(tmp_path: Path) -> None:
    with pytest.raises(ColumnsUnknownError) as caught:
        _read(tmp_path, "Kiedy;Co;Ile", "13.3.2026;Spotkanie;2h")
    assert caught.value.happened == (
        "It is not clear which column holds the titles and which column holds the dates in "
        "“log.csv”."
    )
    assert caught.value.columns.names == ("Kiedy", "Co", "Ile")
    told = Wishes(holds={"Kiedy": "date", "Co": "title", "ile": "hours"})
    activity = _only(tmp_path, "Kiedy;Co;Ile", "13.3.2026;Spotkanie;2h", wishes=told)
    assert (activity.started_on, activity.title, activity.minutes) == (on(13, 3), "Spotkanie", 120)


def test_what_its_owner_says_of_a_column_goes_before_what_is_guessed(tmp_path: Path) -> None:
    wishes = Wishes(holds={"Reflection": "title", "Title": "keep", "Ward": "leave_out"})
    lines = ["Date,Title,Reflection,Ward", "2026-03-12,Gait,Look at the feet,6B"]
    activity = _only(tmp_path, *lines, wishes=wishes)
    assert (activity.title, activity.what_i_learnt) == ("Look at the feet", "")
    assert activity.brought_along == "Title: Gait\nFrom “log.csv”, row 2"


def test_a_column_without_a_name_is_called_by_its_place(tmp_path: Path) -> None:
    wishes = Wishes(header_row=1, holds={"Column 2": "title"})
    activity = _only(tmp_path, "Date,,Ward", "2026-03-12,Gait,6B", wishes=wishes)
    assert activity.title == "Gait"


@pytest.mark.parametrize(
    ("wishes", "words"),
    [
        (Wishes(holds={"Mood": "title"}), "There is no column “Mood” in “log"),
        (Wishes(holds={"Column 9": "title"}), "There is no column “Column 9”"),
        (Wishes(header_row=7), "Row 7 of “log.csv” is empty"),
    ],
)
def test_a_wish_that_cannot_be_is_a_sentence(tmp_path: Path, wishes: Wishes, words: str) -> None:
    with pytest.raises(ProblemError, match=words):
        _read(tmp_path, HEADER, "2026-03-12,Gait,1", wishes=wishes)


def test_the_names_may_stand_anywhere_in_the_first_fifteen_rows(tmp_path: Path) -> None:
    above = [f"Line {number},about this log" for number in range(14)]
    reading = _read(tmp_path, *above, HEADER, "2026-03-12,Gait,1")
    assert [each.title for each in _activities(reading)] == ["Gait"]
    assert "Rows 1 to 14 stand above the names" in _incoming(reading).remarks[0]
    with pytest.raises(ColumnsUnknownError):
        _read(tmp_path, *above, "Line 15,", HEADER, "2026-03-12,Gait,1")
    told = Wishes(header_row=16)
    assert _only(tmp_path, *above, "Line 15,", HEADER, "2026-03-12,Gait,1", wishes=told)


@pytest.mark.parametrize(
    "row",
    [
        ",,", "Total,,3", ",Total hours:,3", "TOTAL,,", ",,Total: 3", ",Grand total,3.5 hours",
        "Sub-total,,2", HEADER, "date,activity,HOURS",
    ],
)  # fmt: skip
def test_empty_rows_totals_and_names_said_again_are_no_activities(tmp_path: Path, row: str) -> None:
    reading = _read(tmp_path, HEADER, "2026-03-12,Gait,1", row, "2026-03-13,Reading,2")
    assert [each.title for each in _activities(reading)] == ["Gait", "Reading"]
    assert reading.problems == ()


def test_an_activity_about_totals_is_one(tmp_path: Path) -> None:
    lines = [HEADER, "2026-03-12,Total hip replacement,1", "13 March 2026,Total,1"]
    assert len(_activities(_read(tmp_path, *lines))) == 2


def test_a_length_that_nobody_can_read_is_kept_and_said(tmp_path: Path) -> None:
    reading = _read(tmp_path, HEADER, "2026-03-12,Gait,2-3 hours", "2026-03-13,Study,half a day")
    incoming = _incoming(reading)
    first, second = _activities(reading)
    assert (first.minutes, second.minutes) == (None, None)
    assert first.brought_along == "Hours: 2-3 hours\nFrom “log.csv”, row 2"
    assert second.brought_along.startswith("Hours: half a day\n")
    assert "Row 2: “2-3 hours” cannot be read as hours; kept as words." in incoming.remarks
    assert any(each.startswith("Row 3: “half a day”: how many hours") for each in incoming.remarks)


def test_a_day_is_as_long_as_its_owner_says(tmp_path: Path) -> None:
    lines = ["Date,Activity,Days", "2026-03-12,Gait,1.5"]
    assert _only(tmp_path, *lines).minutes is None
    assert _only(tmp_path, *lines, wishes=Wishes(hours_a_day=7.5)).minutes == 675


@pytest.mark.parametrize(
    ("header", "cells", "minutes"),
    [
        ("Hours,Minutes", "1,30", 90), ("Hours,Mins", ",50", 50), ("Duration (mins)", "90", 90),
        ("Duration (hours)", "1.5", 90), ("Time spent", "2h 30m", 150), ("Duration", "90", 90),
        ("Length", "2", 120), ("Minutes", "45", 45), ("Hours,Duration", "1.5,90", 90),
        ("Hours,Days", "3,0.5", 180), ("CPD value,Unit", "90,min", 90),
    ],
)  # fmt: skip
def test_a_length_is_one_whatever_columns_say_it(
    tmp_path: Path, header: str, cells: str, minutes: int
) -> None:
    holds = {"CPD value": "hours"} if "value" in header else {}
    lines = [f"Date,Activity,{header}", f"2026-03-12,Gait,{cells}"]
    assert _only(tmp_path, *lines, wishes=Wishes(holds=holds)).minutes == minutes


def test_numbers_that_no_hours_are_like_are_minutes_and_it_is_said(tmp_path: Path) -> None:
    reading = _read(tmp_path, "Date,Activity,Duration", "2026-03-12,Gait,45", "2026-03-13,Two,90")
    assert [each.minutes for each in _activities(reading)] == [45, 90]
    assert any("“Duration” were read as minutes" in each for each in _incoming(reading).remarks)


def test_a_time_of_day_is_no_length(tmp_path: Path) -> None:
    activity = _only(tmp_path, "Date,Time,Activity", "2026-03-12,14:30,Gait")
    assert activity.minutes is None
    assert activity.brought_along.startswith("Time: 14:30\n")
    assert _only(tmp_path, "Date,Time,Activity", "2026-03-12,2h,Gait").minutes == 120


def test_a_row_without_a_readable_day_comes_in_without_one_and_it_is_said(tmp_path: Path) -> None:
    reading = _read(tmp_path, HEADER, "soon,Gait,1", ",Reading,2", "March 2026,Study,3")
    first, second, third = _activities(reading)
    assert (first.started_on, second.started_on, third.started_on) == (None, None, on(1, 3))
    assert first.brought_along.startswith("Date: soon\n")
    assert third.brought_along.startswith("Date: March 2026\n")
    said = "\n".join(_incoming(reading).remarks)
    assert "Row 2: “soon” is no date; the activity has none until you give it one." in said
    assert "Row 3: there is no date in it" in said
    assert "Row 4: “March 2026” names no day; it stands on the first of the month." in said


@pytest.mark.parametrize(
    ("row", "why"),
    [
        (",Signed: Siân,", "there is no date in it."),
        ("soon,Gait,", "“soon” is no date."),
        ("2026-03-12,,2", "there is no title in it."),
    ],
)
def test_a_row_that_cannot_be_an_activity_is_named(tmp_path: Path, row: str, why: str) -> None:
    reading = _read(tmp_path, HEADER, "2026-03-12,Gait,1", row)
    assert [(each.number, each.why) for each in reading.problems] == [(3, why)]
    assert len(_activities(reading)) == 1


def test_a_row_without_a_title_is_called_by_what_was_done(tmp_path: Path) -> None:
    lines = [
        "Date,Title,Description",
        "2026-03-12,,Sat in with Siân\nfor a morning".replace("\n", " "),
    ]
    assert _only(tmp_path, *lines).title == "Sat in with Siân for a morning"
    log = ["Date,What I did,Hours", "2026-03-12,Sat in with Siân,2"]
    assert _only(tmp_path, *log).title == "Sat in with Siân"
    assert not any("no title" in each for each in _incoming(_read(tmp_path, *log)).remarks)


@pytest.mark.parametrize(
    ("cells", "ended", "kept"),
    [
        ("2026-03-12,2026-03-14", on(14, 3), ""),
        ("2026-03-12,2026-03-12", None, ""),
        ("2026-03-12,2026-03-11", None, "End date: 2026-03-11"),
        ("2026-03-12,later", None, "End date: later"),
        (",2026-03-12", None, ""),
    ],
)
def test_an_end_that_cannot_be_is_kept_as_words(
    tmp_path: Path, cells: str, ended: date | None, kept: str
) -> None:
    activity = _only(tmp_path, "Start date,End date,Title", f"{cells},Gait")
    assert (activity.started_on, activity.ended_on) == (on(12, 3), ended)
    assert activity.brought_along.rpartition("From")[0].strip() == kept


def test_a_date_that_fits_one_order_alone_is_turned_and_said(tmp_path: Path) -> None:
    wishes = Wishes(date_order="dmy")
    reading = _read(tmp_path, HEADER, "03/25/2026,Gait,1", wishes=wishes)
    assert [each.started_on for each in _activities(reading)] == [on(25, 3)]
    assert "other way round" in _incoming(reading).remarks[-1]


def test_words_of_other_bodies_are_types_and_pillars_and_stay_as_words(tmp_path: Path) -> None:
    header = "Date,Title,CPD type,Pillar,Private"
    lines = [
        "2026-03-12,Gait,E-learning: stroke,Facilitation of Learning; Research,no",
        "2026-03-13,Two,Osmosis,Salt,Y",
        '2026-03-14,Three,Work-based,"Evidence, Research and Development",perhaps',
    ]
    first, second, third = _activities(_read(tmp_path, header, *lines))
    assert (first.learning_type, first.pillars) == (FORMAL, (Pillar.EDUCATION, Pillar.RESEARCH))
    assert "CPD type: E-learning: stroke" in first.brought_along
    assert (second.learning_type, second.pillars, second.private) == (None, (), True)
    assert second.brought_along == "CPD type: Osmosis\nPillar: Salt\nFrom “log.csv”, row 3"
    assert (third.learning_type, third.pillars, third.private) == (WORK, (Pillar.RESEARCH,), True)


def test_none_is_nothing_but_in_an_answer(tmp_path: Path) -> None:
    header = "Date,Title,Hours,Certificate,Ward,What I learnt"
    activity = _only(tmp_path, header, "2026-03-12,Gait,None,N/A,null,None")
    assert activity.brought_along == "From “log.csv”, row 2"
    assert activity.what_i_learnt == "None"


def test_cells_beyond_the_last_name_are_kept(tmp_path: Path) -> None:
    activity = _only(tmp_path, "Date,Title", "2026-03-12,Gait, and more,still")
    assert activity.brought_along.startswith("Column 3: and more\nColumn 4: still\n")


def test_evidence_that_is_here_is_linked_by_title_or_by_file_name(tmp_path: Path) -> None:
    certificate = Evidence(title="Gait course certificate")
    photograph = Evidence(title="x", file_name="splint.jpg")
    lines = ["Date,Title,Certificate", "2026-03-12,Gait,gait course CERTIFICATE; splint.jpg;z.pdf"]
    reading = _read(tmp_path, *lines)
    (activity,) = _activities(reading, certificate, photograph)
    assert activity.evidence == (certificate.id, photograph.id)
    assert "Certificate: gait course CERTIFICATE; splint.jpg;z.pdf" in activity.brought_along
    (remark,) = [
        each for each in _incoming(reading, certificate, photograph).remarks if "files" in each
    ]
    assert "“z.pdf”" in remark
    assert "splint" not in remark


def test_what_was_written_here_already_is_the_same_activity(tmp_path: Path) -> None:
    mine = CpdActivity(title="Journal  club!", started_on=on(12, 3), what_i_learnt="A lot")
    row = "2026-03-12,journal club,1"
    reading = _read(tmp_path, HEADER, row)
    incoming = _incoming(reading, mine)
    assert (incoming.change, incoming.present) == (None, 1)
    assert incoming.remarks[-1] == (
        "Row 2: “journal club” of 12 March 2026 is here already, and stays as it is."
    )
    assert _incoming(reading, replace(mine, minutes=60)).change is None
    assert _incoming(reading, replace(mine, minutes=90)).change is not None
    assert _incoming(reading, replace(mine, started_on=on(13, 3))).change is not None
    twice = _read(tmp_path, HEADER, row, row)
    assert len(_activities(twice, mine)) == 1


def test_a_table_read_with_other_columns_brings_nothing_in_twice(tmp_path: Path) -> None:
    lines = ["Date,Title,Thoughts", "2026-03-12,Gait,Look at the feet"]
    first = _activities(_read(tmp_path, *lines))
    told = Wishes(holds={"Thoughts": "title"})
    again = _incoming(_read(tmp_path, *lines, wishes=told), *first)
    assert (again.change, again.present) == (None, 1)


def test_an_activity_that_was_edited_after_it_came_in_is_not_doubled(tmp_path: Path) -> None:
    lines = [HEADER, "2026-03-12,Gait,1"]
    (activity,) = _activities(_read(tmp_path, *lines))
    edited = replace(activity, title="Gait, again", started_on=on(1, 1), minutes=5)
    assert _incoming(_read(tmp_path, *lines), edited).change is None


def test_all_that_comes_in_is_one_step_to_undo(tmp_path: Path) -> None:
    incoming = _incoming(_read(tmp_path, HEADER, "2026-03-12,Gait,1", "2026-03-13,Two,1"))
    assert incoming.change
    assert incoming.change.words == "Brought in CPD from “log.csv”"
    assert [edit.after for edit in incoming.change.reverse.edits] == [None, None]


def test_columns_that_were_chosen_are_read_as_chosen(tmp_path: Path) -> None:
    table, columns = looked_at(_put(tmp_path, "Kiedy,Co", "03/04/2026,Gait"))
    told = replace(columns, feeds=(Field.DATE, Field.TITLE), order=Order.MDY)
    (activity,) = _activities(reading_of(table, told))
    assert (activity.started_on, activity.title) == (on(4, 3), "Gait")


def test_no_name_of_a_column_and_no_word_means_two_things() -> None:
    text = assets.resource("lists", "import_presets.toml").read_text(encoding="utf-8")
    for part in ("synonyms", "learning_types", "pillars"):
        kept = tomllib.loads(text)[part]
        codes: dict[str, set[str]] = {}
        for code, names in kept.items():
            for name in names:
                codes.setdefault(plain(name), set()).add(code)
        assert {name: each for name, each in codes.items() if len(each) > 1} == {}


def test_what_is_known_of_columns_names_fields_there_are() -> None:
    held = known()
    codes = {each.value for each in Field} | {"keep", "length"}
    assert {code for code, _ in held.synonyms.values()} <= codes
    for preset in held.presets:
        assert set(preset.holds.values()) <= codes
        assert preset.needs & preset.holds.keys()


def test_every_name_of_our_own_columns_is_known() -> None:
    for name in ("date", "end_date", "title", "learning_type", "pillars", "hours",
                 "hours_with_others", "what_i_did", "what_i_learnt", "benefit_to_practice",
                 "benefit_to_service_users", "evidence", "private"):  # fmt: skip
        assert (meaning(name) or ("",))[0] == name
