"""Leap2A that goes out: Mahara's shape, only what may leave, and read back without loss."""

import zipfile
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

import pytest
from defusedxml.ElementTree import fromstring

from ahp_companion.assets import resource
from ahp_companion.domain.confidence import ConfidenceRating, RatedStatement
from ahp_companion.domain.cpd import CpdActivity, LearningType
from ahp_companion.domain.evidence import Evidence, EvidenceKind
from ahp_companion.domain.kinds import of
from ahp_companion.domain.meetings import Action, Meeting, MeetingKind
from ahp_companion.domain.pillars import Pillar
from ahp_companion.domain.plan import Need, Objective, ObjectiveState
from ahp_companion.domain.portfolio import Choice, Portfolio, chosen, gathered
from ahp_companion.domain.practitioner import Practitioner, Qualification, Workplace
from ahp_companion.domain.preceptorship import Preceptorship
from ahp_companion.domain.problems import ProblemError
from ahp_companion.domain.reflections import Addition, Reflection
from ahp_companion.domain.training import Training
from ahp_companion.exchange.formats_in import format_of, read_file
from ahp_companion.exchange.leap2a.writing import write_leap2a
from ahp_companion.store.catalogue import read_catalogue

from .everything import CERTIFICATE, SHA256, everything, read_evidence

CATALOGUE = read_catalogue(resource())
ON = date(2026, 3, 12)
ATOM, LEAP2 = "{http://www.w3.org/2005/Atom}", "{http://terms.leapspecs.org/}"
RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
MAHARA = "{https://wiki.mahara.org/wiki/Developer_Area/Import//Export/LEAP_Extensions}"

PAPER = Evidence(
    title="Gait course certificate",
    kind=EvidenceKind.CERTIFICATE,
    on=date(2026, 2, 4),
    file_name="Łódź – 100%.pdf",
    media_type="application/pdf",
    size=len(CERTIFICATE),
    sha256=SHA256,
    words="From the day in Łódź",
)
COURSE = CpdActivity(
    title="Gait course & <laboratory>",
    started_on=date(2026, 2, 3),
    ended_on=date(2026, 2, 4),
    learning_type=LearningType.FORMAL,
    pillars=(Pillar.CLINICAL, Pillar.EDUCATION),
    minutes=760,
    minutes_with_others=120,
    what_i_did="Two days\n\nof walking",
    what_i_learnt="What a limp says",
    benefit_to_practice="I look longer",
    evidence=(PAPER.id,),
)
THOUGHT = Reflection(
    title="After the course",
    on=date(2026, 2, 5),
    model="gibbs",
    answers={"feelings": "Glad, and tired", "description": "We walked.\n\nAnd walked."},
    activities=(COURSE.id,),
    evidence=(PAPER.id,),
    private=False,
)
LATER = Addition(reflection=THOUGHT.id, on=date(2026, 3, 1), words="Still glad")
SECRET = Reflection(title="Private matter", on=date(2026, 2, 6), answers={"words": "hush"})
YEAR = Preceptorship(started_on=date(2026, 1, 5))
NEED = Need(preceptorship=YEAR.id, words="Speaking up", detail="On the ward round")
GOAL = Objective(
    preceptorship=YEAR.id,
    need=NEED.id,
    title="Present one person a week",
    how="With Nguyễn beside me",
    due_on=date(2026, 5, 1),
    state=ObjectiveState.REACHED,
)
OTHER_GOAL = Objective(preceptorship=YEAR.id, title="Lead a group", due_on=date(2026, 6, 1))
TALK = Meeting(
    preceptorship=YEAR.id,
    kind=MeetingKind.CLINICAL_SUPERVISION,
    held_on=date(2026, 2, 10),
    minutes=45,
    record="We spoke of pacing",
)
DEED = Action(meeting=TALK.id, words="Read on pacing", owner="Siân", due_on=date(2026, 2, 20))
STATEMENT = RatedStatement(words="I can explain a gait")
RATING = ConfidenceRating(rated=STATEMENT.id, on=date(2026, 2, 11), rating=4, words="Better")
DEGREE = Qualification(
    title="BSc Physiotherapy", awarded_by="Caerdydd", awarded_on=date(2022, 7, 1)
)
FIRE = Training(title="Fire safety", done_on=date(2026, 1, 6), minutes=60, evidence=(PAPER.id,))
WARD = Workplace(name="Glan yr Afon", job_title="Physiotherapist", started_on=date(2026, 1, 5))


