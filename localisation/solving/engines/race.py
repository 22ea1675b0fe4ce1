"""The engines on one model: side by side on a shared board, or one of them alone."""

import threading
import time
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait

from localisation.domain.errors import Disagreement
from localisation.domain.scenario import SolveLimits
from localisation.domain.vocabulary import Engine, Status
from localisation.solving.engines.apart import NAME as HIGHS
from localisation.solving.engines.apart import search_mip
from localisation.solving.engines.board import Board, Told
from localisation.solving.engines.cpsat import NAME as CPSAT
from localisation.solving.engines.cpsat import search_cpsat, solve_cpsat
from localisation.solving.engines.expanded import expanded
from localisation.solving.engines.location.search import is_location, search_location
from localisation.solving.engines.model import Model
from localisation.solving.engines.outcome import Outcome, holds
from localisation.solving.progress import Stop

NO_LIMIT_S = 1e6
"""A deterministic limit alone decides when to end: seconds would not repeat."""


def run_engines(model: Model, limits: SolveLimits, *, report: Told, stop: Stop | None) -> tuple[str, Outcome]:
    """The best solution and bound, and the names of the engines that found and proved it.

    Where only sites to open have a price, the engine for that goes first (`search_location`). Then, in the portfolio,
    HiGHS takes one of the workers, CP-SAT the rest; they share solutions and bounds, and the proof
    ends both. With a deterministic limit, or a single worker, CP-SAT searches alone (a race is not repeatable).
    INFEASIBLE is only said when both engines, or two configurations of CP-SAT, say so (a single engine has been wrong:
    google/or-tools #5274).
    """
    board = Board(model, report)
    start = [model.hint.get(v, 0) for v in range(len(model.variables))]
    if len(model.hint) == len(start) and holds(model, start):
        board.offer(start, "")
    repeatable = limits.deterministic_limit is not None
    seconds = NO_LIMIT_S if repeatable else float(limits.time_limit_s)
    engine = limits.engine
    if engine is Engine.PORTFOLIO and (repeatable or limits.workers == 1):
        engine = Engine.CP_SAT
    if limits.engine is Engine.PORTFOLIO and not repeatable and is_location(model):
        began = time.monotonic()
        search_location(model, board, seconds=seconds, seed=limits.seed, stop=stop)
        seconds -= time.monotonic() - began
        if board.closed or seconds < 1 or (stop is not None and stop.is_set()):
            return board.outcome()
    plain = expanded(model)
    says = _SEARCH[engine](plain, board, limits, seconds, stop)
    if board.best is None and Status.INFEASIBLE in says.values():
        return _confirmed(plain, limits, says, seconds, stop)
    return board.outcome()


def _cpsat(model: Model, board: Board, limits: SolveLimits, seconds: float, stop: Stop | None) -> dict[str, Status]:
    return {CPSAT: search_cpsat(model, board, limits, seconds=seconds, stop=stop)}


def _mip(model: Model, board: Board, limits: SolveLimits, seconds: float, stop: Stop | None) -> dict[str, Status]:
    return {HIGHS: search_mip(model, board, seconds=seconds, seed=limits.seed, stop=stop)}


def _portfolio(model: Model, board: Board, limits: SolveLimits, seconds: float, stop: Stop | None) -> dict[str, Status]:
    fewer = limits.model_copy(update={"workers": limits.workers - 1})
    failed = threading.Event()
    ended = _Either(failed, stop)
    with ThreadPoolExecutor(max_workers=2) as pool:
        runs: dict[Future[Status], str] = {
            pool.submit(search_cpsat, model, board, fewer, seconds=seconds, stop=ended): CPSAT,
            pool.submit(search_mip, model, board, seconds=seconds, seed=limits.seed, stop=ended): HIGHS,
        }
        pending = set(runs)
        while pending:
            done, pending = wait(pending, return_when=FIRST_COMPLETED)
            if any(run.exception() for run in done):
                failed.set()
    return {name: run.result() for run, name in runs.items()}


_SEARCH = {Engine.CP_SAT: _cpsat, Engine.MIP: _mip, Engine.PORTFOLIO: _portfolio}


def _confirmed(
    model: Model, limits: SolveLimits, says: dict[str, Status], seconds: float, stop: Stop | None
) -> tuple[str, Outcome]:
    """INFEASIBLE if a second engine, or another configuration of CP-SAT, agrees; what it finds otherwise."""
    agreeing = [name for name, status in says.items() if status is Status.INFEASIBLE]
    if len(agreeing) > 1:
        return " + ".join(agreeing), Outcome(status=Status.INFEASIBLE)
    other = limits.model_copy(update={"seed": limits.seed + 1, "workers": 1})
    again = solve_cpsat(model, other, seconds=seconds, stop=stop, presolve=False)
    if again.values is not None:
        raise Disagreement(f"{agreeing[0]} says that there is no solution, CP-SAT has one")
    return f"{agreeing[0]} + {CPSAT}", again


class _Either:
    """Set when either of two events is; all an engine asks of a stop."""

    def __init__(self, failed: threading.Event, stop: Stop | None) -> None:
        self._failed, self._stop = failed, stop

    def is_set(self) -> bool:
        return self._failed.is_set() or (self._stop is not None and self._stop.is_set())
