"""Leap2A as Mahara 22.10 and earlier write it: all of it comes in, and nothing unsafe does."""

import io
import re
import struct
import tracemalloc
import zipfile
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ahp_companion.domain.changes import Edit
from ahp_companion.domain.cpd import CpdActivity
from ahp_companion.domain.evidence import Evidence
from ahp_companion.domain.kinds import of
from ahp_companion.domain.plan import Need, Objective, ObjectiveState
from ahp_companion.domain.portfolio import Portfolio, gathered
from ahp_companion.domain.practitioner import Qualification, Workplace
from ahp_companion.domain.preceptorship import Preceptorship, Status
from ahp_companion.domain.problems import ProblemError
from ahp_companion.domain.reflections import Reflection
from ahp_companion.exchange.formats_in import format_of, read_file
from ahp_companion.exchange.importing import Incoming
from ahp_companion.exchange.leap2a.names import vocabulary

FEED = Path(__file__).parents[1] / "data" / "others" / "leap2a" / "leap2a.xml"
CERTIFICATE, SKETCH = b"%PDF-1.4 hoist", b"\x89PNG sketch"
FILES = {
    "export_info/files/310-Hoist certificate.pdf": CERTIFICATE,
    "export_info/files/311-Łódź 100%.png": SKETCH,
}
EMPTY = Portfolio()
HEAD = (
    '<feed xmlns="http://www.w3.org/2005/Atom" xmlns:leap2="http://terms.leapspecs.org/" '
    'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" '
    'xmlns:mahara="https://wiki.mahara.org/wiki/Developer_Area/Import//Export/LEAP_Extensions">'
    "<id>https://a.example/export/7/1700000000</id>"
)


def _zip(path: Path, feed: str | bytes, files: Mapping[str, bytes] = FILES) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("leap2a.xml", feed)
        packed.writestr("export_info/", b"")
        for name, contents in files.items():
            packed.writestr(name, contents)
    return path


def _mahara(tmp_path: Path, files: Mapping[str, bytes] = FILES) -> Path:
    return _zip(tmp_path / "mahara-export-leap-user512.zip", FEED.read_bytes(), files)


def _feed(*entries: str) -> str:
    return f"{HEAD}{''.join(f'<entry>{each}</entry>' for each in entries)}</feed>"


def _came(incoming: Incoming, kind: type[Any]) -> list[Any]:
    edits: Iterable[Edit] = incoming.change.edits if incoming.change else ()
    return [each.after for each in edits if isinstance(each.after, kind)]


def _called(incoming: Incoming, title: str) -> Any:
    edits = incoming.change.edits if incoming.change else ()
    (found,) = [
        each.after
        for each in edits
        if title in (getattr(each.after, "title", ""), getattr(each.after, "name", ""))
    ]
    return found


def _after(portfolio: Portfolio, incoming: Incoming) -> Portfolio:
    held: dict[str, list[Any]] = {name: list(each) for name, each in portfolio.records.items()}
    for edit in incoming.change.edits if incoming.change else ():
        held.setdefault(of(edit.after).name, []).append(edit.after)
    return gathered(held)


def _read(path: Path, portfolio: Portfolio = EMPTY) -> Incoming:
    return read_file(path).into(portfolio)


@pytest.fixture(name="mahara")
def _mahara_fixture(tmp_path: Path) -> Incoming:
    return _read(_mahara(tmp_path))


def test_a_mahara_export_is_known_by_what_is_in_it(tmp_path: Path) -> None:
    assert format_of(_mahara(tmp_path)).code == "leap2a"
    bare = tmp_path / "feed.bin"
    bare.write_bytes(FEED.read_bytes())
    assert format_of(bare).code == "leap2a"


def test_a_journal_entry_comes_in_as_a_private_reflection(mahara: Incoming) -> None:
    entry = _called(mahara, "First transfer with a hoist & two helpers")
    assert isinstance(entry, Reflection)
    assert (entry.private, entry.model) == (True, "free")
    assert entry.answers["words"] == (
        "I was sure of the sling, not of my voice.\n\n– Count aloud\n– Wait for the nod\n\n"
        "Read the standards (https://www.hcpc-uk.org/standards/), and see my sketch.\n\n"
        "Journal: Placement diary\nTags: moving & handling, stroke\nLast changed: 9 May 2023"
    )


