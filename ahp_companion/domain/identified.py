"""Where in a portfolio something says who somebody is, and what its owner lets stand.

Nothing is altered, and nothing found is written down a second time: a find that is set aside is
known again by its digest.
"""

import hashlib
import re
from bisect import bisect_right
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cache, lru_cache
from itertools import accumulate
from typing import Any, NamedTuple, cast

from . import evidence_looks as looked
from . import kinds
from .audit import AuditProfile
from .dismissals import Dismissal, WatchedName
from .evidence import Evidence
from .evidence_looks import EvidenceLook
from .finding import Finding, Severity
from .identifiers.kinds import SOFT, Identifier, IdentifierKind
from .identifiers.search import identifiers
from .identifiers.text import WALL
from .people import Person
from .portfolio import Portfolio
from .practitioner import Practitioner, Workplace
from .problems import ProblemError
from .records import Shape, shapes
from .words import fold, listed, sentence, shortened

CODE = "identifier-found"
# How to reach people and places is what these are kept for.
REACHED = (Practitioner, Person, Workplace)
WAYS_TO_REACH = frozenset(
    {IdentifierKind.EMAIL, IdentifierKind.PHONE, IdentifierKind.POSTCODE, IdentifierKind.NAME}
)
# Fields that ask who it was, and so are answered with a colleague's name.
WHO = frozenset(
    {"agreed_with", "asked_of", "confirmed_by", "contact", "given_by", "length_agreed_with",
     "made_by", "owner", "provider", "settled_by", "signed_off_by", "to_whom", "with_whom"}
)  # fmt: skip
# The names looked for, and why something was let stand, are the check's own.
NOT_LOOKED_AT = (Dismissal, WatchedName)
FIELDS = {"words": "its text", "title": "its title", "file_name": "the name of its file"}
OF_THE_FILE = "the text of its file"
MAKERS = (looked.AUTHOR, looked.CHANGED_BY, looked.OWNER, looked.FROM, looked.TO)
# What a file says about itself that is never about a person.
OF_THE_DEVICE = frozenset(
    {looked.MADE, looked.CHANGED, looked.TAKEN, looked.SIZE, looked.SOFTWARE, looked.PLACE}
)
PERSON = re.compile(r"[^\W\d_][^\W\d_.'’-]*(?:[ .]+[^\W\d_][^\W\d_.'’-]*){1,3}")
PROGRAMS = re.compile(
    r"\b(?:user|office|microsoft|word|excel|admin\w*|nhs|trust|hospital|university|health|"
    r"team|service|"
    r"department|college|council|ltd|limited|plc|inc|library|pdf|acrobat|adobe|google|apple|canva|"
    r"anonymous|author|unknown|owner|scanner|default)\b",
    re.IGNORECASE,
)
WHY = {
    IdentifierKind.HEALTH_NUMBER: "ten figures of which the last is the right check figure",
    IdentifierKind.CHI_NUMBER: "it begins with a date of birth and its check figure is right",
    IdentifierKind.TEN_FIGURES: "a health number with a slip in it looks like this",
    IdentifierKind.PLACEHOLDER: "its check figure is right all the same",
    IdentifierKind.INSURANCE_NUMBER: "two letters, six figures and a letter, as HMRC gives them",
    IdentifierKind.HOSPITAL_NUMBER: "it is written where a hospital or a system numbers people",
    IdentifierKind.POSTCODE: "a dozen homes or so share one",
    IdentifierKind.EMAIL: "it leads to somebody",
    IdentifierKind.EMAIL_IN_WORDS: "written out it still leads to somebody",
    IdentifierKind.PHONE: "it leads to somebody",
    IdentifierKind.BIRTH: "few people share a birthday and a place",
    IdentifierKind.OLD_DATE: "a day so long ago is most often one of birth",
    IdentifierKind.AGE: "few people in one place are as old",
    IdentifierKind.NAME: "it stands behind a title, or where somebody is named; a colleague who "
    "knows of it may well be",
    IdentifierKind.INITIALS: "together they tell whoever works there who it was",
    IdentifierKind.WATCHED_NAME: "it is on your own list",
    IdentifierKind.MAKER: "the file says so wherever it goes",
    IdentifierKind.PLACE: "the file says so wherever it goes",
}
DIGESTED = b"AHP Companion: an identifier set aside"


