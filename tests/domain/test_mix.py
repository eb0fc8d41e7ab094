"""The mix of learning with one's own profession and with others."""

from datetime import date

from ahp_companion.domain.mix import Mix, missing, missing_in_words, mix_counts

TODAY = date(2026, 3, 12)
BEGAN = date(2025, 9, 1)


def test_what_says_nothing_is_not_counted() -> None:
    counted = mix_counts([Mix.OWN, None, Mix.OWN, Mix.SEVERAL])
    assert counted == {Mix.OWN: 2, Mix.SEVERAL: 1}


def test_a_side_with_nothing_for_three_months_is_missing() -> None:
    days = [(date(2026, 2, 1), Mix.SEVERAL), (date(2025, 12, 12), Mix.OWN)]
    assert missing(days, began_on=BEGAN, on=TODAY) == (Mix.OWN,)
    assert missing([*days, (date(2025, 12, 13), Mix.OWN)], began_on=BEGAN, on=TODAY) == ()


def test_nobody_is_told_of_a_mark_they_do_not_use_or_before_three_months_are_over() -> None:
    assert missing([(date(2026, 2, 1), None)], began_on=BEGAN, on=TODAY) == ()
    days = [(date(2026, 2, 1), Mix.SEVERAL)]
    assert missing(days, began_on=date(2025, 12, 20), on=TODAY) == ()


def test_what_is_missing_is_said_of_one_side_only() -> None:
    assert missing_in_words([Mix.OWN]) == "Nothing with your own profession for 3 months"
    assert missing_in_words([Mix.SEVERAL]) == "Nothing with other professions for 3 months"
    assert missing_in_words([]) == missing_in_words([Mix.OWN, Mix.SEVERAL]) == ""
