"""Opening a portfolio for a command: its passphrase, its backups, and words for both."""

import getpass
import os
import sys
from pathlib import Path

from ..domain.problems import ProblemError
from ..places import own_places
from ..store.backups import Backups
from ..store.connection import PassphraseError
from ..store.holders import Holders
from ..store.portfolio_file import PortfolioFile, look_at, open_portfolio, utc_now

PASSPHRASE = "AHP_COMPANION_PASSPHRASE"  # noqa: S105 - the variable's name, not its value


def opened(path: Path) -> PortfolioFile:
    """Return an open portfolio, backed up before it is brought up to date if it is an older one.

    Raises ProblemError when it cannot be opened, and then has not changed it.
    """
    places = own_places()

    def back_up_first(portfolio: PortfolioFile) -> None:
        backups_of(path).make(portfolio, "before update")

    return open_portfolio(
        path,
        passphrase=passphrase_for(path),
        holders=Holders(places.holders),
        before_migrating=back_up_first,
    )


def backups_of(path: Path) -> Backups:
    """Return the backups of a portfolio, in its own folder of the account's."""
    return Backups(own_places().backups(path), utc_now)


def passphrase_for(path: Path) -> str:
    """Return the passphrase for a file: nothing if it has none, else from whoever can say it."""
    try:
        look_at(path, "")
    except PassphraseError as problem:
        given = asked_for(f"Passphrase of “{path.name}”: ")
        if not given:
            problem.advice = f"Type it when you are asked, or put it in {PASSPHRASE}."
            raise
        return given
    return ""


def new_passphrase() -> str:
    """Return a passphrase for a new file, typed twice or from the environment."""
    given = asked_for("Passphrase: ")
    if not given:
        raise ProblemError(
            "There is no passphrase to protect the portfolio with.",
            means="Nothing was written.",
            advice=f"Type it when you are asked, or put it in {PASSPHRASE}.",
        )
    if not os.environ.get(PASSPHRASE) and getpass.getpass("The same again: ") != given:
        raise ProblemError("The two passphrases differ.", means="Nothing was written.")
    return given


def asked_for(words: str) -> str:
    """Return a passphrase from the environment or the terminal; nothing where there is neither."""
    given = os.environ.get(PASSPHRASE, "")
    if given or not (sys.stdin and sys.stdin.isatty()):
        return given
    return getpass.getpass(words)
