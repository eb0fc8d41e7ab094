"""Where something says who somebody is: which field, which file, and what was let stand."""

import re
import time
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from ahp_companion.domain import kinds
from ahp_companion.domain.cpd import CpdActivity
from ahp_companion.domain.dismissals import Dismissal, WatchedName
from ahp_companion.domain.evidence import Evidence
from ahp_companion.domain.evidence_looks import AUTHOR, MADE, PLACE, SOFTWARE, EvidenceLook
from ahp_companion.domain.finding import Severity
from ahp_companion.domain.identified import (
    WHY,
    digest_of,
    dismissal_of,
    identified,
    identifiers_in,
    known_as,
)
from ahp_companion.domain.identifiers.kinds import IdentifierKind
from ahp_companion.domain.identifiers.search import identifiers
from ahp_companion.domain.meetings import Action
from ahp_companion.domain.people import Person
from ahp_companion.domain.portfolio import Portfolio, gathered
from ahp_companion.domain.practitioner import Practitioner
from ahp_companion.domain.problems import ProblemError
from ahp_companion.domain.reflections import Reflection

NUMBER, TODAY = "999 000 0018", date(2026, 3, 12)
VISIT = Reflection(id="v", title="A visit", answers={"what_happened": f"Saw {NUMBER} at home"})
CERTIFICATE = Evidence(id="e", title="Manual handling", file_name="scan.pdf", sha256="5ca1ab1e")


def holding(*records: Any) -> Portfolio:
    held: dict[str, list[Any]] = {}
    for each in records:
        held.setdefault(kinds.of(each).name, []).append(each)
    return gathered(held)


def messages(record: Any, **known: Any) -> list[str]:
    return [each.message for each in identifiers_in(record, **known)]


# Where, and why


def test_a_find_says_in_which_record_and_which_field_and_why() -> None:
    (only,) = identifiers_in(VISIT)
    assert (only.code, only.severity, only.record) == ("identifier-found", Severity.MUST, "v")
    assert (only.kind, only.digest) == ("health-number", digest_of("v", only.kind, NUMBER))
    assert "“A visit”" in only.message
    assert "“What happened”" in only.message
    assert WHY[IdentifierKind.HEALTH_NUMBER] in only.message


def test_one_thing_in_two_fields_is_one_find_in_two_places() -> None:
    activity = CpdActivity(what_i_did=f"With {NUMBER}", what_i_learnt=f"From {NUMBER}: {NUMBER}")
    (said,) = messages(activity)
    assert "“What I did” and “What I learnt”" in said


def test_figures_of_two_fields_are_not_put_together() -> None:
    assert messages(CpdActivity(title="999", what_i_did="000", what_i_learnt="0018")) == []


@pytest.mark.parametrize(
    "written",
    [NUMBER, "9990000018", "Mrs Nguyễn", "ewa@example.org", "SW1A 1AA", "aged 97", "DOB 3/4/51"],
)
def test_no_more_than_its_beginning_is_said_again(written: str) -> None:
    (said,) = messages(Reflection(title=f"About {written}", answers={"what": "It rained"}))
    assert written not in said
    assert not [at for at in range(len(written) - 3) if written[at : at + 4] in said]


def test_each_kind_has_its_reason() -> None:
    assert set(WHY) == set(IdentifierKind)


def test_what_is_private_is_found_and_said_to_stay() -> None:
    assert ["private" in said for said in messages(replace(VISIT, private=True))] == [True]
    assert ["private" in said for said in messages(replace(VISIT, private=False))] == [False]


def test_what_identifies_by_itself_matters_more() -> None:
    record = Reflection(title="x", answers={"what": f"{NUMBER}, Mrs Khan, a 97-year-old"})
    assert [each.severity for each in identifiers_in(record)] == [
        Severity.MUST,
        Severity.SHOULD,
        Severity.SHOULD,
    ]


def test_nothing_is_said_to_be_anonymous_and_nothing_is_altered() -> None:
    before = replace(VISIT)
    said = " ".join([*messages(VISIT), *messages(CpdActivity(title="Nothing in it"))])
    assert before == VISIT
    assert not re.search("anonym", said, re.IGNORECASE)


