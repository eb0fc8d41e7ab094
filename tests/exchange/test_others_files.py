"""Files as other people's programs and hands write them: no title, day, hour or name is lost."""

import zipfile
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from ahp_companion.domain.cpd import CpdActivity
from ahp_companion.domain.portfolio import Portfolio
from ahp_companion.domain.practitioner import Qualification, Workplace
from ahp_companion.domain.problems import ProblemError
from ahp_companion.exchange.formats_in import read_file
from ahp_companion.exchange.importing import Incoming
from ahp_companion.exchange.tables.presets import meaning
from tests.exchange.made_workbooks import row, text, workbook

# Mahara 1.2 called the relation “is_supported_by”, and the specification “supported_by”.
RESUME = """<feed xmlns="http://www.w3.org/2005/Atom"
 xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:leap2="http://terms.leapspecs.org/"
 xmlns:categories="http://wiki.leapspecs.org/2A/categories/">
<leap2:version>http://www.leapspecs.org/2010-07/2A/</leap2:version>
<entry><title>Rotational physiotherapist</title><id>portfolio:resumecomposite-62-child-1</id>
<content>Wards 3 and 4</content><rdf:type rdf:resource="leap2:activity"/>
<link rel="leap2:is_supported_by" href="portfolio:resumesibling-62"/>
<category term="Work" scheme="categories:life_area#"/>
<leap2:date leap2:point="start" leap2:label="01/09/2025"></leap2:date></entry>
<entry><title>Bwrdd Iechyd Bae Abertawe</title><id>portfolio:resumesibling-62</id>
<rdf:type rdf:resource="leap2:organization"/>
<link rel="leap2:supports" href="portfolio:resumecomposite-62-child-1"/></entry>
<entry><title>BSc (Hons) Physiotherapy</title><id>portfolio:resumecomposite-60-child-1</id>
<content>First class</content><rdf:type rdf:resource="leap2:activity"/>
<link rel="leap2:is_supported_by" href="portfolio:resumesibling-60-a"/>
<link rel="leap2:supports" href="portfolio:resumesibling-60-b"/>
<category term="Education" scheme="categories:life_area#"/>
<leap2:date leap2:point="end" leap2:label="30/06/2025"></leap2:date></entry>
<entry><title>Prifysgol Caerdydd</title><id>portfolio:resumesibling-60-a</id>
<rdf:type rdf:resource="leap2:organization"/>
<link rel="leap2:supports" href="portfolio:resumecomposite-60-child-1"/></entry>
<entry><title>Degree</title><id>portfolio:resumesibling-60-b</id>
<content>BSc (Hons) Physiotherapy</content><rdf:type rdf:resource="leap2:achievement"/>
<link rel="leap2:is_supported_by" href="portfolio:resumecomposite-60-child-1"/></entry>
</feed>"""


def _incoming(path: Path, contents: str) -> Incoming:
    path.write_text(contents, "utf-8")
    return read_file(path).into(Portfolio())


def _came(incoming: Incoming, kind: type[Any]) -> list[Any]:
    edits = incoming.change.edits if incoming.change else ()
    return [each.after for each in edits if isinstance(each.after, kind)]


def _activities(incoming: Incoming) -> dict[str, CpdActivity]:
    return {each.title: each for each in _came(incoming, CpdActivity)}


def test_an_older_mahara_keeps_the_employer_and_the_university(tmp_path: Path) -> None:
    path = tmp_path / "mahara-export-leap-user17.zip"
    with zipfile.ZipFile(path, "w") as packed:
        packed.writestr("leap2a.xml", RESUME)
    incoming = read_file(path).into(Portfolio())
    (post,) = _came(incoming, Workplace)
    (degree,) = _came(incoming, Qualification)
    assert (post.name, post.job_title) == (
        "Bwrdd Iechyd Bae Abertawe",
        "Rotational physiotherapist",
    )
    assert (degree.title, degree.awarded_by) == ("BSc (Hons) Physiotherapy", "Prifysgol Caerdydd")
    assert "Kind: Degree" in degree.words


