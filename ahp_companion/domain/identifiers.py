"""What in a text could say who somebody is: numbers and addresses, found by their form.

Names are not looked for. A text in which nothing is found may still tell who it is about.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from .words import Word

# What stands between groups of figures: spaces of every width, hyphens, dashes and stops.
GAP = "[ \\t\u00a0\u2007\u2009\u202f.\u2010-\u2015-]{0,2}"
TEN = re.compile(rf"(?<!\d)(?:\d{{3}}{GAP}\d{{3}}{GAP}\d{{4}}|\d{{6}}{GAP}\d{{4}})(?!\d)")
# A book's ten-figure number has the very same check figure.
BOOK = re.compile(r"ISBN(?:-10)?:?\s*$", re.IGNORECASE)
# Compact, or in pairs throughout: or "PH999417 A" would be one.
INSURANCE = re.compile(
    r"\b(?!BG|GB|KN|NK|NT|TN|ZZ)[A-CEGHJ-PQR-TW-Z][A-CEGHJ-NPQR-TW-Z]"
    r"(?:\d{6}[A-D]|[ \u00a0-]\d\d[ \u00a0-]\d\d[ \u00a0-]\d\d[ \u00a0-][A-D])\b",
    re.IGNORECASE,
)
# Real areas only and in capitals: doses and levels of the spine are written much alike.
AREAS = (
    "AB|AL|B|BA|BB|BD|BH|BL|BN|BR|BS|BT|CA|CB|CF|CH|CM|CO|CR|CT|CV|CW|DA|DD|DE|DG|DH|DL|DN|DT|DY|"
    "E|EC|EH|EN|EX|FK|FY|G|GL|GU|GY|HA|HD|HG|HP|HR|HS|HU|HX|IG|IM|IP|IV|JE|KA|KT|KW|KY|L|LA|LD|LE|"
    "LL|LN|LS|LU|M|ME|MK|ML|N|NE|NG|NN|NP|NR|NW|OL|OX|PA|PE|PH|PL|PO|PR|RG|RH|RM|S|SA|SE|SG|SK|SL|"
    "SM|SN|SO|SP|SR|SS|ST|SW|SY|TA|TD|TF|TN|TQ|TR|TS|TW|UB|W|WA|WC|WD|WF|WN|WR|WS|WV|YO|ZE"
)
POSTCODE = re.compile(
    rf"\b(?:{AREAS})(?:\d[A-HJKMNPR-Y]|\d{{1,2}})[ \u00a0]?\d[ABD-HJLNP-UW-Z]{{2}}\b"
)
EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
PHONE = re.compile(
    rf"(?<![\w.+-])(?<!\d )(?:(?:\+44|0044){GAP}(?:\(0\))?{GAP}\d{{2,4}}|\(?0\d{{2,4}}\)?)"
    rf"(?:{GAP}\d{{3,6}}){{1,2}}(?!\d)(?!{GAP}\d)"
)
# Certificates and files are numbered too, some of them just as long.
NUMBERED = re.compile(
    r"\b(?:evidence|certificate|reference|ref|invoice|order|doi|isbn)\b[\s:.#a-z]*$", re.IGNORECASE
)
BIRTH = re.compile(
    r"\b(?:d\.?o\.?b\b\.?|date of birth|born(?: on)?)\s*(?:[:–-]|is|was)?\s*"
    r"(?:\d{1,4}[/. -]\d{1,2}[/. -]\d{2,4}|\d{1,2}(?:st|nd|rd|th)?\s+[a-z]{3,9}\.?,?\s+\d{2,4})"
    r"(?!\d)",
    re.IGNORECASE,
)
# A file's fingerprint is figures and letters by chance.
HEXADECIMAL = re.compile(
    r"\b[0-9a-f]{20,}\b|\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b", re.IGNORECASE
)
MODULUS = 11


class IdentifierKind(Word):
    """What an identifier looks like."""

    HEALTH_NUMBER = "health-number", "an NHS, CHI or H&C number"
    PLACEHOLDER = "placeholder", "a number of ten equal figures, probably made up"
    INSURANCE_NUMBER = "insurance-number", "a National Insurance number"
    POSTCODE = "postcode", "a postcode"
    EMAIL = "email", "an e-mail address"
    PHONE = "phone", "a telephone number"
    BIRTH = "birth", "a date of birth"


@dataclass(frozen=True, slots=True)
class Identifier:
    """One find: what it looks like, its text as written, and where that begins."""

    kind: IdentifierKind
    text: str
    at: int


def identifiers(text: str) -> tuple[Identifier, ...]:
    """Return what in a text could say who somebody is, in the order it stands there."""
    if "@" not in text and not any(sign.isdigit() for sign in text):
        return ()
    plain = HEXADECIMAL.sub(_blank, text)
    found = [*_health_numbers(plain), *_phones(plain)]
    for kind, form in (
        (IdentifierKind.INSURANCE_NUMBER, INSURANCE),
        (IdentifierKind.POSTCODE, POSTCODE),
        (IdentifierKind.EMAIL, EMAIL),
        (IdentifierKind.BIRTH, BIRTH),
    ):
        found += [Identifier(kind, each[0], each.start()) for each in form.finditer(plain)]
    return tuple(sorted(found, key=_place))


def has_check_digit(figures: str) -> bool:
    """Return whether ten figures end in the check figure of an NHS, CHI or H&C number.

    Modulus 11, weights 10 to 2: NHS Data Dictionary, "NHS number". Ten equal figures always do.
    """
    total = sum(int(each) * weight for each, weight in zip(figures, range(10, 0, -1), strict=True))
    return total % MODULUS == 0


def _health_numbers(text: str) -> Iterator[Identifier]:
    for found in TEN.finditer(text):
        figures = _figures(found[0])
        if has_check_digit(figures) and not BOOK.search(text[: found.start()]):
            same = len(set(figures)) == 1
            kind = IdentifierKind.PLACEHOLDER if same else IdentifierKind.HEALTH_NUMBER
            yield Identifier(kind, found[0], found.start())


def _phones(text: str) -> Iterator[Identifier]:
    for found in PHONE.finditer(text):
        figures = re.sub(r"^(?:0044|44)0?", "0", _figures(found[0]))
        # United Kingdom numbers have eleven figures; 04, 05, 06 and 09 are nobody's home.
        if re.fullmatch(r"0[12378]\d{9}", figures) and not NUMBERED.search(text[: found.start()]):
            yield Identifier(IdentifierKind.PHONE, found[0], found.start())


def _figures(text: str) -> str:
    return re.sub(r"\D", "", text)


def _blank(found: "re.Match[str]") -> str:
    return " " * len(found[0])


def _place(identifier: Identifier) -> int:
    return identifier.at