def test_the_day_is_the_one_written_in_its_own_zone(mahara: Incoming) -> None:
    # Twenty past midnight in British summer is the day before in Greenwich.
    assert _called(mahara, "First transfer with a hoist & two helpers").on == date(2023, 5, 3)


def test_a_draft_is_said_to_be_one(mahara: Incoming) -> None:
    assert (
        _called(mahara, "Not finished").answers["words"].endswith("Journal: Placement diary\nDraft")
    )


def test_cpd_has_its_days_its_hours_and_its_place(mahara: Incoming) -> None:
    course = _called(mahara, "Neuro rehab study days")
    assert isinstance(course, CpdActivity)
    assert (course.started_on, course.ended_on) == (date(2023, 4, 18), date(2023, 4, 19))
    assert course.minutes == 750
    assert course.what_i_did == "Two days in Cardiff; R&D included"
    assert course.brought_along == "Location: Cardiff, Ysbyty Athrofaol\nCPD list: CPD 2023"


def test_hours_that_are_no_number_are_kept_as_they_are_written(mahara: Incoming) -> None:
    club = _called(mahara, "Journal club")
    assert club.minutes is None
    assert "Hours: an hour or so" in club.brought_along


def test_files_come_in_with_what_they_belong_to(tmp_path: Path) -> None:
    reading = read_file(_mahara(tmp_path))
    incoming = reading.into(EMPTY)
    by_title = {each.title: each for each in _came(incoming, Evidence)}
    certificate, sketch = by_title["Hoist certificate.pdf"], by_title["Łódź 100%.png"]
    assert certificate.words == "Signed on the ward\n\nFolder: Certificates"
    assert (certificate.on, certificate.media_type) == (date(2023, 5, 8), "application/pdf")
    entry = _called(incoming, "First transfer with a hoist & two helpers")
    # One is attached, the other only shown in the text.
    assert set(entry.evidence) == {certificate.id, sketch.id}
    assert _called(incoming, "Neuro rehab study days").evidence == (certificate.id,)
    assert [reading.evidence(each) for each in incoming.evidence] == [CERTIFICATE, SKETCH]


@pytest.mark.parametrize(
    "folder", ["export_info/files/", "files/", "mahara/export_info/files/", "export_info\\files\\"]
)
@pytest.mark.parametrize("sign", [" ", "%20", "+"])
def test_files_are_found_in_either_folder_and_however_they_are_spelt(
    tmp_path: Path, folder: str, sign: str
) -> None:
    feed = FEED.read_text("utf-8").replace("310-Hoist certificate", f"310-Hoist{sign}certificate")
    inside = "mahara/" if folder.startswith("mahara/") else ""
    path = tmp_path / "export.zip"
    with zipfile.ZipFile(path, "w") as packed:
        packed.writestr(f"{inside}leap2a.xml", feed)
        packed.writestr(f"{folder}310-Hoist certificate.pdf", CERTIFICATE)
    incoming = _read(path)
    assert len(incoming.evidence) == 1
    assert _called(incoming, "Hoist certificate.pdf").size == len(CERTIFICATE)


def test_names_in_utf_8_that_do_not_say_so_are_understood(tmp_path: Path) -> None:
    path = _mahara(tmp_path)
    contents = path.read_bytes()
    # The flag for UTF-8 is bit eleven of each header.
    cleared = bytearray(contents)
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        for found in re.finditer(re.escape(mark), contents):
            (bits,) = struct.unpack_from("<H", cleared, found.start() + at)
            struct.pack_into("<H", cleared, found.start() + at, bits & ~0x800)
    path.write_bytes(cleared)
    assert len(_read(path).evidence) == 2


def test_a_file_that_was_not_exported_is_named_and_its_entry_comes_in(tmp_path: Path) -> None:
    incoming = _read(_mahara(tmp_path, files={}))
    assert _called(incoming, "Hoist certificate.pdf").sha256 == ""
    assert incoming.evidence == ()
    assert [
        each for each in incoming.remarks if "“Łódź 100%.png” comes in without its file" in each
    ]


