"""Reflections: answers to a model's prompts, private until their owner says otherwise."""

from dataclasses import dataclass, field
from datetime import date

from .pillars import Pillar
from .records import Answers, code, link, links, new_id
from .words import word_count


@dataclass(frozen=True, slots=True, kw_only=True)
class Prompt:
    """One question of a reflection model."""

    key: str
    heading: str
    question: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReflectionModel:
    """A way of reflecting, from resources/reflection_models/."""

    code: str
    name: str
    source: str
    prompts: tuple[Prompt, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reflection:
    """What someone made of something that happened."""

    id: str = field(default_factory=new_id)
    title: str = ""
    on: date | None = None
    model: str = code()
    answers: Answers = field(default_factory=dict)
    pillars: tuple[Pillar, ...] = ()
    preceptorship: str | None = link("preceptorship")
    objectives: tuple[str, ...] = links("objective")
    meetings: tuple[str, ...] = links("meeting")
    activities: tuple[str, ...] = links("cpd_activity")
    evidence: tuple[str, ...] = links("evidence")
    private: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Addition:
    """What someone added to a reflection later; what was written first stays as it was."""

    id: str = field(default_factory=new_id)
    reflection: str | None = link("reflection", owned=True)
    on: date | None = None
    words: str = ""


def written(reflection: Reflection, model: ReflectionModel) -> tuple[tuple[Prompt, str], ...]:
    """Return the prompts that have an answer, in the model's order, with the answers."""
    pairs = ((prompt, reflection.answers.get(prompt.key, "").strip()) for prompt in model.prompts)
    return tuple((prompt, words) for prompt, words in pairs if words)


def prompts_left(reflection: Reflection, model: ReflectionModel) -> int:
    """Return how many of the model's prompts have no answer yet."""
    return len(model.prompts) - len(written(reflection, model))


def words_written(answers: Answers) -> int:
    """Return the number of words in all answers."""
    return sum(word_count(words) for words in answers.values())
