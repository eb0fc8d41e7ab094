"""A program that saves record after record and says of each that it is saved.

Run with a portfolio, a passphrase and a way of working: "honest" says so after saving, "hasty"
before. A test that never catches the hasty one would prove nothing about the honest one.
"""

import random
import sys
from dataclasses import replace
from pathlib import Path

from ahp_companion.domain.changes import added, edited
from ahp_companion.domain.cpd import CpdActivity
from ahp_companion.store.portfolio_file import PortfolioFile, open_portfolio


def say(activity: CpdActivity) -> None:
    """Acknowledge a save on the pipe: the record and what is in it."""
    print(activity.id, activity.title, flush=True)


def save_for_ever(portfolio: PortfolioFile, *, is_hasty: bool) -> None:
    """Add and edit records until somebody kills this program."""
    chance = random.Random()
    number = 0
    held: list[CpdActivity] = []
    while True:
        number += 1
        if held and chance.random() < 0.5:
            before = held.pop(chance.randrange(len(held)))
            after = replace(before, title=f"edited-{number}")
            change = edited(before, after)
        else:
            words = "gait balance voice " * chance.randrange(600)
            after = CpdActivity(title=f"added-{number}", what_i_learnt=words)
            change = added(after)
        if is_hasty:
            say(after)
        portfolio.apply(change)
        if not is_hasty:
            say(after)
        held.append(after)


if __name__ == "__main__":
    with open_portfolio(Path(sys.argv[1]), passphrase=sys.argv[2]) as opened:
        save_for_ever(opened, is_hasty=sys.argv[3] == "hasty")
