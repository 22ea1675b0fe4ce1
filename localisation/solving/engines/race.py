"""CP-SAT and HiGHS side by side on the same model: one finds good plans, the other proves how good they are."""

import threading
from collections.abc import Callable
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait

from localisation.domain.errors import Disagreement
from localisation.domain.scenario import SolveLimits
from localisation.domain.vocabulary import Status
from localisation.solving.engines.apart import solve_mip_apart
from localisation.solving.engines.cpsat import solve_cpsat
from localisation.solving.engines.model import Model
from localisation.solving.engines.outcome import PROOF_TOLERANCE, Outcome
from localisation.solving.progress import Stop

Report = Callable[[str, int | None, int | None], None]
"""Called with the engine's name, the best value and the bound so far."""

BOTH = "CP-SAT + HiGHS"
NO_LIMIT_S = 1e6
"""A deterministic limit alone decides when to end: seconds would not repeat."""


def run_engines(model: Model, limits: SolveLimits, *, report: Report, stop: Stop | None) -> tuple[str, Outcome]:
    """The best solution and bound of both engines, and the name of the one that proved it, or of both.

    HiGHS takes one of the workers, CP-SAT the rest; the first proof ends both. With a deterministic limit, or
    a single worker, CP-SAT searches alone (a race is not repeatable). INFEASIBLE is only said when both engines,
    or two configurations of CP-SAT, say so (a single engine has been wrong: google/or-tools #5274).
    """
    if limits.deterministic_limit is not None or limits.workers == 1:
        return _alone(model, limits, report=report, stop=stop)
    enough = threading.Event()
    either = _Either(enough, stop)
    shared = _Shared(report)
    alone = limits.model_copy(update={"workers": limits.workers - 1})
    seconds = float(limits.time_limit_s)
    with ThreadPoolExecutor(max_workers=2) as pool:
        runs: dict[Future[Outcome], str] = {
            pool.submit(solve_cpsat, model, alone, seconds=seconds, report=shared.tell, stop=either): "CP-SAT",
            pool.submit(
                solve_mip_apart, model, seconds=seconds, seed=limits.seed, report=shared.tell, stop=either
            ): "HiGHS",
        }
        pending = set(runs)
        while pending:
            done, pending = wait(pending, return_when=FIRST_COMPLETED)
            if any(run.exception() or run.result().status is Status.OPTIMAL for run in done):
                enough.set()
    outcomes = {name: run.result() for run, name in runs.items()}
    for name, outcome in outcomes.items():
        if outcome.status is Status.OPTIMAL:
            return name, combine(outcome, next(o for n, o in outcomes.items() if n != name))
    return BOTH, _confirmed(model, limits, combine(*outcomes.values()), outcomes["CP-SAT"], stop)


def _confirmed(model: Model, limits: SolveLimits, both: Outcome, cpsat: Outcome, stop: Stop | None) -> Outcome:
    """Where only CP-SAT says INFEASIBLE, another configuration of it must agree."""
    if both.values is not None or cpsat.status is not Status.INFEASIBLE or both.status is Status.INFEASIBLE:
        return both
    other = limits.model_copy(update={"seed": limits.seed + 1, "workers": 1})
    again = solve_cpsat(model, other, seconds=float(limits.time_limit_s), stop=stop, presolve=False)
    return combine(cpsat, again)


def _alone(model: Model, limits: SolveLimits, *, report: Report, stop: Stop | None) -> tuple[str, Outcome]:
    seconds = float(limits.time_limit_s) if limits.deterministic_limit is None else NO_LIMIT_S
    found = solve_cpsat(model, limits, seconds=seconds, report=_Shared(report).tell, stop=stop)
    if found.status is not Status.INFEASIBLE:
        return "CP-SAT", found
    both = combine(found, solve_mip_apart(model, seconds=seconds, seed=limits.seed, stop=stop))
    return BOTH, _confirmed(model, limits, both, found, stop)


class _Either:
    """Set when either of two events is; all an engine asks of a stop."""

    def __init__(self, enough: threading.Event, stop: Stop | None) -> None:
        self._enough, self._stop = enough, stop

    def is_set(self) -> bool:
        return self._enough.is_set() or (self._stop is not None and self._stop.is_set())


class _Shared:
    """The best value and the best bound of all engines together, passed on when either improves."""

    def __init__(self, report: Report) -> None:
        self._report, self._lock = report, threading.Lock()
        self._best: int | None = None
        self._bound: int | None = None

    def tell(self, best: int | None, bound: int | None) -> None:
        with self._lock:
            if best is not None:
                self._best = best if self._best is None else min(self._best, best)
            if bound is not None:
                self._bound = bound if self._bound is None else max(self._bound, bound)
            self._report(BOTH, self._best, self._bound)


def combine(first: Outcome, second: Outcome) -> Outcome:
    """The better solution with the better bound."""
    statuses = {first.status, second.status}
    if statuses == {Status.INFEASIBLE}:
        return first
    solved = [o for o in (first, second) if o.values is not None]
    bound = max((o.bound for o in (first, second) if o.bound is not None), default=None)
    if not solved:
        return Outcome(status=Status.UNKNOWN, bound=bound)
    best = min(solved, key=_value)
    if bound is not None and bound > _value(best) + PROOF_TOLERANCE:
        raise Disagreement(f"one engine's bound is {bound}, the other found {_value(best)}")
    proven = bound is not None and _value(best) - bound <= PROOF_TOLERANCE
    return Outcome(
        status=Status.OPTIMAL if proven else Status.FEASIBLE,
        values=best.values,
        value=best.value,
        bound=_value(best) if proven else bound,
    )


def _value(outcome: Outcome) -> int:
    assert outcome.value is not None
    return outcome.value
