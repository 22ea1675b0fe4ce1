"""What it costs beyond the bound to choose otherwise than prices do."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from localisation.array_types import Flags, Floats, Whole
from localisation.solving.engines.single_source.prices import Priced, Pricing

IMPOSSIBLE = 2.0**52
"""A penalty of what cannot be."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Penalties:
    """In fine units, for m places and n units.

    `units` (m x n): that the unit is in the place, 0 or more. `places` (m): above 0 that it is open; below 0, by as
    much, that it is not.
    """

    units: Floats
    places: Floats


def penalties(pricing: Pricing, priced: Priced, halted: Callable[[], bool] = lambda: False) -> Penalties:
    """Of every unit and place; as reduced costs of a linear program, but of whole knapsacks for places.

    A unit in a place that does not choose it: the linear relaxation of that place's knapsack with the unit in it
    (Dantzig 1957), in the best choice of places that has it open. Places that there is no time for have none.
    """
    rooms, costs = pricing.rooms, pricing.rooms.costs * pricing.fine
    gains = priced.prices - costs
    places = range(len(rooms.room))
    opened = np.array([0.0 if halted() else _with(pricing, priced, j) for j in places])
    closed = np.array([0.0 if halted() else _without(pricing, priced, j) for j in places])
    units = np.zeros(gains.shape)
    for j in places:
        most, change = _linear(gains[j], rooms.takes[j], int(rooms.room[j]), rooms.may[j])
        own = rooms.opening[j] * pricing.fine - most - change
        units[j] = np.maximum(0, opened[j] + np.maximum(0, own - priced.places[j]))
        units[j, priced.chosen[j]] = 0
    return Penalties(units=units, places=np.where(priced.opened, -closed, opened))


def _with(pricing: Pricing, priced: Priced, j: int) -> float:
    """How much more it costs with a place open."""
    if priced.opened[j]:
        return 0.0
    must = pricing.rooms.always.copy()
    must[j] = True
    return _more(pricing, priced, pricing.least(priced.places, must))


def _without(pricing: Pricing, priced: Priced, j: int) -> float:
    """How much more it costs with a place closed."""
    if not priced.opened[j]:
        return 0.0
    if pricing.rooms.always[j]:
        return IMPOSSIBLE
    return _more(pricing, priced, pricing.least(priced.places, pricing.rooms.always, but_not=j))


def _more(pricing: Pricing, priced: Priced, opened: Flags | None) -> float:
    if opened is None:
        return IMPOSSIBLE
    return float(priced.places[opened].sum() + priced.prices.sum() - priced.bound)


def _linear(gains: Whole, takes: Whole, room: int, may: Flags) -> tuple[float, Floats]:
    """The most a place's room can gain in shares of units, and how much less at least with each unit in it (<= 0).

    By the price of room at which the units that are worth it just fill it, and prices being prices, never too low.
    """
    worth = np.where(may & (takes <= room), np.maximum(gains, 0), 0).astype(np.float64)
    order = np.argsort(-worth / np.maximum(takes, 1e-9), kind="stable")
    filled = np.cumsum(takes[order])
    last = int(np.searchsorted(filled, room, side="right"))
    price = float(worth[order[last]] / max(takes[order[last]], 1e-9)) if last < len(order) else 0.0
    most = float(np.maximum(worth - price * takes, 0).sum() + price * room)
    return most, np.minimum(0.0, gains - price * takes)