def test_what_somebody_studied_is_one_qualification(mahara: Incoming) -> None:
    degree = _called(mahara, "Physiotherapy")
    assert isinstance(degree, Qualification)
    assert (degree.awarded_by, degree.awarded_on) == ("Prifysgol Caerdydd", date(2022, 7, 1))
    assert degree.words == (
        "First class honours\n\nKind: BSc (Hons)\nBegun: September 2019\nList: Education history"
    )
    assert "BSc (Hons)" not in [each.title for each in _came(mahara, Qualification)]


def test_a_year_alone_is_kept_as_it_was_written(mahara: Incoming) -> None:
    first_aid = _called(mahara, "Mental health first aider")
    assert (first_aid.awarded_on, first_aid.words) == (None, "End: 2021")
    assert _called(mahara, "Member, Chartered Society of Physiotherapy").awarded_on == date(
        2022, 8, 1
    )


def test_a_job_that_ended_is_a_workplace_that_was_left(mahara: Incoming) -> None:
    job = _called(mahara, "Bwrdd Iechyd Glan yr Afon")
    assert isinstance(job, Workplace)
    assert (job.job_title, job.started_on) == ("Therapy assistant", date(2018, 4, 3))
    assert (job.ended_on, job.words) == (date(2019, 12, 31), "Two wards\n\nEnd: Summer 2019")


def test_a_publication_is_cpd_with_its_day_and_role(mahara: Incoming) -> None:
    article = _called(mahara, "Gait after stroke: a student’s view")
    assert isinstance(article, CpdActivity)
    assert (article.started_on, article.brought_along) == (
        date(2022, 2, 12),
        "Role: Second author",
    )


def test_feedback_says_who_wrote_it_and_on_what(mahara: Incoming) -> None:
    assert _called(mahara, "Feedback").answers["words"] == (
        "Your counting carried.\n\nComment\nOn: First transfer with a hoist & two helpers\n"
        "Written by: Aroha Ngata"
    )


def test_words_written_on_a_page_are_kept_and_its_layout_is_not(mahara: Incoming) -> None:
    page = _called(mahara, "Stroke unit placement")
    assert page.answers["words"].startswith(
        "Eight weeks on a stroke unit.\n\nWhat I expected\nI expected quiet mornings."
    )
    assert "Layout" not in page.answers["words"]
    assert [each for each in mahara.remarks if each.startswith("1 page that only arranged")]


def test_personal_details_stay_out_and_that_is_said(mahara: Incoming) -> None:
    assert "sian@example.ac.uk" not in repr(mahara)
    assert [each for each in mahara.remarks if each.startswith("Your own details")]


def test_a_plan_is_words_where_no_preceptorship_is_under_way(mahara: Incoming) -> None:
    plan = _called(mahara, "First year")
    assert isinstance(plan, Reflection)
    assert plan.answers["words"] == (
        "What I want from it\n\n– Lead a gym group (by 30 June 2023; Reached)\n"
        "   With Nguyễn at first\n– Write a discharge letter (by 31 July 2023; To do)"
    )
    assert _came(mahara, Objective) == []


def test_a_plan_is_objectives_of_the_preceptorship_under_way(tmp_path: Path) -> None:
    own = Preceptorship(started_on=date(2023, 1, 9))
    portfolio = gathered({"preceptorship": [own]})
    incoming = _read(_mahara(tmp_path), portfolio)
    (need,) = _came(incoming, Need)
    gym, letter = _came(incoming, Objective)
    assert (need.words, need.detail) == ("First year", "What I want from it")
    assert (gym.title, gym.how, gym.due_on) == (
        "Lead a gym group",
        "With Nguyễn at first",
        date(2023, 6, 30),
    )
    assert (gym.state, letter.state) == (ObjectiveState.REACHED, ObjectiveState.TO_DO)
    assert {each.preceptorship for each in (need, gym, letter)} == {own.id}
    assert {each.need for each in (gym, letter)} == {need.id}


def test_the_same_export_twice_brings_nothing_in_twice(tmp_path: Path) -> None:
    path = _mahara(tmp_path)
    for own in ((), (Preceptorship(status=Status.UNDER_WAY),)):
        portfolio = gathered({"preceptorship": list(own)})
        first = _read(path, portfolio)
        second = _read(path, _after(portfolio, first))
        assert (second.change, second.evidence) == (None, ())
        assert second.present == len(first.change.edits if first.change else ())


