"""Health numbers, and other runs of ten figures that may be one with a slip in it."""

import re
from collections.abc import Iterator
from itertools import pairwise

from .kinds import IdentifierKind, Mark

MODULUS = 11
FIGURES = 10
# What may stand between groups of figures, a line's end among it.
RUN = re.compile(
    r"\d+(?:(?:[ \t._/\\~-]{1,6}|[ \t._/\\~-]{0,3}\r?\n[ \t]{0,6})\d+)+|(?<!\d)\d{10}(?!\d)"
)
# In three groups as it is printed, whatever parts them; lists of pages go on.
PRINTED = re.compile(r"(?<!\d)\d{3}[^\w\x00]{1,3}\d{3}[^\w\x00]{1,3}\d{4}(?![^\W_]|[.,-]\d)")
# Groups that nothing but such a number is often written in; any other has to be of one make.
USUAL = frozenset(
    {(10,), (3, 3, 4), (6, 4), (2, 2, 2, 4), (3, 4, 3), (4, 3, 3), (5, 5), (3, 7), (3, 3, 2, 2)}
)
# What is left of it where two sorts of gap are mixed, and one of them is taken away.
MIXED = frozenset({(10,), (3, 3, 4), (6, 4), (2, 2, 2, 4), (3, 7), (4, 6)})
# What the NHS and Health and Care give out begins with one of these; and what only measures.
GIVEN_OUT = re.compile(r"[4679]|3[2-9]")
MEASURES = re.compile(r"\d{1,3}(?:\.\d{1,2}|/\d{1,3})?(?:\s+\d{1,3}(?:\.\d{1,2}|/\d{1,3})?)+")
# A sentence ends here, and another number begins.
ENDED = re.compile(r"\.\s")
LABELLED = re.compile(
    r"(?<![^\W_])(?:nhs|chi|h\s?(?:[&+]|and)\s?c|hcn|hsc|health\s(?:and|&)\s(?:social\s)?care)"
    r"[\s._-]{0,3}(?:(?:no|number|num|nr|id|identifier)(?![^\W\d_]))?[\s:;=#|()\[\]'\".,/_>-]{0,6}"
    r"(?:(?:is|was|as)\s)?\Z",
    re.IGNORECASE,
)
# A book's ten figures have the very same check figure; codes of terms can have.
OTHERS = re.compile(
    r"(?:\b(?:ISBN|ISSN|DOI|SNOMED|SCTID|ORCID|PMID|GTIN|EAN)[\s:.#-]*(?:CT|1[03]|code|"
    r"id)?[\s:.|#-]*"
    r"|(?<!\d)97[89][ -]?|(?<![\d.])0\.)\Z",
    re.IGNORECASE,
)
# Certificates, orders and files are numbered too, some of them just as long.
NUMBERED = re.compile(
    r"(?<![^\W_])(?:(?:evidence|certificate|cert|reference|ref|invoice|order|serial|isrctn|nct|"
    r"doi|isbn|issn|snomed|iras|iban|barcode|udi|receipt|datix|po)"
    r"(?:[ ]?(?:no|number|code|id|num|nr)\b)?|"
    r"(?:booking|account|acct|policy|licen[cs]e|course|module|event|asset|batch|lot|membership|"
    r"member|registration|reg|hcpc|nmc|gphc|gmc|card|job|ticket|incident|version|build|project|"
    r"grant|trial|learner|student|candidate|employee|payroll|assignment|esr|transaction|tracking|"
    r"parcel)[ ]?(?:no\b|number|code|id\b|num\b|nr\b|ref\b|reference|#|:))"
    r"[ :.#_-]{0,4}(?:is[ ]|was[ ])?\Z",
    re.IGNORECASE,
)
# Part of something longer: an address of a page, a code with letters, an amount, a decimal.
PART = re.compile(r"(?:https?://\S*|www\.\S*|[^\W\d_][-_/]?|[£$€]\s?|\d[.,:])\Z", re.IGNORECASE)
DATE = re.compile(
    r"(?<!\d)(?:(?:0?[1-9]|[12]\d|3[01])([./-])(?:0?[1-9]|1[0-2])\1(?:19|20)\d\d|"
    r"(?:19|20)\d\d([./-])(?:0[1-9]|1[0-2])\2(?:0[1-9]|[12]\d|3[01]))(?!\d)"
)
# Year, month, day and hour in one, as machines name files.
STAMP = re.compile(r"(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?:[01]\d|2[0-3])")
# A day and, without a stop in it, an hour.
MOMENT = re.compile(
    r"\d\d([./-])\d\d\1\d\d\s+(?:[01]\d|2[0-3])[0-5]\d(?=\s?(?:hrs|hours|h)\b)", re.IGNORECASE
)
DAY_AND_HOUR = re.compile(
    r"(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])\d\d\D+(?:[01]\d|2[0-3])[0-5]\d"
)
GOES_ON = re.compile(r"[^\W_]|[.,:/-]\d|\s?(?:%|mg|ml|kg|km)\b")
GROUP = re.compile(r"\d+")
# How ten figures are written where nothing else says that they are a number.
WRITTEN = frozenset({(10,), (3, 3, 4), (6, 4)})
# As long as a label can be, and half of an e-mail address.
BEFORE = 64

