"""What a regulator is handed: whose period, which records, and what stays."""

from dataclasses import replace
from datetime import date

import pytest

from ahp_companion.domain.audit import AuditProfile, Gap, Marking, ProfileVersion
from ahp_companion.domain.cpd import CpdActivity
from ahp_companion.domain.evidence import Evidence, InProfile
from ahp_companion.domain.portfolio import Choice
from ahp_companion.domain.problems import ProblemError
from ahp_companion.domain.profile import Pause, Profile, dated_list, profile_of, version_of
from tests.report.handing import ON, OWNER, PROFESSIONS, of_records
from tests.report.people import portfolio_of

PAPER = Evidence(id="e", title="Certificate", sha256="a" * 64)
COURSE = CpdActivity(
    id="c", title="Course", started_on=date(2025, 6, 1), is_chosen=True, evidence=("e",)
)
PRIVATE = CpdActivity(id="p", title="Kept", started_on=date(2025, 7, 1), private=True)


def profile(*records: object, choice: Choice | None = None) -> Profile:
    return of_records(*records, choice=choice).profile


def stays(held: Profile) -> dict[str, str]:
    return {each.what: each.how_many for each in held.stays}


def test_the_period_is_the_audits_own_unless_dates_are_chosen() -> None:
    held = profile(COURSE)
    assert (held.from_on, held.to_on, held.until) == (date(2024, 5, 1), date(2026, 4, 30), ON)
    chosen = profile(COURSE, choice=Choice(from_on=date(2025, 1, 1), to_on=date(2025, 5, 31)))
    assert chosen.period == "1 January to 31 May 2025"
    assert chosen.activities == ()


def test_a_period_that_ends_before_it_begins_is_refused() -> None:
    with pytest.raises(ProblemError, match="would begin on 1 May 2026"):
        profile(choice=Choice(from_on=date(2026, 5, 1), to_on=date(2026, 4, 1)))


def test_who_is_on_no_register_is_told() -> None:
    alone = portfolio_of(replace(OWNER, profession="SUPPORT"))
    with pytest.raises(ProblemError, match="No regulator asks"):
        profile_of(alone, PROFESSIONS["SUPPORT"], Choice(), on=ON)


def test_what_runs_into_the_period_is_in_it_and_what_lies_ahead_is_not() -> None:
    runs = CpdActivity(id="r", started_on=date(2024, 4, 1), ended_on=date(2024, 5, 2))
    ahead = CpdActivity(id="a", started_on=date(2026, 4, 1))
    old, undated = CpdActivity(id="x", started_on=date(2020, 1, 1)), CpdActivity(id="u")
    held = profile(COURSE, runs, ahead, old, undated)
    assert [each.id for each in held.activities] == ["r", "c"]
    assert stays(held) == {
        "Activities of other dates": "1",
        "Activities without a date": "1",
        "Activities that are planned": "1",
    }


def test_what_is_private_stays_unless_it_is_asked_for() -> None:
    hidden = replace(PAPER, private=True)
    held = profile(COURSE, PRIVATE, hidden)
    assert ([each.id for each in held.activities], held.evidence) == (["c"], ())
    assert held.private == 2
    asked = profile(COURSE, PRIVATE, hidden, choice=Choice(include_private=True))
    assert [each.id for each in asked.activities] == ["c", "p"]
    assert (asked.evidence, asked.private) == ((hidden,), 0)


def test_evidence_goes_with_what_is_chosen_and_never_against_its_owners_wish() -> None:
    never = replace(PAPER, id="n", in_profile=InProfile.NEVER)
    always = replace(PAPER, id="w", in_profile=InProfile.ALWAYS)
    other = replace(PAPER, id="o2")
    held = profile(replace(COURSE, evidence=("n", "e")), PAPER, never, always, other)
    assert [each.id for each in held.evidence] == ["e", "w"]
    assert stays(held) == {"Evidence kept back": "1", "Other evidence": "1"}


def test_a_pause_stands_where_it_was_and_is_explained_once() -> None:
    gap = Gap(from_on=date(2024, 6, 1), to_on=date(2025, 4, 1), explanation="I was ill.")
    first, last, *_ = (each for each in profile(COURSE, gap).pauses)
    assert (first.from_on, first.to_on) == (date(2024, 5, 1), date(2025, 5, 31))
    assert (first.why, last.why) == ("I was ill.", "")
    listed = dated_list(profile(COURSE, gap))
    assert [type(each) for each in listed] == [Pause, CpdActivity, Pause]


def test_an_osteopath_is_asked_about_no_pauses_and_may_explain_one() -> None:
    owner = replace(OWNER, profession="OSTEOPATH")
    gap = Gap(from_on=date(2025, 8, 1), to_on=date(2025, 9, 1), explanation="Away.")
    for records, expected in (((COURSE,), []), ((COURSE, gap), ["Away."])):
        held = profile_of(portfolio_of(owner, *records), PROFESSIONS["OSTEOPATH"], Choice(), on=ON)
        assert [each.why for each in held.pauses] == expected


def test_what_is_not_on_the_pages_does_not_leave() -> None:
    said = replace(COURSE, brought_along="As their file had it")
    paper = replace(PAPER, words="My own remark", made_by="Ffion")
    leaving = profile(said, paper, replace(OWNER, id="o", about="Private life")).leaving
    assert leaving.practitioner.about == ""
    assert leaving.all(CpdActivity)[0].brought_along == ""
    assert (leaving.all(Evidence)[0].words, leaving.all(Evidence)[0].made_by) == ("", "")


@pytest.mark.parametrize(
    ("marking", "expected"),
    [
        (Marking.NAME, "Siân Łukasz-Nguyễn"),
        (Marking.REGISTRATION, "PH000042"),
        (Marking.CPD_NUMBER, "42-26"),
        (Marking.NOTHING, ""),
    ],
)
def test_the_pages_are_marked_as_their_owner_wishes(marking: Marking, expected: str) -> None:
    assert profile(AuditProfile(cpd_number="42-26", marked_with=marking)).mark == expected


def test_a_version_is_kept_of_what_no_version_of_the_newest_day_says() -> None:
    held = profile(COURSE, PAPER, AuditProfile(personal_statement="I learnt."))
    made = version_of(held, (), "Exported")
    assert made is not None
    assert (made.on, made.words) == (ON, "Exported")
    assert (made.activities, made.evidence) == (("c",), ("e",))
    older = ProfileVersion(on=date(2026, 1, 1), personal_statement="Other words")
    assert version_of(held, (older, made), "Again") is None
    assert version_of(held, (made, replace(older, on=date(2026, 4, 1))), "Again") is not None
