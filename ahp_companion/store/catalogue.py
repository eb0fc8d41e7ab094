"""Reads resources/ into the catalogue, and says in words what is wrong with a file of it."""

from collections.abc import Iterable, Mapping
from dataclasses import MISSING, fields
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from ..domain.agreements import AgreementForm, Clause
from ..domain.audit_rules import AuditRule
from ..domain.frameworks import Agenda, Catalogue, Framework, Statement
from ..domain.library import Entry, Shelf
from ..domain.professions import Profession, RenewalWindow
from ..domain.records import values_of
from ..domain.reflections import Prompt, ReflectionModel
from ..domain.starting import StarterNeed, StarterObjective, StarterPlan, SuggestedActivity
from ..domain.workbooks import Workbook
from .knowledge_files import OnDemand, by_code, listed, made, on_demand, table
from .template_files import template
from .workbook_files import own_workbooks, workbook

T = TypeVar("T")


def read_catalogue(resources: Path, own: Path | None = None) -> Catalogue:
    """Return everything under a resources folder, each folder in the order of its file names.

    `own` is the folder of the owner's own workbooks. Raises ProblemError naming the file that does
    not hold what it should: at once, or when something is first looked up in workbooks, forms,
    starter plans or the library. A file of the owner's that does not is passed over, and named
    where workbooks are brought in.
    """
    lists = resources / "lists"
    professions = listed(lists / "professions.toml", "profession", _profession)
    activities = listed(lists / "activities.toml", "activity", partial(_read, SuggestedActivity))
    return Catalogue(
        professions={each.code: each for each in professions},
        frameworks=by_code(resources / "frameworks", _framework),
        reflection_models=by_code(resources / "reflection_models", _model),
        agendas=by_code(resources / "agendas", partial(_read, Agenda)),
        workbooks=OnDemand(partial(_workbooks, resources / "workbooks", own)),
        agreements=by_code(resources / "agreements", _agreement),
        starter_plans=on_demand(resources / "starter_plans", _starter_plan),
        activities={each.code: each for each in activities},
        audit_rules=OnDemand(partial(_rules, lists / "audit_rules.toml")),
        library=on_demand(resources / "library", _shelf),
        settings=_settings(lists / "settings.toml"),
        templates=on_demand(resources / "templates", template),
    )


def _workbooks(shipped: Path, own: Path | None) -> Mapping[str, Workbook]:
    held: dict[str, Workbook] = by_code(shipped, workbook)
    return held | {each.code: each for each in own_workbooks(own)}


def _rules(path: Path) -> Mapping[str, AuditRule]:
    return {each.code: each for each in listed(path, "rule", partial(_read, AuditRule))}


def _profession(kept: Mapping[str, Any]) -> Profession:
    renewal = kept.get("renewal")
    return _read(Profession, kept, renewal=RenewalWindow(**renewal) if renewal else None)


def _framework(kept: Mapping[str, Any]) -> Framework:
    return _read(Framework, kept, statements=_each(Statement, kept["statement"]))


def _model(kept: Mapping[str, Any]) -> ReflectionModel:
    return _read(ReflectionModel, kept, prompts=_each(Prompt, kept["prompt"]))


def _agreement(kept: Mapping[str, Any]) -> AgreementForm:
    return _read(AgreementForm, kept, clauses=_each(Clause, kept["clause"]))


def _starter_plan(kept: Mapping[str, Any]) -> StarterPlan:
    return _read(
        StarterPlan,
        kept,
        needs=_each(StarterNeed, kept["need"]),
        objectives=_each(StarterObjective, kept["objective"]),
    )


def _shelf(kept: Mapping[str, Any]) -> Shelf:
    return _read(Shelf, kept, entries=_each(Entry, kept["entry"]))


def _each(one: type[T], kept: Iterable[Mapping[str, Any]]) -> tuple[T, ...]:
    return tuple(_read(one, each) for each in kept)


def _read(one: type[T], kept: Mapping[str, Any], **inside: Any) -> T:
    """Return what a table holds; what stands inside it in tables of its own is given.

    A field without a default has to be there: raises KeyError for the first that is not.
    """
    told = {name: value for name, value in kept.items() if name not in inside}
    values = {**values_of(one, told), **inside}
    for each in fields(one):  # type: ignore[arg-type]  # each is a dataclass
        if each.name not in values and each.default is MISSING and each.default_factory is MISSING:
            raise KeyError(each.name)
    return one(**values)


def _settings(path: Path) -> tuple[str, ...]:
    return made(path, table(path), _setting_names)


def _setting_names(kept: Mapping[str, Any]) -> tuple[str, ...]:
    return tuple(kept["settings"])
