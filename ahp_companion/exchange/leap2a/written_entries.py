"""What of a portfolio goes into a Leap2A feed, kind by kind, as Mahara shows it to people."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePath
from typing import Any

from ...domain import meetings
from ...domain.confidence import MOST, ConfidenceRating, RatedStatement
from ...domain.cpd import CpdActivity
from ...domain.evidence import Evidence
from ...domain.frameworks import Catalogue, statement
from ...domain.meetings import Action, Meeting
from ...domain.plan import Need, Objective, ObjectiveState
from ...domain.portfolio import Portfolio
from ...domain.practitioner import Qualification, Workplace
from ...domain.records import linked_ids
from ...domain.reflections import Addition, Reflection
from ...domain.training import Training
from ...domain.words import count, day, duration, span
from ..cpd_csv import hours
from ..field_words import answers_in_words
from . import own as leap2a_own
from .own import OURS
from .words import line, with_lines
from .written_xml import Written

STAGES = {ObjectiveState.REACHED: "completed", ObjectiveState.UNDER_WAY: "started"}


@dataclass(frozen=True, slots=True)
class Going:
    """What leaves, what it is understood by, and where its files lie in the ZIP by their ids."""

    leaving: Portfolio
    catalogue: Catalogue
    files: Mapping[str, str]
    ids: frozenset[str]

    def own(self, *records: Any) -> tuple[str, ...]:
        """Return records as they read back, without links to what stays."""
        return tuple(leap2a_own.written(each, self.ids) for each in records)

    def links(self, record: Any) -> tuple[tuple[str, str], ...]:
        """Return links to the evidence, activities and meetings that a record names."""
        return tuple(
            ("related" if shape.link == "evidence" else "leap2:reflects_on", address(each))
            for shape, each in linked_ids(record)
            if shape.link in ("evidence", "cpd_activity", "meeting") and each in self.ids
        )


def entries_of(
    leaving: Portfolio, catalogue: Catalogue, files: Mapping[str, str]
) -> Iterator[Written]:
    """Yield an entry for all that Leap2A has a place for; `files` says where evidence lies."""
    ids = frozenset(each.id for held in leaving.records.values() for each in held)
    going = Going(leaving, catalogue, files, ids)
    for name, title, entries in JOURNALS:
        yield from _journal(name, title, list(entries(going)))
    yield from _plans(going)
    yield from _resume(going)
    yield from (_file(each, going) for each in leaving.all(Evidence))


def address(record_id: str) -> str:
    """Return how a record is called in a feed."""
    return f"urn:uuid:{record_id}"


def _journal(name: str, title: str, entries: list[Written]) -> Iterator[Written]:
    if entries:
        yield Written(
            id=f"{OURS}{name}",
            type="selection",
            title=title,
            links=tuple(("leap2:has_part", each.id) for each in entries),
            categories=(("selection_type", "Blog"),),
        )
        yield from entries


def _reflections(going: Going) -> Iterator[Written]:
    for each in going.leaving.all(Reflection):
        additions = going.leaving.of(Addition, each.id, by="reflection")
        answers = tuple(answers_in_words(going.catalogue, each))
        added = tuple((f"Added on {day(one.on)}", one.words) for one in additions)
        yield Written(
            id=address(each.id),
            type="entry",
            title=each.title or "Reflection",
            on=each.on,
            # One answer, to a question that only says to write, needs no heading.
            parts=(*(answers if len(answers) > 1 else (("", said) for _, said in answers)), *added),
            links=(("leap2:is_part_of", f"{OURS}reflections"), *going.links(each)),
            tags=tuple(pillar.label for pillar in each.pillars),
            own=going.own(each, *additions),
        )


def _activities(going: Going) -> Iterator[Written]:
    for each in going.leaving.all(CpdActivity):
        kind = each.learning_type.label if each.learning_type else ""
        facts = [
            span(each.started_on, each.ended_on),
            duration(each.minutes),
            f"{duration(each.minutes_with_others)} with others" if each.minutes_with_others else "",
            kind,
            each.provider,
        ]
        yield Written(
            id=address(each.id),
            type="cpd",
            title=each.title or "CPD activity",
            on=each.started_on,
            parts=(
                ("", " · ".join(fact for fact in facts if fact)),
                ("What I did", each.what_i_did),
                ("What I learnt", each.what_i_learnt),
                ("Benefit to my practice", each.benefit_to_practice),
                ("Benefit to service users", each.benefit_to_service_users),
                ("Brought along", each.brought_along),
            ),
            links=(("leap2:is_part_of", f"{OURS}cpd"), *going.links(each)),
            tags=tuple(tag for tag in (kind, *(one.label for one in each.pillars)) if tag),
            dates={"start": each.started_on, "end": each.ended_on},
            hours=hours(each.minutes),
            own=going.own(each),
        )


def _meetings(going: Going) -> Iterator[Written]:
    for each in going.leaving.all(Meeting):
        actions = going.leaving.of(Action, each.id, by="meeting")
        facts = [
            day(meetings.happens_on(each)),
            duration(each.minutes),
            each.kind.label,
            each.place,
        ]
        yield Written(
            id=address(each.id),
            type="meeting",
            title=meetings.name(each),
            on=meetings.happens_on(each),
            parts=(
                ("", " · ".join(fact for fact in facts if fact)),
                ("Agenda", each.agenda),
                ("Record", each.record),
                ("Agreed", "\n".join(_action(one) for one in actions)),
            ),
            links=(("leap2:is_part_of", f"{OURS}meetings"),),
            dates={"start": meetings.happens_on(each)},
            hours=hours(each.minutes),
            own=going.own(each, *actions),
        )


def _action(action: Action) -> str:
    about = [
        action.owner,
        f"by {day(action.due_on)}" if action.due_on else "",
        f"done {day(action.done_on)}" if action.done_on else "",
    ]
    said = "; ".join(each for each in about if each)
    return f"– {action.words}{f' ({said})' if said else ''}"


def _ratings(going: Going) -> Iterator[Written]:
    for each in going.leaving.all(RatedStatement):
        ratings = going.leaving.of(ConfidenceRating, each.id, by="rated")
        found = statement(going.catalogue, each.statement) if each.statement else None
        said = each.words or (found[1].words if found else "") or "A statement"
        yield Written(
            id=address(each.id),
            type="entry",
            title=said,
            on=ratings[-1].on if ratings else None,
            parts=(("", "\n".join(_rating(one) for one in ratings)),),
            links=(("leap2:is_part_of", f"{OURS}confidence"),),
            own=going.own(each, *ratings),
        )


def _rating(rating: ConfidenceRating) -> str:
    said = f"{day(rating.on)}: {rating.measure.label}, {rating.rating} of {MOST} steps"
    return f"{said}. {rating.words}" if rating.words.strip() else said


JOURNALS: tuple[tuple[str, str, Callable[[Going], Iterator[Written]]], ...] = (
    ("reflections", "Reflections", _reflections),
    ("cpd", "CPD", _activities),
    ("meetings", "Meetings", _meetings),
    ("confidence", "How sure I am", _ratings),
)


def _plans(going: Going) -> Iterator[Written]:
    objectives = going.leaving.all(Objective)
    needs = {each.id: each for each in going.leaving.all(Need)}
    for need in needs.values():
        tasks = [each for each in objectives if each.need == need.id]
        yield Written(
            id=address(need.id),
            type="plan",
            title=need.words or "A need",
            parts=(("", need.detail), ("How", need.how)),
            is_plain=True,
            links=tuple(("leap2:has_part", address(each.id)) for each in tasks),
            dates={"target": need.due_on},
        )
    rest = [each for each in objectives if each.need not in needs]
    if rest:
        yield Written(
            id=f"{OURS}objectives",
            type="plan",
            title="Objectives",
            is_plain=True,
            links=tuple(("leap2:has_part", address(each.id)) for each in rest),
        )
    for each in objectives:
        plan = address(each.need) if each.need in needs else f"{OURS}objectives"
        yield Written(
            id=address(each.id),
            type="plan",
            title=each.title or "An objective",
            parts=(("", each.how), ("Review", each.review), ("State", each.state.label)),
            is_plain=True,
            links=(("leap2:is_part_of", plan),),
            dates={"target": each.due_on},
            stage=STAGES.get(each.state, "planned"),
        )


def _resume(going: Going) -> Iterator[Written]:
    for each in going.leaving.all(Qualification):
        facts = [line("Awarded by", each.awarded_by), line("Valid to", day(each.expires_on))]
        yield _achievement(going, each, each.awarded_on, with_lines(each.words, facts))
    for one in going.leaving.all(Training):
        facts = [
            line("Kind", one.kind.label),
            line("Provider", one.provider),
            line("Time", duration(one.minutes)),
            line("Level", one.level),
            line("Credits", count(one.credits, "credit") if one.credits else ""),
            line("Confirmed by", one.confirmed_by),
            line("Valid to", day(one.expires_on)),
        ]
        yield _achievement(going, one, one.done_on, with_lines(one.words, facts))
    for place in going.leaving.all(Workplace):
        yield from _workplace(going, place)


def _achievement(going: Going, record: Any, on: Any, words: str) -> Written:
    return Written(
        id=address(record.id),
        type="achievement",
        title=record.title or "A qualification",
        on=on,
        parts=(("", words),),
        is_plain=True,
        links=going.links(record),
        dates={"end": on},
        own=going.own(record),
    )


def _workplace(going: Going, place: Workplace) -> Iterator[Written]:
    employer = f"{OURS}employer:{place.id}"
    yield Written(
        id=address(place.id),
        type="activity",
        title=place.job_title or place.name or "A workplace",
        on=place.started_on,
        parts=(("", with_lines(place.words, [line("Setting", place.setting)])),),
        is_plain=True,
        links=(("leap2:supported_by", employer),),
        categories=(("life_area", "Work"),),
        dates={"start": place.started_on, "end": place.ended_on},
        own=going.own(place),
    )
    yield Written(
        id=employer,
        type="organization",
        title=place.name,
        is_plain=True,
        links=(("leap2:supports", address(place.id)),),
    )


def _file(evidence: Evidence, going: Going) -> Written:
    # To Mahara a file is called by its title, and is what the end of that says.
    ending = PurePath(evidence.file_name).suffix
    title = evidence.title or evidence.file_name or "A file"
    is_named = title.lower().endswith(ending.lower())
    name = going.files.get(evidence.id)
    facts = [line("What it is", evidence.kind.label), line("Made by", evidence.made_by)]
    return Written(
        id=address(evidence.id),
        type="resource",
        title=title if is_named else f"{title}{ending}",
        on=evidence.on,
        parts=(("", with_lines(evidence.words, facts)),),
        is_plain=True,
        file=(name, evidence.media_type or "application/octet-stream") if name else None,
        categories=(("resource_type", "Offline"),),
        own=going.own(evidence),
    )
