"""The words of a page of HTML, without the page: paragraphs, lists and the addresses of links.

What others' programs keep as HTML comes in as plain text. Nothing of it is drawn, run or fetched:
scripts and styles are dropped, and a link is its words with its address behind them. It is read
in one go from front to back, whatever is in it: Python's own parser takes minutes over half a
megabyte that was made to hold it up.
"""

import html
import re
from collections.abc import Mapping

# What holds no words for people; the first are read by no rules but their own end.
RAW = frozenset({"script", "style", "title"})
DROPPED = frozenset({"template", "svg", "math", "iframe", "object"})
PARAGRAPHS = frozenset(
    {"p", "blockquote", "pre", "ul", "ol", "dl", "table", "h1", "h2", "h3", "h4", "h5", "h6",
     "figure", "hr", "form"}
)  # fmt: skip
LINES = frozenset(
    {"div", "section", "article", "header", "footer", "aside", "main", "address", "tr", "dt",
     "dd", "caption", "figcaption", "thead", "tbody", "li"}
)  # fmt: skip
CELLS, LISTS = frozenset({"td", "th"}), frozenset({"ul", "ol"})
ADDRESSES = ("http://", "https://", "mailto:")
DEEPEST = 6
MARKUP = re.compile(
    r"</?(p|br|div|span|ul|ol|li|a|strong|em|b|i|u|h[1-6]|table|t[rdh]|blockquote|pre|img|font)"
    r"(\s[^<>]*)?/?>|&(amp|lt|gt|quot|apos|nbsp|#\d{2,6}|#x[0-9a-f]{2,5});",
    re.IGNORECASE,
)
NAME = re.compile(r"/?([a-zA-Z][a-zA-Z0-9]*)")
SIGN = re.compile(r"[>\"']")
ATTRIBUTE = re.compile(
    r"\b(href|src|alt)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s>\"']+))", re.IGNORECASE
)
CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
SPACES = re.compile(r"[ \t\r\n\f\xa0]+")


def plain_words(markup: str) -> str:
    """Return the words of HTML: a blank line between paragraphs, a dash before what is listed."""
    reader = PlainWords()
    reader.read(markup)
    return reader.words


def is_marked_up(text: str) -> bool:
    """Return whether text that should be plain has the tags or signs of HTML in it."""
    return bool(MARKUP.search(text))


def clean(text: str) -> str:
    """Return plain text with one kind of line end and nothing that cannot be printed."""
    return CONTROLS.sub("", text.replace("\r\n", "\n").replace("\r", "\n")).strip()


