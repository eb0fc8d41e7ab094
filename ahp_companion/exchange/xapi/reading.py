"""What learning platforms tell each other of someone (xAPI): each course on a day, once.

A course is opened, gone on with and completed, and each of these is a statement of its own. They
become one activity, as long as the longest of them says. What a statement says of how it went is
kept in its own words and means nothing here.
"""

import json
import re
import uuid
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from ...domain.changes import Edit
from ...domain.cpd import CpdActivity, LearningType
from ...domain.portfolio import Portfolio
from ...domain.problems import ProblemError
from ...domain.words import count, fold, listed
from ..foreign_text import bytes_of, day_in, decoded, in_english, json_of, one_line
from ..importing import Incoming, incoming
from ..reading import Format, Reading, RowProblem
from ..strict import shown
from .words import MERELY, VOIDED, minutes_of, said_of, verb_of

NAMESPACE = uuid.UUID("c1e9a7d4-3d0b-5d52-9f0f-1a5f2f6f4b7e")
BEGINNING, MOST_STATEMENTS, MOST_NAMED = 1_000_000, 50_000, 5
KEYS = re.compile(r'"(actor|verb|object)"\s*:')


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One statement that says something of learning on a day."""

    key: str
    thing: str
    title: str
    verb: str
    on: date
    at: str = ""
    minutes: int | None = None
    description: str = ""
    provider: str = ""
    actor: str = ""
    said: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementFile:
    """A file of statements as it was read: those about one thing on one day stand together."""

    name: str
    groups: tuple[tuple[Statement, ...], ...]
    problems: tuple[RowProblem, ...] = ()
    remarks: tuple[str, ...] = ()


def is_statements(path: Path) -> bool:
    """Return whether a file begins as statements of xAPI do."""
    with path.open("rb") as file:
        begins = decoded(file.read(BEGINNING)).text.lstrip("\ufeff \t\r\n")
    return begins.startswith(("{", "[")) and len(set(KEYS.findall(begins))) == 3


def read_statements(path: Path) -> StatementFile:
    """Return the learning in a file of statements, and the statements that cannot be read.

    Raises ProblemError for a file that holds none.
    """
    held = list(_statements(path))
    if not held:
        raise ProblemError(
            f"There are no statements in “{path.name}”.",
            means="Nothing in it says who did what. Nothing was brought in.",
            advice="Export the statements again from where you learnt, as JSON.",
        )
    voided = {_voids(each) for each in held} - {""}
    found, problems = [], []
    seen: set[str] = set()
    for number, each in enumerate(held, start=1):
        if _voids(each) or _id(each) in voided:
            continue
        try:
            made = _statement(each)
        except ValueError as reason:
            problems.append(RowProblem(number=number, why=str(reason)))
            continue
        if made.key not in seen:
            seen.add(made.key)
            found.append(made)
    groups, merely = _grouped(found)
    return StatementFile(
        name=one_line(path.name),
        groups=tuple(groups),
        problems=tuple(problems),
        remarks=tuple(_remarks(held, voided, merely, found)),
    )


def importing_statements(statements: StatementFile, portfolio: Portfolio) -> Incoming:
    """Return what statements bring into a portfolio: only activities that are not there yet."""
    activities = [_activity(each) for each in statements.groups]
    coming = {each.id for each in activities}
    held = portfolio.all(CpdActivity)
    ids = {each.id for each in held}
    # What no statement claims by its id may be the same all the same.
    alike = Counter(_contents(each) for each in held if each.id not in coming)
    edits = []
    for each in activities:
        if each.id not in ids:
            alike[_contents(each)] -= 1
            edits += [Edit(after=each)] if alike[_contents(each)] < 0 else []
    return incoming(
        edits,
        words=f"Brought in “{statements.name}”",
        present=len(activities) - len(edits),
        remarks=[*statements.remarks, *_others(statements, portfolio)],
    )


def _statements(path: Path) -> Iterator[Any]:
    """Yield statements: one alone, a list of them, a list under a name, or one on each line."""
    text = decoded(bytes_of(path)).text.strip()
    lines = [line for line in text.splitlines() if line.strip()]
    if len(lines) > 1 and all(line.strip()[:1] + line.strip()[-1:] == "{}" for line in lines):
        held: Any = json_of(path, f"[{','.join(lines)}]", "a file of statements")
    else:
        held = json_of(path, text, "a file of statements")
    if isinstance(held, dict):
        inside = held.get("statements")
        held = inside if isinstance(inside, list) else [held]
    found = held if isinstance(held, list) else []
    if len(found) > MOST_STATEMENTS:
        raise ProblemError(
            f"“{path.name}” holds more than {MOST_STATEMENTS:,} statements.",
            means="That is too many to look through at once. Nothing was brought in.",
            advice="Export a shorter time, and bring the files in one after the other.",
        )
    return (each for each in found if isinstance(each, dict) and "verb" in each)


def _statement(held: Mapping[str, Any]) -> Statement:
    thing = _object(held.get("object"))
    definition = _object(thing.get("definition"))
    context = _object(held.get("context"))
    on = day_in(held.get("timestamp")) or day_in(held.get("stored"))
    title = one_line(in_english(definition.get("name")))
    address = one_line(thing["id"]) if isinstance(thing.get("id"), str) else ""
    if on is None:
        raise ValueError("it does not say on which day it was.")
    if not (title or address):
        raise ValueError("it does not say what it is about.")
    return Statement(
        key=_id(held) or json.dumps(held, sort_keys=True),
        thing=address or fold(title),
        title=title or address,
        verb=verb_of(held),
        on=on,
        at=one_line(str(held.get("timestamp") or held.get("stored"))),
        minutes=minutes_of(_object(held.get("result")).get("duration")),
        description=in_english(definition.get("description")),
        provider=one_line(in_english(context.get("platform"))),
        actor=_actor(held.get("actor")),
        said=tuple(said_of(held)),
    )


def _id(held: Mapping[str, Any]) -> str:
    return one_line(held["id"]).lower() if isinstance(held.get("id"), str) else ""


def _voids(held: Mapping[str, Any]) -> str:
    """Return the id of the statement that one takes back; nothing for any other statement."""
    if one_line(str(_object(held.get("verb")).get("id"))) != VOIDED:
        return ""
    return _id(_object(held.get("object"))) or "?"


def _actor(held: Any) -> str:
    actor = _object(held)
    account = _object(actor.get("account"))
    for each in (actor.get("name"), actor.get("mbox"), account.get("name"), actor.get("openid")):
        if isinstance(each, str) and each.strip():
            return one_line(each.removeprefix("mailto:"))
    return ""


def _object(held: Any) -> Mapping[str, Any]:
    return held if isinstance(held, dict) else {}


def _grouped(found: Iterable[Statement]) -> tuple[list[tuple[Statement, ...]], list[Statement]]:
    """Return statements by thing and day, and those of things that were no more than opened."""
    by_thing: dict[tuple[str, date], list[Statement]] = {}
    for each in found:
        by_thing.setdefault((each.thing, each.on), []).append(each)
    groups, merely = [], []
    for held in by_thing.values():
        if all(fold(each.verb) in MERELY for each in held):
            merely += held
        else:
            groups.append(tuple(sorted(held, key=_at)))
    return groups, merely


def _at(statement: Statement) -> str:
    return statement.at


def _activity(group: Sequence[Statement]) -> CpdActivity:
    # The last to say something of learning knows most: it comes when the rest is over.
    main = next(each for each in reversed(group) if fold(each.verb) not in MERELY)
    lengths = [each.minutes for each in group if each.minutes is not None]
    told = [line for each in group for line in _told(each, is_main=each is main)]
    return CpdActivity(
        id=str(uuid.uuid5(NAMESPACE, f"{main.thing}\n{main.on.isoformat()}")),
        title=main.title,
        started_on=main.on,
        learning_type=LearningType.FORMAL,
        minutes=max(lengths, default=None),
        what_i_did=next((each.description for each in (main, *group) if each.description), ""),
        provider=main.provider,
        brought_along="\n".join(dict.fromkeys(told)),
    )


def _told(statement: Statement, *, is_main: bool) -> Iterator[str]:
    for name, words in statement.said:
        # Of the others, only when and what they said of it: the rest is the same each time.
        if is_main or name in ("Verb", "Time") or name.startswith("Result"):
            yield f"{name}: {words}"


def _contents(activity: CpdActivity) -> tuple[str, date | None, int | None]:
    return fold(activity.title).strip(), activity.started_on, activity.minutes


def _remarks(
    held: Sequence[Any], voided: set[str], merely: Sequence[Statement], found: Sequence[Statement]
) -> Iterator[str]:
    taken_back = sum(_id(each) in voided for each in held)
    if taken_back:
        yield f"Left out, as taken back later: {count(taken_back, 'statement')}."
    if merely:
        titles = list(dict.fromkeys(f"“{shown(each.title)}”" for each in merely))
        more = [f"{len(titles) - MOST_NAMED} more"] if len(titles) > MOST_NAMED else []
        yield (
            f"Left out, as only opened or begun: {listed([*titles[:MOST_NAMED], *more])} "
            f"({count(len(merely), 'statement')})."
        )
    undated = sum(each.minutes is None for each in found)
    if found and undated == len(found):
        yield "No statement says how long anything took; write in the hours."


def _others(statements: StatementFile, portfolio: Portfolio) -> Iterator[str]:
    own = fold(portfolio.practitioner.name).split()
    actors = {each.actor for group in statements.groups for each in group} - {""}
    others = sorted(each for each in actors if "@" not in each and fold(each).split() != own)
    if own and others:
        named = listed([f"“{shown(each)}”" for each in others[:MOST_NAMED]])
        yield f"Statements name {named}; make sure that is you."
    elif len(actors) > 1:
        yield f"The statements are about {len(actors)} people; make sure all of them are you."


def _read(path: Path) -> Reading:
    statements = read_statements(path)
    return Reading(
        format=FORMAT.code,
        into=partial(importing_statements, statements),
        problems=statements.problems,
    )


FORMAT = Format(
    code="xapi",
    words="Statements from a learning platform",
    endings=(".json", ".jsonl", ".ndjson"),
    is_it=is_statements,
    read=_read,
)
