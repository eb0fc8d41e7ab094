"""What in the portfolio could say who somebody is, without what its owner set aside."""

from collections.abc import Callable, Iterable
from typing import Any

from ..domain.dismissals import Dismissal, WatchedName
from ..domain.finding import Finding
from ..domain.identified import by_record, dismissal_of, identifiers_in
from .session import Session

Progress = Callable[[int, int], None]
Known = tuple[tuple[str, ...], tuple[Dismissal, ...], str]


class Finds:
    """Finds in some records, each looked through once for as long as it stays as it is."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._known: Known = ((), (), "")
        self._found: dict[str, tuple[Any, tuple[Finding, ...]]] = {}

    def of(self, records: Iterable[Any]) -> list[Finding]:
        """Return what was found in records; the text of files is left to a look at everything."""
        known = _known(self._session)
        if known != self._known:
            self._known = known
            self._found.clear()
        return [each for record in records for each in self._in(record)]

    def _in(self, record: Any) -> tuple[Finding, ...]:
        seen = self._found.get(record.id)
        if seen is None or seen[0] != record:
            names, aside, owner = self._known
            seen = record, identifiers_in(record, names, aside, owner=owner)
            self._found[record.id] = seen
        return seen[1]


def finds_everywhere(session: Session, progress: Progress) -> list[tuple[Finding, Any]]:
    """Return what was found in the whole portfolio, each with its record; for work behind."""
    portfolio = session.gather()
    whole = sum(portfolio.counts.values())
    found = []
    for at, (record, finds) in enumerate(by_record(portfolio, session.looks())):
        # Where the dialog is closed, the looking stops here: the window waits for it.
        progress(at, whole)
        found += [(each, record) for each in finds]
    return found


def set_aside(session: Session, finding: Finding, reason: str) -> bool:
    """Set a find aside for a reason; return whether that is saved."""
    held = dismissal_of(finding, reason, session.today())
    return session.add(held, words="Set a find aside")


def _known(session: Session) -> Known:
    return (
        tuple(each.name for each in session.all(WatchedName)),
        tuple(session.all(Dismissal)),
        session.practitioner.name,
    )
