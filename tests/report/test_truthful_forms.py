"""Filled forms say what is true of this preceptorship on this day, and no more of anybody."""

import re
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from ahp_companion.domain.agreements import Agreement
from ahp_companion.domain.ending import Ending
from ahp_companion.domain.meetings import Meeting
from ahp_companion.domain.people import Person
from ahp_companion.domain.plan import Objective, ObjectiveState
from ahp_companion.domain.practitioner import Practitioner, Workplace, WorkplaceKind
from ahp_companion.domain.preceptorship import Milestone, Preceptorship, Side, Status
from ahp_companion.domain.protected_time import ProtectedTime, TimeAgreement, Whose
from ahp_companion.domain.scope import ScopeKind, ScopeLine, ScopeSheet

from .people import portfolio_of
from .reading import Printed
from .test_templates import CODES, catalogue, form, of_sample

BEGAN, ON = date(2025, 9, 1), date(2026, 3, 12)
OWNER = Practitioner(id="o", name="Jo Aled", profession="PH", job_title="Community physio")
BO = Person(id="q", name="Bo Quist", profession="PH")
MINE = Preceptorship(id="p", preceptor="q", workplace="w", started_on=BEGAN)
THEIRS = replace(
    MINE, side=Side.PRECEPTOR, preceptor=None, preceptee_initials="Z.W.", preceptee_profession="PH"
)
POST = Workplace(id="w", name="Ward Four", job_title="Stroke physio", started_on=BEGAN)
NEWER = Workplace(
    id="n", name="The college", job_title="Visiting teacher", started_on=date(2026, 1, 1)
)
NOT_YET = "Not finished yet: to be filled in at the end"
FORM_COLOURS = re.compile(rb"(?<![\d.])([\d.]+) ([\d.]+) ([\d.]+) (?:rg|RG)\b")


def printed(code: str, *records: Any) -> Printed:
    """Return a filled form of some records, with the owner and both people."""
    return form(code, portfolio_of(OWNER, BO, *records), on=ON)


@pytest.mark.parametrize("status", [Status.PLANNED, Status.UNDER_WAY])
def test_a_certificate_before_the_end_says_nothing_of_anybody(status: Status) -> None:
    words = printed("completion-certificate", replace(MINE, status=status), POST).text
    assert NOT_YET in words
    assert not re.search("Jo Aled|Bo Quist|Ward Four|2025", words)


def test_a_certificate_of_one_that_ended_early_stays_blank() -> None:
    words = printed("completion-certificate", replace(MINE, status=Status.ENDED_EARLY)).text
    assert "Ended early" in words
    assert "Bo Quist" not in words


def test_a_certificate_at_the_end_names_both() -> None:
    words = printed("completion-certificate", replace(MINE, status=Status.FINISHED), POST).text
    assert NOT_YET not in words
    assert "Jo Aled" in words
    assert "Bo Quist" in words


def test_a_preceptor_writes_the_preceptees_name_in_by_hand() -> None:
    held = replace(THEIRS, status=Status.FINISHED)
    words = printed("completion-certificate", held, POST).text
    assert "Z.W." not in words
    assert "Jo Aled" in words


@pytest.mark.parametrize("code", ["completion-certificate", "preceptorship-agreement"])
def test_a_role_is_the_one_where_the_preceptorship_is(code: str) -> None:
    words = printed(code, replace(THEIRS, status=Status.FINISHED), POST, NEWER).text
    assert "Stroke physio" in words
    assert "Visiting teacher" not in words


def test_a_role_without_a_workplace_is_the_owners_own() -> None:
    held = replace(THEIRS, workplace=None, status=Status.FINISHED)
    words = printed("completion-certificate", held, NEWER).text
    assert "Community physio" in words
    assert not re.search("Visiting teacher|The college", words)
    assert "Community physio" in printed("who-i-am", NEWER).text


def test_who_i_am_says_the_role_of_the_preceptorship_under_way_alone() -> None:
    assert "Stroke physio" in printed("who-i-am", MINE, POST, NEWER).text
    past = replace(MINE, status=Status.FINISHED)
    assert "Community physio" in printed("who-i-am", past, POST, NEWER).text


