"""What left the portfolio: when, in which format, what it held and the fingerprint of each file."""

from dataclasses import dataclass, field
from datetime import date

from .records import Answers, code, new_id


@dataclass(frozen=True, slots=True, kw_only=True)
class Export:
    """One export, written down as it was made; `at` is its moment in universal time.

    `held` is how many records of each kind left, `files` each file's SHA-256 under its name.
    """

    id: str = field(default_factory=new_id)
    on: date | None = None
    at: str = code()
    format: str = code()
    name: str = ""
    to_whom: str = ""
    from_on: date | None = None
    to_on: date | None = None
    included_private: bool = False
    held: Answers = field(default_factory=dict, metadata={"is_code": True})
    files: Answers = field(default_factory=dict, metadata={"is_code": True})
    size: int = 0
