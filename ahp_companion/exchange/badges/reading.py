"""Digital badges that come in: Open Badges 1 to 3, as JSON, signed, or baked into a picture.

A badge becomes the learning it was given for, with the file itself as its certificate. Whether it
is genuine can only be asked of its issuer, over a network; that is said and not done.
"""

import base64
import binascii
import hashlib
import re
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from ...domain.changes import Edit
from ...domain.cpd import CpdActivity, LearningType
from ...domain.evidence import Evidence, EvidenceKind
from ...domain.portfolio import Portfolio
from ...domain.problems import ProblemError
from ...domain.words import day
from ..foreign_text import bytes_of, decoded, json_of, one_line
from ..importing import Incoming, by_id, incoming
from ..media_types import media_type
from ..reading import Format, Reading
from ..strict import shown
from ..zip_safety import bare_name
from .awards import Award, awards_of
from .pictures import PNG, baked_into_png, baked_into_svg

NAMESPACE = uuid.UUID("5b1f7c64-0a0e-5f3e-bb3c-2f9c3de1a7f4")
MOST_BYTES, BEGINNING = 20_000_000, 1_000_000
SIGNED = re.compile(r"\s*(eyJ[\w-]+)\.([\w-]+)\.[\w-]*\s*(~.*)?", re.ASCII | re.DOTALL)
MARKS = re.compile(
    r"w3id\.org/openbadges|openbadges\.org|\"credentialSubject\"|VerifiableCredential|purl\.imsglobal\.org/spec/(ob|clr)/"
    r"|\"issuedOn\"|\"issued_on\"|\"type\"\s*:\s*\"BadgeClass\"",
)
SVG = re.compile(r"(?!.*<html).*?<svg[\s>]", re.DOTALL | re.IGNORECASE)
UNVERIFIED = "Not verified: this app is offline."


@dataclass(frozen=True, slots=True, kw_only=True)
class BadgeFile:
    """A file of badges as it was read: what was awarded, and the file's own bytes."""

    name: str
    awards: tuple[Award, ...]
    contents: bytes

    @property
    def sha256(self) -> str:
        """Return the fingerprint of the file."""
        return hashlib.sha256(self.contents).hexdigest()


def is_badge(path: Path) -> bool:
    """Return whether a file begins as a badge does: a picture, signed, or JSON with its words."""
    with path.open("rb") as file:
        begins = file.read(BEGINNING)
    if begins.startswith(PNG):
        return True
    text = decoded(begins).text.lstrip("\ufeff \t\r\n")
    if text.startswith(("{", "[")):
        return MARKS.search(text) is not None
    return _is_svg(text) or SIGNED.match(text) is not None


def read_badges(path: Path) -> BadgeFile:
    """Return the badges in a file; raises ProblemError where there is none in it."""
    contents = bytes_of(path, most=MOST_BYTES)
    words = _words_in(contents)
    if not words:
        raise ProblemError(
            f"There is no badge inside “{path.name}”.",
            means="It is a picture and nothing more. Nothing was brought in.",
            advice="Download the badge from where it was awarded, or add the picture as evidence.",
        )
    title = one_line(path.stem.replace("_", " ")) or "Badge"
    if words.startswith(("http://", "https://")):
        awards = [Award(key=words, title=title, address=words, is_nameless=True)]
    else:
        awards = list(awards_of(_said(path, words), title))
    if not awards:
        raise ProblemError(
            f"“{path.name}” does not say that a badge was awarded.",
            means="It may describe a badge or its issuer. Nothing was brought in.",
            advice="Download the badge that was given to you, and bring that in.",
        )
    return BadgeFile(name=one_line(path.name), awards=tuple(awards), contents=contents)


