"""Workbooks: lines and their answers, what could come next, and days side by side."""

from dataclasses import replace
from datetime import date

from ahp_companion.domain.practitioner import Role
from ahp_companion.domain.preceptorship import Preceptorship, Side
from ahp_companion.domain.workbooks import (
    AnswerKind,
    Column,
    Group,
    Question,
    Section,
    Step,
    Workbook,
    WorkbookAnswer,
    Worksheet,
    as_objective,
    chosen_next,
    gaps,
    is_answered,
    lines,
    new_answer,
    new_worksheet,
    side_by_side,
)
from ahp_companion.domain.worksheets import (
    answer_in_words,
    as_improvement,
    begun_again,
    by_group,
    how_far,
    leaving,
    sheet_leaving,
    side_of,
    stand_in,
)

TODAY = date(2026, 3, 12)
CULTURE = Question(
    code="1",
    words="I am welcome.",
    preceptor_words="I make people welcome.",
    prompts=("Who says so?", "What helped?"),
)
THOUGHTS = Question(code="2", words="What I think", answer=AnswerKind.WORDS)
ASKED = Question(code="3", words="I asked", answer=AnswerKind.TICK, is_private=True)
WORK = Question(
    code="4",
    words="A part of my work",
    answer=AnswerKind.PARTS,
    columns=(Column(key="what", words="What"), Column(key="who", words="Who")),
)
BOOK = Workbook(
    code="book",
    name="A book",
    group=Group.SELF_CHECK,
    about="Nobody marks it.",
    source="Us",
    as_at="2026-11",
    steps=(Step(code="no", words="Not yet", is_gap=True), Step(code="yes", words="In place")),
    sections=(
        Section(heading="First", questions=(CULTURE, THOUGHTS, ASKED)),
        Section(heading="More", questions=(WORK,), is_open=True),
    ),
)
SHEET = new_worksheet(BOOK, on=TODAY, side=Side.PRECEPTEE, preceptorship="p")


def answer(question: str, **said: object) -> WorkbookAnswer:
    """Return an answer on the sheet."""
    plain = WorkbookAnswer(worksheet=SHEET.id, question=question)
    return replace(plain, **said)  # type: ignore[arg-type]  # what a test says is right


def test_an_answer_is_given_by_a_step_a_tick_words_or_a_box() -> None:
    assert not is_answered(None)
    assert not is_answered(answer("2", words="  ", parts={"what": " "}))
    assert is_answered(answer("1", step="no"))
    assert is_answered(answer("3", done_on=TODAY))
    assert is_answered(answer("4", parts={"what": "Frames"}))


def test_an_open_section_has_a_line_for_each_answer_and_another_one_for_each_question() -> None:
    answers = [answer("4", parts={"what": "Frames"}), answer("4", parts={"what": "Stairs"})]
    first, more = BOOK.sections
    assert [line.answer for line in lines(more, answers)] == answers
    assert [line.answer for line in lines(first, answers)] == [None, None, None]


def test_only_steps_that_leave_something_to_do_are_gaps() -> None:
    answers = [answer("1", step="no"), answer("2", words="All well")]
    assert [line.question for line in gaps(BOOK, answers)] == [CULTURE]
    assert gaps(BOOK, [answer("1", step="yes")]) == ()


def test_three_are_chosen_at_most_and_each_can_be_taken_back() -> None:
    sheet = SHEET
    for each in ("a", "b", "c", "d"):
        sheet = chosen_next(sheet, each)
    assert sheet.next_three == ("a", "b", "c")
    assert chosen_next(sheet, "b").next_three == ("a", "c")


def test_an_answer_becomes_an_objective_with_its_words_prompts_and_day() -> None:
    said = answer("1", step="no", words="Ask who leads", review_on=TODAY)
    made = as_objective(CULTURE, said, SHEET)
    assert (made.title, made.how) == ("Ask who leads", "Who says so?\nWhat helped?")
    assert (made.preceptorship, made.due_on) == ("p", TODAY)


def test_an_objective_and_a_card_take_no_words_of_a_private_answer() -> None:
    said = answer("1", step="no", words="I am afraid", private=True)
    assert as_objective(CULTURE, said, SHEET).title == "I am welcome."
    card = as_improvement(CULTURE, said, SHEET, on=TODAY)
    assert "afraid" not in card.title + card.plan
    of_a_private_sheet = replace(said, private=False)
    made = as_objective(CULTURE, of_a_private_sheet, replace(SHEET, private=True))
    assert made.title == "I am welcome."


def test_a_card_begins_with_the_question_and_what_was_said() -> None:
    card = as_improvement(CULTURE, answer("1", words="Nobody met me"), SHEET, on=TODAY)
    assert card.title == "I am welcome."
    assert card.plan == "Nobody met me\nWho says so?\nWhat helped?"
    assert (card.started_on, card.preceptorship) == (TODAY, "p")


