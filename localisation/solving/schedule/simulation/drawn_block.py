"""A block of draws: durations, what becomes of the plan, and which activities decide when each unit is in place."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from localisation.array_types import Whole
from localisation.solving.schedule.simulation.simulated_network import Node, SimulatedNetwork


@dataclass(frozen=True, kw_only=True)
class DrawnBlock:
    """What a block of n draws comes to, for T targets and A activities.

    `ends` (T, n): the day after each target's last. `critical` (T, A): in how many draws an activity is on a longest
    way to the target. Sums of durations: `days` (A), their squares `squares` (A), and times the ends `products` (T, A).
    """

    ends: Whole
    critical: Whole
    days: Whole
    squares: Whole
    products: Whole


def drawn_block(
    network: SimulatedNetwork, targets: Sequence[Sequence[int]], draws: int, seed: np.random.SeedSequence
) -> DrawnBlock:
    """Draw durations `draws` times and carry the plan out with each.

    Every activity starts as soon as all it waits for is finished, never before its planned day. `targets` are groups of
    positions of activities; a target is reached when all of them are finished.
    """
    days = drawn_days(network.nodes, draws, np.random.default_rng(seed))
    bounds, ends = carried_out(network, days)
    reached = np.stack([ends[list(group)].max(axis=0) for group in targets])
    return DrawnBlock(
        ends=reached,
        critical=_critical(network.nodes, targets, bounds, ends, reached),
        days=days.sum(axis=1),
        squares=(days * days).sum(axis=1),
        products=reached @ days.T,
    )


def drawn_days(nodes: Sequence[Node], draws: int, generator: np.random.Generator) -> Whole:
    """Durations (A, n) from triangular distributions, to the nearest whole day."""
    days = np.empty((len(nodes), draws), dtype=np.int64)
    for i, node in enumerate(nodes):
        if node.low < node.high:
            days[i] = np.rint(generator.triangular(node.low, node.likely, node.high, draws))
        else:
            days[i] = node.likely
    return days


def carried_out(network: SimulatedNetwork, days: Whole) -> tuple[Whole, Whole]:
    """For durations (A, n): the day each activity could have begun had somebody worked then, and its end."""
    bounds, ends = np.empty_like(days), np.empty_like(days)
    for i, node in enumerate(network.nodes):
        bounds[i] = node.planned
        for j in node.waits_for:
            np.maximum(bounds[i], ends[j], out=bounds[i])
        _, ends[i] = node.worked.place(bounds[i], days[i])
    return bounds, ends


def _critical(
    nodes: Sequence[Node], targets: Sequence[Sequence[int]], bounds: Whole, ends: Whole, reached: Whole
) -> Whole:
    counts = np.zeros((len(targets), len(nodes)), dtype=np.int64)
    on_way: dict[int, NDArray[np.bool_]] = {}
    for t, group in enumerate(targets):
        for i in group:
            on_way.setdefault(i, np.zeros(reached.shape, dtype=np.bool_))[t] |= ends[i] == reached[t]
    for i in reversed(range(len(nodes))):
        here = on_way.pop(i, None)
        if here is None:
            continue
        counts[:, i] = here.sum(axis=1)
        for j in nodes[i].waits_for:
            tight = ends[j] == bounds[i]
            if tight.any():
                before = on_way.setdefault(j, np.zeros(reached.shape, dtype=np.bool_))
                before |= here & tight
    return counts
