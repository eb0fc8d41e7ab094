"""What is known of other people's tables: names of columns, words for types, programs by name."""

import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from ... import assets
from ...domain.cpd import LearningType
from ...domain.pillars import Pillar
from ...domain.words import Word, fold

KEEP = "keep"
# What is longer names no column, and looking for its brackets would take for ever.
LONGEST_NAME = 300


class Field(Word):
    """What a column can hold; the codes are those of our own table where it has one."""

    DATE = "date", "Date"
    END_DATE = "end_date", "Last day"
    TITLE = "title", "Title"
    LEARNING_TYPE = "learning_type", "Learning type"
    PILLARS = "pillars", "Pillars"
    HOURS = "hours", "Hours"
    MINUTES = "minutes", "Minutes"
    DAYS = "days", "Days"
    UNIT = "unit", "Hours, minutes or days"
    HOURS_ALONE = "hours_alone", "Hours alone"
    HOURS_WITH_OTHERS = "hours_with_others", "Hours with others"
    WITH_OTHERS = "with_others", "Alone or with others"
    WHAT_I_DID = "what_i_did", "What I did"
    WHAT_I_LEARNT = "what_i_learnt", "What I learnt"
    BENEFIT_TO_PRACTICE = "benefit_to_practice", "Benefit to my practice"
    BENEFIT_TO_SERVICE_USERS = "benefit_to_service_users", "Benefit to service users"
    PROVIDER = "provider", "Provider"
    EVIDENCE = "evidence", "Evidence, by name"
    PRIVATE = "private", "Private: yes or no"
    LEAVE_OUT = "leave_out", "Leave out"


# Several columns can hold parts of these.
OF_MANY = frozenset(
    {Field.PILLARS, Field.WHAT_I_DID, Field.WHAT_I_LEARNT, Field.BENEFIT_TO_PRACTICE}
    | {Field.BENEFIT_TO_SERVICE_USERS, Field.PROVIDER, Field.EVIDENCE, Field.LEAVE_OUT}
)
# A length that does not say what it counts; settled from the column when the table is read.
LENGTH = "length"


@dataclass(frozen=True, slots=True, kw_only=True)
class Preset:
    """A program's table: the columns it is known by, what they hold, and which rows count.

    `says` is added to what is said of the table. `only` lists the words that rows have in the
    column `only_in`, and `excepted` those in `except_in` that take a row out; most have neither.
    """

    name: str
    says: str
    needs: frozenset[str]
    holds: Mapping[str, str]
    date_order: str = ""
    learning_type: LearningType | None = None
    only_in: str = ""
    only: tuple[str, ...] = ()
    except_in: str = ""
    excepted: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Refused:
    """A table that is not CPD: the columns it is known by, and what is said of it."""

    needs: frozenset[str]
    happened: str
    means: str
    advice: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """All that is known: `synonyms` give a field's code, or LENGTH, and a rank by plain name."""

    synonyms: Mapping[str, tuple[str, int]]
    learning_types: Mapping[str, LearningType]
    pillars: Mapping[str, Pillar]
    presets: tuple[Preset, ...]
    refused: tuple[Refused, ...]


@lru_cache(maxsize=1)
def known() -> Known:
    """Return what is known, read once from the file that ships."""
    path = assets.resource("lists", "import_presets.toml")
    kept = tomllib.loads(path.read_text(encoding="utf-8"))
    return Known(
        synonyms={
            plain(name): (code, rank)
            for code, names in kept["synonyms"].items()
            for rank, name in enumerate(names)
        },
        learning_types=_words(LearningType, kept["learning_types"]),
        pillars=_words(Pillar, kept["pillars"]),
        presets=tuple(_preset(each) for each in kept["preset"]),
        refused=tuple(
            Refused(**{**each, "needs": frozenset(map(plain, each["needs"]))})
            for each in kept["refused"]
        ),
    )


@lru_cache(maxsize=4096)
def plain(name: str) -> str:
    """Return a name as names are compared: lower case, letters and figures only."""
    return re.sub(r"[\W_]+", "", fold(name))


def meaning(name: str) -> tuple[str, int] | None:
    """Return the code of what a column of some name holds, and its rank; None if not known.

    What stands in brackets is left aside where the whole name says nothing.
    """
    if len(name) > LONGEST_NAME:
        return None
    synonyms = known().synonyms
    bare = re.sub(r"[(\[].*?[)\]]", " ", name)
    counted = re.search(r"[(\[]\s*(?:in )?(min|hour|hr|h\b|day)", fold(name))
    found = synonyms.get(plain(name)) or synonyms.get(plain(bare))
    if found and found[0] == LENGTH and counted:
        unit = {"m": Field.MINUTES, "h": Field.HOURS, "d": Field.DAYS}[counted[1][0]]
        return unit.value, found[1]
    return found


def preset_of(names: Sequence[str]) -> Preset | None:
    """Return the program whose table has columns of these names; the one with most of them."""
    there = {plain(each) for each in names}
    found = [each for each in known().presets if each.needs <= there]
    return max(found, key=_needs, default=None)


def refusal(names: Sequence[str]) -> Refused | None:
    """Return what is said of a table that is not CPD, None for one that may be."""
    there = {plain(each) for each in names}
    return next((each for each in known().refused if each.needs <= there), None)


def names_known(row: Iterable[str]) -> int:
    """Return how many fields a row names, if it may be the one that names the columns; else 0."""
    names = [each for each in row if each.strip()]
    preset = preset_of(names)
    codes = {found[0] for each in names if (found := meaning(each))}
    if preset or refusal(names):
        return max(len(codes), len(preset.needs) if preset else 2)
    is_header = len(codes) > 1 and codes & {Field.DATE, Field.TITLE, Field.WHAT_I_DID}
    return len(codes) if is_header else 0


def _needs(preset: Preset) -> int:
    return len(preset.needs)


def _words(words: Any, kept: Mapping[str, Sequence[str]]) -> dict[str, Any]:
    by_name = {plain(each): words(code) for code, names in kept.items() for each in names}
    return by_name | {plain(each): each for each in words} | {plain(e.label): e for e in words}


def _preset(kept: Mapping[str, Any]) -> Preset:
    chosen = kept.get("learning_type")
    return Preset(
        name=kept["name"],
        says=kept.get("says", ""),
        needs=frozenset(map(plain, kept["needs"])),
        holds={plain(name): code for name, code in kept["holds"].items()},
        date_order=kept.get("date_order", ""),
        learning_type=LearningType(chosen) if chosen else None,
        only_in=plain(kept.get("only_in", "")),
        only=tuple(kept.get("only", ())),
        except_in=plain(kept.get("except_in", "")),
        excepted=tuple(kept.get("except", ())),
    )
