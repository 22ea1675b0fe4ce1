"""What is said to the process that runs HiGHS, and what it says."""

from dataclasses import dataclass

from localisation.array_types import Floats
from localisation.solving.engines.matrix import Matrix
from localisation.solving.engines.nearest import Nearest
from localisation.solving.engines.relaxation import Relaxation


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """A model to solve: first its linear relaxation, for at most `relax_s` seconds; then the search, once asked for.

    `matrix` is of its rows, without what `blocks` say. With more data than `memory_mb` the process ends.
    """

    matrix: Matrix
    blocks: tuple[Nearest, ...] = ()
    seconds: float
    seed: int
    relax_s: float = 0
    memory_mb: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """The search is asked for; when asked again, a solution found elsewhere.

    `matrix` is of the model with its blocks written out, where it has any.
    """

    matrix: Matrix | None = None
    solution: Floats | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class News:
    """The relaxation so far, and that no better comes; a solution; a bound, in points; a fault; the end."""

    tried: bool = False
    relax_s: float = 0
    fault: str = ""
    relaxed: Relaxation | None = None
    values: Floats | None = None
    bound: float | None = None
    ended: bool = False
    infeasible: bool = False
