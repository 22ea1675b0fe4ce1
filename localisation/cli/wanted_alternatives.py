"""What was asked for on the command line of `alternatives`."""

from collections.abc import Mapping
from dataclasses import dataclass

from localisation.solving.alternatives.difference import Differ


@dataclass(frozen=True, slots=True, kw_only=True)
class WantedAlternatives:
    """`within` in points of 100; `every`: all optimal ones, at most `most`; `given`: workers and seed, if said."""

    within: float
    count: int
    differ: Differ
    every: bool
    most: int
    seconds: int | None
    given: Mapping[str, int]
