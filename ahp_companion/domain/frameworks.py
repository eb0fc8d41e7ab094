"""Frameworks, and everything else the app knows from data: the catalogue."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from .agreements import AgreementForm
from .audit_rules import AuditRule
from .library import Shelf
from .professions import Profession
from .reflections import ReflectionModel
from .starting import StarterPlan, SuggestedActivity
from .templates import Template
from .workbooks import Workbook


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """Any line of a framework that a record can speak to."""

    code: str
    words: str
    heading: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Framework:
    """A set of statements, with where they come from and whether the wording is official."""

    code: str
    name: str
    edition: str
    source: str
    as_at: str
    is_official: bool
    statements: tuple[Statement, ...]
    regulator: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Agenda:
    """Points for a meeting of one kind and stage."""

    code: str
    name: str
    kind: str
    stage: str
    points: tuple[str, ...]
    source: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalogue:
    """All knowledge that ships as data, each kind by its code, in the order it is shown."""

    professions: Mapping[str, Profession]
    frameworks: Mapping[str, Framework]
    reflection_models: Mapping[str, ReflectionModel]
    agendas: Mapping[str, Agenda]
    workbooks: Mapping[str, Workbook]
    agreements: Mapping[str, AgreementForm]
    starter_plans: Mapping[str, StarterPlan]
    activities: Mapping[str, SuggestedActivity]
    library: Mapping[str, Shelf]
    settings: tuple[str, ...]
    templates: Mapping[str, Template] = field(default_factory=dict)
    audit_rules: Mapping[str, AuditRule] = field(default_factory=dict)


def statement(catalogue: Catalogue, tag: str) -> tuple[Framework, Statement] | None:
    """Return the framework and statement that a tag, "framework:code", names."""
    framework_code, _, statement_code = tag.partition(":")
    framework = catalogue.frameworks.get(framework_code)
    if framework:
        for each in framework.statements:
            if each.code == statement_code:
                return framework, each
    return None


def agenda_for(catalogue: Catalogue, kind: str, stage: str) -> Agenda | None:
    """Return the agenda that suits a meeting's kind and stage, or the one for its kind."""
    of_kind = [each for each in catalogue.agendas.values() if each.kind == kind]
    for each in of_kind:
        if each.stage == stage:
            return each
    return of_kind[0] if of_kind else None
