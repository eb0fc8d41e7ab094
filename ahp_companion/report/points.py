"""Points of a list, as someone typed them: "1. ask Anna", "– the rota"; and lines that are a list.

What is seen stays as it was typed. A screen reader says how many points there are, and where each
begins.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby, islice
from typing import Any

from . import text
from .fonts import ems
from .styles import TextStyle
from .tagging import DECIMAL, DISC, Element, listing

SIGN = re.compile(r"(?:([•·])|[*–-]|(\d{1,2}[.)]))[ \u00a0]")
HAS_SIGN = re.compile(rf"^\s*{SIGN.pattern}", re.MULTILINE)
FEWEST = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """So many lines of prose that are one thing to a reader: a paragraph, or a point of a list.

    `within` is what it stands in, from the outside; `sign` is what a point begins with.
    """

    lines: int
    element: Element
    within: tuple[Element, ...] = ()
    sign: str = ""


@dataclass(frozen=True, slots=True)
class _Typed:
    """A line as it was typed: which paragraph it is in, how it was cut, what it begins with.

    `stands_alone` says that nobody begins a line so but in a list, were it a list of one.
    """

    paragraph: int
    cut: Sequence[str]
    sign: str = ""
    kind: str = ""
    stands_alone: bool = False


def stretches(
    paragraphs: Sequence[str], style: TextStyle, width: float
) -> list[tuple[Stretch, ...]]:
    """Return for each paragraph what its lines are; nothing for those without a list in them."""
    found: list[tuple[Stretch, ...]] = [()] * len(paragraphs)
    if not any(HAS_SIGN.search(each) for each in paragraphs):
        return found
    typed = [
        _typed(at, line, style, width)
        for at, paragraph in enumerate(paragraphs)
        for line in text.cleaned(paragraph).split(text.BREAK)
    ]
    listed: set[int] = set()
    for kind, run in groupby(typed, _kind):
        held = list(run)
        if kind and (len(held) >= FEWEST or held[0].stands_alone):
            whole = listing(kind)
            for each in held:
                found[each.paragraph] += (_point(whole, len(each.cut), each.sign),)
                listed.add(each.paragraph)
        else:
            for at, own in groupby(held, _paragraph):
                lines = sum(len(each.cut) for each in own)
                found[at] += (Stretch(lines=lines, element=Element("P")),)
    return [
        held if at in listed and _is_all(held, paragraphs[at], style, width) else ()
        for at, held in enumerate(found)
    ]


def each_a_point(cut: Sequence[Sequence[str]]) -> tuple[Stretch, ...]:
    """Return a list without signs, each of its points cut into lines."""
    whole = listing("None")
    return tuple(_point(whole, len(each), "") for each in cut)


def parted(held: Sequence[Stretch], lines: int) -> tuple[tuple[Stretch, ...], tuple[Stretch, ...]]:
    """Return what is in the first lines and what is after them; a point over both stays one."""
    first: list[Stretch] = []
    left = lines
    for at, each in enumerate(held):
        if each.lines > left:
            upper = [replace(each, lines=left)] if left else []
            lower = replace(each, lines=each.lines - left, sign="" if left else each.sign)
            return (*first, *upper), (lower, *held[at + 1 :])
        first.append(each)
        left -= each.lines
    return tuple(first), ()


def draw_stretches(
    canvas: Any,
    held: Sequence[Stretch],
    lines: Sequence[str],
    left: float,
    baseline: float,
    style: TextStyle,
) -> None:
    """Draw lines downwards from a baseline, each stretch as what it is, its sign apart."""
    tree, lettering = canvas.tree, canvas.lettering
    rest = iter(lines)
    for each in held:
        first, *others = islice(rest, each.lines)
        indent = ems(each.sign, style.face) * style.size
        with tree.inside(*each.within):
            if each.sign:
                with tree.marked(canvas, Element("Lbl")):
                    canvas.addLiteral(lettering.lines((each.sign,), left, baseline, style))
            said = first[len(each.sign) :]
            with tree.marked(canvas, each.element):
                canvas.addLiteral(lettering.lines((said,), left + indent, baseline, style))
                if others:
                    below = baseline - style.leading
                    canvas.addLiteral(lettering.lines(others, left, below, style))
        baseline -= each.lines * style.leading


def _typed(paragraph: int, line: str, style: TextStyle, width: float) -> _Typed:
    # A line of signs that fell out is one empty line where it is drawn.
    cut = text.lines(line, style, width) or ("",)
    sign = SIGN.match(cut[0])
    if sign is None or sign.end() == len(line.strip()):
        return _Typed(paragraph, cut)
    return _Typed(paragraph, cut, sign[0], DECIMAL if sign[2] else DISC, bool(sign[1]))


def _is_all(held: Sequence[Stretch], paragraph: str, style: TextStyle, width: float) -> bool:
    # Spaces at a line's end can alter how it is cut; then it stays one paragraph.
    return sum(each.lines for each in held) == len(text.lines(paragraph, style, width))


def _point(whole: Element, lines: int, sign: str) -> Stretch:
    return Stretch(lines=lines, element=Element("LBody"), within=(whole, Element("LI")), sign=sign)


def _kind(typed: _Typed) -> str:
    return typed.kind


def _paragraph(typed: _Typed) -> int:
    return typed.paragraph
