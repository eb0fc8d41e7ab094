"""Nguyễn Thị Thu Hằng, invented: two years of a physiotherapist in Wales, record by record."""

from datetime import date
from typing import Any

from ahp_companion.domain.agreements import Agreement
from ahp_companion.domain.audit import AuditProfile, Gap
from ahp_companion.domain.confidence import ConfidenceRating, Measure, RatedStatement
from ahp_companion.domain.cpd import CpdActivity, LearningType
from ahp_companion.domain.evidence import Evidence, EvidenceKind
from ahp_companion.domain.meetings import Action, Meeting, MeetingKind, MeetingStage
from ahp_companion.domain.mix import Mix
from ahp_companion.domain.people import Person, PersonRole
from ahp_companion.domain.pillars import Pillar
from ahp_companion.domain.plan import Layer, Need, Objective, ObjectiveState, Priority, Strength
from ahp_companion.domain.practitioner import (
    Nation,
    Practitioner,
    Qualification,
    Route,
    Workplace,
)
from ahp_companion.domain.preceptorship import (
    Milestone,
    Placement,
    Preceptorship,
    Status,
)
from ahp_companion.domain.protected_time import ProtectedTime, TimeAgreement
from ahp_companion.domain.reflections import Addition, Reflection


def records() -> list[Any]:
    """Return everything she recorded, in no order."""
    return [
        *_hang_herself(), *_hangs_people(), *_hangs_preceptorship(), *_hangs_year(), *_hangs_cpd(),
    ]  # fmt: skip


def _hang_herself() -> list[Any]:
    return [
        Practitioner(
            id="h", name="Nguyễn Thị Thu Hằng", profession="PH", registration_number="PH000042",
            registered_on=date(2023, 11, 6), last_renewed_on=date(2026, 3, 2),
            nation=Nation.WALES, weekly_minutes=37 * 60 + 30, wte_hundredths=100,
            route=Route.SECOND_CAREER, job_title="Band 5 physiotherapist",
            about="I am a physiotherapist on a stroke and older people’s ward on the coast of "
            "Llŷn. I came to it by way of a kitchen, a degree in Cardiff and a grandfather who "
            "would not do his exercises.",
            route_words="My parents cooked in Bangor and I carried plates until I was "
            "twenty-four. I began the degree late, at an age at which others had finished it, "
            "and I finished it in the summer of 2023. For the five months after that I looked "
            "after my grandfather in Huế.\n\nWhat I learnt there about rehabilitation, with no "
            "rail, no frame and eleven relatives, is in objective 1.",
            indemnity_provider="Chartered Society", indemnity_cover="with membership",
            indemnity_expires_on=date(2026, 12, 31), indemnity_matches_scope=True,
        ),
        Workplace(
            id="w1", name="Ysbyty Glan Tŵr, Bae Llŷn", job_title="Physiotherapist",
            setting="Stroke and older people, with on-call respiratory work",
            started_on=date(2024, 5, 7),
        ),
        Workplace(
            id="w2", name="Café Menai, Bangor", job_title="Kitchen and front of house",
            started_on=date(2014, 6, 1), ended_on=date(2020, 8, 31),
        ),
        Qualification(
            id="q1", title="BSc (Hons) Physiotherapy", awarded_by="Cardiff", level=6,
            awarded_on=date(2023, 7, 12),
        ),
    ]  # fmt: skip


def _hangs_people() -> list[Any]:
    return [
        Person(
            id="p1", name="Llŷr Gwynfor Hughes", profession="PH",
            roles=(PersonRole.PRECEPTOR, PersonRole.CLINICAL_SUPERVISOR),
            how_often="Every six weeks or so", organisation="Ysbyty Glan Tŵr",
            role_clarity="We begin each meeting by saying which of the two it is, and keep two "
            "sets of minutes.",
        ),
        Person(
            id="p2", name="Małgorzata Wiśniewska", roles=(PersonRole.SAME_PROFESSION,),
            profession="PH", how_often="Monthly", organisation="Betsi, Wrexham",
        ),
        Person(
            id="p3", name="Siân Tŷ-Mawr", roles=(PersonRole.PRECEPTORSHIP_LEAD,),
        ),
        Person(id="p4", name="Đặng Quốc Bảo", roles=(PersonRole.PEER,)),
    ]  # fmt: skip


