"""Colours and sizes: one template, filled from a theme and the text size."""

import re
import tempfile
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from string import Template
from typing import Any

from PySide6.QtCore import QDir, Qt
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QProxyStyle, QStyle, QStyleOption, QWidget

from .. import assets
from ..domain.pillars import Pillar

BODY_PIXELS = 14


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """The colours of one theme by role, and how large text is shown."""

    name: str
    colours: Mapping[str, str]
    pillars: Mapping[str, str]
    pillars_soft: Mapping[str, str]
    scale: float = 1.0

    def px(self, pixels: float) -> int:
        """Return a length given at 100 % text as it is at this text size."""
        return max(1, round(pixels * self.scale))

    def colour(self, role: str) -> QColor:
        """Return the colour of a role."""
        return QColor(self.colours[role])

    def pillar(self, pillar: Pillar) -> QColor:
        """Return a pillar's hue; its letter or name is always beside it."""
        return QColor(self.pillars[pillar.value])

    def pillar_soft(self, pillar: Pillar) -> QColor:
        """Return the ground that a pillar's name stands on."""
        return QColor(self.pillars_soft[pillar.value])


class ScaledStyle(QProxyStyle):
    """Fusion, with small icons and the text cursor scaled like everything else."""

    def __init__(self, theme: Theme) -> None:
        super().__init__("Fusion")
        self._sizes = {
            QStyle.PixelMetric.PM_LineEditIconSize: theme.px(16),
            QStyle.PixelMetric.PM_SmallIconSize: theme.px(18),
            QStyle.PixelMetric.PM_ButtonIconSize: theme.px(18),
            QStyle.PixelMetric.PM_TextCursorWidth: theme.px(1.4),
        }

    def pixelMetric(
        self,
        metric: QStyle.PixelMetric,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
    ) -> int:
        """Return Fusion's measure, or the scaled one."""
        return self._sizes.get(metric) or super().pixelMetric(metric, option, widget)


def read_theme(choice: str, text_size: int) -> Theme:
    """Return the theme chosen, or the one the system asks for, at a text size in per cent."""
    kept = tomllib.loads(
        assets.resource("themes", f"{_wanted(choice)}.toml").read_text(encoding="utf-8")
    )
    pillars: dict[str, str] = kept.pop("pillars")
    soft: dict[str, str] = kept.pop("pillars_soft")
    return Theme(
        name=kept.pop("name"),
        colours=kept,
        pillars=pillars,
        pillars_soft=soft,
        scale=text_size / 100,
    )


def put_on(app: QApplication, theme: Theme) -> None:
    """Dress the whole application: style, palette, font, style sheet, in that order."""
    app.setStyle(ScaledStyle(theme))
    app.setPalette(palette(theme))
    font = QFont(app.font())
    font.setPixelSize(theme.px(BODY_PIXELS))
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    app.setFont(font)
    app.setStyleSheet(style_sheet(theme))


def style_sheet(theme: Theme) -> str:
    """Return the window's style sheet, filled from a theme."""
    template = assets.resource("themes", "window.qss").read_text(encoding="utf-8")
    sized = re.sub(r"@(\d+)", lambda found: f"{theme.px(int(found[1]))}px", template)
    return Template(sized).substitute(
        theme.colours,
        arrow=_coloured_file("expand", theme.colours["second"]),
        left=_coloured_file("back", theme.colours["second"]),
        right=_coloured_file("forward", theme.colours["second"]),
        tick=_coloured_file("check", theme.colours["on_accent"]),
    )


def palette(theme: Theme) -> QPalette:
    """Return the palette that delegates, cursors and pop-ups read."""
    roles = {
        QPalette.ColorRole.Window: "page",
        QPalette.ColorRole.WindowText: "text",
        QPalette.ColorRole.Base: "field",
        QPalette.ColorRole.AlternateBase: "sunken",
        QPalette.ColorRole.Text: "text",
        QPalette.ColorRole.Button: "field",
        QPalette.ColorRole.ButtonText: "text",
        QPalette.ColorRole.BrightText: "danger",
        QPalette.ColorRole.Highlight: "accent",
        QPalette.ColorRole.HighlightedText: "on_accent",
        QPalette.ColorRole.Accent: "accent",
        QPalette.ColorRole.Link: "accent",
        QPalette.ColorRole.PlaceholderText: "third",
        QPalette.ColorRole.ToolTipBase: "text",
        QPalette.ColorRole.ToolTipText: "page",
    }
    found = QPalette()
    for role, name in roles.items():
        found.setColor(role, theme.colour(name))
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        found.setColor(QPalette.ColorGroup.Disabled, role, theme.colour("third"))
    return found


def _wanted(choice: str) -> str:
    if choice != "system":
        return choice
    hints = QGuiApplication.styleHints()
    accessibility: Any = getattr(hints, "accessibility", None)
    if accessibility and "High" in str(accessibility().contrastPreference()):
        return "contrast"
    return "dark" if hints.colorScheme() is Qt.ColorScheme.Dark else "light"


def _coloured_file(icon: str, colour: str) -> str:
    # A style sheet can name a picture's file but not colour it: one small file for each colour.
    folder = Path(tempfile.gettempdir()) / "ahp-companion-icons"
    folder.mkdir(exist_ok=True)
    path = folder / f"{icon}-{colour.lstrip('#')}.svg"
    drawn = assets.icon(icon).read_text(encoding="utf-8").replace("#000000", colour)
    path.write_text(drawn, encoding="utf-8")
    return QDir.fromNativeSeparators(str(path))
