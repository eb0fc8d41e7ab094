"""CPD: every activity by date with the gaps between, then those with words, by pillar."""

from collections.abc import Sequence
from datetime import date

from reportlab.lib.units import mm
from reportlab.platypus import Flowable

from ...domain.audit import Gap, Silence, silences
from ...domain.cpd import (
    CpdActivity,
    by_pillar,
    learning_types,
    main_pillar,
    minutes_by_pillar,
)
from ...domain.pillars import Pillar
from ...domain.words import count, day, duration, listed, span
from .. import text
from ..charts.pillars import pillars_chart, pillars_in_words
from ..charts.style import PAPER
from ..flowables import Mark, Picture, caption, group_heading, lead, meta, prose, record_heading
from ..fonts import ITALIC
from ..parts import Part
from ..selection import Selection, evidence_words, known_statement
from ..styles import CELL, META, TEXT_WIDTH
from ..tables import BETWEEN_COLUMNS, Column, Layout, Row, table

ACTIVITIES = Layout(
    columns=(
        Column("Date", 30),
        Column("Activity", 62),
        Column("Learning type", 22),
        Column("Pillar", 26.5),
        Column("Time", 17, right=True),
        Column("Evidence", 12.5, right=True),
    ),
    above=2,
    below=4,
)
DATE_WIDTH = 30 * mm - BETWEEN_COLUMNS
CHART_HEIGHT = 70
FIELDS = (
    ("What I did", "what_i_did"),
    ("What I learnt", "what_i_learnt"),
    ("Benefit to my practice", "benefit_to_practice"),
    ("Benefit to service users", "benefit_to_service_users"),
)


def cpd_list(selection: Selection) -> Part | None:
    """Return the part with every activity by date; None where there is none."""
    held = selection.portfolio.all(CpdActivity)
    if not held:
        return None
    entries = [(each.started_on or date.max, 1, _row(selection, each)) for each in held]
    entries += [(each.from_on, 0, _gap(each)) for each in _silences(selection)]
    entries.sort(key=lambda entry: entry[:2])
    return Part(
        title="CPD activities",
        says="Every activity by date, and what lies between them",
        flowables=[*lead(_lead(held)), *table(ACTIVITIES, [row for _, _, row in entries])],
    )


def cpd_details(selection: Selection) -> Part | None:
    """Return the part with the activities that have words, by their main pillar."""
    everything = selection.portfolio.all(CpdActivity)
    told = [each for each in everything if _has_words(each)]
    if not told:
        return None
    flowables = [*lead(f"{count(len(told), 'activity', 'activities')}, told by pillar.")]
    flowables += _pillars(everything)
    for pillar in (*Pillar, None):
        of_pillar = [each for each in told if main_pillar(each) is pillar]
        if of_pillar:
            title = pillar.label if pillar else "No pillar yet"
            mark = Mark(key=f"pillar.{pillar}", title=title, level=1)
            flowables += group_heading(title, count(len(of_pillar), "activity", "activities"), mark)
        for each in of_pillar:
            flowables += _detail(selection, each)
    return Part(
        title="CPD in full", says="What I did, learnt and changed, by pillar", flowables=flowables
    )


def _lead(held: Sequence[CpdActivity]) -> str:
    days = [each.started_on for each in held if each.started_on]
    between = f" between {day(min(days))} and {day(max(days))}" if len(days) > 1 else ""
    kinds = [each.label.lower() for each in learning_types(held) if each]
    minutes = sum(each.minutes or 0 for each in held)
    words = f"{count(len(held), 'activity', 'activities')}{between}"
    words += f", {duration(minutes)} altogether." if minutes else "."
    return f"{words} Learning types: {listed(kinds)}." if kinds else words


def _row(selection: Selection, activity: CpdActivity) -> Row:
    pillar = main_pillar(activity)
    title = activity.title or "Without a title"
    return Row(
        (
            _when(activity) or "No date yet",
            f"{title} (private)" if activity.private else title,
            activity.learning_type.label if activity.learning_type else "–",
            pillar.label if pillar else "–",
            duration(activity.minutes) or "–",
            evidence_words(selection, activity.evidence) or "–",
        )
    )


def _when(activity: CpdActivity) -> str:
    """Return the dates in one line where the column holds them, else in two."""
    whole = span(activity.started_on, activity.ended_on)
    if len(text.lines(whole, CELL, DATE_WIDTH)) < 2:
        return whole
    return f"{day(activity.started_on)}\nto {day(activity.ended_on)}"


def _silences(selection: Selection) -> tuple[Silence, ...]:
    """Return the gaps in everything recorded: leaving a record out does not make a gap."""
    everything = selection.whole.all(CpdActivity)
    days = [each.started_on for each in everything if each.started_on]
    if not days:
        return ()
    from_on = selection.choice.from_on or min(days)
    to_on = min(selection.choice.to_on or date.max, max(selection.on, *days))
    return silences(everything, selection.whole.all(Gap), from_on=from_on, to_on=to_on)


def _gap(silence: Silence) -> Row:
    why = silence.explained_by.explanation if silence.explained_by else ""
    words = f"No activities recorded. {why}" if why else "No activities recorded"
    return Row((f"{day(silence.from_on)}\nto {day(silence.to_on)}", words), face=ITALIC)


def _has_words(activity: CpdActivity) -> bool:
    return any(getattr(activity, field).strip() for _, field in FIELDS)


def _pillars(held: Sequence[CpdActivity]) -> list[Flowable]:
    counted = by_pillar(held)
    if not any(counted.values()):
        return []
    chart = pillars_chart(
        counted, minutes_by_pillar(held), PAPER, width=TEXT_WIDTH, height=CHART_HEIGHT
    )
    said = pillars_in_words(counted)
    return [Picture(chart, said, before=6), *caption(said)]


def _detail(selection: Selection, activity: CpdActivity) -> list[Flowable]:
    title = activity.title or "Without a title"
    mark = Mark(key=f"cpd.{activity.id}", title=title, level=2)
    flowables = [
        *record_heading(title, span(activity.started_on, activity.ended_on), mark),
        *meta(_meta(selection, activity)),
    ]
    for label, field in FIELDS:
        flowables += prose(getattr(activity, field), label=label)
    return [*flowables, *prose(_spoken_to(selection, activity), META, label="Speaks to")]


def _meta(selection: Selection, activity: CpdActivity) -> list[str]:
    numbers = evidence_words(selection, activity.evidence)
    return [
        f"{activity.learning_type.label} learning" if activity.learning_type else "",
        listed([each.label for each in activity.pillars]),
        duration(activity.minutes),
        _with_others(activity),
        activity.provider,
        f"evidence {numbers}" if numbers else "",
        "private" if activity.private else "",
    ]


def _with_others(activity: CpdActivity) -> str:
    if not activity.minutes_with_others:
        return ""
    if activity.minutes_with_others == activity.minutes:
        return "with others"
    return f"{duration(activity.minutes_with_others)} of it with others"


def _spoken_to(selection: Selection, activity: CpdActivity) -> str:
    """Return the statements a record speaks to by their first words, a line for each framework."""
    spoken: dict[str, list[str]] = {}
    for tag in activity.statements:
        found = known_statement(selection, tag)
        if found:
            framework, statement = found
            spoken.setdefault(framework.name.split(",")[0], []).append(_gist(statement.words))
    return "\n".join(f"{name}: {'; '.join(held)}" for name, held in spoken.items())


def _gist(words: str) -> str:
    """Return what a statement is about: what stands before its colon, or its first sentence."""
    first = words.partition(". ")[0].rstrip(".")
    return first.partition(": ")[0] or first
