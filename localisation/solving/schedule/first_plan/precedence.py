"""What must come before what, read from the rows of a network."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import connected_components

from localisation.solving.schedule.model.network import Network, Row

Edge = tuple[int, int, int]
"""The time of the second node is at least that of the first and so many days."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Precedence:
    """Tasks in jobs: those that hang together both ways, by time lags or by belonging to one carrying.

    `jobs` has activity ids in an order in which they can be placed; `before` the jobs that must be placed before each;
    `tail` the days from a task's start to the end of all that must follow it.
    """

    jobs: tuple[tuple[str, ...], ...]
    before: tuple[frozenset[int], ...]
    tail: dict[str, int]


def precedence_of(network: Network) -> Precedence:
    """Jobs and their order by the rows over two times (a temporal network; Dechter, Meiri & Pearl 1991)."""
    names = list(network.tasks)
    owner = {network.tasks[name].start: i for i, name in enumerate(names)}
    ends = {v: i for i, name in enumerate(names) for v in network.tasks[name].end.terms if v not in owner}
    node: dict[int, int] = dict(owner | ends)
    days = {v: network.tasks[names[i]].days for v, i in ends.items()}
    edges = list(_edges(network, node, days))
    together = list(_together(network))
    count = len(set(node.values()))
    parts = _strong(count, [(a, b) for a, b, _ in edges] + [(a, b) for pair in together for a, b in (pair, pair[::-1])])
    order = _by_head(count, edges)
    jobs: dict[int, list[int]] = defaultdict(list)
    for i in sorted(range(len(names)), key=lambda i: (order[i], i)):
        jobs[parts[i]].append(i)
    number = {part: j for j, part in enumerate(jobs)}
    return Precedence(
        jobs=tuple(tuple(names[i] for i in tasks) for tasks in jobs.values()),
        before=tuple(_before(number, parts, edges)),
        tail={
            name: t + network.tasks[name].days
            for name, t in zip(names, _tails(network, names, edges, count), strict=True)
        },
    )


def _edges(network: Network, node: dict[int, int], days: dict[int, int]) -> Iterator[Edge]:
    """One or two edges for each demanded difference of two times; other variables become nodes as they are met."""
    ways = {v for choice in network.choices for v in choice} | set(network.conditions)
    count = len(set(node.values()))
    flags = {i for i, v in enumerate(network.variables) if (v.low, v.high) == (0, 1)} - set(node)
    for row in network.rows:
        if (
            row.broken is not None
            or not _is_difference(row)
            or any((v if v >= 0 else ~v) not in ways for v in row.when)
        ):
            continue
        (x, c), (y, _) = sorted(row.expression.terms.items(), key=lambda term: -term[1])
        if x in flags or y in flags:
            continue
        for helper in (x, y):
            if helper not in node:
                node[helper], count = count, count + 1
        a, b = node[x], node[y]
        shift = days.get(x, 0) - days.get(y, 0)
        if a == b:
            continue
        if row.low is not None:
            yield b, a, -(-row.low // c) - shift
        if row.high is not None:
            yield a, b, -(row.high // c) + shift


def _is_difference(row: Row) -> bool:
    return len(row.expression.terms) == 2 and sum(row.expression.terms.values()) == 0


def _together(network: Network) -> Iterator[tuple[int, int]]:
    first: dict[str, int] = {}
    for i, task in enumerate(network.tasks.values()):
        if task.group:
            yield first.setdefault(task.group, i), i


def _strong(count: int, arcs: list[tuple[int, int]]) -> list[int]:
    if not arcs:
        return list(range(count))
    rows, columns = zip(*arcs, strict=True)
    matrix = coo_matrix((np.ones(len(arcs)), (rows, columns)), shape=(count, count))
    return [int(part) for part in connected_components(matrix, directed=True, connection="strong")[1]]


def _by_head(count: int, edges: list[Edge]) -> list[int]:
    """Longest path from the beginning to every node, for ordering only: lags both ways are followed a few times."""
    heads = np.zeros(count, dtype=np.int64)
    if edges:
        a, b, lag = (np.array(column, dtype=np.int64) for column in zip(*edges, strict=True))
        for _ in range(min(count, 200)):
            new = heads.copy()
            np.maximum.at(new, b, heads[a] + lag)
            if (new == heads).all():
                break
            heads = new
    return [int(h) for h in heads]


def _tails(network: Network, names: list[str], edges: list[Edge], count: int) -> list[int]:
    """Longest path from the end of every task on, through all that follows."""
    own = np.zeros(count, dtype=np.int64)
    own[: len(names)] = [network.tasks[name].days for name in names]
    back = [(b, a, lag) for a, b, lag in edges]
    after = np.zeros(count, dtype=np.int64)
    if back:
        b, a, lag = (np.array(column, dtype=np.int64) for column in zip(*back, strict=True))
        for _ in range(min(count, 200)):
            new = after.copy()
            np.maximum.at(new, a, after[b] + own[b] + lag - own[a])
            if (new == after).all():
                break
            after = new
    return [int(t) for t in after[: len(names)]]


def _before(number: dict[int, int], parts: list[int], edges: list[Edge]) -> Iterator[frozenset[int]]:
    """For each job, the jobs it must wait for, also through helpers."""
    into: dict[int, set[int]] = defaultdict(set)
    for a, b, _ in edges:
        if parts[a] != parts[b]:
            into[parts[b]].add(parts[a])
    for part in number:
        found: set[int] = set()
        seen: set[int] = set()
        open_parts = list(into[part])
        while open_parts:
            other = open_parts.pop()
            if other in seen:
                continue
            seen.add(other)
            if other in number:
                found.add(number[other])
            else:
                open_parts.extend(into[other])
        yield frozenset(found)