# What is there to name somebody


def test_how_to_reach_somebody_is_what_their_record_is_for() -> None:
    reached = Person(name="Dr Amara Okafor", contact="ann@example.org, 07700 900123, SA14 8QN")
    assert messages(reached) == []
    assert len(messages(replace(reached, words=NUMBER))) == 1


def test_a_field_that_asks_who_may_be_answered() -> None:
    assert messages(Action(words="Shadow a session", owner="Mrs Okafor")) == []
    assert len(messages(Action(words="Shadow Mrs Okafor", owner=""))) == 1


def test_the_owner_may_be_named_anywhere() -> None:
    signed = CpdActivity(title="Course", what_i_did="Certificate for Ms Siân O’Neill")
    assert messages(signed, owner="Siân O’Neill") == []
    assert len(messages(signed, owner="Cerys Evans")) == len(messages(signed)) == 1


# Names to look for


def test_a_name_to_look_for_is_found_in_a_portfolio_but_not_where_it_is_kept() -> None:
    watched = WatchedName(name="Ewa Nowak")
    portfolio = holding(watched, Reflection(id="r", title="A walk", answers={"what": "ewa nowák"}))
    (only,) = identified(portfolio)
    assert (only.record, only.kind, only.severity) == ("r", "watched-name", Severity.MUST)


def test_a_title_that_names_somebody_is_not_said() -> None:
    assert known_as(Reflection(title="A walk with Ewa")) == "“A walk with Ewa”"
    assert known_as(Reflection(title="A walk with Ewa"), ["Ewa"]) == "One reflection"
    assert known_as(Reflection(title=f"For {NUMBER}")) == "One reflection"
    assert known_as(Practitioner(name="")) == "What is about you"


# Evidence


def look(words: str = "", **properties: str) -> EvidenceLook:
    return EvidenceLook(sha256=CERTIFICATE.sha256, words=words, properties=properties)


def test_the_text_of_a_file_is_looked_at() -> None:
    (said,) = messages(CERTIFICATE, look=look(f"Page 1\nNHS no {NUMBER}\nPage 2"))
    assert "the text of its file" in said
    assert messages(CERTIFICATE, look=look("Page 1\nPage 2")) == messages(CERTIFICATE) == []


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("9990000018.pdf", "health-number"),
        ("letter_999-000-0018_final.docx", "health-number"),
        ("Mrs_Okafor_discharge.pdf", "name"),
        ("Mr-O'Neill-photo.jpg", "name"),
        ("DOB_03-04-1951.png", "birth"),
        ("QQ123456C_form.pdf", "insurance-number"),
    ],
)
def test_the_name_of_a_file_is_looked_at(name: str, kind: str) -> None:
    (only,) = identifiers_in(replace(CERTIFICATE, file_name=name))
    assert only.kind == kind
    assert "the name of its file" in only.message


@pytest.mark.parametrize(
    "name", ["IMG_20260312_093015.jpg", "scan 2026031209.pdf", "20260312-01.pdf", "WA0001-5.jpeg"]
)
def test_a_name_that_a_camera_gives_is_left_alone(name: str) -> None:
    assert messages(replace(CERTIFICATE, file_name=name)) == []


def test_who_made_a_file_is_told_but_not_its_owner_or_a_program() -> None:
    (only,) = identifiers_in(CERTIFICATE, look=look(Author="Łukasz Wójcik"))
    assert (only.kind, only.severity) == ("maker", Severity.SHOULD)
    assert f"“{AUTHOR}”" in only.message
    assert messages(CERTIFICATE, look=look(Author="Siân Evans"), owner="Siân Evans") == []
    for said in ("Microsoft Office User", "python-docx", "Example NHS Trust", "ADMIN"):
        assert messages(CERTIFICATE, look=look(Author=said)) == []


def test_where_a_picture_was_taken_is_told() -> None:
    (only,) = identifiers_in(CERTIFICATE, look=look(Place="51.50110, -0.14189"))
    assert (only.kind, only.severity) == ("place", Severity.MUST)
    assert f"“{PLACE}”" in only.message
    assert "51.50110" not in only.message


