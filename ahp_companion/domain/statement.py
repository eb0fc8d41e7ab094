"""The personal statement put together: what its owner typed, in the order they chose, no more.

Nothing is worded here. A title, an answer and the name of an objective stand as they were
written; what was not written is not there.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from .audit import Arrangement
from .cpd import CpdActivity, in_window
from .evidence import Evidence, InProfile
from .evidence_looks import EvidenceLook
from .plan import Objective
from .words import count

# HCPC, "How to complete your CPD profile": four to six activities, told in some depth.
FEWEST_CHOSEN, MOST_CHOSEN = 4, 6
# Each question of the statement, the field that answers it, and the standards it speaks to.
QUESTIONS = (
    ("what_i_did", "What was it?", ("1", "2")),
    ("what_i_learnt", "What did I learn?", ("2",)),
    ("benefit_to_practice", "How is my work better for it?", ("3",)),
    ("benefit_to_service_users", "How do the people I see benefit?", ("4",)),
)
BETWEEN = "\n\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """One paragraph: its heading and words, both as typed, and the standards they speak to."""

    heading: str
    words: str
    standards: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceRow:
    """One row of the table of evidence as the regulator's form has it."""

    number: int
    evidence: Evidence
    pages: str
    standards: tuple[str, ...]

    @property
    def description(self) -> str:
        """Return what it is called."""
        return self.evidence.title.strip() or self.evidence.file_name

    @property
    def standards_in_words(self) -> str:
        """Return the standards as the form has them, "2, 3"."""
        return ", ".join(self.standards)


def chosen_for_statement(
    activities: Iterable[CpdActivity], *, from_on: date, to_on: date
) -> tuple[CpdActivity, ...]:
    """Return the activities chosen for the statement that lie in a span, oldest first."""
    return tuple(
        sorted(
            (each for each in activities if each.is_chosen and in_window(each, from_on, to_on)),
            key=_begun,
        )
    )


def paragraphs(
    activities: Sequence[CpdActivity],
    arranged_by: Arrangement,
    objectives: Iterable[Objective] = (),
) -> tuple[Paragraph, ...]:
    """Return the paragraphs of a statement in an arrangement.

    By activity, each activity's answers stand together. By standard, first what was done and
    learnt stands for all of them, then what it did for practice, then for service users. By plan,
    activities stand under the objectives that they served, and those that served none at the end.
    """
    if arranged_by is Arrangement.STANDARD:
        parts = (QUESTIONS[:2], QUESTIONS[2:3], QUESTIONS[3:])
        found = [_paragraph(each, part) for part in parts for each in activities]
    elif arranged_by is Arrangement.PLAN:
        found = list(_by_plan(activities, tuple(objectives)))
    else:
        found = [_paragraph(each, QUESTIONS) for each in activities]
    return tuple(each for each in found if each.words)


def assembled(
    activities: Sequence[CpdActivity],
    arranged_by: Arrangement,
    objectives: Iterable[Objective] = (),
) -> str:
    """Return a statement of what was typed alone, a blank line between paragraphs."""
    return BETWEEN.join(
        f"{each.heading}\n{each.words}" if each.heading else each.words
        for each in paragraphs(activities, arranged_by, objectives)
    )


def evidence_for(
    pieces: Iterable[Evidence], activities: Iterable[CpdActivity]
) -> tuple[Evidence, ...]:
    """Return the evidence that goes with a profile, in the order of the activities it is for.

    What the chosen activities name, unless it never goes, and what always goes after that.
    """
    by_id = {each.id: each for each in pieces}
    linked = [by_id[each] for activity in activities for each in activity.evidence if each in by_id]
    always = [each for each in by_id.values() if each.in_profile is InProfile.ALWAYS]
    found = {each.id: each for each in (*linked, *always)}
    return tuple(each for each in found.values() if each.in_profile is not InProfile.NEVER)


def evidence_rows(
    pieces: Iterable[Evidence], looks: dict[str, EvidenceLook]
) -> tuple[EvidenceRow, ...]:
    """Return the rows of the table of evidence, numbered from one."""
    return tuple(
        EvidenceRow(
            number=number,
            evidence=each,
            pages=pages_or_format(each, looks.get(each.sha256)),
            standards=tuple(sorted(each.standards)),
        )
        for number, each in enumerate(pieces, start=1)
    )


def pages_or_format(evidence: Evidence, look: EvidenceLook | None) -> str:
    """Return how many pages a piece of evidence has, or what sort of file it is: "3 pages"."""
    if look and look.pages:
        return count(look.pages, "page")
    ending = evidence.file_name.rpartition(".")[2]
    if evidence.media_type.startswith("image/"):
        return "1 picture"
    return f"{ending.upper()} file" if ending and "." in evidence.file_name else "File"


def _paragraph(
    activity: CpdActivity, questions: Sequence[tuple[str, str, tuple[str, ...]]], under: str = ""
) -> Paragraph:
    said = [
        (str(getattr(activity, field)).strip(), standards) for field, _words, standards in questions
    ]
    said = [(words, standards) for words, standards in said if words]
    title = activity.title.strip()
    heading = f"{under}\n{title}" if under and title else under or title
    return Paragraph(
        heading=heading,
        words=BETWEEN.join(words for words, _ in said),
        standards=tuple(sorted({each for _, standards in said for each in standards})),
    )


def _by_plan(
    activities: Sequence[CpdActivity], objectives: Sequence[Objective]
) -> Iterable[Paragraph]:
    known = {each.id: each.title.strip() for each in objectives}
    served = [each for each in known if any(held.objective == each for held in activities)]
    for objective in served:
        under = known[objective]
        for each in activities:
            if each.objective == objective:
                yield _paragraph(each, QUESTIONS, under)
                # The objective is named once, above the first activity that served it.
                under = ""
    for each in activities:
        if each.objective not in known:
            yield _paragraph(each, QUESTIONS)


def _begun(activity: CpdActivity) -> tuple[date, str]:
    return activity.started_on or date.max, activity.id
