"""One preceptorship: the transition, its length, who is in it, its milestones and placements."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from reportlab.lib.units import mm
from reportlab.platypus import Flowable

from ...domain.meetings import Meeting, held_on
from ...domain.people import Person, PersonRole
from ...domain.practitioner import Workplace
from ...domain.preceptorship import (
    SUGGESTED_MONTHS,
    Milestone,
    Placement,
    Preceptorship,
    Side,
    Status,
    ends_on,
    name,
)
from ...domain.words import count, day, inside, listed, span
from ..charts.milestones import Moment, milestones_chart, milestones_in_words
from ..charts.style import PAPER
from ..flowables import Picture, caption, lead, prose, table_title
from ..parts import Part
from ..selection import Selection, names, profession_words
from ..styles import TEXT_WIDTH
from ..tables import Column, Layout, Row, facts, table
from .preceptor_changes import preceptor_changes

MILESTONES = Layout(
    columns=(Column("Due", 45), Column("Milestone", 35), Column("Held", 30), Column("About it", 60))
)
PLACEMENTS = Layout(
    columns=(
        Column("When", 45),
        Column("Placement", 35),
        Column("In place", 35),
        Column("About it", 55),
    )
)
# Closer than this, the end and the last milestone are one mark on the line.
SAME_DAYS = 10
# A line with dozens of days on it says less than the table below it.
HIGHEST_CHART, ROOM_FOR_CAPTION = 60 * mm, 50


def preceptorship(selection: Selection, held: Preceptorship, of: str) -> Part:
    """Return the part that says what a preceptorship is, who is in it and how it went on."""
    flowables = [
        *lead(_lead(held)),
        *facts(_facts(selection, held)),
        *_milestones(selection, held),
        *preceptor_changes(selection, held),
        *_placements(selection, held),
        *prose(held.closing_words, label="Looking back"),
    ]
    return Part(
        title="The preceptorship" if not of else name(held),
        says="The transition, the people, the milestones",
        flowables=flowables,
    )


def length_words(held: Preceptorship) -> str:
    """Return how long a preceptorship is, and from when to when."""
    length = count(held.length_months, "month")
    return f"{length}, {span(held.started_on, ends_on(held))}" if held.started_on else length


def _lead(held: Preceptorship) -> str:
    return f"{held.transition.label}: {length_words(held)}."


def _facts(selection: Selection, held: Preceptorship) -> list[tuple[str, str]]:
    workplace = selection.whole.find(Workplace, held.workplace)
    # One that stays behind is not named either.
    before = selection.portfolio.find(Preceptorship, held.follows)
    is_usual = held.length_months == SUGGESTED_MONTHS
    return [
        ("The transition", _sentences(held.transition.label, held.transition_words)),
        ("From", held.from_setting),
        ("To", held.to_setting),
        ("Where", workplace.name if workplace else ""),
        *_people(selection, held),
        ("Length", length_words(held)),
        ("Why this length" if is_usual else "Why not twelve months", _why(held)),
        ("Working hours", _hours(held)),
        ("In practice before it", _practised(held)),
        ("Time away before it", _away(held)),
        ("Of the profession here", _only_one(selection, held)),
        ("Where it stands", _status(held)),
        ("Follows on from", name(before) if before else ""),
    ]


def _people(selection: Selection, held: Preceptorship) -> list[tuple[str, str]]:
    preceptee = ""
    if held.side is Side.PRECEPTOR:
        known = profession_words(selection, held.preceptee_profession).lower()
        preceptee = ", ".join(
            each for each in (held.preceptee_initials or "Unnamed", known) if each
        )
    return [
        ("Preceptee", preceptee),
        ("Preceptor", _person(selection, held.preceptor)),
        ("Back-up preceptor", _person(selection, held.back_up)),
        ("Clinical supervisor", _person(selection, held.supervisor)),
        ("How the two roles are kept apart", _clarity(selection, held)),
        ("Also supporting", names(selection, _others(held), None)),
    ]


def _others(held: Preceptorship) -> list[str]:
    """Return who supports it besides those that have a line of their own."""
    named = {held.preceptor, held.back_up, held.supervisor}
    return [each for each in held.supporters if each not in named]


def _person(selection: Selection, wanted: str | None) -> str:
    person = selection.whole.find(Person, wanted)
    if person is None:
        return ""
    known = profession_words(selection, person.profession).lower()
    return ", ".join(each for each in (person.name, known, person.organisation) if each)


def _clarity(selection: Selection, held: Preceptorship) -> str:
    if not held.preceptor or held.preceptor != held.supervisor:
        return ""
    person = selection.whole.find(Person, held.preceptor)
    return person.role_clarity if person else ""


def _why(held: Preceptorship) -> str:
    who = f"Agreed with {inside(held.length_agreed_with)}" if held.length_agreed_with else ""
    when = f"on {day(held.length_agreed_on)}" if held.length_agreed_on and who else ""
    return _sentences(held.length_reason, " ".join(each for each in (who, when) if each))


def _hours(held: Preceptorship) -> str:
    if held.wte_hundredths is None:
        return ""
    share = f"{held.wte_hundredths / 100:g} WTE"
    words = "protected time agreed to be in proportion to it"
    return f"{share}; {words}" if held.scales_time else share


def _practised(held: Preceptorship) -> str:
    return count(held.practised_years, "year") if held.practised_years else ""


def _away(held: Preceptorship) -> str:
    months = count(held.away_months, "month") if held.away_months else ""
    return _sentences(months, held.away_words)


def _only_one(selection: Selection, held: Preceptorship) -> str:
    if not held.only_one_here:
        return ""
    outside = [
        each.name
        for each in selection.portfolio.all(Person)
        if PersonRole.SAME_PROFESSION in each.roles
    ]
    contact = f"Same-profession contact elsewhere: {listed(outside)}" if outside else ""
    whose = "The preceptee is" if held.side is Side.PRECEPTOR else "I am"
    return _sentences(f"{whose} the only one of the profession here", contact)


def _status(held: Preceptorship) -> str:
    ended = held.ended_on and held.status in (Status.FINISHED, Status.ENDED_EARLY)
    return f"{held.status.label}, {day(held.ended_on)}" if ended else held.status.label


def _milestones(selection: Selection, held: Preceptorship) -> list[Flowable]:
    milestones = _marked(selection, selection.portfolio.of(Milestone, held.id))
    moments = _moments(held, milestones, selection.on)
    last = ends_on(held)
    chart = None
    if held.started_on and last and len(moments) > 1:
        chart = milestones_chart(
            moments, PAPER, width=TEXT_WIDTH, from_on=held.started_on, to_on=last
        )
    rows = [
        Row((day(each.due_on), each.title, _held(each, selection.on), each.words))
        for each in milestones
    ]
    if chart and chart.height < HIGHEST_CHART:
        made = table(MILESTONES, rows)
        below = made[-1].room if made else 0
        drawn = [
            *table_title("Milestones", chart.height + ROOM_FOR_CAPTION + below),
            Picture(chart, milestones_in_words(moments, on=selection.on), before=6),
            *caption(milestones_in_words(moments, on=selection.on)),
        ]
        return [*drawn, *made]
    return table(MILESTONES, rows, title="Milestones")


def _held(milestone: Milestone, on: date) -> str:
    missed = milestone.due_on is not None and milestone.due_on < on
    return day(milestone.held_on) or ("Not recorded here" if missed else "Planned")


def _marked(selection: Selection, milestones: Sequence[Milestone]) -> list[Milestone]:
    """Return milestones with the day they were held, their own or that of their meeting.

    The day of a private meeting stays with it.
    """
    meetings = [
        each
        for each in selection.whole.all(Meeting)
        if selection.choice.include_private or not each.private
    ]
    return [replace(each, held_on=held_on(each, meetings)) for each in milestones]


def _moments(held: Preceptorship, milestones: Sequence[Milestone], on: date) -> list[Moment]:
    found = []
    for each in milestones:
        when = each.held_on or each.due_on
        if when:
            found.append(Moment(title=each.title, on=when, happened=each.held_on is not None))
    last = ends_on(held)
    if held.started_on:
        found.append(Moment(title="Begins", on=held.started_on, happened=held.started_on <= on))
    if last and not any(abs((each.on - last).days) <= SAME_DAYS for each in found):
        found.append(Moment(title="Ends", on=last, happened=last <= on))
    return sorted(found, key=lambda each: each.on)


def _placements(selection: Selection, held: Preceptorship) -> list[Flowable]:
    rows = [
        Row((span(each.started_on, each.ended_on), each.title, _in_place(each), each.words))
        for each in selection.portfolio.of(Placement, held.id)
    ]
    return table(PLACEMENTS, rows, title="Placements inside it")


def _in_place(placement: Placement) -> str:
    asked = (
        ("preceptor", placement.has_preceptor),
        ("supervisor", placement.has_supervisor),
        ("needs talked through", placement.needs_checked),
        ("induction", placement.had_induction),
    )
    held = [words for words, is_so in asked if is_so]
    wanting = [words for words, is_so in asked if not is_so]
    said = listed(held).capitalize() if held else ""
    return _sentences(said, f"Not yet: {listed(wanting)}" if wanting else "")


def _sentences(*said: str) -> str:
    held = [each.strip() for each in said if each.strip()]
    return ". ".join(each.rstrip(".") for each in held) + ("." if len(held) > 1 else "")
