"""Lines of words as a page's content has them: what recurs is worked out once for a document.

ReportLab's own text objects reckon every sign, number and colour anew for each line.
"""

from collections.abc import Sequence
from typing import Any

from reportlab.lib.rl_accel import escapePDF, fp_str
from reportlab.pdfbase.pdfmetrics import getFont

from .fonts import NOT_KNOWN, EmbeddedFont
from .styles import TextStyle

PLAIN, LAST_PLAIN = 32, 126
BESIDE_PLAIN = {"(": r"\(", ")": r"\)", "\\": r"\\"}


class Lettering:
    """What a document's pages say to show lines of words in a style."""

    def __init__(self, document: Any) -> None:
        self._document = document
        self._signs: dict[str, _Escaped] = {}
        # Found by identity, which is quicker than by what they hold; kept, so that it stays.
        self._styles: dict[int, tuple[TextStyle, str, _Escaped]] = {}

    def lines(self, lines: Sequence[str], left: float, baseline: float, style: TextStyle) -> str:
        """Return the content that shows lines downwards from a baseline."""
        _, look, escaped = self._styles.get(id(style)) or self._learn(style)
        shown = ["BT", f"{left:.5f} {baseline:.5f} Td", look]
        for line in lines:
            said = line.translate(escaped)
            is_new = chr(NOT_KNOWN) in said
            shown += (self._beyond(line, style) if is_new else f"({said}) Tj", "T*")
        # Nothing follows the last line, which needs no step down.
        shown[-1] = "ET"
        return " ".join(shown)

    def _learn(self, style: TextStyle) -> "tuple[TextStyle, str, _Escaped]":
        font = getFont(style.face)
        if style.face not in self._signs:
            self._signs[style.face] = _Escaped(font, self._document)
        colour = style.colour
        look = f"{fp_str(colour.red, colour.green, colour.blue)} rg {self._face(style, 0)}"
        known = style, look, self._signs[style.face]
        self._styles[id(style)] = known
        return known

    def _face(self, style: TextStyle, subset: int) -> str:
        name = getFont(style.face).getSubsetInternalName(subset, self._document)
        return f"{name} {fp_str(style.size)} Tf {fp_str(style.leading)} TL"

    def _beyond(self, line: str, style: TextStyle) -> str:
        """Return a line with a sign that is new, or not among a face's first 256."""
        shown = []
        subset = 0
        for subset, held in getFont(style.face).splitString(line, self._document):
            shown.append(f"{self._face(style, subset)} ({escapePDF(held)}) Tj")
        if subset:
            shown.append(self._face(style, 0))
        return " ".join(shown)


class _Escaped(dict[int, str]):
    """Each sign's byte, as it stands between brackets."""

    def __init__(self, font: EmbeddedFont, document: Any) -> None:
        super().__init__()
        self._known = font.known(document)

    def __missing__(self, sign: int) -> str:
        byte = self._known[sign]
        if byte == chr(NOT_KNOWN):
            return byte
        plain = PLAIN <= ord(byte) <= LAST_PLAIN
        self[sign] = BESIDE_PLAIN.get(byte, byte) if plain else f"\\{ord(byte):03o}"
        return self[sign]
