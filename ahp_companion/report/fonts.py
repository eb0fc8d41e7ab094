"""The typeface of everything printed: Source Sans 3, read when first needed, always embedded."""

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from typing import Any
from weakref import WeakKeyDictionary

from reportlab import rl_config
from reportlab.pdfbase.pdfmetrics import getFont, registerFont, registerFontFamily, stringWidth
from reportlab.pdfbase.ttfonts import TTFont

from .. import assets

REGULAR = "SourceSans3-Regular"
ITALIC = "SourceSans3-It"
SEMIBOLD = "SourceSans3-Semibold"
SEMIBOLD_ITALIC = "SourceSans3-SemiboldIt"
# Source Sans 3 has this sign, and readers know it as "something was here".
MISSING_SIGN = "□"
BOUND_SPACE, LAST_BYTE, NOT_KNOWN = 0xA0, 0xFF, 0xFFFF
NAMED = re.compile("<[0-9A-F]{2}> <[0-9A-F]{4,}>")


class EmbeddedFont(TTFont):  # type: ignore[misc]  # ReportLab carries no types
    """A TrueType font that finds its signs quickly, and names none that is none, as PDF/UA asks."""

    def __init__(self, face: str, path: str) -> None:
        super().__init__(face, path)
        self._known: WeakKeyDictionary[Any, _Known] = WeakKeyDictionary()

    def splitString(  # noqa: N802  # ReportLab's own name
        self, text: str, doc: Any, encoding: str = "utf-8"
    ) -> list[tuple[int, bytes]]:
        """Return text as the bytes that stand for it in a document, in one step if all is known."""
        try:
            return [(0, text.translate(self.known(doc)).encode("latin-1"))]
        except UnicodeEncodeError:
            return list(super().splitString(text, doc, encoding))

    def known(self, doc: Any) -> "_Known":
        """Return the byte of each sign that a document has used so far."""
        if doc not in self._known:
            super().splitString(" ", doc)
            self._known[doc] = _Known(self.state[doc].assignments)
        return self._known[doc]

    def addObjects(self, doc: Any) -> None:  # noqa: N802  # ReportLab's own name
        """Add the font to a document."""
        before = set(doc.idToObject)
        super().addObjects(doc)
        for name in doc.idToObject.keys() - before:
            if name.startswith("toUnicodeCMap:"):
                stream = doc.idToObject[name]
                stream.content = _without_nothing(stream.content)


class _Known(dict[int, str]):
    """The byte of each sign that is among a document's first 256."""

    def __init__(self, assignments: Mapping[int, int]) -> None:
        super().__init__()
        self._assignments = assignments

    def __missing__(self, sign: int) -> str:
        byte = self._assignments.get(32 if sign == BOUND_SPACE else sign, NOT_KNOWN)
        if byte > LAST_BYTE:
            return chr(NOT_KNOWN)
        self[sign] = chr(byte)
        return self[sign]


@cache
def register() -> None:
    """Make the four faces known to ReportLab; the second call does nothing."""
    # Without this every stream is written as ASCII, which takes five times as long.
    rl_config.useA85 = 0
    folder = assets.resource("fonts", "source-sans-3")
    for face in (REGULAR, ITALIC, SEMIBOLD, SEMIBOLD_ITALIC):
        registerFont(EmbeddedFont(face, str(folder / f"{face}.ttf")))
    registerFontFamily(
        "SourceSans3", normal=REGULAR, bold=SEMIBOLD, italic=ITALIC, boldItalic=SEMIBOLD_ITALIC
    )


def has_sign(sign: int) -> bool:
    """Return whether the typeface can draw a character, given by its number."""
    register()
    return sign in getFont(REGULAR).face.charToGlyph


def _without_nothing(mapped: str) -> str:
    lines = mapped.split("\n")
    kept = [line for line in lines if not line.endswith("> <0000>")]
    known = sum(1 for line in kept if NAMED.fullmatch(line))
    return "\n".join(
        f"{known} beginbfchar" if line.endswith(" beginbfchar") else line for line in kept
    )


# Words recur: an export of 400 pages measures most of them from memory.
@lru_cache(maxsize=1 << 16)
def ems(words: str, face: str) -> float:
    """Return how wide words are in a face, as a multiple of the font size."""
    register()
    return float(stringWidth(words, face, 1))
