"""The least value of an expression, by CP-SAT."""

from dataclasses import dataclass

from ortools.sat.python import cp_model

from localisation.solving.engines.cpsat_watch import CpsatWatch
from localisation.solving.progress import Stop

WORK = 60.0
"""CP-SAT's own work units for one solve: what ends it where seconds do not."""


class NoTime(Exception):
    """Time was up, or the user stopped, before anything was found or ruled out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Least:
    """The best value found, a bound below it, and the solver that holds the solution."""

    value: int
    bound: int
    solver: cp_model.CpSolver

    @property
    def proven(self) -> bool:
        """Whether nothing lower exists."""
        return self.bound >= self.value


def least(
    cp: cp_model.CpModel,
    expression: cp_model.LinearExprT,
    *,
    seconds: float,
    stop: Stop | None,
    linear: bool = False,
    by_terms: bool = False,
    work: float = WORK,
) -> Least | None:
    """Minimise; None when there is no solution. Raises `NoTime` when none was found in time.

    One worker and a fixed seed: the same answer each time, unless `seconds` or the user ended it (`work`, in CP-SAT's
    own units, repeats). `linear` prepares the model at length and uses its linear relaxation, which small models are
    solved without in less time; `by_terms` closes in from below, by which terms cannot all be 0, not from above.
    """
    cp.minimize(expression)
    solver = cp_model.CpSolver()
    parameters = solver.parameters
    parameters.num_workers = 1
    parameters.random_seed = 1
    parameters.max_time_in_seconds = max(0.01, seconds)
    parameters.max_deterministic_time = work
    parameters.linearization_level = 1 if linear else 0
    if not linear:
        parameters.cp_model_probing_level = 0
        parameters.max_presolve_iterations = 1
        parameters.inprocessing_dtime_ratio = 0.0
    parameters.optimize_with_core = by_terms
    parameters.catch_sigint_signal = False
    if stop is None:
        status = solver.solve(cp)
    else:
        with CpsatWatch(solver, None, stop) as watch:
            status = solver.solve(cp, watch.callback)
    if status == cp_model.INFEASIBLE:
        return None
    if status not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        raise NoTime()
    value = round(solver.objective_value)
    bound = value if status == cp_model.OPTIMAL else round(solver.best_objective_bound)
    return Least(value=value, bound=bound, solver=solver)
