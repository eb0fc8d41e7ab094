"""What was seen in files: kept once for each, given back as it was, made anew when looking is."""

import pytest

from ahp_companion.domain import evidence_looks
from ahp_companion.domain.evidence_looks import PLACE, EvidenceLook, tells_of_the_camera
from ahp_companion.store import evidence_looks as kept_looks
from ahp_companion.store.portfolio_file import PortfolioFile, open_portfolio

FIRST, SECOND = "1" * 64, "2" * 64
LOOK = EvidenceLook(
    sha256=FIRST,
    pages=3,
    words="Dziękuję, Siân ’wyn",
    properties={PLACE: "51.48° north, 3.18° west", "Author": "Łukasz"},
    picture=b"\x89PNG" + bytes(range(256)),
)


def test_a_look_comes_back_as_it_was(portfolio: PortfolioFile) -> None:
    portfolio.looks.keep([LOOK])
    portfolio.close()
    with open_portfolio(portfolio.path) as opened:
        assert opened.looks.get(FIRST) == LOOK
        assert opened.looks.get(SECOND) is None


def test_what_is_said_of_a_file_is_said_in_the_order_it_was_seen(portfolio: PortfolioFile) -> None:
    portfolio.looks.keep([LOOK])
    found = portfolio.looks.get(FIRST)
    assert found
    assert list(found.properties) == [PLACE, "Author"]


def test_all_looks_come_without_their_pictures_unless_asked(portfolio: PortfolioFile) -> None:
    other = EvidenceLook(sha256=SECOND)
    portfolio.looks.keep([LOOK, other])
    assert portfolio.looks.all()[FIRST].picture == b""
    assert portfolio.looks.all()[FIRST].words == LOOK.words
    assert portfolio.looks.all(pictures=True) == {FIRST: LOOK, SECOND: other}
    assert portfolio.looks.known() == {FIRST, SECOND}


def test_a_second_look_takes_the_place_of_the_first(portfolio: PortfolioFile) -> None:
    portfolio.looks.keep([LOOK])
    again = EvidenceLook(sha256=FIRST, words="More")
    portfolio.looks.keep([again])
    assert portfolio.looks.all() == {FIRST: again}


def test_what_was_seen_with_older_eyes_is_looked_at_again(
    portfolio: PortfolioFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    portfolio.looks.keep([LOOK])
    monkeypatch.setattr(kept_looks, "BY", evidence_looks.BY + 1)
    assert portfolio.looks.known() == frozenset()
    assert portfolio.looks.get(FIRST) is None
    assert portfolio.looks.all() == {}


def test_a_picture_tells_of_the_camera_and_a_size_alone_does_not() -> None:
    assert tells_of_the_camera(LOOK)
    assert not tells_of_the_camera(EvidenceLook(sha256=FIRST, properties={"Size": "9 × 9 pixels"}))
