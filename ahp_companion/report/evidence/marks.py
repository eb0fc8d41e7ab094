"""What is drawn onto a PDF's page afterwards: answers in forms, stamps, highlights, ink.

It is taken as it is shown. What it does, where it leads and what it remarks stays behind.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from pypdf.generic import ArrayObject, DictionaryObject, NameObject, StreamObject

from .reading import entry

UPRIGHT = "1 0 0 1 0 0"
HIDDEN, NOT_ON_SCREEN = 0x02, 0x20
# Signs that something is there to press, to read or to play; the page is the same without them.
NOT_DRAWN = frozenset(
    {"/Link", "/Popup", "/Text", "/FileAttachment", "/Sound", "/Movie", "/Screen", "/3D",
     "/RichMedia", "/TrapNet", "/PrinterMark"}
)  # fmt: skip
WRITTEN = frozenset({"/Tx", "/Ch"})
MOST_MARKS = 2_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """Something a page draws: its name there, its form, and where it is put."""

    name: str
    form: StreamObject
    matrix: str = UPRIGHT


def marks(page: Any) -> Iterator[Drawn]:
    """Yield what is drawn onto a page, in its order.

    Raises LookupError for an answer in a form that is written down but not drawn.
    """
    found = entry(page, "/Annots")
    for at, each in enumerate(found if isinstance(found, ArrayObject) else ()):
        mark = each.get_object()
        if at < MOST_MARKS and isinstance(mark, DictionaryObject) and _is_shown(mark):
            form = _appearance(mark)
            if form is None:
                _refuse_undrawn(mark)
            else:
                matrix = _matrix(mark, form)
                if matrix:
                    yield Drawn(name=f"/A{at}", form=form, matrix=matrix)


def _is_shown(mark: DictionaryObject) -> bool:
    flags = int(entry(mark, "/F") or 0)
    return entry(mark, "/Subtype") not in NOT_DRAWN and not flags & (HIDDEN | NOT_ON_SCREEN)


def _appearance(mark: DictionaryObject) -> StreamObject | None:
    looks = entry(mark, "/AP")
    found = entry(looks, "/N") if isinstance(looks, DictionaryObject) else None
    if isinstance(found, DictionaryObject) and not isinstance(found, StreamObject):
        # One look for each state, as a box that can be ticked has.
        found = entry(found, str(entry(mark, "/AS")))
    if not isinstance(found, StreamObject):
        return None
    found[NameObject("/Type")] = NameObject("/XObject")
    found[NameObject("/Subtype")] = NameObject("/Form")
    return found


def _refuse_undrawn(mark: DictionaryObject) -> None:
    is_answer = entry(mark, "/Subtype") == "/Widget" and _inherited(mark, "/FT") in WRITTEN
    if is_answer and str(_inherited(mark, "/V") or "").strip():
        raise LookupError("/AP")


def _inherited(mark: Any, name: str) -> Any:
    for _ in range(20):
        if mark is None or name in mark:
            break
        mark = entry(mark, "/Parent")
    return entry(mark, name) if mark is not None else None


def _matrix(mark: DictionaryObject, form: StreamObject) -> str:
    """Return what puts a form into its place; nothing where it has no size."""
    left, foot, right, top = _ordered(entry(mark, "/Rect"))
    x0, y0, x1, y1 = _ordered(entry(form, "/BBox") or (0, 0, 1, 1))
    a, b, c, d, e, f = (float(each) for each in entry(form, "/Matrix") or (1, 0, 0, 1, 0, 0))
    across = [a * x + c * y + e for x in (x0, x1) for y in (y0, y1)]
    upwards = [b * x + d * y + f for x in (x0, x1) for y in (y0, y1)]
    wide, high = max(across) - min(across), max(upwards) - min(upwards)
    if not (wide > 0 and high > 0):
        return ""
    sx, sy = (right - left) / wide, (top - foot) / high
    return f"{sx:.6f} 0 0 {sy:.6f} {left - min(across) * sx:.4f} {foot - min(upwards) * sy:.4f}"


def _ordered(box: Any) -> tuple[float, float, float, float]:
    x0, y0, x1, y1 = (float(each) for each in box)
    return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)
