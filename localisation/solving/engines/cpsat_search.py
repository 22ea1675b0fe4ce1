"""CP-SAT searching a whole model, alone or beside others."""

import time
from dataclasses import replace

from localisation.domain.errors import Disagreement
from localisation.domain.scenario import SolveLimits
from localisation.domain.vocabulary import Status
from localisation.solving.engines.board import Board
from localisation.solving.engines.cpsat_turn import ANY_ONE, Turn, take_turn
from localisation.solving.engines.fixing import narrowed
from localisation.solving.engines.model import MANY, Model
from localisation.solving.engines.relaxation import Relaxation
from localisation.solving.progress import Stop


def search_cpsat(model: Model, board: Board, limits: SolveLimits, *, seconds: float, stop: Stop | None) -> Status:
    """Let CP-SAT search alone."""
    return search_whole(model, board, limits, Turn(), seconds=seconds, stop=stop)


def search_whole(
    model: Model,
    board: Board,
    limits: SolveLimits,
    turn: Turn,
    *,
    seconds: float,
    stop: Stop | None,
    relaxed: Relaxation | None = None,
) -> Status:
    """Search the model, without what the relaxation and the best known rule out, from the best known.

    CP-SAT cannot be told of a solution while it runs. So with `turn.foreign`, when another engine's has been better
    than its own for a while, it begins anew from that one. A large model without a solution is first given any one;
    with a single worker it is no hint (from a poor one it finds its way more slowly than from none: 89 against 52
    points lost after the same work); several look near it.
    Raises `Disagreement` when CP-SAT says that nothing is possible although a solution is known.
    """
    until = time.monotonic() + seconds
    poor = None
    if len(model.variables) >= MANY and board.best is None:
        if take_turn(model, board, limits, ANY_ONE, seconds=seconds, stop=stop).status is Status.INFEASIBLE:
            return Status.INFEASIBLE
        poor = board.best if limits.workers == 1 else None
    while (left := until - time.monotonic()) > 0 and not board.closed and not (stop is not None and stop.is_set()):
        known = board.best
        tried = model
        if known is not None and known != poor:
            tried = replace(model) if relaxed is None else narrowed(model, relaxed, known[0])
            tried.hint = dict(enumerate(known[1]))
        taken = take_turn(tried, board, limits, turn, seconds=left, stop=stop)
        if taken.status is Status.INFEASIBLE and known is not None:
            raise Disagreement("CP-SAT says that there is no solution where one is known")
        if taken.status is Status.INFEASIBLE or not taken.foreign:
            return Status.OPTIMAL if board.closed else taken.status
    return Status.OPTIMAL if board.closed else Status.UNKNOWN
