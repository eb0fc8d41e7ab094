"""What a copy holds, what it holds back, and that it says so."""

import re
from dataclasses import replace
from datetime import date

from ahp_companion.domain.access import Adjustment
from ahp_companion.domain.people import Person
from ahp_companion.domain.portfolio import Choice
from ahp_companion.domain.practitioner import Practitioner, Workplace, WorkplaceKind
from ahp_companion.domain.preceptorship import Preceptorship, Side, Status
from ahp_companion.domain.protected_time import ProtectedTime, TimeAgreement, Whose
from ahp_companion.domain.training import Training

from . import people
from .reading import printed, printed_hang

VERDICTS = re.compile(
    r"\b(pass|passed|fail|failed|scores?|competent|compliant|invalid|successfully)\b"
)


def test_private_records_stay_and_the_copy_says_so() -> None:
    read = printed_hang()
    assert "SECRET" not in read.text
    assert not any("SECRET" in title for title in read.titles)
    said = "Private records were left out because they were not asked for"
    assert said in read.pages[0]
    last = " ".join(read.pages[1:]).rpartition(said)[2]
    last = f"{said}{last}"
    counted = re.search(r"Private records (\d+) Not asked for", last)
    assert counted
    assert f"{counted[1]} private records stay with me" in last
    for kind in ("djustment", "orksheet", "nswer", "pulse"):
        assert kind not in last


def test_a_copy_of_one_preceptorship_does_not_say_what_sensitive_kinds_the_other_has() -> None:
    adjustment = Adjustment(preceptorship="other", words="A quiet room")
    held = [Preceptorship(id=each, title=each.title()) for each in ("one", "other")]
    told = printed(
        people.portfolio_of(*held, adjustment), Choice(preceptorship="one", include_private=True)
    )
    assert "Further records 1 Another preceptorship" in told.text
    assert "djustment" not in told.text


def test_private_records_that_were_asked_for_are_there_and_marked() -> None:
    read = printed(people.hang(), Choice(include_private=True))
    assert "Private records are included" in read.pages[0]
    assert "SECRETWORDS that nobody reads." in read.text
    assert "SECRETACTIVITY (private)" in read.text


def test_an_osteopaths_copy_speaks_of_no_other_regulator() -> None:
    words = printed(people.dafydd()).text
    assert "HCPC" not in words
    assert "audit" not in words.lower()
    assert "GOsC 1/2345, since 1 September 2015" in words
    assert "Measured result" in words
    assert "Spines, mostly." in words


def test_a_support_workers_copy_speaks_of_no_regulator() -> None:
    records = [
        replace(each, profession="SUPPORT") if isinstance(each, Practitioner) else each
        for each in people.everything_of(people.dafydd())
    ]
    words = printed(people.portfolio_of(*records)).text
    assert "HCPC" not in words
    assert "GOsC" not in words
    assert "audit" not in words.lower()


def test_a_physiotherapists_profile_says_how_many_words_the_regulator_asks_for() -> None:
    words = printed_hang().text
    assert "HCPC PH000042" in words
    assert "24 words; HCPC asks for up to 500" in words
    assert "HCPC asks for up to 1,500" in words


def test_a_shorter_length_is_printed_with_its_reason_and_who_agreed() -> None:
    words = printed(people.marta()).text
    assert "5 months, 1 May to 30 September 2025" in words
    assert "I know the ward and have been away ten months" in words
    assert "Agreed with Siân Tŷ-Mawr on 20 April 2025" in words
    assert "0.6 WTE; protected time agreed to be in proportion to it" in words
    assert "10 months" in words


def test_a_preceptee_is_shown_by_initials_only() -> None:
    words = printed(people.kwame()).text
    assert "Z.W." in words
    assert "Zofia" not in words
    assert "Wójcik" not in words
    assert "What Z.W. brings" in words


def test_an_empty_layer_is_named() -> None:
    words = printed_hang().text
    assert "AHPs together Nothing at this layer yet" in words
    assert "Nothing yet for: AHPs together." in words


def test_strengths_stand_before_needs_and_needs_before_objectives() -> None:
    words = printed_hang().text
    places = [
        words.index(title)
        for title in ("What I bring", "What I want support with", "Objectives, in four layers")
    ]
    assert places == sorted(places)


def test_supervision_is_a_log_of_its_own() -> None:
    read = printed_hang()
    assert "Clinical supervision" in read.titles
    meetings = read.titles.index("Meetings")
    supervision = read.titles.index("Clinical supervision")
    between = read.titles[meetings:supervision]
    assert "Initial meeting" in between
    assert "Clinical supervision meeting" not in between


def test_two_roles_in_one_person_are_printed_apart_with_how_they_are_kept_so() -> None:
    words = printed_hang().text
    assert "Preceptor Llŷr Gwynfor Hughes" in words
    assert "Clinical supervisor Llŷr Gwynfor Hughes" in words
    assert "keep two sets of minutes" in words


def test_a_gap_stands_in_the_list_with_its_explanation() -> None:
    words = printed_hang().text
    assert (
        "19 September 2025 to 28 January 2026 No activities recorded. "
        "I was ill and then came back by degrees." in words
    )


def test_leaving_a_private_record_out_makes_no_gap() -> None:
    words = printed_hang().text
    assert words.count("No activities recorded") == 1


def test_what_was_added_to_a_reflection_is_dated() -> None:
    words = printed_hang().text
    assert "Added 3 June 2025 The board has said it since March." in words


