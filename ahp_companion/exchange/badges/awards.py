"""What a badge says of who gave it, for what and when, in each of the forms there have been.

Open Badges 1 and 2 know an assertion with a badge class; 3 knows a credential with an achievement,
alone, in a list, or inside another. What has no field of ours is kept in the badge's own words.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import islice
from typing import Any

from ...domain.words import day
from ..foreign_text import day_in, in_english, one_line

MOST_AWARDS, MOST_WITHIN, MOST_LOOKED_AT, MOST_PARTS = 500, 8, 5_000, 50
ADDRESSES = ("http://", "https://", "urn:", "did:")
INSIDE = ("verifiableCredential", "credentials", "assertions", "badges", "result", "@graph")


@dataclass(frozen=True, slots=True, kw_only=True)
class Award:
    """One badge that was given to somebody; `key` tells it from every other."""

    key: str
    title: str
    on: date | None = None
    expires_on: date | None = None
    issuer: str = ""
    narrative: str = ""
    address: str = ""
    said: tuple[tuple[str, str], ...] = ()
    is_nameless: bool = False
    is_revoked: bool = False

    @property
    def lines(self) -> list[str]:
        """Return what it says that has no field of ours, line by line."""
        runs_out = ("Runs out", day(self.expires_on))
        told = (*self.said, runs_out, ("Address", self.address))
        return [f"{name}: {words}" for name, words in told if words]


def awards_of(held: Any, otherwise: str) -> Iterator[Award]:
    """Yield every award in what a file says; `otherwise` is a title for one without a name."""
    ahead: list[tuple[Any, int]] = [(held, 0)]
    given = 0
    # What is looked at grows as it is looked at.
    for each, depth in islice(ahead, MOST_LOOKED_AT):
        made = _award(each, otherwise) if isinstance(each, dict) else None
        if made is not None:
            given += 1
            yield made
        elif depth < MOST_WITHIN:
            ahead += [(inside, depth + 1) for inside in islice(_inside(each), MOST_AWARDS)]
        if given == MOST_AWARDS:
            return


def _inside(held: Any) -> Iterator[Any]:
    """Yield what may hold an award in something that is none itself."""
    if isinstance(held, list):
        yield from held
    elif isinstance(held, dict):
        for holder in (held, _first(held.get("credentialSubject"))):
            yield from (holder[name] for name in INSIDE if holder.get(name))


def _award(held: Mapping[str, Any], otherwise: str) -> Award | None:
    achievement = _first(_first(held.get("credentialSubject")).get("achievement"))
    if achievement:
        return _credential(held, achievement, otherwise)
    if held.get("badge") is not None and ("recipient" in held or _issued(held) is not None):
        return _assertion(held, otherwise)
    return None


def _assertion(held: Mapping[str, Any], otherwise: str) -> Award:
    badge = _first(held.get("badge"))
    evidence = _parts(held.get("evidence"))
    named = one_line(in_english(badge.get("name")))
    issuer = badge.get("issuer") or held.get("issuer")
    address = held.get("badge") if isinstance(held.get("badge"), str) else badge.get("id")
    return Award(
        key=_key(held),
        title=named or _called(evidence) or otherwise,
        on=_issued(held),
        expires_on=day_in(held.get("expires")),
        issuer=_issuer(issuer),
        narrative=_narrative(held, evidence),
        address=_address(held.get("id")) or _address(address),
        said=(
            ("Description", in_english(badge.get("description"))),
            ("Criteria", _criteria(badge.get("criteria"))),
            ("Evidence", _evidence_words(evidence)),
            ("Tags", _joined(badge.get("tags"))),
            ("In line with", _alignment(badge.get("alignment"))),
        ),
        is_nameless=not named,
        is_revoked=held.get("revoked") is True,
    )


def _credential(held: Mapping[str, Any], achievement: Mapping[str, Any], otherwise: str) -> Award:
    subject = _first(held.get("credentialSubject"))
    evidence = _parts(held.get("evidence"))
    named = one_line(in_english(achievement.get("name")) or in_english(held.get("name")))
    creator = achievement.get("creator")
    return Award(
        key=_key(held),
        title=named or _called(evidence) or otherwise,
        on=_issued(held),
        expires_on=day_in(held.get("validUntil")) or day_in(held.get("expirationDate")),
        issuer=_issuer(held.get("issuer")) or _issuer(creator),
        narrative=_narrative(subject, evidence),
        address=_address(held.get("id")) or _address(achievement.get("id")),
        said=(
            ("Description", in_english(achievement.get("description"))),
            ("About it", in_english(held.get("description"))),
            ("Criteria", _criteria(achievement.get("criteria"))),
            ("Evidence", _evidence_words(evidence)),
            ("Credits", _number(subject.get("creditsEarned", achievement.get("creditsAvailable")))),
            ("Kind", one_line(in_english(achievement.get("achievementType")))),
            ("Code", one_line(in_english(achievement.get("humanCode")))),
            ("Field", one_line(in_english(achievement.get("fieldOfStudy")))),
            ("From", day(day_in(subject.get("activityStartDate")))),
            ("To", day(day_in(subject.get("activityEndDate")))),
            ("Result", _results(subject.get("result"))),
            ("Tags", _joined(achievement.get("tag"))),
            ("In line with", _alignment(achievement.get("alignment"))),
        ),
        is_nameless=not named,
    )


def _issued(held: Mapping[str, Any]) -> date | None:
    names = ("awardedDate", "issuedOn", "issued_on", "validFrom", "issuanceDate", "issued")
    return next((on for on in (day_in(held.get(name)) for name in names) if on), None)


def _key(held: Mapping[str, Any]) -> str:
    """Return what tells an award from others: the address it is known by, else all it says."""
    for name in ("id", "uid"):
        known_by = one_line(held[name]) if isinstance(held.get(name), str) else ""
        # A bare number is only its issuer's own.
        if known_by:
            return known_by if known_by.startswith(ADDRESSES) else f"{known_by} {_issued(held)}"
    return json.dumps(held, sort_keys=True)


def _issuer(held: Any) -> str:
    found = _first(held)
    name = one_line(in_english(found.get("name") or found.get("org")))
    return (
        name
        or one_line(in_english(found.get("id") or found.get("origin")))
        or (one_line(in_english(held)) if isinstance(held, str) else "")
    )


def _narrative(held: Mapping[str, Any], evidence: list[tuple[str, str]]) -> str:
    own = in_english(held.get("narrative"))
    return "\n\n".join(words for words in (own, *(words for _, words in evidence)) if words)


def _evidence_words(evidence: list[tuple[str, str]]) -> str:
    return "; ".join(name for name, _ in evidence if name)


def _called(evidence: list[tuple[str, str]]) -> str:
    """Return what the first piece of evidence is called, if it is more than an address."""
    return next((name for name, _ in evidence if name and not name.startswith(ADDRESSES)), "")


def _parts(held: Any) -> list[tuple[str, str]]:
    """Return pieces of evidence: what each is called, or where it is, and its words."""
    found = []
    for each in (held if isinstance(held, list) else [held])[:MOST_PARTS]:
        if isinstance(each, str):
            found.append((one_line(each), ""))
        elif isinstance(each, dict):
            texts = (in_english(each.get(key)) for key in ("narrative", "description"))
            named = in_english(each.get("name")) or _address(each.get("id"))
            found.append((one_line(named), "\n".join(text for text in texts if text)))
    return found


def _criteria(held: Any) -> str:
    found = _first(held)
    told = [in_english(found.get("narrative")), _address(found.get("id"))]
    if isinstance(held, str):
        told.append(one_line(held))
    return "\n".join(dict.fromkeys(words for words in told if words))


def _alignment(held: Any) -> str:
    named = []
    for each in (held if isinstance(held, list) else [held])[:MOST_PARTS]:
        found = _first(each)
        named.append(one_line(in_english(found.get("targetName") or found.get("name"))))
    return "; ".join(name for name in named if name)


def _results(held: Any) -> str:
    told = []
    for each in (held if isinstance(held, list) else [held])[:MOST_PARTS]:
        found = _first(each)
        told += [_number(found.get("value")), one_line(in_english(found.get("status")))]
    return "; ".join(words for words in told if words)


def _joined(held: Any) -> str:
    words = held if isinstance(held, list) else [held]
    return ", ".join(one_line(each) for each in words[:MOST_PARTS] if isinstance(each, str))


def _number(held: Any) -> str:
    if isinstance(held, int | float) and not isinstance(held, bool) and abs(held) < 1e9:
        return f"{held:g}"
    return one_line(held) if isinstance(held, str) else ""


def _address(held: Any) -> str:
    return one_line(held) if isinstance(held, str) and held.startswith(ADDRESSES[:2]) else ""


def _first(held: Any) -> Mapping[str, Any]:
    """Return the first object in what may be one or a list of them; an empty one for neither."""
    found = held[0] if isinstance(held, list) and held else held
    return found if isinstance(found, dict) else {}
