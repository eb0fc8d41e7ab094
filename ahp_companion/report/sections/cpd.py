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
        Column("Date", 32),
        Column("Activity", 60),
        Column("Learning type", 22),
        Column("Pillar", 26.5),
        Column("Time", 17, right=True),
        Column("Evidence", 12.5, right=True),
    ),
    above=2,
    below=4,
    named_by=1,
)
DATE_WIDTH = 32 * mm - BETWEEN_COLUMNS
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
    gaps = _gaps(selection)
    if not (held or gaps):
        return None
    entries = [(each.started_on or date.max, 1, _row(selection, each)) for each in held]
    entries += _between(_silences(selection, gaps), gaps)
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
    if not held:
        return "No activities are recorded in it; what explains that is below."
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
    return _two_lines(activity.started_on, activity.ended_on)


def _two_lines(from_on: date | None, to_on: date | None) -> str:
    """Return two days as two lines that the column holds; a year is said once if it is one."""
    first, last = day(from_on), day(to_on)
    if from_on and to_on and from_on.year == to_on.year:
        first = first.rpartition(" ")[0]
    return f"{first} to\n{last}"


def _gaps(selection: Selection) -> list[Gap]:
    """Return the gaps that have words and lie, at least in part, within the dates chosen."""
    first, last = selection.choice.from_on or date.min, selection.choice.to_on or date.max
    return [
        each
        for each in selection.portfolio.all(Gap)
        if each.explanation.strip() and _meets(each, first, last)
    ]


def _silences(selection: Selection, gaps: Sequence[Gap]) -> tuple[Silence, ...]:
    """Return the silences in everything recorded: leaving a record out does not make one.

    They begin and end with what is recorded, a gap explained being a record too.
    """
    everything = selection.whole.all(CpdActivity)
    days = [on for each in everything for on in (each.started_on, each.ended_on) if on]
    days += [on for each in gaps for on in (each.from_on, each.to_on or selection.on) if on]
    if not days:
        return ()
    from_on = selection.choice.from_on or min(days)
    to_on = min(selection.choice.to_on or max(days), selection.on)
    return silences(everything, gaps, from_on=from_on, to_on=to_on) if from_on <= to_on else ()


def _between(found: Sequence[Silence], gaps: Sequence[Gap]) -> list[tuple[date, int, Row]]:
    """Return rows with their days: each silence, and each explanation once.

    A gap stands in the first silence that it meets, or in a row of its own dates where it meets
    none.
    """
    left, rows = list(gaps), []
    for silence in found:
        here = [each for each in left if _meets(each, silence.from_on, silence.to_on)]
        left = [each for each in left if each not in here]
        rows.append((silence.from_on, 0, _silence(silence, here)))
    return rows + [(each.from_on or each.to_on or date.max, 0, _gap(each)) for each in left]


def _meets(gap: Gap, from_on: date, to_on: date) -> bool:
    return (gap.from_on or from_on) <= to_on and (gap.to_on or to_on) >= from_on


def _silence(silence: Silence, gaps: Sequence[Gap]) -> Row:
    why = " ".join(each.explanation.strip() for each in gaps)
    words = "No activities recorded"
    if why:
        words += f". {why}"
    elif silence.explained_by:
        words += ", as explained above"
    return Row((_from_to(silence.from_on, silence.to_on), words), face=ITALIC)


def _gap(gap: Gap) -> Row:
    return Row((_from_to(gap.from_on, gap.to_on), gap.explanation.strip()), face=ITALIC)


def _from_to(from_on: date | None, to_on: date | None) -> str:
    if from_on and to_on:
        return _two_lines(from_on, to_on)
    return f"from {day(from_on)}" if from_on else f"to {day(to_on)}" if to_on else "No date yet"


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
        activity.mix.label.lower() if activity.mix else "",
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
