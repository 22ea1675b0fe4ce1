"""One run of CP-SAT for a board."""

import time
from collections.abc import Sequence
from dataclasses import dataclass

from ortools.sat.python import cp_model

from localisation.domain.scenario import SolveLimits
from localisation.domain.vocabulary import Status
from localisation.solving.engines.board import Board
from localisation.solving.engines.cpsat import LP_HEAVY, NAME, STATUS, solver_of, translate
from localisation.solving.engines.cpsat_watch import CpsatWatch
from localisation.solving.engines.expanded import expanded, without_goal
from localisation.solving.engines.model import Model
from localisation.solving.progress import Stop

PATIENCE_S = 5.0
SHORTEST_S = 0.1


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """How a run is made.

    `part` says that the model leaves out what may be better than the best: its bound then says nothing. A `quick` run
    presolves little. `any_one` ends with the first solution there is, one ends with `foreign` when another engine's
    solution has been better than its own for `PATIENCE_S`.
    """

    part: bool = False
    quick: bool = False
    any_one: bool = False
    foreign: bool = False
    subsolvers: Sequence[str] = LP_HEAVY


ANY_ONE = Turn(quick=True, any_one=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """What came of a run; `foreign` when it ended because another engine's solution is better."""

    status: Status
    foreign: bool = False


def take_turn(
    model: Model, board: Board, limits: SolveLimits, turn: Turn, *, seconds: float, stop: Stop | None
) -> Taken:
    """Run CP-SAT once; what it finds goes on the board at once, and it ends when the board is closed.

    What is ruled out of `model` must be worse than the best on the board now, unless `part` says otherwise.
    """
    until = time.monotonic() + seconds
    cp, variables = translate(without_goal(model) if turn.any_one else expanded(model))
    solver = solver_of(limits, max(SHORTEST_S, until - time.monotonic()), turn.subsolvers)
    if turn.quick:
        solver.parameters.cp_model_probing_level = 0
        solver.parameters.max_presolve_iterations = 1
    watched = _Watched(board, stop, turn)

    def found(callback: cp_model.CpSolverSolutionCallback) -> None:
        watched.found([callback.value(v) for v in variables])

    with CpsatWatch(solver, watched.told, watched, found=found) as watch:
        status = STATUS.get(solver.solve(cp, watch.callback), Status.UNKNOWN)
    if status in (Status.OPTIMAL, Status.FEASIBLE):
        watched.found([solver.value(v) for v in variables])
        # Of a goal that is one number whatever is done, CP-SAT is told nothing, and its bound says nothing.
        watched.told(None, round(solver.best_objective_bound) if model.objective.terms else model.objective.constant)
    return Taken(status=status, foreign=watched.foreign)


class _Watched:
    """What a run tells the board, and when it should end."""

    def __init__(self, board: Board, stop: Stop | None, turn: Turn) -> None:
        self._board, self._stop, self._turn = board, stop, turn
        known = board.best
        self._from = None if known is None else known[0]
        self._own = self._from
        self._behind_since: float | None = None
        self.foreign = False

    def found(self, values: list[int]) -> None:
        if self._board.offer(values, NAME) and (best := self._board.best) is not None:
            self._own = best[0]

    def told(self, _: int | None, bound: int | None) -> None:
        if bound is not None and not self._turn.any_one and not self._turn.part:
            self._board.lift(bound if self._from is None else min(bound, self._from), NAME)

    def is_set(self) -> bool:
        """Whether to end the run."""
        if self._board.closed or (self._stop is not None and self._stop.is_set()):
            return True
        best = self._board.best
        if self._turn.any_one:
            return best is not None
        if not self._turn.foreign or best is None or self._own is None or self._own <= best[0]:
            self._behind_since = None
            return False
        now = time.monotonic()
        self._behind_since = self._behind_since or now
        self.foreign = now - self._behind_since > PATIENCE_S
        return self.foreign
