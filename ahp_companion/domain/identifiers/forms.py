"""Addresses and numbers with letters in them: e-mail, National Insurance, postcodes, hospitals."""

import re
from collections.abc import Iterator

from .kinds import IdentifierKind, Mark
from .numbers import FIGURES, before, figures_of

SIGN = re.compile(r" ?@ ?")
# Before the sign, and behind it: at its end is what no sentence goes on with.
OWN = re.compile(r"[\w.+'&%-]{1,64}\Z")
HOST = re.compile(r"(?:[\w-]{1,63}\.){1,6}[^\W\d_]{2,24}(?![^\W\d_])")
ENDINGS = r"(?:uk|com|net|org|co|ac|nhs|gov|scot|wales|cymru|ie|edu|eu|info|io)"
AT = r"(?:\s?[\[({<]\s?at\s?[\])}>]\s?|\s+at\s+|\s?@\s?)"
DOT = r"(?:\s?[\[({<]\s?dot\s?[\])}>]\s?|\s+dot\s+)"
EMAIL_IN_WORDS = re.compile(
    rf"[\w+'-]{{1,64}}(?:(?:{DOT}|\.)[\w+'-]{{1,64}}){{0,3}}"
    rf"(?:{AT}[\w-]+(?:(?:{DOT}|\.)[\w-]+){{0,3}}?{DOT}{ENDINGS}(?:(?:{DOT}|\.){ENDINGS})?"
    rf"|\s?[\[({{]\s?at\s?[\])}}]\s?[\w-]+(?:\.[\w-]+){{1,4}})(?![^\W_])",
    re.IGNORECASE,
)
IN_BRACKETS = re.compile(r"[\[({]\s?[Aa][Tt]\s?[\])}]")
# What the figures and the letters of a National Insurance number may be parted by.
GAP = r"(?:[ \t._/\\-]{0,3}|\n)"
# HMRC, National Insurance Manual NIM39110; QQ is its own example.
LETTERS = r"(?!BG|GB|KN|NK|NT|TN|ZZ)[A-CEGHJ-PQR-TW-Z] ?[A-CEGHJ-NPQR-TW-Z]"
INSURANCE = re.compile(
    rf"(?P<figures>\d(?:{GAP}\d){{5}})(?P<gap>{GAP})(?P<last>[A-Da-d])(?![^\W_])", re.ASCII
)
IN_FRONT = re.compile(rf"(?<![^\W_])(?:NINO|NI)?(?P<letters>{LETTERS}){GAP}\Z", re.IGNORECASE)
GROUPED = frozenset({(6,), (2, 2, 2), (3, 3), (2, 4), (4, 2), (1, 1, 1, 1, 1, 1)})
NAMED_SO = re.compile(
    r"(?<![^\W_])(?:NINO|N\.?I\.?|National Insurance)(?:\s?(?:no|number|num))?[^\w\x00]{0,5}"
    r"(?:(?:is|was)\s)?\Z",
    re.IGNORECASE,
)
# Words that such a number could begin with, as in "at 10 20 30 a day".
FEW = re.compile(r"a[mnst]|by|on|re")
WITHOUT_SUFFIX = re.compile(
    r"(?<![^\W_])(?:NINO|NI(?:\s?(?:no|number|num))?|National Insurance(?:\s(?:no|number))?)"
    r"[\s:.#=|-]{1,4}(?:(?:is|was)\s)?"
    rf"({LETTERS}(?:{GAP}\d){{6}})(?!{GAP}\d|[A-Z])",
    re.IGNORECASE,
)
ARTICLE = re.compile(r"\s[a-z]")
# The regulator's own numbers, which an indefinite article may follow: "PH999417 A physiotherapist".
REGISTERED = frozenset({"AS", "BS", "CH", "CS", "DT", "OT", "OR", "PA", "PH", "PO", "RA", "SL"})
# Real areas only: doses, bands and levels of the spine are written much alike.
AREAS = (
    "AB|AL|B|BA|BB|BD|BH|BL|BN|BR|BS|BT|BX|CA|CB|CF|CH|CM|CO|CR|CT|CV|CW|DA|DD|DE|DG|DH|DL|DN|DT|"
    "DY|E|EC|EH|EN|EX|FK|FY|G|GL|GU|GY|HA|HD|HG|HP|HR|HS|HU|HX|IG|IM|IP|IV|JE|KA|KT|KW|KY|L|LA|LD|"
    "LE|LL|LN|LS|LU|M|ME|MK|ML|N|NE|NG|NN|NP|NR|NW|OL|OX|PA|PE|PH|PL|PO|PR|RG|RH|RM|S|SA|SE|SG|SK|"
    "SL|SM|SN|SO|SP|SR|SS|ST|SW|SY|TA|TD|TF|TN|TQ|TR|TS|TW|UB|W|WA|WC|WD|WF|WN|WR|WS|WV|YO|ZE"
)
INWARD = re.compile(r"\d[ABD-HJLNP-UW-Zabd-hjlnp-uw-z]{2}(?![^\W_])")
OUTWARD = re.compile(
    rf"(?<![^\W_])(?:(?P<area>{AREAS})(?P<district>\d[A-HJKMNPR-Y]|"
    rf"\d{{1,2}})(?P<gap>[\s_.-]{{0,3}})|"
    r"GIR ?)\Z",
    re.IGNORECASE,
)
OF_THE_FORCES = re.compile(r"BFPO ?\d{1,4}(?!\w)", re.IGNORECASE)
HEXADECIMAL = re.compile(r"[0-9a-f]+", re.IGNORECASE)
# In small letters these are an order, a unit or a way to take a drug.
ORDER = re.compile(r"1st|2nd|3rd|[04-9]th|\dug")
UNITS = re.compile(r"1st|2nd|3rd|[04-9]th|\d(?:hr|hz|bd|td|ft|yr|lb|pt|xl|ug)")
COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")
ADDRESSED = re.compile(
    r"(?:post\s?-?code|p/?code|p/?c|address|addr|lives|lived|living|home|street|road|lane|"
    r"avenue|drive"
    r"|close|town|city)\b[^.;\x00]{0,40}\Z",
    re.IGNORECASE,
)
# What an electronic record or a hospital numbers people by, and what it calls that number.
HOSPITAL = re.compile(r"(?:\d{5,11}|\d(?:[ /._-]?\d){3,10})[A-Za-z]{0,2}(?![^\W_])")
HOSPITALS = re.compile(
    r"(?<![^\W_])(?:(?:hosp(?:ital)?\.?|unit|local|trust|patient|pt|client|chart|"
    r"case\s?notes?|case|record|pas|rio|emis|systm?\s?one|s1|lorenzo|cerner|epic|carenotes|"
    r"district|episode|accession|x-?ray|"
    r"(?:electronic\s)?(?:medical|health|care)\srecord|e[hp]r|pid|"
    r"(?P<health>nhs|chi|hcn?|h\s?[&+]\s?c)|[KRXTHSDW])"
    r"[\s_-]?(?:no\b|num\b|nr\b|number|id\b|identifier|ref\b|reference|#)|"
    r"(?:pas|rio|emis|e[hp]r|pid)(?=\s?[:#])|hosp\b|mrn|crn|h/n|hospno|hospid|casenotes?)"
    r"(?:\s?(?:no|number|id|num)\b)?"
    r"[\s.:;=#|()\[\]_-]{0,5}(?:(?:is|was)\s)?(?P<prefix>(?:[A-Z]{1,4}[\s/._-]?)?)\Z",
    re.IGNORECASE,
)
YEAR = re.compile(r"(?:19|20)\d\d")
# A trust's code in front of figures, and the letter some hospitals put there.
OF_A_TRUST = re.compile(r"(?<![^\W_])R[A-Z0-9][A-Z0-9][ -]?\d{6,8}(?![^\W_])")
OF_A_PATIENT = re.compile(
    r"(?<![^\W_])(?:[Pp]t|[Pp]atient|[Cc]lient|"
    r"Px)\b[^.\n\x00]{0,24}?(?<![^\W_])([A-Z]\d{6,7})(?![^\W_])"
)


