"""Location problems made smaller before any bound is sought, without losing an optimum."""

from dataclasses import replace

import numpy as np
from scipy import sparse

from localisation.solving.engines.location.arrays import Floats
from localisation.solving.engines.location.core import Flags, Indices
from localisation.solving.engines.location.node import Node

DENSE = 0.03
"""Of fuller matrices the dense product is faster."""


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
    small, large = _inside(node.covers, size)
    keep = np.ones(len(size), dtype=bool)
    keep[large[(size[small] < size[large]) | (small < large)]] = False
    return replace(node, covers=node.covers[keep], needed=node.needed[keep], sets=node.sets[keep])


def _fewer_columns(node: Node) -> Node:
    """Without columns whose covers and rows another column has too, at no higher price."""
    served = np.hstack([node.covers.T > 0, node.costs < node.otherwise]).astype(np.float64)
    size = served.sum(axis=1)
    one, other = _inside(served, size)
    dearer = node.linear[one] > node.linear[other]
    replaced = dearer | ((node.linear[one] == node.linear[other]) & ((size[one] < size[other]) | (one > other)))
    replaced &= node.linear[one] >= 0
    keep = np.ones(len(size), dtype=bool)
    keep[one[replaced]] = False
    if node.fewest.sum() <= min(1, len(node.needed)):  # What covers need is enough, so nothing is opened for nothing.
        keep[(size == 0) & (node.linear >= 0)] = False
    return node.keep(_enough(node, keep))


def _inside(sets: Floats, size: Floats) -> tuple[Indices, Indices]:
    """Pairs of different sets of which the first is inside the second; sets are the rows of a 0/1 matrix."""
    if not sets.size:
        return np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int64)
    if sets.mean() > DENSE:
        dense = sets.astype(np.float32)
        inside = dense @ dense.T >= size[:, None]
    else:
        sparse_sets = sparse.csr_matrix(sets)
        shared = (sparse_sets @ sparse_sets.T).tocoo()
        whole = (shared.data >= size[shared.row]) & (shared.row != shared.col)
        return shared.row[whole].astype(np.int64), shared.col[whole].astype(np.int64)
    np.fill_diagonal(inside, False)
    first, second = np.nonzero(inside)
    return first, second


def _enough(node: Node, keep: Flags) -> Flags:
    """Some of the replaced again, the cheapest first, where so many must be open."""
    missing = int(node.fewest.sum()) - int(keep.sum())
    if missing > 0:
        gone = np.flatnonzero(~keep)
        keep[gone[np.argsort(node.linear[gone], kind="stable")[:missing]]] = True
    return keep
