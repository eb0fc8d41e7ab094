"""Profiles to hand over, of the samples and of people made up for one test."""

from datetime import date
from typing import Any

from ahp_companion.assets import resource
from ahp_companion.domain.evidence_looks import EvidenceLook
from ahp_companion.domain.portfolio import Choice, Portfolio
from ahp_companion.domain.practitioner import Practitioner
from ahp_companion.domain.profile import Handed, handed, profile_of
from ahp_companion.store.catalogue import read_catalogue
from tests.exchange.sampled import portfolio_of as gathered_of
from tests.exchange.sampled import read
from tests.report.people import portfolio_of

ON = date(2026, 3, 12)
PROFESSIONS = read_catalogue(resource()).professions
OWNER = Practitioner(
    id="o", name="Siân Łukasz-Nguyễn", profession="PH", registration_number="PH000042"
)


def of_sample(name: str, choice: Choice | None = None) -> Handed:
    """Return what a sample's owner would hand over on the sample's day, its files in no place."""
    sample = read(name)
    return of(gathered_of(sample), choice, on=sample.today)


def of_records(*records: Any, choice: Choice | None = None, **said: Any) -> Handed:
    """Return what a physiotherapist with some records would hand over."""
    return of(portfolio_of(OWNER, *records), choice, **said)


def of(portfolio: Portfolio, choice: Choice | None = None, *, on: date = ON, **said: Any) -> Handed:
    """Return what a portfolio's owner would hand over on a day."""
    profession = PROFESSIONS[portfolio.practitioner.profession]
    looks = dict[str, EvidenceLook]()
    return handed(profile_of(portfolio, profession, choice or Choice(), on=on), looks, **said)
