"""CPD: the log, the profile's texts, the activities in detail, the gaps."""

from ...domain.audit import AuditProfile, Gap
from ...domain.cpd import CpdActivity
from ...domain.words import duration, listed, span
from .filling import Fill, Filling, Rows


def log(filling: Filling) -> Rows:
    """Return every activity that may leave, oldest first."""
    return [
        (
            span(each.started_on, each.ended_on) or "No date yet",
            "\n".join(part for part in (each.title, each.what_i_learnt) if part.strip()),
            each.learning_type.label if each.learning_type else "",
            listed([pillar.label for pillar in each.pillars]),
            duration(each.minutes),
        )
        for each in filling.portfolio.all(CpdActivity)
    ]


def in_detail(filling: Filling) -> Rows:
    """Return the activities chosen for the statement, with what came of them."""
    return [
        (each.title, each.benefit_to_practice, each.benefit_to_service_users)
        for each in filling.portfolio.all(CpdActivity)
        if each.is_chosen
    ]


def gaps(filling: Filling) -> Rows:
    """Return the months with nothing in them that were explained."""
    return [
        (span(each.from_on, each.to_on), each.explanation) for each in filling.portfolio.all(Gap)
    ]


def summary(filling: Filling) -> str:
    """Return the practice summary."""
    return "".join(each.practice_summary for each in filling.portfolio.all(AuditProfile)[:1])


def statement(filling: Filling) -> str:
    """Return the personal statement."""
    return "".join(each.personal_statement for each in filling.portfolio.all(AuditProfile)[:1])


FILLS: dict[str, Fill] = {
    "cpd": log,
    "cpd.chosen": in_detail,
    "gaps": gaps,
    "profile.summary": summary,
    "profile.statement": statement,
}
