"""Reads resources/ into the catalogue, and says in words what is wrong with a file of it."""

import tomllib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, TypeVar

from ..domain.frameworks import Agenda, Catalogue, Framework, Statement
from ..domain.problems import ProblemError
from ..domain.professions import Profession, Regulator, RenewalWindow
from ..domain.reflections import Prompt, ReflectionModel

T = TypeVar("T")


def read_catalogue(resources: Path) -> Catalogue:
    """Return everything under a resources folder, each folder in the order of its file names.

    Raises ProblemError naming the file that does not hold what it should.
    """
    return Catalogue(
        professions={
            each.code: each
            for each in _listed(resources / "lists" / "professions.toml", "profession", _profession)
        },
        frameworks=_by_code(resources / "frameworks", _framework),
        reflection_models=_by_code(resources / "reflection_models", _model),
        agendas=_by_code(resources / "agendas", _agenda),
        settings=_settings(resources / "lists" / "settings.toml"),
    )


def _profession(kept: Mapping[str, Any]) -> Profession:
    renewal = kept.get("renewal")
    return Profession(
        code=kept["code"],
        name=kept["name"],
        field=kept["field"],
        regulator=Regulator(kept["regulator"]),
        titles=tuple(kept.get("titles", ())),
        modalities=tuple(kept.get("modalities", ())),
        number_pattern=kept.get("number_pattern", ""),
        number_example=kept.get("number_example", ""),
        is_ahp=kept.get("is_ahp", True),
        is_small=kept.get("is_small", False),
        body=kept.get("body", ""),
        renewal=RenewalWindow(**renewal) if renewal else None,
        source=kept.get("source", ""),
    )


def _framework(kept: Mapping[str, Any]) -> Framework:
    return Framework(
        code=kept["code"],
        name=kept["name"],
        edition=kept["edition"],
        source=kept["source"],
        as_at=kept["as_at"],
        is_official=kept["is_official"],
        regulator=kept.get("regulator", ""),
        statements=tuple(
            Statement(code=each["code"], words=each["words"], heading=each.get("heading", ""))
            for each in kept["statement"]
        ),
    )


def _model(kept: Mapping[str, Any]) -> ReflectionModel:
    return ReflectionModel(
        code=kept["code"],
        name=kept["name"],
        source=kept["source"],
        prompts=tuple(
            Prompt(key=each["key"], heading=each["heading"], question=each["question"])
            for each in kept["prompt"]
        ),
    )


def _agenda(kept: Mapping[str, Any]) -> Agenda:
    return Agenda(
        code=kept["code"],
        name=kept["name"],
        kind=kept["kind"],
        stage=kept["stage"],
        points=tuple(kept["points"]),
        source=kept.get("source", ""),
    )


def _by_code(folder: Path, make: Callable[[Mapping[str, Any]], Any]) -> dict[str, Any]:
    found = {}
    for path in sorted(folder.glob("*.toml")):
        made = _made(path, _table(path), make)
        found[made.code] = made
    return found


def _settings(path: Path) -> tuple[str, ...]:
    return _made(path, _table(path), lambda kept: tuple(kept["settings"]))


def _listed(path: Path, key: str, make: Callable[[Mapping[str, Any]], T]) -> list[T]:
    return _made(path, _table(path), lambda kept: [make(each) for each in kept[key]])


def _made(path: Path, kept: Mapping[str, Any], make: Callable[[Mapping[str, Any]], T]) -> T:
    try:
        return make(kept)
    except (KeyError, TypeError, ValueError) as reason:
        raise ProblemError(f"{path.name} does not hold what it should: {reason}.") from reason


def _table(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as reason:
        raise ProblemError(f"{path.name} could not be read: {reason}.") from reason
