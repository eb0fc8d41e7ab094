"""Dates of birth in figures and in words, and ages that few people reach."""

import re
from collections.abc import Iterator

from .kinds import IdentifierKind, Mark

GAP = r"(?:\s?[/.|\\_-]\s?|\s)"
MONTH = (
    r"(?:jan(?:[a-z]{2,6}y)?|feb(?:[a-z]{2,6}y)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"
    r"sep(?:t|[a-z]{3,7}r)?|oct(?:[a-z]{2,4}r)?|nov(?:[a-z]{3,6}r)?|dec(?:[a-z]{3,6}r)?|"
    r"ionawr|chwefror|"
    r"mawrth|ebrill|mai|mehefin|gorffennaf|awst|medi|hydref|tachwedd|rhagfyr)(?![^\W\d_])\.?"
)
DAYS = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,?\s)?"
NUMBERED = (
    r"(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|"
    r"thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|"
    r"(?:twent|thirt)(?:ieth|y[\s-]?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|"
    r"ninth)))"
)
ROMAN = r"(?:i{1,3}|iv|vi{0,3}|ix|xi{0,2})"
YEAR = r"(?:(?:18|19|20)\d\d|'?\d\d)"
IN_FIGURES = (
    rf"(?:\d{{1,4}}{GAP}\d{{1,2}}{GAP}'?\d{{2,4}}|\d{{8}}|\d{{6}}|"
    rf"\d{{1,2}}\s?[/.-]\s?{ROMAN}\s?[/.-]\s?{YEAR})(?!\d)"
)
# With a year, or where it is called a birth without one.
IN_WORDS = (
    rf"{DAYS}(?:the\s)?(?:\d{{1,2}}(?:\s?(?:st|nd|rd|th))?|"
    rf"{NUMBERED})[\s,./-]{{0,2}}(?:of\s)?{MONTH}"
    rf"(?:[\s,./-]{{0,3}}{YEAR}(?!\d)|[\s,]{{1,2}}nineteen[\s-]\w+(?:[\s-]\w+)?)?"
    rf"|{MONTH}[\s,./-]{{0,2}}(?:the\s)?\d{{1,2}}(?:st|nd|rd|th)?(?:[\s,./-]{{1,3}}{YEAR})?(?!\d)"
    rf"|{MONTH}[\s,./'-]{{1,3}}(?:18|19|20)\d\d(?!\d)"
)
ANY = rf"(?:{IN_FIGURES}|{IN_WORDS})"
DOB = r"(?:d\s?[./]?\s?o\s?[./]?\s?b(?:irth)?(?![^\W\d_])\.?|d\s?of\s?b\b)"
# What is surely a label, and may have a date of any make behind it; and what is only a word.
LABEL = (
    rf"(?:(?<![^\W_])(?:{DOB}|d/b)|\bdates?[\s/-]?(?:of[\s-]?)?birth|\bbirth\s?-?date|"
    r"\bdyddiad\sgeni)"
)
CALLED = rf"(?:{LABEL}|\b(?:birth|b)['\s-]?day|\bborn)"
FILLED = (
    r"(?:[\s:;=|,(\[\])>→?*\"'_/-]{1,4}|\.{2,}|(?:is|was|on|the|in|of|given|as|recorded|"
    r"stated|noted|"
    r"confirmed|listed|shown|being|his|her|their|approx|about|around|circa|"
    r"dd.?mm.?yy(?:yy)?)\b){0,7}?"
)
BIRTH = re.compile(rf"(?P<called>{CALLED}){FILLED}{ANY}", re.IGNORECASE)
# Typed in haste: signs that are doubled or left out, and months that are no longer words.
HASTY = re.compile(
    rf"{LABEL}{FILLED}(?:\d(?:[\s/.,:|\\_-]{{0,2}}\d){{4,7}}|\d{{1,2}}(?:st|nd|rd|"
    rf"th)?[\s,./-]{{0,3}}"
    r"[a-z]{3,10}[\s,./'-]{1,3}(?:18|19|20)?\d\d)(?!\d)",
    re.IGNORECASE,
)
# Services and ideas are born as well.
THINGS = re.compile(
    r"\b(?:nhs|service|idea|project|group|clinic|team|profession|charity|programme|scheme|movement|"
    r"network|pathway|tool|scale|initiative|course|society|college|it|this|that)"
    r"[ ](?:(?:itself|first|was|were|is)[ ]){1,3}\Z",
    re.IGNORECASE,
)
SHORTLY = re.compile(
    rf"(?<![^\W_])b(?:\.|orn)?\s?(?:\d{{1,2}}([/.-])\d{{1,2}}\1(?:(?:19|20)\d\d|\d\d)(?!\d)|"
    rf"\d{{1,2}}(?:st|nd|rd|th)?\s{MONTH}\s19\d\d)",
    re.IGNORECASE,
)
YEAR_OF_BIRTH = re.compile(
    r"(?:(?<![^\W_])(?:d\.?o\.?b\.?|y\.?o\.?b\.?|b\.)|\byear\sof\sbirth|\b(?:s?he|patient|pt|"
    r"client|"
    r"who|lady|gentleman|man|woman)\s(?:was|is)\sborn(?:\sin)?)[\s:=|-]{0,3}(?:18|19|20)\d\d(?!\d)",
    re.IGNORECASE,
)
HERS = r"(?:is|was)\s(?:(?:his|her|their|the\s\w+'s)\s)?"
IN_A_WORD = rf"(?:{DOB}(?![^\W_])|date\sof\sbirth|birth\s?da(?:y|te))"
CALLED_AFTER = re.compile(
    rf"(?<![^\W_])(?:{ANY}(?:[\s,;|-]{{0,3}}[(\[]\s?{IN_A_WORD}\s?[)\]]|\s{HERS}{IN_A_WORD})|"
    rf"\d{{1,2}}([/.-])\d{{1,2}}\1(?:19\d\d|20[01]\d|[3-9]\d)\s{IN_A_WORD})",
    re.IGNORECASE,
)
AFTER_A_NAME = re.compile(
    rf"(?:'s)?\s?[,;:(\[-]{{0,2}}\s?(?P<birth>(?:\d{{1,2}}[/.-]\d{{1,2}}[/.-]{YEAR}|"
    rf"\d{{1,2}}(?:st|nd|rd|th)?[\s./-]{{1,2}}{MONTH}[\s./-]{{1,2}}{YEAR}))(?!\d)",
    re.IGNORECASE,
)
YEAR_AT_END = re.compile(r"(\d{4}|\d\d)\Z")
OLD_DATE = re.compile(
    r"(?<![\d./-])(?:(?:0?[1-9]|[12]\d|3[01])\s?([/.-])\s?(?:0?[1-9]|1[0-2])\s?\1\s?19\d\d|"
    r"19\d\d([/-])(?:0[1-9]|1[0-2])\2(?:0[1-9]|[12]\d|3[01]))(?![\d/]|[.-]\d)"
)
TENS = "ninety|(?:a |one )?hundred(?: and)?"
ONES = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
# From ninety on; a hundred and twenty is as old as anybody was.
OLD = rf"(?:9\d|1[01]\d|(?:{TENS})(?:[\s-](?:{ONES}))?)"
NOT_A_SPAN = (
    r"(?!\d|[.,]\d|\s?[%°+/]|\s?-\s?\d|\s?(?:percent|per cent|degrees?|deg|to|plus|weeks?|wks?|"
    r"months?|and (?:over|above|older|under|up)|or (?:over|older|above|more)|days?|minutes?|mins?|"
    r"hours?|metres?|m|cm|mmhg|bpm|kg|kilos?)\b)"
)
YEARS = r"y(?:ea)?r?s?"
BUILT = (
    r"(?:building|hospital|house|charity|tradition|theory|institution|profession|organisation|"
    r"college|society|school|home|church)"
)
WHO = r"(?:lady|gentleman|gent|man|woman|widow|widower)"
OF_AGE = (
    r"age(?:d|s)?(?:\s(?:is|was|of|about|approximately|approx|now|just|only))?[\s:;=|(~.-]{0,4}|"
    rf"turn(?:ed|ing|s)\s|(?:fe)?male[\s,(]{{1,3}}|{WHO}(?:,\s?|\s\(|\sof\s)(?:aged\s)?"
)
AGE = re.compile(
    rf"(?<![^\W_])(?:(?:{OF_AGE}){OLD}{NOT_A_SPAN}|"
    rf"{OLD}[\s-]{{0,2}}{YEARS}[\s./-]{{0,2}}(?:old\b(?!\s{BUILT})|o\b)|"
    rf"{OLD}\s(?:years|yrs)\s(?:of\sage|young)\b|"
    rf"{OLD}[\s-]?{YEARS}[\s,/-]{{1,2}}(?:(?:fe)?male|{WHO}|[mf])\b|"
    rf"(?:9\d|1[01]\d)(?:(?:th|st|nd|rd)\sbirthday|\s?yrs?(?=\s?[,.;)]|\s*\Z)))",
    re.IGNORECASE,
)
# Attached, in capitals: 92F, 97M.
AGE_AND_SEX = re.compile(
    r"(?<![\w.£$€/+-])(?:(?:9\d|10[1-9])(?:\s?(?:y(?:rs?)?)?(?:[MF]|♀|♂)|/[MF])|100F|"
    r"[MF]/(?:9\d|10\d))"
    r"(?![\w°/])"
)
AFTER_SOMEBODY = re.compile(
    r"(?:'s)?[\s,(]{1,3}((?:9\d|10\d)(?=[),;]|\.?\s?(?:\Z|\n)|\sand\b|\syears?\b))"
)
ON_AVERAGE = re.compile(
    r"(?:mean|average|median|over|under|above|below|maximum)\s\Z", re.IGNORECASE
)
# Without any of these a text has no such date in it, or no such age.
SIGNS = (
    "birth", "born", "dob", "d.o", "d o ", "d/o", "d. o", "d of b", "d/b", "geni", "b.", "yob",
    "bday", "b-day", "b'day",
    "y.o",
)  # fmt: skip
LETTER_B = re.compile(r"b(?:\.|orn)?\s?\d")
SO_MANY = re.compile(r"9\d|1[01]\d|[Nn][Ii][Nn][Ee][Tt][Yy]|[Hh][Uu][Nn][Dd][Rr][Ee][Dd]")
LINE = re.compile(r"([^\n\x00]*)[\n\x00]|[^\n\x00]+")
CELL = re.compile(r"[^|\t]+")
HEADING = re.compile(rf"{LABEL}[:.]?|born[:.]?", re.IGNORECASE)
A_DATE = re.compile(ANY, re.IGNORECASE)
# A date this late after a professional's name is of a meeting.
LATE = 20


