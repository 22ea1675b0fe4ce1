"""Where the program writes: answers on one stream, everything else on the other."""

import json
import sys
from functools import cache
from typing import Any

from rich.console import Console


def answers() -> Console:
    """Standard output. Wide when it is no terminal, so that tables do not break in files."""
    return Console(highlight=False, markup=False, emoji=False, width=None if sys.stdout.isatty() else 160)


@cache
def messages() -> Console:
    """Standard error: progress, warnings and faults. One console, so that a sentence goes above a line that renews."""
    return Console(stderr=True, highlight=False, markup=False, emoji=False, width=None if sys.stderr.isatty() else 160)


def print_json(value: Any) -> None:
    """Write a value as JSON with sorted keys on standard output."""
    print(json.dumps(value, ensure_ascii=False, indent=1, sort_keys=True, default=str))
