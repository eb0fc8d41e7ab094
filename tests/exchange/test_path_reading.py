"""Path's notes: a page, a folder or a ZIP of them, with their files, and nothing of them lost."""

import tracemalloc
import zipfile
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from ahp_companion.domain.cpd import CpdActivity, LearningType
from ahp_companion.domain.evidence import Evidence
from ahp_companion.domain.kinds import of
from ahp_companion.domain.plan import Objective, ObjectiveState
from ahp_companion.domain.portfolio import Portfolio, gathered
from ahp_companion.domain.practitioner import Qualification
from ahp_companion.domain.preceptorship import Preceptorship
from ahp_companion.domain.problems import ProblemError
from ahp_companion.domain.reflections import Reflection
from ahp_companion.exchange.formats_in import format_of, read_file
from ahp_companion.exchange.importing import Incoming
from ahp_companion.exchange.path.front_matter import front_matter, words

CERTIFICATE, LOOSE = b"%PDF-1.4 poster", b"\x89PNG board"
PAGES: dict[str, str] = {
    "cpd/2026-04-15-stroke-conference.md": """---
type: cpd
title: UK Stroke conference
date: 2026-04-15
activity_type: conference
hours: 6.5
status: complete
paths:
  - advanced-practice
standards:
  - "1.3"
  - 2.1
evidence:
  - "[[evidence/2026-04-15-poster]]"
reflection_brief: What the panel said about early mobilising
---
# UK Stroke conference

## Context
Invited by **Nguyễn**; see [[reflections/2026-04-20-panel|my reflection]].

## What I did
Presented a poster, ![[board.png]]

## What changed
We start on day one.

## Reflection

### 2026-04-16
Tired & glad <b>still</b>

## Costs
Paid by the ward
""",
    "reflections/2026-04-20-panel.md": """---
type: reflection
title: "The panel: what I heard"
date: 2026-04-20
framework: gibbs
related_cpd:
  - [[cpd/2026-04-15-stroke-conference]]
paths: [advanced-practice]
---
## Description
I asked about [[cpd/2026-04-15-stroke-conference]].

## Feelings
Nervous.

## Aside
It rained.

## Action Plan
Ask sooner.
""",
    "reflections/2026-05-01-driscoll.md": """---
type: reflection
title: A fall
date: 2026-05-01
framework: driscoll
---
## What?
A near fall.
## So What?
I looked away.
## Now What?
I stand closer.
""",
    "reflections/2026-05-02-no-stages.md": """---
type: reflection
date: 2026-05-02
framework: era
---
Just words.
""",
    "evidence/2026-04-15-poster.md": """---
type: evidence
title: Poster
date: 2026-04-15
file_type: pdf
standards: ["1.3"]
related_cpd: ["[[cpd/2026-04-15-stroke-conference]]"]
---
As it hung.
""",
    "claims/1.3-research.md": """---
type: cpd-claim
title: I use research
path: advanced-practice
framework: MPF-AP
standard: 1.3
claim_type: evidence
status: draft
evidence: [[evidence/2026-04-15-poster]]
last_updated: 2026-05-03
---
I read before I decide.
""",
    "credentials/mhfa.md": """---
type: credential
title: Mental health first aider
credential_type: certification
issuer: MHFA England
award_date: 2026-01-10
expires: 2029-01-10
badge_url: https://badges.example/7
---
""",
    "milestones/portfolio.md": """---
type: milestone
title: Portfolio to my lead
target_date: 2026-09-01
status: planned
---
All four pillars.
""",
    "profile.md": """---
type: profile
full_name: Siân Łukaszewska
post_nominals: BSc
qualifications:
  - year: 2022
    qualification: BSc Physiotherapy
    institution: Prifysgol Caerdydd
registrations:
  - body: HCPC
    number: PH999999
    profession: Physiotherapist
    since: 2022
---
""",
    "contacts/aroha.md": "---\ntype: contact\ntitle: Aroha Ngata\n---\n",
    "index.md": "Welcome\n",
    "_system/path-config.md": "---\ntype: cpd\ntitle: Not a page of mine\n---\n",
}
FILES = {"evidence/2026-04-15-poster.pdf": CERTIFICATE, "cpd/board.png": LOOSE}


def _zip(path: Path, pages: Mapping[str, str | bytes], files: Mapping[str, bytes] = FILES) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, text in {**pages, **files}.items():
            packed.writestr(name, text)
    return path


def _notes(tmp_path: Path) -> Path:
    return _zip(tmp_path / "notes.zip", PAGES)


def _one(tmp_path: Path, text: str | bytes) -> Path:
    path = tmp_path / "page.md"
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return path


