"""The other side of `apart`: the child's work, under limits on memory and time."""

import json
import sys
from collections.abc import Callable
from importlib import import_module
from typing import Any, BinaryIO

from ..domain.problems import ProblemError
from .apart import LENGTH

MOST_BYTES = 1_500_000_000
Job = Callable[..., Any]
# Each job: the module beside this one that has it, and the function; it takes bytes and gives
# back JSON's own values.
JOBS: dict[str, tuple[str, str]] = {}


def run(incoming: BinaryIO, outgoing: BinaryIO) -> int:
    """Read a job and its bytes, write what it makes as JSON; 0 unless it broke."""
    _limit_memory()
    (length,) = LENGTH.unpack(incoming.read(LENGTH.size))
    begun = json.loads(incoming.read(length))
    contents = incoming.read()
    try:
        made = {"made": _job(begun["job"])(contents, **begun["said"])}
    except ProblemError as problem:
        made = {"problem": problem.happened}
    outgoing.write(json.dumps(made).encode())
    outgoing.flush()
    return 0


def _job(name: str) -> Job:
    # What a job stands on is loaded for it alone.
    module, function = JOBS[name]
    job: Job = getattr(import_module(f".{module}", __package__), function)
    return job


def _limit_memory() -> None:
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MOST_BYTES, MOST_BYTES))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
