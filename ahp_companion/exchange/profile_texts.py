"""One text for each field of a regulator's form: as typed, without markup, ready to paste."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from ..domain.cpd import CpdActivity
from ..domain.gosc import ONCE, THEMES, is_under, three_years
from ..domain.profile import (
    LIST_FILE,
    LIST_STANDARDS,
    ON_THE_FORM,
    Handed,
    Pause,
    Profile,
    dated_list,
)
from ..domain.statement import EvidenceRow
from ..domain.words import count, duration, sentence, span

BETWEEN = " – "
APART = "\n\n"


def field_texts(handed: Handed) -> dict[str, str]:
    """Return the name of each file with its text, in the order of the form; one may be empty."""
    return _hcpc(handed) if handed.profile.is_for_hcpc else _gosc(handed)


def write_texts(folder: Path, texts: Mapping[str, str]) -> tuple[str, ...]:
    """Write a file for each text into a folder, and return the names of those that are empty.

    UTF-8 with one sort of line end, whatever sort was typed or brought in.
    """
    for name, words in texts.items():
        plain = words.replace("\r\n", "\n").replace("\r", "\n").strip()
        (folder / name).write_text(f"{plain}\n" if plain else "", encoding="utf-8", newline="\n")
    return tuple(name for name, words in texts.items() if not words.strip())


def _hcpc(handed: Handed) -> dict[str, str]:
    profile = handed.profile
    return {
        "1-full-name.txt": profile.practitioner.name,
        "2-profession.txt": profile.profession.name,
        "3-cpd-number.txt": profile.texts.cpd_number,
        "4-summary-of-practice.txt": profile.texts.practice_summary,
        "5-personal-statement.txt": profile.texts.personal_statement,
        "6-supporting-evidence.txt": "\n".join(
            [_list_row(handed), *_evidence(handed, standards=True)]
        ),
        "7-activities.txt": _activities(profile),
    }


def _gosc(handed: Handed) -> dict[str, str]:
    profile = handed.profile
    held = three_years(profile.activities)
    hours = f"{duration(held.minutes)}, {duration(held.minutes_with_others)} of it with others"
    once = APART.join(_marked(profile, code, sentence(words)) for code, words in ONCE.items())
    themes = APART.join(
        _marked(profile, code, f"{code}: {words}") for code, words in THEMES.items()
    )
    return {
        "1-full-name.txt": profile.practitioner.name,
        "2-registration-number.txt": profile.practitioner.registration_number,
        "3-hours.txt": hours,
        "4-themes.txt": themes,
        "5-particular-activities.txt": once,
        "6-supporting-evidence.txt": "\n".join(_evidence(handed, standards=False)),
        "7-activities.txt": _activities(profile),
    }


def _list_row(handed: Handed) -> str:
    pages = count(handed.list_pages, "page") if handed.list_pages else LIST_FILE
    return BETWEEN.join((handed.dated_list, pages, LIST_STANDARDS))


def _evidence(handed: Handed, *, standards: bool) -> Iterable[str]:
    for row in handed.rows:
        parts = [str(row.number), _one_line(row.description), row.pages]
        yield BETWEEN.join([*parts, *_standards(row)] if standards else parts)


def _standards(row: EvidenceRow) -> Iterable[str]:
    if row.standards:
        yield row.standards_in_words


def _activities(profile: Profile) -> str:
    said = (
        _pause(each) if isinstance(each, Pause) else _activity(profile, each)
        for each in dated_list(profile)
    )
    return APART.join(said)


def _activity(profile: Profile, activity: CpdActivity) -> str:
    kind = activity.learning_type
    words = (ON_THE_FORM[kind] if profile.is_for_hcpc else kind.label) if kind else ""
    hours = "" if profile.is_for_hcpc else _hours(activity)
    said = ", ".join(each for each in (words, hours) if each)
    lines = (span(activity.started_on, activity.ended_on), said, _one_line(_title(activity)))
    return "\n".join(each for each in lines if each)


def _hours(activity: CpdActivity) -> str:
    others = activity.minutes_with_others
    with_others = f"{duration(others)} of it with others" if others else ""
    return ", ".join(each for each in (duration(activity.minutes), with_others) if each)


def _pause(pause: Pause) -> str:
    silent = "No activities" if pause.is_silent else ""
    lines = (span(pause.from_on, pause.to_on), silent, _one_line(pause.why))
    return "\n".join(each for each in lines if each)


def _marked(profile: Profile, code: str, words: str) -> str:
    under = [each for each in profile.activities if is_under(each, code)]
    found = [f"{span(each.started_on, each.ended_on)}, {_one_line(_title(each))}" for each in under]
    return "\n".join([words, *(found or ["Nothing is recorded under it."])])


def _title(activity: CpdActivity) -> str:
    return activity.title.strip() or "Without a title"


def _one_line(words: str) -> str:
    return " ".join(words.split())
