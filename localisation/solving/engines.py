"""CP-SAT first; where its bound stays open, HiGHS closes it on the same model."""

import time
from collections.abc import Callable

from localisation.domain.scenario import SolveLimits
from localisation.domain.vocabulary import Status
from localisation.solving.cpsat import solve_cpsat
from localisation.solving.mip import PROOF_TOLERANCE, solve_mip
from localisation.solving.model import Model
from localisation.solving.outcome import Outcome
from localisation.solving.progress import Stop

CPSAT_SHARE = 0.5
"""CP-SAT's part of the time; what it leaves open, HiGHS gets the rest for."""

Report = Callable[[str, int | None, int | None], None]
"""Called with the engine's name, the best value and the bound so far."""


def run_engines(model: Model, limits: SolveLimits, *, report: Report, stop: Stop | None) -> tuple[str, Outcome]:
    """The best solution and bound of both engines, and the names of those that ran.

    INFEASIBLE is only said when both engines say so (a single engine has been wrong: google/or-tools #5274).
    """
    began = time.monotonic()
    total = limits.time_limit_s
    first = solve_cpsat(
        model, limits, seconds=total * CPSAT_SHARE, report=lambda best, bound: report("CP-SAT", best, bound), stop=stop
    )
    left = total - (time.monotonic() - began)
    done = first.status is Status.OPTIMAL or (stop is not None and stop.is_set()) or left < 1
    if done or (limits.deterministic_limit is not None and first.status is Status.FEASIBLE):
        return "CP-SAT", first
    second = solve_mip(model, seconds=left, first=first.values, stop=stop)
    best = combine(first, second)
    report("CP-SAT + HiGHS", best.value, best.bound)
    return "CP-SAT + HiGHS", best


def combine(first: Outcome, second: Outcome) -> Outcome:
    """The better solution with the better bound."""
    if Status.INFEASIBLE in (first.status, second.status):
        both = first.status is second.status
        if both or (first.values is None and second.values is None and Status.UNKNOWN in (first.status, second.status)):
            return Outcome(status=Status.INFEASIBLE if both else Status.UNKNOWN)
        return first if second.status is Status.INFEASIBLE else second
    solved = [o for o in (first, second) if o.values is not None and o.value is not None]
    bounds = [o.bound for o in (first, second) if o.bound is not None]
    bound = max(bounds, default=None)
    if not solved:
        return Outcome(status=Status.UNKNOWN, bound=bound)
    best = min(solved, key=lambda o: (o.value is None, o.value))
    assert best.value is not None
    proven = best.status is Status.OPTIMAL or (bound is not None and best.value - bound <= PROOF_TOLERANCE)
    status = Status.OPTIMAL if proven else Status.FEASIBLE
    return Outcome(status=status, values=best.values, value=best.value, bound=bound)
