"""What a field is called, and how its value reads, wherever records are shown as they are kept."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from ..domain.agreements import Agreement
from ..domain.confidence import LEAST_MEANS, MOST, MOST_MEANS
from ..domain.evidence import fingerprint, size_in_words
from ..domain.frameworks import Catalogue, statement
from ..domain.preceptorship import Side
from ..domain.records import Shape
from ..domain.reflections import Reflection
from ..domain.words import Word, count, day, duration, listed, sentence
from ..domain.workbooks import Workbook, WorkbookAnswer, Worksheet

# Names whose words are not simply the name with spaces.
FIELD_WORDS = {
    "as_at": "As at",
    "away_months": "Time away",
    "away_words": "About the time away",
    "back_up": "Back-up preceptor",
    "before": "The sheet before",
    "breadth": "General or specialist",
    "came_from": "The line it came from",
    "certified_on": "Certificate",
    "closing_words": "Looking back",
    "did": "What was done",
    "doing_next": "After it",
    "ended_on": "To",
    "expires_on": "Valid to",
    "follows": "Follows on from",
    "found": "What was found",
    "from_away": "From time away",
    "from_on": "From",
    "from_person": "From",
    "handed_on": "Handed over",
    "heard": "What was said",
    "how": "How",
    "how_known": "How it is known to be safe",
    "in_service_on": "In-service training",
    "indemnity_matches_scope": "Indemnity covers what I do",
    "is_chosen": "Chosen for the statement",
    "is_own_time": "My own time",
    "is_self_agreed": "Self-agreed",
    "is_superseded": "A newer edition has taken its place",
    "length_months": "Length",
    "minutes": "Time",
    "minutes_with_others": "Time with others",
    "mix": "Mix of learning",
    "needs_checked": "Needs looked at again",
    "next_three": "What I do next",
    "no_change_because": "Why nothing changed",
    "none_for_now": "Why nothing comes next for now",
    "on": "Date",
    "only_one_here": "The only one of my profession here",
    "owner": "Who",
    "practised_years": "In practice before it",
    "preceptor_minutes": "Time for preceptees, each month",
    "preceptor_words": "What the preceptor says",
    "preceptorship_lead": "Preceptorship lead",
    "recheck_on": "To look at again",
    "rechecked_on": "Looked at again",
    "review_on": "To look at again",
    "reviewed_on": "Final review",
    "route_words": "About the route",
    "scales_time": "Time in proportion to hours",
    "settled_on": "Settled",
    "sha256": "Fingerprint",
    "started_on": "From",
    "story": "The story, to share",
    "to_on": "To",
    "to_person": "To",
    "transition_words": "About the transition",
    "value_after": "After",
    "value_before": "Before",
    "what_i_did": "What I did",
    "what_i_learnt": "What I learnt",
    "what_next": "What comes next",
    "words": "In my words",
    "wte_hundredths": "Whole-time equivalent",
}
# What a record's own words are, where they are not simply what its owner says about it.
WHAT_WORDS_ARE = {
    "action": "What was agreed",
    "adjustment": "What is arranged",
    "competence": "What it asks",
    "contact": "What about",
    "equivalent": "What it was",
    "opportunity": "What it is",
    "rated_statement": "Statement",
    "recheck": "What to look at",
    "theme": "What it is about",
    "updating": "What it was",
    "worksheet": "What I take from it",
}
NEVER_SHOWN = frozenset({"id", "media_type"})


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


def answers_in_words(
    catalogue: Catalogue, record: Any, by_id: Mapping[str, Any] | None = None
) -> Iterator[tuple[str, str]]:
    """Yield what was answered under headings of a form, each heading with its words, in order."""
    held, headings = _answers(catalogue, record, by_id or {})
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
    if shape.name in FROM_WORKBOOKS:
        return FROM_WORKBOOKS[shape.name](record, catalogue, by_id or {})
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
    if name.endswith(("_months", "_years")):
        return count(held, name.rpartition("_")[2].removesuffix("s"))
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


def in_workbook_order(
    catalogue: Catalogue, answers: Iterable[WorkbookAnswer], by_id: Mapping[str, Any]
) -> list[WorkbookAnswer]:
    """Return the answers of a sheet as the workbook asks them; unknown questions come last."""

    def place(answer: WorkbookAnswer) -> int:
        workbook, _ = _workbook_of(answer, catalogue, by_id)
        asked = [each.code for each in workbook.questions] if workbook else []
        return asked.index(answer.question) if answer.question in asked else len(asked)

    return sorted(answers, key=place)


def _answers(
    catalogue: Catalogue, record: Any, by_id: Mapping[str, Any]
) -> tuple[Mapping[str, str], Mapping[str, str]]:
    """Return what was answered by key, and the headings of the keys in their order."""
    if isinstance(record, Reflection):
        model = catalogue.reflection_models.get(record.model)
        return record.answers, {each.key: each.heading for each in model.prompts} if model else {}
    if isinstance(record, Agreement):
        form = catalogue.agreements.get(record.kind)
        return record.clauses, {each.code: each.heading for each in form.clauses} if form else {}
    workbook, _ = _workbook_of(record, catalogue, by_id)
    question = workbook.question(record.question) if workbook else None
    return record.parts, {each.key: each.words for each in question.columns} if question else {}


def _workbook_of(
    answer: WorkbookAnswer, catalogue: Catalogue, by_id: Mapping[str, Any]
) -> tuple[Workbook | None, Side]:
    """Return the workbook that an answer is to, and whose side its sheet is on."""
    sheet = by_id.get(answer.worksheet or "")
    if not isinstance(sheet, Worksheet):
        return None, Side.PRECEPTEE
    return catalogue.workbooks.get(sheet.workbook), sheet.side


def _question(answer: WorkbookAnswer, catalogue: Catalogue, by_id: Mapping[str, Any]) -> str:
    workbook, side = _workbook_of(answer, catalogue, by_id)
    question = workbook.question(answer.question) if workbook else None
    return question.said_to(side) if question else answer.question


def _step(answer: WorkbookAnswer, catalogue: Catalogue, by_id: Mapping[str, Any]) -> str:
    workbook, _ = _workbook_of(answer, catalogue, by_id)
    step = workbook.step(answer.step) if workbook else None
    return step.words if step else answer.step


FROM_WORKBOOKS: Mapping[str, Callable[[Any, Catalogue, Mapping[str, Any]], str]] = {
    "question": _question,
    "step": _step,
}


def _statement_words(catalogue: Catalogue, tag: str) -> str:
    found = statement(catalogue, tag)
    return f"{found[0].name}: {found[1].words}" if found else tag
