"""The practice summary and the personal statement, in their owner's own words."""

from reportlab.platypus import Flowable

from ...domain.audit import STATEMENT_WORDS, SUMMARY_WORDS, AuditProfile
from ...domain.professions import Regulator
from ...domain.words import count, word_count
from ..flowables import Mark, meta, prose, record_heading
from ..parts import Part
from ..selection import Selection
from ..styles import ANSWER


def profile(selection: Selection) -> Part | None:
    """Return the part with the two texts; None where neither has words."""
    held = selection.portfolio.all(AuditProfile)
    flowables: list[Flowable] = []
    for each in held:
        flowables += _written(selection, "Practice summary", each.practice_summary, SUMMARY_WORDS)
        flowables += _written(
            selection, "Personal statement", each.personal_statement, STATEMENT_WORDS
        )
    if not flowables:
        return None
    is_hcpc = selection.regulator is Regulator.HCPC
    return Part(
        title="My HCPC CPD profile" if is_hcpc else "My practice",
        says="Practice summary and personal statement",
        flowables=flowables,
        is_short=True,
    )


def _written(selection: Selection, title: str, words: str, most: int) -> list[Flowable]:
    if not words.strip():
        return []
    counted = count(word_count(words), "word")
    if selection.regulator is Regulator.HCPC:
        counted += f"; HCPC asks for up to {most:,}"
    mark = Mark(key=f"profile.{title}", title=title, level=1)
    return [*record_heading(title, "", mark), *meta([counted]), *prose(words, ANSWER)]
