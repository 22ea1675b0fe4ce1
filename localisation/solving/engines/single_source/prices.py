"""Lagrangian bounds of a single-source assignment: units pay, and each place takes what pays best for its room."""

from dataclasses import dataclass

import numpy as np
from ortools.algorithms.python import knapsack_solver

from localisation.array_types import Flags, Floats, Whole
from localisation.solving.engines.single_source.rooms import Rooms

FINEST = 64
"""Prices are on a grid of so much finer than costs, if sums stay exact."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Priced:
    """What prices come to: a bound that no assignment is below, in `fine` parts of a grid unit, and how it comes about.

    `places` is what each place adds if it is open (m), its units chosen as pays best; `chosen` says which those are
    (m x n) in the places that are `opened` (m).
    """

    prices: Whole
    bound: int
    places: Whole
    opened: Flags
    chosen: Flags

    @property
    def missing(self) -> Whole:
        """By unit: 1 where no place takes it, less than 0 where several do; a subgradient."""
        missing: Whole = 1 - self.chosen.sum(axis=0)
        return missing


class Pricing:
    """Relaxes that every unit has one place, and keeps that places have limited room (Holmberg, Ronnqvist & Yuan 1999).

    What all units take at the least must have room together in what is open. Each place is a knapsack problem, and so
    is which of them are open; both are solved exactly, by dynamic programming over whole numbers.
    """

    def __init__(self, rooms: Rooms) -> None:
        self.rooms = rooms
        weight = int(np.abs(rooms.costs).max(axis=0).sum()) + int(np.abs(rooms.opening).sum()) + 1
        self.fine = max(1, min(FINEST, 2**52 // weight))
        self._costs, self._opening = rooms.costs * self.fine, rooms.opening * self.fine
        least = np.where(rooms.may, rooms.takes, np.iinfo(np.int64).max).min(axis=0)
        self._least_room = int(least.sum())
        kind = knapsack_solver.SolverType.KNAPSACK_DIVIDE_AND_CONQUER_SOLVER
        self._solver = knapsack_solver.KnapsackSolver(kind, "room")

    @property
    def possible(self) -> bool:
        """Whether every unit has a place, and all together room."""
        return bool(self.rooms.may.any(axis=0).all()) and self._least_room <= self.rooms.room.sum()

    def first(self) -> Floats:
        """Prices to begin with: what each unit costs in its second cheapest place."""
        costs = np.where(self.rooms.may, self._costs, self._costs.max() + 1)
        second: Floats = np.sort(costs, axis=0)[1].astype(np.float64)
        return second

    def at(self, prices: Floats) -> Priced:
        """The bound at some prices, rounded to whole parts."""
        rooms, whole = self.rooms, np.round(prices).astype(np.int64)
        gains = whole - self._costs
        chosen = np.zeros(gains.shape, dtype=np.bool_)
        places = self._opening.copy()
        for j in range(len(places)):
            taken = self._best(gains[j], rooms.takes[j], int(rooms.room[j]), rooms.may[j])
            chosen[j, taken] = True
            places[j] -= int(gains[j, taken].sum())
        opened = self.least(places, rooms.always)
        assert opened is not None, "there is room for all in all places"
        chosen[~opened] = False
        bound = int(whole.sum()) + int(places[opened].sum())
        return Priced(prices=whole, bound=bound, places=places, opened=opened, chosen=chosen)

    def least(self, places: Whole, must: Flags, but_not: int | None = None) -> Flags | None:
        """Which places open cost the least, with room enough for all; None where there is none."""
        opened = must | (places < 0)
        closed = ~opened
        if but_not is not None:
            opened[but_not] = closed[but_not] = False
        room = self.rooms.room
        lacking = self._least_room - int(room[opened].sum())
        if lacking <= 0:
            return opened
        at = np.flatnonzero(closed)
        spare = int(room[at].sum()) - lacking
        if spare < 0:
            return None
        left_closed = self._best(places, room, spare, closed, even_free=True)
        opened[at] = True
        opened[left_closed] = False
        return opened

    def _best(self, gains: Whole, weights: Whole, room: int, may: Flags, *, even_free: bool = False) -> Whole:
        """Which of those that may be chosen gain the most within the room."""
        at = np.flatnonzero(may & ((gains >= 0) if even_free else (gains > 0)) & (weights <= room))
        if weights[at].sum() <= room:
            return at
        self._solver.init(gains[at].tolist(), [weights[at].tolist()], [room])
        self._solver.solve()
        return at[[self._solver.best_solution_contains(k) for k in range(len(at))]]