def births(plain: str) -> Iterator[Mark]:
    """Yield dates of birth wherever they are called that, before the date or after it."""
    lower = plain.lower()
    if any(each in lower for each in SIGNS):
        for found in BIRTH.finditer(plain):
            is_person = found["called"].lower() != "born" or not THINGS.search(
                plain[max(0, found.start() - 24) : found.start()]
            )
            if is_person:
                yield Mark(IdentifierKind.BIRTH, *found.span())
        for form in (HASTY, YEAR_OF_BIRTH, CALLED_AFTER):
            for found in form.finditer(plain):
                yield Mark(IdentifierKind.BIRTH, *found.span())
        yield from _in_columns(plain)
    if LETTER_B.search(lower):
        for found in SHORTLY.finditer(plain):
            yield Mark(IdentifierKind.BIRTH, *found.span())


def _in_columns(plain: str) -> Iterator[Mark]:
    """Yield the dates below a heading of a table that says they are of birth."""
    columns: set[int] = set()
    if "|" not in plain and "\t" not in plain:
        return
    for line in LINE.finditer(plain):
        cells = list(CELL.finditer(plain, *line.span(line.lastindex or 0)))
        headed = {at for at, each in enumerate(cells) if HEADING.fullmatch(each[0].strip())}
        columns = (headed or columns) if len(cells) > 1 else set()
        for at in columns - headed:
            cell = cells[at] if at < len(cells) else None
            if cell and A_DATE.fullmatch(cell[0].strip()):
                start = cell.end() - len(cell[0].lstrip())
                yield Mark(IdentifierKind.BIRTH, start, start + len(cell[0].strip()))


