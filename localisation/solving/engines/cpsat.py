"""CP-SAT on a neutral model."""

import time
from dataclasses import replace

from ortools.sat.python import cp_model

from localisation.domain.errors import Disagreement
from localisation.domain.scenario import SolveLimits
from localisation.domain.vocabulary import Status
from localisation.rules.linear import Linear
from localisation.solving.engines.board import Board
from localisation.solving.engines.cpsat_watch import CpsatWatch
from localisation.solving.engines.fixing import Fixing
from localisation.solving.engines.model import Model
from localisation.solving.engines.outcome import Outcome, Report, evaluate
from localisation.solving.progress import Stop

LP_HEAVY = ("max_lp", "default_lp", "reduced_costs", "quick_restart", "no_lp")
"""Subsolvers named explicitly: with few default workers CP-SAT has almost no LP bound on such models."""

NAME = "CP-SAT"
PATIENCE_S = 5.0
LARGE = 30_000
"""With so many variables any solution at all is looked for first."""

_STATUS = {
    cp_model.OPTIMAL: Status.OPTIMAL,
    cp_model.FEASIBLE: Status.FEASIBLE,
    cp_model.INFEASIBLE: Status.INFEASIBLE,
    cp_model.UNKNOWN: Status.UNKNOWN,
}


def translate(model: Model) -> tuple[cp_model.CpModel, list[cp_model.IntVar]]:
    """The model in CP-SAT's words; `broken` variables switch their rows off."""
    assert not model.blocks, "CP-SAT is given variables and rows alone: write blocks out first (`expanded`)"
    cp = cp_model.CpModel()
    variables = [cp.new_int_var(v.low, v.high, v.name) for v in model.variables]
    for row in model.rows:
        low = row.low if row.low is not None else cp_model.INT_MIN
        high = row.high if row.high is not None else cp_model.INT_MAX
        bounded = cp.add_linear_constraint(_expression(row.expression, variables), low, high)
        if row.broken is not None:
            bounded.only_enforce_if(~variables[row.broken])
    if model.objective.terms:
        cp.minimize(_expression(model.objective, variables))
    for index, value in model.hint.items():
        cp.add_hint(variables[index], value)
    return cp, variables


def _expression(linear: Linear, variables: list[cp_model.IntVar]) -> cp_model.LinearExprT:
    chosen = [variables[v] for v in linear.terms]
    return cp_model.LinearExpr.weighted_sum(chosen, list(linear.terms.values())) + linear.constant


def solve_cpsat(
    model: Model,
    limits: SolveLimits,
    *,
    seconds: float,
    report: Report | None = None,
    stop: Stop | None = None,
    presolve: bool = True,
) -> Outcome:
    """Search until proven, out of limits or stopped.

    Deterministic with one worker when the proof or `deterministic_limit` ends it, not `seconds`.
    """
    cp, variables = translate(model)
    solver = _solver(limits, seconds)
    solver.parameters.cp_model_presolve = presolve
    with CpsatWatch(solver, report, stop) as watch:
        status = _STATUS.get(solver.solve(cp, watch.callback), Status.UNKNOWN)
    if status not in (Status.OPTIMAL, Status.FEASIBLE):
        return Outcome(status=status)
    values = [solver.value(v) for v in variables]
    value = evaluate(model.objective, values)
    bound = value if status is Status.OPTIMAL else round(solver.best_objective_bound)
    return Outcome(status=status, values=values, value=value, bound=bound)


def _solver(limits: SolveLimits, seconds: float) -> cp_model.CpSolver:
    solver = cp_model.CpSolver()
    parameters = solver.parameters
    parameters.num_workers = limits.workers
    parameters.random_seed = limits.seed
    parameters.max_time_in_seconds = seconds
    parameters.linearization_level = 2
    parameters.catch_sigint_signal = False
    if limits.workers > 1:
        parameters.subsolvers.extend(LP_HEAVY)
    if limits.deterministic_limit is not None:
        parameters.max_deterministic_time = limits.deterministic_limit
    return solver


