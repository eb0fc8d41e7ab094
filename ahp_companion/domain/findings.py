"""What would bring a question back, and what is worth a second look before a record leaves.

A finding points something out and says why it matters. Nothing is stopped by one, nothing is
altered, and none of them says anything about the person.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from . import kinds
from .audit import STATEMENT_WORDS, SUMMARY_WORDS, AuditProfile, Gap, silences
from .calendar import months_after
from .cpd import CpdActivity, learning_types
from .gosc import HOURS, HOURS_WITH_OTHERS, ONCE, THEMES, begins_on, three_years
from .identifiers import Identifier, IdentifierKind, identifiers
from .people import Person
from .portfolio import Portfolio
from .practitioner import Practitioner, Workplace
from .professions import Profession, Regulator, next_renewal
from .words import Word, count, day, duration, shortened, span, word_count

NEAR_MONTHS = 2
FEWEST, MOST = 12, 50
YEARS_BEFORE_AUDIT = 2
# How to reach people and places is what these are kept for.
REACHED = (Practitioner, Person, Workplace)
WAYS_TO_REACH = (IdentifierKind.EMAIL, IdentifierKind.PHONE, IdentifierKind.POSTCODE)


class Severity(Word):
    """How much a finding matters."""

    MUST = "must", "Would bring a question back"
    SHOULD = "should", "Worth putting right"
    REMARK = "note", "Good to know"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing pointed out: its code, how much it matters, why, and where it is."""

    code: str
    severity: Severity
    message: str
    from_on: date | None = None
    to_on: date | None = None
    record: str | None = None


def findings(
    portfolio: Portfolio,
    profession: Profession,
    *,
    from_on: date | None,
    to_on: date | None,
    on: date,
) -> tuple[Finding, ...]:
    """Return everything found in a portfolio on a day, what matters most first."""
    asked = asked_for(portfolio, profession, from_on=from_on, to_on=to_on, on=on)
    found = [each for held in portfolio.records.values() for each in held]
    return (*asked, *(each for record in found for each in identifiers_in(record)))


def asked_for(
    portfolio: Portfolio,
    profession: Profession,
    *,
    from_on: date | None,
    to_on: date | None,
    on: date,
) -> tuple[Finding, ...]:
    """Return what a regulator would ask about, must before should before note.

    Without dates the last years up to today are looked at; nothing is asked of who is on no
    register.
    """
    until = min(to_on or on, on)
    if profession.regulator is Regulator.HCPC:
        start = from_on or months_after(until, -12 * YEARS_BEFORE_AUDIT)
        found = [*_hcpc(portfolio, start, until, on), *_first_audit(portfolio, profession, on)]
    elif profession.regulator is Regulator.GOSC:
        found = [*_gosc(portfolio, from_on or begins_on(until), until, on)]
    else:
        found = []
    return tuple(sorted(found, key=_weight))


def identifiers_in(record: Any) -> tuple[Finding, ...]:
    """Return a finding for each thing in a record that could say who somebody is."""
    found = {}
    for each in identifiers(kinds.text_of(record)):
        if not (isinstance(record, REACHED) and each.kind in WAYS_TO_REACH):
            found[each.kind, each.text] = _identified(record, each)
    return tuple(found.values())


def in_window(activity: CpdActivity, from_on: date, to_on: date) -> bool:
    """Return whether any day of an activity lies in a span."""
    begun = activity.started_on
    return bool(begun and begun <= to_on and max(begun, activity.ended_on or begun) >= from_on)


def _hcpc(portfolio: Portfolio, from_on: date, to_on: date, on: date) -> Iterator[Finding]:
    everything = portfolio.all(CpdActivity)
    held = [each for each in everything if in_window(each, from_on, to_on)]
    yield from _gaps(held, portfolio.all(Gap), from_on, to_on)
    yield from _list(held)
    yield from _dates(everything, on, "A list for HCPC is in order of date, and it cannot stand in")
    for each in everything:
        if each.is_chosen and (each.started_on is None or each in held):
            yield from _chosen(each)
    yield from _texts(portfolio.all(AuditProfile))


def _gaps(
    held: list[CpdActivity], gaps: tuple[Gap, ...], from_on: date, to_on: date
) -> Iterator[Finding]:
    quiet = silences(held, gaps, from_on=from_on, to_on=to_on)
    for each in quiet:
        if not each.explained_by:
            yield Finding(
                "gap-unexplained",
                Severity.MUST,
                f"Nothing is recorded from {span(each.from_on, each.to_on)}, and nothing says why. "
                "HCPC asks about three months or more; leave, illness or a break in a sentence or "
                "two is answer enough.",
                each.from_on,
                each.to_on,
            )
    for each in silences(held, gaps, from_on=from_on, to_on=to_on, months=NEAR_MONTHS):
        if each not in quiet and not each.explained_by:
            yield Finding(
                "gap-near",
                Severity.REMARK,
                f"Nothing is recorded from {span(each.from_on, each.to_on)}. At three months HCPC "
                "would ask; perhaps something small is still to be written down.",
                each.from_on,
                each.to_on,
            )


def _list(held: list[CpdActivity]) -> Iterator[Finding]:
    number = count(len(held), "activity", "activities")
    if held and len(learning_types(held)) < 2:
        yield Finding(
            "one-learning-type",
            Severity.MUST,
            f"Your list shows fewer than two kinds of learning in {number}. HCPC asks for a "
            "mixture: two kinds are the least that can be one.",
        )
    if len(held) < FEWEST:
        yield Finding(
            "list-short",
            Severity.REMARK,
            f"Your list has {number}. HCPC names no number; most lists have {FEWEST} to {MOST}, "
            "and small things count too.",
        )
    if len(held) > MOST:
        yield Finding(
            "list-long",
            Severity.REMARK,
            f"Your list has {number}. HCPC names no number; most lists have {FEWEST} to {MOST}, "
            "and a shorter one is easier to follow.",
        )


