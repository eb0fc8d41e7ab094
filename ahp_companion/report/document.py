"""The sheet: page templates, header and footer, and what is known only once all is drawn.

Page counts and the pages in the contents are put on the page as forms that are defined when the
last page is done, so that a long portfolio is laid out once and not twice.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from functools import partial
from io import BytesIO
from typing import Any

from reportlab.lib.utils import TimeStamp
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageTemplate

from . import fonts, text
from .flowables import Mark, draw_lines
from .lettering import Lettering
from .metadata import LANGUAGE, Properties, packet
from .styles import (
    COVER_HEIGHT,
    EDGE,
    FOOT,
    FOOTER_FROM_FOOT,
    HEADER_FROM_TOP,
    PAGE_HEIGHT,
    PAGE_WIDTH,
    RUNNING,
    SOURCE,
    TEXT_HEIGHT,
    TEXT_WIDTH,
    TextStyle,
)
from .tagging import Element, Tree

COVER, PAGE = "cover", "page"
CREATOR = "AHP Companion"
NAME_WIDTH, SECTION_WIDTH = 0.6 * TEXT_WIDTH, 0.38 * TEXT_WIDTH
Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Imprint:
    """What a document says about itself, on every page and in its properties.

    `source` is where a form comes from; it stands small above the footer.
    """

    title: str
    author: str
    subject: str
    header: str
    footer: str
    on: date
    source: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Later:
    """Words that are put in when the last page is done."""

    form: str
    words: Callable[["Paper"], str]
    style: TextStyle
    right: bool


class Paper(Canvas):  # type: ignore[misc]  # ReportLab carries no types
    """A canvas that knows where sections began and fills in what it learns at the end."""

    def __init__(self, *args: Any, imprint: Imprint, **named: Any) -> None:
        super().__init__(*args, **named)
        self._doc._timeStamp = _stamp(imprint.on)
        self.imprint = imprint
        self.pages: dict[str, int] = {}
        self.page_count = 0
        self.tree = Tree()
        self.lettering = Lettering(self._doc)
        self._later: list[Later] = []
        self._section = ""
        self._begun_here: list[str] = []
        self._source_is_read = False

    def put_mark(self, mark: Mark, x: float, y: float) -> None:
        """Make a place that bookmarks and links can lead to."""
        self.bookmarkHorizontal(mark.key, x, y)
        self.addOutlineEntry(text.cleaned(mark.title), mark.key, mark.level, closed=mark.level > 0)
        self.pages[mark.key] = self.getPageNumber()
        if mark.level == 0:
            self._begun_here.append(mark.title)

    def put_later(
        self,
        x: float,
        y: float,
        style: TextStyle,
        words: Callable[["Paper"], str],
        *,
        right: bool = False,
    ) -> None:
        """Keep a place for words that are not known yet, from x on or up to it."""
        form = f"later.{len(self._later)}"
        self._later.append(Later(form=form, words=words, style=style, right=right))
        self.saveState()
        self.translate(x, y)
        self.doForm(form)
        self.restoreState()

    def end_page(self) -> None:
        """Draw header and footer: the first section begun on the page, or else the one going on."""
        here = self._begun_here[0] if self._begun_here else self._section
        if self._begun_here:
            self._section = self._begun_here[-1]
        self._begun_here = []
        top, foot = PAGE_HEIGHT - HEADER_FROM_TOP, FOOTER_FROM_FOOT
        name = text.one_line(self.imprint.header, RUNNING, NAME_WIDTH)
        section = text.one_line(here, RUNNING, SECTION_WIDTH)
        right = PAGE_WIDTH - EDGE
        page = partial(_page_of, self.getPageNumber())
        with self.tree.artifact(self, "Pagination"):
            draw_lines(self, (name,), EDGE, top, RUNNING)
            draw_lines(self, (section,), right - text.width_of(section, RUNNING), top, RUNNING)
            draw_lines(self, (self.imprint.footer,), EDGE, foot, RUNNING)
            self.put_later(right, foot, RUNNING, page, right=True)
        if self.imprint.source:
            self._draw_source(foot + RUNNING.leading)

    def _draw_source(self, lowest: float) -> None:
        """Draw where a form is from, on every page; it is read once, after everything else."""
        lines = text.lines(self.imprint.source, SOURCE, TEXT_WIDTH)
        tree = self.tree
        again = tree.artifact(self, "Pagination")
        with tree.afterwards(), again if self._source_is_read else tree.marked(self, Element("P")):
            draw_lines(self, lines, EDGE, lowest + (len(lines) - 1) * SOURCE.leading, SOURCE)
        self._source_is_read = True

    def showPage(self) -> None:  # noqa: N802  # ReportLab's own name
        """End a page and count it."""
        super().showPage()
        self.tree.end_page()
        self.page_count += 1

    def save(self) -> None:
        """Put in all that was left open, and write the file."""
        for each in self._later:
            words = each.words(self)
            wide = text.width_of(words, each.style)
            left = -wide if each.right else 0
            self.beginForm(
                each.form, left - 1, -each.style.leading, left + wide + 1, each.style.size
            )
            draw_lines(self, (words,), left, 0, each.style)
            self.endForm()
        self.tree.write(self._doc)
        self._doc.Catalog.Metadata = packet(self._doc.info, self.imprint.on)
        super().save()


def drawn(
    story: Sequence[Flowable],
    imprint: Imprint,
    progress: Progress | None = None,
    *,
    has_cover: bool = True,
) -> tuple[bytes, int]:
    """Return a document and its number of pages; the same story gives the same bytes.

    Without a cover the first page is like the others. Whatever `progress` raises stops the work.
    """
    fonts.register()
    written = BytesIO()
    says = Properties.of(imprint.title, imprint.author, imprint.subject)
    document = BaseDocTemplate(
        written,
        pageTemplates=[_cover(), _page()] if has_cover else [_page()],
        title=says.title,
        author=says.author,
        subject=says.subject,
        creator=CREATOR,
        lang=LANGUAGE,
        displayDocTitle=True,
        invariant=1,
        initialFontName=fonts.REGULAR,
    )
    flowables = list(story)
    if progress:
        document.setProgressCallBack(_Reporter(progress, len(flowables)))
    document.build(flowables, canvasmaker=partial(Paper, imprint=imprint))
    return written.getvalue(), document.canv.page_count


def _stamp(on: date) -> TimeStamp:
    """Return midnight of a day by universal time: when the file says that it was made."""
    stamp = TimeStamp(invariant=1)
    moment = datetime.combine(on, time(), tzinfo=UTC)
    stamp.t, stamp.lt = moment.timestamp(), moment.timetuple()
    stamp.YMDhms = tuple(stamp.lt)[:6]
    return stamp


class _Reporter:
    """Turns ReportLab's events into (flowables done, flowables in all), once a page."""

    def __init__(self, progress: Progress, total: int) -> None:
        self._progress, self._total, self._done = progress, total, 0

    def __call__(self, event: str, value: int) -> None:
        if event == "PROGRESS":
            self._done = value
        if event == "PAGE":
            self._progress(self._done, self._total)
        if event == "FINISHED":
            self._progress(self._total, self._total)


def _page_of(page: int, paper: Paper) -> str:
    return f"{page} of {paper.page_count}"


def _end_page(canvas: Paper, _document: BaseDocTemplate) -> None:
    canvas.end_page()


def _cover() -> PageTemplate:
    frame = Frame(EDGE, EDGE, TEXT_WIDTH, COVER_HEIGHT, 0, 0, 0, 0, id=COVER)
    return PageTemplate(COVER, [frame], autoNextPageTemplate=PAGE)


def _page() -> PageTemplate:
    frame = Frame(EDGE, FOOT, TEXT_WIDTH, TEXT_HEIGHT, 0, 0, 0, 0, id=PAGE)
    return PageTemplate(PAGE, [frame], onPageEnd=_end_page)