class PlainWords:
    """Takes HTML, as text or element by element, and has its words.

    `pointed_at` is every address in it, of links and of pictures, in order.
    """

    def __init__(self) -> None:
        self.pointed_at: list[str] = []
        self._parts: list[str] = []
        self._dropping, self._dropped_deep = "", 0
        self._lists: list[int | None] = []
        self._link: tuple[str, int] | None = None
        self._as_written = self._marked = 0

    @property
    def words(self) -> str:
        """Return the words so far."""
        lines = (line.rstrip() for line in clean("".join(self._parts)).split("\n"))
        return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()

    def read(self, markup: str) -> None:
        """Take HTML as text."""
        at, quotes_count = 0, True
        while (sign := markup.find("<", at)) >= 0:
            self.say(_unescaped(markup[at:sign]))
            named = NAME.match(markup, sign + 1)
            if named is None:
                at = _after_oddity(markup, sign)
                if at == sign + 1:
                    self.say("<")
                continue
            end = _end_of_tag(markup, named.end(), quotes_count=quotes_count)
            if end < 0 and quotes_count:
                # A quote was never closed: from here on they are signs like any other.
                quotes_count = False
                end = _end_of_tag(markup, named.end(), quotes_count=False)
            if end < 0:
                at = sign
                break
            at = self._tag(markup, sign, named, end)
        self.say(_unescaped(markup[at:]))

    def begin(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Begin an element: a line or a paragraph of its own, where it has one."""
        if self._dropping or tag in DROPPED or tag in RAW:
            self._dropping = self._dropping or tag
            self._dropped_deep += tag == self._dropping
            return
        self._break_at(tag)
        if tag in LISTS:
            self._lists.append(0 if tag == "ol" else None)
        elif tag == "li":
            self._parts.append(self._mark())
            self._marked = len(self._parts)
        elif tag == "pre":
            self._as_written += 1
        elif tag == "a":
            self._close_link()
            self._link = attributes.get("href", ""), len(self._parts)
        elif tag == "img" and attributes.get("alt", "").strip():
            self._parts.append(f"[{attributes['alt'].strip()}]")
        if tag in ("a", "img"):
            self.pointed_at += [attributes[key] for key in ("href", "src") if attributes.get(key)]

    def end(self, tag: str) -> None:
        """End an element."""
        if self._dropping:
            self._dropped_deep -= tag == self._dropping
            if not self._dropped_deep:
                self._dropping = ""
            return
        if tag in LISTS and self._lists:
            self._lists.pop()
        elif tag == "a":
            self._close_link()
        elif tag == "pre":
            self._as_written = max(0, self._as_written - 1)
        if tag in PARAGRAPHS or tag in LINES:
            self._break_at(tag)

    def say(self, words: str) -> None:
        """Take words as they stand between two elements."""
        if self._dropping:
            return
        if not self._as_written:
            words = SPACES.sub(" ", words)
            words = words.lstrip() if self._is_at_a_beginning() else words
        if words:
            self._parts.append(words)

    def _tag(self, markup: str, sign: int, named: re.Match[str], end: int) -> int:
        tag = named[1].lower()
        if markup[sign + 1] == "/":
            self.end(tag)
        elif tag in RAW:
            closing = re.compile(rf"</{tag}\b[^>]*>?", re.IGNORECASE).search(markup, end)
            return closing.end() if closing else len(markup)
        else:
            within = markup[named.end() : end]
            self.begin(
                tag,
                {
                    found[1].lower(): _unescaped(found[2] or found[3] or found[4] or "")
                    for found in ATTRIBUTE.finditer(within)
                },
            )
            if within.endswith("/") and tag in DROPPED:
                self.end(tag)
        return end + 1

    def _break_at(self, tag: str) -> None:
        if tag == "br":
            self._parts.append("\n")
        elif self._marked == len(self._parts) > 0:
            # The first paragraph of a listed thing stands behind its mark.
            return
        elif tag in PARAGRAPHS and not (tag in LISTS and self._lists):
            self._parts.append("\n\n")
        elif tag in PARAGRAPHS or tag in LINES:
            if not self._is_at_a_beginning():
                self._parts.append("\n")
        elif tag in CELLS and not self._is_at_a_beginning():
            self._parts.append(" · ")

    def _is_at_a_beginning(self) -> bool:
        is_marked = self._marked == len(self._parts)
        return not self._parts or is_marked or self._parts[-1].endswith("\n")

    def _mark(self) -> str:
        mark = "– "
        if self._lists and self._lists[-1] is not None:
            self._lists[-1] += 1
            mark = f"{self._lists[-1]}. "
        return "  " * min(max(0, len(self._lists) - 1), DEEPEST) + mark

    def _close_link(self) -> None:
        if self._link is None:
            return
        address, begun = self._link[0].strip(), self._link[1]
        self._link = None
        said = "".join(self._parts[begun:]).strip()
        if address.lower().startswith(ADDRESSES):
            bare = address.removeprefix("mailto:")
            if bare not in said:
                self._parts.append(f" ({bare})" if said else bare)


def _after_oddity(markup: str, sign: int) -> int:
    """Return where to go on after a comment or a declaration; one on for a mere sign."""
    if markup.startswith("<!--", sign):
        end = markup.find("-->", sign + 4)
        return end + 3 if end >= 0 else len(markup)
    if markup.startswith(("<!", "<?", "</"), sign):
        end = markup.find(">", sign)
        return end + 1 if end >= 0 else len(markup)
    return sign + 1


def _end_of_tag(markup: str, at: int, *, quotes_count: bool) -> int:
    while quotes_count and (found := SIGN.search(markup, at)):
        if found[0] == ">":
            return found.start()
        at = markup.find(found[0], found.end()) + 1
        if not at:
            return -1
    return -1 if quotes_count else markup.find(">", at)


def _unescaped(text: str) -> str:
    try:
        return html.unescape(text)
    except ValueError:  # a number of thousands of figures
        return text
