"""A chart as SVG, for the window."""

from reportlab.graphics import renderSVG
from reportlab.graphics.shapes import Drawing


def as_svg(drawing: Drawing) -> bytes:
    """Return a drawing as SVG that Qt draws as it is meant.

    Without clipping Qt paints the drawing's bounds, and it reads "None" as black.
    """
    written: str = renderSVG.drawToString(drawing, useClip=True)
    return written.replace("fill: None", "fill: none").encode()