Group = tuple[int, int]


def has_check_digit(figures: str) -> bool:
    """Return whether ten figures end in the check figure of an NHS, CHI or H&C number.

    Modulus 11, weights 10 to 2: NHS Data Dictionary, "NHS number". Ten equal figures always do.
    """
    total = sum(int(each) * weight for each, weight in zip(figures, range(10, 0, -1), strict=True))
    return total % MODULUS == 0


def health_numbers(plain: str) -> Iterator[Mark]:
    """Yield the ten figures that have a health number's check figure, however they are spaced."""
    places = [*_tens(plain), *(found.span() for found in PRINTED.finditer(plain))]
    for start, end in places:
        figures = figures_of(plain[start:end])
        if has_check_digit(figures) and not (
            OTHERS.search(before(plain, start))
            or MOMENT.match(plain, start)
            or STAMP.fullmatch(figures)
        ):
            yield Mark(_kind(figures), start, end)


def ten_figures(plain: str) -> Iterator[Mark]:
    """Yield the other runs of ten figures, but for those that are plainly something else."""
    for start, end in _tens(plain):
        leading = before(plain, start)
        if LABELLED.search(leading) or not _is_another(plain, start, end, leading):
            yield Mark(IdentifierKind.TEN_FIGURES, start, end)


def figures_of(text: str) -> str:
    """Return a text's figures alone."""
    return "".join(filter(str.isdecimal, text))


def before(plain: str, start: int) -> str:
    """Return what stands right before a place, as much as a label could take."""
    return plain[max(0, start - BEFORE) : start]


def _kind(figures: str) -> IdentifierKind:
    if len(set(figures)) == 1:
        return IdentifierKind.PLACEHOLDER
    day, month = int(figures[:2]), int(figures[2:4])
    # Scotland's begins with a date of birth; no other of the three begins so low.
    is_chi = 1 <= day <= 31 and 1 <= month <= 12
    return IdentifierKind.CHI_NUMBER if is_chi else IdentifierKind.HEALTH_NUMBER


def _is_another(plain: str, start: int, end: int, leading: str) -> bool:
    text = plain[start:end]
    return bool(
        not re.fullmatch(r"\d+(?: \d+)*|\d+(?:-\d+)*", text)
        or _lengths(text) not in WRITTEN
        or DAY_AND_HOUR.fullmatch(text)
        or STAMP.fullmatch(text)
        or NUMBERED.search(leading)
        or OTHERS.search(leading)
        or PART.search(leading)
        or GOES_ON.match(plain, end)
    )