def test_a_plan_that_came_in_as_words_stays_words(tmp_path: Path) -> None:
    path = _mahara(tmp_path)
    held = _after(EMPTY, _read(path))
    later = gathered({**{name: list(each) for name, each in held.records.items()},
                      "preceptorship": [Preceptorship()]})  # fmt: skip
    assert _read(path, later).change is None


def test_a_later_export_brings_in_only_what_is_new(tmp_path: Path) -> None:
    held = _after(EMPTY, _read(_mahara(tmp_path)))
    more = (
        "<entry><title>Second winter</title><id>portfolio:artefact399</id>"
        "<published>2024-01-02T10:00:00Z</published><content>Snow</content></entry></feed>"
    )
    feed = FEED.read_text("utf-8").replace("1732270000", "1790000000").replace("</feed>", more)
    incoming = _read(_zip(tmp_path / "later.zip", feed), held)
    assert [each.title for each in _came(incoming, object)] == ["Second winter"]


def test_what_was_typed_here_already_is_not_doubled(tmp_path: Path) -> None:
    typed = CpdActivity(title="Neuro Rehab study-days", started_on=date(2023, 4, 18), minutes=750)
    incoming = _read(_mahara(tmp_path), gathered({"cpd_activity": [typed]}))
    assert "Neuro rehab study days" not in [each.title for each in _came(incoming, CpdActivity)]


def test_a_file_that_is_here_already_is_linked_and_not_doubled(tmp_path: Path) -> None:
    first = _read(_mahara(tmp_path))
    (held,) = [each for each in _came(first, Evidence) if each.size == len(CERTIFICATE)]
    known = Evidence(title="Hoists", sha256=held.sha256)
    incoming = _read(_mahara(tmp_path), gathered({"evidence": [known]}))
    assert [each.title for each in _came(incoming, Evidence)] == ["Łódź 100%.png"]
    assert _called(incoming, "Neuro rehab study days").evidence == (known.id,)


def test_all_that_comes_in_is_one_step_to_undo(mahara: Incoming) -> None:
    assert mahara.change
    assert mahara.change.words == "Brought in “mahara-export-leap-user512.zip”"
    assert {each.after for each in mahara.change.reverse.edits} == {None}


OLD_NAMES = {
    "https://web.archive.org/web/20100503000634/http://terms.leapspecs.org": [
        "http://terms.leapspecs.org/",
        "https://web.archive.org/web/20091222055424/http://wiki.cetis.ac.uk/2009-03/LEAP2A_predicates",
        "http://wiki.cetis.ac.uk/2009-03/LEAP2A_predicates#",
    ],
    "https://web.archive.org/web/20120819100914/http://wiki.leapspecs.org:80/2A/categories": [
        "http://wiki.leapspecs.org/2A/categories/",
        "https://web.archive.org/web/20111027183853/http://wiki.cetis.ac.uk/2009-03/Leap2A_categories",
        "http://wiki.cetis.ac.uk/2009-03/Leap2A_categories#",
    ],
    "https://wiki.mahara.org/wiki/Developer_Area/Import//Export/LEAP_Extensions": [
        "http://wiki.mahara.org/Developer_Area/Import%2F%2FExport/LEAP_Extensions#",
    ],
}


@pytest.mark.parametrize("number", range(3))
def test_the_names_that_every_edition_gives_are_understood(tmp_path: Path, number: int) -> None:
    feed = FEED.read_text("utf-8")
    for new, old in OLD_NAMES.items():
        feed = feed.replace(f'"{new}"', f'"{old[number % len(old)]}"')
    then, now = _read(_zip(tmp_path / "old.zip", feed)), _read(_mahara(tmp_path))
    assert then.change
    assert now.change
    assert then.change.edits == now.change.edits


@pytest.mark.parametrize("rename", [("leap2:", "leap:"), ("mahara:", "m:"), ("categories:", "c:")])
def test_prefixes_can_be_anything(tmp_path: Path, rename: tuple[str, str]) -> None:
    old, new = rename
    feed = FEED.read_text("utf-8").replace(f"xmlns:{old[:-1]}=", f"xmlns:{new[:-1]}=")
    feed = re.sub(rf"(?<![\w.]){old}", new, feed)
    assert new in feed
    incoming = _read(_zip(tmp_path / "renamed.zip", feed))
    assert incoming.added == _read(_mahara(tmp_path)).added


