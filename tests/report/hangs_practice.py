"""Nguyễn Thị Thu Hằng, invented: what she agreed, answered, was told and hands on."""

from datetime import date
from typing import Any

from ahp_companion.domain.access import Adjustment
from ahp_companion.domain.agreements import Agreement, AgreementKind
from ahp_companion.domain.competences import Breadth, Competence, CompetenceFramework
from ahp_companion.domain.contacts import Contact, Manner
from ahp_companion.domain.delegation import Delegation, Direction, SupervisionLevel
from ahp_companion.domain.ending import Ending, Opportunity, Way
from ahp_companion.domain.feedback import Decision, Improvement, Theme
from ahp_companion.domain.pillars import Pillar
from ahp_companion.domain.plan import Strength
from ahp_companion.domain.preceptor_changes import PreceptorChange
from ahp_companion.domain.returning import Equivalent, Recheck, Standing, Updating, UpdatingKind
from ahp_companion.domain.scope import CarriesOver, ScopeKind, ScopeLine, ScopeSheet
from ahp_companion.domain.training import Training, TrainingKind
from ahp_companion.domain.workbooks import WorkbookAnswer, Worksheet

HELD = "hp"


def records() -> list[Any]:
    """Return all of it, in no order."""
    return [
        *_agreed(), *_coming_from_elsewhere(), *_answered(), *_said_and_changed(), *_the_end(),
        *_trained(), *_scope(), *_competences(),
    ]  # fmt: skip


def _agreed() -> list[Any]:
    return [
        Agreement(
            id="ha0", preceptorship=HELD, agreed_on=date(2024, 5, 9),
            replaced_on=date(2024, 6, 20), agreed_with="Siân Tŷ-Mawr",
            clauses={"expectations": "An older wording that no longer holds."},
        ),
        Agreement(
            id="ha2", preceptorship=HELD, kind=AgreementKind.LEARNING, is_self_agreed=True,
            agreed_on=date(2024, 9, 2), review_on=date(2025, 3, 1),
            clauses={"study-time": "Friday afternoons belong to the Welsh course."},
        ),
        Adjustment(
            id="had1", preceptorship=HELD, words="A chair with arms at the handover",
            why="My back, after lunch", asked_of="Ward sister", in_place_on=date(2024, 5, 20),
            review_on=date(2024, 11, 20), private=False,
        ),
        Adjustment(id="had2", preceptorship=HELD, words="SECRETADJUSTMENT", why="SECRETWHY"),
        PreceptorChange(
            id="hpc", preceptorship=HELD, on=date(2024, 12, 2), from_person="p3", to_person="p1",
            why="Siân went to the other side of the county",
            handed_on="The plan, and how I like to be asked",
            still_open="The weekend on call",
        ),
        Contact(
            id="hk1", person="p2", on=date(2024, 7, 3), manner=Manner.VIDEO, minutes=40,
            words="How she got through her first weekend.",
        ),
        Contact(id="hk2", person="p2", on=date(2024, 9, 4), manner=Manner.PHONE, words="Splints."),
    ]  # fmt: skip


def _coming_from_elsewhere() -> list[Any]:
    days = (
        (date(2024, 5, 8), UpdatingKind.SUPERVISED, 840, "Two days beside Llŷr"),
        (date(2024, 5, 22), UpdatingKind.FORMAL, 420, "Manual handling for practitioners"),
        (date(2024, 6, 1), UpdatingKind.PRIVATE, 210, "The stroke guideline, slowly"),
    )
    return [
        Strength(
            id="hs3", preceptorship=HELD, words="Nights without sleep",
            detail="Five months with my grandfather", from_away=True,
        ),
        *(
            Updating(id=f"hu{at}", preceptorship=HELD, on=on, kind=kind, minutes=minutes,
                     words=words, with_whom="Llŷr" if at == 0 else "")
            for at, (on, kind, minutes, words) in enumerate(days)
        ),
        Recheck(
            id="hrk", preceptorship=HELD, words="Suction", how="On the model, then with Llŷr",
            due_on=date(2024, 6, 30), rechecked_on=date(2024, 6, 21), with_whom="Llŷr",
        ),
        Equivalent(
            id="heq", preceptorship=HELD, words="Ward rehabilitation, five months",
            where="Huế Central Hospital", standing=Standing.ACCEPTED,
            settled_on=date(2024, 6, 20), settled_by="Siân Tŷ-Mawr",
            what_next="Write it into the plan",
        ),
    ]  # fmt: skip


def _answered() -> list[Any]:
    return [
        Worksheet(
            id="hw1", workbook="prompts", title="Where preceptorship stands",
            preceptorship=HELD, milestone="hm1", on=date(2024, 8, 15), about="the ward",
            words="More is in place than I had thought in May.",
            next_three=("hwa2", "hwa-secret"),
        ),
        WorkbookAnswer(
            id="hwa1", worksheet="hw1", question="1.1", step="in-place",
            words="The sister said so at the huddle.",
        ),
        WorkbookAnswer(
            id="hwa2", worksheet="hw1", question="1.2", step="started", owner="Hằng",
            review_on=date(2024, 11, 14), objective="ho4",
        ),
        WorkbookAnswer(id="hwa3", worksheet="hw1", question="1.3"),
        WorkbookAnswer(id="hwa4", worksheet="hw1", question="2.1", words="Being asked twice."),
        WorkbookAnswer(
            id="hwa5", worksheet="hw1", question="3.1",
            parts={"who": "The night sister", "when": "Before November"},
        ),
        WorkbookAnswer(
            id="hwa-secret", worksheet="hw1", question="1.4", step="started",
            words="SECRETANSWER", private=True,
        ),
        Worksheet(
            id="hw2", workbook="prompts", title="SECRETSHEET", preceptorship=HELD,
            on=date(2024, 9, 1), private=True,
        ),
        WorkbookAnswer(id="hwb", worksheet="hw2", question="1.1", words="SECRETPULSE"),
        Worksheet(
            id="hw3", workbook="prompts", title="A sheet that was never begun",
            preceptorship=HELD, on=date(2024, 9, 1),
        ),
    ]  # fmt: skip


