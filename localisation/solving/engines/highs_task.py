"""What is said to the process that runs HiGHS, and what it says."""

from dataclasses import dataclass

from localisation.solving.engines.matrix import Floats, Matrix


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """A model to solve, from a solution if there is one."""

    matrix: Matrix
    seconds: float
    seed: int
    start: Floats | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class News:
    """A solution, a bound (in points), or the end."""

    values: Floats | None = None
    bound: float | None = None
    ended: bool = False
    infeasible: bool = False