def importing_badges(badges: BadgeFile, portfolio: Portfolio) -> Incoming:
    """Return what badges bring into a portfolio: those that are not there yet, and their file."""
    present = by_id(portfolio)
    kept = next((each for each in portfolio.all(Evidence) if each.sha256 == badges.sha256), None)
    evidence = kept or _evidence(badges)
    fresh = [each for each in badges.awards if _id(each) not in present]
    edits = [Edit(after=_activity(each, evidence)) for each in fresh]
    if fresh and kept is None:
        edits.insert(0, Edit(after=evidence))
    return incoming(
        edits,
        words=f"Brought in “{badges.name}”",
        present=len(badges.awards) - len(fresh),
        evidence=[badges.sha256] if fresh else (),
        remarks=[words for each in fresh for words in _remarks(each)],
    )


def _words_in(contents: bytes) -> str:
    if contents.startswith(PNG):
        return baked_into_png(contents)
    text = decoded(contents).text
    return baked_into_svg(contents) if _is_svg(text) else text.strip()


def _is_svg(text: str) -> bool:
    begins = text[:10_000].lstrip("\ufeff \t\r\n")
    return begins.startswith("<") and SVG.match(begins) is not None


def _said(path: Path, words: str) -> Any:
    signed = SIGNED.fullmatch(words)
    if signed is None:
        return json_of(path, words, "a badge")
    try:
        payload = base64.urlsafe_b64decode(signed[2] + "=" * (-len(signed[2]) % 4))
    except (binascii.Error, ValueError):
        payload = b""
    return _unwrapped(json_of(path, decoded(payload).text, "a signed badge"))


def _unwrapped(claims: Any) -> Any:
    """Return the credential in the claims of a signature, with what only the claims say of it."""
    inside = claims.get("vc") if isinstance(claims, dict) else None
    if not isinstance(inside, dict):
        return claims
    told = {"id": claims.get("jti"), "issuer": claims.get("iss"), "validFrom": claims.get("nbf"),
            "validUntil": claims.get("exp")}  # fmt: skip
    return {**{key: each for key, each in told.items() if each is not None}, **inside}


def _id(award: Award) -> str:
    return str(uuid.uuid5(NAMESPACE, award.key))


def _activity(award: Award, evidence: Evidence) -> CpdActivity:
    return CpdActivity(
        id=_id(award),
        title=award.title,
        started_on=award.on,
        learning_type=LearningType.FORMAL,
        provider=award.issuer,
        what_i_did=award.narrative,
        evidence=(evidence.id,),
        brought_along="\n".join([*award.lines, UNVERIFIED]),
    )


def _evidence(badges: BadgeFile) -> Evidence:
    first = badges.awards[0]
    name = bare_name(badges.name) or "Badge"
    return Evidence(
        id=str(uuid.uuid5(NAMESPACE, badges.sha256)),
        title=first.title if len(badges.awards) == 1 else f"Badges from {name}",
        kind=EvidenceKind.CERTIFICATE,
        on=first.on,
        made_by=first.issuer,
        file_name=name,
        media_type=media_type(name),
        size=len(badges.contents),
        sha256=badges.sha256,
        words=f"A digital badge. {UNVERIFIED}",
    )


def _remarks(award: Award) -> Iterator[str]:
    title = shown(award.title)
    if award.is_nameless:
        yield (
            f"“{title}”: the file gives only an address for what the badge is called, so the "
            "title is a guess; put in its name."
        )
    if award.on is None:
        yield f"“{title}”: the file does not say when it was awarded; put in the day."
    if award.is_revoked:
        yield f"“{title}”: its issuer has taken it back."
    if award.expires_on:
        yield f"“{title}”: runs out on {day(award.expires_on)}."
    yield f"“{title}”: not verified, as this app is offline."


def _read(path: Path) -> Reading:
    badges = read_badges(path)
    return Reading(
        format=FORMAT.code,
        into=partial(importing_badges, badges),
        evidence={badges.sha256: badges.contents}.__getitem__,
    )


FORMAT = Format(
    code="open-badge",
    words="A digital badge",
    endings=(".json", ".jsonld", ".png", ".svg", ".jwt", ".jws"),
    is_it=is_badge,
    read=_read,
)
