"""What is gathered of one preceptorship says the same of it as the whole portfolio does."""

from collections.abc import Callable
from typing import Any

import pytest

from ahp_companion.domain.cycle import cycle
from ahp_companion.domain.preceptorship import Preceptorship
from ahp_companion.domain.yearly_review import yearly_review, years
from ahp_companion.ui.desk import Desk
from ahp_companion.ui.pages.preceptorship.one_preceptorship import gathered_for
from tests.preceptees import ALPHA, BRAVO, OWNER, belonging
from tests.ui.desks import TODAY, Opened


def said_of(held: Any, preceptorship: Preceptorship) -> list[Any]:
    """Return the round and every year's review, as some records tell them."""
    reviews = [
        yearly_review(held, preceptorship, from_on=from_on, to_on=to_on)
        for from_on, to_on in years(preceptorship, on=TODAY)
    ]
    return [cycle(preceptorship, held, on=TODAY), *reviews]


def test_a_record_of_every_kind_says_the_same_of_each_preceptee(open_desk: Opened) -> None:
    desk = open_desk(OWNER, *belonging(ALPHA), *belonging(BRAVO))
    both = desk.session.all(Preceptorship)
    assert len(both) == 2
    for each in both:
        held = gathered_for(desk.session, each)
        assert said_of(held, each) == said_of(desk.session.gather(), each)
        assert len(held.records["workbook_answer"]) == len(held.records["confidence_rating"]) == 1


@pytest.mark.parametrize("name", ["maternity-return", "paramedic-preceptor", "rotational-post"])
def test_a_sample_says_the_same_of_each_preceptorship(
    sample_desk: Callable[..., Desk], name: str
) -> None:
    desk = sample_desk(name)
    everything = desk.session.gather()
    for each in desk.session.all(Preceptorship):
        assert said_of(gathered_for(desk.session, each), each) == said_of(everything, each)
