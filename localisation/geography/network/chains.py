"""Stretches of road without a choice: nodes with at most two neighbours, one after another."""

from dataclasses import dataclass

import numpy as np

from localisation.array_types import Floats, Whole
from localisation.geography.network.graph import Graph
from localisation.geography.network.neighbours import Neighbours, neighbours

NOWHERE = -1


@dataclass(frozen=True, slots=True, kw_only=True)
class Chains:
    """The inner nodes of all chains, chain by chain, from its head to its tail. One entry an inner node.

    `node` is the inner node; `head` and `tail` are the nodes at the ends of its chain (`tail` is -1 at the end of a
    blind alley; both may be the same node: a loop). The costs are those of getting to and from both ends along the
    chain, inf where a one-way street forbids it. `step_on` is the cost from the one before (the head, for the first),
    `step_back` the cost back to it. `first` says where each chain begins, and at last the number of inner nodes.
    """

    node: Whole
    head: Whole
    tail: Whole
    from_head: Floats
    to_head: Floats
    from_tail: Floats
    to_tail: Floats
    step_on: Floats
    step_back: Floats
    first: Whole


def chains(graph: Graph) -> Chains:
    """All chains of the graph. Parts that are only a line or a ring have no end to hang on, and are no chains.

    A half-edge is an inner node and one of its two sides. Where each half-edge leads is found by list ranking: every
    half-edge learns of the one twice as far away, until all know the last one (Wyllie 1979); the number of rounds is
    the logarithm of the longest chain.
    """
    near = neighbours(graph)
    degree = np.diff(near.first)
    inner = np.flatnonzero((degree == 1) | (degree == 2))
    sides = _sides(near, inner, degree[inner], graph.count)
    last, hops, out, back = _ranked(sides)
    ends = sides.other[last].reshape(-1, 2)
    is_last = sides.follows[last] == last
    kept = is_last.reshape(-1, 2).all(axis=1) & (ends != NOWHERE).any(axis=1)
    return _sorted(inner, np.flatnonzero(kept), sides, last, hops, ends, out, back)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sides:
    """Half-edges 2i and 2i + 1 of inner node i: the neighbour there, the half-edge after it, and the costs."""

    other: Whole
    follows: Whole
    out: Floats
    back: Floats


def _sides(near: Neighbours, inner: Whole, degree: Whole, count: int) -> _Sides:
    at = near.first[inner]
    second = np.minimum(at + 1, len(near.other) - 1)
    blind = degree == 1
    other = np.column_stack([near.other[at], np.where(blind, NOWHERE, near.other[second])])
    out = np.column_stack([near.out[at], np.where(blind, np.inf, near.out[second])])
    back = np.column_stack([near.back[at], np.where(blind, np.inf, near.back[second])])
    local = np.full(count + 1, -1, np.int64)  # one more, so that NOWHERE looks up -1
    local[inner] = np.arange(len(inner))
    beyond = local[other]
    # From the neighbour one goes on by the side that does not lead back here.
    away = np.where(other[beyond, 0] == inner[:, None], 1, 0)
    itself = np.arange(2 * len(inner)).reshape(-1, 2)
    follows = np.where(beyond >= 0, 2 * beyond + away, itself)
    return _Sides(other=other.ravel(), follows=follows.ravel(), out=out.ravel(), back=back.ravel())


def _ranked(sides: _Sides) -> tuple[Whole, Whole, Floats, Floats]:
    """The last half-edge reached from each, the steps to it, and the costs to and from what lies beyond it."""
    jump = sides.follows.copy()
    moves = jump != np.arange(len(jump))
    hops = moves.astype(np.int64)
    out = np.where(moves, sides.out, 0.0)
    back = np.where(moves, sides.back, 0.0)
    active = np.flatnonzero(moves)
    for _ in range(len(jump).bit_length() + 1):
        nearer = jump[active]
        out[active] += out[nearer]
        back[active] += back[nearer]
        hops[active] += hops[nearer]
        jump[active] = jump[nearer]
        active = active[sides.follows[jump[active]] != jump[active]]
        if not len(active):
            break
    return jump, hops, out + sides.out[jump], back + sides.back[jump]


def _sorted(
    inner: Whole, kept: Whole, sides: _Sides, last: Whole, hops: Whole, ends: Whole, out: Floats, back: Floats
) -> Chains:
    pair = last.reshape(-1, 2)[kept]
    # Both half-edges of a chain's nodes know the same two last ones; the head is the end with the smaller,
    # unless that is blind.
    ahead = np.where(pair[:, 0] < pair[:, 1], 0, 1)
    ahead = np.where(ends[kept, ahead] == NOWHERE, 1 - ahead, ahead)
    to_head, to_tail = 2 * kept + ahead, 2 * kept + 1 - ahead
    chain = pair.min(axis=1)
    order = np.lexsort((hops[to_head], chain))
    to_head, to_tail, chain = to_head[order], to_tail[order], chain[order]
    begins = np.flatnonzero(np.diff(chain, prepend=-1))
    return Chains(
        node=inner[kept[order]],
        head=sides.other[last[to_head]],
        tail=sides.other[last[to_tail]],
        from_head=back[to_head],
        to_head=out[to_head],
        from_tail=back[to_tail],
        to_tail=out[to_tail],
        step_on=sides.back[to_head],
        step_back=sides.out[to_head],
        first=np.append(begins, len(chain)),
    )
