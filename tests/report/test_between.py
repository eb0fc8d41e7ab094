"""What lies between and around what is recorded: gaps explained, meetings and milestones held."""

from datetime import date
from typing import Any

from ahp_companion.domain.audit import Gap
from ahp_companion.domain.cpd import CpdActivity
from ahp_companion.domain.meetings import Meeting
from ahp_companion.domain.people import Person, PersonRole
from ahp_companion.domain.plan import Layer, Objective
from ahp_companion.domain.portfolio import Choice
from ahp_companion.domain.practitioner import Practitioner
from ahp_companion.domain.preceptorship import Milestone, Preceptorship

from .people import portfolio_of
from .reading import Printed, printed

OWNER = Practitioner(id="o", name="Jo Bloggs", profession="PH")
YEAR = Preceptorship(id="y", started_on=date(2025, 9, 1))
CLUB = CpdActivity(id="a1", title="Journal club", started_on=date(2025, 6, 1))
COURSE = CpdActivity(id="a2", title="Course", started_on=date(2025, 7, 1))
BEFORE = Gap(
    id="g1", from_on=date(2025, 1, 1), to_on=date(2025, 5, 31), explanation="I was in Lisbon."
)
AFTER = Gap(id="g2", from_on=date(2025, 7, 2), to_on=date(2026, 1, 31), explanation="A birth.")
SHORT = Gap(id="g3", from_on=date(2025, 6, 5), to_on=date(2025, 6, 20), explanation="A move.")


def read(*records: Any, choice: Choice | None = None) -> Printed:
    return printed(portfolio_of(OWNER, *records), choice)


def test_a_gap_before_the_first_activity_and_one_after_the_last_are_explained() -> None:
    words = read(CLUB, COURSE, BEFORE, AFTER).text
    assert "1 January to 31 May 2025 No activities recorded. I was in Lisbon." in words
    assert "2 July 2025 to 31 January 2026 No activities recorded. A birth." in words


def test_without_a_gap_nothing_is_said_of_before_the_first_or_after_the_last() -> None:
    assert "No activities recorded" not in read(CLUB, COURSE).text


def test_a_gap_that_meets_no_silence_stands_at_its_own_dates() -> None:
    words = read(CLUB, COURSE, SHORT).text
    assert "5 June to 20 June 2025 A move." in words
    assert words.index("Journal club") < words.index("A move.") < words.rindex("Course")


def test_every_explanation_is_printed_once() -> None:
    long = Gap(id="g4", from_on=date(2024, 1, 1), to_on=date(2025, 5, 1), explanation="Long leave.")
    early = CpdActivity(id="a0", title="Visit", started_on=date(2024, 9, 1))
    words = read(early, CLUB, COURSE, long, BEFORE, AFTER, SHORT).text
    for why in ("Long leave.", "I was in Lisbon.", "A birth.", "A move."):
        assert words.count(why) == 1, why


def test_a_silence_explained_by_a_gap_already_told_points_to_it() -> None:
    long = Gap(id="g4", from_on=date(2024, 1, 1), to_on=date(2025, 5, 1), explanation="Long leave.")
    early = CpdActivity(id="a0", title="Visit", started_on=date(2024, 9, 1))
    words = read(early, CLUB, long).text
    assert "1 January to 31 August 2024 No activities recorded. Long leave." in words
    assert "2 September 2024 to 31 May 2025 No activities recorded, as explained above" in words


def test_gaps_alone_are_printed_and_those_of_other_dates_are_not() -> None:
    assert "I was in Lisbon." in read(BEFORE).text
    words = read(CLUB, COURSE, BEFORE, AFTER, choice=Choice(from_on=date(2025, 6, 1))).text
    assert "I was in Lisbon." not in words
    assert "A birth." in words


def test_a_milestone_is_held_on_the_day_of_its_meeting_unless_that_is_private() -> None:
    milestone = Milestone(id="m", preceptorship="y", title="3 months", due_on=date(2025, 12, 1))
    open_one = Meeting(
        id="k", preceptorship="y", milestone="m", held_on=date(2025, 12, 4), private=False
    )
    assert "1 December 2025 3 months 4 December 2025" in read(YEAR, milestone, open_one).text
    private = Meeting(
        id="k", preceptorship="y", milestone="m", held_on=date(2025, 12, 4), private=True
    )
    words = read(YEAR, milestone, private).text
    assert "1 December 2025 3 months Not recorded here" in words
    assert "4 December 2025" not in words


def test_a_meeting_whose_day_went_by_is_not_still_to_come() -> None:
    held = Meeting(id="h", preceptorship="y", title="First", held_on=date(2025, 9, 9))
    missed = Meeting(id="p", preceptorship="y", title="Second", planned_on=date(2025, 11, 16))
    ahead = Meeting(id="t", preceptorship="y", title="Third", planned_on=date(2026, 5, 1))
    words = read(YEAR, held, missed, ahead).text
    assert "1 meeting held; 1 planned, not recorded as held; 1 still to come." in words
    missed_at = words.index("Planned, not recorded as held")
    ahead_at = words.index("Still to come")
    assert missed_at < words.index("16 November 2025") < ahead_at < words.rindex("Third")
    assert "Still to come" not in read(YEAR, held, missed).text


def test_the_cover_counts_the_meetings_held_as_its_strip_does() -> None:
    held = [
        Meeting(id=f"h{at}", preceptorship="y", held_on=date(2025, 9 + at, 9)) for at in range(2)
    ]
    missed = Meeting(id="p", preceptorship="y", planned_on=date(2025, 11, 16))
    cover = read(YEAR, *held, missed).pages[0]
    assert "3 meetings, 2 of them held" in cover
    assert "one mark for each record: 2 meetings held." in cover
    assert "of them held" not in read(YEAR, *held).pages[0]
    assert "1 meeting planned" in read(YEAR, missed).pages[0]


def test_the_layer_of_the_profession_is_filled_by_a_contact_elsewhere() -> None:
    alone = Preceptorship(id="y", started_on=date(2025, 9, 1), only_one_here=True)
    objective = Objective(id="ob", preceptorship="y", title="Ask", layer=Layer.ME)
    ishbel = Person(
        id="i",
        name="Ishbel MacAskill",
        organisation="Forthside",
        roles=(PersonRole.SAME_PROFESSION,),
    )
    words = read(alone, objective, ishbel).text
    assert "My profession Through Ishbel MacAskill, Forthside" in words
    assert "Nothing yet for: AHPs together and the wider team." in words
    words = read(alone, objective).text
    assert "No contact of your own profession yet" in words
    assert "Nothing yet for: my profession, AHPs together and the wider team." in words
