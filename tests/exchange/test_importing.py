"""Importing: ids are kept, nothing is doubled or deleted, and the owner stays the owner."""

import uuid
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from ahp_companion.domain.changes import Change
from ahp_companion.domain.evidence import Evidence
from ahp_companion.domain.kinds import KINDS
from ahp_companion.domain.meetings import Action, Meeting
from ahp_companion.domain.people import Person
from ahp_companion.domain.practitioner import Practitioner, Role
from ahp_companion.domain.preceptorship import Preceptorship
from ahp_companion.domain.problems import ProblemError
from ahp_companion.exchange.archive_reading import ArchiveContents, EvidenceInArchive
from ahp_companion.exchange.importing import by_id, importing
from tests.exchange.everything import SHA256, everything, id_of

NEW = Practitioner(id=str(uuid.uuid4()), name="Siân ŷ", profession="PH", role=Role.BOTH)


def _contents(*records: Any) -> ArchiveContents:
    evidence = EvidenceInArchive(path=Path("a.zip"), sizes={SHA256: 49})
    return ArchiveContents(name="a.zip", records=records, evidence=evidence)


def _everything() -> dict[str, Any]:
    return by_id(everything())


def _after(present: dict[str, Any], change: Change | None) -> dict[str, Any]:
    held = dict(present)
    for edit in change.edits if change else ():
        assert held.get(edit.record.id) == edit.before
        if edit.after is None:
            del held[edit.record.id]
        else:
            held[edit.after.id] = edit.after
    return held


def test_everything_comes_into_an_empty_portfolio_under_its_own_ids() -> None:
    incoming = importing(_contents(*_everything().values()), {})
    assert _after({}, incoming.change) == _everything()
    assert incoming.added == {kind.name: 1 for kind in KINDS}
    assert incoming.evidence == (SHA256,)
    assert incoming.remarks == ()


def test_what_is_there_already_is_not_doubled() -> None:
    incoming = importing(_contents(*_everything().values()), _everything())
    assert incoming.change is None
    assert incoming.present == len(KINDS)
    assert incoming.in_words == f"Here already: {len(KINDS)} records."


def test_what_differs_is_changed_and_can_be_taken_back() -> None:
    present = _everything()
    theirs = replace(present[id_of("person")], name="Nguyễn")
    incoming = importing(_contents(theirs), present)
    assert incoming.change
    after = _after(present, incoming.change)
    assert after[theirs.id] == theirs
    assert (incoming.added, incoming.changed) == ({}, {"person": 1})
    assert _after(after, incoming.change.reverse) == present


def test_nothing_is_deleted_by_an_archive_that_lacks_it() -> None:
    incoming = importing(_contents(Person(name="New")), _everything())
    assert incoming.change
    assert all(edit.before is None for edit in incoming.change.edits)


def test_the_portfolio_s_own_practitioner_stays() -> None:
    theirs = Practitioner(name="Łukasz", profession="OT")
    person = Person(name="Cerys")
    incoming = importing(_contents(theirs, person), {NEW.id: NEW})
    assert _after({NEW.id: NEW}, incoming.change) == {NEW.id: NEW, person.id: person}
    assert any("Your own details stay" in each for each in incoming.remarks)


@pytest.mark.parametrize(
    "own",
    [
        replace(NEW, name="Someone else"),
        replace(NEW, profession="OT"),
        replace(NEW, registration_number="PH999"),
        replace(NEW, about="Already written by hand"),
    ],
)
def test_a_practitioner_who_is_another_or_has_begun_stays(own: Practitioner) -> None:
    theirs = replace(NEW, id=id_of("practitioner"), registration_number="PH1", about="Their words")
    incoming = importing(_contents(theirs), {own.id: own})
    assert _after({own.id: own}, incoming.change) == {own.id: own}


def test_the_same_person_goes_on_in_a_portfolio_just_made() -> None:
    theirs = replace(NEW, id=id_of("practitioner"), registration_number="PH1", about="Their words")
    own = replace(NEW, role=Role.PRECEPTEE)
    incoming = importing(_contents(theirs), {own.id: own})
    assert incoming.change
    assert _after({own.id: own}, incoming.change) == {theirs.id: theirs}
    assert (incoming.added, incoming.present) == ({"practitioner": 1}, 0)
    assert _after({theirs.id: theirs}, incoming.change.reverse) == {own.id: own}


def test_the_same_person_stays_where_anything_was_recorded() -> None:
    theirs = replace(NEW, id=id_of("practitioner"))
    person = Person(name="Cerys")
    present = {NEW.id: NEW, person.id: person}
    assert _after(present, importing(_contents(theirs), present).change) == present


def test_the_practitioner_with_the_same_id_is_revised() -> None:
    theirs = replace(NEW, job_title="Physiotherapist")
    incoming = importing(_contents(theirs), {NEW.id: NEW})
    assert _after({NEW.id: NEW}, incoming.change) == {NEW.id: theirs}


def test_a_link_that_leads_nowhere_is_cleared_and_said() -> None:
    lost = id_of("nowhere")
    person = Person(name="Cerys")
    meeting = Meeting(title="Looking back", preceptorship=lost, people=(lost, person.id, lost))
    incoming = importing(_contents(meeting, person), {})
    cleared = replace(meeting, preceptorship=None, people=(person.id,))
    assert _after({}, incoming.change)[meeting.id] == cleared
    assert any("“Looking back”" in each for each in incoming.remarks)


def test_a_link_to_a_record_of_another_kind_is_cleared() -> None:
    person = Person(name="Cerys")
    action = Action(words="Shadow a clinic", meeting=person.id)
    incoming = importing(_contents(person, action), {})
    assert _after({}, incoming.change)[action.id].meeting is None


def test_a_link_to_what_the_portfolio_holds_is_kept() -> None:
    preceptorship = Preceptorship()
    meeting = Meeting(preceptorship=preceptorship.id)
    incoming = importing(_contents(meeting), {preceptorship.id: preceptorship})
    assert _after({}, incoming.change) == {meeting.id: meeting}


def test_one_id_for_two_kinds_of_record_is_refused() -> None:
    person = Person(name="Cerys")
    with pytest.raises(ProblemError, match="gives a meeting the id of a person"):
        importing(_contents(Meeting(id=person.id)), {person.id: person})


@pytest.mark.parametrize(
    ("file_name", "kept"),
    [
        ("../../.bashrc", ".bashrc"),
        ("..\\..\\x.exe", "x.exe"),
        ("/etc/passwd", "passwd"),
        ("..", ""),
        ("a\0b\n.pdf", "a_b_.pdf"),
        ("Łódź ŷ.pdf", "Łódź ŷ.pdf"),
    ],
)
def test_the_name_of_evidence_never_leads_to_another_folder(file_name: str, kept: str) -> None:
    evidence = Evidence(title="Certificate", file_name=file_name)
    incoming = importing(_contents(evidence), {})
    assert _after({}, incoming.change)[evidence.id].file_name == kept
