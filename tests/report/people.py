"""Invented people and their portfolios, as the report's tests print them."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from ahp_companion.domain import kinds
from ahp_companion.domain.agreements import AgreementForm, AgreementKind, Clause
from ahp_companion.domain.audit import AuditProfile
from ahp_companion.domain.cpd import CpdActivity, LearningType
from ahp_companion.domain.evidence import Evidence, EvidenceKind
from ahp_companion.domain.frameworks import Catalogue, Framework, Statement
from ahp_companion.domain.meetings import Meeting, MeetingStage
from ahp_companion.domain.people import Person
from ahp_companion.domain.pillars import Pillar
from ahp_companion.domain.plan import Layer, Objective, Strength
from ahp_companion.domain.portfolio import Portfolio, gathered
from ahp_companion.domain.practitioner import (
    Practitioner,
)
from ahp_companion.domain.preceptorship import (
    Preceptorship,
    Side,
    Status,
    Transition,
)
from ahp_companion.domain.professions import Profession, Regulator
from ahp_companion.domain.reflections import Prompt, Reflection, ReflectionModel
from ahp_companion.domain.workbooks import (
    AnswerKind,
    Column,
    Group,
    Question,
    Section,
    Step,
    Workbook,
)

from . import hangs_practice, hangs_records

CATALOGUE = Catalogue(
    workbooks={
        "prompts": Workbook(
            code="prompts",
            name="Twenty prompts",
            group=Group.SELF_CHECK,
            about="",
            source="",
            as_at="2026-11",
            steps=(
                Step(code="started", words="Begun", is_gap=True),
                Step(code="in-place", words="In place"),
            ),
            sections=(
                Section(
                    heading="Culture",
                    questions=(
                        Question(
                            code="1.1",
                            words="Someone here wants it to work",
                            preceptor_words="Someone here wants me to do this",
                        ),
                        Question(code="1.2", words="I feel part of the team"),
                        Question(code="1.3", words="Nobody answered this one"),
                        Question(code="1.4", words="I am asked how I am", is_private=True),
                        Question(
                            code="2.1", words="What has helped most?", answer=AnswerKind.WORDS
                        ),
                    ),
                ),
                Section(
                    heading="People to meet",
                    is_open=True,
                    questions=(
                        Question(
                            code="3.1",
                            words="Someone to meet",
                            answer=AnswerKind.PARTS,
                            columns=(
                                Column(key="who", words="Whom to meet"),
                                Column(key="when", words="By when"),
                            ),
                        ),
                    ),
                ),
            ),
        )
    },
    agreements={
        AgreementKind.PRECEPTORSHIP: AgreementForm(
            code="preceptorship",
            name="Preceptorship agreement",
            about="",
            source="",
            as_at="",
            clauses=(
                Clause(code="confidentiality", heading="What stays between us"),
                Clause(code="expectations", heading="What we expect of this time"),
            ),
        )
    },
    starter_plans={},
    activities={},
    library={},
    professions={
        "PH": Profession(
            code="PH", name="Physiotherapist", field="Physiotherapy", regulator=Regulator.HCPC
        ),
        "PO": Profession(
            code="PO", name="Prosthetist", field="Prosthetics", regulator=Regulator.HCPC
        ),
        "OSTEOPATH": Profession(
            code="OSTEOPATH", name="Osteopath", field="Osteopathy", regulator=Regulator.GOSC
        ),
        "SUPPORT": Profession(
            code="SUPPORT", name="Support worker", field="Support", regulator=Regulator.NONE
        ),
    },
    frameworks={
        "hcpc-cpd": Framework(
            code="hcpc-cpd",
            name="HCPC standards for CPD",
            edition="2018",
            source="Health and Care Professions Council",
            as_at="3 February 2026",
            is_official=False,
            regulator="hcpc",
            statements=(Statement(code="3", words="My learning changes how I practise"),),
        ),
        "layers": Framework(
            code="layers",
            name="Preceptorship in four layers",
            edition="2023",
            source="NHS England webinar",
            as_at="3 February 2026",
            is_official=False,
            statements=(
                Statement(code="me", words="I can say what I am unsure of"),
                Statement(code="ahps", words="I know who else can help"),
            ),
        ),
    },
    reflection_models={
        "what": ReflectionModel(
            code="what",
            name="What? So what? Now what?",
            source="Borton, 1970; Rolfe and others, 2001",
            prompts=(
                Prompt(key="what", heading="What?", question="What happened?"),
                Prompt(key="so-what", heading="So what?", question="What does it mean?"),
                Prompt(key="now-what", heading="Now what?", question="What will I do?"),
            ),
        )
    },
    agendas={},
    settings=(),
)


def portfolio_of(*records: Any) -> Portfolio:
    """Return a portfolio of records in any order."""
    by_kind: dict[str, list[Any]] = {}
    for record in records:
        by_kind.setdefault(kinds.of(record).name, []).append(record)
    return gathered(by_kind)


def everything_of(portfolio: Portfolio) -> list[Any]:
    """Return all records, to add to them or leave some out."""
    return [record for held in portfolio.records.values() for record in held]


def hang() -> Portfolio:
    """Return two years of a physiotherapist in Wales, with a little of everything."""
    return portfolio_of(*hangs_records.records(), *hangs_practice.records())


def dafydd() -> Portfolio:
    """Return an osteopath who moves into the NHS, and whose evidence is a measured result."""
    owner = Practitioner(
        id="d", name="Dafydd ap Gwilym-Jones", profession="OSTEOPATH",
        registration_number="1/2345", registered_on=date(2015, 9, 1),
    )  # fmt: skip
    held = Preceptorship(
        id="dp", transition=Transition.ORGANISATION, from_setting="Independent practice",
        to_setting="NHS community musculoskeletal service", started_on=date(2025, 9, 1),
    )  # fmt: skip
    objectives = [
        Objective(id=f"do{at}", preceptorship="dp", title=f"Something for {layer.label}",
                  layer=layer)
        for at, layer in enumerate(Layer)
    ]  # fmt: skip
    return portfolio_of(
        owner,
        held,
        *objectives,
        Evidence(id="de", title="Waiting times", kind=EvidenceKind.AUDIT, size=12_000),
        CpdActivity(
            id="dc", title="Record system", started_on=date(2024, 1, 5),
            learning_type=LearningType.FORMAL, statements=("hcpc-cpd:3", "layers:me"),
            what_i_did="I learnt the record system.", evidence=("de",),
        ),
        CpdActivity(id="dc2", title="Case discussion", started_on=date(2025, 10, 5)),
        AuditProfile(id="da", practice_summary="Spines, mostly."),
    )  # fmt: skip


def kwame() -> Portfolio:
    """Return a preceptor with one preceptee, whose name stands in a person's record."""
    held = Preceptorship(
        id="kp", side=Side.PRECEPTOR, preceptee_initials="Z.W.", preceptee_profession="PH",
        started_on=date(2025, 1, 6), status=Status.FINISHED, ended_on=date(2025, 12, 20),
    )  # fmt: skip
    return portfolio_of(
        Practitioner(id="k", name="Kwame Ó Briain", profession="PH"),
        Person(id="kz", name="Zofia Wójcik-Żak"),
        held,
        Strength(id="ks", preceptorship="kp", words="Listens"),
        Meeting(
            id="km", preceptorship="kp", held_on=date(2025, 2, 3), people=("kz",),
            record="We talked about nights.", stage=MeetingStage.INITIAL,
        ),
    )  # fmt: skip


