"""The least days between a task and what must come before and after it, whatever else is chosen."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from localisation.solving.schedule.network import Literals, Network, Row

PASSES = 300
"""How long chains may be; longer ones are cut, which only weakens the bounds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lags:
    """For each task: `head`, the first day it can start if it takes place at all; `tail`, the least days from its end
    to a helper that must not be before it (None when that helper need not wait for it)."""

    head: dict[str, int]
    tail: dict[str, int | None]


Arc = tuple[int, int, int, Literals]
"""The time of the second node is at least that of the first and so many days, under conditions."""


def lags(network: Network, last: int) -> Lags:
    """Longest paths over demanded differences that hold whenever the task takes place; `last` is the helper."""
    names = list(network.tasks)
    node = {network.tasks[name].start: i for i, name in enumerate(names)}
    ends = {v: i for i, name in enumerate(names) for v in network.tasks[name].end.terms if v not in node}
    days = {v: network.tasks[names[i]].days for v, i in ends.items()}
    node |= ends
    goal = len(names)
    node[last] = goal
    when: list[frozenset[int]] = [frozenset(network.tasks[name].when) for name in names] + [frozenset()]
    forward, backward = [], []
    for a, b, lag, conditions in _arcs(network, node, days):
        if when[a] | set(conditions) <= when[b] and b != goal:
            forward.append((a, b, lag))
        if when[b] | set(conditions) <= when[a]:
            backward.append((b, a, lag))
    head = np.array([network.variables[network.tasks[name].start].low for name in names] + [0], dtype=np.int64)
    tail = np.full(goal + 1, -(10**9), dtype=np.int64)
    tail[goal] = 0
    head, tail = _longest(head, forward), _longest(tail, backward)
    known = [network.tasks[name].days for name in names]
    return Lags(
        head={name: int(head[i]) for i, name in enumerate(names)},
        tail={name: int(tail[i]) - known[i] if tail[i] >= 0 else None for i, name in enumerate(names)},
    )


def _arcs(network: Network, node: dict[int, int], days: dict[int, int]) -> Iterator[Arc]:
    for row in network.rows:
        if row.broken is None and _is_difference(row) and all(v in node for v in row.expression.terms):
            (x, c), (y, _) = sorted(row.expression.terms.items(), key=lambda term: -term[1])
            shift = days.get(x, 0) - days.get(y, 0)
            if node[x] == node[y]:
                continue
            if row.low is not None:
                yield node[y], node[x], -(-row.low // c) - shift, row.when
            if row.high is not None:
                yield node[x], node[y], -(row.high // c) + shift, row.when


def _is_difference(row: Row) -> bool:
    return len(row.expression.terms) == 2 and sum(row.expression.terms.values()) == 0


def _longest(
    length: "np.ndarray[tuple[int], np.dtype[np.int64]]", arcs: list[tuple[int, int, int]]
) -> "np.ndarray[tuple[int], np.dtype[np.int64]]":
    if not arcs:
        return length
    a, b, lag = (np.array(column, dtype=np.int64) for column in zip(*arcs, strict=True))
    for _ in range(PASSES):
        new = length.copy()
        np.maximum.at(new, b, length[a] + lag)
        if (new == length).all():
            break
        length = new
    return length
