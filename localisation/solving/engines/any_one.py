"""Any solution at all, of a model whose whole would take long to search."""

import random
import time

import numpy as np

from localisation.array_types import Flags
from localisation.domain.scenario import SolveLimits
from localisation.domain.vocabulary import Status
from localisation.solving.engines.board import Board
from localisation.solving.engines.cpsat import NAME
from localisation.solving.engines.cpsat_turn import ANY_ONE, take_turn
from localisation.solving.engines.parts import Parts
from localisation.solving.progress import Stop

EACH, CHEAPEST = 10, 1 / 5
"""Choices that each group has at first, and how many of them are its cheapest; the others are drawn."""
SHARE = 1 / 3
"""Of the time there is, for one try."""


def any_one(parts: Parts, board: Board, limits: SolveLimits, *, seconds: float, stop: Stop | None) -> Status:
    """Search among a few choices of each group until a solution is on the board; INFEASIBLE when there is none.

    Where these few allow none there are more of them in the next try, and others where it took too long.
    """
    until = time.monotonic() + seconds
    draw = random.Random(limits.seed)
    nothing = parts.arrays.low.astype(np.int64).tolist()
    each = EACH
    while (left := until - time.monotonic()) > 0 and board.best is None and not (stop is not None and stop.is_set()):
        whole = all(len(choices) <= each for choices in parts.choices)
        part = parts.part(nothing, _some(parts, each, draw))
        status = Status.INFEASIBLE
        if part is not None:
            own = Board(part.model)
            status = take_turn(part.model, own, limits, ANY_ONE, seconds=left * SHARE, stop=stop).status
            if own.best is not None:
                board.offer(part.whole(own.best[1]), NAME)
        if whole:
            return status if parts.arrays.exact else Status.UNKNOWN
        if status is not Status.UNKNOWN:
            each *= 2
    return Status.UNKNOWN


def _some(parts: Parts, each: int, draw: random.Random) -> Flags:
    """The variables of so many choices of each group, and all that follow from choices."""
    free = parts.followers.copy()
    prices, cheapest = parts.prices, round(each * CHEAPEST)
    for choices in parts.choices:
        by_price = choices[np.argsort(prices[choices], kind="stable")].tolist()
        others = by_price[cheapest:]
        free[by_price[:cheapest]] = True
        free[others if len(choices) <= each else draw.sample(others, each - cheapest)] = True
    return free
