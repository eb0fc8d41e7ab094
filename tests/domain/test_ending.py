"""The end of a preceptorship: what leads on from it, and what is said where nothing does."""

from ahp_companion.domain.ending import (
    Ending,
    Opportunity,
    Way,
    before_the_end,
    by_pillar,
    leads_on,
    thanks_begun,
    under_main_pillar,
)
from ahp_companion.domain.pillars import Pillar

STAY = Opportunity(words="Stay on this ward", way=Way.STAY, pillars=(Pillar.CLINICAL,))
FURTHER = Opportunity(
    words="A post of my own",
    way=Way.GO_FURTHER,
    pillars=(Pillar.CLINICAL, Pillar.LEADERSHIP),
)
LOOSE = Opportunity(words="Something in research, perhaps")


def test_nothing_after_is_said_and_not_enforced() -> None:
    assert "Nothing stands under “What comes next”" in before_the_end(None, [])
    assert before_the_end(Ending(none_for_now="  "), [Opportunity(words=" ")])


def test_one_opportunity_or_a_reason_for_none_is_enough() -> None:
    assert before_the_end(None, [STAY]) == ""
    assert before_the_end(Ending(none_for_now="A baby in May"), []) == ""
    assert leads_on(None, [STAY])


def test_staying_comes_first_among_the_ways() -> None:
    assert by_pillar([FURTHER, STAY])[Pillar.CLINICAL] == (STAY, FURTHER)
    assert next(iter(Way)) is Way.STAY


def test_the_planner_shows_each_opportunity_once_under_its_first_pillar() -> None:
    found = under_main_pillar([FURTHER, LOOSE, STAY])
    assert found[Pillar.CLINICAL] == (STAY, FURTHER)
    assert found[Pillar.LEADERSHIP] == ()
    assert found[None] == (LOOSE,)
    assert list(found) == [*Pillar, None]


def test_a_letter_of_thanks_begins_with_a_name_and_leaves_the_rest_open() -> None:
    assert thanks_begun("Marta").startswith("Dear Marta,")
    assert thanks_begun(" ").startswith("Dear …,")
    assert thanks_begun("Marta").count("…") == 4
