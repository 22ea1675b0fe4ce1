"""The search of a large model: good solutions part by part, and a bound."""

import time

from localisation.domain.scenario import SolveLimits
from localisation.domain.vocabulary import Status
from localisation.solving.engines.any_one import any_one
from localisation.solving.engines.apart import Highs
from localisation.solving.engines.board import Board
from localisation.solving.engines.cpsat import LP_HEAVY, LP_LIGHT
from localisation.solving.engines.cpsat import NAME as CPSAT
from localisation.solving.engines.cpsat_search import search_whole
from localisation.solving.engines.cpsat_turn import Turn
from localisation.solving.engines.either import Either
from localisation.solving.engines.fixing import with_cuts
from localisation.solving.engines.improving import improve
from localisation.solving.engines.kernel import search_kernel
from localisation.solving.engines.model import Model
from localisation.solving.engines.parts import Parts
from localisation.solving.engines.relaxation import Relaxation, stronger
from localisation.solving.progress import Stop

RELAX_SHARE, LONG_RELAX_SHARE = 1 / 4, 2 / 3
"""Of the time there is, for the linear relaxation; the second where nothing else will give a bound."""
UNTOLD_SHARE = 1 / 4
"""Of the time there is, for the whole before any relaxation, where choices have no prices of their own: CP-SAT soon
leaves what is poor, parts go on from where it comes to a stand."""
FIRST_SHARE = 1 / 3
"""Of the time there is, for any solution at all."""
IMPROVE_SHARE = 2 / 3
"""Of the time that is left after the kernel, for parts; the whole, and its bound, get the rest."""


def search_large(
    model: Model,
    board: Board,
    limits: SolveLimits,
    *,
    seconds: float,
    stop: Stop | None,
    given: Relaxation | None = None,
) -> dict[str, Status]:
    """What each engine says in the end; at least two workers. `given` as in `search_portfolio`.

    CP-SAT looks for any solution and improves it part by part (`improve`) while HiGHS solves the linear relaxation,
    which takes long. Then CP-SAT has every worker: for a kernel of the relaxation, for parts again, and last for the
    whole without what the relaxation's prices and the best known rule out. A model that is too large to be written out
    is never searched whole; where choices have no prices of their own, the whole comes before the relaxation, too.
    """
    until = time.monotonic() + seconds
    parts = Parts(model)
    if not model.huge and not parts.tells(parts.prices):
        some, turn = seconds * UNTOLD_SHARE, Turn(quick=True, subsolvers=LP_LIGHT)
        status = search_whole(model, board, limits, turn, seconds=some, stop=stop)
        if status is Status.INFEASIBLE or board.closed:
            return {CPSAT: status}
    began = time.monotonic()
    start = board.best
    status, relaxed = _relaxed(parts, board, limits, seconds=until - began, stop=stop)
    if status is Status.INFEASIBLE or board.closed:
        return {CPSAT: status}
    relaxed = stronger(relaxed, given)
    telling = relaxed is None or parts.tells(relaxed.reduced)
    if relaxed is not None and telling and not model.huge and not (start and board.near):
        search_kernel(model, board, limits, relaxed, seconds=until - time.monotonic(), stop=stop)
    if model.huge and board.best is None:
        status = any_one(parts, board, limits, seconds=until - time.monotonic(), stop=stop)
    left = until - time.monotonic()
    some, to_the_end = (left, True) if model.huge else (left * IMPROVE_SHARE, not telling)
    improve(parts, board, limits, lambda: relaxed, seconds=some, stop=stop, to_the_end=to_the_end)
    if model.huge:
        return {CPSAT: status}
    turn = Turn(quick=True, subsolvers=LP_HEAVY if telling else LP_LIGHT)
    # As rows the cover cuts save CP-SAT seconds here; a small model is proven later with them than without (56 against
    # 35 CPU seconds), so `search_portfolio` leaves them out.
    whole = model if relaxed is None else with_cuts(model, relaxed)
    left = until - time.monotonic()
    return {CPSAT: search_whole(whole, board, limits, turn, seconds=left, stop=stop, relaxed=relaxed)}


def _relaxed(
    parts: Parts, board: Board, limits: SolveLimits, *, seconds: float, stop: Stop | None
) -> tuple[Status, Relaxation | None]:
    """The linear relaxation, as far as it came, and what was said of solutions that were looked for meanwhile."""
    began = time.monotonic()
    huge = parts.model.huge
    relax_s = seconds * (LONG_RELAX_SHARE if huge else RELAX_SHARE)
    fewer = limits.model_copy(update={"workers": limits.workers - 1})
    status = Status.UNKNOWN
    with Highs(parts.model, board, limits, seconds=seconds, relax_s=relax_s) as highs:
        relaxing = Either(stop, highs.tried)
        patience = began + min(seconds, relax_s)
        if board.best is None:
            first_s = patience - time.monotonic() if huge else seconds * FIRST_SHARE
            status = any_one(parts, board, fewer, seconds=first_s, stop=stop)
        if status is not Status.INFEASIBLE and not board.closed:
            left = patience - time.monotonic()
            improve(parts, board, fewer, highs.relaxation, seconds=left, stop=relaxing, to_the_end=True)
            highs.wait(relaxing, patience)
        return status, highs.relaxation()
