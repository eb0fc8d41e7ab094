"""What is brought in from a file: looked at whole, backed up before, and written in one step."""

from argparse import Namespace
from typing import Any

from ..domain.problems import ProblemError
from ..domain.words import listed
from ..exchange.formats_in import BY_CODE, read_file
from ..exchange.importing import Incoming
from ..exchange.reading import Reading
from ..exchange.strict import shown
from ..exchange.tables.columns import called
from ..exchange.tables.presets import KEEP, Field
from ..exchange.tables.reading import NO_WISHES, ColumnsUnknownError, read_columns
from ..exchange.tables.table import Wishes
from ..exchange.written_days import Order
from .opening import backups_of, opened
from .saying import remark, say, say_json

FORMATS = tuple(BY_CODE)
FIELDS = (*(each.value for each in Field), KEEP)
ORDERS = tuple(each.value for each in Order)


def bring_in(chosen: Namespace) -> int:
    """Bring a file into a portfolio; a file that is refused leaves it byte for byte."""
    reading = _read(chosen)
    with opened(chosen.portfolio) as portfolio:
        incoming = reading.into(portfolio.records.gather())
        known = portfolio.evidence.known()
        missing = [each for each in incoming.evidence if each not in known]
        if not chosen.dry_run and (incoming.change or missing):
            backups_of(chosen.portfolio).make(portfolio, "before import")
            portfolio.bring_in(incoming.change, missing, reading.evidence)
    if chosen.json:
        say_json(_as_json(reading, incoming, is_dry=chosen.dry_run))
    else:
        _report(reading, incoming, is_dry=chosen.dry_run)
    return 1 if reading.problems and not (incoming.change or incoming.present) else 0


def _read(chosen: Namespace) -> Reading:
    wishes = Wishes(
        sheet=chosen.sheet,
        header_row=chosen.header_row or 0,
        holds=dict(chosen.column),
        date_order=chosen.date_order or "",
        hours_a_day=chosen.hours_a_day or 0.0,
    )
    try:
        if wishes == NO_WISHES:
            return read_file(chosen.file, chosen.format or "")
        return read_columns(chosen.file, wishes)
    except ColumnsUnknownError as unknown:
        raise ProblemError(
            unknown.happened, means=unknown.means, advice=_how_to_say(unknown)
        ) from unknown


def _how_to_say(unknown: ColumnsUnknownError) -> str:
    columns = unknown.columns
    wanted = [] if columns.has_what else ["--column title=HEADER"]
    wanted += [] if columns.has_when else ["--column date=HEADER"]
    wanted += [] if columns.order else ["--date-order dmy (day first) or mdy (month first)"]
    names = [f"“{shown(called(name, at))}”" for at, name in enumerate(columns.names)]
    return (
        f"Say it with {listed(wanted)}. Its columns are {listed(names)}, named in row "
        f"{columns.header_row}; --header-row N gives another row."
    )


def _as_json(reading: Reading, incoming: Incoming, *, is_dry: bool) -> dict[str, Any]:
    return {
        "format": reading.format,
        "dry_run": is_dry,
        "added": dict(incoming.added),
        "changed": dict(incoming.changed),
        "present": incoming.present,
        "remarks": list(incoming.remarks),
        "problems": [{"row": each.number, "why": each.why} for each in reading.problems],
    }


def _report(reading: Reading, incoming: Incoming, *, is_dry: bool) -> None:
    say(incoming.in_words)
    if is_dry:
        say("Nothing was written.")
    remark(*incoming.remarks)
    remark(*(each.in_words for each in reading.problems))
