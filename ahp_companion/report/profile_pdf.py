"""HCPC's profile on paper: the two texts, the list, the activities told of, and the evidence."""

from collections.abc import Iterator

from reportlab.platypus import Flowable

from ..domain.audit import STATEMENT_WORDS, SUMMARY_WORDS
from ..domain.cpd import CpdActivity
from ..domain.profile import LIST_FILE, LIST_STANDARDS, ON_THE_FORM, Handed
from ..domain.words import count, word_count
from .activities_pdf import activities
from .document import Progress
from .flowables import caption, lead, prose
from .handed_over import BESIDE_THIS, document, in_full, left_out, place_of
from .parts import Part
from .tables import Column, Layout, Row, table

EVIDENCE = Layout(
    columns=(
        Column("No", 9),
        Column("Description", 71),
        Column("Pages or format", 27),
        Column("Standards", 20),
        Column("Where it is", 43),
    ),
    above=2,
    below=4,
    named_by=1,
)


def profile_pdf(handed: Handed, progress: Progress | None = None) -> tuple[bytes, int]:
    """Return the profile as a PDF and its number of pages, without writing anything."""
    said = "Prepared for HCPC’s audit of continuing professional development"
    return document(handed.profile, "CPD profile", said, list(_parts(handed)), progress)


def _parts(handed: Handed) -> Iterator[Part]:
    texts = handed.profile.texts
    yield _written("Practice summary", texts.practice_summary, SUMMARY_WORDS)
    yield activities(handed)
    yield _written("Personal statement", texts.personal_statement, STATEMENT_WORDS)
    if handed.profile.told:
        yield _told(handed)
    yield _evidence(handed)


def _written(title: str, words: str, most: int) -> Part:
    counted = f"{count(word_count(words), 'word')} of at most {most:,}"
    written = words.strip()
    flowables = (
        prose(written, label=counted)
        if written
        else prose(f"The {title.lower()} is not written.", label=counted)
    )
    return Part(title=title, says="", flowables=flowables, is_short=not written)


def _told(handed: Handed) -> Part:
    held = handed.profile.told
    activity = count(len(held), "activity", "activities")
    flowables: list[Flowable] = [*lead(f"{activity} chosen for the statement, oldest first.")]
    for each in held:
        flowables += in_full(handed, each, _about)
    return Part(title="Activities in full", says="", flowables=flowables)


def _about(activity: CpdActivity) -> list[str]:
    kind = ON_THE_FORM[activity.learning_type] if activity.learning_type else ""
    return [kind, activity.provider]


def _evidence(handed: Handed) -> Part:
    pages = count(handed.list_pages, "page") if handed.list_pages else "–"
    rows = [Row(("–", handed.dated_list, pages, LIST_STANDARDS, LIST_FILE))]
    rows += [
        Row(
            (
                str(row.number),
                row.description,
                row.pages,
                row.standards_in_words or "–",
                place_of(handed, row.number),
            )
        )
        for row in handed.rows
    ]
    held = count(len(handed.rows), "piece")
    said = f"{held} of evidence and the dated list." if handed.rows else "The dated list."
    return Part(
        title="Supporting evidence",
        says="",
        flowables=[
            *lead(said),
            *table(EVIDENCE, rows),
            *caption(BESIDE_THIS),
            *left_out(handed),
        ],
    )