def emails(plain: str) -> Iterator[Mark]:
    """Yield e-mail addresses, and softly those whose signs are put into words."""
    for sign in SIGN.finditer(plain):
        own, host = OWN.search(before(plain, sign.start())), HOST.match(plain, sign.end())
        if own and host and (len(sign[0]) == 1 or re.search(rf"\.{ENDINGS}\Z", host[0])):
            address = own[0].lstrip(".'-")
            yield Mark(IdentifierKind.EMAIL, sign.start() - len(address), host.end())
    if "dot" in plain.lower() or IN_BRACKETS.search(plain):
        for found in EMAIL_IN_WORDS.finditer(plain):
            yield Mark(IdentifierKind.EMAIL_IN_WORDS, *found.span())


def insurance_numbers(plain: str) -> Iterator[Mark]:
    """Yield National Insurance numbers; without their last letter only where they are named so."""
    for found in INSURANCE.finditer(plain):
        leading = before(plain, found.start())
        in_front = IN_FRONT.search(leading)
        if in_front and (
            NAMED_SO.search(leading[: in_front.start()])
            or _is_insurance(plain, found, in_front["letters"])
        ):
            start = found.start() - len(leading) + in_front.start()
            yield Mark(IdentifierKind.INSURANCE_NUMBER, start, found.end())
    lower = plain.lower()
    if "ni" in lower or "insurance" in lower:
        for found in WITHOUT_SUFFIX.finditer(plain):
            yield Mark(IdentifierKind.INSURANCE_NUMBER, *found.span(1))