def _tens(plain: str) -> Iterator[Group]:
    """Yield where ten figures stand together and look written as one number."""
    for run in RUN.finditer(plain):
        if sum(map(str.isdecimal, run[0])) >= FIGURES:
            # A whole date is no part of a number: it ends one and lets another begin.
            for begin, end in _between_dates(run[0]):
                stretch = plain[run.start() + begin : run.start() + end]
                at = run.start() + begin
                groups = [(at + each.start(), at + each.end()) for each in GROUP.finditer(stretch)]
                yield from _windows(plain, groups)


def _between_dates(run: str) -> Iterator[Group]:
    begin = 0
    for found in DATE.finditer(run):
        yield begin, found.start()
        begin = found.end()
    yield begin, len(run)


def _windows(plain: str, groups: list[Group]) -> Iterator[Group]:
    # What stands before this is taken, and no part of any row that comes after it.
    free = first = 0
    while first < len(groups):
        last, total = first, 0
        while last < len(groups) and total < FIGURES:
            total += groups[last][1] - groups[last][0]
            last += 1
        if total == FIGURES and _is_number(plain, groups, free, first, last):
            start, end = groups[first][0], groups[last - 1][1]
            yield start, end
            if has_check_digit(figures_of(plain[start:end])):
                free, first = last, last - 1
        first += 1


def _is_number(plain: str, groups: list[Group], free: int, first: int, last: int) -> bool:
    """Return whether ten figures are written as one number, or are called one."""
    own = groups[first:last]
    start, end = own[0][0], own[-1][1]
    if tuple(other - one for one, other in own) in USUAL:
        return True
    # Within a run there are only figures and gaps: what it is called stands before it.
    if first == 0 and LABELLED.search(before(plain, start)):
        return True
    if not has_check_digit(figures_of(plain[start:end])) or plain[start - 1 : start].isalpha():
        return False
    near = groups[max(free, first - 2) : last + 2]
    return _is_one(plain, near, own, is_all=(first, last) == (free, len(groups)))


def _is_one(plain: str, near: list[Group], own: list[Group], *, is_all: bool) -> bool:
    gaps = _gaps(plain, own)
    if any(ENDED.match(each) for each in gaps):
        return False
    parting = {each.strip() for each in gaps}
    if len(parting) == 1:
        return _is_row(plain, near, own, parting)
    lengths = [end - start for start, end in own]
    joined = (_joined(lengths, [each.strip() for each in gaps], kept) for kept in parting)
    text = plain[own[0][0] : own[-1][1]]
    is_odd = GIVEN_OUT.match(text) and not MEASURES.fullmatch(text)
    return is_all and bool(is_odd or any(each in MIXED for each in joined))


def _is_row(plain: str, near: list[Group], own: list[Group], parting: set[str]) -> bool:
    """Return whether groups that are all parted alike end where the figures around them begin."""
    at, beside = near.index(own[0]), [each.strip() for each in _gaps(plain, near)]
    ahead, after = beside[:at], beside[at + len(own) - 1 :]
    if parting.isdisjoint(ahead[-1:] + after[:1]):
        return True
    lengths = {end - start for start, end in own}
    sides = (near[:at][-1:], ahead[-2:]), (near[at + len(own) :][:1], after[:2])
    # Rows of measures are in groups of one make too, but they go on.
    return len(lengths) == 1 and not any(
        set(gaps) == parting and {end - start for start, end in groups} == lengths
        for groups, gaps in sides
    )


def _gaps(plain: str, groups: list[Group]) -> list[str]:
    return [plain[one[1] : other[0]] for one, other in pairwise(groups)]


def _joined(lengths: list[int], gaps: list[str], kept: str) -> tuple[int, ...]:
    joined = lengths[:1]
    for length, gap in zip(lengths[1:], gaps, strict=True):
        if gap == kept:
            joined.append(length)
        else:
            joined[-1] += length
    return tuple(joined)


def _lengths(text: str) -> tuple[int, ...]:
    return tuple(len(each) for each in GROUP.findall(text))
