"""CP-SAT for questions of whether, not how well: little presolve, because most answers come at once."""

import time
from contextlib import AbstractContextManager, nullcontext

from ortools.sat.python import cp_model

from localisation.domain.scenario import SolveLimits
from localisation.domain.vocabulary import Status
from localisation.solving.engines.cpsat import STATUS, translate
from localisation.solving.engines.cpsat_watch import CpsatWatch
from localisation.solving.engines.model import Model
from localisation.solving.engines.outcome import Outcome, evaluate
from localisation.solving.progress import Stop


def stoppable(solver: cp_model.CpSolver, stop: Stop | None) -> AbstractContextManager[object]:
    """A context in which the solver hears the user's stop."""
    return nullcontext() if stop is None else CpsatWatch(solver, None, stop)


def quick_cpsat(
    model: Model,
    limits: SolveLimits,
    *,
    seconds: float,
    stop: Stop | None,
    whether: bool = False,
    quiet_s: float | None = None,
) -> Outcome:
    """The best solution of a model; one round of presolve, no probing and no search for symmetry.

    At 150 units and 120 buildings a first solution came in a sixth of the time full presolve takes. Where the question
    is `whether` there is one, and little how good it is, one worker without a linear relaxation is fastest (0.4 s
    against 1.5 to 3.5). With `quiet_s` the search ends when, once there is a solution, none better comes for so long.
    """
    cp, variables = translate(model)
    solver = cp_model.CpSolver()
    parameters = solver.parameters
    parameters.num_workers = 1 if whether else limits.workers
    parameters.random_seed = limits.seed
    parameters.max_time_in_seconds = seconds
    parameters.max_presolve_iterations = 1
    parameters.cp_model_probing_level = 0
    parameters.symmetry_level = 0
    parameters.catch_sigint_signal = False
    if whether:
        parameters.linearization_level = 0
    elif limits.workers > 1:
        parameters.subsolvers.extend(("max_lp", "quick_restart"))
    if quiet_s is None:
        with stoppable(solver, stop):
            status = solver.solve(cp)
    else:
        quiet = _Quiet(quiet_s, stop)
        with CpsatWatch(solver, None, quiet, found=quiet.found) as watch:
            status = solver.solve(cp, watch.callback)
    known = STATUS.get(status, Status.UNKNOWN)
    if known not in (Status.OPTIMAL, Status.FEASIBLE):
        return Outcome(status=known)
    values = [solver.value(v) for v in variables]
    return Outcome(status=known, values=values, value=evaluate(model.objective, values))


class _Quiet:
    """Set when the user stops, and when no better solution has come for a while."""

    def __init__(self, seconds: float, stop: Stop | None) -> None:
        self._seconds, self._stop = seconds, stop
        self._since: float | None = None

    def found(self, _: object) -> None:
        self._since = time.monotonic()

    def is_set(self) -> bool:
        """Whether to end the search."""
        late = self._since is not None and time.monotonic() - self._since > self._seconds
        return late or (self._stop is not None and self._stop.is_set())
