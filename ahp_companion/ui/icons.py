"""Icons in the theme's colours, drawn at the size and sharpness they are shown in."""

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from .. import assets
from .theme import Theme


class Icons:
    """The icons of one theme; each is read once."""

    def __init__(self, theme: Theme) -> None:
        self.theme = theme
        self._drawn: dict[str, str] = {}

    def icon(self, name: str, role: str = "second", *, size: int = 18, gap: int = 0) -> QIcon:
        """Return an icon in a colour role, with a gap to what stands at its right."""
        return QIcon(self.pixmap(name, self.theme.colour(role), self.theme.px(size), gap))

    def pixmap(self, name: str, colour: QColor, size: int, gap: int = 0) -> QPixmap:
        """Return an icon as a picture of a size in pixels."""
        ratio = 2.0
        picture = QPixmap(round((size + gap) * ratio), round(size * ratio))
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        self.paint(painter, name, colour, QRectF(0, 0, size * ratio, size * ratio))
        painter.end()
        picture.setDevicePixelRatio(ratio)
        return picture

    def paint(self, painter: QPainter, name: str, colour: QColor, where: QRectF) -> None:
        """Draw an icon into a rectangle."""
        drawn = self._svg(name).replace("#000000", colour.name())
        renderer = QSvgRenderer(QByteArray(drawn.encode()))
        renderer.render(painter, where)

    def app_icon(self) -> QIcon:
        """Return the application's own mark."""
        return QIcon(str(assets.icon("app")))

    def _svg(self, name: str) -> str:
        if name not in self._drawn:
            self._drawn[name] = assets.icon(name).read_text(encoding="utf-8")
        return self._drawn[name]
