"""One open portfolio as the window sees it: what is in it, what changed, undo and redo."""

from array import array
from collections.abc import Callable, Iterable
from dataclasses import fields, replace
from datetime import date, datetime
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Signal

from ..domain import changes, kinds
from ..domain.changes import Change
from ..domain.evidence_looks import EvidenceLook
from ..domain.exports import Export
from ..domain.frameworks import Catalogue
from ..domain.listings import Listing
from ..domain.portfolio import Portfolio
from ..domain.practitioner import Practitioner
from ..domain.problems import ProblemError
from ..domain.professions import Profession, Regulator
from ..domain.records import Record
from ..domain.words import shortened
from ..domain.workbooks import Workbook
from ..store.backups import Backup, Backups, Progress, verified_counts
from ..store.evidence_files import MOST_BYTES
from ..store.portfolio_file import PortfolioFile
from ..store.records import Revision as Revision
from ..store.workbook_files import add_workbook

R = TypeVar("R", bound=Record)
UNKNOWN = Profession(code="", name="", field="", regulator=Regulator.NONE, is_ahp=False)


class Session(QObject):
    """The open portfolio; every page reads and writes through it."""

    changed = Signal(object)
    undo_changed = Signal()
    failed = Signal(object)
    backed_up = Signal()
    closing = Signal()

    def __init__(
        self,
        portfolio: PortfolioFile,
        catalogue: Catalogue,
        backups: Backups,
        *,
        today: Callable[[], date] = date.today,
        own_workbooks: Path | None = None,
        own_forms: Path | None = None,
    ) -> None:
        super().__init__()
        self._own_workbooks = own_workbooks
        self.own_forms = own_forms
        self.catalogue = catalogue
        self.today = today
        self.saved_at: datetime | None = None
        self._file = portfolio
        self._backups = backups
        self._done: list[Change] = []
        self._undone: list[Change] = []
        self._changes_backed_up = 0

    @property
    def path(self) -> Path:
        """Return where the portfolio is."""
        return self._file.path

    @property
    def has_passphrase(self) -> bool:
        """Return whether the file is encrypted with a passphrase of the owner's."""
        return bool(self._file.passphrase)

    @property
    def practitioner(self) -> Practitioner:
        """Return the owner."""
        held = self.all(Practitioner)
        return held[0] if held else Practitioner()

    @property
    def profession(self) -> Profession:
        """Return the owner's profession; a nameless one where none is chosen."""
        return self.catalogue.professions.get(self.practitioner.profession, UNKNOWN)

    def get(self, record: type[R], wanted: str | None) -> R | None:
        """Return one record by its id."""
        with self._file.turn:
            return self._file.records.get(record, wanted)

    def all(self, record: type[R], **equal: str) -> list[R]:
        """Return the records of a type whose fields equal the values given."""
        with self._file.turn:
            return self._file.records.all(record, **equal)

    def at(self, record: type[R], places: "array[int] | list[int]") -> dict[int, R]:
        """Return records by the places that a listing gave."""
        with self._file.turn:
            return self._file.records.at(record, places)

    def places(self, listing: Listing, *, most: int = -1) -> "array[int]":
        """Return the places of a listing's records, in order: all, or so many of them."""
        return self._file.places(listing, most=most)

    def place_of(self, record: Any) -> int | None:
        """Return the place of one record."""
        with self._file.turn:
            return self._file.records.place_of(record)

    def months(self, listing: Listing) -> list[tuple[str, int]]:
        """Return the months of a listing by its first order, "2026-03", each with its count."""
        return self._file.months(listing)

    def count(self, listing: Listing) -> int:
        """Return how many records a listing has."""
        return self._file.count(listing)

    def listed(self, listing: Listing, most: int) -> list[Any]:
        """Return the first records of a listing."""
        places = self.places(listing, most=most)
        held: dict[int, Any] = self.at(listing.record, places)
        return [held[place] for place in places]

    def find(self, typed: str) -> list[Any]:
        """Return records of every kind that hold what was typed, newest first."""
        with self._file.turn:
            return self._file.records.find(typed)

    def gather(self) -> Portfolio:
        """Return everything; for long work and exports, not for a page."""
        with self._file.turn:
            return self._file.records.gather()

    def revisions(self, wanted: str) -> list[Revision]:
        """Return a record's history, oldest first."""
        with self._file.turn:
            return self._file.records.revisions(wanted)

    def linking(self, wanted: str) -> list[Any]:
        """Return the records that hold a link to an id."""
        with self._file.turn:
            return self._file.records.linking(wanted)

    def keep_file(self, path: Path) -> tuple[str, int]:
        """Keep a file's bytes as evidence; return their SHA-256 and size."""
        with path.open("rb") as file:
            # One byte more than may be kept is enough to be refused.
            contents = file.read(MOST_BYTES + 1)
        with self._file.turn:
            return self._file.evidence.add(contents), len(contents)

    def keep_files(self, contents: Iterable[bytes]) -> None:
        """Keep the bytes of several files."""
        with self._file.turn:
            for each in contents:
                self._file.evidence.add(each)

    def file(self, sha256: str) -> bytes:
        """Return the bytes of evidence."""
        with self._file.turn:
            return self._file.evidence.read(sha256)

    def looks(self) -> dict[str, EvidenceLook]:
        """Return what was seen in each file of evidence, by SHA-256, without its picture."""
        with self._file.turn:
            return self._file.looks.all()

    def looked_at(self) -> frozenset[str]:
        """Return the SHA-256 of every file of evidence that was looked at."""
        with self._file.turn:
            return self._file.looks.known()

    def look(self, sha256: str) -> EvidenceLook | None:
        """Return what was seen in one file, with its picture; None if it was not looked at yet."""
        with self._file.turn:
            return self._file.looks.get(sha256)

    def keep_looks(self, looks: Iterable[EvidenceLook]) -> None:
        """Keep what was seen in files of evidence."""
        with self._file.turn:
            self._file.looks.keep(looks)

    def keep_workbook(self, path: Path) -> Workbook:
        """Keep a workbook of the owner's beside the portfolio and return it.

        Raises ProblemError that says what is wrong in its file.
        """
        if self._own_workbooks is None:
            raise ProblemError("There is no folder for own workbooks here.")
        kept = add_workbook(path, self._own_workbooks, self.catalogue.workbooks)
        workbooks = {**self.catalogue.workbooks, kept.code: kept}
        self.catalogue = replace(self.catalogue, workbooks=workbooks)
        return kept

    def add(self, *records: Any, words: str = "") -> bool:
        """Add records; return whether they are saved."""
        return self.apply(changes.added(*records, words=words))

    def edit(self, before: Any, after: Any, *, goes_on: bool = False) -> bool:
        """Make one record into another; typing that goes on stays one step to undo."""
        if before == after:
            return True
        change = changes.edited(before, after)
        if goes_on and self._continues(change):
            whole = self._done[-1].then(change)
            return self._write(change) and self._replace_last(whole)
        return self.apply(change)

    def set(self, record: Any, **values: Any) -> bool:
        """Change some fields of a record as it now is; return whether that is saved."""
        now = self.get(type(record), record.id) or record
        return self.edit(now, replace(now, **values))

    def delete(self, record: Any) -> bool:
        """Delete a record with all it owns; undo brings it back."""
        return self.apply(changes.deleted(record, self.linking))

    def apply(self, change: Change) -> bool:
        """Write a change and remember it for undo; return whether it is saved."""
        if not self._write(change):
            return False
        self._remember(change)
        return True

    def bring_in(self, change: Change, wanted: Iterable[str], read: Callable[[str], bytes]) -> None:
        """Write a change with the files of evidence it names, all of it or nothing.

        `read` gives the bytes with a SHA-256. Raises ProblemError, that of `read` too.
        """
        self._file.bring_in(change, wanted, read)
        self._tell(change)
        self._remember(change)

    def write_down(self, export: Export, *others: Any) -> bool:
        """Write down what left, with its moment, as no step to undo; return whether it is saved."""
        at = self._file.now().isoformat(timespec="seconds")
        words = f"Exported {export.name}"
        return self._write(changes.added(replace(export, at=at), *others, words=words))

    @property
    def undo_words(self) -> str:
        """Return what undo would take back; nothing if there is nothing."""
        return self._done[-1].words if self._done else ""

    @property
    def redo_words(self) -> str:
        """Return what redo would do again."""
        return self._undone[-1].words if self._undone else ""

    def undo(self) -> Change | None:
        """Take the last change back; return it."""
        if not self._done or not self._write(self._done[-1].reverse):
            return None
        self._undone.append(self._done.pop())
        self.undo_changed.emit()
        return self._undone[-1]

    def redo(self) -> Change | None:
        """Do again what was taken back; return it."""
        if not self._undone or not self._write(self._undone[-1]):
            return None
        self._done.append(self._undone.pop())
        self.undo_changed.emit()
        return self._done[-1]

    @property
    def needs_backup(self) -> bool:
        """Return whether anything changed since the last backup of this session."""
        return self._file.changes > self._changes_backed_up

    def back_up(self, reason: str, progress: Progress | None = None) -> Backup:
        """Make a verified backup and return it."""
        before = self._file.changes
        backup = self._backups.make(self._file, reason, progress)
        self._changes_backed_up = before
        self.backed_up.emit()
        return backup

    def count_backup(self, backup: Backup) -> tuple[dict[str, int], int]:
        """Return how many records of each kind and revisions a backup holds, all of it checked.

        Raises ProblemError if any of it is not as it was written.
        """
        return verified_counts(backup.path, self._file.passphrase)

    def last_backup(self) -> Backup | None:
        """Return the newest backup."""
        return self._backups.newest()

    @property
    def backups(self) -> Backups:
        """Return this portfolio's backups."""
        return self._backups

    def close(self) -> None:
        """Close the portfolio; what would have been read from it in a moment is not."""
        self.closing.emit()
        self._file.close()

    def _write(self, change: Change) -> bool:
        try:
            self._file.apply(change)
        except ProblemError as problem:
            self.failed.emit(problem)
            return False
        self._tell(change)
        return True

    def _tell(self, change: Change) -> None:
        self.saved_at = self._file.now().astimezone()
        self.changed.emit(change)

    def _remember(self, change: Change) -> None:
        self._done.append(change)
        self._undone.clear()
        self.undo_changed.emit()

    def _replace_last(self, change: Change) -> bool:
        # Typing that was taken back letter by letter leaves no step behind.
        self._done[-1:] = [
            each for each in (change,) if each.edits[0].before != each.edits[0].after
        ]
        self._undone.clear()
        self.undo_changed.emit()
        return True

    def _continues(self, change: Change) -> bool:
        if not self._done or len(self._done[-1].edits) != 1:
            return False
        last, now = self._done[-1].edits[0], change.edits[0]
        return (
            last.before is not None
            and last.after == now.before
            and _fields_changed(last.before, last.after) == _fields_changed(now.before, now.after)
        )


def name_of(record: Any) -> str:
    """Return what a record is called, or its kind where it has no name yet."""
    kind = kinds.of(record)
    return shortened(kind.title(record)) or f"Untitled {kind.noun}"


def _fields_changed(before: Any, after: Any) -> set[str]:
    return {
        each.name
        for each in fields(after)
        if getattr(before, each.name) != getattr(after, each.name)
    }
