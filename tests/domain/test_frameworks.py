"""The catalogue: statements by their tags, agendas by a meeting's kind and stage."""

from ahp_companion.domain.frameworks import (
    Agenda,
    Catalogue,
    Framework,
    Statement,
    agenda_for,
    statement,
)

FIRST = Statement(code="1.1", words="Work within your scope")
FRAMEWORK = Framework(
    code="own",
    name="Our own",
    edition="1",
    source="Ours",
    as_at="2026",
    is_official=False,
    statements=(FIRST, Statement(code="1.10", words="Ask when you are not sure")),
)


def agenda(code: str, kind: str, stage: str) -> Agenda:
    return Agenda(code=code, name=code, kind=kind, stage=stage, points=("How it goes",))


def catalogue(*agendas: Agenda) -> Catalogue:
    return Catalogue(
        workbooks={},
        agreements={},
        starter_plans={},
        activities={},
        library={},
        professions={},
        frameworks={FRAMEWORK.code: FRAMEWORK},
        reflection_models={},
        agendas={each.code: each for each in agendas},
        settings=(),
    )


def test_a_tag_leads_to_its_framework_and_statement() -> None:
    assert statement(catalogue(), "own:1.1") == (FRAMEWORK, FIRST)


def test_a_tag_that_nothing_answers_to_leads_nowhere() -> None:
    for tag in ("own:1", "own:", "own", "", "other:1.1", ":1.1"):
        assert statement(catalogue(), tag) is None


def test_an_agenda_suits_the_meetings_kind_and_stage() -> None:
    first, last = agenda("a", "preceptorship", "initial"), agenda("b", "preceptorship", "final")
    assert agenda_for(catalogue(first, last), "preceptorship", "final") is last


def test_an_agenda_for_the_kind_serves_where_none_suits_the_stage() -> None:
    first, other = agenda("a", "preceptorship", "initial"), agenda("b", "peer-group", "final")
    assert agenda_for(catalogue(other, first), "preceptorship", "final") is first


def test_a_kind_without_an_agenda_has_none() -> None:
    assert agenda_for(catalogue(), "peer-group", "final") is None