def test_vocabularies_are_told_apart() -> None:
    assert vocabulary("http://www.w3.org/2005/Atom") == "atom"
    assert vocabulary("http://terms.leapspecs.org/") == "leap2"
    assert vocabulary("http://terms.leapspecs.org.evil.example/") == "?"


def test_a_feed_alone_comes_in_without_its_files(tmp_path: Path) -> None:
    incoming = _read(FEED)
    assert incoming.added == _read(_mahara(tmp_path)).added
    assert incoming.evidence == ()
    assert [each for each in incoming.remarks if "without its file" in each]


def test_an_entry_of_a_kind_nobody_knows_is_named_and_kept(tmp_path: Path) -> None:
    feed = _feed(
        "<title>Blood sugar</title><id>a</id><published>2024-02-03T10:00:00Z</published>"
        '<rdf:type rdf:resource="leap2:measurement"/><content>5.4</content>'
        "<leap2:unit>mmol</leap2:unit>"
    )
    incoming = _read(_zip(tmp_path / "other.zip", feed))
    kept = _called(incoming, "Blood sugar")
    assert kept.answers["words"] == "5.4\n\nKind: measurement\nunit: mmol"
    assert [each for each in incoming.remarks if "no “measurement” here" in each]


def test_an_address_elsewhere_is_kept_in_a_line(tmp_path: Path) -> None:
    feed = _feed('<title>Seen</title><id>a</id><link rel="related" href="https://a.example/talk"/>')
    kept = _called(_read(_zip(tmp_path / "talk.zip", feed)), "Seen")
    assert kept.answers["words"] == "Address: https://a.example/talk"


def test_slips_that_mahara_itself_forgives_are_forgiven(tmp_path: Path) -> None:
    feed = _feed(
        "<title>R&D &hellip; and&nbsp;more</title><id>a</id><content>a\x0bb&#11;c</content>"
    )
    kept = _called(_read(_zip(tmp_path / "slips.zip", feed)), "R&D … and more")
    assert kept.answers["words"] == "abc"


def test_two_entries_with_one_id_both_come_in(tmp_path: Path) -> None:
    feed = _feed("<title>One</title><id>a</id>", "<title>Two</title><id>a</id>")
    incoming = _read(_zip(tmp_path / "twice.zip", feed))
    assert {each.title for each in _came(incoming, Reflection)} == {"One", "Two"}


def test_plans_inside_each_other_in_a_ring_come_in_once(tmp_path: Path) -> None:
    plan = '<title>{0}</title><id>{0}</id><rdf:type rdf:resource="leap2:plan"/>'
    part = '<link rel="leap2:is_part_of" href="{0}"/>'
    feed = _feed(plan.format("a") + part.format("b"), plan.format("b") + part.format("a"))
    (came,) = _came(_read(_zip(tmp_path / "ring.zip", feed)), Reflection)
    assert came.title == "a"
    assert "– b (To do)" in came.answers["words"]


NUMBERS = " ".join(str(number) for number in range(800_000))
BOMB = (
    '<!DOCTYPE feed [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    '<feed xmlns="http://www.w3.org/2005/Atom"><leap/><title>&b;</title></feed>'
)
OUTSIDE = (
    '<!DOCTYPE feed [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
    '<feed xmlns="http://www.w3.org/2005/Atom"><title>leap &a;</title></feed>'
)


@pytest.mark.parametrize(
    ("feed", "why"),
    [
        (BOMB, "its XML defines entities"),
        (OUTSIDE, "its XML defines entities"),
        (FEED.read_bytes()[:9000], "is damaged or was cut off"),
        (b"", "it is empty"),
        ("<html>leap</html>", "it is no feed of entries"),
        (HEAD + "<entry>" * 500 + "</entry>" * 500 + "</feed>", "nested too deeply"),
        (
            HEAD.encode() + b"<title>Si\xe2n</title></feed>",
            "its letters are not written as it says",
        ),
        (b"<?xml version='1.0' encoding='utf-7'?>" + HEAD.encode(), "written as “utf-7”"),
        (b"<?xml version='1.0' encoding='rot13'?>" + HEAD.encode(), "written as “rot13”"),
        (HEAD + NUMBERS + "</feed>", "more outside its entries than in them"),
    ],
)
def test_a_feed_that_is_unsafe_or_broken_is_refused_in_words(
    tmp_path: Path, feed: str | bytes, why: str
) -> None:
    with pytest.raises(ProblemError, match=why):
        read_file(_zip(tmp_path / "bad.zip", feed))


