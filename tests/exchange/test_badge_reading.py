"""Digital badges in every form there has been: who gave it, for what, when, and the file itself."""

import base64
import hashlib
import json
import struct
import zlib
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from ahp_companion.domain.cpd import CpdActivity, LearningType
from ahp_companion.domain.evidence import Evidence, EvidenceKind
from ahp_companion.domain.portfolio import Portfolio, gathered
from ahp_companion.domain.problems import ProblemError
from ahp_companion.exchange.badges.reading import is_badge, read_badges
from ahp_companion.exchange.formats_in import format_of, read_file
from ahp_companion.exchange.importing import Incoming

OTHERS = Path(__file__).parents[1] / "data" / "others"
FILES = (
    "badgr-assertion.json",
    "credly-address-only.json",
    "canvas-credential.json",
    "signed-credential.jwt",
    "moodle-badge.png",
    "baked-credential.png",
    "baked-badge.svg",
)
UNVERIFIED = "Not verified: this app is offline."


def brought(
    path: Path, portfolio: Portfolio | None = None
) -> tuple[CpdActivity, Evidence, Incoming]:
    incoming = read_file(path).into(portfolio or Portfolio())
    assert incoming.change is not None
    evidence, activity = (edit.after for edit in incoming.change.edits)
    return activity, evidence, incoming


def written(tmp_path: Path, held: Any, name: str = "My_first badge.json") -> Path:
    path = tmp_path / name
    path.write_bytes(held if isinstance(held, bytes) else json.dumps(held).encode())
    return path


def png(*chunks: tuple[bytes, bytes]) -> bytes:
    made = b"\x89PNG\r\n\x1a\n"
    for name, inside in ((b"IHDR", bytes(13)), *chunks, (b"IEND", b"")):
        made += struct.pack(">I", len(inside)) + name + inside
        made += struct.pack(">I", zlib.crc32(name + inside))
    return made


def assertion(**said: Any) -> dict[str, Any]:
    badge = {"type": "BadgeClass", "name": "Splints", "issuer": {"name": "Ŵyn Trust"}}
    return {"@context": "https://w3id.org/openbadges/v2", "id": "https://example.org/1",
            "recipient": {}, "issuedOn": "2026-01-02", "badge": badge, **said}  # fmt: skip


@pytest.mark.parametrize("name", FILES)
def test_a_badge_is_known_by_its_contents_and_comes_in_once_with_its_file(name: str) -> None:
    path = OTHERS / name
    assert format_of(path).code == "open-badge"
    activity, evidence, incoming = brought(path)
    assert incoming.added == {"evidence": 1, "cpd_activity": 1}
    assert activity.learning_type is LearningType.FORMAL
    assert activity.evidence == (evidence.id,)
    assert activity.brought_along.endswith(UNVERIFIED)
    assert evidence.kind is EvidenceKind.CERTIFICATE
    assert evidence.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
    assert read_file(path).evidence(evidence.sha256) == path.read_bytes()
    there = gathered({"cpd_activity": [activity], "evidence": [evidence]})
    again = read_file(path).into(there)
    assert (again.change, again.present, again.evidence) == (None, 1, ())


def test_an_assertion_with_its_badge_inside_says_everything() -> None:
    activity, evidence, incoming = brought(OTHERS / "badgr-assertion.json")
    assert (activity.title, activity.started_on) == (
        "Dementia-friendly practice, level 2",
        date(2025, 11, 20),
    )
    assert (activity.provider, evidence.made_by) == ("Prifysgol Glyndŵr", "Prifysgol Glyndŵr")
    assert activity.what_i_did == "Siân led the fourth workshop.\n\nHow we changed the dining room."
    assert activity.brought_along.split("\n") == [
        "Description: For people who finished five workshops.",
        "Criteria: Five workshops and a *case* of one's own.",
        "https://example.org/criteria",
        "Evidence: My case: Mr Ŵ",
        "Tags: dementia, AHP",
        "In line with: Tier 2",
        "Runs out: 20 November 2027",
        "Address: https://api.badgr.example/public/assertions/Xq2Zt7LlTQ",
        UNVERIFIED,
    ]
    assert incoming.remarks[0].endswith("runs out on 20 November 2027.")


def test_a_badge_that_is_only_an_address_is_called_as_its_file() -> None:
    activity, _, incoming = brought(OTHERS / "credly-address-only.json")
    assert (activity.title, activity.started_on) == ("credly-address-only", date(2026, 1, 15))
    assert "the title is a guess" in incoming.remarks[0]


def test_evidence_with_a_name_names_a_badge_without_one(tmp_path: Path) -> None:
    held = assertion(badge="https://example.org/b", evidence=[{"name": "A gait audit"}])
    assert brought(written(tmp_path, held))[0].title == "A gait audit"
    assert (
        brought(written(tmp_path, assertion(badge="https://b.org/b")))[0].title == "My first badge"
    )


def test_a_credential_says_what_it_was_given_for() -> None:
    activity, _, _ = brought(OTHERS / "canvas-credential.json")
    assert activity.title == "Paediatric dysphagia: feeding safely"
    assert (activity.started_on, activity.provider) == (
        date(2026, 2, 3),
        "Łódź–Leeds Learning Alliance",
    )
    assert activity.what_i_did == "I wrote a plan with a family."
    said = activity.brought_along.split("\n")
    assert {"Credits: 12.5", "Criteria: Come to all six evenings.", "Kind: Course"} <= set(said)
    assert {"Runs out: 3 February 2029", "Result: Distinction"} <= set(said)
    assert {"From: 10 January 2026", "To: 1 February 2026"} <= set(said)


