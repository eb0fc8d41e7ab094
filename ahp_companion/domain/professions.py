"""Professions, who regulates them, and when each renews its registration."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, date

from .words import Word


class Regulator(Word):
    """Who keeps the register that a profession is on."""

    HCPC = "hcpc", "Health and Care Professions Council"
    GOSC = "gosc", "General Osteopathic Council"
    NONE = "none", "No regulator"

    @property
    def short(self) -> str:
        """Return the name that people use, "HCPC"."""
        return {"hcpc": "HCPC", "gosc": "GOsC", "none": ""}[self.value]


@dataclass(frozen=True, slots=True, kw_only=True)
class RenewalWindow:
    """The months in which a profession renews; dates are data, for no rule gives every one."""

    opens: str
    closes: str
    opens_in: str
    every_years: int = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Profession:
    """A profession as the app knows it, from resources/lists/professions.toml."""

    code: str
    name: str
    field: str
    regulator: Regulator
    titles: tuple[str, ...] = ()
    modalities: tuple[str, ...] = ()
    number_pattern: str = ""
    number_example: str = ""
    is_ahp: bool = True
    is_small: bool = False
    body: str = ""
    renewal: RenewalWindow | None = None
    source: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Renewal:
    """One renewal: the first and last day it can be done."""

    opens_on: date
    closes_on: date


def next_renewal(profession: Profession, *, on: date) -> Renewal | None:
    """Return the renewal that is open on a day, or the next to open; None if there is no cycle."""
    return next(renewals(profession, from_on=on), None)


def renewals(profession: Profession, *, from_on: date) -> Iterator[Renewal]:
    """Yield the renewals that close on a day or after it, soonest first, while the calendar lasts.

    None for a profession that has no fixed months.
    """
    window = profession.renewal
    if window is None:
        return
    odd = window.opens_in == "odd"
    # A window that spans the New Year may have opened in the year before.
    for year in range(max(from_on.year - 1, MINYEAR), MAXYEAR):
        if (year % 2 == 1) == odd:
            renewal = _renewal(window, year)
            if renewal.closes_on >= from_on:
                yield renewal


def number_oddity(profession: Profession, number: str) -> str:
    """Return why a registration number looks unusual; nothing if it does not.

    A form that looks odd is only ever pointed out: registers hold older forms, and nothing here
    can look a number up.
    """
    bare = re.sub(r"\s", "", number).upper()
    if not bare or not profession.number_pattern:
        return ""
    if re.fullmatch(profession.number_pattern, bare):
        return ""
    return (
        f"{profession.name} numbers usually look like {profession.number_example}. "
        "It is kept as you wrote it."
    )


def _renewal(window: RenewalWindow, year: int) -> Renewal:
    opens_on = date.fromisoformat(f"{year}-{window.opens}")
    closes_on = date.fromisoformat(f"{year}-{window.closes}")
    if closes_on < opens_on:
        closes_on = date.fromisoformat(f"{year + 1}-{window.closes}")
    return Renewal(opens_on=opens_on, closes_on=closes_on)
