"""What a command says: results on standard output, remarks beside them."""

import json
import sys
from typing import Any


def say(*lines: str) -> None:
    """Print lines of the result."""
    for line in lines:
        print(line)


def remark(*lines: str) -> None:
    """Print lines that are not the result, so that a script can tell them apart."""
    for line in lines:
        print(line, file=sys.stderr)


def say_json(values: Any) -> None:
    """Print values as JSON; in ASCII, which every terminal and shell passes on unchanged."""
    print(json.dumps(values, indent=2))
