"""What a preceptorship is made of besides meetings and a plan, as it reads on paper."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from ahp_companion.domain.contacts import Contact
from ahp_companion.domain.cpd import CpdActivity
from ahp_companion.domain.mix import Mix
from ahp_companion.domain.portfolio import Choice
from ahp_companion.domain.practitioner import Practitioner
from ahp_companion.domain.preceptorship import Preceptorship, Side
from ahp_companion.domain.workbooks import WorkbookAnswer, Worksheet
from ahp_companion.report.portfolio_pdf import pdf_bytes
from ahp_companion.store.catalogue import read_catalogue

from . import people
from .reading import ON, Printed, printed, printed_hang
from .test_what_leaves import VERDICTS

RESOURCES = Path(__file__).parents[2] / "resources"


@pytest.mark.parametrize(
    "words",
    [
        # The preceptorship itself
        "Back-up preceptor Siân Tŷ-Mawr",
        "In practice before it 1 year",
        "Change of preceptor, 2 December 2024 From Siân Tŷ-Mawr To Llŷr Gwynfor Hughes Why Siân",
        "Still open The weekend on call",
        "Five months with my grandfather From time away",
        # What was agreed
        "20 June 2024 Agreed with Llŷr Gwynfor Hughes",
        "What stays between us What I say about myself.",
        "Preceptorship agreement: earlier versions Agreed With Replaced 9 May 2024 Siân Tŷ-Mawr "
        "20 June 2024",
        "2 September 2024 Self-agreed · to be looked at again on 1 March 2025",
        "Study time Friday afternoons belong to the Welsh course.",
        "Protected time My time 4 h a month; 1 May 2024 to 30 April 2025",
        # Adjustments, coming from elsewhere
        "A chair with arms at the handover My back, after lunch Ward sister 20 May 2024",
        "Updating so far: 2 days of supervised practice, 1 day of formal study and ½ day of "
        "private study.",
        "Suction On the model, then with Llŷr 30 June 2024 21 June 2024 with Llŷr",
        "Ward rehabilitation, five months Huế Central Hospital Accepted 20 June 2024 by Siân",
        # People
        "Monthly 2 contacts, the last on 4 September 2024",
        "3 July 2024 By video, 40 min Małgorzata Wiśniewska How she got through her first weekend.",
        "Training When What From 3 February 2025 valid to 2 February 2027 Manual handling, level "
        "two Mandatory training · level 2 · 2 credits · 3 h 30 min Slide sheets at last. Evidence",
        "Betsi training office While at Ysbyty Glan Tŵr, Bae Llŷn Confirmed by J. Pritchard",
        # Meetings
        "With Llŷr Gwynfor Hughes · Therapy office · 1 h 15 min · with my own profession",
        "Preceptor, supervisor and induction. Not yet: needs talked through.",
        # Workbooks
        "15 August 2024 Twenty prompts · the ward · 3 months",
        "Culture Someone here wants it to work In place The sister said so at the huddle.",
        "I feel part of the team Begun Who: Hằng To be looked at again: 14 November 2024 "
        "Objective: Change one thing on the ward that lasts",
        "What has helped most? Being asked twice.",
        "Someone to meet Whom to meet By when The night sister Before November",
        "What I take from it More is in place than I had thought in May.",
        "What I do next 1. I feel part of the team",
        "Twenty prompts (in our own words) – November 2026 2 worksheets",
        # Feedback
        "2 themes, answered; 1 thing tried out.",
        "14 November 2024 Heard in Where preceptorship stands · closed 13 February",
        "What changed A session of our own, once a month.",
        "What we looked at Sessions held: before 0, after 3",
        "Act Adopt it, 4 March 2025",
        "Why nothing changed The field belongs to the chapel.",
        # The end
        "Final review 6 May 2025 Certificate 9 May 2025",
        "In the preceptor’s words She asks better questions than I do.",
        "Leadership Preceptor to the next one Help others on: preceptor, educator, mentor Two "
        "students The two-day course With Siân By 1 October 2025 Education Preceptor to the next "
        "one As above No pillar named Stay for the winter",
        "Thanks Diolch, Llŷr, for every six weeks. The story, to share I came afraid",
        # Scope, delegation, competences
        "Inside my scope Gait and stairs Alone, all shifts When I say no When I am the third",
        "1 line from the setting before: not asked about yet, so not here.",
        "9 January 2023 to 6 May 2024 Student placement The university",
        "I delegate it What To How it is known to be safe When Standing practice",
        "Near by: within call Limits: Never the first stand Training 5 December 2024",
        "It is delegated to me What From How it is known to be safe When Nasal suction Ward sister",
        "Apart from preceptorship, which builds confidence and signs nothing off.",
        "General: Airway No What it asks Met By whom 1.2 Listens before looking 1 February 2024 "
        "Huế, elsewhere Does not carry over",
        "1.10 Suctions safely Level: Supervised first Evidence 2 3 December 2024 Ward 4",
        "Specialist: Cough assist",
        "Training, 3 February 2025",
        "Competence 1.10",
    ],
)
def test_it_is_there_as_people_say_it(words: str) -> None:
    assert words in printed_hang().text


def test_what_was_not_answered_or_no_longer_holds_is_not_there() -> None:
    words = printed_hang().text
    for absent in (
        "Nobody answered this one", "A sheet that was never begun", "An older wording",
        "A line of a sheet that is past", "Hydrotherapy",
    ):  # fmt: skip
        assert absent not in words, absent


def test_what_is_private_on_a_sheet_is_marked_where_it_was_asked_for() -> None:
    words = printed(people.hang(), Choice(include_private=True)).text
    assert "I am asked how I am Begun SECRETANSWER (private)" in words
    assert "SECRETADJUSTMENT (private)" in words
    assert "2. I am asked how I am" in words


def test_a_preceptors_sheet_asks_in_the_preceptors_words() -> None:
    words = printed(
        people.portfolio_of(
            Practitioner(id="k", preceptor_minutes=240),
            Worksheet(id="s", workbook="prompts", side=Side.PRECEPTOR, given_by="the ward"),
            WorkbookAnswer(id="a", worksheet="s", question="1.1", step="started"),
        )
    ).text
    assert "Someone here wants me to do this Begun" in words
    assert "Where preceptorship stands · in the words of the ward" in words
    assert "Time for preceptees 4 h a month" in words


def test_answers_to_a_workbook_nobody_knows_any_more_are_still_there() -> None:
    words = printed(
        people.portfolio_of(
            Worksheet(id="s", workbook="gone", title="An old sheet"),
            WorkbookAnswer(
                id="a", worksheet="s", question="how-it-was", step="so-so", parts={"x": "Rain"}
            ),
        )
    ).text
    assert "An old sheet How it was So so Rain" in words


def test_a_contact_with_a_preceptee_names_nobody() -> None:
    records = people.everything_of(people.kwame())
    met = Contact(id="kc", person="kz", on=date(2025, 3, 3), words="CANARYTALK")
    words = printed(people.portfolio_of(*records, met)).text
    assert "CANARYTALK" not in words
    assert "Zofia" not in words


def test_a_preceptorship_names_the_one_it_follows() -> None:
    first = Preceptorship(id="a", title="First post", started_on=date(2024, 1, 8))
    second = Preceptorship(id="b", title="Back again", started_on=date(2026, 1, 8), follows="a")
    words = printed(people.portfolio_of(first, second)).text
    assert "Follows on from First post" in words
    alone = printed(people.portfolio_of(first, second), Choice(preceptorship="b")).text
    assert "First post" not in alone


def test_an_activity_says_with_whom_it_was_learnt() -> None:
    activity = CpdActivity(id="c", title="Huddle", what_i_did="We stood.", mix=Mix.SEVERAL)
    assert "with several professions" in printed(people.portfolio_of(activity)).text


def test_every_question_of_every_workbook_can_be_read_and_none_is_a_verdict() -> None:
    catalogue = read_catalogue(RESOURCES)
    sheets, answers, asked = [], [], []
    for book in catalogue.workbooks.values():
        sheet = Worksheet(id=book.code, workbook=book.code, title=book.name, on=ON)
        step = book.steps[0].code if book.steps else ""
        sheets.append(sheet)
        for at, question in enumerate(book.questions):
            asked.append(question.words)
            answers.append(
                WorkbookAnswer(
                    id=f"{book.code}.{at:03}", worksheet=sheet.id, question=question.code,
                    step=step, words="So it is.",
                    parts={each.key: "Here" for each in question.columns},
                )
            )  # fmt: skip
    portfolio = people.portfolio_of(Practitioner(id="n", profession="PH"), *sheets, *answers)
    read = Printed(*pdf_bytes(portfolio, catalogue, Choice(), on=ON))
    words = read.text.replace(" ", "")
    assert [each for each in asked if each.replace(" ", "") not in words] == []
    assert words.count("Soitis.") >= len(answers)
    assert not VERDICTS.findall(read.text.lower())
    osteopath = [replace(each, profession="OSTEOPATH") if isinstance(each, Practitioner) else each
                 for each in people.everything_of(portfolio)]  # fmt: skip
    content = pdf_bytes(people.portfolio_of(*osteopath), catalogue, Choice(), on=ON)
    assert "Twenty prompts" not in read.text or "HCPC" not in _sources(Printed(*content))


def _sources(read: Printed) -> str:
    return " ".join(read.pages[read.page_of("Sources and editions") - 1 :])
