"""Reflections as prose: the prompt small beside, the answer large."""

from collections.abc import Sequence

from reportlab.platypus import Flowable

from ...domain.cpd import CpdActivity
from ...domain.meetings import Meeting
from ...domain.plan import Objective
from ...domain.records import Record
from ...domain.reflections import Addition, Reflection, written
from ...domain.words import count, day, listed
from ..flowables import Mark, lead, meta, prose, record_heading
from ..parts import Part
from ..selection import Selection, evidence_words, grouped, title_of
from ..styles import ANSWER

ABOUT: tuple[tuple[str, type[Record]], ...] = (
    ("activities", CpdActivity),
    ("meetings", Meeting),
    ("objectives", Objective),
)


def reflections(selection: Selection) -> Part | None:
    """Return the part with every reflection that leaves; None where none does."""
    held = selection.portfolio.all(Reflection)
    if not held:
        return None
    additions = grouped(selection.portfolio.all(Addition), "reflection")
    titles = _titles(selection, held)
    flowables = lead(_lead(selection, held))
    for each in held:
        flowables += _reflection(selection, each, additions.get(each.id, []), titles)
    return Part(
        title="Reflections",
        says="In full, as I wrote them, with what I added later",
        flowables=flowables,
    )


def _lead(selection: Selection, held: Sequence[Reflection]) -> str:
    everything = len(selection.whole.all(Reflection))
    if everything == len(held):
        return f"{count(len(held), 'reflection')}, in full."
    return f"{len(held)} of {count(everything, 'reflection')}, in full; the others stay with me."


def _reflection(
    selection: Selection,
    reflection: Reflection,
    additions: Sequence[Addition],
    titles: dict[str, str],
) -> list[Flowable]:
    title = reflection.title or "A reflection"
    mark = Mark(key=f"reflection.{reflection.id}", title=title, level=1)
    flowables = [
        *record_heading(title, day(reflection.on), mark),
        *meta(_meta(selection, reflection, titles)),
    ]
    for label, words in _answers(selection, reflection):
        flowables += prose(words, ANSWER, label=label)
    for each in additions:
        flowables += prose(each.words, ANSWER, label=f"Added {day(each.on)}".strip())
    return flowables


def _answers(selection: Selection, reflection: Reflection) -> list[tuple[str, str]]:
    """Return labels and answers: by the model's prompts, then whatever has no prompt there."""
    model = selection.catalogue.reflection_models.get(reflection.model)
    pairs = written(reflection, model) if model else ()
    known = {prompt.key for prompt, _ in pairs}
    others = [(key, words) for key, words in reflection.answers.items() if key not in known]
    return [
        *((prompt.heading or prompt.question, words) for prompt, words in pairs),
        *((key.replace("_", " ").replace("-", " ").capitalize(), words) for key, words in others),
    ]


def _meta(selection: Selection, reflection: Reflection, titles: dict[str, str]) -> list[str]:
    model = selection.catalogue.reflection_models.get(reflection.model)
    about = [
        titles[each] for field, _ in ABOUT for each in getattr(reflection, field) if each in titles
    ]
    numbers = evidence_words(selection, reflection.evidence)
    return [
        model.name if model else "",
        listed([each.label for each in reflection.pillars]),
        f"about {listed(about)}" if about else "",
        f"evidence {numbers}" if numbers else "",
        "private" if reflection.private else "",
    ]


def _titles(selection: Selection, held: Sequence[Reflection]) -> dict[str, str]:
    wanted = {each for one in held for field, _ in ABOUT for each in getattr(one, field)}
    return {
        each.id: title_of(each)
        for _, record in ABOUT
        for each in selection.portfolio.all(record)
        if each.id in wanted
    }
