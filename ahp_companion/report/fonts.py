"""The typeface of everything printed: Source Sans 3, read when first needed, always embedded."""

from functools import cache, lru_cache

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


@cache
def register() -> None:
    """Make the four faces known to ReportLab; the second call does nothing."""
    # Without this every stream is written as ASCII, which takes five times as long.
    rl_config.useA85 = 0
    for face in (REGULAR, ITALIC, SEMIBOLD, SEMIBOLD_ITALIC):
        registerFont(TTFont(face, str(assets.resource("fonts", "source-sans-3", f"{face}.ttf"))))
    registerFontFamily(
        "SourceSans3", normal=REGULAR, bold=SEMIBOLD, italic=ITALIC, boldItalic=SEMIBOLD_ITALIC
    )


def has_sign(sign: int) -> bool:
    """Return whether the typeface can draw a character, given by its number."""
    register()
    return sign in getFont(REGULAR).face.charToGlyph


# Words recur: an export of 400 pages measures most of them from memory.
@lru_cache(maxsize=1 << 16)
def ems(words: str, face: str) -> float:
    """Return how wide words are in a face, as a multiple of the font size."""
    register()
    return float(stringWidth(words, face, 1))
