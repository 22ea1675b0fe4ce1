"""The few nodes where there is a choice of way, and how all others hang on them."""

from dataclasses import dataclass, replace
from typing import Final

import numpy as np
from numpy.typing import NDArray
from scipy.sparse.csgraph import reverse_cuthill_mckee

from localisation.geography.network.chains import NOWHERE, Chains, chains
from localisation.geography.network.graph import Graph

LEAST_GAIN: Final = 0.03
"""Another round of contraction is worth its while when it takes away this share of the nodes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Level:
    """The inner nodes that one round of contraction took away: block `begin` up to `end` of the order of nodes.

    The fields are those of `Chains`, with nodes named by their place in the order; `tail` is the head, at cost inf, at
    the end of a blind alley. `chain` says which chain each is on (0, 1, …).
    """

    begin: int
    end: int
    head: NDArray[np.int64]
    tail: NDArray[np.int64]
    from_head: NDArray[np.float64]
    to_head: NDArray[np.float64]
    from_tail: NDArray[np.float64]
    to_tail: NDArray[np.float64]
    step_on: NDArray[np.float64]
    step_back: NDArray[np.float64]
    first: NDArray[np.int64]
    chain: NDArray[np.int64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Contracted:
    """A graph without its chains: the core to search, and the levels that fill in the rest.

    Nodes are put in order: those of the core first, then `lone` nodes that no edge touches any more, then those of each
    level, the last taken away first. `place[i]` is where in the order node i of the graph stands. `levels` are in that
    order too.
    """

    count: int
    core: Graph
    lone: int
    levels: tuple[Level, ...]
    place: NDArray[np.int64]


def contract(graph: Graph) -> Contracted:
    """The graph contracted until little is left to gain. No time or distance is changed by a single tick.

    Every chain of nodes with two neighbours becomes one edge each way that is open (its cost the sum, exactly), and
    blind alleys are set aside; what then has become a chain is contracted again (compare Geisberger et al. 2012,
    "Exact routing in large road networks using contraction hierarchies", of which this is the part that
    never adds an edge).
    """
    rounds: list[tuple[NDArray[np.int64], Chains]] = []
    core = graph
    while core.count:
        found = chains(core)
        if len(found.node) < LEAST_GAIN * core.count:
            break
        kept = np.ones(core.count, bool)
        kept[found.node] = False
        rounds.append((np.flatnonzero(kept), found))
        core = _without(core, kept, found)
    return _ordered(graph.count, core, rounds)


def _without(graph: Graph, kept: NDArray[np.bool_], found: Chains) -> Graph:
    number = np.cumsum(kept) - 1
    stays = kept[graph.start] & kept[graph.end]
    one = found.first[:-1]
    one = one[found.tail[one] != NOWHERE]
    head, tail = found.head[one], found.tail[one]
    onwards = found.from_head[one] + found.to_tail[one]
    backwards = found.from_tail[one] + found.to_head[one]
    return Graph.of(
        int(kept.sum()),
        number[np.concatenate([graph.start[stays], head, tail])],
        number[np.concatenate([graph.end[stays], tail, head])],
        np.concatenate([graph.cost[stays], onwards, backwards]),
    )


def _ordered(count: int, core: Graph, rounds: list[tuple[NDArray[np.int64], Chains]]) -> Contracted:
    place, met = _near_each_other(core)
    lone = core.count - met
    core = Graph.of(met, place[core.start], place[core.end], core.cost)
    levels: list[Level] = []
    for kept, found in reversed(rounds):
        begin, end = len(place), len(place) + len(found.node)
        of_round = np.empty(end, np.int64)
        of_round[kept] = place
        of_round[found.node] = np.arange(begin, end)
        place = of_round
        levels.append(_level(begin, end, place, found))
    return Contracted(count=count, core=core, lone=lone, levels=tuple(levels), place=place)


def _near_each_other(core: Graph) -> tuple[NDArray[np.int64], int]:
    """Numbers for the nodes of the core, neighbours close to each other and lone nodes last; and how many are not lone.

    A search then finds its neighbours in the processor's cache: on a million nodes in no order it is three times as
    quick (Cuthill and McKee 1969, reversed).
    """
    touched = np.zeros(core.count, bool)
    touched[core.start] = touched[core.end] = True
    order = np.empty(0, np.int64)
    if core.edges:
        order = np.asarray(reverse_cuthill_mckee(core.matrix(), symmetric_mode=False), np.int64)
        order = order[touched[order]]
    place = np.empty(core.count, np.int64)
    place[order] = np.arange(len(order))
    place[~touched] = np.arange(len(order), core.count)
    return place, len(order)


def _level(begin: int, end: int, place: NDArray[np.int64], found: Chains) -> Level:
    blind = found.tail == NOWHERE
    found = replace(found, tail=np.where(blind, found.head, found.tail))
    return Level(
        begin=begin,
        end=end,
        head=place[found.head],
        tail=place[found.tail],
        from_head=found.from_head,
        to_head=found.to_head,
        from_tail=np.where(blind, np.inf, found.from_tail),
        to_tail=np.where(blind, np.inf, found.to_tail),
        step_on=found.step_on,
        step_back=found.step_back,
        first=found.first,
        chain=np.repeat(np.arange(len(found.first) - 1), np.diff(found.first)),
    )
