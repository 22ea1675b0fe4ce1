"""What is said to the process that runs HiGHS, and what it says."""

from dataclasses import dataclass

from localisation.solving.engines.matrix import Floats, Matrix


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """A model to solve: first its linear relaxation, for at most `relax_s` seconds; then the search, once asked for."""

    matrix: Matrix
    seconds: float
    seed: int
    relax_s: float = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """The search is asked for, from a solution if there is one; when asked again, a solution found elsewhere."""

    solution: Floats | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class News:
    """The relaxation (its values, and prices by row) or that it was tried, a solution, a bound (in points), the end."""

    tried: bool = False
    relaxed: tuple[Floats, Floats] | None = None
    values: Floats | None = None
    bound: float | None = None
    ended: bool = False
    infeasible: bool = False
