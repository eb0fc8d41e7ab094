"""Whether what was installed works: one line a check, with nothing of the owner's touched."""

import os
import tempfile
from argparse import Namespace
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

from .. import __version__, assets
from ..domain.practitioner import Practitioner
from ..domain.words import count
from ..exchange.samples import read_sample, sample_names
from ..store.backups import copy_to
from ..store.connection import connect
from ..store.portfolio_file import create_portfolio, open_portfolio
from .making import catalogue
from .saying import remark, say

# Names that no plain alphabet has; they have to come back, and be printed, as they are.
NAMES = "Siân ŷ, Łukasz, Nguyễn"


def self_test(_asked: Namespace) -> int:
    """Try each part and print a line for it; 1 if any does not work."""
    say(f"AHP Companion {__version__}")
    return max([_tried(words, part) for words, part in PARTS.items()])


def _tried(words: str, part: Callable[[], str]) -> int:
    try:
        say(f"works: {words}, {part()}")
    except Exception as error:
        remark(f"does not work: {words} ({type(error).__name__}: {error})")
        return 1
    return 0


def _engine() -> str:
    db = connect(Path(":memory:"))
    try:
        sqlite = db.execute("SELECT sqlite_version()").fetchone()[0]
        cipher = db.execute("PRAGMA cipher_version").fetchone()[0]
        db.execute("CREATE VIRTUAL TABLE found USING fts5(words, prefix='2 3')")
    finally:
        db.close()
    return f"SQLite {sqlite}, SQLCipher {cipher}, full-text search"


def _resources() -> str:
    known = catalogue()
    samples = [
        read_sample(assets.resource("samples"), name)
        for name in sample_names(assets.resource("samples"))
    ]
    if not (known.professions and known.frameworks and known.reflection_models and samples):
        raise LookupError("something is missing under resources")
    if not assets.icon("app").is_file():
        raise LookupError("the app's own icon is missing")
    return (
        f"{count(len(known.professions), 'profession')}, "
        f"{count(len(known.frameworks), 'framework')}, {count(len(samples), 'sample')}"
    )


def _portfolio() -> str:
    with tempfile.TemporaryDirectory(prefix="ahp-companion-") as folder:
        path = Path(folder) / "Self-test.ahp"
        owner = Practitioner(name=NAMES)
        with create_portfolio(path, [owner]) as portfolio:
            copy_to(portfolio, path.with_name("Copy.ahp"))
        with open_portfolio(path.with_name("Copy.ahp")) as portfolio:
            if portfolio.problems() or portfolio.records.all(Practitioner) != [owner]:
                raise LookupError("a record did not come back as it was written")
    return "written, copied, read and checked"


def _pdf() -> str:
    from reportlab.pdfgen.canvas import Canvas

    from ..report import fonts

    fonts.register()
    without = [sign for sign in NAMES if not fonts.has_sign(ord(sign))]
    if without:
        raise LookupError(f"the typeface lacks {' '.join(without)}")
    out = BytesIO()
    canvas = Canvas(out)
    canvas.setFont(fonts.REGULAR, 12)
    canvas.drawString(72, 720, NAMES)
    canvas.save()
    return f"one page of {len(out.getvalue()):,} bytes"


def _window() -> str:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import qVersion
    from PySide6.QtSvg import QSvgRenderer
    from PySide6.QtWidgets import QApplication, QPushButton

    running = QApplication.instance() or QApplication([])
    button = QPushButton("AHP Companion")
    picture = QSvgRenderer(str(assets.icon("app")))
    if button.sizeHint().isEmpty() or not picture.isValid():
        raise LookupError("nothing could be drawn")
    running.quit()
    return f"Qt {qVersion()}, widgets and pictures"


PARTS: dict[str, Callable[[], str]] = {
    "the encrypted file": _engine,
    "what ships with the app": _resources,
    "a portfolio": _portfolio,
    "a PDF": _pdf,
    "the window": _window,
}
