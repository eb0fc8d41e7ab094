"""What the portfolio was written against: every framework and reflection model in use."""

from collections import defaultdict

from ...domain.confidence import RatedStatement
from ...domain.cpd import CpdActivity
from ...domain.professions import Regulator
from ...domain.reflections import Reflection
from ...domain.words import as_at, count
from ...domain.workbooks import Worksheet
from ..flowables import caption
from ..parts import Part
from ..selection import Selection, known_statement
from ..tables import Column, Layout, Row, table
from ..text import stacked

SOURCES = Layout(
    columns=(
        Column("Source", 66),
        Column("Edition", 38),
        Column("As at", 26),
        Column("Used for", 40),
    )
)
OWN_WORDS = (
    "Where a line says “in our own words”, the wording comes with the app and is not official; "
    "the texts belong to their publishers and nothing is quoted from them. "
    "No regulator or employer has approved the form of this portfolio."
)


def sources(selection: Selection) -> Part | None:
    """Return the part with sources and editions; None where nothing refers to any."""
    rows = [*_frameworks(selection), *_models(selection), *_workbooks(selection)]
    if not rows:
        return None
    return Part(
        title="Sources and editions",
        says="What this portfolio was written against",
        flowables=[*table(SOURCES, rows), *caption(OWN_WORDS)],
        is_short=True,
    )


def _frameworks(selection: Selection) -> list[Row]:
    uses: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for activity in selection.portfolio.all(CpdActivity):
        for code in {_framework(selection, tag) for tag in activity.statements}:
            uses[code]["CPD activity"] += 1
    for rated in selection.portfolio.all(RatedStatement):
        uses[_framework(selection, rated.statement)]["rated statement"] += 1
    rows = []
    for code, framework in selection.catalogue.frameworks.items():
        if code in uses:
            wording = "official wording" if framework.is_official else "in our own words"
            used = "; ".join(_used(number, what) for what, number in uses[code].items())
            said = "" if "own words" in framework.name else f" ({wording})"
            name = f"{framework.name}{said}\n{framework.source}"
            rows.append(Row((name, framework.edition, as_at(framework.as_at), used)))
    return rows


def _framework(selection: Selection, tag: str) -> str:
    found = known_statement(selection, tag)
    return found[0].code if found else ""


def _models(selection: Selection) -> list[Row]:
    used: dict[str, int] = defaultdict(int)
    for reflection in selection.portfolio.all(Reflection):
        used[reflection.model] += 1
    return [
        Row((f"{model.name} (in our own words)", model.source, "–",
             f"Prompts of {count(used[code], 'reflection')}"))
        for code, model in selection.catalogue.reflection_models.items()
        if used[code]
    ]  # fmt: skip


def _workbooks(selection: Selection) -> list[Row]:
    sheets = [each.workbook for each in selection.portfolio.all(Worksheet)]
    rows = []
    for code, workbook in selection.catalogue.workbooks.items():
        if code in sheets and not workbook.is_own:
            wording = "official wording" if workbook.is_official else "in our own words"
            name = stacked(f"{workbook.name} ({wording})", _told(selection, workbook.source))
            used = count(sheets.count(code), "worksheet")
            rows.append(Row((name, "–", as_at(workbook.as_at), used)))
    return rows


def _told(selection: Selection, source: str) -> str:
    """Return a source, unless it names somebody else's regulator."""
    others = (each.short for each in Regulator if each is not selection.regulator)
    return "" if any(each and each in source for each in others) else source


def _used(number: int, what: str) -> str:
    return count(number, what, "CPD activities" if what == "CPD activity" else "")