def test_what_else_a_file_says_is_looked_at_like_a_text() -> None:
    found = identifiers_in(
        CERTIFICATE, look=look(**{MADE: "01/01/1999", SOFTWARE: "Mr Scan"}, Subject=f"re {NUMBER}")
    )
    assert [each.kind for each in found] == ["health-number"]
    assert "“Subject”" in found[0].message


def test_a_portfolio_is_looked_at_with_its_files() -> None:
    portfolio = holding(Practitioner(name="Siân Evans"), CERTIFICATE)
    looks = {CERTIFICATE.sha256: look(NUMBER, Author="Siân Evans")}
    assert [each.kind for each in identified(portfolio, looks)] == ["health-number"]
    assert identified(portfolio) == ()


# Setting aside


def test_what_is_set_aside_no_longer_counts() -> None:
    (only,) = identifiers_in(VISIT)
    aside = dismissal_of(only, " made up for teaching ", TODAY)
    assert (aside.about, aside.kind, aside.on) == (("v",), "health-number", TODAY)
    assert aside.reason == "made up for teaching"
    assert messages(VISIT, aside=[aside]) == []
    assert identified(holding(VISIT, aside)) == ()


def test_what_is_set_aside_in_one_record_still_counts_in_another() -> None:
    (only,) = identifiers_in(VISIT)
    aside = dismissal_of(only, "made up", TODAY)
    assert len(messages(replace(VISIT, id="another"), aside=[aside])) == 1
    more = replace(VISIT, answers={"what_happened": f"{NUMBER} and 943 476 5919"})
    (other,) = identifiers_in(more, aside=[aside])
    assert other.digest != only.digest


def test_what_leaves_is_looked_at_with_what_the_whole_portfolio_knows() -> None:
    watched = WatchedName(name="Ewa")
    walk = Reflection(id="w", title="A walk", answers={"what": "with Ewa"})
    (only,) = identifiers_in(VISIT)
    whole = holding(VISIT, walk, watched, dismissal_of(only, "made up", TODAY))
    leaving = holding(VISIT, walk)
    assert [each.kind for each in identified(leaving)] == ["health-number"]
    assert [each.kind for each in identified(leaving, whole=whole)] == ["watched-name"]


def test_the_digest_knows_a_find_again_without_its_words() -> None:
    digest = digest_of("v", "name", "Mrs  Nguyễn")
    assert re.fullmatch("[0-9a-f]{64}", digest)
    assert digest == digest_of("v", "name", "MRS NGUYEN")
    others = [
        ("w", "name", "Mrs Nguyễn"),
        ("v", "watched-name", "Mrs Nguyễn"),
        ("v", "name", "Mrs"),
    ]
    assert digest not in {digest_of(*each) for each in others}


def test_nothing_is_set_aside_without_a_reason() -> None:
    (only,) = identifiers_in(VISIT)
    for reason in ("", "  \n"):
        with pytest.raises(ProblemError, match="no reason"):
            dismissal_of(only, reason, TODAY)


def test_a_reason_is_not_looked_at() -> None:
    assert identifiers_in(Dismissal(reason=f"{NUMBER} is from the handbook")) == ()


# How long it takes


def quickest(times: int, look_once: Any) -> float:
    took = []
    for _ in range(times):
        begun = time.perf_counter()
        look_once()
        took.append(time.perf_counter() - begun)
    return min(took)


def test_ten_thousand_letters_are_looked_through_while_somebody_types() -> None:
    sentence = "On 12 March she walked 10 m in 24.6 s, BP 120/80; I felt unsure – and said so. "
    text = (sentence * 130)[:10_000]
    assert quickest(5, lambda: identifiers(text, ["Ewa Nowak"])) < 0.09


def test_three_thousand_records_are_looked_through_in_a_second_or_two() -> None:
    words = "We met at 9:30 and talked about goals; Berg 45/56, 12 of 20 sessions were done. " * 5
    held = [CpdActivity(title=f"Session {at}", what_i_did=words) for at in range(3_000)]
    portfolio = holding(*held)
    assert quickest(1, lambda: identified(portfolio)) < 5
