"""CP-SAT's search on an activity network."""

from ortools.sat.python import cp_model

from localisation.domain.scenario import SolveLimits
from localisation.domain.vocabulary import Status
from localisation.solving.engines.cpsat_watch import CpsatWatch
from localisation.solving.engines.outcome import Outcome, Report, evaluate
from localisation.solving.progress import Stop
from localisation.solving.schedule.model.cpsat import Translation
from localisation.solving.schedule.model.network import Network

ONE_TIME = ("no_lp", "quick_restart_no_lp", "default_lp", "objective_lb_search_no_lp", "reduced_costs", "max_lp")
"""Complete subsolvers where one time is minimised, in the order they are used when there are workers for them.

Measured with two workers on PSPLIB and on 300 units: without an LP the only complete one, beside the neighbourhood
searches, finds better plans, and proves the hardest of j30; quick restarts find as good plans but prove less.
"""
MANY_AMOUNTS = ("default_lp", "quick_restart_no_lp", "reduced_costs", "max_lp", "objective_lb_search", "no_lp")
"""The same where a sum is minimised: an LP then gives the bounds."""

_STATUS = {
    cp_model.OPTIMAL: Status.OPTIMAL,
    cp_model.FEASIBLE: Status.FEASIBLE,
    cp_model.INFEASIBLE: Status.INFEASIBLE,
    cp_model.UNKNOWN: Status.UNKNOWN,
}


def search(
    network: Network,
    limits: SolveLimits,
    *,
    seconds: float,
    report: Report | None = None,
    stop: Stop | None = None,
    again: bool = False,
) -> Outcome:
    """Search until proven, out of limits or stopped; `again` searches in another way, to confirm a first answer.

    Deterministic with one worker when the proof or `deterministic_limit` ends it, not `seconds`.
    """
    translation = Translation(network)
    solver = cp_model.CpSolver()
    parameters = solver.parameters
    parameters.num_workers = 1 if again else limits.workers
    parameters.random_seed = limits.seed + again
    parameters.max_time_in_seconds = seconds
    parameters.catch_sigint_signal = False
    if again:
        parameters.linearization_level = 0
        parameters.cp_model_probing_level = 0
        parameters.symmetry_level = 0
    elif limits.workers > 1:
        parameters.subsolvers.extend(ONE_TIME if len(network.objective.terms) <= 1 else MANY_AMOUNTS)
    if any(scarce.broken is not None for scarce in network.at_once):
        # OR-Tools 9.15 ends the whole process when its local search meets a cumulative that can be switched off.
        parameters.use_feasibility_jump = False
        parameters.ignore_subsolvers.append("ls")
    if limits.memory_mb is not None:
        parameters.max_memory_in_mb = limits.memory_mb
    if limits.deterministic_limit is not None:
        parameters.max_deterministic_time = limits.deterministic_limit

    def bounded(reached: float) -> int:
        found = translation.objective_value(reached)
        return found if network.floor is None else max(found, network.floor)

    with CpsatWatch(solver, report, stop, value=translation.objective_value, bound=bounded) as watch:
        status = _STATUS.get(solver.solve(translation.model, watch.callback), Status.UNKNOWN)
    if status is Status.INFEASIBLE:
        return Outcome(status=status)
    bound = translation.objective_value(solver.best_objective_bound) if network.objective.terms else network.floor
    if bound is not None and network.floor is not None:
        bound = max(bound, network.floor)
    if status is Status.UNKNOWN:
        return Outcome(status=status, bound=bound)
    values = [solver.value(v) for v in translation.variables]
    value = evaluate(network.objective, values)
    return Outcome(status=status, values=values, value=value, bound=value if status is Status.OPTIMAL else bound)