class Piece(NamedTuple):
    """A text of a record, where it stands in words, and whether it is there to name somebody."""

    where: str
    text: str
    is_who: bool = False


def identified(
    portfolio: Portfolio,
    looks: Mapping[str, EvidenceLook] | None = None,
    *,
    whole: Portfolio | None = None,
) -> tuple[Finding, ...]:
    """Return a finding for each thing in a portfolio that could say who somebody is.

    `looks` are the looks at files by SHA-256. Names to look for and what was set aside never leave:
    where `portfolio` is only what leaves, they are read from the `whole` of it.
    """
    looked = looks or {}
    return tuple(each for _, found in by_record(portfolio, looked, whole=whole) for each in found)


def by_record(
    portfolio: Portfolio,
    looks: Mapping[str, EvidenceLook],
    *,
    whole: Portfolio | None = None,
) -> Iterator[tuple[Any, tuple[Finding, ...]]]:
    """Yield each record of a portfolio with what was found in it, as `identified` finds it.

    Between two records whoever asks can say how far it is, or leave it.
    """
    own = whole or portfolio
    names = tuple(each.name for each in own.all(WatchedName))
    aside, owner = own.all(Dismissal), own.practitioner.name
    for held in portfolio.records.values():
        for record in held:
            look = look_at(record, looks)
            yield record, identifiers_in(record, names, aside, look=look, owner=owner)


def identifiers_in(
    record: Any,
    names: Sequence[str] = (),
    aside: Iterable[Dismissal] = (),
    *,
    look: EvidenceLook | None = None,
    owner: str = "",
) -> tuple[Finding, ...]:
    """Return a finding for each thing in a record that could say who somebody is.

    `names` are looked for as well, and what was set `aside` is left out. For evidence the `look` at
    its file is searched too; the `owner` may be named anywhere.
    """
    if isinstance(record, NOT_LOOKED_AT):
        return ()
    places: dict[tuple[IdentifierKind, str], list[str]] = {}
    finds: dict[tuple[IdentifierKind, str], Identifier] = {}
    for where, each in _finds(record, names, look, owner):
        alike = each.kind, _alike(each.text)
        finds.setdefault(alike, each)
        places.setdefault(alike, []).append(where)
    if not finds:
        return ()
    known = {each.digest for each in aside}
    found = (_finding(record, each, places[alike], names) for alike, each in finds.items())
    return tuple(each for each in found if each.digest not in known)


def look_at(record: Any, looks: Mapping[str, EvidenceLook]) -> EvidenceLook | None:
    """Return the look at a record's file; None for what is no evidence or was not looked at."""
    return looks.get(record.sha256) if isinstance(record, Evidence) else None


def digest_of(record_id: str, kind: str, text: str) -> str:
    """Return what a find is known again by: a SHA-256 in hexadecimal, without its words."""
    parts = (record_id, str(kind), _alike(text))
    return hashlib.sha256(b"\0".join([DIGESTED, *(each.encode() for each in parts)])).hexdigest()


def dismissal_of(find: Finding, reason: str, on: date) -> Dismissal:
    """Return the record that sets a find aside. Raises ProblemError where there is no reason."""
    if not reason.strip() or not find.digest:
        raise ProblemError(
            "There is no reason yet.",
            means="What is set aside is kept with why, so that it still makes sense in a year.",
            advice="Write a few words, such as “a colleague, who agreed to be named”.",
        )
    return Dismissal(
        about=(find.record,) if find.record else (),
        kind=find.kind,
        digest=find.digest,
        reason=reason.strip(),
        on=on,
    )


def known_as(record: Any, names: Sequence[str] = ()) -> str:
    """Return how a finding speaks of a record: its title, or its kind where that tells too much."""
    if isinstance(record, AuditProfile):
        return "Your profile"
    kind = kinds.of(record)
    title = shortened(kind.title(record), 60)
    # A title can itself be what should not be passed on.
    if not title or identifiers(title, names):
        return f"One {kind.noun}" if not isinstance(record, Practitioner) else "What is about you"
    return f"“{title}”"


