"""Files into the portfolio and out again to look at."""

import mimetypes
import shutil
import tempfile
import time
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from ..domain.evidence import Evidence
from ..domain.problems import ProblemError
from .desk import Desk

COPIES = "ahp-companion-evidence-"
# A copy that was looked at is deleted when another is, once it is this many seconds old.
KEPT_FOR = 24 * 60 * 60
# Programs are kept like any other file, but never started from here.
NOT_STARTED = frozenset(
    {".exe", ".bat", ".cmd", ".com", ".scr", ".msi", ".ps1", ".vbs", ".js", ".jar", ".sh", ".lnk",
     ".desktop", ".app", ".hta", ".reg", ".py", ".html", ".htm", ".svg"}
)  # fmt: skip


def take_in(desk: Desk, path: Path) -> Evidence | None:
    """Keep a file as evidence and return its record; None, with words, if it cannot be read."""
    try:
        sha256, size = desk.session.keep_file(path)
    except OSError:
        desk.session.failed.emit(
            ProblemError(
                f"“{path.name}” could not be read.",
                means="It was not added; nothing else changed.",
                advice="Close it in other programs, or choose another file.",
            )
        )
        return None
    except ProblemError as problem:
        desk.session.failed.emit(problem)
        return None
    evidence = Evidence(
        title=path.stem,
        on=desk.session.today(),
        file_name=path.name,
        media_type=mimetypes.guess_type(path.name)[0] or "application/octet-stream",
        size=size,
        sha256=sha256,
    )
    return evidence if desk.session.add(evidence, words=f"Added {path.name}") else None


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
