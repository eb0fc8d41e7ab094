"""The schema's history, oldest first. A migration that has shipped is never edited."""

from typing import Any

from ..domain.agreements import FORMER_FIELDS, formerly

# First: it puts SQLCipher where it is looked for.
from .connection import APPLICATION_ID, Database, whole

# isort: split
from sqlite_utils import Migrations

from .records import Clock, Records
from .rows import canonical
from .schemas.first import FIRST
from .schemas.second import SECOND
from .schemas.second_changed import CHANGED, INDEXES
from .schemas.third import THIRD
from .search import KINDS, PLACE_BITS, PLACES

migrations = Migrations("ahp-companion")


@migrations()
def first(db: Any) -> None:
    """Make the tables of the first version."""
    _run(db, FIRST)


@migrations()
def second(db: Any) -> None:
    """Add a whole preceptorship's tables; what was agreed in one becomes a record of its own."""
    _run(db, SECOND)
    _move_agreements(db)
    for table, columns in CHANGED.items():
        _make_anew(db, table, columns)
    _run(db, INDEXES)


@migrations()
def third(db: Any) -> None:
    """Add the profile's versions, what left, what was set aside, and looks at evidence."""
    _run(db, THIRD)


def pending(db: Database) -> list[str]:
    """Return the names of the migrations a file has still to have."""
    return [each.name for each in migrations.pending(db)]


def unknown(db: Database) -> list[str]:
    """Return the names of migrations a file has had that this version does not know."""
    known = {each.name for each in migrations.pending(Database(memory=True))}
    return [each.name for each in migrations.applied(db) if each.name not in known]


def newest(db: Database) -> str:
    """Return the name of the last migration a file has had."""
    return migrations.applied(db)[-1].name


def migrate(db: Database, now: Clock) -> None:
    """Bring a file up to this version, whole or not at all."""
    # References cannot be switched off inside a transaction, and a table that is made anew would
    # take its children with it.
    db.execute("PRAGMA foreign_keys = OFF")
    with whole(db):
        migrations.apply(db)
        Records(db, now).take_in()
        if db.execute("PRAGMA foreign_key_check").fetchone():
            raise RuntimeError("a migration left a link that leads nowhere")
        db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    db.execute("PRAGMA foreign_keys = ON")


def _run(db: Any, statements: str) -> None:
    for statement in statements.split(";\n"):
        if statement.strip():
            db.execute(statement)


def _make_anew(db: Any, table: str, columns: str) -> None:
    """Give a table other columns; a row keeps what it held, its place too, and gets no more."""
    db.execute(f'CREATE TABLE "{table} anew" {columns}')
    before = {row[1] for row in db.execute(f'PRAGMA table_info("{table}")')}
    info = db.execute(f'PRAGMA table_info("{table} anew")').fetchall()
    # Of the columns that are new, those that cannot be empty are yes or no.
    empty = {row[1]: "0" if row[3] else "NULL" for row in info}
    names = ", ".join(f'"{name}"' for name in empty)
    values = ", ".join(f'"{name}"' if name in before else empty[name] for name in empty)
    db.execute(f'INSERT INTO "{table} anew" ({names}) SELECT {values} FROM "{table}"')  # noqa: S608
    db.execute(f'DROP TABLE "{table}"')
    db.execute(f'ALTER TABLE "{table} anew" RENAME TO "{table}"')


def _move_agreements(db: Any) -> None:
    columns = ", ".join(f'"{each}"' for each in FORMER_FIELDS)
    rows = db.execute(f'SELECT "_place", "id", {columns} FROM "preceptorship"')  # noqa: S608
    for place, preceptorship, *held in rows.fetchall():
        agreement = formerly(preceptorship, dict(zip(FORMER_FIELDS, held, strict=True)))
        if agreement is None:
            continue
        agreement["clauses"] = canonical(agreement["clauses"])
        names = ", ".join(f'"{name}"' for name in agreement)
        marks = ", ".join("?" * len(agreement))
        db.execute(
            f'INSERT INTO "agreement" ({names}, "is_self_agreed") VALUES ({marks}, 0)',  # noqa: S608
            list(agreement.values()),
        )
        # The words are found in the agreement from now on.
        db.execute(
            "DELETE FROM search WHERE rowid & ? = ? AND rowid >> ? & ? = "
            "(SELECT number FROM search_kind WHERE name = 'preceptorship')",
            [PLACES, place, PLACE_BITS, KINDS],
        )
