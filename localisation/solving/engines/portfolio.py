"""CP-SAT and HiGHS together: a relaxation, good solutions, then the proof."""

import threading
import time
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from dataclasses import replace

from localisation.domain.scenario import SolveLimits
from localisation.domain.vocabulary import Status
from localisation.solving.engines.any_one import any_one
from localisation.solving.engines.apart import GRACE_S, LOOK_EVERY_S, Highs
from localisation.solving.engines.apart import NAME as HIGHS
from localisation.solving.engines.board import Board
from localisation.solving.engines.cpsat import LP_HEAVY, LP_LIGHT
from localisation.solving.engines.cpsat import NAME as CPSAT
from localisation.solving.engines.cpsat_search import search_whole
from localisation.solving.engines.cpsat_turn import Turn
from localisation.solving.engines.fixing import with_cuts
from localisation.solving.engines.improving import improve
from localisation.solving.engines.kernel import search_kernel, tells
from localisation.solving.engines.model import MANY, Model
from localisation.solving.engines.parts import Parts
from localisation.solving.engines.relaxation import Relaxation
from localisation.solving.engines.search import EngineDied
from localisation.solving.progress import Stop

RELAX_SHARE, LONG_RELAX_SHARE = 1 / 4, 2 / 3
"""Of the time there is, for the linear relaxation; the second where nothing else will give a bound."""
FIRST_SHARE = 1 / 3
"""Of the time there is, for any solution at all."""
TREE_SHARE = 1 / 12
"""When the relaxation takes more of the time than this, HiGHS would not come far with its tree of them; nor would it in
a large model, where several workers of CP-SAT find better plans and as good bounds (60 x 50, 60 s: 46.21, 46.19)."""
IMPROVE_SHARE = 2 / 3
"""Of the time that is left after the kernel of a large model, for its parts; the whole, and its bound, get the rest."""
HOPE_SHARE, HOPE_S = 1 / 6, 10.0
"""Of the time there is, and at least, for the tree to come near: where it has not by then, it will not in time."""
NEAR = 0.2
"""A solution so near the bound (relative) is good to begin from, and may be proven."""


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

    HiGHS solves the linear relaxation while CP-SAT looks for any solution at all; in a small model for the best, which
    it may prove at once. Then CP-SAT has every worker, to find good solutions among what the relaxation thinks well of
    (`search_kernel`); last, both prove side by side and tell each other what they find, CP-SAT on the model without
    what the relaxation's prices and the best known rule out. In a large model, where the relaxation takes long, and
    where bound and best stay far apart, CP-SAT goes on alone with every worker: it finds the better solutions. A model
    that is too large to be written out whole is never searched whole. Large models are improved part by part
    (`improve`). `given` is a relaxation that is known beforehand; the one with the higher bound counts.
    """
    began = time.monotonic()
    until = began + seconds
    fewer = limits.model_copy(update={"workers": limits.workers - 1})
    start = board.best
    large = model.huge or len(model.variables) >= MANY
    relax_s = seconds * (LONG_RELAX_SHARE if model.huge else RELAX_SHARE)
    with Highs(model, board, limits, seconds=seconds, relax_s=relax_s) as highs:
        relaxing = _Either(stop, highs.tried)
        patience = min(until, began + relax_s + GRACE_S)
        meanwhile = Status.UNKNOWN
        parts = Parts(model) if large else None
        if parts is None:
            meanwhile = search_whole(model, board, fewer, Turn(), seconds=seconds, stop=relaxing)
        elif start is None:
            first_s = patience - time.monotonic() if model.huge else seconds * FIRST_SHARE
            meanwhile = any_one(parts, board, fewer, seconds=first_s, stop=stop)
        if board.closed or meanwhile is Status.INFEASIBLE:
            return {CPSAT: meanwhile}
        if parts is not None and model.huge:
            left = patience - time.monotonic()
            improve(parts, board, fewer, highs.relaxation, seconds=left, stop=relaxing, to_the_end=True)
        while not relaxing.is_set() and not board.closed and time.monotonic() < patience:
            time.sleep(LOOK_EVERY_S)
        relaxed = _stronger(highs.relaxation(), given)
        plain = highs.plain() if given is None else None
        tree = relaxed is not None and not large and highs.relaxed_s < seconds * TREE_SHARE
        light = False
        if relaxed is not None:
            light = large and not model.huge and not tells(model, relaxed)
            if not model.huge and not light and not (start and _near(board)):
                kernel = relaxed if large else plain or relaxed
                search_kernel(model, board, limits, kernel, seconds=until - time.monotonic(), stop=stop)
        if tree:
            ended = _Either(stop, _Hopeless(board, began + max(HOPE_S, seconds * HOPE_SHARE)))
            left = until - time.monotonic()
            says = _side_by_side(model, board, fewer, highs, relaxed, seconds=left, stop=ended)
            stopped = stop is not None and stop.is_set()
            if board.closed or stopped or Status.INFEASIBLE in says.values() or not ended.is_set():
                return says
    if parts is not None and model.huge and board.best is None:
        meanwhile = any_one(parts, board, limits, seconds=until - time.monotonic(), stop=stop)
    if parts is not None and not light:
        left = until - time.monotonic()
        some = left if model.huge else left * IMPROVE_SHARE
        improve(parts, board, limits, highs.relaxation, seconds=some, stop=stop, to_the_end=model.huge)
    if model.huge:
        return {CPSAT: meanwhile}
    turn = Turn(quick=True, subsolvers=LP_LIGHT if light else LP_HEAVY)
    # As rows the cover cuts save CP-SAT seconds in a large model; a small one is proven later with them than without
    # (56 against 35 CPU seconds).
    whole = with_cuts(model, relaxed) if large and relaxed is not None else model
    left = until - time.monotonic()
    return {CPSAT: search_whole(whole, board, limits, turn, seconds=left, stop=stop, relaxed=relaxed)}


def _stronger(found: Relaxation | None, given: Relaxation | None) -> Relaxation | None:
    """The one with the higher bound, with the cuts that were found."""
    if found is None or given is None:
        return found or given
    return found if found.bound >= given.bound else replace(given, cuts=found.cuts)


def _near(board: Board) -> bool:
    best, bound = board.best, board.bound
    return best is not None and bound is not None and best[0] - bound <= NEAR * abs(best[0])


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
    ended = _Either(stop, over)

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
        self._set |= time.monotonic() > self._since and not _near(self._board)
        return self._set


class _Either:
    """Set when either of two events is; all an engine asks of a stop."""

    def __init__(self, stop: Stop | None, other: Stop) -> None:
        self._stop, self._other = stop, other

    def is_set(self) -> bool:
        return self._other.is_set() or (self._stop is not None and self._stop.is_set())