def test_evidence_is_numbered_and_referred_to_by_number() -> None:
    words = printed_hang().text
    assert "evidence 1, 2" in words
    assert "959b ff7a b4bf" in words
    assert "1.4 MB" in words


def test_sources_in_use_are_named_with_their_editions() -> None:
    words = printed_hang().text
    assert "HCPC standards for CPD (in our own words)" in words
    assert "What? So what? Now what? (in our own words)" in words
    assert "Prompts of 2 reflections" in words


def test_other_dates_are_left_out_and_counted() -> None:
    read = printed(people.hang(), Choice(from_on=date(2025, 6, 1), to_on=date(2026, 3, 31)))
    assert "Exchange day with the community stroke team" in read.text
    assert "Vestibular assessment course" not in read.text
    assert "Before 1 June 2025 or after 31 March 2026" in read.text
    assert "1 June 2025 to 31 March 2026" in read.pages[0]


def test_what_is_owed_does_not_begin_with_the_dates_chosen() -> None:
    whole = printed_hang().text
    part = printed(people.hang(), Choice(from_on=date(2025, 1, 1))).text
    assert "January 2025 4 h 2 h 2 h 6 h 30 min" in whole
    assert "January 2025 4 h 2 h 2 h 6 h 30 min" in part
    assert "December 4 h" not in part


def test_nothing_reads_like_a_verdict() -> None:
    words = printed_hang().text.lower()
    assert not VERDICTS.findall(words)


def test_a_nameless_owner_has_a_cover_without_a_name() -> None:
    read = printed(people.nobody())
    assert read.pages[0].startswith("Portfolio of continuing professional development")
    assert "Nothing is recorded yet" in read.pages[0]


def test_nothing_but_activities_makes_no_empty_parts() -> None:
    read = printed(people.only_cpd())
    assert read.titles == ["CPD activities", "What was left out"]
    assert "No date yet Never dated" in read.text


def test_the_cover_names_the_place_of_the_preceptorship_and_not_the_side_job() -> None:
    post = Workplace(id="post", name="Holm Hospital", started_on=date(2020, 1, 1))
    beside = Workplace(id="beside", name="College of Sand", started_on=date(2025, 1, 1))
    owner = Practitioner(name="A. Nother", job_title="Paramedic")
    running = Preceptorship(id="y", workplace="post", status=Status.UNDER_WAY)
    cover = printed(people.portfolio_of(owner, post, beside, running)).pages[0]
    assert "Holm Hospital" in cover
    assert "College of Sand" not in cover
    by_title = printed(people.portfolio_of(owner, replace(post, job_title="paramedic"), beside))
    assert "Holm Hospital" in by_title.pages[0]
    neither = printed(people.portfolio_of(owner, post, beside)).pages[0]
    assert "Hospital" not in neither
    assert "College" not in neither
    assert "Paramedic" in neither


def test_whoever_supports_is_named_once() -> None:
    people_named = [Person(id=each, name=each) for each in ("Anna", "Bela", "Cato", "Dora")]
    held = Preceptorship(
        id="y", preceptor="Anna", back_up="Bela", supporters=("Anna", "Bela", "Dora")
    )
    words = printed(people.portfolio_of(*people_named, held)).text
    assert "Also supporting Dora" in words


def test_nothing_is_owed_for_the_months_after_a_preceptorship() -> None:
    held = Preceptorship(
        id="y", started_on=date(2025, 1, 1), ended_on=date(2025, 3, 31), status=Status.FINISHED
    )
    agreed = TimeAgreement(preceptorship="y", minutes=240, from_on=date(2025, 1, 1))
    late = ProtectedTime(preceptorship="y", on=date(2025, 6, 2), taken_minutes=60)
    words = printed(people.portfolio_of(held, agreed, late)).text
    assert "12 h agreed, 1 h taken; 11 h still owed" in words


def test_someone_without_an_employer_loses_time_to_no_service() -> None:
    alone = Workplace(id="w", name="Own rooms", kind=WorkplaceKind.SOLE)
    lost = ProtectedTime(on=date(2026, 1, 5), planned_minutes=60, lost_minutes=60)
    assert "1 h lost in 1 month" in printed(people.portfolio_of(alone, lost)).text
    employed = replace(alone, kind=WorkplaceKind.NHS)
    assert "lost to the service" in printed(people.portfolio_of(employed, lost)).text


def test_time_is_my_own_or_the_other_sides() -> None:
    held = Preceptorship(id="y", side=Side.PRECEPTOR, preceptee_initials="Z.W.")
    agreed = [TimeAgreement(preceptorship="y", whose=each, minutes=60) for each in Whose]
    words = printed(people.portfolio_of(held, *agreed)).text
    assert "My time 1 h a month" in words
    assert "The preceptee’s time 1 h a month" in words
    assert "The preceptor’s time" not in words


def test_fields_are_joined_with_care() -> None:
    owner = Practitioner(
        indemnity_provider="A society", indemnity_cover="Half an answer.",
        indemnity_expires_on=date(2026, 4, 30),
    )  # fmt: skip
    trained = Training(title="Records", confirmed_by="The trainer", provider="Holm Hospital",
                       workplace="w")  # fmt: skip
    place = Workplace(id="w", name="Holm Hospital, imaging")
    words = printed(people.portfolio_of(owner, trained, place)).text
    assert "A society; Half an answer; until 30 April 2026" in words
    assert "Holm Hospital Confirmed by the trainer" in words