def _hangs_preceptorship() -> list[Any]:
    held = "hp"
    return [
        Preceptorship(
            id=held, workplace="w1", preceptor="p1", supervisor="p1", supporters=("p2", "p3"),
            back_up="p3", practised_years=1,
            from_setting="University", to_setting="A stroke and older people’s ward",
            transition_words="I had my registration and no post of my own yet. I could assess; "
            "I had never been the only physiotherapist in the building.",
            started_on=date(2024, 5, 7), status=Status.FINISHED, ended_on=date(2025, 5, 6),
            only_one_here=True,
            closing_words="I came afraid of the telephone and I leave able to pick it up. What "
            "helped most was not the teaching, of which there was enough, but being asked the "
            "same plain question every six weeks: what did you decide, and how did you know?",
        ),
        Agreement(
            id="ha", preceptorship=held, agreed_on=date(2024, 6, 20),
            agreed_with="Llŷr Gwynfor Hughes",
            clauses={
                "expectations": "Honest questions, asked early. No surprises at three months.",
                "contact-between": "A message is answered the same day",
                "confidentiality": "What I say about myself. What concerns a patient’s safety "
                "does not",
                "disagreement": "Siân Tŷ-Mawr; we did not need her for that",
            },
        ),
        *(
            Milestone(
                id=f"hm{at}", preceptorship=held, title=title, due_on=due, held_on=due,
                words="Moved by a week" if at == 3 else "",
            )
            for at, (title, due) in enumerate(
                (
                    ("Plan agreed", date(2024, 6, 20)),
                    ("3 months", date(2024, 8, 15)),
                    ("6 months", date(2024, 11, 14)),
                    ("9 months", date(2025, 2, 13)),
                    ("12 months", date(2025, 5, 6)),
                )
            )
        ),
        Placement(
            id="hpl", preceptorship=held, title="Community stroke team", has_preceptor=True,
            has_supervisor=True, had_induction=True, started_on=date(2025, 3, 3),
            ended_on=date(2025, 3, 28), words="Four weeks, between Pwllheli and Aberdaron",
        ),
        Strength(
            id="hs1", preceptorship=held, words="Patience with slow things",
            detail="Six years in a kitchen, where one learns to say “behind you” in time.",
        ),
        Strength(id="hs2", preceptorship=held, words="Vietnamese, English, school French"),
        Need(
            id="hn1", preceptorship=held, words="To see on-call work before I do it",
            layer=Layer.PROFESSION, pillars=(Pillar.CLINICAL,), priority=Priority.FIRST,
            how="Shadow a weekend", due_on=date(2024, 11, 1), met_on=date(2024, 11, 25),
        ),
        Need(
            id="hn2", preceptorship=held, words="To know whom I may ring at four in the morning",
            detail="And to believe that they mean it.", layer=Layer.TEAM, how="Ask, and write it",
            due_on=date(2024, 8, 1), priority=Priority.SOON,
        ),
        Objective(
            id="ho1", preceptorship=held, title="Decide that someone is safe to go home",
            how="Four discharges discussed in advance, then four afterwards", layer=Layer.ME,
            pillars=(Pillar.CLINICAL,), state=ObjectiveState.REACHED,
            reached_on=date(2025, 2, 13),
            review="The eighth was the first that I did not dream about.",
        ),
        Objective(
            id="ho2", preceptorship=held, title="Work a weekend on call without dread",
            how="Shadow, study day, first weekend with a debrief", layer=Layer.ME,
            state=ObjectiveState.REACHED, reached_on=date(2025, 5, 1),
        ),
        Objective(
            id="ho3", preceptorship=held, title="Treat in Welsh when a patient would rather",
            how="Weekly class; one sentence a day with Llŷr", layer=Layer.PROFESSION,
            state=ObjectiveState.GOES_ON, pillars=(Pillar.CLINICAL, Pillar.EDUCATION),
        ),
        Objective(
            id="ho4", preceptorship=held, title="Change one thing on the ward that lasts",
            how="Falls huddle at noon, in three cycles", layer=Layer.TEAM,
            state=ObjectiveState.UNDER_WAY, due_on=date(2025, 8, 31),
        ),
    ]  # fmt: skip


