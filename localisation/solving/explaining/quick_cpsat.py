"""CP-SAT for questions of whether, not how well: little presolve, because most answers come at once."""

from contextlib import AbstractContextManager, nullcontext

from ortools.sat.python import cp_model

from localisation.domain.scenario import SolveLimits
from localisation.domain.vocabulary import Status
from localisation.solving.engines.cpsat import translate
from localisation.solving.engines.cpsat_watch import CpsatWatch
from localisation.solving.engines.model import Model
from localisation.solving.engines.outcome import Outcome, evaluate
from localisation.solving.progress import Stop

_STATUS = {
    cp_model.OPTIMAL: Status.OPTIMAL,
    cp_model.FEASIBLE: Status.FEASIBLE,
    cp_model.INFEASIBLE: Status.INFEASIBLE,
}


def stoppable(solver: cp_model.CpSolver, stop: Stop | None) -> AbstractContextManager[object]:
    """A context in which the solver hears the user's stop."""
    return nullcontext() if stop is None else CpsatWatch(solver, None, stop)


def quick_cpsat(model: Model, limits: SolveLimits, *, seconds: float, stop: Stop | None) -> Outcome:
    """The best solution of a model; one round of presolve, no probing and no search for symmetry.

    At 150 units and 120 buildings a first solution came in a sixth of the time full presolve takes.
    """
    cp, variables = translate(model)
    solver = cp_model.CpSolver()
    parameters = solver.parameters
    parameters.num_workers = limits.workers
    parameters.random_seed = limits.seed
    parameters.max_time_in_seconds = seconds
    parameters.max_presolve_iterations = 1
    parameters.cp_model_probing_level = 0
    parameters.symmetry_level = 0
    parameters.catch_sigint_signal = False
    with stoppable(solver, stop):
        status = _STATUS.get(solver.solve(cp), Status.UNKNOWN)
    if status not in (Status.OPTIMAL, Status.FEASIBLE):
        return Outcome(status=status)
    values = [solver.value(v) for v in variables]
    return Outcome(status=status, values=values, value=evaluate(model.objective, values))
