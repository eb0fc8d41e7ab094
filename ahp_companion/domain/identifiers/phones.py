"""Telephone numbers: those of the United Kingdom in every shape, and those of other countries."""

import re
from collections.abc import Iterator

from .kinds import IdentifierKind, Mark
from .numbers import DATE, NUMBERED, STAMP, Group, before, figures_of

RUN = re.compile(r"\d+(?:(?:[ \t._/-]{1,3}|[ \t]?\(|\)[ \t./-]{0,3}|\n)\d+)*")
GROUP = re.compile(r"\d+")
# A day without its century, which runs into the hour after it.
DAY = re.compile(
    r"(?<![\d/.])(?:0?[1-9]|[12]\d|3[01])([/.])(?:0?[1-9]|1[0-2])\1\d\d(?!\d|\1)|"
    r"(?<![\d.])\d\d?\.\d\d?(?![\d.])"
)
# Eleven figures of the numbering plan; 04 and 06 are nobody's, and the rest here is Ofcom's too.
NATIONAL = re.compile(r"0(?:1[1-9]|2[03489]|3[0347]|5[056]|7\d|8[0247]|9[018])\d{8}")
# The few exchanges that have a figure less.
SHORT = re.compile(r"01[2-9]\d{7}|0[58]00\d{6}")
# Without its nought, as it stands behind a country's code.
MOBILE = re.compile(r"7[1-57-9]\d{8}")
SHORTS = frozenset({(5, 5), (4, 6), (5, 2, 3), (5, 3, 2), (4, 3, 3), (6, 4)})
PARTED = ([1, 10], [1, 4, 6], [2, 9], [2, 3, 6], [2, 3, 3, 3])
NARROW = re.compile(r"[ .-]")
HOME = re.compile(r"0[1235789]\d{9}|01[2-9]\d{7}")
ABROAD = re.compile(r"(?!999)[1-9]\d{7,14}")
CALLED = re.compile(
    r"(?<![^\W_])(?:tel|telephone|phone|mobile|mob|ph|landline|cell|fax|whatsapp|text|sms|call|"
    r"called|ring|rang|contact|t|m|p)(?:\s?(?:no|number|num|nr|him|her|them|back|on|at))*"
    r"[\s.:;#=|()'\"-]{0,5}(?:(?:is|was|on|at)\s)?\Z",
    re.IGNORECASE,
)
LOCAL = re.compile(
    r"(?<![^\W_])(?:tel|telephone|phone|mobile|mob|ph(?=[.:])|landline)(?:\s?(?:no|number|num))?"
    r"[.:\s#-]{1,4}((?:\d{3}[\s-]?\d{3,4}|\d{6,8}|7\d{3}[\s-]?\d{3}[\s-]?\d{3}))(?![\s-]?\d)",
    re.IGNORECASE,
)
# Eyeglasses are written with signs too: +10.00 -1.50 90.
LENS = re.compile(r"\+\d{1,2}\.\d{1,2}(?!\d)")
SAMARITANS = "116123"
ENOUGH, LONGEST = 11, 15


def phones(plain: str) -> Iterator[Mark]:
    """Yield telephone numbers, but for what is numbered as something else."""
    for run in RUN.finditer(plain):
        if sum(map(str.isdecimal, run[0])) >= 9:
            yield from _in_run(plain, run)
    for found in LOCAL.finditer(plain):
        if figures_of(found[1]) != SAMARITANS:
            yield Mark(IdentifierKind.PHONE, *found.span(1))


def _in_run(plain: str, run: "re.Match[str]") -> Iterator[Mark]:
    undated = DAY.sub(_blank, DATE.sub(_blank, run[0]))
    begin = run.start()
    groups = [(begin + each.start(), begin + each.end()) for each in GROUP.finditer(undated)]
    first = 0
    while first < len(groups):
        start = _start(plain, groups[first][0])
        last = _last(plain, groups, first, opening=plain[start : groups[first][0]])
        if last is not None and _stands_alone(before(plain, start)):
            yield Mark(IdentifierKind.PHONE, start, groups[last][1])
            first = last
        first += 1


def _start(plain: str, at: int) -> int:
    """Return where a number begins, its plus and bracket among it."""
    found = re.search(r"[+(]{1,2}\s?\(?\Z", plain[max(0, at - 4) : at])
    return at - len(found[0]) if found else at


def _stands_alone(leading: str) -> bool:
    if CALLED.search(leading):
        return True
    return not (NUMBERED.search(leading) or re.search(r"[^\W_]\Z|(?<!\d)\d\.\Z", leading))


def _last(plain: str, groups: list[Group], first: int, *, opening: str) -> int | None:
    """Return the last group of the number that begins with a group, if one does."""
    start, has_plus = groups[first][0], "+" in opening
    if has_plus and LENS.match(plain, start - 1):
        return None
    is_called = "(" in opening or CALLED.search(before(plain, start - len(opening))) is not None
    found, written, joined = None, list[str](), ""
    for at in range(first, len(groups)):
        gap = plain[groups[at - 1][1] : groups[at][0]]
        is_done = found is not None and (len(joined) >= ENOUGH or not NARROW.fullmatch(gap))
        if is_done:
            break
        written.append(plain[groups[at][0] : groups[at][1]])
        joined = "".join(written)
        if len(joined) > LONGEST:
            break
        is_short = not has_plus and _is_short(written, is_called or at + 1 == len(groups))
        if is_short or _is_number(joined, written, has_plus):
            found = at
    return found


def _is_number(joined: str, written: list[str], has_plus: bool) -> bool:
    home = _at_home(joined, has_plus)
    if home is not None:
        return HOME.fullmatch(home) is not None
    if has_plus:
        return ABROAD.fullmatch(joined) is not None
    if written[0].startswith("00"):
        return ABROAD.fullmatch(joined[2:]) is not None and len(written) > 1
    return NATIONAL.fullmatch(joined) is not None and _is_grouped([len(each) for each in written])


def _at_home(joined: str, has_plus: bool) -> str | None:
    """Return a number that is written with this country's code as it is dialled within it."""
    for code in ("44",) if has_plus else ("0044", "44") if joined[2:3] in "47" else ():
        if joined.startswith(code):
            return "0" + joined[len(code) :].removeprefix("0")
    return None


def _is_grouped(lengths: list[int]) -> bool:
    if len(lengths) > 4 and len(set(lengths[:-1])) == 1:
        return True
    # Hours and measures are in pairs; what is dialled first is longer.
    return lengths in PARTED or (min(lengths) > 1 and lengths[0] > 2)


def _is_short(written: list[str], is_called: bool) -> bool:
    joined, lengths = "".join(written), tuple(len(each) for each in written)
    if is_called and MOBILE.fullmatch(joined):
        return True
    if not SHORT.fullmatch(joined) or STAMP.fullmatch(joined):
        return False
    # What begins like a date may be a health number in which something is mistyped.
    return is_called and (lengths in SHORTS or not 1 <= int(joined[2:4]) <= 12)


def _blank(found: "re.Match[str]") -> str:
    return " " * len(found[0])
