"""What an identifier looks like, and what a find of one is."""

from dataclasses import dataclass
from typing import NamedTuple

from ..words import Word


class IdentifierKind(Word):
    """What an identifier looks like."""

    HEALTH_NUMBER = "health-number", "an NHS or Health and Care number"
    CHI_NUMBER = "chi-number", "a CHI number"
    TEN_FIGURES = "ten-figures", "a number of ten figures"
    PLACEHOLDER = "placeholder", "a number of ten equal figures, probably made up"
    INSURANCE_NUMBER = "insurance-number", "a National Insurance number"
    HOSPITAL_NUMBER = "hospital-number", "a hospital or record number"
    POSTCODE = "postcode", "a postcode"
    EMAIL = "email", "an e-mail address"
    EMAIL_IN_WORDS = "email-in-words", "an e-mail address in words"
    PHONE = "phone", "a telephone number"
    BIRTH = "birth", "a date of birth"
    OLD_DATE = "old-date", "a date of long ago"
    AGE = "age", "an age over 89"
    NAME = "name", "somebody’s name"
    INITIALS = "initials", "initials with an age and a ward"
    WATCHED_NAME = "watched-name", "a name you asked to be told of"
    MAKER = "maker", "the name of who made the file"
    PLACE = "place", "the place where it was made"


# By these alone hardly anybody is known, or they are often something else.
SOFT = frozenset(
    {
        IdentifierKind.TEN_FIGURES,
        IdentifierKind.PLACEHOLDER,
        IdentifierKind.EMAIL_IN_WORDS,
        IdentifierKind.OLD_DATE,
        IdentifierKind.AGE,
        IdentifierKind.NAME,
        IdentifierKind.INITIALS,
        IdentifierKind.MAKER,
    }
)


@dataclass(frozen=True, slots=True)
class Identifier:
    """One find: what it looks like, its text as written, and where that begins."""

    kind: IdentifierKind
    text: str
    at: int


class Mark(NamedTuple):
    """Where a find begins and ends in a text that is written plainly."""

    kind: IdentifierKind
    start: int
    end: int
