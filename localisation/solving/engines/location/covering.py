"""Location problems made smaller before any bound is sought, without losing an optimum."""

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from localisation.array_types import Flags, Whole
from localisation.solving.engines.location.node import Node


def reduced(node: Node) -> Node:
    """Rows and covers that others imply are gone, and columns that another column replaces at no higher price.

    Rows that know only near and far, as in coverage, are merged where they are near the same columns. A column goes
    when all covers it is in, and all rows it is near, have another that costs no more; where more than one must
    be open in any case, only if all cost the same, as then any other will do in its place (Toregas & ReVelle 1972;
    Caprara, Toth & Fischetti 2000).
    """
    if not len(node.columns):
        return node
    node = _merged(node)
    near = node.costs < node.otherwise
    if ((node.costs > node.costs.min(axis=0, initial=np.inf)) & near).any() or len(node.fewest) > 1:
        return node
    if (node.needed > 1).any() or (node.fewest.sum() > 1 and np.ptp(node.linear) > 0):
        return node
    while True:
        before = (len(node.columns), len(node.needed))
        if len(node.otherwise) == 0:
            node = _fewer_covers(node)
        node = _fewer_columns(node)
        if before == (len(node.columns), len(node.needed)):
            return node


def _merged(node: Node) -> Node:
    """Rows that cost the same everywhere are paid, those with two costs and the same near columns added up."""
    if not len(node.otherwise):
        return node
    least = node.costs.min(axis=0)
    near = node.costs < node.otherwise
    if (near & (node.costs > least)).any():
        return node
    telling = least < node.otherwise
    paid = node.paid + float(node.otherwise[~telling].sum()) + float(least[telling].sum())
    worth = (node.otherwise - least)[telling]
    _, first, which = np.unique(np.packbits(near[:, telling], axis=0), axis=1, return_index=True, return_inverse=True)
    otherwise = np.bincount(which.ravel(), worth, minlength=len(first)).astype(np.float64)
    pattern = near[:, telling][:, first]
    costs = np.where(pattern, 0.0, otherwise)
    return replace(node, costs=costs, otherwise=otherwise, rows=np.floor(otherwise / 2), paid=paid)


def _fewer_covers(node: Node) -> Node:
    """Without covers that contain another; of equal ones the first stays."""
    size = node.covers.sum(axis=1)
    small, large = _inside(node.covers > 0)
    keep = np.ones(len(size), dtype=bool)
    keep[large[(size[small] < size[large]) | (small < large)]] = False
    return replace(node, covers=node.covers[keep], needed=node.needed[keep], sets=node.sets[keep])


def _fewer_columns(node: Node) -> Node:
    """Without columns whose covers and rows another column has too, at no higher price."""
    served = np.hstack([node.covers.T > 0, node.costs < node.otherwise])
    size = served.sum(axis=1)
    one, other = _inside(served)
    dearer = node.linear[one] > node.linear[other]
    replaced = dearer | ((node.linear[one] == node.linear[other]) & ((size[one] < size[other]) | (one > other)))
    replaced &= node.linear[one] >= 0
    keep = np.ones(len(size), dtype=bool)
    keep[one[replaced]] = False
    if node.fewest.sum() <= min(1, len(node.needed)):  # What covers need is enough, so nothing is opened for nothing.
        keep[(size == 0) & (node.linear >= 0)] = False
    return node.keep(_enough(node, keep))


def _inside(sets: Flags) -> tuple[Whole, Whole]:
    """Pairs of different sets of which the first is inside the second; sets are the rows.

    Only sets with the first one's rarest member can hold it.
    """
    if not sets.size:
        return np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int64)
    by_rarity = sets[:, np.argsort(sets.sum(axis=0), kind="stable")]
    filled = sets.any(axis=1)
    rarest, which = np.unique(by_rarity.argmax(axis=1)[filled], return_inverse=True)
    place, holder = np.nonzero(by_rarity[:, rarest].T)
    start = np.searchsorted(place, np.arange(len(rarest) + 1))
    sizes = (start[1:] - start[:-1])[which]
    ends = np.cumsum(sizes)
    at = np.arange(sizes.sum()) - np.repeat(ends - sizes - start[which], sizes)
    empty, others = np.flatnonzero(~filled), np.arange(len(sets))
    one = np.concatenate([np.repeat(np.flatnonzero(filled), sizes), np.repeat(empty, len(sets))])
    other = np.concatenate([holder[at], np.tile(others, len(empty))])
    apart = one != other
    one, other = one[apart], other[apart]
    for word in _words(by_rarity):
        inside = (word[one] & ~word[other]) == 0
        one, other = one[inside], other[inside]
    return one, other


def _words(sets: Flags) -> NDArray[np.uint64]:
    """The sets' members as bits, 64 of each set in a row."""
    packed = np.packbits(sets, axis=1)
    packed = np.ascontiguousarray(np.pad(packed, ((0, 0), (0, -packed.shape[1] % 8))))
    return np.ascontiguousarray(packed.view(np.uint64).T)


def _enough(node: Node, keep: Flags) -> Flags:
    """Some of the replaced again, the cheapest first, where so many must be open."""
    missing = int(node.fewest.sum()) - int(keep.sum())
    if missing > 0:
        gone = np.flatnonzero(~keep)
        keep[gone[np.argsort(node.linear[gone], kind="stable")[:missing]]] = True
    return keep
