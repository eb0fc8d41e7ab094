"""Tables: thin lines, the head repeated, no row parted by a page's end where it fits on one."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from reportlab.lib.units import mm
from reportlab.platypus import Flowable

from . import text
from .flowables import draw_line, draw_lines, table_title
from .fonts import ITALIC, REGULAR, SEMIBOLD
from .styles import (
    CELL,
    CELL_HEAD,
    CELL_LABEL,
    HAIR,
    HEAD_LINE,
    INK,
    LABEL,
    ROW_LINE,
    RULE,
    SIDE_WIDTH,
    TABLE_LINE,
    TABLE_TITLE,
    TEXT_HEIGHT,
    TEXT_WIDTH,
    TextStyle,
)
from .table_tree import RowTree, TableTree, rows_over, silent_columns
from .tagging import Element

BETWEEN_COLUMNS = 8
HEAD_PAD = 4
# Up to so many rows, a table is kept whole.
SHORT, FEWEST_ROWS = 6, 2
NEARLY_A_PAGE = 0.9 * TEXT_HEIGHT
# A title asks for room for two rows, but for no more than this.
MOST_ROOM = 150
STYLES = {face: replace(CELL, face=face) for face in (REGULAR, ITALIC, SEMIBOLD)}


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its head, its width in millimetres, and whether figures stand at its right."""

    title: str
    mm: float
    right: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A row of words; the last cell takes the columns that are left.

    `line_from` is the column where the line above begins; `total` puts a strong line above.
    `group` stands in an empty first cell where a page begins with this row.
    """

    cells: tuple[str, ...]
    face: str = REGULAR
    first: TextStyle | None = None
    line_from: int = 0
    total: bool = False
    group: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """How a table stands: its columns, its left edge and the air in its rows, in points.

    One to be written in by hand has rows of at least some height, and lines between columns.
    `named_by` is the column that says what its row is about.
    """

    columns: tuple[Column, ...]
    left: float = 0
    above: float = 3
    below: float = 5
    least: float = 0
    by_hand: bool = False
    named_by: int = 0

    @property
    def titles(self) -> list[str]:
        """Return the heads of the columns."""
        return [each.title for each in self.columns]

    @property
    def edges(self) -> list[float]:
        """Return where columns begin, and after them where the last one ends."""
        found = accumulate((each.mm * mm for each in self.columns), initial=self.left)
        return [round(edge, 4) for edge in found]

    @property
    def has_head(self) -> bool:
        """Return whether any column has a head."""
        return any(self.titles)


FACTS = Layout(columns=(Column("", 45), Column("", 125)))


@dataclass(frozen=True, slots=True)
class _Cut:
    """A row with its cells cut into lines.

    `over` is over how many rows its first cell stands. One that is parted keeps its elements.
    """

    row: Row
    cells: tuple[Sequence[str], ...]
    height: float
    over: int = 1
    kept: list[RowTree] | None = None


class Table(Flowable):  # type: ignore[misc]  # ReportLab carries no types
    """Rows `start` to `stop` of cut rows, under a head."""

    def __init__(
        self,
        layout: Layout,
        rows: Sequence[_Cut],
        *,
        start: int = 0,
        label: Sequence[str] = (),
        feet: Sequence[float] = (),
        said: TableTree | None = None,
    ) -> None:
        super().__init__()
        self.layout, self.rows, self.start, self.label = layout, rows, start, label
        self.stop = len(rows)
        self.feet = feet or list(accumulate((row.height for row in rows), initial=0.0))
        self.width = TEXT_WIDTH
        self.spaceAfter = 14
        self.head = _head(layout)
        self.edges = layout.edges
        self.said = said or TableTree(titles=layout.titles, named_by=layout.named_by)
        self.height = self.head_height + self.feet[self.stop] - self.feet[start]

    @property
    def head_height(self) -> float:
        """Return the height of the head; none without titles."""
        if not self.layout.has_head:
            return 0.0
        return max(len(cell) for cell in self.head) * CELL_HEAD.leading + 2 * HEAD_PAD

    @property
    def is_short(self) -> bool:
        """Return whether the table is kept whole."""
        return bool(self.stop - self.start <= SHORT and self.height <= TEXT_HEIGHT / 2)

    @property
    def room(self) -> float:
        """Return the room that a heading above has to find for it, or for its first rows."""
        return float(
            self.height if self.is_short else self.head_height + min(self.feet[1:3][-1], MOST_ROOM)
        )

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """Return the size, which is known from the start."""
        return self.width, self.height

    def split(self, _width: float, height: float) -> list[Flowable]:
        """Return the rows that fit and the rest; nothing where the table has to move whole."""
        room = height - self.head_height
        fitting = bisect_right(self.feet, self.feet[self.start] + room + 0.01) - 1 - self.start
        if fitting < 1 and self._is_too_high(self.start):
            return self._parted_row(room)
        if self.is_short:
            return []
        # A head with one row under it, or one row alone overleaf, looks lost.
        fitting = min(fitting, self.stop - self.start - 1)
        # Nor does a sum stand on a page without a row that it is of.
        if self.rows[self.stop - 1].row.total and fitting == self.stop - self.start - 1:
            fitting -= 1
        if fitting < (FEWEST_ROWS if height < NEARLY_A_PAGE else 1):
            return []
        return [self._part(self.start, self.start + fitting), self._part(self.start + fitting)]

    def draw(self) -> None:
        """Draw head and rows, downwards."""
        y = self.height
        left, right = self.edges[0], self.edges[-1]
        draw_line(self.canv, left, y, right, TABLE_LINE)
        if self.label:
            down = HEAD_PAD if self.layout.has_head else self.layout.above
            with self.canv.tree.marked(self.canv, Element("P")):
                draw_lines(self.canv, self.label, 0, y - down - LABEL.size, LABEL)
        if self.layout.has_head:
            y -= self.head_height
            self._draw_head(y)
            draw_line(self.canv, left, y, right, HEAD_LINE, RULE)
        with self.canv.tree.inside(self.said.table, self.said.body):
            self._draw_rows(y)
        self._draw_lines_between(y)
        if self.layout.by_hand:
            self._draw_lines_down()
        # Where rows follow overleaf, a hairline says that the table goes on.
        ended = self.stop == len(self.rows)
        draw_line(self.canv, left, 0, right, *((TABLE_LINE, INK) if ended else (ROW_LINE, HAIR)))

    def _draw_rows(self, y: float) -> None:
        for at in range(self.start, self.stop):
            self._draw_row(self.rows[at], y)
            if at == self.start and self.rows[at].row.group and not self.rows[at].cells[0]:
                self._draw_group(self.rows[at].row, y)
            y -= self.rows[at].height

    def _draw_lines_between(self, y: float) -> None:
        """Draw the lines above all rows but the first; a total has a strong one."""
        hairs, totals = [], []
        for at in range(self.start, self.stop):
            row = self.rows[at].row
            line = (self.edges[row.line_from], y, self.edges[-1], y)
            if row.total:
                totals.append(line)
            elif at > self.start:
                hairs.append(line)
            y -= self.rows[at].height
        between = RULE if self.layout.by_hand else HAIR
        for lines, weight, colour in ((hairs, ROW_LINE, between), (totals, TABLE_LINE, INK)):
            if lines:
                with self.canv.tree.artifact(self.canv):
                    self.canv.setLineWidth(weight)
                    self.canv.setStrokeColor(colour)
                    self.canv.lines(lines)

    def _draw_lines_down(self) -> None:
        with self.canv.tree.artifact(self.canv):
            self.canv.setLineWidth(HEAD_LINE)
            self.canv.setStrokeColor(RULE)
            for edge in self.edges[1:-1]:
                left = edge - BETWEEN_COLUMNS / 2
                self.canv.line(left, 0, left, self.height)

    def _part(self, start: int, stop: int | None = None) -> "Table":
        first = start == self.start
        label = self.label if first else ()
        part = Table(
            self.layout, self.rows, start=start, label=label, feet=self.feet, said=self.said
        )
        if stop is not None:
            part.stop = stop
            part.height = part.head_height + part.feet[stop] - part.feet[start]
        return part

    def _is_too_high(self, at: int) -> bool:
        return bool(self.rows[at].height + self.head_height > TEXT_HEIGHT)

    def _parted_row(self, room: float) -> list[Flowable]:
        """Return the table in two, parted inside its first row, which no page can hold."""
        pads = self.layout.above + self.layout.below
        fitting = int((room - pads) // CELL.leading)
        if fitting < 1:
            return []
        first = self.rows[self.start]
        # To a reader it stays one row, with the same cells.
        first = replace(first, kept=[] if first.kept is None else first.kept)
        upper = _sliced(first, slice(0, fitting), self.layout)
        lower = _sliced(first, slice(fitting, None), self.layout)
        rest = self.rows[self.start + 1 : self.stop]
        head = Table(self.layout, [upper], label=self.label, said=self.said)
        return [head, Table(self.layout, [lower, *rest], said=self.said)]

    def _draw_head(self, y: float) -> None:
        tree = self.canv.tree
        if self.said.head.parent is not None:
            # Overleaf the head is there for the eye only.
            with tree.artifact(self.canv, "Pagination"):
                self._draw_head_cells(y)
            return
        with tree.inside(self.said.table, self.said.head, Element("TR")):
            self._draw_head_cells(y)

    def _draw_head_cells(self, y: float) -> None:
        edges = self.edges
        lowest = y + HEAD_PAD + CELL_HEAD.leading - CELL_HEAD.size
        for at, (held, element) in enumerate(zip(self.head, self.said.heads(), strict=True)):
            if element is None:
                continue
            base = lowest + (len(held) - 1) * CELL_HEAD.leading
            with self.canv.tree.marked(self.canv, element):
                for line in held:
                    x = edges[at]
                    if self.layout.columns[at].right:
                        x = self._right_edge(at) - text.width_of(line, CELL_HEAD)
                    draw_lines(self.canv, (line,), x, base, CELL_HEAD)
                    base -= CELL_HEAD.leading

    def _draw_row(self, cut: _Cut, y: float) -> None:
        row, cells = cut.kept[0] if cut.kept else self.said.row(cut.cells, cut.over)
        if cut.kept == []:
            cut.kept.append((row, cells))
        tree = self.canv.tree
        with tree.inside(row):
            for at, element in enumerate(cells):
                if element is not None:
                    with tree.marked(self.canv, element):
                        self._draw_cell(cut, at, y - self.layout.above)

    def _draw_cell(self, cut: _Cut, at: int, top: float) -> None:
        style = _style(cut.row, at)
        baseline = top - style.size
        if not self.layout.columns[at].right:
            draw_lines(self.canv, cut.cells[at], self.edges[at], baseline, style)
            return
        for line in cut.cells[at]:
            left = self._right_edge(at) - text.width_of(line, style)
            draw_lines(self.canv, (line,), left, baseline, style)
            baseline -= style.leading

    def _draw_group(self, row: Row, y: float) -> None:
        style = _style(row, 0)
        baseline = y - self.layout.above - style.size
        group = text.one_line(row.group, style, _room(self.layout, 0, 1))
        with self.canv.tree.artifact(self.canv, "Pagination"):
            draw_lines(self.canv, (group,), self.layout.left, baseline, style)

    def _right_edge(self, at: int) -> float:
        last = at == len(self.layout.columns) - 1
        return self.edges[at + 1] - (0 if last else BETWEEN_COLUMNS)


def table(
    layout: Layout, rows: Sequence[Row], *, title: str = "", label: str = ""
) -> list[Flowable]:
    """Return a table with a title above it or a label beside it; nothing for no rows."""
    if not rows:
        return []
    over = rows_over([(row.cells[0], row.group) for row in rows])
    cut = [_cut(row, layout, each) for row, each in zip(rows, over, strict=True)]
    silent = silent_columns(layout.titles, [row.cells for row in rows])
    said = TableTree(titles=layout.titles, named_by=layout.named_by, silent=silent)
    made = Table(layout, cut, label=text.lines(label, LABEL, SIDE_WIDTH), said=said)
    return [*table_title(title, made.room + TABLE_TITLE.leading, of=said.table), made]


def facts(pairs: Sequence[tuple[str, str]], *, title: str = "") -> list[Flowable]:
    """Return a table of labels and what they say; a label with nothing to say falls out."""
    said = [Row((label, words), first=CELL_LABEL) for label, words in pairs if words.strip()]
    return table(FACTS, said, title=title)


def _head(layout: Layout) -> tuple[Sequence[str], ...]:
    return tuple(
        text.lines(each.title, CELL_HEAD, _room(layout, at, at + 1))
        for at, each in enumerate(layout.columns)
    )


def _cut(row: Row, layout: Layout, over: int) -> _Cut:
    last = len(row.cells) - 1
    cells = tuple(
        text.lines(
            words,
            _style(row, at),
            _room(layout, at, len(layout.columns) if at == last else at + 1),
        )
        for at, words in enumerate(row.cells)
    )
    return _Cut(row, cells, _height(cells, layout), over)


def _height(cells: Sequence[Sequence[str]], layout: Layout) -> float:
    highest = max(1, *(len(cell) for cell in cells))
    return max(highest * CELL.leading + layout.above + layout.below, layout.least)


def _sliced(cut: _Cut, kept: slice, layout: Layout) -> _Cut:
    cells = tuple(cell[kept] for cell in cut.cells)
    return replace(cut, cells=cells, height=_height(cells, layout))


def _room(layout: Layout, start: int, stop: int) -> float:
    width = sum(each.mm for each in layout.columns[start:stop]) * float(mm)
    return width - (0 if stop == len(layout.columns) else BETWEEN_COLUMNS)


def _style(row: Row, at: int) -> TextStyle:
    return row.first if row.first and at == 0 else STYLES[row.face]