@pytest.mark.parametrize(
    ("encoding", "declared"),
    [("cp1252", "iso-8859-1"), ("utf-16", "utf-16"), ("utf-8-sig", "utf-8")],
)
def test_other_encodings_are_read_as_they_are_declared(
    tmp_path: Path, encoding: str, declared: str
) -> None:
    feed = f"<?xml version='1.0' encoding='{declared}'?>" + _feed("<title>Siân</title><id>a</id>")
    incoming = _read(_zip(tmp_path / "other.zip", feed.encode(encoding)))
    assert [each.title for each in _came(incoming, Reflection)] == ["Siân"]


def test_twenty_megabytes_of_xml_take_little_memory(tmp_path: Path) -> None:
    # Layout of pages, as a long portfolio has it; none of it is kept.
    page = (
        "<title>Page</title><id>p{0}</id>"
        '<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">{1}</div></content>'
        "<mahara:view></mahara:view>"
    )
    rows = NUMBERS[:160_000].replace("00 ", "</p><p>")
    pages = [page.format(number, f"<p>{rows}</p>") for number in range(130)]
    path = _zip(tmp_path / "large.zip", _feed(*pages), {})
    with zipfile.ZipFile(path) as packed:
        assert packed.getinfo("leap2a.xml").file_size > 20_000_000
    del pages
    tracemalloc.start()
    try:
        incoming = _read(path)
        assert tracemalloc.get_traced_memory()[1] < 40_000_000
    finally:
        tracemalloc.stop()
    assert incoming.change is None


def test_an_entry_of_endless_words_is_named_and_the_rest_comes_in(tmp_path: Path) -> None:
    feed = _feed(f"<title>Endless</title><content>{NUMBERS}</content>", "<title>Short</title>")
    incoming = _read(_zip(tmp_path / "endless.zip", feed))
    assert [each.title for each in _came(incoming, Reflection)] == ["Short"]
    assert incoming.remarks[0].startswith("“Endless” holds more than 4,000,000 letters")


def test_xml_beyond_all_measure_is_refused(tmp_path: Path) -> None:
    entry = "<entry><title>x</title><content>" + "word and word, " * 60_000 + "</content></entry>"
    path = _zip(tmp_path / "vast.zip", HEAD + entry * 80 + "</feed>")
    with pytest.raises(ProblemError, match=r"larger than 64 MB|hundredfold"):
        read_file(path)


RESOURCE = (
    '<title>Notes.txt</title><id>a</id><rdf:type rdf:resource="leap2:resource"/>'
    '<link rel="enclosure" href="{0}"/>'
)
TRICKS = ["../../etc/passwd", "/etc/passwd", "C:\\Windows\\win.ini", "files/a.txt:stream",
          "\\\\server\\share\\a.txt", "file:///etc/passwd", "https://a.example/a.txt",
          "files/../../secret.txt", "files/a\x00.txt", "CON", ".."]  # fmt: skip


@pytest.mark.parametrize("trick", TRICKS)
def test_a_name_is_only_ever_looked_up_in_the_zip(tmp_path: Path, trick: str) -> None:
    (tmp_path / "secret.txt").write_text("not yours")
    feed = _feed(RESOURCE.format(trick.replace("\x00", "")))
    incoming = _read(_zip(tmp_path / "trick.zip", feed, {}))
    (found,) = _came(incoming, Evidence)
    assert (found.sha256, found.size) == ("", 0)
    assert not re.search(r"[/\\\x00]", found.file_name)


