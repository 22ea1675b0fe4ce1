"""From the costs at the core to the costs at other nodes, some nodes at a time for all origins together.

Tables have a row a node and a column an origin: a node's costs are then two rows of its chain's ends, moved as whole
stretches of memory. That is three times as quick as a row an origin, where every cost is looked up on its own.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import numpy as np

from localisation.array_types import Floats, Whole
from localisation.geography.network.contract import Contracted, Level
from localisation.geography.network.seeds import Lifted, Seeds

CACHED_CELLS: Final = 98_304
"""Rows are filled in so few at a time that they (0.8 MB) stay in the cache of the processor from step to step."""


def fill(core: Floats, contracted: Contracted, lifted: Lifted, wanted: Whole) -> Iterator[tuple[slice, Floats]]:
    """The costs at the nodes `wanted` (places in the order of nodes, rising), given those at the core.

    Yields a part of `wanted` and its costs, a row a node; the row may be written on. A node inside a chain is reached
    from one of its ends, or, when the origin is on the same chain, along the chain. Of the last level, by far the
    largest, only what is wanted is filled in.
    """
    low = _low(core, contracted, lifted)
    last = contracted.levels[-1] if contracted.levels else None
    split = int(np.searchsorted(wanted, len(low)))
    at_once = max(1, CACHED_CELLS // max(1, low.shape[1]))
    for begin in range(0, split, at_once):
        part = slice(begin, min(begin + at_once, split))
        yield part, low[wanted[part]]
    if last is not None and split < len(wanted):
        beyond = wanted[split:]
        for part, costs in _inner(low, last, lifted.on_level[-1], beyond - last.begin):
            yield slice(split + part.start, split + part.stop), costs


def _low(core: Floats, contracted: Contracted, lifted: Lifted) -> Floats:
    """The costs at all nodes but those of the last level: the core, lone nodes, and the levels before it."""
    size = contracted.levels[-1].begin if contracted.levels else contracted.count
    low = np.full((size, core.shape[1]), np.inf)
    low[: len(core)] = core
    low[lifted.lone.node, lifted.lone.origin] = lifted.lone.cost
    for level, seeds in zip(contracted.levels[:-1], lifted.on_level[:-1], strict=True):
        for part, costs in _inner(low, level, seeds, np.arange(level.end - level.begin)):
            low[level.begin + part.start : level.begin + part.stop] = costs
    return low


def _inner(low: Floats, level: Level, seeds: Seeds, inner: Whole) -> Iterator[tuple[slice, Floats]]:
    """The costs at some inner nodes of a level (numbers within it, rising), from the costs at the ends of chains."""
    along = along_chains(level, seeds)
    begin = np.searchsorted(inner, along.inner, side="left")
    count = np.searchsorted(inner, along.inner, side="right") - begin
    row = np.arange(count.sum()) - np.repeat(np.cumsum(count) - count, count) + np.repeat(begin, count)
    order = np.argsort(row, kind="stable")
    which = np.repeat(np.arange(len(count)), count)[order]
    row, origin, cost = row[order], along.origin[which], along.cost[which]
    at_once = max(1, CACHED_CELLS // max(1, low.shape[1]))
    for first in range(0, len(inner), at_once):
        part = slice(first, min(first + at_once, len(inner)))
        node = inner[part]
        costs = low[level.head[node]]
        costs += level.from_head[node][:, None]
        other = low[level.tail[node]]
        other += level.from_tail[node][:, None]
        np.minimum(costs, other, out=costs)
        here = slice(*np.searchsorted(row, (part.start, part.stop)))
        np.minimum.at(costs, (row[here] - first, origin[here]), cost[here])
        yield part, costs


@dataclass(frozen=True, slots=True, kw_only=True)
class Along:
    """Ways along the chain an origin stands on: the inner node (its number in the level), the origin and the cost."""

    inner: Whole
    origin: Whole
    cost: Floats


def along_chains(level: Level, seeds: Seeds) -> Along:
    """What it costs to get from seeds on a level along their chains, both ways, to every node of them."""
    found: list[tuple[Whole, Floats]] = []
    for node, cost in zip(seeds.node - level.begin, seeds.cost, strict=True):
        chain = level.chain[node]
        begin, end = int(level.first[chain]), int(level.first[chain + 1])
        costs = np.empty(end - begin)
        at = int(node) - begin
        costs[at:] = cost
        costs[at + 1 :] += np.cumsum(level.step_on[begin + at + 1 : end])
        costs[:at] = cost + np.cumsum(level.step_back[begin + 1 : begin + at + 1][::-1])[::-1]
        found.append((np.arange(begin, end), costs))
    if not found:
        return Along(inner=np.empty(0, np.int64), origin=np.empty(0, np.int64), cost=np.empty(0))
    return Along(
        inner=np.concatenate([inner for inner, _ in found]),
        origin=np.repeat(seeds.origin, [len(inner) for inner, _ in found]),
        cost=np.concatenate([costs for _, costs in found]),
    )
