"""The command line as it can be written; what each command does is in the modules beside it."""

import re
from argparse import REMAINDER, ArgumentParser, ArgumentTypeError, Namespace
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from .. import __version__
from ..domain.practitioner import Role
from . import checking, exporting, importing, keeping, making, self_test, touring

PROGRAM = "ahp-companion"
Run = Callable[[Namespace], int]


def read_arguments(arguments: Sequence[str]) -> Namespace:
    """Return what was asked for, with the function that does it as `run`.

    Raises SystemExit with 2 for wrong usage, and with 0 after help or version was printed.
    """
    parser = command_line()
    asked = parser.parse_args(arguments)
    wrong = _wrong(asked)
    if wrong:
        parser.error(wrong)
    return asked


def command_line() -> ArgumentParser:
    """Return the parser for all commands but the bare form, which opens the window."""
    parser = ArgumentParser(
        prog=PROGRAM,
        description="The preceptorship and CPD record of an allied health professional.",
        epilog=f"{PROGRAM} [PORTFOLIO] without a command opens the window.",
    )
    parser.add_argument("--version", action="version", version=f"AHP Companion {__version__}")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)

    def command(name: str, words: str, run: Run) -> ArgumentParser:
        added = commands.add_parser(name, help=words, description=f"{words}.")
        added.set_defaults(run=run)
        return added

    _add_making(command)
    _add_exchange(command)
    _add_keeping(command)
    return parser


def _add_making(command: Callable[[str, str, Run], ArgumentParser]) -> None:
    new = command("new", "Make a portfolio", making.new)
    new.add_argument("portfolio", type=Path, metavar="PORTFOLIO")
    new.add_argument("--name", required=True, help="whose portfolio it is")
    new.add_argument("--profession", required=True, metavar="CODE", help="PH, OT, RA, SUPPORT, …")
    new.add_argument("--role", choices=[str(each) for each in Role], default=str(Role.PRECEPTEE))
    new.add_argument("--registration", default="", metavar="NUMBER")
    new.add_argument(
        "--passphrase", action="store_true", help="protect it; asks for the passphrase"
    )
    sample = command("sample", "Write a fictional portfolio", making.sample)
    sample.add_argument("name", nargs="?", metavar="NAME")
    sample.add_argument("portfolio", nargs="?", type=Path, metavar="PORTFOLIO")
    sample.add_argument("--list", action="store_true", help="name the samples, one a line")
    tour = command("tour", "Go through the main job on a sample, off screen", touring.tour)
    tour.add_argument("folder", type=Path, metavar="FOLDER")
    tour.add_argument("--sample", default="maternity-return", metavar="NAME")
    command("self-test", "Try whether what was installed works", self_test.self_test)


def _add_exchange(command: Callable[[str, str, Run], ArgumentParser]) -> None:
    bring_in = command("import", "Bring an archive, CPD or competences in", importing.bring_in)
    bring_in.add_argument("file", type=Path, metavar="FILE")
    bring_in.add_argument("portfolio", type=Path, metavar="PORTFOLIO")
    bring_in.add_argument("--format", choices=importing.FORMATS)
    bring_in.add_argument("--dry-run", action="store_true", help="say what would come in")
    bring_in.add_argument("--json", action="store_true")
    _add_columns(bring_in)
    export = command("export", "Write a portfolio out", exporting.export)
    export.add_argument("format", nargs="?", metavar="FORMAT")
    export.add_argument("portfolio", nargs="?", type=Path, metavar="PORTFOLIO")
    export.add_argument("out", nargs="?", type=Path, metavar="OUT")
    export.add_argument("--list", action="store_true", help="name the formats, one a line")
    export.add_argument("--include-private", action="store_true")
    export.add_argument("--preceptorship", metavar="ID")
    export.add_argument("--with-scope", action="store_true", help="scope sheets in a passport")
    _add_dates(export)
    handover = command("handover", "Exchange records with another person", touring.handover)
    handover.add_argument("rest", nargs=REMAINDER)


