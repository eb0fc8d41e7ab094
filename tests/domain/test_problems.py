"""Failures in words."""

from ahp_companion.domain.problems import ProblemError


def test_a_problem_says_what_happened_what_it_means_and_what_to_do() -> None:
    problem = ProblemError("It is full.", means="Nothing was lost.", advice="Make room.")
    assert str(problem) == "It is full.\nNothing was lost.\nMake room."


def test_a_problem_leaves_out_what_there_is_nothing_to_say_about() -> None:
    assert str(ProblemError("It is full.", advice="Make room.")) == "It is full.\nMake room."
    assert str(ProblemError("It is full.")) == "It is full."