def test_a_signed_credential_is_read_without_its_signature_and_in_english() -> None:
    activity, _, incoming = brought(OTHERS / "signed-credential.jwt")
    assert (activity.title, activity.provider) == (
        "Communicating with care",
        "Aneurin Trust Academy",
    )
    assert activity.started_on == date(2026, 1, 1)
    assert incoming.remarks[-1].endswith("not verified, as this app is offline.")


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("moodle-badge.png", "Moving and handling: train the trainer"),
        ("baked-credential.png", "Paediatric dysphagia: feeding safely"),
        ("baked-badge.svg", "Splinting basics"),
    ],
)
def test_what_is_baked_into_a_picture_is_found(name: str, title: str) -> None:
    assert brought(OTHERS / name)[0].title == title


def test_a_picture_with_an_old_address_alone_is_called_as_its_file(tmp_path: Path) -> None:
    held = png((b"tEXt", b"openbadges\0https://example.org/assertion/9"))
    activity, _, incoming = brought(written(tmp_path, held, "Tissue_viability.png"))
    assert (activity.title, activity.started_on) == ("Tissue viability", None)
    assert "Address: https://example.org/assertion/9" in activity.brought_along
    assert any("put in the day" in each for each in incoming.remarks)


def test_a_signature_in_a_picture_is_read(tmp_path: Path) -> None:
    payload = base64.urlsafe_b64encode(json.dumps(assertion()).encode()).rstrip(b"=")
    held = png((b"iTXt", b"openbadges\0\0\0\0\0eyJhbGciOiJSUzI1NiJ9." + payload + b".c2ln"))
    assert brought(written(tmp_path, held, "signed.png"))[0].title == "Splints"
    signed = b"eyJhbGciOiJSUzI1NiJ9." + payload + b".c2ln"
    svg = b'<svg xmlns:o="http://openbadges.org"><o:assertion verify="%s"/></svg>' % signed
    assert brought(written(tmp_path, svg, "signed.svg"))[0].title == "Splints"


@pytest.mark.parametrize("name", ["photograph.png", "drawing.svg"])
def test_a_picture_without_a_badge_is_said_to_be_one(tmp_path: Path, name: str) -> None:
    held = png() if name.endswith("png") else b'<svg xmlns="http://www.w3.org/2000/svg"><g/></svg>'
    path = written(tmp_path, held, name)
    assert is_badge(path)
    with pytest.raises(ProblemError, match="There is no badge inside"):
        read_badges(path)


def test_a_badge_class_alone_was_given_to_nobody(tmp_path: Path) -> None:
    with pytest.raises(ProblemError, match="does not say that a badge was awarded"):
        read_badges(
            written(tmp_path, assertion()["badge"] | {"@context": "https://w3id.org/openbadges/v2"})
        )


def test_several_badges_in_a_file_all_come_in_with_one_file(tmp_path: Path) -> None:
    held = [assertion(), assertion(id="https://example.org/2", badge={"name": "Casts"})]
    backpack = {"@context": "https://w3id.org/openbadges/v2", "badges": [{"assertions": held}]}
    incoming = read_file(written(tmp_path, backpack)).into(Portfolio())
    assert incoming.added == {"evidence": 1, "cpd_activity": 2}


def test_credentials_inside_a_presentation_come_in(tmp_path: Path) -> None:
    inside = json.loads((OTHERS / "canvas-credential.json").read_text("utf-8"))
    held = {"type": ["VerifiablePresentation"], "verifiableCredential": [inside]}
    assert brought(written(tmp_path, held))[0].title == "Paediatric dysphagia: feeding safely"


def test_an_old_badge_counts_its_seconds_and_one_taken_back_is_said_to_be(tmp_path: Path) -> None:
    held = assertion(uid="7", issuedOn=1_767_312_000, revoked=True)
    del held["id"]
    activity, _, incoming = brought(written(tmp_path, held))
    assert activity.started_on == date(2026, 1, 2)
    assert any("its issuer has taken it back" in each for each in incoming.remarks)


@pytest.mark.parametrize(
    ("name", "held"),
    [
        ("cut.json", b'{"@context": "https://w3id.org/openbadges/v2", "badge": '),
        ("deep.json", b'{"credentialSubject": ' + b"[" * 100_000),
        ("token.jwt", b"eyJhbGciOiJub25lIn0.e30x.c2ln"),
        ("laughing.svg", b'<!DOCTYPE a [<!ENTITY b "c">]><svg><g>&b;</g></svg>'),
        ("cut.svg", b"<svg><g>"),
    ],
)
def test_what_is_broken_is_refused_in_words(tmp_path: Path, name: str, held: bytes) -> None:
    path = written(tmp_path, held, name)
    assert is_badge(path)
    with pytest.raises(ProblemError) as problem:
        read_badges(path)
    assert problem.value.means.endswith("Nothing was brought in.")


def test_words_in_a_badge_are_words(tmp_path: Path) -> None:
    badge = {
        "name": "<b>Splints</b>\ud800 &amp; casts\n\0",
        "description": {"fr": "Attelles", "en": "Splints"},
    }
    activity, _, _ = brought(written(tmp_path, assertion(badge=badge)))
    assert activity.title == "Splints & casts"
    assert "Description: Splints" in activity.brought_along
