"""Good assignments of units to places of limited room, made by hand from what prices choose."""

from collections.abc import Callable

import numpy as np

from localisation.array_types import Flags, Whole
from localisation.solving.engines.single_source.rooms import Rooms

FAR = np.int64(2**52)
"""More than anything costs."""
MANY_UNITS = 1_500


def assigned(rooms: Rooms, chosen: Flags, opened: Flags) -> Whole | None:
    """Each unit's place: the cheapest of those that chose it, else one that is open; None where no room is left.

    Those with the most to lose go first (regret: Martello & Toth 1981); other places open only for whom there is none.
    """
    places = np.full(chosen.shape[1], -1)
    left = rooms.room.copy()
    costs = np.where(rooms.may, rooms.costs, FAR)
    wanted = np.where(chosen, costs, FAR)
    for i in np.argsort(-rooms.takes.max(axis=0), kind="stable").tolist():
        j = int(wanted[:, i].argmin())
        if wanted[j, i] < FAR and rooms.takes[j, i] <= left[j]:
            places[i] = j
            left[j] -= rooms.takes[j, i]
    waiting = np.flatnonzero(places < 0)
    opened = opened.copy()
    while len(waiting):
        fits = rooms.takes[:, waiting] <= left[:, None]
        asked = np.where(fits, costs[:, waiting], FAR) + np.where(opened, 0, rooms.opening)[:, None]
        asked = np.minimum(asked, FAR)
        two = np.partition(asked, 1, axis=0)[:2]
        k = int((two[1] - two[0]).argmax())
        if two[0].max() >= FAR:
            return None
        j, i = int(asked[:, k].argmin()), int(waiting[k])
        places[i], opened[j] = j, True
        left[j] -= rooms.takes[j, i]
        waiting = np.delete(waiting, k)
    return places


def improved(rooms: Rooms, places: Whole, halted: Callable[[], bool]) -> Whole:
    """After the best moves of one unit, and exchanges of two, as long as any makes it cheaper and there is time.

    Exchanges are left out with many units: there are too many of them.
    """
    places = places.copy()
    n = len(places)
    every = np.arange(n)
    costs = np.where(rooms.may, rooms.costs, FAR)
    while not halted():
        own, takes = costs[places, every], rooms.takes[places, every]
        left = rooms.room - np.bincount(places, weights=takes, minlength=len(rooms.room)).astype(np.int64)
        count = np.bincount(places, minlength=len(rooms.room))
        open_now = rooms.always | (count > 0)
        saved = np.where((count == 1) & ~rooms.always, rooms.opening, 0)[places]
        move = costs - own - saved + np.where(open_now, 0, rooms.opening)[:, None]
        move[(rooms.takes > left[:, None])] = FAR
        move[places, every] = FAR
        change, again = np.unravel_index(int(move.argmin()), move.shape), None
        best = int(move[change])
        if n <= MANY_UNITS:
            exchange = _exchanges(costs[places], rooms.takes[places], own, takes + left[places])
            exchange[places[:, None] == places] = FAR
            again = np.unravel_index(int(exchange.argmin()), (n, n))
        if again is not None and exchange[again] < min(best, 0):
            places[list(again)] = places[list(again[::-1])]
        elif best < 0:
            places[change[1]] = change[0]
        else:
            break
    return places


def _exchanges(costs: Whole, takes: Whole, own: Whole, room: Whole) -> Whole:
    """What it adds that two units change places (n x n): costs and takes by whose place (row) and unit (column)."""
    fits = takes <= room[:, None]
    return np.where(fits & fits.T, costs + costs.T - own[:, None] - own, FAR)