def _said_and_changed() -> list[Any]:
    return [
        Theme(
            id="hth1", preceptorship=HELD, words="Too much of it was for nurses",
            on=date(2024, 11, 14), heard="Three of four sessions were about cannulas.",
            heard_in=("hw1", "hw2"), what_changed="A session of our own, once a month.",
            closed_on=date(2025, 2, 13),
        ),
        Improvement(
            id="him", preceptorship=HELD, theme="hth1", title="A session of our own",
            started_on=date(2024, 12, 1), plan="One hour, first Tuesday, therapists only",
            measure="Sessions held", value_before="0", value_after="3",
            did="Booked the small room", found="Six people came, then nine",
            decision=Decision.ADOPT, decided_on=date(2025, 3, 4), what_next="Ask Wrexham to join",
        ),
        Theme(
            id="hth2", preceptorship=HELD, words="Parking", on=date(2025, 1, 5),
            no_change_because="The field belongs to the chapel.",
        ),
    ]  # fmt: skip


def _the_end() -> list[Any]:
    return [
        Ending(
            id="hen", preceptorship=HELD, reviewed_on=date(2025, 5, 6),
            certified_on=date(2025, 5, 9), strengths_gained="I pick up the telephone.",
            doing_next="A second year on the ward, with nights.",
            preceptor_words="She asks better questions than I do.",
            thanks="Diolch, Llŷr, for every six weeks.", story="I came afraid of a telephone.",
        ),
        Opportunity(
            id="hop1", preceptorship=HELD, words="Preceptor to the next one", way=Way.HELP_OTHERS,
            pillars=(Pillar.LEADERSHIP, Pillar.EDUCATION), evidence_so_far="Two students",
            first_step="The two-day course", with_whom="Siân", due_on=date(2025, 10, 1),
        ),
        Opportunity(id="hop2", preceptorship=HELD, words="Stay for the winter"),
    ]  # fmt: skip


def _trained() -> list[Any]:
    return [
        Training(
            id="htr", title="Manual handling, level two", kind=TrainingKind.MANDATORY,
            provider="Betsi training office", done_on=date(2025, 2, 3),
            expires_on=date(2027, 2, 2), minutes=210, credits=2, level="2",
            confirmed_by="J. Pritchard", workplace="w1", evidence=("he2",),
            words="Slide sheets at last.",
        ),
        Delegation(
            id="hd1", what="Standing practice", role="Therapy assistant, ward", workplace="w1",
            how_known="Watched three times", level=SupervisionLevel.PROXIMAL,
            limits="Never the first stand", started_on=date(2025, 1, 7),
            review_on=date(2025, 7, 7), training_on=date(2024, 12, 5),
        ),
        Delegation(id="hd2", direction=Direction.TO_ME, what="Nasal suction", role="Ward sister"),
    ]  # fmt: skip


def _scope() -> list[Any]:
    return [
        ScopeSheet(
            id="hsc0", title="Student placement", from_on=date(2023, 1, 9),
            to_on=date(2024, 5, 6), agreed_with="The university",
        ),
        ScopeLine(id="hsl0", sheet="hsc0", words="A line of a sheet that is past"),
        ScopeSheet(
            id="hsc1", title="Stroke and older people", workplace="w1",
            from_on=date(2024, 5, 7), review_on=date(2026, 5, 7), before="hsc0",
            agreed_with="Llŷr Gwynfor Hughes",
        ),
        ScopeLine(
            id="hsl1", sheet="hsc1", words="Gait and stairs", detail="Alone, all shifts",
            carries_over=CarriesOver.YES,
        ),
        ScopeLine(
            id="hsl2", sheet="hsc1", kind=ScopeKind.SAY_NO, words="When I am the third pair of "
            "hands for a hoist",
        ),
        ScopeLine(
            id="hsl3", sheet="hsc1", words="Hydrotherapy", carries_over=CarriesOver.ASKED
        ),
    ]  # fmt: skip


def _competences() -> list[Any]:
    return [
        CompetenceFramework(
            id="hcf", name="On-call respiratory care", edition="Third edition",
            source="Health board", as_at=date(2024, 1, 1), words="Typed from the ward’s folder.",
        ),
        Competence(
            id="hco10", framework="hcf", number="1.10", heading="Airway", words="Suctions safely",
            met_on=date(2024, 12, 3), met_where="Ward 4", signed_off_by="Llŷr Gwynfor Hughes",
            evidence=("he1",), last_used_on=date(2025, 3, 1), level="Supervised first",
        ),
        Competence(
            id="hco2", framework="hcf", number="1.2", heading="Airway",
            words="Listens before looking", met_on=date(2024, 2, 1), met_elsewhere=True,
            met_where="Huế", carries_over=CarriesOver.NO, recheck_on=date(2024, 8, 1),
        ),
        Competence(
            id="hco3", framework="hcf", number="4.1", heading="Cough assist",
            words="Sets the machine", breadth=Breadth.SPECIALIST,
        ),
    ]  # fmt: skip