def _finds(
    record: Any, names: Sequence[str], look: EvidenceLook | None, owner: str
) -> Iterator[tuple[str, Identifier]]:
    pieces = [each for each in (*_pieces(record), *_pieces_of(look)) if each.text]
    starts = [*accumulate((len(each.text) + len(WALL) for each in pieces), initial=0)]
    for each in identifiers(WALL.join(piece.text for piece in pieces), names):
        piece = pieces[bisect_right(starts, each.at) - 1]
        is_reached = isinstance(record, REACHED) and each.kind in WAYS_TO_REACH
        is_named = each.kind is IdentifierKind.NAME and (piece.is_who or _is_of(owner, each.text))
        if not (is_reached or is_named):
            yield piece.where, each
    if look:
        yield from _said_by_the_file(look, owner)


def _pieces(record: Any) -> Iterator[Piece]:
    for shape in _in_words(cast(Hashable, type(record))):
        held = getattr(record, shape.name)
        if shape.type is dict:
            for key, words in held.items():
                yield Piece(f"“{_in_sight(key)}”", words)
        elif shape.name == "file_name":
            yield Piece(FIELDS[shape.name], _apart(held))
        else:
            words = "\n".join(held) if shape.many else held
            where = FIELDS.get(shape.name, f"“{_in_sight(shape.name)}”")
            yield Piece(where, words, shape.name in WHO)


def _pieces_of(look: EvidenceLook | None) -> Iterator[Piece]:
    if look:
        yield Piece(OF_THE_FILE, look.words)
        for name, said in look.properties.items():
            if name not in OF_THE_DEVICE:
                yield Piece(_said_as(name), said, name in MAKERS)


@cache
def _in_words(record: Any) -> tuple[Shape, ...]:
    return tuple(shape for shape in shapes(record) if shape.is_words)


def _said_by_the_file(look: EvidenceLook, owner: str) -> Iterator[tuple[str, Identifier]]:
    for name in MAKERS:
        for said in look.properties.get(name, "").split("; "):
            is_person = PERSON.fullmatch(said) and not (said.islower() or PROGRAMS.search(said))
            if is_person and not _is_of(owner, said):
                yield _said_as(name), Identifier(IdentifierKind.MAKER, said, 0)
    place = look.properties.get(looked.PLACE, "")
    if place:
        yield _said_as(looked.PLACE), Identifier(IdentifierKind.PLACE, place, 0)


def _said_as(name: str) -> str:
    return f"what its file says as “{name}”"


def _is_of(owner: str, written: str) -> bool:
    """Return whether a name is the owner's own, with a title or without."""
    own, words = set(fold(owner).split()), fold(written).replace(".", " ").split()
    return bool(own) and len(own & set(words)) >= min(2, len(own)) and words[-1] in own


def _finding(record: Any, found: Identifier, places: list[str], names: Sequence[str]) -> Finding:
    stays = (
        " It is private: it stays here unless you choose to send private records."
        if getattr(record, "private", False)
        else ""
    )
    # The beginning is enough to find it again, and does not pass it on.
    beginning = found.text[: min(3, max(1, len(found.text) // 3))]
    return Finding(
        CODE,
        Severity.SHOULD if found.kind in SOFT else Severity.MUST,
        f"{known_as(record, names)} holds what looks like {found.kind.label} "
        f"({beginning}…), in {listed([*dict.fromkeys(places)])}: {WHY[found.kind]}. Somebody could "
        f"be known by it; the learning stands without it.{stays}",
        record=record.id,
        kind=str(found.kind),
        digest=digest_of(record.id, found.kind, found.text),
    )


def _alike(text: str) -> str:
    return " ".join(fold(text).split())


@lru_cache(maxsize=512)
def _in_sight(name: str) -> str:
    """Return the name of a field as it is spoken of, "What I did" for "what_i_did"."""
    return sentence(re.sub(r"\bi\b", "I", re.sub(r"[_-]+", " ", name)))


def _apart(name: str) -> str:
    """Return a file's name with its words parted, each sign where it was."""
    return re.sub(r"_|(?<=[^\W\d_])-(?=\w)", " ", name)