def _dates(held: tuple[CpdActivity, ...], on: date, why: str) -> Iterator[Finding]:
    for each in held:
        if each.started_on is None:
            yield Finding(
                "activity-undated",
                Severity.MUST,
                f"{_name(each)} has no date. {why} without one.",
                record=each.id,
            )
        elif each.started_on > on:
            yield Finding(
                "activity-in-future",
                Severity.SHOULD,
                f"{_name(each)} is dated {day(each.started_on)}, which is still to come. Only what "
                "has happened counts as learning.",
                each.started_on,
                each.started_on,
                each.id,
            )


def _chosen(activity: CpdActivity) -> Iterator[Finding]:
    for code, written, what, why in (
        (
            "benefit-to-practice-missing",
            activity.benefit_to_practice.strip(),
            "how your work is better for it",
            "HCPC asks how learning improved your practice.",
        ),
        (
            "benefit-to-service-users-missing",
            activity.benefit_to_service_users.strip(),
            "how the people you see benefit",
            "HCPC asks what it did for them, or for those you teach or lead.",
        ),
        (
            "evidence-missing",
            activity.evidence,
            "what shows it",
            "A certificate, a page of your own work or a reflection is enough.",
        ),
    ):
        if not written:
            yield Finding(
                code,
                Severity.SHOULD,
                f"{_name(activity)} is chosen for your statement and does not yet say {what}. "
                f"{why}",
                record=activity.id,
            )


def _texts(profiles: tuple[AuditProfile, ...]) -> Iterator[Finding]:
    held = profiles[0] if profiles else AuditProfile(id="")
    for code, noun, text, most in (
        ("summary", "practice summary", held.practice_summary, SUMMARY_WORDS),
        ("statement", "personal statement", held.personal_statement, STATEMENT_WORDS),
    ):
        words = word_count(text)
        if not words:
            message = f"Your {noun} is not written yet. HCPC asks for one, in your own words."
            yield Finding(f"{code}-empty", Severity.MUST, message, record=held.id or None)
        if words > most:
            message = (
                f"Your {noun} has {count(words, 'word')}, {words - most:,} more than the {most:,} "
                "that HCPC takes."
            )
            yield Finding(f"{code}-too-long", Severity.MUST, message, record=held.id)


def _first_audit(portfolio: Portfolio, profession: Profession, on: date) -> Iterator[Finding]:
    owner, renewal = portfolio.practitioner, next_renewal(profession, on=on)
    if renewal is None or owner.registered_on is None:
        return
    # Who has not yet renewed once is not drawn: two years on the register come first.
    if months_after(owner.registered_on, 12 * YEARS_BEFORE_AUDIT) > renewal.opens_on:
        yield Finding(
            "not-yet-auditable",
            Severity.REMARK,
            f"You joined the register on {day(owner.registered_on)}, less than two years before "
            f"renewal opens on {day(renewal.opens_on)}. HCPC does not usually ask for a profile "
            "at a first renewal.",
            record=owner.id or None,
        )


def _gosc(portfolio: Portfolio, from_on: date, to_on: date, on: date) -> Iterator[Finding]:
    everything = portfolio.all(CpdActivity)
    held = three_years(each for each in everything if in_window(each, from_on, to_on))
    for code, minutes, hours, what in (
        ("hours-short", held.minutes, HOURS, "in three years"),
        ("hours-with-others-short", held.minutes_with_others, HOURS_WITH_OTHERS, "with others"),
    ):
        if minutes < hours * 60:
            yield Finding(
                code,
                Severity.MUST,
                f"{duration(minutes)} recorded of the {hours} hours {what} that GOsC asks for; "
                f"{duration(hours * 60 - minutes)} are still to come.",
                from_on,
                to_on,
            )
    for code, what in ONCE.items():
        if code not in held.codes:
            yield Finding(
                f"{code}-missing",
                Severity.MUST,
                f"No activity of these three years is marked as {what}. GOsC asks for one.",
                from_on,
                to_on,
            )
    for name in held.missing_themes:
        yield Finding(
            "theme-missing",
            Severity.MUST,
            f"No activity of these three years is under the theme “{name}”. GOsC asks for all "
            f"{len(THEMES)}.",
            from_on,
            to_on,
        )
    yield from _dates(everything, on, "Its hours cannot count in any three years")


def _identified(record: Any, found: Identifier) -> Finding:
    placeholder = found.kind is IdentifierKind.PLACEHOLDER
    stays = (
        " It is private: it stays here unless you choose to send private records."
        if getattr(record, "private", False)
        else ""
    )
    # The beginning is enough to find it again, and does not pass it on.
    return Finding(
        "identifier-found",
        Severity.SHOULD if placeholder else Severity.MUST,
        f"{_name(record)} holds what looks like {found.kind.label} ({found.text[:3]}…). Somebody "
        f"could be known by it; the learning stands without it.{stays}",
        record=record.id,
    )


def _name(record: Any) -> str:
    kind = kinds.of(record)
    title = shortened(kind.title(record), 60)
    # A title can itself be what should not be passed on.
    if not title or identifiers(title):
        return f"One {kind.noun}" if not isinstance(record, Practitioner) else "What is about you"
    return f"“{title}”"


def _weight(finding: Finding) -> int:
    return list(Severity).index(finding.severity)