def marta() -> Portfolio:
    """Return someone back from leave, in a preceptorship of five months that says why."""
    return portfolio_of(
        Practitioner(id="m", name="Marta Świętosława Łęcka-O’Neill", profession="PH"),
        Preceptorship(
            id="mp", transition=Transition.RETURN_TO_ROLE, started_on=date(2025, 5, 1),
            length_months=5, length_reason="I know the ward and have been away ten months",
            length_agreed_with="Siân Tŷ-Mawr", length_agreed_on=date(2025, 4, 20),
            wte_hundredths=60, away_months=10, scales_time=True,
        ),
    )  # fmt: skip


def only_cpd() -> Portfolio:
    """Return someone with nothing but activities, and no profession chosen."""
    return portfolio_of(
        Practitioner(id="o", name="Jo Bloggs"),
        CpdActivity(id="o1", title="Journal club", started_on=date(2026, 1, 9)),
        CpdActivity(id="o2", title="Never dated"),
    )


def nobody() -> Portfolio:
    """Return a portfolio in which only a practitioner without a name is recorded."""
    return portfolio_of(Practitioner(id="n"))


def long_career(activities: int, reflections: int) -> Portfolio:
    """Return a portfolio as large as asked for: activities in the list, reflections in full."""
    words = "I noticed that the plan was in the notes and the person was in the chair, so we "
    words += "turned the chair and began again with what she wanted to reach by the window."
    return portfolio_of(
        Practitioner(id="l", name="Angharad Nguyễn-Wiśniewska", profession="PH"),
        *_many_activities(activities),
        *(
            Reflection(
                id=f"lr{at:05}", title=f"What I saw on day {at}", model="what", private=False,
                on=date(2006, 1, 2) + timedelta(days=at * 7),
                answers={
                    key: f"{at} {key}: " + " ".join([words] * 3)
                    for key in ("what", "so-what", "now-what")
                },
            )
            for at in range(reflections)
        ),
    )  # fmt: skip


def _many_activities(number: int) -> Iterable[CpdActivity]:
    pillars, types = list(Pillar), list(LearningType)
    for at in range(number):
        yield CpdActivity(
            id=f"la{at:05}",
            title=f"Activity {at}, about balance, gait and what people want to do again",
            started_on=date(2006, 1, 2) + timedelta(days=at * 2),
            learning_type=types[at % len(types)],
            pillars=(pillars[at % len(pillars)],),
            minutes=30 + at % 9 * 15,
        )
