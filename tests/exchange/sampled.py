"""What the tests of the shipped samples stand on: a sample gathered, and written to a file."""

from itertools import groupby
from pathlib import Path

from ahp_companion.assets import resource
from ahp_companion.domain import kinds
from ahp_companion.domain.changes import added
from ahp_companion.domain.portfolio import Portfolio, gathered
from ahp_companion.domain.practitioner import Practitioner
from ahp_companion.exchange.samples import Sample, read_sample
from ahp_companion.store.portfolio_file import PortfolioFile, create_portfolio


def read(name: str) -> Sample:
    """Return a sample that ships with the app."""
    return read_sample(resource("samples"), name)


def portfolio_of(sample: Sample) -> Portfolio:
    """Return a sample's records gathered as the app gathers its own."""
    by_kind = sorted(sample.records, key=lambda each: kinds.of(each).name)
    return gathered(
        {name: list(held) for name, held in groupby(by_kind, lambda each: kinds.of(each).name)}
    )


def written(sample: Sample, folder: Path) -> PortfolioFile:
    """Return a new portfolio file that holds a sample, its evidence too."""
    owner = [each for each in sample.records if isinstance(each, Practitioner)]
    rest = [each for each in sample.records if not isinstance(each, Practitioner)]
    file = create_portfolio(folder / f"{sample.name}.ahp", list(owner))
    for contents in sample.evidence.values():
        file.evidence.add(contents)
    file.apply(added(*rest))
    return file
