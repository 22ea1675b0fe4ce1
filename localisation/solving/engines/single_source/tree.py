"""Which places are open, decided branch by branch, until no branch may have anything better."""

import heapq
from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np

from localisation.array_types import Flags, Whole
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
from localisation.solving.engines.single_source.rooms import Rooms
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
    """Some places open and some closed, and the best prices found for the rest; no more, as there may be thousands."""

    opened: Flags
    closed: Flags
    prices: Whole
    bound: int


class Tree:
    """Best-first branch and bound on which places are open (Holmberg, Ronnqvist & Yuan 1999).

    A branch's bound is that of whole knapsacks, from the prices of the branch before; penalties close and open places
    without branching. With all places decided an assignment of units is left, which CP-SAT searches for anything better
    than the best known; its word that there is nothing counts, as that of an optimum does. Bounds are exact in whole
    numbers. `relaxation` makes one of a branch's prices and penalties; `attempt` makes assignments by hand of prices.
    """

    def __init__(
        self,
        model: Model,
        rooms: Rooms,
        board: Board,
        limits: SolveLimits,
        *,
        relaxation: Callable[[Pricing, Priced, Penalties], Relaxation],
        attempt: Callable[[Priced], None],
        left: Callable[[], float],
        stop: Stop | None,
    ) -> None:
        self._model, self._rooms, self._board, self._limits = model, rooms, board, limits
        self._relaxation, self._attempt, self._left, self._stop = relaxation, attempt, left, stop
        self._fine = Pricing(rooms).fine
        self._open: list[tuple[int, int, _Branch]] = []
        self._undecided: int | None = None
        """The least bound of the branches that CP-SAT was not done with."""
        self._count = 0

    def search(self, priced: Priced) -> None:
        """From prices of the whole until nothing is open, or time is out; there must be a solution.

        A branch that CP-SAT is not done with ends it, too: without that one nothing more can be proven.
        """
        none = np.zeros(len(priced.places), dtype=np.bool_)
        self._keep(none, none, priced)
        while self._open and self._count < MOST and not self._over():
            bound, _, branch = self._open[0]
            self._lift(bound)
            if self._over() or bound >= self._goal or (self._undecided is not None and bound >= self._undecided):
                break
            heapq.heappop(self._open)
            self._follow(branch)
        if not self._open or self._open[0][0] >= self._goal:
            self._lift(self._goal)

    def _over(self) -> bool:
        return self._board.closed or self._left() <= 0 or (self._stop is not None and self._stop.is_set())

    @property
    def _goal(self) -> int:
        """What every better solution is below, in fine units, as they are whole grid units."""
        best = self._board.best
        assert best is not None
        return ((best[0] - self._rooms.constant - 1) // self._rooms.grid) * self._fine + 1

    def _lift(self, bound: int) -> None:
        least = bound if self._undecided is None else min(bound, self._undecided)
        best = self._board.best
        assert best is not None
        self._board.lift(min(best[0], self._rooms.constant + self._rooms.grid * -(-least // self._fine)), BY)

    def _keep(self, opened: Flags, closed: Flags, priced: Priced) -> None:
        branch = _Branch(opened=opened, closed=closed, prices=priced.prices, bound=priced.bound)
        self._count += 1
        heapq.heappush(self._open, (branch.bound, self._count, branch))
        if self._count % TRY_EVERY == 0:
            self._attempt(priced)

    def _follow(self, branch: _Branch) -> None:
        """Decide what penalties decide, and branch on the place that costs most one way; or search the assignment."""
        pricing = Pricing(self._rooms.where(branch.opened, branch.closed))
        priced = pricing.at(branch.prices.astype(np.float64))
        found = penalties(pricing, priced, lambda: self._left() <= 0)
        room = self._goal - branch.bound
        if room <= 0:
            return
        free = ~(branch.closed | branch.opened | self._rooms.always)
        closed = branch.closed | self._with_same_opener(free & (found.places >= room))
        opened = branch.opened | self._with_same_opener(free & (found.places <= -room))
        if (opened & closed).any():
            return
        sure = opened | closed | self._rooms.always
        if sure.all():
            self._assign(opened, closed, branch.bound, self._relaxation(pricing, priced, found))
            return
        place = np.zeros(len(sure), dtype=np.bool_)
        place[np.where(sure, -1, np.abs(found.places)).argmax()] = True
        place = self._with_same_opener(place)
        self._branch(opened | place, closed, branch.prices)
        self._branch(opened, closed | place, branch.prices)

    def _with_same_opener(self, places: Flags) -> Flags:
        """These, and the places (rooms of another kind) that one opener opens and closes with them."""
        openers = self._rooms.openers
        return places | np.isin(openers, openers[places & (openers >= 0)])

    def _branch(self, opened: Flags, closed: Flags, prices: Whole) -> None:
        pricing = Pricing(self._rooms.where(opened, closed))
        if not pricing.possible:
            return
        goal = self._goal

        def aim(now: Priced) -> float | None:
            return None if now.bound >= goal or self._over() else float(goal)

        priced, _ = ascend(pricing, aim, start=prices.astype(np.float64), first_step=FIRST_STEP, rounds=ROUNDS)
        if priced.bound < goal:
            self._keep(opened, closed, priced)

    def _assign(self, opened: Flags, closed: Flags, bound: int, relaxed: Relaxation) -> None:
        """Let CP-SAT look for anything better with these places open."""
        best = self._board.best
        assert best is not None
        model = replace(self._model, variables=[replace(v) for v in self._model.variables], rows=list(self._model.rows))
        for place, variable in enumerate(self._rooms.openers.tolist()):
            if variable >= 0 and opened[place]:
                model.variables[variable].low = max(model.variables[variable].low, 1)
            elif variable >= 0 and closed[place]:
                model.variables[variable].high = 0
        rest = narrowed(model, relaxed, best[0])
        rest.rows.append(Row(model.objective, None, best[0] - 1))
        rest.hint = {}
        turn = Turn(part=True, quick=True)
        seconds = self._left() * LEAF_SHARE
        taken = take_turn(rest, self._board, self._limits, turn, seconds=seconds, stop=self._stop)
        if taken.status not in (Status.OPTIMAL, Status.INFEASIBLE):
            self._undecided = bound if self._undecided is None else min(bound, self._undecided)
