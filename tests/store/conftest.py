"""Portfolios for the store's tests, each a real file in a folder of its own."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from ahp_companion.domain.practitioner import Practitioner
from ahp_companion.store.portfolio_file import PortfolioFile, create_portfolio

OWNER = Practitioner(name="Rhiannon Ŵyn Łukasz Nguyễn O’Neill", profession="PH")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return where a portfolio may be made; its name has letters that go wrong elsewhere."""
    return tmp_path / "Rhiannon’s Ŷsbyty Łódź O'Neill.ahp"


@pytest.fixture
def portfolio(path: Path) -> Iterator[PortfolioFile]:
    """Return an open portfolio that holds its owner; it is closed after the test."""
    opened = create_portfolio(path, [OWNER])
    yield opened
    opened.close()
