"""What would bring a question back, and what is worth a second look before a record leaves.

A finding points something out and says why it matters. Nothing is stopped by one, nothing is
altered, and none of them says anything about the person.
"""

from collections.abc import Iterator, Mapping
from datetime import date

from .audit import STATEMENT_WORDS, SUMMARY_WORDS, AuditProfile, Gap, silences
from .audit_window import YEARS_BEFORE_AUDIT, audit_window
from .calendar import months_after
from .cpd import CpdActivity, in_window, learning_types
from .evidence import Evidence
from .evidence_looks import EvidenceLook
from .finding import Finding, Severity
from .gosc import HOURS, HOURS_WITH_OTHERS, ONCE, THEMES, begins_on, three_years
from .identified import identified, known_as
from .portfolio import Portfolio
from .professions import Profession, Regulator
from .statement import FEWEST_CHOSEN, MOST_CHOSEN, evidence_for
from .words import count, day, duration, span, word_count

NEAR_MONTHS = 2
FEWEST, MOST = 12, 50
PRIVATE_IN_GAP = " What you have in it is private, and stays here when your list leaves."


def findings(
    portfolio: Portfolio,
    profession: Profession,
    *,
    from_on: date | None,
    to_on: date | None,
    on: date,
    looks: Mapping[str, EvidenceLook] | None = None,
) -> tuple[Finding, ...]:
    """Return everything found in a portfolio on a day, what matters most first.

    `looks` are what was seen in its files of evidence, by SHA-256.
    """
    asked = asked_for(portfolio, profession, from_on=from_on, to_on=to_on, on=on)
    return (*asked, *identified(portfolio, looks))


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


def _hcpc(portfolio: Portfolio, from_on: date, to_on: date, on: date) -> Iterator[Finding]:
    everything = portfolio.all(CpdActivity)
    in_time = [each for each in everything if in_window(each, from_on, to_on)]
    # What is private stays when the list leaves, and what stays fills no gap in it.
    held = [each for each in in_time if not each.private]
    private = [each for each in in_time if each.private]
    yield from _gaps(held, private, portfolio.all(Gap), from_on, to_on)
    yield from _list(held)
    yield from _dates(everything, on, "A list for HCPC is in order of date, and it cannot stand in")
    chosen = [
        each for each in everything if each.is_chosen and (not each.started_on or each in in_time)
    ]
    for each in chosen:
        yield from _chosen(each)
    yield from _number_chosen(len(chosen), sum(each.is_chosen for each in everything))
    yield from _standards(portfolio, chosen)
    yield from _texts(portfolio.all(AuditProfile))


def _gaps(
    held: list[CpdActivity],
    private: list[CpdActivity],
    gaps: tuple[Gap, ...],
    from_on: date,
    to_on: date,
) -> Iterator[Finding]:
    quiet = silences(held, gaps, from_on=from_on, to_on=to_on)
    for each in quiet:
        if not each.explained_by:
            is_private = any(in_window(one, each.from_on, each.to_on) for one in private)
            yield Finding(
                "gap-unexplained",
                Severity.MUST,
                f"Nothing is recorded from {span(each.from_on, each.to_on)}, and nothing says why. "
                "HCPC asks about three months or more; leave, illness or a break in a sentence or "
                f"two is answer enough.{PRIVATE_IN_GAP if is_private else ''}",
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
                f"{known_as(each)} has no date. {why} without one.",
                record=each.id,
            )
        elif each.started_on > on:
            yield Finding(
                "activity-in-future",
                Severity.SHOULD,
                f"{known_as(each)} is dated {day(each.started_on)}, which is still to come. Only "
                "what has happened counts as learning.",
                each.started_on,
                each.started_on,
                each.id,
            )


def _number_chosen(number: int, ever: int) -> Iterator[Finding]:
    usual = range(FEWEST_CHOSEN, MOST_CHOSEN + 1)
    # A statement can be written without choosing any; and over fewer years than an audit looks
    # at, a choice that is whole seems short.
    if number and number not in usual and ever not in usual:
        yield Finding(
            "chosen-number",
            Severity.REMARK,
            f"{count(number, 'activity is', 'activities are')} chosen for your statement. Most "
            f"tell of {FEWEST_CHOSEN} to {MOST_CHOSEN}, each in some depth.",
        )


def _standards(portfolio: Portfolio, chosen: list[CpdActivity]) -> Iterator[Finding]:
    for each in evidence_for(portfolio.all(Evidence), chosen):
        if not each.standards:
            yield Finding(
                "evidence-standards-missing",
                Severity.REMARK,
                f"{known_as(each)} goes with your profile and does not yet say which standards it "
                "bears on. The form has a column for them.",
                record=each.id,
            )


def _chosen(activity: CpdActivity) -> Iterator[Finding]:
    if activity.private:
        yield Finding(
            "chosen-private",
            Severity.SHOULD,
            f"{known_as(activity)} is chosen for your statement and is private, so it stays here "
            "when your profile leaves.",
            record=activity.id,
        )
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
                f"{known_as(activity)} is chosen for your statement and does not yet say {what}. "
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
    owner, window = portfolio.practitioner, audit_window(portfolio, profession, on=on)
    if not (window and window.renewal and window.earliest):
        return
    if window.earliest.opens_on > window.renewal.opens_on:
        yield Finding(
            "not-yet-auditable",
            Severity.REMARK,
            f"You joined the register on {day(owner.registered_on)}, less than two years before "
            f"renewal opens on {day(window.renewal.opens_on)}. HCPC does not usually ask for a "
            "profile at a first renewal. The first at which it could opens on "
            f"{day(window.earliest.opens_on)}.",
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
                f"{duration(minutes)} recorded of the {hours} hours {what} that GOsC asks for. "
                f"Still to come: {duration(hours * 60 - minutes)}.",
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


def _weight(finding: Finding) -> int:
    return list(Severity).index(finding.severity)
