"""Subgradient ascent: a lower bound on a location problem that rises, and columns that it rules out."""

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np

from localisation.array_types import Flags, Floats
from localisation.solving.engines.location.choice import choose
from localisation.solving.engines.location.incumbent import Incumbent
from localisation.solving.engines.location.node import Node

Halted = Callable[[], bool]
News = Callable[[Node, Flags], None]
Ascended = tuple[float, Node]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pace:
    """How long to try: rounds, the first step, after how many rounds without gain it shrinks, and where it ends."""

    rounds: int
    step: float
    patience: int
    smallest: float


def ascend(node: Node, incumbent: Incumbent, pace: Pace, halted: Halted, news: News | None = None) -> Ascended:
    """The best bound (infinite when nothing in the node can beat the incumbent), and the node with what is left of it.

    Each row pays `rows`, each cover gains `sets`; columns are then chosen by price alone (Cornuejols, Fisher &
    Nemhauser 1977), and the prices follow the rows that are served too often or not at all (Held, Wolfe & Crowder
    1974; with the direction smoothed as by Camerini, Fratta & Maffioli 1975). A column whose change would lift the
    bound to the incumbent is decided. `news` hears of choices worth improving.
    """
    best, quiet, step = -np.inf, 0, pace.step
    top = before = (0 * node.rows, 0 * node.sets)
    room = np.empty_like(node.costs)
    for turn in range(pace.rounds):
        if not node.possible:
            return np.inf, node
        if not len(node.columns):
            return _decided(node, incumbent), node
        if room.shape != node.costs.shape:
            room = np.empty_like(node.costs)
        bound, chosen, change = _bound(node, room)
        limit = incumbent.limit
        node = replace(node, often=0.9 * node.often + 0.1 * chosen)
        quiet = 0 if bound > best + 0.0005 * (min(limit, incumbent.aim, 1e300) - best) else quiet + 1
        if bound > best:
            best, top = bound, (node.rows, node.sets)
        if np.ceil(best) >= limit:
            return np.inf, node
        if news and (turn % 20 == 0 or (quiet == 0 and turn % 5 == 0)):
            news(node, chosen)
            limit = incumbent.limit
        missing = _missing(node, room, chosen)
        before = (missing[0] + 0.5 * before[0], missing[1] + 0.5 * before[1])
        length = float((before[0] ** 2).sum() + (before[1] ** 2).sum())
        if length == 0 or (turn % 10 == 9 and halted()):
            break
        pull = step * 1.05 * max(_aim(incumbent, best) - bound, 1.0) / length
        rows, sets = node.rows + pull * before[0], np.maximum(node.sets + pull * before[1], 0)
        decided = np.ceil(bound + change) >= limit
        if decided.any() and (decided.sum() > 0.04 * len(decided) or turn % 20 == 19):
            node = _without(node, chosen, decided)
        if quiet >= pace.patience:
            rows, sets = top
            quiet, step, before = 0, step * 0.6, (0 * before[0], 0 * before[1])
            if step < pace.smallest:
                break
        node = node.at(rows, sets)
    return best, node.at(*top)


def _bound(node: Node, room: Floats) -> tuple[float, Flags, Floats]:
    """The Lagrangian bound, the columns that give it and what changing each costs; `room` is filled for the caller."""
    np.subtract(node.costs, node.rows, out=room)
    np.minimum(room, 0, out=room)
    prices = room.sum(axis=1) + node.linear
    if len(node.sets):
        prices -= node.sets @ node.covers
    chosen, change = choose(node, prices)
    bound = node.rows.sum() + node.sets @ node.needed + prices[chosen].sum() + node.paid
    return float(bound), chosen, change


def _missing(node: Node, room: Floats, chosen: Flags) -> tuple[Floats, Floats]:
    """The subgradient: rows nobody serves and covers that lack columns above 0, those with too many below."""
    rows = 1.0 - (room[chosen] < 0).sum(axis=0)
    rows[(rows > 0) & (node.rows >= node.otherwise)] = 0
    sets = node.needed - node.covers[:, chosen].sum(axis=1)
    sets[(sets < 0) & (node.sets <= 0)] = 0
    return rows, sets


def _aim(incumbent: Incumbent, best: float) -> float:
    """What the bound is to rise to: the best value known, else a little more than it has reached."""
    aim = min(incumbent.limit, incumbent.aim)
    return aim if np.isfinite(aim) else best + 0.05 * abs(best) + 1


def _without(node: Node, chosen: Flags, decided: Flags) -> Node:
    """Rule out the columns that may not be taken, open those that may not be left out."""
    opened = node.columns[decided & chosen]
    node = node.keep(chosen | ~decided)
    for column in opened:
        node = node.open(int(np.flatnonzero(node.columns == column)[0]))
    return node


def _decided(node: Node, incumbent: Incumbent) -> float:
    """The bound of a node without columns: what it costs, infinite when the incumbent is now as good."""
    value = float(node.otherwise.sum() + node.paid)
    incumbent.offer_columns(node.opened)
    return np.inf if value >= incumbent.limit else value