def _came(incoming: Incoming, kind: type[Any]) -> list[Any]:
    edits = incoming.change.edits if incoming.change else ()
    return [each.after for each in edits if isinstance(each.after, kind)]


def _called(incoming: Incoming, title: str) -> Any:
    (found,) = [each for each in _came(incoming, object) if getattr(each, "title", "") == title]
    return found


@pytest.fixture(name="notes")
def _notes_fixture(tmp_path: Path) -> Incoming:
    return read_file(_notes(tmp_path)).into(Portfolio())


def test_notes_are_known_as_a_page_a_zip_and_a_folder(tmp_path: Path) -> None:
    assert format_of(_notes(tmp_path)).code == "path"
    assert format_of(_one(tmp_path, PAGES["credentials/mhfa.md"])).code == "path"
    assert format_of(_one(tmp_path, "date,title\n2026-03-12,Reading\n")).code != "path"


def test_an_activity_has_its_day_its_hours_and_its_parts(notes: Incoming) -> None:
    activity = _called(notes, "UK Stroke conference")
    assert isinstance(activity, CpdActivity)
    assert (activity.started_on, activity.minutes) == (date(2026, 4, 15), 390)
    assert activity.learning_type is LearningType.FORMAL
    assert activity.what_i_did == (
        "Invited by **Nguyễn**; see my reflection.\n\nPresented a poster, board.png"
    )
    assert activity.benefit_to_practice == "We start on day one."
    assert activity.what_i_learnt == (
        "What the panel said about early mobilising\n\n### 2026-04-16\nTired & glad <b>still</b>"
    )


def test_what_has_no_field_is_kept_in_lines(notes: Incoming) -> None:
    assert _called(notes, "UK Stroke conference").brought_along == (
        "Costs\nPaid by the ward\n\nActivity type: conference\nStatus: complete\n"
        "Paths: advanced-practice\nStandards: 1.3, 2.1"
    )


def test_links_between_pages_lead_to_records(notes: Incoming) -> None:
    activity = _called(notes, "UK Stroke conference")
    reflection = _called(notes, "The panel: what I heard")
    poster, board = _called(notes, "Poster"), _called(notes, "board.png")
    assert set(activity.evidence) == {poster.id, board.id}
    assert reflection.activities == (activity.id,)
    assert poster.id in _called(notes, "I use research").evidence


def test_files_beside_the_pages_come_in(tmp_path: Path) -> None:
    reading = read_file(_notes(tmp_path))
    incoming = reading.into(Portfolio())
    poster = _called(incoming, "Poster")
    assert (poster.file_name, poster.media_type, poster.on) == (
        "2026-04-15-poster.pdf",
        "application/pdf",
        date(2026, 4, 15),
    )
    assert poster.words == "As it hung.\n\nFile type: pdf\nStandards: 1.3"
    assert {reading.evidence(each) for each in incoming.evidence} == {CERTIFICATE, LOOSE}


def test_a_reflection_keeps_its_model_and_its_stages(notes: Incoming) -> None:
    reflection = _called(notes, "The panel: what I heard")
    assert (reflection.model, reflection.on, reflection.private) == (
        "gibbs",
        date(2026, 4, 20),
        True,
    )
    assert reflection.answers == {
        "description": "I asked about “UK Stroke conference”.",
        "feelings": "Nervous.\n\nAside\nIt rained.",
        "action_plan": "Ask sooner.\n\nPaths: advanced-practice",
    }


def test_driscoll_is_what_so_what_now_what(notes: Incoming) -> None:
    fall = _called(notes, "A fall")
    assert fall.model == "what"
    assert fall.answers == {
        "what": "A near fall.",
        "so_what": "I looked away.",
        "now_what": "I stand closer.",
    }


def test_a_reflection_without_stages_is_free(notes: Incoming) -> None:
    free = _called(notes, "No stages")
    assert (free.model, free.answers) == ("free", {"words": "Just words.\n\nFramework: era"})


def test_a_claim_is_a_reflection_with_its_standard(notes: Incoming) -> None:
    claim = _called(notes, "I use research")
    assert isinstance(claim, Reflection)
    assert claim.on == date(2026, 5, 3)
    assert claim.answers["words"] == (
        "I read before I decide.\n\nKind: cpd claim\nPath: advanced-practice\n"
        "Framework: MPF-AP\nStandard: 1.3\nClaim type: evidence\nStatus: draft"
    )


