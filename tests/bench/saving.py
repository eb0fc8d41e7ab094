"""A saved edit, with its revision and its place in the index, and many records at once."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from itertools import count, islice
from pathlib import Path
from typing import Any

from ahp_companion.domain.changes import added, edited
from ahp_companion.domain.cpd import CpdActivity
from ahp_companion.store.connection import connect
from ahp_companion.store.portfolio_file import PortfolioFile, create_portfolio, open_portfolio

from .large_portfolio import activities, large_portfolio
from .timing import Comparison, compared

MANY = 5000


def saving(folder: Path) -> Iterator[Comparison]:
    """Yield a saved edit, and a thousand records saved at once, against bare commits."""
    large = shutil.copyfile(large_portfolio(), folder / "large.ahp")
    with open_portfolio(large) as portfolio, closing(_bare(folder / "bare.db")) as db:
        for field in ("title", "minutes"):
            yield compared(
                f"an edit of its {field}, saved, in a large portfolio",
                _editing(portfolio, field),
                _updating(db, field),
                most=3,
                times=60,
            )
    with (
        create_portfolio(folder / "new.ahp", []) as portfolio,
        closing(_bare(folder / "b.db")) as db,
    ):
        coming = activities(10**6, seed=2)
        numbers = count(MANY)

        def add() -> None:
            portfolio.apply(added(*islice(coming, 1000)))

        def insert() -> None:
            with db.atomic():
                db.conn.executemany(
                    "INSERT INTO bare VALUES (?, ?)",
                    [(next(numbers), words) for words in _words(1000)],
                )

        yield compared("a thousand activities saved at once", add, insert, most=None, times=5)


def _editing(portfolio: PortfolioFile, field: str) -> Callable[[], None]:
    held = portfolio.records.at(CpdActivity, [MANY])[MANY]
    numbers = count(1)

    def edit() -> None:
        nonlocal held
        number = next(numbers)
        after = replace(held, **{field: f"Gait {number}" if field == "title" else number})  # type: ignore[arg-type]
        portfolio.apply(edited(held, after))
        held = after

    return edit


def _bare(path: Path) -> Any:
    db = connect(path)
    with db.atomic():
        db.execute("CREATE TABLE bare (number INTEGER PRIMARY KEY, words TEXT) STRICT")
        db.conn.executemany("INSERT INTO bare VALUES (?, ?)", enumerate(_words(MANY)))
    return db


def _updating(db: Any, field: str) -> Callable[[], None]:
    numbers, words = count(1), _words(MANY)

    def update() -> None:
        number = next(numbers) % MANY
        with db.atomic():
            db.execute(
                "UPDATE bare SET words = ? WHERE number = ?",
                [f"{field} {number} {words[-number]}", number],
            )

    return update


def _words(many: int) -> list[str]:
    return [
        f"{each.what_i_did} {each.what_i_learnt} {each.benefit_to_practice}"
        for each in activities(many)
    ]
