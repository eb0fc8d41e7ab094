"""Draws the rows of a list as the look has them."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ..domain.pillars import Pillar
from .icons import Icons
from .labels import Size, font
from .lists import RecordList
from .rows import Row

ROW, HEADING = 58, 34
EDGE, WHEN = 12, 68


class RowDelegate(QStyledItemDelegate):
    """Paints a record as two lines beside its date, and a month as a small heading."""

    def __init__(self, icons: Icons) -> None:
        super().__init__()
        self._icons, self._theme = icons, icons.theme
        self._title, self._second = font(Size.MEDIUM), font(Size.SECOND)
        self._strong, self._body = font(Size.STRONG), font(Size.BODY)

    def sizeHint(
        self, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Return the height of a row or a heading."""
        return QSize(0, self._theme.px(HEADING if index.data(RecordList.HEADING) else ROW))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw one row."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        where: QRect = option.rect
        heading = index.data(RecordList.HEADING)
        if heading:
            self._heading(painter, where, heading)
        else:
            row = index.data(RecordList.ROW)
            state: QStyle.StateFlag = option.state
            self._ground(painter, where, state)
            if row:
                self._row(painter, where, row, bool(state & QStyle.StateFlag.State_Selected))
        painter.restore()

    def _heading(self, painter: QPainter, where: QRect, heading: str) -> None:
        painter.setFont(self._small_strong())
        painter.setPen(self._theme.colour("third"))
        inside = where.adjusted(self._theme.px(EDGE), 0, 0, -self._theme.px(6))
        painter.drawText(inside, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom, heading)

    def _ground(self, painter: QPainter, where: QRect, state: QStyle.StateFlag) -> None:
        ground = ""
        if state & QStyle.StateFlag.State_Selected:
            ground = "soft"
        elif state & QStyle.StateFlag.State_MouseOver:
            ground = "hover"
        radius = self._theme.px(6)
        if ground:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour(ground))
            painter.drawRoundedRect(where, radius, radius)
        if state & QStyle.StateFlag.State_HasFocus and state & QStyle.StateFlag.State_Selected:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._theme.colour("accent"), 2))
            painter.drawRoundedRect(where.adjusted(1, 1, -1, -1), radius, radius)

    def _row(self, painter: QPainter, where: QRect, row: Row, selected: bool) -> None:
        px = self._theme.px
        left = where.left() + px(EDGE)
        right = where.right() - px(EDGE)
        first = QRect(where.left(), where.top() + px(9), where.width(), px(20))
        second = QRect(where.left(), where.top() + px(31), where.width(), px(18))
        ink = "on_soft" if selected else "text"
        text_left = left + px(WHEN) if row.when else left
        self._text(painter, row.when, self._body, "on_soft" if selected else "second",
                   QRect(left, first.top(), px(WHEN) - px(4), first.height()))  # fmt: skip
        self._text(painter, row.title, self._strong if selected else self._title, ink,
                   QRect(text_left, first.top(), right - text_left, first.height()))  # fmt: skip
        end = self._state(painter, row, second, right)
        detail = QRect(text_left, second.top(), end - text_left, second.height())
        used = self._text(painter, row.detail, self._second, "second", detail)
        self._badges(painter, row.pillars, text_left + used + px(8 if used else 0), second, end)

    def _state(self, painter: QPainter, row: Row, line: QRect, right: int) -> int:
        if row.state is None:
            return right
        px = self._theme.px
        width = QFontMetrics(self._second).horizontalAdvance(row.state.word)
        words = QRect(right - width, line.top(), width + 1, line.height())
        self._text(painter, row.state.word, self._second, row.state.role, words)
        mark = QRectF(words.left() - px(20), line.top() + px(1), px(16), px(16))
        self._icons.paint(painter, row.state.icon, self._theme.colour(row.state.role), mark)
        return int(mark.left()) - px(8)

    def _badges(
        self, painter: QPainter, pillars: tuple[Pillar, ...], x: int, line: QRect, end: int
    ) -> None:
        side = self._theme.px(16)
        for pillar in pillars:
            if x + side > end:
                return
            box = QRect(x, line.top() + self._theme.px(1), side, side)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.pillar(pillar))
            painter.drawRoundedRect(box, self._theme.px(4), self._theme.px(4))
            painter.setFont(self._small_strong())
            painter.setPen(self._theme.colour("badge_text"))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, pillar.label[0])
            x += side + self._theme.px(4)

    def _text(self, painter: QPainter, words: str, face: QFont, role: str, where: QRect) -> int:
        painter.setFont(face)
        painter.setPen(self._theme.colour(role))
        metrics = painter.fontMetrics()
        shown = metrics.elidedText(
            words.replace("\n", " "), Qt.TextElideMode.ElideRight, where.width()
        )
        painter.drawText(where, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)
        return metrics.horizontalAdvance(shown)

    def _small_strong(self) -> QFont:
        face = font(Size.SECOND)
        face.setWeight(self._strong.weight())
        return face