def old_dates(plain: str) -> Iterator[Mark]:
    """Yield dates in figures of so long ago that most of them are of birth."""
    if "19" in plain:
        for found in OLD_DATE.finditer(plain):
            yield Mark(IdentifierKind.OLD_DATE, *found.span())


def ages(plain: str) -> Iterator[Mark]:
    """Yield ages over 89; what is said of many, or on average, is not."""
    if not SO_MANY.search(plain):
        return
    for form in (AGE, AGE_AND_SEX):
        for found in form.finditer(plain):
            if not ON_AVERAGE.search(plain[max(0, found.start() - 10) : found.start()]):
                yield Mark(IdentifierKind.AGE, *found.span())


def behind_a_name(plain: str, end: int, *, is_colleague: bool) -> Iterator[Mark]:
    """Yield the date of birth, or the age over 89, that stands right behind somebody's name."""
    born = AFTER_A_NAME.match(plain, end)
    if born:
        year = int(YEAR_AT_END.findall(born["birth"])[0])
        is_late = year >= 2000 + LATE or (is_colleague and LATE <= year < 2 * LATE)
        if not is_late:
            yield Mark(IdentifierKind.BIRTH, *born.span("birth"))
    old = AFTER_SOMEBODY.match(plain, end)
    if old:
        yield Mark(IdentifierKind.AGE, *old.span(1))
