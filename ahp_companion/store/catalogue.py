"""Reads resources/ into the catalogue, and says in words what is wrong with a file of it."""

from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import Any

from ..domain.agreements import AgreementForm, Clause
from ..domain.audit_rules import AuditRule
from ..domain.frameworks import Agenda, Catalogue, Framework, Statement
from ..domain.library import Entry, Shelf
from ..domain.pillars import Pillar
from ..domain.plan import Layer
from ..domain.professions import Profession, Regulator, RenewalWindow
from ..domain.reflections import Prompt, ReflectionModel
from ..domain.starting import StarterNeed, StarterObjective, StarterPlan, SuggestedActivity
from ..domain.workbooks import Workbook
from .knowledge_files import OnDemand, by_code, listed, made, on_demand, table
from .template_files import template
from .workbook_files import own_workbooks, workbook


def read_catalogue(resources: Path, own: Path | None = None) -> Catalogue:
    """Return everything under a resources folder, each folder in the order of its file names.

    `own` is the folder of the owner's own workbooks. Raises ProblemError naming the file that does
    not hold what it should: at once, or when something is first looked up in workbooks, forms,
    starter plans or the library. A file of the owner's that does not is passed over, and named
    where workbooks are brought in.
    """
    lists = resources / "lists"
    professions = listed(lists / "professions.toml", "profession", _profession)
    activities = listed(lists / "activities.toml", "activity", _activity)
    return Catalogue(
        professions={each.code: each for each in professions},
        frameworks=by_code(resources / "frameworks", _framework),
        reflection_models=by_code(resources / "reflection_models", _model),
        agendas=by_code(resources / "agendas", _agenda),
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


def _rules(path: Path) -> Mapping[str, AuditRule]:
    return {each.code: each for each in listed(path, "rule", _rule)}


def _rule(kept: Mapping[str, Any]) -> AuditRule:
    return AuditRule(**kept)


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


def _agreement(kept: Mapping[str, Any]) -> AgreementForm:
    return AgreementForm(
        code=kept["code"],
        name=kept["name"],
        about=kept["about"],
        source=kept["source"],
        as_at=kept["as_at"],
        clauses=tuple(
            Clause(
                code=each["code"],
                heading=each["heading"],
                help=each.get("help", ""),
                starter=each.get("starter", ""),
                needs_employer=each.get("needs_employer", False),
            )
            for each in kept["clause"]
        ),
    )


def _starter_plan(kept: Mapping[str, Any]) -> StarterPlan:
    return StarterPlan(
        code=kept["code"],
        name=kept["name"],
        about=kept["about"],
        source=kept["source"],
        as_at=kept["as_at"],
        months=kept["months"],
        months_words=kept["months_words"],
        strengths=tuple(kept["strengths"]),
        needs=tuple(
            StarterNeed(words=each["words"], layer=Layer(each["layer"]), pillars=_pillars(each))
            for each in kept["need"]
        ),
        objectives=tuple(
            StarterObjective(
                title=each["title"],
                how=each["how"],
                layer=Layer(each["layer"]),
                pillars=_pillars(each),
                month=each["month"],
            )
            for each in kept["objective"]
        ),
        looks=tuple(kept["looks"]),
        agenda=tuple(kept["agenda"]),
        facts=tuple(kept.get("facts", ())),
    )


def _activity(kept: Mapping[str, Any]) -> SuggestedActivity:
    return SuggestedActivity(
        code=kept["code"],
        title=kept["title"],
        how=kept["how"],
        stage=kept["stage"],
        layer=Layer(kept["layer"]),
        pillars=_pillars(kept),
    )


def _shelf(kept: Mapping[str, Any]) -> Shelf:
    return Shelf(
        code=kept["code"],
        name=kept["name"],
        about=kept["about"],
        as_at=kept["as_at"],
        entries=tuple(
            Entry(
                title=each["title"],
                words=each["words"],
                source=each["source"],
                as_at=each["as_at"],
                code=each.get("code", ""),
            )
            for each in kept["entry"]
        ),
    )


def _pillars(kept: Mapping[str, Any]) -> tuple[Pillar, ...]:
    return tuple(Pillar(each) for each in kept.get("pillars", ()))


def _settings(path: Path) -> tuple[str, ...]:
    return made(path, table(path), _setting_names)


def _setting_names(kept: Mapping[str, Any]) -> tuple[str, ...]:
    return tuple(kept["settings"])
