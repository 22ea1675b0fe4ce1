"""Which places are open, decided branch by branch, until no branch may have anything better."""

import heapq
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

import numpy as np

from localisation.array_types import Flags
from localisation.domain.scenario import SolveLimits
from localisation.domain.vocabulary import Status
from localisation.solving.engines.board import Board
from localisation.solving.engines.cpsat_turn import Turn, take_turn
from localisation.solving.engines.fixing import narrowed
from localisation.solving.engines.model import Model, Row
from localisation.solving.engines.relaxation import Relaxation
from localisation.solving.engines.single_source.ascent import ascend
from localisation.solving.engines.single_source.penalties import Penalties, penalties
from localisation.solving.engines.single_source.prices import Priced, Pricing
from localisation.solving.progress import Stop

BY = "single source"
ROUNDS, FIRST_STEP = 40, 0.3
"""Of the ascent in a branch: its prices begin where those of the branch before ended."""
TRY_EVERY = 8
"""Every so many branches an assignment is made by hand."""
MOST = 20_000
"""Branches after which other engines are asked."""
LEAF_SHARE = 1 / 4
"""Of the time that is left, for units' places once it is decided which are open."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Branch:
    """Some places open and some closed, and the best prices found for the rest."""

    opened: Flags
    closed: Flags
    pricing: Pricing
    priced: Priced


class Tree:
    """Best-first branch and bound on which places are open (Holmberg, Ronnqvist & Yuan 1999).

    A branch's bound is that of whole knapsacks, from the prices of the branch before; penalties close and open places
    without branching. With all places decided an assignment of units is left, which CP-SAT searches for anything better
    than the best known. Bounds are exact in whole numbers. `relaxation` makes one of a branch's prices and penalties;
    `attempt` makes assignments by hand of prices.
    """

    def __init__(
        self,
        model: Model,
        board: Board,
        limits: SolveLimits,
        *,
        relaxation: Callable[[Pricing, Priced, Penalties], Relaxation],
        attempt: Callable[[Priced], None],
        left: Callable[[], float],
        stop: Stop | None,
    ) -> None:
        self._model, self._board, self._limits = model, board, limits
        self._relaxation, self._attempt, self._left, self._stop = relaxation, attempt, left, stop
        self._open: list[tuple[int, int, _Branch]] = []
        self._undecided: int | None = None
        """The least bound of the branches that CP-SAT was not done with."""
        self._count = 0

    def search(self, pricing: Pricing, priced: Priced) -> None:
        """From the prices of the whole until nothing is open, or time is out; there must be a solution."""
        none = np.zeros(len(priced.places), dtype=np.bool_)
        self._keep(_Branch(opened=none, closed=none, pricing=pricing, priced=priced))
        while self._open and self._count < MOST and not self._over():
            bound, _, branch = self._open[0]
            self._lift(pricing, bound)
            if self._over():
                return
            if bound >= self._goal(pricing):
                break
            heapq.heappop(self._open)
            self._follow(branch)
        if not self._open or self._open[0][0] >= self._goal(pricing):
            self._lift(pricing, self._goal(pricing))

    def _over(self) -> bool:
        return self._board.closed or self._left() <= 0 or (self._stop is not None and self._stop.is_set())

    def _goal(self, pricing: Pricing) -> int:
        """What every better solution is below, in fine units, as they are whole grid units."""
        best, rooms = self._board.best, pricing.rooms
        assert best is not None
        return ((best[0] - rooms.constant - 1) // rooms.grid) * pricing.fine + 1

    def _lift(self, pricing: Pricing, bound: int) -> None:
        least = bound if self._undecided is None else min(bound, self._undecided)
        rooms, best = pricing.rooms, self._board.best
        assert best is not None
        self._board.lift(min(best[0], rooms.constant + rooms.grid * -(-least // pricing.fine)), BY)

    def _keep(self, branch: _Branch) -> None:
        self._count += 1
        heapq.heappush(self._open, (branch.priced.bound, self._count, branch))
        if self._count % TRY_EVERY == 0:
            self._attempt(branch.priced)

    def _follow(self, branch: _Branch) -> None:
        """Decide what penalties decide, and branch on the place that costs most one way; or search the assignment."""
        found = penalties(branch.pricing, branch.priced, lambda: self._left() <= 0)
        room = self._goal(branch.pricing) - branch.priced.bound
        if room <= 0:
            return
        free = ~(branch.closed | branch.pricing.rooms.always)
        closed = branch.closed | (free & (found.places >= room))
        opened = branch.opened | (free & (found.places <= -room))
        sure = opened | closed | ~free
        if sure.all():
            self._assign(replace(branch, opened=opened, closed=closed), found)
            return
        place = int(np.where(sure, -1, np.abs(found.places)).argmax())
        for child in self._children(branch, opened, closed, place):
            self._keep(child)

    def _children(self, branch: _Branch, opened: Flags, closed: Flags, place: int) -> Iterator[_Branch]:
        this = np.zeros(len(opened), dtype=np.bool_)
        this[place] = True
        rooms = branch.pricing.rooms
        for more_open, more_closed in ((opened | this, closed), (opened, closed | this)):
            pricing = Pricing(rooms.where(more_open, more_closed))
            if not pricing.possible:
                continue
            goal = self._goal(pricing)
            priced, _ = ascend(
                pricing, self._aim(goal), start=branch.priced.prices.astype(np.float64), first_step=FIRST_STEP,
                rounds=ROUNDS,
            )  # fmt: skip
            if priced.bound < goal:
                yield _Branch(opened=more_open, closed=more_closed, pricing=pricing, priced=priced)

    def _aim(self, goal: int) -> Callable[[Priced], float | None]:
        def aim(now: Priced) -> float | None:
            return None if now.bound >= goal or self._over() else float(goal)

        return aim

    def _assign(self, branch: _Branch, found: Penalties) -> None:
        """Let CP-SAT look for anything better with these places open."""
        best, rooms = self._board.best, branch.pricing.rooms
        assert best is not None
        model = replace(self._model, variables=[replace(v) for v in self._model.variables], rows=list(self._model.rows))
        for place, variable in enumerate(rooms.openers.tolist()):
            if variable >= 0 and branch.opened[place]:
                model.variables[variable].low = max(model.variables[variable].low, 1)
            elif variable >= 0 and branch.closed[place]:
                model.variables[variable].high = 0
        rest = narrowed(model, self._relaxation(branch.pricing, branch.priced, found), best[0])
        rest.rows.append(Row(model.objective, None, best[0] - 1))
        rest.hint = {}
        turn = Turn(part=True, quick=True)
        seconds = self._left() * LEAF_SHARE
        taken = take_turn(rest, self._board, self._limits, turn, seconds=seconds, stop=self._stop)
        if taken.status not in (Status.OPTIMAL, Status.INFEASIBLE):
            least = branch.priced.bound
            self._undecided = least if self._undecided is None else min(least, self._undecided)
