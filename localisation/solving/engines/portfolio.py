"""CP-SAT and HiGHS together: a relaxation, good solutions, then the proof."""

import threading
import time
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait

from localisation.domain.scenario import SolveLimits
from localisation.domain.vocabulary import Status
from localisation.solving.engines.apart import NAME as HIGHS
from localisation.solving.engines.apart import Highs
from localisation.solving.engines.board import Board
from localisation.solving.engines.cpsat import NAME as CPSAT
from localisation.solving.engines.cpsat_search import search_whole
from localisation.solving.engines.cpsat_turn import Turn
from localisation.solving.engines.either import Either
from localisation.solving.engines.kernel import search_kernel
from localisation.solving.engines.model import MANY, Model
from localisation.solving.engines.portfolio_large import RELAX_SHARE, search_large
from localisation.solving.engines.relaxation import Relaxation, stronger
from localisation.solving.engines.search import EngineDied
from localisation.solving.progress import Stop

TREE_SHARE = 1 / 12
"""When the relaxation takes more of the time than this, HiGHS would not come far with its tree of them; nor would it in
a large model, where several workers of CP-SAT find better plans and as good bounds (60 x 50, 60 s: 46.21, 46.19)."""
HOPE_SHARE, HOPE_S = 1 / 6, 10.0
"""Of the time there is, and at least, for the tree to come near: where it has not by then, it will not in time."""


def search_portfolio(
    model: Model,
    board: Board,
    limits: SolveLimits,
    *,
    seconds: float,
    stop: Stop | None,
    given: Relaxation | None = None,
) -> dict[str, Status]:
    """What each engine says in the end; at least two workers.

    HiGHS solves the linear relaxation while CP-SAT looks for the best, which it may prove at once. Then CP-SAT has
    every worker, to find good solutions among what the relaxation thinks well of (`search_kernel`); last, both prove
    side by side and tell each other what they find, CP-SAT on the model without what the relaxation's prices and the
    best known rule out. Where bound and best stay far apart, CP-SAT goes on alone with every worker: it finds the
    better solutions. Large models have a search of their own (`search_large`). `given` is a relaxation that is known
    beforehand; the one with the higher bound counts.
    """
    if model.huge or len(model.variables) >= MANY:
        return search_large(model, board, limits, seconds=seconds, stop=stop, given=given)
    began = time.monotonic()
    until = began + seconds
    fewer = limits.model_copy(update={"workers": limits.workers - 1})
    start = board.best
    relax_s = seconds * RELAX_SHARE
    with Highs(model, board, limits, seconds=seconds, relax_s=relax_s) as highs:
        relaxing = Either(stop, highs.tried)
        meanwhile = search_whole(model, board, fewer, Turn(), seconds=seconds, stop=relaxing)
        if board.closed or meanwhile is Status.INFEASIBLE:
            return {CPSAT: meanwhile}
        highs.wait(relaxing, min(until, began + relax_s))
        relaxed = stronger(highs.relaxation(), given)
        if relaxed is not None and not (start and board.near):
            kernel = highs.plain() if given is None else None
            left = until - time.monotonic()
            search_kernel(model, board, limits, kernel or relaxed, seconds=left, stop=stop)
        if relaxed is not None and highs.relaxed_s < seconds * TREE_SHARE:
            ended = Either(stop, _Hopeless(board, began + max(HOPE_S, seconds * HOPE_SHARE)))
            left = until - time.monotonic()
            says = _side_by_side(model, board, fewer, highs, relaxed, seconds=left, stop=ended)
            stopped = stop is not None and stop.is_set()
            if board.closed or stopped or Status.INFEASIBLE in says.values() or not ended.is_set():
                return says
    left = until - time.monotonic()
    return {CPSAT: search_whole(model, board, limits, Turn(quick=True), seconds=left, stop=stop, relaxed=relaxed)}


def _side_by_side(
    model: Model,
    board: Board,
    limits: SolveLimits,
    highs: Highs,
    relaxed: Relaxation | None,
    *,
    seconds: float,
    stop: Stop | None,
) -> dict[str, Status]:
    """Both search. One that dies is done without, as long as the other lives; that there is nothing ends both."""
    over = threading.Event()
    ended = Either(stop, over)

    def cpsat() -> Status:
        turn = Turn(foreign=True)
        return search_whole(model, board, limits, turn, seconds=seconds, stop=ended, relaxed=relaxed)

    with ThreadPoolExecutor(max_workers=2) as pool:
        runs: dict[Future[Status], str] = {pool.submit(highs.search, ended): HIGHS, pool.submit(cpsat): CPSAT}
        pending = set(runs)
        while pending:
            done, pending = wait(pending, return_when=FIRST_COMPLETED)
            if any(_ends_all(run) for run in done):
                over.set()
    alive = {name: run.result() for run, name in runs.items() if not isinstance(run.exception(), EngineDied)}
    return alive or {name: run.result() for run, name in runs.items()}


def _ends_all(run: Future[Status]) -> bool:
    fault = run.exception()
    return run.result() is Status.INFEASIBLE if fault is None else not isinstance(fault, EngineDied)


class _Hopeless:
    """Set for good when bound and best are far apart at any time from a moment on."""

    def __init__(self, board: Board, since: float) -> None:
        self._board, self._since, self._set = board, since, False

    def is_set(self) -> bool:
        self._set |= time.monotonic() > self._since and not self._board.near
        return self._set
