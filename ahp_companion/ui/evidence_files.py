"""Files into the portfolio and out again to look at."""

import hashlib
import shutil
import tempfile
import time
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from ..domain.changes import edited
from ..domain.evidence import Evidence
from ..domain.file_kinds import LOOKED_AT
from ..domain.problems import ProblemError
from ..exchange.media_types import media_type_of
from .desk import Desk
from .evidence_looks import looking_of
from .long_work import Progress, in_background

COPIES = "ahp-companion-evidence-"
# A copy that was looked at is deleted when another is, once it is this many seconds old.
KEPT_FOR = 24 * 60 * 60
# Keeping this many bytes takes about a third of a second; beyond it the window says how far it is.
KEPT_AT_ONCE = 20_000_000
# Programs are kept like any other file, but never started from here.
NOT_STARTED = frozenset(
    {".exe", ".bat", ".cmd", ".com", ".scr", ".msi", ".ps1", ".vbs", ".js", ".jar", ".sh", ".lnk",
     ".desktop", ".app", ".hta", ".reg", ".py", ".html", ".htm", ".svg"}
)  # fmt: skip


def take_in(desk: Desk, path: Path) -> Evidence | None:
    """Keep a file as evidence and return its record; None, with words, if it cannot be read."""
    return _recorded(desk, _kept(desk, path))


def take_in_all(parent: QWidget, desk: Desk, paths: Sequence[Path]) -> list[Evidence]:
    """Keep files as evidence and return their records; of many bytes how far it is is shown."""
    held = sum(each.stat().st_size for each in paths if each.is_file())
    keep = partial(_all_kept, desk, paths)
    if held > KEPT_AT_ONCE:
        kept = in_background(parent, "Keeping the files in your portfolio", keep) or []
    else:
        kept = keep(_unheard)
    made = [_recorded(desk, each) for each in kept]
    return [each for each in made if each]


def take_in_bytes(desk: Desk, contents: bytes, file_name: str) -> Evidence | None:
    """Keep some bytes as evidence under a name; as `take_in` does."""
    sha256 = hashlib.sha256(contents).hexdigest()
    try:
        desk.session.keep_files([contents])
    except ProblemError as problem:
        return _recorded(desk, problem)
    return _recorded(desk, _piece(file_name, contents, sha256, len(contents)))


def bare(desk: Desk, evidence: Evidence, contents: bytes) -> bool:
    """Keep a photograph's bytes without place and camera in place of what it was."""
    now = desk.session.get(Evidence, evidence.id)
    if now is None or now.sha256 != evidence.sha256:
        return False
    try:
        desk.session.keep_files([contents])
    except ProblemError as problem:
        desk.session.failed.emit(problem)
        return False
    sha256 = hashlib.sha256(contents).hexdigest()
    after = replace(now, sha256=sha256, size=len(contents))
    return desk.session.apply(edited(now, after, words="Removed place and camera"))


def open_outside(desk: Desk, evidence: Evidence) -> bool:
    """Open a copy of the evidence in the computer's own program for it; return whether it did."""
    suffix = Path(evidence.file_name).suffix
    if suffix.casefold() in NOT_STARTED:
        desk.session.failed.emit(
            ProblemError(
                f"“{evidence.file_name}” is not opened from here.",
                means="A file of this kind can run as a program.",
                advice="Use “Save a copy” and look at it with care.",
            )
        )
        return False
    try:
        contents = desk.session.file(evidence.sha256)
        _forget_copies()
        copy = Path(tempfile.mkdtemp(prefix=COPIES)) / f"evidence{suffix}"
        copy.write_bytes(contents)
        copy.chmod(0o400)
    except OSError:
        desk.session.failed.emit(_unwritable(Path(tempfile.gettempdir())))
        return False
    except ProblemError as problem:
        desk.session.failed.emit(problem)
        return False
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(copy)))


def save_copy(desk: Desk, evidence: Evidence, target: Path) -> bool:
    """Write the evidence's bytes to a path; return whether that was done."""
    try:
        target.write_bytes(desk.session.file(evidence.sha256))
    except OSError:
        desk.session.failed.emit(_unwritable(target))
        return False
    except ProblemError as problem:
        desk.session.failed.emit(problem)
        return False
    desk.say(f"Saved a copy as {target.name}")
    return True


def _kept(desk: Desk, path: Path) -> Evidence | ProblemError:
    """Keep a file's bytes and return a piece of evidence to record, or why there is none."""
    try:
        with path.open("rb") as file:
            start = file.read(LOOKED_AT)
        if not start:
            return _empty(path.name)
        sha256, size = desk.session.keep_file(path)
    except OSError:
        return ProblemError(
            f"“{path.name}” could not be read.",
            means="It was not added; nothing else changed.",
            advice="Close it in other programs, or choose another file.",
        )
    except ProblemError as problem:
        return problem
    return _piece(path.name, start, sha256, size)


def _all_kept(
    desk: Desk, paths: Sequence[Path], progress: Progress
) -> list[Evidence | ProblemError]:
    kept = []
    for done, path in enumerate(paths):
        progress(done, len(paths))
        kept.append(_kept(desk, path))
    return kept


def _unheard(_done: int, _whole: int) -> None:
    """Say nothing: it is done before anyone could read it."""


def _piece(file_name: str, start: bytes, sha256: str, size: int) -> Evidence:
    return Evidence(
        title=Path(file_name).stem,
        file_name=file_name,
        media_type=media_type_of(start, file_name),
        size=size,
        sha256=sha256,
    )


def _recorded(desk: Desk, kept: Evidence | ProblemError) -> Evidence | None:
    if isinstance(kept, ProblemError):
        desk.session.failed.emit(kept)
        return None
    evidence = replace(kept, on=desk.session.today())
    if not desk.session.add(evidence, words=f"Added {evidence.file_name}"):
        return None
    looking_of(desk.session).look_at([evidence])
    return evidence


def _empty(name: str) -> ProblemError:
    return ProblemError(
        f"“{name}” is empty.",
        means="There is nothing in it to keep; it was not added.",
        advice="It may still be on its way from a phone or a cloud folder. Add it once it is here.",
    )


def _unwritable(place: Path) -> ProblemError:
    return ProblemError(
        f"“{place}” could not be written.",
        means="The folder may be read-only, full or gone. Nothing of your portfolio changed.",
        advice="Choose another folder with some room in it.",
    )


def _forget_copies() -> None:
    for folder in Path(tempfile.gettempdir()).glob(f"{COPIES}*"):
        if time.time() - folder.stat().st_mtime > KEPT_FOR:
            shutil.rmtree(folder, ignore_errors=True)
