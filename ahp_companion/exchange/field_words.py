"""What a field is called, and how its value reads, wherever records are shown as they are kept."""

from collections.abc import Iterator, Mapping
from typing import Any

from ..domain.agreements import Agreement
from ..domain.confidence import LEAST_MEANS, MOST, MOST_MEANS
from ..domain.evidence import fingerprint, size_in_words
from ..domain.frameworks import Catalogue, statement
from ..domain.records import Shape
from ..domain.reflections import Reflection
from ..domain.words import Word, count, day, duration, listed, sentence
from ..domain.workbooks import WorkbookAnswer, Worksheet

# Names whose words are not simply the name with spaces.
FIELD_WORDS = {
    "away_months": "Time away",
    "away_words": "About the time away",
    "from_on": "From",
    "how": "How",
    "indemnity_matches_scope": "Indemnity covers what I do",
    "is_chosen": "Chosen for the statement",
    "is_own_time": "My own time",
    "length_months": "Length",
    "minutes": "Time",
    "needs_checked": "Needs looked at again",
    "on": "Date",
    "only_one_here": "The only one of my profession here",
    "preceptorship_lead": "Preceptorship lead",
    "route_words": "About the route",
    "scales_time": "Time in proportion to hours",
    "sha256": "Fingerprint",
    "started_on": "From",
    "ended_on": "To",
    "expires_on": "Valid to",
    "to_on": "To",
    "transition_words": "About the transition",
    "what_i_did": "What I did",
    "what_i_learnt": "What I learnt",
    "wte_hundredths": "Whole-time equivalent",
    "words": "In my words",
}
WHAT_WORDS_ARE = {"action": "What was agreed", "rated_statement": "Statement"}
NEVER_SHOWN = frozenset({"id", "media_type", "next_three"})


def field_words(name: str, kind: str = "") -> str:
    """Return what a field of a kind is called, "Last renewed" for last_renewed_on."""
    if name == "words" and kind in WHAT_WORDS_ARE:
        return WHAT_WORDS_ARE[kind]
    if name in FIELD_WORDS:
        return FIELD_WORDS[name]
    for ending in ("_on", "_words", "_minutes", "_at"):
        if name.endswith(ending) and name != "planned_at":
            name = name.removesuffix(ending)
    return sentence(name.replace("_", " "))


def answers_in_words(catalogue: Catalogue, record: Any) -> Iterator[tuple[str, str]]:
    """Yield what was answered under headings of a form, each heading with its words, in order."""
    held, headings = _answers(catalogue, record)
    for key in [*headings, *(key for key in held if key not in headings)]:
        words = held.get(key, "")
        if words.strip():
            yield headings.get(key) or sentence(key.replace("_", " ").replace("-", " ")), words


def value_words(
    shape: Shape, record: Any, catalogue: Catalogue, by_id: Mapping[str, Any] | None = None
) -> str:
    """Return a field's value as people read it; nothing where there is nothing to say.

    Links and answers are not values of their own and give nothing here. `by_id` gives the sheet
    that an answer of a workbook stands on.
    """
    if isinstance(record, WorkbookAnswer) and shape.name in ("question", "step"):
        return _of_workbook(shape.name, record, catalogue, by_id or {})
    held = getattr(record, shape.name)
    if shape.link or shape.type is dict or shape.name in NEVER_SHOWN:
        return ""
    if shape.many:
        return _list_words(shape, held, catalogue)
    if isinstance(held, bool):
        return "Yes" if held else ""
    if isinstance(held, Word):
        return held.label
    if isinstance(held, int):
        return _number_words(shape.name, held)
    if isinstance(held, str):
        return _text_words(shape.name, held, record, catalogue)
    return day(held)


def _list_words(shape: Shape, held: tuple[Any, ...], catalogue: Catalogue) -> str:
    if issubclass(shape.type, Word):
        return listed([each.label for each in held])
    if shape.name == "statements":
        return "\n".join(_statement_words(catalogue, each) for each in held)
    return listed(held)


def _number_words(name: str, held: int) -> str:
    if name.endswith("minutes") or name == "minutes_with_others":
        return duration(held)
    if name.endswith("_months"):
        return count(held, "month")
    if name == "wte_hundredths":
        return f"{held / 100:g}"
    if name == "size":
        return size_in_words(held)
    if name == "rating":
        return f"{held} (1 is {LEAST_MEANS}, {MOST} is {MOST_MEANS})"
    return str(held)


def _text_words(name: str, held: str, record: Any, catalogue: Catalogue) -> str:
    if name.endswith("profession") and held in catalogue.professions:
        return catalogue.professions[held].name
    if name == "model" and held in catalogue.reflection_models:
        return catalogue.reflection_models[held].name
    if name == "workbook" and held in catalogue.workbooks:
        return catalogue.workbooks[held].name
    if name == "sha256" and held:
        return fingerprint(record)
    return _statement_words(catalogue, held) if name == "statement" else held


def _answers(catalogue: Catalogue, record: Any) -> tuple[Mapping[str, str], Mapping[str, str]]:
    """Return what was answered by key, and the headings of the keys in their order."""
    if isinstance(record, Reflection):
        model = catalogue.reflection_models.get(record.model)
        return record.answers, {each.key: each.heading for each in model.prompts} if model else {}
    if isinstance(record, Agreement):
        form = catalogue.agreements.get(record.kind)
        return record.clauses, {each.code: each.heading for each in form.clauses} if form else {}
    return record.parts, _columns(catalogue, record.question)


def _columns(catalogue: Catalogue, question: str) -> Mapping[str, str]:
    # Keys name what they hold; two workbooks that use one key say the same with it.
    found = (each.question(question) for each in catalogue.workbooks.values())
    return {column.key: column.words for each in found if each for column in each.columns}


def _of_workbook(
    name: str, answer: WorkbookAnswer, catalogue: Catalogue, by_id: Mapping[str, Any]
) -> str:
    sheet = by_id.get(answer.worksheet or "")
    workbook = catalogue.workbooks.get(sheet.workbook) if isinstance(sheet, Worksheet) else None
    if workbook is None or not isinstance(sheet, Worksheet):
        return answer.question if name == "question" else answer.step
    if name == "question":
        question = workbook.question(answer.question)
        return question.said_to(sheet.side) if question else answer.question
    step = workbook.step(answer.step)
    return step.words if step else answer.step


def _statement_words(catalogue: Catalogue, tag: str) -> str:
    found = statement(catalogue, tag)
    return f"{found[0].name}: {found[1].words}" if found else tag
