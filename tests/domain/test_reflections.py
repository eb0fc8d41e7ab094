"""Reflections: what is written and what is left."""

from ahp_companion.domain.reflections import (
    Prompt,
    Reflection,
    ReflectionModel,
    prompts_left,
    words_written,
    written,
)

WHAT = Prompt(key="what", heading="What", question="What happened?")
SO_WHAT = Prompt(key="so-what", heading="So what", question="What does it mean to you?")
MODEL = ReflectionModel(code="own", name="Own", source="Ours", prompts=(WHAT, SO_WHAT))


def test_answers_come_in_the_models_order_without_what_is_blank() -> None:
    reflection = Reflection(answers={"so-what": " I slow down. ", "what": "A fall.", "other": "x"})
    assert written(reflection, MODEL) == ((WHAT, "A fall."), (SO_WHAT, "I slow down."))
    assert written(Reflection(answers={"what": " \n"}), MODEL) == ()


def test_prompts_without_an_answer_are_left() -> None:
    assert prompts_left(Reflection(), MODEL) == 2
    assert prompts_left(Reflection(answers={"what": "A fall.", "so-what": " "}), MODEL) == 1
    assert prompts_left(Reflection(answers={"what": "a", "so-what": "b"}), MODEL) == 0


def test_words_are_counted_over_all_answers() -> None:
    assert words_written({"what": "A fall.", "other": "one more"}) == 4
    assert words_written({}) == 0


def test_a_reflection_is_private_until_its_owner_says_otherwise() -> None:
    assert Reflection().private
