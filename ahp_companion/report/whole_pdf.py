"""A PDF as a file: it appears whole or not at all."""

import os
from contextlib import suppress
from pathlib import Path

from ..domain.problems import ProblemError


def write_whole(out: Path, content: bytes) -> None:
    """Write a PDF; raises ProblemError where the place cannot be written to."""
    beside = out.with_name(f".{out.name}.{os.getpid()}.part")
    try:
        with beside.open("wb") as written:
            written.write(content)
            written.flush()
            os.fsync(written.fileno())
        beside.replace(out)
    except OSError as reason:
        with suppress(OSError):
            beside.unlink(missing_ok=True)
        raise ProblemError(
            f"The PDF could not be written to {out}: {reason.strerror or reason}.",
            means="Nothing was written, and your portfolio is as it was.",
            advice="Choose another folder, or make room in this one.",
        ) from reason