def _portfolio() -> Portfolio:
    records: dict[str, list[Any]] = {}
    for each in (
        Practitioner(name="Siân Łukaszewska", profession="PH"), PAPER, COURSE, THOUGHT, LATER,
        SECRET, YEAR, NEED, GOAL, OTHER_GOAL, TALK, DEED, STATEMENT, RATING, DEGREE, FIRE, WARD,
    ):  # fmt: skip
        records.setdefault(of(each).name, []).append(each)
    return gathered(records)


def _written(
    tmp_path: Path, portfolio: Portfolio, choice: Choice | None = None
) -> tuple[Path, int]:
    out = tmp_path / "leap2a.zip"
    leaving = chosen(portfolio, choice or Choice()).portfolio
    return out, write_leap2a(out, leaving, CATALOGUE, read_evidence, ON)


def _feed(path: Path) -> Element:
    with zipfile.ZipFile(path) as packed:
        root: Element = fromstring(packed.read("leap2a.xml"))
    return root


def _entry(path: Path, title: str) -> Element:
    (found,) = [
        each for each in _feed(path).iter(f"{ATOM}entry") if each.findtext(f"{ATOM}title") == title
    ]
    return found


def _links(entry: Element, relation: str) -> list[str]:
    return [
        each.attrib["href"] for each in entry.iter(f"{ATOM}link") if each.attrib["rel"] == relation
    ]


def _type(entry: Element) -> str:
    found = entry.find(f"{RDF}type")
    assert found is not None
    return found.attrib[f"{RDF}resource"]


def _back(path: Path, portfolio: Portfolio) -> dict[str, Any]:
    incoming = read_file(path).into(portfolio)
    return {each.after.id: each.after for each in incoming.change.edits} if incoming.change else {}


def test_it_is_known_as_leap2a_and_says_how_much_is_in_it(tmp_path: Path) -> None:
    out, entries = _written(tmp_path, _portfolio())
    assert format_of(out).code == "leap2a"
    # One each; what hangs on another is in that one's entry, and what is private stays.
    assert entries == 11


def test_everything_it_can_hold_reads_back_as_it_was(tmp_path: Path) -> None:
    out, _ = _written(tmp_path, _portfolio())
    reading = read_file(out)
    back = _back(out, Portfolio())
    for each in (PAPER, COURSE, THOUGHT, LATER, STATEMENT, RATING, DEGREE, FIRE, WARD, DEED):
        assert back[each.id] == each
    assert back[TALK.id] == replace(TALK, preceptorship=None)
    assert reading.evidence(SHA256) == CERTIFICATE


def test_objectives_come_back_into_a_preceptorship(tmp_path: Path) -> None:
    out, _ = _written(tmp_path, _portfolio())
    there = Preceptorship(started_on=date(2026, 1, 5))
    back = _back(out, gathered({"preceptorship": [there]})).values()
    by_title = {each.title: each for each in back if isinstance(each, Objective)}
    (need,) = [each for each in back if isinstance(each, Need)]
    goal, other = by_title[GOAL.title], by_title[OTHER_GOAL.title]
    assert (need.words, need.detail) == (NEED.words, NEED.detail)
    assert (goal.due_on, goal.state, goal.need) == (GOAL.due_on, GOAL.state, need.id)
    assert (other.due_on, other.need) == (OTHER_GOAL.due_on, None)


