"""How a chart looks: colours and letters, given by whoever shows it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from reportlab.graphics.shapes import Circle, Drawing, Line, Rect, String
from reportlab.lib.colors import Color, HexColor
from reportlab.lib.utils import RLString

from .. import fonts, text
from ..styles import TextStyle

# Figures and small letters, from the line they stand on to their top, as a part of their size.
CAP_HEIGHT = 0.66
START, MIDDLE, END = "start", "middle", "end"


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartStyle:
    """Colours as "#rrggbb", and the size of the letters.

    `family` is what an SVG asks for; widths are measured in the typeface of the paper and
    multiplied by `wideness`, so a wider font on screen needs more than 1.
    """

    ink: str = "#1A1F24"
    grey: str = "#4A545D"
    accent: str = "#0D5566"
    chart: str = "#0D5566"
    on_chart: str = "#FFFFFF"
    hair: str = "#C6CDD2"
    page: str = "#FFFFFF"
    pillars: Mapping[str, str] = field(default_factory=dict)
    size: float = 8.0
    family: str = "sans-serif"
    wideness: float = 1.0

    def face(self, *, strong: bool = False) -> str:
        """Return a typeface that is measured and printed as itself and asked for by family."""
        weight = "600" if strong else "400"
        name = fonts.SEMIBOLD if strong else fonts.REGULAR
        face: str = RLString(name, svgAttrs={"family": self.family, "weight": weight})
        return face

    def pillar(self, pillar: str) -> str:
        """Return a pillar's colour: the chart's own where pillars have none, as on paper."""
        return self.pillars.get(pillar, self.chart)


PAPER = ChartStyle()


def canvas(width: float, height: float) -> Drawing:
    """Return an empty drawing whose sizes are in points on paper and in pixels in a window."""
    fonts.register()
    drawing = Drawing(width, height)
    drawing.initialFontName = fonts.REGULAR
    return drawing


def colour(code: str) -> Color:
    """Return a colour from its code."""
    return HexColor(code)


def wide(words: str, style: ChartStyle, *, strong: bool = False, size: float = 0) -> float:
    """Return how much room words take."""
    face = fonts.SEMIBOLD if strong else fonts.REGULAR
    return fonts.ems(text.cleaned(words), face) * (size or style.size) * style.wideness


def short(words: str, room: float, style: ChartStyle, *, strong: bool = False) -> str:
    """Return words, cut short with "…" where they are wider than there is room."""
    face = fonts.SEMIBOLD if strong else fonts.REGULAR
    return text.one_line(words, TextStyle(size=style.size, leading=0, face=face), room)


def put(
    drawing: Drawing,
    words: str,
    x: float,
    y: float,
    style: ChartStyle,
    *,
    anchor: str = START,
    strong: bool = False,
    fill: str = "",
    size: float = 0,
) -> None:
    """Write words into a drawing, from x on, around it or up to it."""
    room = wide(words, style, strong=strong, size=size)
    left = x - {START: 0, MIDDLE: room / 2, END: room}[anchor]
    drawing.add(
        String(
            left,
            y,
            text.cleaned(words),
            fontName=style.face(strong=strong),
            fontSize=size or style.size,
            fillColor=colour(fill or (style.ink if strong else style.grey)),
        )
    )


def stroke(
    drawing: Drawing,
    start: tuple[float, float],
    end: tuple[float, float],
    code: str,
    weight: float,
) -> None:
    """Draw a line into a drawing."""
    drawing.add(Line(*start, *end, strokeColor=colour(code), strokeWidth=weight))


def block(
    drawing: Drawing,
    left: float,
    foot: float,
    width: float,
    height: float,
    fill: str,
    *,
    outline: str = "",
) -> None:
    """Draw a filled rectangle into a drawing, with an outline or none."""
    drawing.add(
        Rect(
            left,
            foot,
            width,
            height,
            fillColor=colour(fill),
            strokeColor=colour(outline) if outline else None,
            strokeWidth=0.5 if outline else 0,
        )
    )


def ring(
    drawing: Drawing, x: float, y: float, radius: float, *, fill: str, outline: str, weight: float
) -> None:
    """Draw a circle into a drawing."""
    drawing.add(
        Circle(
            x, y, radius, fillColor=colour(fill), strokeColor=colour(outline), strokeWidth=weight
        )
    )
