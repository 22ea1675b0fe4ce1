"""The engine for single-source assignment: a bound, good solutions, and prices that rule choices out."""

import time

import numpy as np

from localisation.array_types import Floats, Whole
from localisation.domain.scenario import SolveLimits
from localisation.rules.goal import GOAL_UNITS
from localisation.solving.engines.arrays import Arrays
from localisation.solving.engines.board import Board
from localisation.solving.engines.cpsat_search import search_whole
from localisation.solving.engines.cpsat_turn import Turn
from localisation.solving.engines.kernel import search_kernel
from localisation.solving.engines.model import Model
from localisation.solving.engines.relaxation import Relaxation
from localisation.solving.engines.single_source.ascent import ascend
from localisation.solving.engines.single_source.assignment import assigned, improved
from localisation.solving.engines.single_source.penalties import Penalties, penalties
from localisation.solving.engines.single_source.prices import Priced, Pricing
from localisation.solving.engines.single_source.rooms import Rooms, rooms_of
from localisation.solving.engines.single_source.tree import Tree
from localisation.solving.progress import Stop

BY = "single source"
ASCENT_SHARE = 1 / 4
"""Of the time there is, for the bound and what is made by hand."""
TREE_SHARE = 1 / 2
"""Of the time there is, until which it is decided branch by branch which places are open."""
FIRST_SHARE, FIRST_S = 1 / 6, 3.0
"""Of the time there is, and at most, for CP-SAT on what the prices leave, before other engines are asked."""
FEW_LEFT, FEW = 1 / 3, 1_500
"""Of the choices, and so many: with more left by the prices CP-SAT will not be done soon."""
EVERY, UNITS = 5, 20
"""Every so manieth round an assignment is made by hand, with more units for each so many of them one round less."""
NEAR = 0.02
"""The bound is to rise no further above the best so far, as a part of it: what is found by hand may be far away."""


def search_single_source(
    model: Model, board: Board, limits: SolveLimits, *, seconds: float, stop: Stop | None
) -> Relaxation | None:
    """Search where each unit has one place of limited room; what is known of the whole when others must go on.

    None where the model has no such part (`rooms_of`). Bounds are exact in whole numbers.
    """
    began = time.monotonic()
    if model.blocks:
        return None  # before arrays of what may be large are made
    arrays = Arrays(model)
    if not arrays.exact or not arrays.propagate(arrays.low, arrays.high):
        return None
    rooms = rooms_of(model, arrays)
    if rooms is None:
        return None
    pricing = Pricing(rooms)
    if not pricing.possible:
        return None
    heard = _Heard(arrays, pricing, board, began + seconds * ASCENT_SHARE, stop)
    best, often = ascend(pricing, heard)
    if board.closed or (stop is not None and stop.is_set()):
        return None
    relaxed = relaxation(pricing, best, penalties(pricing, best, heard.halted), often, len(model.variables))
    if _left(rooms, relaxed, board) <= max(FEW, FEW_LEFT * rooms.may.sum()):
        left = min(FIRST_S, seconds * FIRST_SHARE)
        search_whole(model, board, limits, Turn(quick=True), seconds=left, stop=stop, relaxed=relaxed)
    if board.best is not None and not board.closed and not rooms.always.all():
        search_kernel(model, board, limits, relaxed, seconds=seconds, stop=stop)
        heard.deadline = began + seconds * TREE_SHARE

        def of_branch(branch: Pricing, priced: Priced, found: Penalties) -> Relaxation:
            return relaxation(branch, priced, found, often, len(model.variables))

        tree = Tree(
            model, rooms, board, limits, relaxation=of_branch, attempt=heard.attempt,
            left=lambda: heard.deadline - time.monotonic(), stop=stop,
        )  # fmt: skip
        tree.search(best)
    return relaxed