def reviewed() -> tuple[Any, ...]:
    """Return a preceptorship looked at once, with time before, since, and months ahead."""
    return (
        MINE,
        Milestone(id="m3", preceptorship="p", title="3 months", held_on=date(2025, 12, 1)),
        Milestone(
            id="m6", preceptorship="p", title="6 months", due_on=date(2026, 6, 1),
            words="LOOKINGBACK",
        ),
        Objective(
            preceptorship="p", title="Run a clinic", state=ObjectiveState.UNDER_WAY,
            review="LOOKINGBACK",
        ),
        Objective(
            preceptorship="p", title="LONGREACHED", state=ObjectiveState.REACHED,
            reached_on=date(2025, 10, 1),
        ),
        ProtectedTime(preceptorship="p", on=date(2025, 11, 1), taken_minutes=600),
        ProtectedTime(
            preceptorship="p", on=date(2026, 2, 1), taken_minutes=75, lost_minutes=30,
            lost_reason="Norovirus",
        ),
        ProtectedTime(preceptorship="p", on=date(2026, 5, 1), taken_minutes=900),
    )  # fmt: skip


def test_a_review_sums_from_the_last_one_held_up_to_today() -> None:
    words = printed("milestone-review", *reviewed()).text
    assert "2 December 2025 to 12 March 2026: 1 h 15 min taken, 30 min lost" in words
    assert "Lost because: Norovirus" in words


def test_a_first_review_sums_from_the_first_day() -> None:
    held = [each for each in reviewed() if getattr(each, "id", "") != "m3"]
    assert "1 September 2025 to 12 March 2026: 11 h 15 min taken" in (
        printed("milestone-review", *held).text
    )


def test_a_review_that_was_held_sums_to_its_day() -> None:
    first, portfolio = reviewed()[1], portfolio_of(OWNER, BO, *reviewed())
    words = form("milestone-review", portfolio, on=ON, record=first).text
    assert "1 September to 1 December 2025: 10 h taken" in words


@pytest.mark.parametrize("code", ["milestone-review", "tailored-plan"])
def test_what_comes_next_is_not_filled_from_what_looks_back(code: str) -> None:
    words = printed(code, *reviewed()).text
    assert "Run a clinic" in words
    assert "LOOKINGBACK" not in words


def test_a_review_is_about_what_is_still_ahead() -> None:
    assert "LONGREACHED" not in printed("milestone-review", *reviewed()).text


def scope() -> tuple[Any, ...]:
    """Return a sheet with a line of each kind, each with a detail."""
    return (
        ScopeSheet(id="s", title="Ward Four", from_on=BEGAN),
        *(ScopeLine(sheet="s", kind=kind, words=f"DO {kind}", detail="INDETAIL")
          for kind in ScopeKind),
    )  # fmt: skip


def test_what_everybody_reads_has_no_details_and_nobody_to_ask() -> None:
    words = printed("who-i-am", *scope()).text
    assert "DO inside" in words
    assert "DO outside" in words
    assert "INDETAIL" not in words
    assert "DO ask" not in words
    assert "INDETAIL" in printed("scope-sheet", *scope()).text


def test_no_line_about_cover_is_ticked_before_there_is_a_scope() -> None:
    def ticked(*records: Any) -> int:
        read = printed("scope-sheet", *records).reader
        held: list[Any] = [read.get_object(number) for number in read.xref[0]]
        return sum(isinstance(each, dict) and each.get("/Alt") == "Ticked" for each in held)

    assert ticked() == 0
    assert ticked(scope()[0]) == 0
    assert ticked(*scope()) == 1


def test_nobody_thanks_themselves() -> None:
    thanked = Ending(preceptorship="p", thanks="THEIRWORDS")
    words = printed("thank-you-letter", THEIRS, thanked).text
    assert "What I shall remember" in words
    assert not re.search(r"Jo Aled|Z\.W\.|THEIRWORDS", words)


def test_a_letter_in_ones_own_words_is_closed_by_no_others() -> None:
    thanked = Ending(preceptorship="p", thanks="Dear Bo, thank you.\n\nYours, Jo")
    words = printed("thank-you-letter", MINE, thanked).text
    assert "Yours, Jo" in words
    assert "Signature" in words
    assert not re.search("With thanks|You are free", words)
    assert "With thanks" in printed("thank-you-letter", MINE).text


def promised() -> tuple[Any, ...]:
    """Return time promised to both, some of it lost."""
    return (
        TimeAgreement(
            preceptorship="p", minutes=240, from_on=BEGAN, agreed_with="Myself; Bo asks"
        ),
        TimeAgreement(
            preceptorship="p", whose=Whose.PRECEPTOR, minutes=60, from_on=BEGAN, agreed_with="Bo"
        ),
        ProtectedTime(
            preceptorship="p", on=date(2026, 2, 1), lost_minutes=30, lost_reason="SECRETREASON"
        ),
    )  # fmt: skip


