"""The other side of `apart`: the child's work, under limits on memory and time."""

import json
import sys
from collections.abc import Callable
from contextlib import suppress
from importlib import import_module
from typing import Any, BinaryIO

from ..domain.problems import ProblemError
from .apart import LENGTH

MOST_BYTES, MOST_SAID = 1_500_000_000, 200_000_000
# JOBOBJECT_EXTENDED_LIMIT_INFORMATION of 64-bit Windows: how long it is, and where its flags and
# a process's memory stand in it.
LIMITS_KIND, LIMITS_BYTES, FLAGS_AT, MEMORY_AT, LIMITS_MEMORY = 9, 144, 16, 112, 0x100
Job = Callable[..., Any]
# Each job: the module beside this one that has it, and the function; it takes bytes and gives
# back JSON's own values.
JOBS: dict[str, tuple[str, str]] = {
    "evidence": ("looks.evidence_looking", "look_at"),
    "photograph": ("looks.photographs", "without_place_and_camera"),
    "sheets": ("tables.sheets", "rows_of"),
}


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
    answer = json.dumps(made).encode()
    if len(answer) > MOST_SAID:
        answer = json.dumps({"problem": "far more comes out of it than it looks like"}).encode()
    outgoing.write(answer)
    outgoing.flush()
    return 0


def _job(name: str) -> Job:
    # What a job stands on is loaded for it alone.
    module, function = JOBS[name]
    job: Job = getattr(import_module(f".{module}", __package__), function)
    return job


def _limit_memory() -> None:
    """Have the system refuse memory beyond the limit, where it has a way to."""
    if sys.platform == "win32":
        _limit_memory_on_windows()
        return
    import resource

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    # macOS counts what is mapped and never used, and refuses so small a limit.
    limit = resource.RLIMIT_AS if sys.platform == "linux" else resource.RLIMIT_DATA
    with suppress(ValueError, OSError):
        resource.setrlimit(limit, (MOST_BYTES, MOST_BYTES))


def _limit_memory_on_windows() -> None:
    # A job of its own, as Windows calls it: a process in it gets no more memory than it says.
    import ctypes

    kernel: Any = ctypes.WinDLL("kernel32")  # type: ignore[attr-defined,unused-ignore]
    kernel.CreateJobObjectW.restype = kernel.GetCurrentProcess.restype = ctypes.c_void_p
    group = ctypes.c_void_p(kernel.CreateJobObjectW(None, None))
    said = bytearray(LIMITS_BYTES)
    said[FLAGS_AT : FLAGS_AT + 4] = LIMITS_MEMORY.to_bytes(4, "little")
    said[MEMORY_AT : MEMORY_AT + 8] = MOST_BYTES.to_bytes(8, "little")
    limits = (ctypes.c_char * LIMITS_BYTES).from_buffer(said)
    kernel.SetInformationJobObject(group, LIMITS_KIND, limits, LIMITS_BYTES)
    kernel.AssignProcessToJobObject(group, ctypes.c_void_p(kernel.GetCurrentProcess()))