def _hangs_year() -> list[Any]:
    held, taken = "hp", (210, 240, 240, 150, 300, 240, 180, 90, 120, 270, 240, 180)
    lost = (30, 0, 0, 90, 0, 0, 60, 150, 120, 0, 0, 60)
    reasons = {
        3: "Two colleagues on leave", 6: "Norovirus on the ward",
        7: "Winter pressures; both half days cancelled on the day", 11: "Easter cover",
    }  # fmt: skip
    months = [date(2024 + (4 + at) // 12, (4 + at) % 12 + 1, 15) for at in range(12)]
    return [
        TimeAgreement(
            id="ht", preceptorship=held, minutes=240, from_on=date(2024, 5, 1),
            to_on=date(2025, 4, 30), agreed_with="Siân Tŷ-Mawr",
            words="kept as one half day; time lost to the service stays owed",
        ),
        *(
            ProtectedTime(
                id=f"hpt{at:02}", preceptorship=held, on=month, planned_minutes=240,
                taken_minutes=taken[at], lost_minutes=lost[at], lost_reason=reasons.get(at, ""),
            )
            for at, month in enumerate(months)
        ),
        ProtectedTime(
            id="hpt-own", preceptorship=held, on=date(2025, 1, 20), taken_minutes=90,
            is_own_time=True,
        ),
        Meeting(
            id="hme1", preceptorship=held, stage=MeetingStage.INITIAL, minutes=75,
            mix=Mix.OWN, held_on=date(2024, 5, 16), people=("p1",), place="Therapy office",
            agenda="How I am; what preceptorship is here; protected time",
            record="Tired, and pleased. I have found the linen cupboard, the good chair and the "
            "two consultants who answer their bleeps. I have not found the courage to ask a "
            "third time.\n\nWhat preceptorship is here and what it is not: Llŷr does not assess "
            "me and does not manage me. We wrote down what I bring, which took longer than what "
            "I lack, and was his idea.",
        ),
        *(
            Action(id=f"ha{at}", meeting="hme1", words=words, owner=owner, due_on=due,
                   done_on=done)
            for at, (words, owner, due, done) in enumerate(
                (
                    ("Shadow the on-call team, one evening", "Hằng", date(2024, 5, 31),
                     date(2024, 5, 22)),
                    ("Put both half days on the rota, in ink", "Llŷr", date(2024, 5, 24),
                     date(2024, 5, 21)),
                    ("A first plan, one line for each layer", "Hằng", date(2024, 6, 20), None),
                )
            )
        ),
        Meeting(
            id="hme2", preceptorship=held, stage=MeetingStage.INTERIM, minutes=90,
            title="Interim meeting, six months", held_on=date(2024, 11, 14), people=("p1", "p3"),
            record="Steadier on the ward than on paper. On call begins in eleven days and I "
            "sleep badly when I think of it.",
        ),
        Meeting(
            id="hme3", preceptorship=held, stage=MeetingStage.AD_HOC, held_on=date(2024, 12, 1),
            private=True, record="SECRETMEETING about something that stays with me.",
        ),
        Meeting(
            id="hme4", preceptorship=held, stage=MeetingStage.FINAL, people=("p1",),
            planned_on=date(2025, 5, 6),
        ),
        Meeting(
            id="hme5", preceptorship=held, kind=MeetingKind.CLINICAL_SUPERVISION,
            held_on=date(2024, 9, 3), minutes=60, people=("p1",),
            record="A caseload meeting: three people with new strokes, and my wish to see all of "
            "them every day.",
        ),
        *_hangs_ratings(),
        *_hangs_reflections(),
    ]  # fmt: skip


def _hangs_ratings() -> list[Any]:
    days = (
        date(2024, 5, 16), date(2024, 8, 15), date(2024, 11, 14), date(2025, 2, 13),
        date(2025, 5, 6),
    )  # fmt: skip
    statements: tuple[tuple[str, tuple[int, ...], dict[int, str]], ...] = (
        ("Deciding alone that someone is safe to go home", (3, 5, 6, 6, 8),
         {0: "I ask twice, and then I ask again.",
          4: "I decide, and I can say why. I still ask when the stairs are steep."}),
        ("Treating a breathless patient on call", (2, 2, 4, 3, 7),
         {3: "Went down after the January weekend. I know now what I did not know.",
          4: "I heard the secretions before I looked at the chart."}),
        ("Speaking Welsh with patients who would rather", (1, 2, 4, 5, 5),
         {2: "Mrs W. laughed, kindly, and answered me in Welsh."}),
        ("Saying no when the ward wants one more", (2, 3, 3, 5, 7), {}),
    )  # fmt: skip
    records: list[Any] = []
    for at, (words, ratings, said) in enumerate(statements):
        rated = RatedStatement(id=f"hr{at}", preceptorship="hp", words=words)
        records.append(rated)
        records += [
            ConfidenceRating(
                id=f"hr{at}.{turn}", rated=rated.id, on=day, rating=ratings[turn],
                words=said.get(turn, ""),
            )
            for turn, day in enumerate(days)
        ]  # fmt: skip
    records += [
        ConfidenceRating(
            id=f"hrc{turn}", rated="hr0", on=day, rating=4 + turn, measure=Measure.COMPETENCE
        )
        for turn, day in enumerate(days[::2])
    ]
    return records


def _hangs_reflections() -> list[Any]:
    return [
        Reflection(
            id="hre1", title="What the Welsh word was for", on=date(2024, 12, 12), model="what",
            private=False, pillars=(Pillar.CLINICAL,), activities=("hc05",), evidence=("he2",),
            answers={
                "what": "A woman of eighty-eight, referred as “not engaging”, looked out of the "
                "window through my whole first visit. On the second I said, badly, “Sut dach chi "
                "heddiw?”, which was then about a quarter of my Welsh. She turned round. She said "
                "a great deal that I did not follow, and at the end of it she stood up.",
                "so-what": "I had written “declined” in the notes the day before, and a colleague "
                "had written it the day before that. It was accurate and it was wrong. She had "
                "not declined to walk; she had declined to be frightened in her second "
                "language.\n\nMy grandmother in Huế would have done precisely the same, and I of "
                "all people might have thought of it.",
                "now-what": "I ask every patient at the first visit which language they would "
                "like to be ill in. I have asked for the board above the bed to say it, which "
                "took one e-mail.",
            },
        ),
        Addition(
            id="hrea", reflection="hre1", on=date(2025, 6, 3),
            words="The board has said it since March. Two other wards have asked for it.",
        ),
        Reflection(
            id="hre2", title="A fall on Ward Tŵr", on=date(2025, 1, 30), model="what",
            private=False, answers={"what": "He was not hurt. I saw his hand leave the table."},
        ),
        Reflection(
            id="hre3", title="SECRETREFLECTION", on=date(2025, 3, 1), model="what",
            answers={"what": "SECRETWORDS that nobody reads."},
        ),
    ]  # fmt: skip


def _hangs_cpd() -> list[Any]:
    rows = (
        (date(2024, 5, 14), "Induction week: moving and handling, resuscitation",
         "formal", "c", 360),
        (date(2024, 5, 22), "Shadowed the on-call respiratory team",
         "work-based", "c", 240),
        (date(2024, 6, 11), "Journal club: very early mobilisation after stroke",
         "work-based", "r", 60),
        (date(2024, 8, 2), "Read two reviews on shoulder pain after stroke",
         "self-directed", "r", 150),
        (date(2024, 9, 19), "Acute respiratory study day",
         "formal", "c", 360),
        (date(2024, 10, 24), "Welsh in the workplace: weekly class, ten weeks",
         "other", "c", 900),
        (date(2024, 12, 5), "Regional network evening, professional body",
         "professional", "l", 120),
        (date(2025, 2, 18), "Supported a student on placement for four weeks",
         "work-based", "e", 720),
        (date(2025, 3, 13), "Falls huddle: first improvement cycle",
         "work-based", "l", 300),
        (date(2025, 5, 22), "Vestibular assessment course",
         "formal", "c", 420),
        (date(2025, 7, 17), "Exchange day with the community stroke team",
         "work-based", "c", 420),
        (date(2025, 9, 18), "Stroke conference: poster on the falls huddle",
         "professional", "r", 480),
        (date(2026, 1, 29), "Wrote about being a patient",
         "self-directed", "c", 120),
        (date(2026, 3, 12), "First meeting as a preceptor",
         "professional", "e", 90),
    )  # fmt: skip
    pillars = {pillar.value[0]: pillar for pillar in Pillar}
    told = {
        8: {
            "what_i_did": "I drew a driver diagram with the ward sister and two healthcare "
            "assistants, chose one change (a two-minute huddle at noon) and ran it for four "
            "weeks.",
            "what_i_learnt": "How to state an aim with a number and a date. That a change has to "
            "be smaller than I think.",
            "benefit_to_practice": "I now ask what the person understands, and not only what the "
            "plan says.",
            "benefit_to_service_users": "In the first four weeks there were two falls in the bay; "
            "in the four before it, five.",
            "statements": ("hcpc-cpd:3", "layers:ahps"),
            "evidence": ("he1", "he2"),
        },
        10: {
            "what_i_did": "I spent a day with the community team between Pwllheli and Aberdaron.",
            "what_i_learnt": "That my home exercise sheet assumes a chair with arms.",
            "minutes_with_others": 420,
        },
        11: {"what_i_did": "I stood beside the poster and was asked better questions than mine."},
    }
    activities = [
        CpdActivity(
            id=f"hc{at:02}", started_on=day, title=title, learning_type=LearningType(kind),
            pillars=(pillars[letter],), minutes=minutes, preceptorship="hp" if at < 9 else None,
            **told.get(at, {}),  # type: ignore[arg-type]
        )
        for at, (day, title, kind, letter, minutes) in enumerate(rows)
    ]  # fmt: skip
    return [
        *activities,
        CpdActivity(
            id="hcp", title="SECRETACTIVITY", started_on=date(2025, 8, 1), private=True
        ),
        Gap(
            id="hg", from_on=date(2025, 9, 19), to_on=date(2026, 1, 28),
            explanation="I was ill and then came back by degrees.",
        ),
        Evidence(
            id="he1", title="Falls huddle: run chart", kind=EvidenceKind.AUDIT, size=1_400_000,
            on=date(2025, 3, 13), sha256="959bff7ab4bf" + "0" * 52,
        ),
        Evidence(
            id="he2", title="Attendance record, Cymraeg Gwaith", kind=EvidenceKind.CERTIFICATE,
            size=240_000, on=date(2025, 1, 23), sha256="4fa8e312f036" + "1" * 52,
        ),
        Evidence(id="hes", title="SECRETSICKNOTE", on=date(2025, 10, 1), private=True),
        AuditProfile(
            id="hap",
            practice_summary="I work on a ward of twenty-four beds with older people and people "
            "after stroke. I see eight to eleven of them a day.",
            personal_statement="My record has fourteen activities. I have met the standards by "
            "writing down what changed, and by asking the ward whether it did.",
        ),
    ]  # fmt: skip
