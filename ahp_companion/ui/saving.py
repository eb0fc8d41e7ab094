"""Asks where something is to be saved; nothing that is there is written over unasked."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget


def ask_where(parent: QWidget | None, title: str, called: str, ending: str) -> Path | None:
    """Return the file that someone names, with its ending; None if they name none.

    `called` is what it would be called in their own folder. A name whose ending had to be added
    was never asked about, and so never is one of a file that is there.
    """
    name = "".join(sign if sign.isalnum() or sign in " -'’" else " " for sign in called)
    suggested = Path.home() / f"{' '.join(name.split())}{ending}"
    path, _ = QFileDialog.getSaveFileName(parent, title, str(suggested), f"*{ending}")
    return with_ending(Path(path), ending) if path else None


def with_ending(out: Path, ending: str) -> Path:
    """Return a path with its ending; one that had to be added never names a file that is there."""
    if out.suffix.casefold() == ending:
        return out
    number, found = 1, out.with_name(f"{out.name}{ending}")
    while found.exists():
        number += 1
        found = out.with_name(f"{out.name} {number}{ending}")
    return found
