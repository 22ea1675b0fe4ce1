"""What was asked for on the command line of `sensitivity`."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class WantedRobustness:
    """`seconds` for each change; `given`: workers, seed and engine, if said."""

    draws: int
    refine: bool
    seconds: int
    given: Mapping[str, int | str]