@pytest.mark.parametrize(
    "alone",
    [
        replace(POST, kind=WorkplaceKind.SOLE),
        Agreement(preceptorship="p", is_self_agreed=True),
    ],
)
def test_whoever_has_no_employer_asks_for_the_preceptors_time_alone(alone: Any) -> None:
    words = printed("protected-time-letter", MINE, *promised(), alone).text
    assert "Dear Bo Quist" in words
    assert "What I ask for: 1 h a month for the preceptor" in words
    assert not re.search("4 h|the service|Myself|recruit", words)


def test_a_letter_gives_no_reasons() -> None:
    words = printed("protected-time-letter", MINE, POST, *promised()).text
    assert "30 min lost" in words
    assert "given back" in words
    assert "SECRETREASON" not in words


def test_time_lost_to_oneself_is_lost_to_no_service() -> None:
    alone = replace(POST, kind=WorkplaceKind.SOLE)
    words = printed("protected-time-summary", MINE, alone, *promised()).text
    assert "30 min lost in 1 month" in words
    assert "lost to the service" not in words


def test_time_is_said_to_be_mine_from_either_side() -> None:
    for held, mine in ((MINE, "4 h"), (THEIRS, "1 h")):
        words = printed("protected-time-summary", held, *promised()).text
        assert f"My time {mine} a month" in words


def test_a_promise_is_mine_only_where_it_was_made() -> None:
    agreed = Agreement(
        preceptorship="p", clauses={"what-i-promise": "Hers", "what-you-promise": "His"}
    )
    for_me = printed("preceptorship-agreement", MINE, agreed).text
    assert "What I, the preceptee, promise" in for_me
    assert "What my preceptor promises" in for_me
    for_them = printed("preceptorship-agreement", THEIRS, agreed).text
    assert "What my preceptee promises" in for_them
    assert "What I, the preceptor, promise" in for_them


def test_who_agreed_is_said_inside_the_sentence() -> None:
    held = replace(MINE, length_reason="Part time", length_agreed_with="The team lead")
    assert "Agreed with the team lead" in printed("tailored-plan", held).text


def test_protected_time_is_asked_for_once() -> None:
    blank = form("preceptorship-agreement", portfolio_of(OWNER), on=ON, filled=False).text
    assert blank.count("Protected time") == 1
    agreed = Agreement(preceptorship="p", clauses={"protected-time": "Thursdays at nine"})
    assert "Thursdays at nine" in printed("preceptorship-agreement", MINE, agreed).text


def drawn_on(read: Printed) -> list[bytes]:
    """Return what is drawn on each page."""
    contents = [page.get_contents() for page in read.reader.pages]
    return [each.get_data() for each in contents if each is not None]


def lines_ruled(read: Printed) -> int:
    """Return how many lines there are to write on."""
    return sum(len(re.findall(rb" l\b", each)) for each in drawn_on(read))


@pytest.mark.parametrize("code", ["audit-profile", "meeting-record", "pdsa-card"])
def test_a_filled_form_has_the_room_of_the_blank_one_where_nothing_is_recorded(code: str) -> None:
    filled = printed(code, MINE)
    blank = form(code, portfolio_of(OWNER), on=ON, filled=False)
    assert lines_ruled(filled) >= lines_ruled(blank)
    assert lines_ruled(blank) > 10


def test_a_blank_profile_may_go_on_elsewhere() -> None:
    blank = form("audit-profile", portfolio_of(OWNER), on=ON, filled=False).text
    assert blank.count("continue on a separate sheet") == 2


@pytest.mark.parametrize("filled", [False, True])
@pytest.mark.parametrize("code", CODES)
def test_a_form_has_no_colour(code: str, filled: bool) -> None:
    drawn = drawn_on(of_sample(code, "solo-slt", filled))
    assert drawn
    for page in drawn:
        for parts in FORM_COLOURS.findall(page):
            bright = [float(each) for each in parts]
            assert max(bright) - min(bright) < 0.1, parts


@pytest.mark.parametrize(
    ("code", "most"), [("preceptorship-agreement", 3), ("case-study", 2), ("learning-agreement", 3)]
)
def test_a_blank_form_takes_no_page_that_is_nearly_empty(code: str, most: int) -> None:
    read = form(code, portfolio_of(OWNER), on=ON, filled=False)
    assert read.page_count == most
    assert len(read.pages[-1]) > 500


def test_small_changes_are_called_that() -> None:
    words = printed("yearly-review", MINE, Meeting(preceptorship="p", held_on=BEGAN)).text
    assert "Small changes tried" in words
    assert "Tests" not in words
    checklist = catalogue().workbooks["role-own-employer"]
    said = " ".join(each.words for section in checklist.sections for each in section.questions)
    assert "self-agreed" not in said