def _is_insurance(plain: str, found: "re.Match[str]", letters: str) -> bool:
    lengths = tuple(len(each) for each in re.findall(r"\d+", found["figures"]))
    if lengths not in GROUPED and not (letters + found["last"]).isupper():
        return False
    if found["gap"] and found["last"].islower() != letters[-1].islower():
        return False
    if not (found["gap"].isspace() and found["last"] in "aA" and ARTICLE.match(plain, found.end())):
        return True
    # "PH999417 A physiotherapist" and "at 10 20 30 a day" go on with a word.
    is_registration = letters.upper() in REGISTERED and found["figures"].isdecimal()
    return not (is_registration or (letters[-1].islower() and FEW.fullmatch(letters.lower())))


def postcodes(plain: str) -> Iterator[Mark]:
    """Yield postcodes; in small letters only what can hardly be anything else."""
    for found in INWARD.finditer(plain):
        leading = before(plain, found.start())
        outward = OUTWARD.search(leading)
        if (
            outward
            and not _is_colour(plain, found.end())
            and (
                outward["area"] is None
                or plain[found.start() - len(leading) + outward.start() : found.end()].isupper()
                or _is_certain(leading[: outward.start()], outward, found[0].lower())
            )
        ):
            start = found.start() - len(leading) + outward.start()
            yield Mark(IdentifierKind.POSTCODE, start, found.end())
    for found in OF_THE_FORCES.finditer(plain):
        yield Mark(IdentifierKind.POSTCODE, *found.span())


def hospital_numbers(plain: str) -> Iterator[Mark]:
    """Yield what a hospital or a record system calls somebody by."""
    for found in HOSPITAL.finditer(plain):
        called = HOSPITALS.search(before(plain, found.start()))
        is_tens = called and called["health"] and len(figures_of(found[0])) == FIGURES
        if called and not (is_tens or YEAR.fullmatch(found[0])):
            start = found.start() - len(called["prefix"])
            yield Mark(IdentifierKind.HOSPITAL_NUMBER, start, found.end())
    for found in OF_A_TRUST.finditer(plain):
        yield Mark(IdentifierKind.HOSPITAL_NUMBER, *found.span())
    for found in OF_A_PATIENT.finditer(plain):
        yield Mark(IdentifierKind.HOSPITAL_NUMBER, *found.span(1))


def _is_colour(plain: str, end: int) -> bool:
    return COLOUR.search(plain, max(0, end - 7), end) is not None


def _is_certain(leading: str, outward: "re.Match[str]", inward: str) -> bool:
    if ADDRESSED.search(leading):
        return True
    # Not pO2 and the like, which go on with a figure and a unit.
    if outward["area"][-1:].isupper() and outward["area"][0].islower():
        return False
    if len(outward["area"]) == 1:
        is_narrow = len(outward["district"]) == 1 or not outward["gap"]
        if (UNITS if is_narrow else ORDER).fullmatch(inward):
            return False
    return bool(outward["gap"]) or not HEXADECIMAL.fullmatch(outward[0].strip() + inward)
