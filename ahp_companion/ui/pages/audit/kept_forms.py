"""What is kept of an audit, opened: a version of the profile, and one export of the ledger."""

from collections.abc import Iterable
from datetime import datetime
from functools import partial

from ....domain import kinds
from ....domain.audit import ProfileVersion
from ....domain.cpd import CpdActivity
from ....domain.evidence import Evidence, size_in_words
from ....domain.exports import Export
from ....domain.words import count, day, listed, sentence, shortened, span, word_count
from ...desk import Desk
from ...entry_row import Entry
from ...export_formats import FORMATS
from ...fields.moments import Day
from ...fields.texts import Line, Text
from ...forms import Field
from ...session import Session
from .shown import Said, SaidAtLength

CALLED = {each.code: each.words for each in FORMATS}
# Enough of a fingerprint to tell two files apart, in fours.
FIGURES = 12


def version_fields(desk: Desk) -> tuple[Field, ...]:
    """Return the form of a version: why it is kept, what came of it, and the texts to read."""
    texts = (
        ("practice_summary", "Practice summary, as it was"),
        ("personal_statement", "Personal statement, as it was"),
    )
    return (
        Field(
            name="words",
            label="Why you keep it",
            help="A word or two: sent off, before Ffion read it, the first draft.",
            make=Line,
        ),
        Field(name="on", label="The day", make=Day),
        Field(name="asked", label="What they asked further", make=Text),
        Field(name="answer", label="What I answered", make=Text),
        *(
            Field(name=name, label=label, make=SaidAtLength, shown=partial(_has, name))
            for name, label in texts
        ),
        Field(
            name="went_with_it",
            label="What went with it",
            make=Said,
            read=partial(went_with, desk.session),
            shown=_has_company,
        ),
    )


def export_fields() -> tuple[Field, ...]:
    """Return the form of one export: to whom in the owner's words, and what was written down."""
    return (
        Field(
            name="to_whom",
            label="To whom, or what for",
            help="In your words; the rest was written down as it left.",
            make=Line,
        ),
        Field(name="left", label="When and what", make=Said, read=_left),
        Field(name="held", label="What it held", make=Said, read=_held),
        Field(name="files", label="Files, each with its fingerprint", make=Said, read=_files),
    )


def version_entry(version: ProfileVersion) -> Entry:
    """Return what the list says of a version."""
    words = count(word_count(version.personal_statement), "word")
    asked = "asked further and answered" if version.answer.strip() else "asked further"
    parts = (
        day(version.on),
        f"statement {words}",
        asked if version.asked.strip() else "",
    )
    return Entry(
        record=version,
        title=shortened(version.words) or "A version of the profile",
        detail=" · ".join(part for part in parts if part),
    )


def export_entry(export: Export) -> Entry:
    """Return what the ledger says of an export."""
    to_whom = shortened(export.to_whom)
    return Entry(
        record=export,
        title=export.name.strip() or _format(export),
        detail=" · ".join(part for part in (_moment(export), _format(export), to_whom) if part),
    )


def went_with(session: Session, version: ProfileVersion) -> str:
    """Return the activities and evidence of a version by name, a line each."""
    held = [("Told of", _names(session, CpdActivity, version.activities))]
    held.append(("Evidence", _names(session, Evidence, version.evidence)))
    return "\n".join(f"{words}: {'; '.join(names)}" for words, names in held if names)


def _names(session: Session, record: type, wanted: Iterable[str]) -> list[str]:
    found = [session.get(record, each) for each in wanted]
    kind = kinds.BY_RECORD[record]
    return [kind.title(each) or f"untitled {kind.noun}" for each in found if each is not None]


def _has(name: str, version: ProfileVersion) -> bool:
    return bool(getattr(version, name).strip())


def _has_company(version: ProfileVersion) -> bool:
    return bool(version.activities or version.evidence)


def _left(export: Export) -> str:
    dates = span(export.from_on, export.to_on)
    private = "with private records" if export.included_private else "without private records"
    parts = (_moment(export), _format(export), f"records of {dates}" if dates else "", private)
    return ", ".join(part for part in parts if part)


def _held(export: Export) -> str:
    words = []
    for name, number in export.held.items():
        kind = kinds.BY_NAME.get(name)
        if kind and number.isdecimal():
            words.append(count(int(number), kind.noun, kind.nouns))
    return sentence(listed(words)) or "Not written down"


def _files(export: Export) -> str:
    size = f" · {size_in_words(export.size)}" if export.size and len(export.files) == 1 else ""
    lines = [f"{name} · {_short(sha256)}{size}" for name, sha256 in export.files.items()]
    return "\n".join(lines) or "Not written down"


def _short(sha256: str) -> str:
    figures = sha256[:FIGURES]
    return " ".join(figures[at : at + 4] for at in range(0, len(figures), 4))


def _format(export: Export) -> str:
    return CALLED.get(export.format) or sentence(export.format.replace("-", " "))


def _moment(export: Export) -> str:
    try:
        at = datetime.fromisoformat(export.at).astimezone()
    except ValueError:
        return day(export.on)
    return f"{day(at.date())}, {at:%H:%M}"