def test_credentials_and_qualifications_are_qualifications(notes: Incoming) -> None:
    first_aid = _called(notes, "Mental health first aider")
    assert isinstance(first_aid, Qualification)
    assert (first_aid.awarded_by, first_aid.awarded_on, first_aid.expires_on) == (
        "MHFA England", date(2026, 1, 10), date(2029, 1, 10),
    )  # fmt: skip
    assert first_aid.words == "Kind: certification\nBadge url: https://badges.example/7"
    degree = _called(notes, "BSc Physiotherapy")
    assert (degree.awarded_by, degree.words) == ("Prifysgol Caerdydd", "Year: 2022")


def test_a_milestone_is_an_objective_where_there_is_a_preceptorship(tmp_path: Path) -> None:
    own = Preceptorship(started_on=date(2026, 1, 5))
    incoming = read_file(_notes(tmp_path)).into(gathered({"preceptorship": [own]}))
    (objective,) = _came(incoming, Objective)
    assert (objective.title, objective.due_on, objective.state, objective.preceptorship) == (
        "Portfolio to my lead", date(2026, 9, 1), ObjectiveState.TO_DO, own.id,
    )  # fmt: skip
    assert objective.how == "All four pillars."


def test_a_milestone_is_words_where_there_is_none(notes: Incoming) -> None:
    kept = _called(notes, "Portfolio to my lead")
    assert kept.answers["words"] == (
        "– Portfolio to my lead (by 1 September 2026; To do)\n   All four pillars."
    )


def test_people_and_pages_without_a_type_stay_out_and_are_counted(notes: Incoming) -> None:
    assert "Aroha" not in repr(notes.change)
    assert "PH999999" not in repr(notes.change)
    assert "Not a page of mine" not in repr(notes.change)
    assert [each for each in notes.remarks if each.startswith("1 page of type “contact”")]
    assert [each for each in notes.remarks if each.startswith("1 page of no type")]


def test_the_same_notes_twice_bring_nothing_in_twice(tmp_path: Path) -> None:
    path = _notes(tmp_path)
    first = read_file(path).into(Portfolio())
    held: dict[str, list[Any]] = {}
    for record in _came(first, object):
        held.setdefault(of(record).name, []).append(record)
    second = read_file(path).into(gathered(held))
    assert (second.change, second.evidence) == (None, ())


def test_a_folder_brings_in_what_a_zip_of_it_does(tmp_path: Path) -> None:
    folder = tmp_path / "notes"
    pages = {name: text.encode() for name, text in PAGES.items()}
    for name, contents in {**pages, **FILES}.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(contents)
    (folder / "cpd" / "link.md").symlink_to("/etc/passwd")
    reading = read_file(folder)
    incoming = reading.into(Portfolio())
    packed = read_file(_notes(tmp_path)).into(Portfolio())
    assert _came(incoming, object) == _came(packed, object)
    assert {reading.evidence(each) for each in incoming.evidence} == {CERTIFICATE, LOOSE}


def test_notes_packed_inside_a_folder_are_the_same_notes(tmp_path: Path) -> None:
    within = {f"space/{name}": text for name, text in PAGES.items() if "/" in name}
    files = {f"space/{name}": contents for name, contents in FILES.items()}
    incoming = read_file(_zip(tmp_path / "inside.zip", within, files)).into(Portfolio())
    assert len(incoming.evidence) == 2
    assert _called(incoming, "UK Stroke conference").evidence


def test_what_is_named_and_is_not_there_is_kept_by_name(tmp_path: Path) -> None:
    page = "---\ntype: cpd\ntitle: Day\nevidence:\n  - in the blue folder\n---\n"
    incoming = read_file(_one(tmp_path, page)).into(Portfolio())
    assert _called(incoming, "Day").brought_along == "Evidence: in the blue folder"


def test_a_heading_of_the_page_s_own_is_kept(tmp_path: Path) -> None:
    for kind in ("cpd", "reflection", "capture"):
        page = f"---\ntype: {kind}\ntitle: Day\nframework: era\n---\n# Another name\nWords\n"
        came = _called(read_file(_one(tmp_path, page)).into(Portfolio()), "Day")
        kept = came.what_i_did if kind == "cpd" else came.answers["words"]
        assert "Another name" in kept
        assert "Words" in kept


def test_one_page_comes_in_alone(tmp_path: Path) -> None:
    (tmp_path / "board.png").write_bytes(b"not chosen")
    path = _one(tmp_path, PAGES["cpd/2026-04-15-stroke-conference.md"])
    incoming = read_file(path).into(Portfolio())
    assert [type(each) for each in _came(incoming, object)] == [CpdActivity]
    assert incoming.change
    assert incoming.change.words == "Brought in notes from “page.md”"