def test_days_stand_side_by_side_in_words_without_the_lines_that_differ_each_day() -> None:
    later = replace(SHEET, id="later")
    answers = {
        SHEET.id: [answer("1", step="no"), answer("4", parts={"what": "Frames"})],
        later.id: [answer("1", step="yes", words="We meet")],
    }
    (only,) = side_by_side(BOOK, [SHEET, later], answers)
    assert only.question is CULTURE
    assert only.said == (("Not yet", ""), ("In place", "We meet"))


def test_how_far_a_sheet_is_counts_questions_and_not_lines() -> None:
    assert how_far(BOOK, []) == "Nothing written yet"
    two_lines = [answer("4", parts={"what": "a"}), answer("4", parts={"what": "b"})]
    assert how_far(BOOK, [*two_lines, answer("2")]) == "1 of 4 answered"


def test_an_answer_in_words_is_its_step_or_its_tick() -> None:
    assert answer_in_words(BOOK, answer("1", step="yes")) == "In place"
    assert answer_in_words(BOOK, answer("3", done_on=TODAY)) == "Done"
    assert answer_in_words(BOOK, None) == ""
    assert answer_in_words(BOOK, answer("1", step="gone from the file")) == "gone from the file"


def test_private_answers_leave_only_where_that_was_said() -> None:
    answers = [answer("2", words="a"), answer("1", step="no", private=True), answer("3")]
    assert leaving(SHEET, answers, include_private=False) == (answers[0],)
    assert leaving(SHEET, answers, include_private=True) == tuple(answers[:2])
    closed = replace(SHEET, private=True, words="Mine", next_three=("a",))
    assert leaving(closed, answers, include_private=False) == ()
    stripped = sheet_leaving(closed, include_private=False)
    assert (stripped.words, stripped.next_three, stripped.on) == ("", (), TODAY)
    assert sheet_leaving(closed, include_private=True) is closed


def test_a_question_that_is_private_makes_its_answer_so() -> None:
    assert new_answer(SHEET, ASKED).private
    assert not new_answer(SHEET, CULTURE).private
    kept = new_worksheet(
        replace(BOOK, is_private=True), on=TODAY, side=Side.PRECEPTEE, preceptorship=None
    )
    assert kept.private


def test_a_new_sheet_is_in_the_words_of_its_preceptorship_or_of_whom_it_is_for() -> None:
    given = Preceptorship(side=Side.PRECEPTOR)
    assert side_of(BOOK, given, Role.PRECEPTEE) is Side.PRECEPTOR
    assert side_of(replace(BOOK, side="preceptor"), None, Role.BOTH) is Side.PRECEPTOR
    assert side_of(BOOK, None, Role.PRECEPTOR) is Side.PRECEPTOR
    assert side_of(BOOK, None, Role.BOTH) is Side.PRECEPTEE
    assert CULTURE.said_to(Side.PRECEPTOR) == "I make people welcome."
    assert THOUGHTS.said_to(Side.PRECEPTOR) == "What I think"


def test_the_owners_side_comes_first_within_a_group() -> None:
    theirs = replace(BOOK, code="theirs", side="preceptor")
    mine = replace(BOOK, code="mine", side="preceptee")
    check_in = replace(BOOK, code="check", group=Group.CHECK_IN)
    held = by_group([theirs, BOOK, mine, check_in], Role.PRECEPTEE)
    assert list(held) == [Group.CHECK_IN, Group.SELF_CHECK]
    assert [each.code for each in held[Group.SELF_CHECK]] == ["mine", "book", "theirs"]


def test_a_sheet_is_begun_again_empty_or_with_its_answers() -> None:
    before = replace(SHEET, words="Much", next_three=("a",), private=True)
    said = answer("1", step="no", objective="o", private=True)
    empty, none = begun_again(before, [said], on=TODAY, with_answers=False)
    assert none == ()
    assert (empty.words, empty.next_three, empty.private) == ("", (), True)
    assert empty.id != before.id
    again, (carried,) = begun_again(before, [said], on=TODAY, with_answers=True)
    assert carried.worksheet == again.id
    assert carried.id != said.id
    assert replace(carried, id=said.id, worksheet=SHEET.id) == said


def test_answers_are_shown_without_their_workbook() -> None:
    sheet = Worksheet(workbook="gone", title="My own")
    answers = [answer("1", words="a"), answer("4", parts={"what": "b"})]
    shown = stand_in(sheet, answers)
    assert [each.code for each in shown.questions] == ["1", "4"]
    assert [each.answer for each in shown.questions] == [AnswerKind.WORDS, AnswerKind.PARTS]
    assert [line.answer for line in lines(shown.sections[0], answers)] == answers
