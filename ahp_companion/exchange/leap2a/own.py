"""Our own records inside a Leap2A feed: whole, for a portfolio that brings its own file back.

Leap2A knows titles, dates, words and files. Mahara and others read those and pass over an element
they do not know; we read it, as strictly as an archive, and so lose nothing of our own.
"""

import json
import uuid
from collections.abc import Container
from typing import Any

from ...domain.kinds import BY_NAME, of
from ...domain.problems import ProblemError
from ...domain.records import shapes, to_plain
from ..strict import strict_record

# What stands by itself, and what goes with that; a plan belongs to a preceptorship.
KINDS = frozenset(
    {"cpd_activity", "reflection", "addition", "evidence", "qualification", "training",
     "workplace", "meeting", "action", "rated_statement", "confidence_rating"}
)  # fmt: skip
# What only holds others together in our feeds, and is nobody's.
OURS = "urn:x-ahp-companion:"
LONGEST = 4_000_000


def written(record: Any, leaving: Container[str]) -> str:
    """Return a record as text, without links to what does not leave; "" for what has no place."""
    kind = of(record)
    if kind.name not in KINDS:
        return ""
    plain = to_plain(record)
    for shape in shapes(kind.record):
        if shape.link:
            held = plain[shape.name]
            plain[shape.name] = (
                [each for each in held if each in leaving]
                if shape.many
                else (held if held in leaving else None)
            )
    return json.dumps({"kind": kind.name, "record": plain}, ensure_ascii=False)


def read(text: str) -> Any:
    """Return the record that was written so; None where it is not one as we write them."""
    try:
        held = json.loads(text) if text and len(text) <= LONGEST else {}
        kind = BY_NAME[held["kind"]]
        if kind.name not in KINDS or str(uuid.UUID(held["record"]["id"])) != held["record"]["id"]:
            return None
        return strict_record(kind, held["record"], kind.noun)
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError, ProblemError):
        return None