def test_a_folder_of_something_else_is_refused_in_words(tmp_path: Path) -> None:
    (tmp_path / "holiday").mkdir()
    with pytest.raises(ProblemError, match="is a folder"):
        read_file(tmp_path / "holiday")
    with pytest.raises(ProblemError, match="holds no notes as Path writes them"):
        read_file(_zip(tmp_path / "readme.zip", {"README.md": "# Hello\n"}, {}))


LAUGHS = "---\ntype: cpd\na: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n---\n"


@pytest.mark.parametrize(
    ("page", "why"),
    [
        (LAUGHS, "repeats itself by reference"),
        ("---\ntype: cpd\na: " + "[" * 5_000 + "\n---\n", "nested too deeply"),
        ("---\ntype: cpd\na: " + "x" * 70_000 + "\n---\n", "longer than 64,000 letters"),
        ("---\ntype: cpd\ntitle: Si\xe2n\n---\n".encode("cp1252"), "not written as UTF-8"),
        ("---\ntype: cpd\n---\n" + "words " * 400_000, "larger than"),
    ],
)
def test_a_page_that_cannot_be_read_is_named_and_the_rest_comes_in(
    tmp_path: Path, page: str | bytes, why: str
) -> None:
    pages = {"cpd/bad.md": page, "credentials/mhfa.md": PAGES["credentials/mhfa.md"]}
    reading = read_file(_zip(tmp_path / "some.zip", pages, {}))
    (problem,) = reading.problems
    assert "“cpd/bad.md”" in problem.why
    assert why in problem.why
    assert len(_came(reading.into(Portfolio()), Qualification)) == 1


def test_yaml_that_would_build_something_is_only_words() -> None:
    held, _ = front_matter(
        "---\ntitle: !!python/object/apply:os.system [ls]\nday: 2026-03-12\n---\n"
    )
    assert held == {"title": ["ls"], "day": "2026-03-12"}


def test_front_matter_that_people_write_is_read_though_it_is_no_yaml() -> None:
    held, body = front_matter(
        "---\r\ntype: cpd\r\ntitle: Gait: a course\r\nhours: 1.5\r\npaths:\r\n  - one\r\n"
        "  - two: 2\r\n---\r\nBody\r\n"
    )
    assert held == {
        "type": "cpd", "title": "Gait: a course", "hours": "1.5", "paths": ["one", "two: 2"],
    }  # fmt: skip
    assert body == "Body\r\n"


def test_a_link_without_quotes_is_the_link_all_the_same() -> None:
    held, _ = front_matter("---\nevidence:\n  - [[evidence/poster]]\n---\n")
    assert words(held["evidence"]) == ["evidence/poster"]


def test_a_page_without_front_matter_is_all_body() -> None:
    assert front_matter("# Heading\n---\nx\n") == ({}, "# Heading\n---\nx\n")


@pytest.mark.parametrize(
    "link", ["../../secret.txt", "/etc/passwd", "C:\\secret.txt", "file:///etc/passwd", "..\\x.txt"]
)
def test_a_link_leads_to_nothing_outside_the_notes(tmp_path: Path, link: str) -> None:
    (tmp_path / "secret.txt").write_text("not yours")
    page = f"---\ntype: evidence\ntitle: Odd\n---\n[a]({link}) ![[{link}]]\n"
    incoming = read_file(_zip(tmp_path / "odd.zip", {"evidence/odd.md": page}, {})).into(
        Portfolio()
    )
    (odd,) = _came(incoming, Evidence)
    assert (odd.sha256, incoming.evidence) == ("", ())
    assert [each for each in incoming.remarks if "comes in without a file" in each]


def test_a_zip_bomb_beside_the_notes_takes_no_memory(tmp_path: Path) -> None:
    files = {"evidence/2026-04-15-poster.pdf": b"\0" * 60_000_000}
    path = _zip(tmp_path / "bomb.zip", PAGES, files)
    tracemalloc.start()
    try:
        incoming = read_file(path).into(Portfolio())
        assert tracemalloc.get_traced_memory()[1] < 20_000_000
    finally:
        tracemalloc.stop()
    assert _called(incoming, "Poster").sha256 == ""


def test_thousands_of_pages_are_read_at_once(tmp_path: Path) -> None:
    pages = {
        f"cpd/{number}.md": f"---\ntype: cpd\ntitle: Day {number}\ndate: 2026-01-01\n---\n"
        for number in range(2_000)
    }
    incoming = read_file(_zip(tmp_path / "many.zip", pages, {})).into(Portfolio())
    assert len(_came(incoming, CpdActivity)) == 2_000
