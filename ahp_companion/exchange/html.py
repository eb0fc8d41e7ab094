"""The portfolio as one HTML file, for reading without the app: no scripts, nothing fetched."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from html import escape
from pathlib import Path
from typing import Any

from ..domain import kinds
from ..domain.evidence import Evidence
from ..domain.frameworks import Catalogue
from ..domain.kinds import KINDS, Kind
from ..domain.left_out import private_words, staying
from ..domain.portfolio import Choice, Leaving, Portfolio, chosen
from ..domain.records import linked_ids, shapes
from ..domain.words import day, sentence
from ..domain.workbooks import WorkbookAnswer, Worksheet
from .field_words import answers_in_words, field_words, in_workbook_order, value_words
from .html_style import STYLE
from .whole_file import written_whole

# The order people read a portfolio in. What belongs to a record stands inside it; what has lost
# its owner, or never had one, stands in the section of its kind.
SECTIONS = (
    ("About me", ("practitioner", "workplace", "qualification", "training")),
    ("My practice",
     ("scope_sheet", "scope_line", "delegation", "competence_framework", "competence")),
    ("People", ("person", "contact")),
    (
        "Preceptorship",
        ("preceptorship", "adjustment", "agreement", "placement", "preceptor_change", "milestone",
         "strength", "need", "objective", "updating", "recheck", "equivalent", "time_agreement",
         "protected_time", "theme", "improvement", "ending", "opportunity"),
    ),
    ("Meetings outside a preceptorship", ("meeting", "action")),
    ("Workbooks", ("worksheet", "workbook_answer")),
    ("Confidence", ("rated_statement", "confidence_rating")),
    ("Reflections", ("reflection", "addition")),
    ("CPD", ("cpd_activity",)),
    ("For the audit", ("audit_profile", "gap")),
    ("Evidence", ("evidence",)),
)  # fmt: skip
TABLED = frozenset(
    {"qualification", "milestone", "time_agreement", "protected_time", "action",
     "confidence_rating", "gap", "training", "contact", "updating", "competence", "scope_line"}
)  # fmt: skip
DEEPEST = 6
LEFT_OUT = "What was left out"
UNPRINTABLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff￾￿]")


@dataclass(frozen=True, slots=True)
class Page:
    """What every part of the page needs: the records that leave, by id and by owner."""

    catalogue: Catalogue
    by_id: dict[str, Any]
    owned: dict[str, list[Any]]


def write_html(
    out: Path, portfolio: Portfolio, catalogue: Catalogue, choice: Choice, *, on: date
) -> int:
    """Write what leaves by a choice as one page, and return how many records are on it.

    Raises ProblemError when the place cannot be written to.
    """
    leaving = chosen(portfolio, choice)
    stays = list(_left_out(leaving, portfolio, choice))
    whole = page(leaving.portfolio, catalogue, on=on, stays=stays)
    with written_whole(out) as unfinished:
        unfinished.write_text(whole, encoding="utf-8", newline="\n")
    return sum(leaving.portfolio.counts.values())


def page(portfolio: Portfolio, catalogue: Catalogue, *, on: date, stays: Sequence[str] = ()) -> str:
    """Return a portfolio as a whole HTML document; `stays` are lines on what was left out."""
    everything = _page(portfolio, catalogue)
    name = portfolio.practitioner.name or "Portfolio"
    parts = [(title, list(_section(everything, names))) for title, names in SECTIONS]
    parts = [(title, lines) for title, lines in [*parts, (LEFT_OUT, list(stays))] if lines]
    return "\n".join(
        [
            "<!DOCTYPE html>",
            '<html lang="en-GB">',
            *_head(name),
            "<body>",
            "<header>",
            f"<h1>{text(name)}</h1>",
            f'<p class="quiet">{text(_subtitle(portfolio, catalogue))}</p>',
            f'<p class="quiet">As it was on {day(on)}</p>',
            "</header>",
            *_contents([title for title, _ in parts]),
            "<main>",
            *(line for title, lines in parts for line in _titled(title, lines)),
            "</main>",
            "</body>",
            "</html>",
            "",
        ]
    )


def _left_out(leaving: Leaving, whole: Portfolio, choice: Choice) -> Iterator[str]:
    yield f"<p>{text(private_words(leaving, choice))}</p>"
    stays = staying(leaving, whole, choice)
    if stays:
        yield f'<div class="wide" role="region" aria-label="{LEFT_OUT}" tabindex="0"><table>'
        heads = "".join(f'<th scope="col">{head}</th>' for head in ("What", "How many", "Why"))
        yield f"<tr>{heads}</tr>"
        for each in stays:
            cells = (text(words) for words in (each.what, each.how_many, each.why))
            yield f"<tr>{''.join(f'<td>{words}</td>' for words in cells)}</tr>"
        yield "</table></div>"


def text(words: str) -> str:
    """Return text as it stands in a page: markup escaped, what cannot be shown left out."""
    return escape(UNPRINTABLE.sub("", words))


def _page(portfolio: Portfolio, catalogue: Catalogue) -> Page:
    by_id = {each.id: each for held in portfolio.records.values() for each in held}
    owned: dict[str, list[Any]] = {}
    for record in by_id.values():
        owner = _owner(record)
        if owner in by_id:
            owned.setdefault(owner, []).append(record)
    return Page(catalogue, by_id, owned)


def _owner(record: Any) -> str:
    return next((each for shape, each in linked_ids(record) if shape.owned), "")


def _head(name: str) -> list[str]:
    return [
        "<head>",
        '<meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        # Even a page that someone tampers with fetches nothing and runs nothing.
        '<meta http-equiv="Content-Security-Policy" '
        "content=\"default-src 'none'; style-src 'unsafe-inline'\">",
        f"<title>{text(name)}: portfolio</title>",
        f"<style>{STYLE}</style>",
        "</head>",
    ]


def _subtitle(portfolio: Portfolio, catalogue: Catalogue) -> str:
    owner = portfolio.practitioner
    profession = catalogue.professions.get(owner.profession)
    parts = (owner.job_title, profession.name if profession else "", owner.registration_number)
    return " · ".join(part for part in parts if part)


def _contents(titles: list[str]) -> list[str]:
    links = [f'<li><a href="#{_anchor(title)}">{text(title)}</a></li>' for title in titles]
    return ['<nav aria-label="Contents">', "<ul>", *links, "</ul>", "</nav>"]


def _titled(title: str, lines: list[str]) -> list[str]:
    anchor = _anchor(title)
    opening = f'<section aria-labelledby="{anchor}"><h2 id="{anchor}">{text(title)}</h2>'
    return [opening, *lines, "</section>"]


def _section(page: Page, names: Iterable[str]) -> Iterator[str]:
    for number, name in enumerate(names):
        kind = kinds.BY_NAME[name]
        of_kind = [
            each
            for each in page.by_id.values()
            if kinds.of(each) is kind and _owner(each) not in page.by_id
        ]
        # The section's own heading stands for its first kind.
        yield from _of_kind(page, kind, of_kind, 3, is_headed=number > 0)


def _of_kind(
    page: Page, kind: Kind, records: list[Any], level: int, *, is_headed: bool
) -> Iterator[str]:
    if records and is_headed:
        yield f"<h{level}>{text(sentence(kind.nouns))}</h{level}>"
        level = min(level + 1, DEEPEST)
    if records and kind.name in TABLED:
        yield from _table(page, kind, records)
    else:
        for record in records:
            yield from _article(page, kind, record, level)


def _article(page: Page, kind: Kind, record: Any, level: int) -> Iterator[str]:
    title = _title(page, kind, record)
    yield f'<article id="{text(record.id)}">'
    yield f"<h{level}>{text(title)}{_mark(record)}</h{level}>"
    pairs = [
        f"<dt>{text(label)}</dt><dd>{held}</dd>" for label, held in _pairs(page, record, title)
    ]
    if pairs:
        yield from ("<dl>", *pairs, "</dl>")
    inside = page.owned.get(record.id, [])
    for each in KINDS:
        of_kind = [record for record in inside if kinds.of(record) is each]
        if isinstance(record, Worksheet):
            of_kind = in_workbook_order(page.catalogue, of_kind, page.by_id)
        yield from _of_kind(page, each, of_kind, min(level + 1, DEEPEST), is_headed=True)
    yield "</article>"


def _title(page: Page, kind: Kind, record: Any) -> str:
    """Return what an article is headed with; an answer is headed with its question."""
    if isinstance(record, WorkbookAnswer):
        (shape,) = (each for each in shapes(kind.record) if each.name == "question")
        return value_words(shape, record, page.catalogue, page.by_id) or sentence(kind.noun)
    return kind.title(record) or sentence(kind.noun)


def _table(page: Page, kind: Kind, records: list[Any]) -> Iterator[str]:
    rows = [dict(_pairs(page, record, "")) for record in records]
    order = [field_words(shape.name, kind.name) for shape in shapes(kind.record)]
    labels = [label for label in dict.fromkeys(order) if any(label in row for row in rows)]
    called = text(sentence(kind.nouns))
    yield f'<div class="wide" role="region" aria-label="{called}" tabindex="0"><table>'
    heads = "".join(f'<th scope="col">{text(label)}</th>' for label in labels)
    yield f"<tr>{heads}</tr>"
    for record, row in zip(records, rows, strict=True):
        cells = "".join(f"<td>{row.get(label, '')}</td>" for label in labels)
        yield f'<tr id="{text(record.id)}">{cells}</tr>'
    yield "</table></div>"


def _pairs(page: Page, record: Any, title: str) -> Iterator[tuple[str, str]]:
    kind = kinds.of(record)
    for shape in shapes(kind.record):
        if shape.type is dict:
            yield from (
                (label, text(words))
                for label, words in answers_in_words(page.catalogue, record, page.by_id)
            )
            continue
        if shape.link:
            held = "" if shape.owned else _links(page, record, shape.name)
        else:
            words = value_words(shape, record, page.catalogue, page.by_id)
            # What stands in the heading, its mark too, is not said again beneath it.
            is_said = title and (words == title or shape.name == "private")
            held = "" if is_said else text(words)
        if held.strip():
            yield field_words(shape.name, kind.name), held


def _links(page: Page, record: Any, name: str) -> str:
    held = getattr(record, name)
    found = [
        page.by_id[each]
        for each in (held if isinstance(held, tuple) else (held,))
        if each in page.by_id
    ]
    return "\n".join(
        f'<a href="#{text(each.id)}">{text(_called(page, each))}</a>' for each in found
    )


def _called(page: Page, record: Any) -> str:
    if isinstance(record, Evidence) and not record.title:
        return record.file_name or sentence(kinds.of(record).noun)
    return _title(page, kinds.of(record), record)


def _mark(record: Any) -> str:
    return ' <span class="mark">Private</span>' if getattr(record, "private", False) else ""


def _anchor(title: str) -> str:
    return "part-" + re.sub(r"\W+", "-", title.casefold())