def _add_columns(parser: ArgumentParser) -> None:
    table = parser.add_argument_group("tables", "how a table of CPD is to be read")
    table.add_argument(
        "--column",
        action="append",
        type=column,
        default=[],
        metavar="FIELD=HEADER",
        help=f"what a column holds; FIELD is one of {', '.join(importing.FIELDS)}",
    )
    table.add_argument("--date-order", choices=importing.ORDERS, help="where figures leave it open")
    table.add_argument("--header-row", type=row, metavar="N", help="the row that names the columns")
    table.add_argument("--sheet", default="", metavar="NAME", help="a sheet of a workbook")
    table.add_argument("--hours-a-day", type=hours, metavar="N", help="for lengths told in days")


def _add_keeping(command: Callable[[str, str, Run], ArgumentParser]) -> None:
    check = command("check", "Say whether a portfolio is sound", checking.check)
    check.add_argument("portfolio", type=Path, metavar="PORTFOLIO")
    check.add_argument("--json", action="store_true")
    _add_dates(check)
    backup = command("backup", "Write a checked copy into a folder", keeping.backup)
    backup.add_argument("portfolio", type=Path, metavar="PORTFOLIO")
    backup.add_argument("folder", type=Path, metavar="FOLDER")
    restore = command("restore", "Put a backup in a portfolio's place", keeping.put_back)
    restore.add_argument("backup", type=Path, metavar="BACKUP")
    restore.add_argument("portfolio", type=Path, metavar="PORTFOLIO")


def _add_dates(parser: ArgumentParser) -> None:
    parser.add_argument("--from", dest="from_on", type=day, metavar="DATE")
    parser.add_argument("--to", dest="to_on", type=day, metavar="DATE")
    parser.add_argument("--on", type=day, metavar="DATE", default=date.today())


def day(text: str) -> date:
    """Return the date in YYYY-MM-DD."""
    if re.fullmatch(r"\d{4}-\d{2}-\d{2}", text, re.ASCII):
        try:
            return date.fromisoformat(text)
        except ValueError:
            pass
    raise ArgumentTypeError(f"“{text}” is no date; write 2026-03-12")


def column(text: str) -> tuple[str, str]:
    """Return the name of a column, and the field it feeds, from FIELD=HEADER."""
    field, equals, header = text.partition("=")
    if not equals or not header.strip() or field.strip() not in importing.FIELDS:
        raise ArgumentTypeError(
            f"“{text}” is not FIELD=HEADER; FIELD is one of {', '.join(importing.FIELDS)}"
        )
    return header.strip(), field.strip()


def row(text: str) -> int:
    """Return the number of a row, counted from 1."""
    if not re.fullmatch(r"[1-9]\d{0,5}", text, re.ASCII):
        raise ArgumentTypeError(f"“{text}” is no number of a row; they count from 1")
    return int(text)


def hours(text: str) -> float:
    """Return how many hours a day has, above 0 and up to 24."""
    if re.fullmatch(r"\d{1,2}(\.\d{1,2})?", text, re.ASCII) and 0 < float(text) <= 24:
        return float(text)
    raise ArgumentTypeError(f"“{text}” is no number of hours that a day has")


def _wrong(asked: Namespace) -> str:
    if asked.command == "sample" and not asked.list and asked.portfolio is None:
        return "sample needs NAME and PORTFOLIO, or --list"
    if asked.command == "export" and not asked.list:
        if asked.out is None:
            return "export needs FORMAT, PORTFOLIO and OUT, or --list"
        if not exporting.is_known(asked.format):
            return f"there is no format “{asked.format}”; export --list names them"
    from_on, to_on = getattr(asked, "from_on", None), getattr(asked, "to_on", None)
    return "--from lies after --to" if from_on and to_on and from_on > to_on else ""