def test_the_portfolio_it_came_from_takes_nothing_of_it_twice(tmp_path: Path) -> None:
    out, _ = _written(tmp_path, _portfolio())
    assert _back(out, _portfolio()) == {}


def test_what_is_private_stays_unless_it_is_let_go(tmp_path: Path) -> None:
    out, _ = _written(tmp_path, _portfolio())
    with zipfile.ZipFile(out) as packed:
        assert all(b"hush" not in packed.read(name) for name in packed.namelist())
    out, _ = _written(tmp_path, _portfolio(), Choice(include_private=True))
    assert _back(out, Portfolio())[SECRET.id] == SECRET


def test_links_to_what_stays_do_not_leave(tmp_path: Path) -> None:
    hidden = replace(PAPER, private=True)
    records = {name: list(held) for name, held in _portfolio().records.items()}
    out, _ = _written(tmp_path, gathered({**records, "evidence": [hidden]}))
    with zipfile.ZipFile(out) as packed:
        assert packed.namelist() == ["leap2a.xml"]
        assert PAPER.id.encode() not in packed.read("leap2a.xml")
    assert _back(out, Portfolio())[COURSE.id].evidence == ()


def test_mahara_without_a_plugin_shows_days_and_hours_of_cpd(tmp_path: Path) -> None:
    out, _ = _written(tmp_path, _portfolio())
    entry, journal = _entry(out, COURSE.title), _entry(out, "CPD")
    assert _type(journal) == "leap2:selection"
    assert _links(journal, "leap2:has_part") == [entry.findtext(f"{ATOM}id")]
    content = entry.find(f"{ATOM}content")
    assert content is not None
    words = [text for text in content.itertext() if text.strip()]
    assert words[0] == "3 to 4 February 2026 · 12 h 40 min · 2 h with others · Formal"
    assert "What a limp says" in words
    assert entry.findtext(f"{ATOM}published") == "2026-02-03T12:00:00+00:00"


def test_what_reads_mahara_s_cpd_finds_its_days_and_hours(tmp_path: Path) -> None:
    out, _ = _written(tmp_path, _portfolio())
    entry = _entry(out, COURSE.title)
    assert _type(entry) == "leap2:cpd"
    dates = {each.attrib[f"{LEAP2}point"]: each.text for each in entry.iter(f"{LEAP2}date")}
    assert dates == {"start": "2026-02-03", "end": "2026-02-04"}
    assert entry.findtext(f"{MAHARA}hours") == "12:40"


def test_a_file_is_attached_to_what_it_shows(tmp_path: Path) -> None:
    out, _ = _written(tmp_path, _portfolio())
    file = _entry(out, "Gait course certificate.pdf")
    assert _type(file) == "leap2:resource"
    for title in (COURSE.title, THOUGHT.title):
        assert _links(_entry(out, title), "related") == [file.findtext(f"{ATOM}id")]
    (enclosed,) = _links(file, "enclosure")
    with zipfile.ZipFile(out) as packed:
        assert packed.read(enclosed) == CERTIFICATE


def test_a_reflection_is_a_journal_entry_under_its_model_s_headings(tmp_path: Path) -> None:
    out, _ = _written(tmp_path, _portfolio())
    content = _entry(out, THOUGHT.title).find(f"{ATOM}content")
    assert content is not None
    assert [text for text in content.itertext() if text.strip()] == [
        "Description", "We walked.", "And walked.", "Feelings", "Glad, and tired",
        "Added on 1 March 2026", "Still glad",
    ]  # fmt: skip


def test_plans_are_plain_text_as_mahara_wants_them(tmp_path: Path) -> None:
    out, _ = _written(tmp_path, _portfolio())
    plan, task = _entry(out, NEED.words), _entry(out, GOAL.title)
    content, status = task.find(f"{ATOM}content"), task.find(f"{LEAP2}status")
    assert content is not None
    assert status is not None
    assert "type" not in content.attrib
    assert status.attrib[f"{LEAP2}stage"] == "completed"
    assert _links(task, "leap2:is_part_of") == [plan.findtext(f"{ATOM}id")]


