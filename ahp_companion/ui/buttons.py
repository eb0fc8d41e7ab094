"""Buttons in the few looks there are: primary, plain, quiet and link."""

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QPushButton

from .desk import Desk
from .labels import Size, font


def button(
    desk: Desk,
    words: str,
    clicked: Callable[..., Any],
    *,
    icon: str = "",
    look: str = "",
    name: str = "",
) -> QPushButton:
    """Return a button with its verb, an icon before it and what it does."""
    made = QPushButton(words)
    if look:
        made.setProperty("look", look)
    if icon:
        role = {"primary": "on_accent", "link": "accent"}.get(look, "second")
        made.setIcon(desk.icons.icon(icon, role))
    made.setFont(font(Size.MEDIUM))
    made.setAccessibleName(words)
    if name:
        made.setObjectName(name)
    made.clicked.connect(clicked)
    return made


def icon_button(
    desk: Desk, icon: str, words: str, clicked: Callable[..., Any], *, name: str = ""
) -> QPushButton:
    """Return a button that shows only an icon and is named by its words."""
    made = QPushButton()
    made.setProperty("look", "link")
    made.setIcon(desk.icons.icon(icon))
    made.setAccessibleName(words)
    made.setToolTip(words)
    made.setFixedWidth(desk.theme.px(34))
    if name:
        made.setObjectName(name)
    made.clicked.connect(clicked)
    return made