def search_cpsat(model: Model, board: Board, limits: SolveLimits, *, seconds: float, stop: Stop | None) -> Status:
    """Let CP-SAT search beside others: what it finds goes on the board at once, and it ends when the board is closed.

    CP-SAT cannot be told of a solution while it runs. So when another engine's has been better than its own for
    `PATIENCE_S`, it begins anew from that one, on the model without what the bounds by then rule out (`Fixing`). Not
    so before it has one of its own: from a poor one it finds its way more slowly than from none (measured: 89 against
    52 points lost after the same work). For the same reason the first solution of a large model is no hint.
    Raises `Disagreement` when it says that nothing is possible although a solution is known.
    """
    until = time.monotonic() + seconds
    large = len(model.variables) >= LARGE
    if large and board.best is None and _first(model, board, limits, seconds, stop) is Status.INFEASIBLE:
        return Status.INFEASIBLE
    any_one = board.best
    fixing: Fixing | None = None
    while (left := until - time.monotonic()) > 0 and not board.closed and not (stop is not None and stop.is_set()):
        known = board.best
        tried = model
        if known is not None and known != any_one:
            fixing = fixing or Fixing(model, left)
            left = max(0.1, until - time.monotonic())
            tried = fixing.narrowed(known[0])
            tried.hint = dict(enumerate(known[1]))
        turn = _Turn(board, stop)
        status = _turn(tried, turn, limits, left)
        if status is Status.INFEASIBLE and known is None:
            return status
        if status is Status.INFEASIBLE:
            raise Disagreement("CP-SAT says that there is no solution where one is known")
        if not turn.foreign:
            break
    return Status.OPTIMAL if board.closed else Status.UNKNOWN


def _first(model: Model, board: Board, limits: SolveLimits, seconds: float, stop: Stop | None) -> Status:
    """Any solution at all, soon: the objective left out, and the first one is enough."""
    turn = _Turn(board, stop, any_will_do=True)
    return _turn(replace(model, objective=Linear()), turn, limits, seconds)


def _turn(model: Model, turn: "_Turn", limits: SolveLimits, seconds: float) -> Status:
    """One run; what is ruled out of `model` is worse than the best on the board when the turn began."""
    cp, variables = translate(model)
    solver = _solver(limits, seconds)

    def found(callback: cp_model.CpSolverSolutionCallback) -> None:
        turn.found([callback.value(v) for v in variables])

    with CpsatWatch(solver, turn.told, turn, found=found) as watch:
        status = _STATUS.get(solver.solve(cp, watch.callback), Status.UNKNOWN)
    if status in (Status.OPTIMAL, Status.FEASIBLE):
        turn.found([solver.value(v) for v in variables])
        # Of a goal that is one number whatever is done, CP-SAT is told nothing, and its bound says nothing.
        turn.told(None, round(solver.best_objective_bound) if model.objective.terms else model.objective.constant)
    return status


class _Turn:
    """What a run of CP-SAT tells the board, and when it should end."""

    def __init__(self, board: Board, stop: Stop | None, *, any_will_do: bool = False) -> None:
        self._board, self._stop, self._any_will_do = board, stop, any_will_do
        known = board.best
        self._from = None if known is None else known[0]
        self._own = self._from
        self._behind_since: float | None = None
        self.foreign = False
        """Whether it ended because another engine's solution is better."""

    def found(self, values: list[int]) -> None:
        if self._board.offer(values, NAME) and (best := self._board.best) is not None:
            self._own = best[0]

    def told(self, _: int | None, bound: int | None) -> None:
        if bound is not None and not self._any_will_do:
            self._board.lift(bound if self._from is None else min(bound, self._from), NAME)

    def is_set(self) -> bool:
        """Whether to end the run."""
        if self._board.closed or (self._stop is not None and self._stop.is_set()):
            return True
        best = self._board.best
        if self._any_will_do:
            return best is not None
        if best is None or self._own is None or self._own <= best[0]:
            self._behind_since = None
            return False
        now = time.monotonic()
        self._behind_since = self._behind_since or now
        self.foreign = now - self._behind_since > PATIENCE_S
        return self.foreign
