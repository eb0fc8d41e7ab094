"""The schema's history, oldest first. A migration that has shipped is never edited."""

from typing import Any

# First: it puts SQLCipher where it is looked for.
from .connection import APPLICATION_ID, Database, whole

# isort: split
from sqlite_utils import Migrations

from .schemas.first import FIRST

migrations = Migrations("ahp-companion")


@migrations()
def first(db: Any) -> None:
    """Make the tables of the first version."""
    for statement in FIRST.split(";\n"):
        if statement.strip():
            db.execute(statement)


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


def migrate(db: Database) -> None:
    """Bring a file up to this version, whole or not at all."""
    # References cannot be switched off inside a transaction, and a table that is made anew would
    # take its children with it.
    db.execute("PRAGMA foreign_keys = OFF")
    with whole(db):
        migrations.apply(db)
        if db.execute("PRAGMA foreign_key_check").fetchone():
            raise RuntimeError("a migration left a link that leads nowhere")
        db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    db.execute("PRAGMA foreign_keys = ON")