@pytest.mark.parametrize(
    "named", ["Sub total", "Sub-total", "Subtotal", "Grand total", "Running total"]
)
def test_a_total_between_the_rows_is_no_activity(tmp_path: Path, named: str) -> None:
    table = (
        "Month,Date,CPD activity,Hours\nMarch,13/03/2026,Respiratory on-call,3\n"
        f",,{named},3\nApril,2/04/2026,Reading on stroke,1\n"
    )
    found = _activities(_incoming(tmp_path / "log.csv", table))
    assert list(found) == ["Respiratory on-call", "Reading on stroke"]


def test_a_yes_beside_a_certificate_is_no_name_of_a_file(tmp_path: Path) -> None:
    table = (
        "Date,Title,Certificate?\n13/03/2026,Hoist training,Y\n14/03/2026,Journal club,No\n"
        "15/03/2026,Stroke day,Stroke – Siân.pdf\n"
    )
    incoming = _incoming(tmp_path / "log.csv", table)
    (said,) = [each for each in incoming.remarks if "evidence" in each]
    assert "“Stroke – Siân.pdf”" in said
    assert not [each for each in ("“Y”", "“No”") if each in said]
    assert "Certificate?: Y" in _activities(incoming)["Hoist training"].brought_along


def test_the_hour_at_which_it_ended_is_kept_and_taken_for_no_day(tmp_path: Path) -> None:
    table = "Date,Activity,Start,Finish,Hours\n13/03/2026,Falls clinic,09:00,12:30,3.5\n"
    incoming = _incoming(tmp_path / "log.csv", table)
    clinic = _activities(incoming)["Falls clinic"]
    assert (clinic.started_on, clinic.ended_on, clinic.minutes) == (date(2026, 3, 13), None, 210)
    assert "Start: 09:00\nFinish: 12:30\n" in clinic.brought_along
    assert not [each for each in incoming.remarks if "12:30" in each]


@pytest.mark.parametrize(
    ("said", "minutes"),
    [
        ("9.30am - 11am", 90),
        ("9:30 a.m. to 1 p.m.", 210),
        ("11 – 1pm", 120),
        ("12-1pm", 60),
        ("9-5pm", 480),
        ("1 hour and a half", 90),
    ],
)
def test_hours_by_the_clock_and_in_words_are_minutes(
    tmp_path: Path, said: str, minutes: int
) -> None:
    table = f"Date,Title,Duration\n13/03/2026,Ward teaching,{said}\n"
    assert _activities(_incoming(tmp_path / "log.csv", table))["Ward teaching"].minutes == minutes


@pytest.mark.parametrize("said", ["9-11", "10am-2", "14-3pm", "5pm-3pm", "13am-2pm", "12:30-1:30"])
def test_hours_that_could_be_others_stay_words(tmp_path: Path, said: str) -> None:
    table = f"Date,Title,Duration\n13/03/2026,Ward teaching,{said}\n"
    teaching = _activities(_incoming(tmp_path / "log.csv", table))["Ward teaching"]
    assert teaching.minutes is None
    assert f"Duration: {said}" in teaching.brought_along


def test_qualifications_written_as_a_plain_list_come_in(tmp_path: Path) -> None:
    page = "---\ntype: profile\nqualifications:\n  - BSc Physiotherapy, Caerdydd\n  - ILS\n---\n"
    incoming = _incoming(tmp_path / "profile.md", page)
    titles = [each.title for each in _came(incoming, Qualification)]
    assert titles == ["BSc Physiotherapy, Caerdydd", "ILS"]


def test_brackets_without_end_are_no_name_of_a_column_and_cost_no_time(tmp_path: Path) -> None:
    assert meaning("[" * 400_000) is None
    path = tmp_path / "statements.json"
    path.write_text("[" * 200_000 + "]" * 200_000, "utf-8")
    with pytest.raises(ProblemError):
        read_file(path).into(Portfolio())


def test_one_sheet_that_was_not_read_stays_out(tmp_path: Path) -> None:
    log = row(1, text("Date"), text("Title")) + row(2, text("13/03/2026"), text("Gait lab"))
    path = tmp_path / "My CPD.xlsx"
    path.write_bytes(workbook({"Log": log, "Key": row(1, text("Siân’s codes"))}))
    incoming = read_file(path).into(Portfolio())
    assert "Read from the sheet “Log”; “Key” stays out." in incoming.remarks