def test_ratings_are_words(tmp_path: Path) -> None:
    out, _ = _written(tmp_path, _portfolio())
    content = _entry(out, STATEMENT.words).find(f"{ATOM}content")
    assert content is not None
    assert "".join(content.itertext()) == "11 February 2026: Confidence, 4 of 10 steps. Better"


def test_another_program_s_reader_of_it_gets_titles_dates_hours_and_files(tmp_path: Path) -> None:
    """What a program that does not know our own records makes of it."""
    out, _ = _written(tmp_path, _portfolio())
    bare = tmp_path / "bare.zip"
    with zipfile.ZipFile(out) as packed, zipfile.ZipFile(bare, "w") as again:
        for name in packed.namelist():
            contents = packed.read(name).replace(b"companion:record", b"companion:unknown")
            again.writestr(name, contents)
    back = _back(bare, Portfolio())
    course, paper = back[COURSE.id], back[PAPER.id]
    assert (course.title, course.started_on, course.ended_on, course.minutes) == (
        COURSE.title, COURSE.started_on, COURSE.ended_on, COURSE.minutes,
    )  # fmt: skip
    assert (course.evidence, paper.sha256, paper.on) == ((PAPER.id,), SHA256, PAPER.on)
    assert (back[DEGREE.id].title, back[DEGREE.id].awarded_on) == (DEGREE.title, DEGREE.awarded_on)
    assert (back[WARD.id].name, back[WARD.id].started_on) == (WARD.name, WARD.started_on)


def test_a_portfolio_of_every_kind_goes_out_and_reads_back(tmp_path: Path) -> None:
    out, entries = _written(tmp_path, everything(), Choice(include_private=True))
    assert entries > 0
    back = _back(out, Portfolio())
    (activity,) = everything().all(CpdActivity)
    assert back[activity.id].what_i_did == activity.what_i_did
    assert back[activity.id].title == activity.title


def test_an_empty_portfolio_goes_out_too(tmp_path: Path) -> None:
    out, entries = _written(tmp_path, Portfolio())
    assert entries == 0
    assert read_file(out).into(Portfolio()).change is None


def test_a_file_that_cannot_be_read_does_not_keep_the_rest(tmp_path: Path) -> None:
    def broken(_sha256: str) -> bytes:
        raise ProblemError("It is gone.")

    out = tmp_path / "out.zip"
    write_leap2a(out, chosen(_portfolio(), Choice()).portfolio, CATALOGUE, broken, ON)
    incoming = read_file(out).into(Portfolio())
    assert incoming.evidence == ()
    assert COURSE.id in _back(out, Portfolio())


def test_the_same_portfolio_gives_the_same_bytes(tmp_path: Path) -> None:
    portfolio = _portfolio()
    first = _written(tmp_path, portfolio)[0].read_bytes()
    assert _written(tmp_path, portfolio)[0].read_bytes() == first


def test_a_place_that_cannot_be_written_to_is_said_and_nothing_is_left(tmp_path: Path) -> None:
    with pytest.raises(ProblemError, match="There is no folder"):
        write_leap2a(tmp_path / "no" / "out.zip", Portfolio(), CATALOGUE, read_evidence, ON)
    assert list(tmp_path.iterdir()) == []


def test_a_feed_that_claims_to_be_ours_is_read_as_strictly_as_an_archive(tmp_path: Path) -> None:
    out, _ = _written(tmp_path, _portfolio())
    forged = tmp_path / "forged.zip"
    with zipfile.ZipFile(out) as packed, zipfile.ZipFile(forged, "w") as again:
        feed = packed.read("leap2a.xml").decode()
        # JSON in XML has its quotes as they are.
        again.writestr("leap2a.xml", feed.replace('"minutes": 760', '"minutes": -760'))
    back = _back(forged, Portfolio())
    assert back[COURSE.id].minutes == 760
    assert back[COURSE.id].what_i_learnt == ""