@pytest.mark.parametrize("trick", TRICKS)
def test_a_zip_with_such_names_writes_nothing_anywhere(tmp_path: Path, trick: str) -> None:
    path = _zip(tmp_path / "trick.zip", _feed(RESOURCE.format("files/a.txt")), {trick: b"x"})
    before = sorted(tmp_path.rglob("*"))
    incoming = _read(path)
    assert _came(incoming, Evidence)[0].size in (0, 1)
    assert sorted(tmp_path.rglob("*")) == before


def test_a_file_that_would_grow_a_hundredfold_stays_out_by_itself(tmp_path: Path) -> None:
    feed = _feed(RESOURCE.format("files/a.txt"), "<title>Diary</title><id>b</id>")
    path = _zip(tmp_path / "bomb.zip", feed, {"files/a.txt": b"\0" * 60_000_000})
    assert path.stat().st_size < 100_000
    tracemalloc.start()
    try:
        incoming = _read(path)
        assert tracemalloc.get_traced_memory()[1] < 20_000_000
    finally:
        tracemalloc.stop()
    assert _called(incoming, "Notes.txt").sha256 == ""
    assert isinstance(_called(incoming, "Diary"), Reflection)
    assert [each for each in incoming.remarks if "grow a hundredfold" in each]


def test_a_feed_that_would_grow_a_hundredfold_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ProblemError, match="grow a hundredfold"):
        read_file(_zip(tmp_path / "bomb.zip", HEAD + " " * 60_000_000 + "</feed>"))


def test_a_link_and_an_encrypted_file_stay_out_by_themselves(tmp_path: Path) -> None:
    path = tmp_path / "links.zip"
    with zipfile.ZipFile(path, "w") as packed:
        packed.writestr("leap2a.xml", _feed(RESOURCE.format("files/a.txt")))
        entry = zipfile.ZipInfo("files/a.txt")
        entry.create_system, entry.external_attr = 3, 0o120777 << 16
        packed.writestr(entry, "/etc/passwd")
    incoming = _read(path)
    assert _came(incoming, Evidence)[0].sha256 == ""
    assert [each for each in incoming.remarks if "a link or another thing" in each]


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_zip_with_a_name_twice_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "twice.zip"
    with zipfile.ZipFile(path, "w") as packed:
        packed.writestr("leap2a.xml", _feed())
        packed.writestr("files/a.txt", b"one")
        packed.writestr("files/a.txt", b"two")
    with pytest.raises(ProblemError, match="a file name occurs twice in it"):
        read_file(path)


def test_a_zip_that_was_cut_off_is_refused(tmp_path: Path) -> None:
    path = _mahara(tmp_path)
    path.write_bytes(path.read_bytes()[:-200])
    with pytest.raises(ProblemError):
        read_file(path)


def test_a_zip_with_a_comment_is_read(tmp_path: Path) -> None:
    path = _mahara(tmp_path)
    with zipfile.ZipFile(path, "a") as packed:
        packed.comment = b"exported on a Friday"
    assert len(_read(path).evidence) == 2


def test_an_attachment_whose_bytes_are_damaged_stays_out_by_itself(tmp_path: Path) -> None:
    path = tmp_path / "damaged.zip"
    with zipfile.ZipFile(path, "w") as packed:
        packed.writestr("leap2a.xml", FEED.read_bytes())
        for name, contents in FILES.items():
            packed.writestr(name, contents)
    path.write_bytes(path.read_bytes().replace(CERTIFICATE, b"X" * len(CERTIFICATE)))
    incoming = _read(path)
    assert len(incoming.evidence) == 1
    assert [each for each in incoming.remarks if "“Hoist certificate.pdf” comes in without" in each]


@settings(max_examples=80, deadline=None,
          suppress_health_check=[HealthCheck.function_scoped_fixture])  # fmt: skip
@given(
    changes=st.lists(st.tuples(st.integers(0, 10**9), st.integers(0, 255)), min_size=1, max_size=8)
)
def test_an_export_with_changed_bytes_is_read_or_refused_in_words(
    tmp_path: Path, changes: list[tuple[int, int]]
) -> None:
    contents = bytearray(FEED.read_bytes())
    for at, byte in changes:
        contents[at % len(contents)] = byte
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("leap2a.xml", bytes(contents))
    path = tmp_path / "mutated.zip"
    path.write_bytes(packed.getvalue())
    try:
        found: object = _read(path).added
    except ProblemError as problem:
        found = problem.happened
    assert found
