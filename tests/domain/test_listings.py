"""A listing is a value."""

from ahp_companion.domain.cpd import CpdActivity
from ahp_companion.domain.listings import Listing


def test_listings_that_narrow_alike_are_equal() -> None:
    assert Listing(record=CpdActivity, matching="knee") == Listing(
        record=CpdActivity, matching="knee"
    )
    assert Listing(record=CpdActivity) != Listing(record=CpdActivity, descending=False)
