"""Work on a stranger's bytes, done in a process of its own that is ended when it takes too long.

What reads pictures, PDFs and spreadsheets is large and was not written by us. A file that was made
to break it breaks only the child: the portfolio is not in that process, and nothing is written.
"""

import json
import os
import struct
import subprocess
import sys
from pathlib import Path
from typing import Any

from ..domain.problems import ProblemError

SECONDS = 10.0
COMMAND, TWIN = "apart", "ahp-companion"
LENGTH = struct.Struct(">Q")
BROKE = "it is damaged, or is not what its name says"
# The child reads strangers' files: it has no use for what opens the portfolio.
SECRETS = ("AHP_COMPANION_PASSPHRASE",)


def apart(job: str, contents: bytes, *, seconds: float = SECONDS, **said: Any) -> Any:
    """Return what a job makes of some bytes: JSON's own values, as `apart_jobs.JOBS` names them.

    Raises ProblemError when the job cannot read them, takes longer than some seconds, or breaks.
    """
    begun = json.dumps({"job": job, "said": said}).encode()
    try:
        child = subprocess.Popen(  # noqa: S603 - this very program, with a fixed command
            _command(),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=_environment(),
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except OSError as reason:
        raise unread("this computer has no room to open it apart from your portfolio") from reason
    with child:
        try:
            answer, _ = child.communicate(LENGTH.pack(len(begun)) + begun + contents, seconds)
        except subprocess.TimeoutExpired as reason:
            raise unread(f"it took longer than {seconds:.0f} seconds to read") from reason
        finally:
            child.kill()
    if child.returncode:
        raise unread(BROKE)
    try:
        answered = json.loads(answer)
    except (ValueError, RecursionError) as reason:
        raise unread(BROKE) from reason
    # What broke the child may have spoken for it.
    if not isinstance(answered, dict) or not answered.keys() & {"made", "problem"}:
        raise unread(BROKE)
    if "problem" in answered:
        raise unread(str(answered["problem"]).rstrip("."))
    return answered["made"]


def unread(why: str) -> ProblemError:
    """Return the failure that a file which cannot be read apart is."""
    return ProblemError(
        f"The file was not read: {why}.",
        means="Nothing was brought in, and your portfolio is as it was.",
        advice="Open it in the program that made it, save it again, and bring that in.",
    )


def _command() -> list[str]:
    # In a bundle the program is its own interpreter.
    if getattr(sys, "frozen", False):
        # Its twin has no window, and so somewhere to write to on every system.
        twin = Path(sys.executable).with_stem(TWIN)
        return [str(twin) if twin.is_file() else sys.executable, COMMAND]
    # -P: whatever lies in the folder that one happens to be in is not imported.
    return [sys.executable, "-P", "-m", __package__.partition(".")[0], COMMAND]


def _environment() -> dict[str, str]:
    # A checkout that is not installed is found from any folder.
    package = str(Path(__file__).resolve().parents[2])
    paths = [package, os.environ.get("PYTHONPATH", "")]
    kept = {name: said for name, said in os.environ.items() if name not in SECRETS}
    return {**kept, "PYTHONPATH": os.pathsep.join(each for each in paths if each)}