def _left(rooms: Rooms, relaxed: Relaxation, board: Board) -> int:
    """How many choices the prices do not rule out."""
    known = board.best
    room = np.inf if known is None else known[0] / GOAL_UNITS - relaxed.bound
    return int((relaxed.reduced[rooms.variables[rooms.may]] <= room).sum())


class _Heard:
    """Tells the board of bounds, and of assignments made of what prices choose."""

    def __init__(self, arrays: Arrays, pricing: Pricing, board: Board, deadline: float, stop: Stop | None) -> None:
        self._arrays, self._pricing, self._board = arrays, pricing, board
        self.deadline, self._stop = deadline, stop
        self._every = max(EVERY, pricing.rooms.costs.shape[1] // UNITS)
        self._round = 0
        self._best: int | None = None
        self._tried: set[bytes] = set()
        self._cheapest: int | None = None

    def halted(self) -> bool:
        """Whether time is up or somebody stops it."""
        return time.monotonic() > self.deadline or (self._stop is not None and self._stop.is_set())

    def __call__(self, priced: Priced) -> float | None:
        """What the bound is to rise to, in fine units; None when there is nothing more to look for."""
        rooms, fine = self._pricing.rooms, self._pricing.fine
        self._board.lift(rooms.constant + rooms.grid * -(-priced.bound // fine), BY)
        self._best = priced.bound if self._best is None else max(self._best, priced.bound)
        if self._round % self._every == 0 or not priced.missing.any():
            self.attempt(priced)
        self._round += 1
        if self._board.closed or self.halted():
            return None
        known = [self._best + NEAR * abs(self._best) + fine]
        if self._cheapest is not None:
            known.append(self._cheapest * fine)
        if (best := self._board.best) is not None:
            known.append((best[0] - rooms.constant) // rooms.grid * fine)
        return float(min(known))

    def attempt(self, priced: Priced) -> None:
        """Make an assignment of what prices choose, improve it, and tell the board of both."""
        rooms = self._pricing.rooms
        places = assigned(rooms, priced.chosen, priced.opened)
        if places is None or places.tobytes() in self._tried:
            return
        self._tried.add(places.tobytes())
        for made in (places, improved(rooms, places, self.halted)):
            value, best = rooms.value(made), self._board.best
            self._cheapest = value if self._cheapest is None else min(self._cheapest, value)
            if best is None or rooms.constant + rooms.grid * value < best[0]:
                self._board.offer(_values(rooms, self._arrays, made), BY)


def _values(rooms: Rooms, arrays: Arrays, places: Whole) -> list[int]:
    """The model's variables: all others at their least, rows that then fail helped as far as bounds allow."""
    low, high = arrays.low.copy(), arrays.high.copy()
    ours = rooms.variables[rooms.variables >= 0]
    low[ours] = high[ours] = 0
    chosen = rooms.variables[places, np.arange(len(places))]
    low[chosen] = high[chosen] = 1
    opened = rooms.openers[np.unique(places)]
    low[opened[opened >= 0]] = 1
    return [round(x) for x in arrays.repaired(low, low, high).tolist()]


def relaxation(pricing: Pricing, best: Priced, found: Penalties, often: Floats, variables: int) -> Relaxation:
    """The bound, and what it costs beyond it to choose what the prices do not, as of a linear relaxation."""
    rooms = pricing.rooms
    points = rooms.grid / GOAL_UNITS
    values, reduced = np.zeros(variables), np.zeros(variables)
    values[rooms.variables[rooms.may]] = often[rooms.may]
    reduced[rooms.variables[rooms.may]] = found.units[rooms.may] * points / pricing.fine
    opened = rooms.openers >= 0
    values[rooms.openers[opened]] = best.opened[opened]
    reduced[rooms.openers[opened]] = found.places[opened] * points / pricing.fine
    bound = rooms.constant / GOAL_UNITS + best.bound * points / pricing.fine
    return Relaxation(values=values, bound=bound, reduced=reduced)
