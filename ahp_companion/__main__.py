"""The command line: `python -m ahp_companion`, or `ahp-companion` where it is installed."""

import sys
from collections.abc import Sequence
from pathlib import Path

from .domain.problems import CancelledError, ProblemError

DONE, PROBLEM = 0, 1
COMMANDS = frozenset(
    {"new", "sample", "import", "export", "check", "backup", "restore", "tour", "handover",
     "self-test"}
)  # fmt: skip
# What this program calls itself with, to read a stranger's file in a process of its own.
APART = "apart"


def main(argv: Sequence[str] | None = None) -> int:
    """Do what the arguments ask, and return 0, or 1 for a problem a person can put right.

    Wrong usage is 2. Words go to standard error, and never a traceback.
    """
    _let_every_name_be_printed()
    arguments = list(sys.argv[1:] if argv is None else argv)
    try:
        return _run(arguments)
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else DONE
    except ProblemError as problem:
        print(problem, file=sys.stderr)
    except (CancelledError, KeyboardInterrupt):
        print("Stopped. Nothing of it was kept.", file=sys.stderr)
    except Exception as error:
        from .commands.unexpected import in_words

        print(in_words(error), file=sys.stderr)
    return PROBLEM


def _run(arguments: list[str]) -> int:
    if arguments == [APART]:
        from .exchange.apart_jobs import run as run_apart

        return run_apart(sys.stdin.buffer, sys.stdout.buffer)
    if is_bare(arguments):
        from .app import run

        return run(Path(arguments[0]) if arguments else None)
    # Nothing of the commands is needed for the window, which should be there at once.
    from .commands.arguments import read_arguments

    asked = read_arguments(arguments)
    return int(asked.run(asked))


def is_bare(arguments: list[str]) -> bool:
    """Return whether the window is asked for: with nothing, or with a portfolio alone."""
    if len(arguments) > 1:
        return False
    return not arguments or not (arguments[0] in COMMANDS or arguments[0].startswith("-"))


def _let_every_name_be_printed() -> None:
    # A terminal that cannot show Ł shows a mark in its place, and the command goes on.
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(errors="replace")


if __name__ == "__main__":
    sys.exit(main())
