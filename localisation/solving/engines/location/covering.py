"""Location problems made smaller before any bound is sought, without losing an optimum."""

from dataclasses import replace

import numpy as np
from scipy import sparse

from localisation.solving.engines.location.core import Flags, Indices
from localisation.solving.engines.location.node import Node


def reduced(node: Node) -> Node:
    """Rows and covers that others imply are gone, and columns that another column replaces at no higher price.

    Rows that know only near and far, as in coverage, are merged where they are near the same columns. A column goes
    when all covers it is in, and all rows it is near, have another that costs no more, in one group without a
    least number that would then be missed (Toregas & ReVelle 1972; Caprara, Toth & Fischetti 2000).
    """
    if not len(node.columns):
        return node
    node = _merged(node)
    near = node.costs < node.otherwise
    if ((node.costs > node.costs.min(axis=0, initial=np.inf)) & near).any() or len(node.fewest) > 1:
        return node
    if (node.needed > 1).any():
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
    """Without covers that contain another."""
    covers = sparse.csr_matrix(node.covers)
    size = node.covers.sum(axis=1)
    contains = _inside((covers @ covers.T).tocoo(), size)
    keep = np.ones(len(size), dtype=bool)
    keep[contains] = False
    return replace(node, covers=node.covers[keep], needed=node.needed[keep], sets=node.sets[keep])


def _inside(shared: sparse.coo_matrix, size: np.ndarray) -> Indices:
    """Which sets contain another whole; of equal ones all but the first. `shared` counts common members."""
    small, large = shared.row, shared.col
    whole = (shared.data >= size[small]) & (small != large)
    whole &= (size[small] < size[large]) | (small < large)
    return np.unique(large[whole])


def _fewer_columns(node: Node) -> Node:
    """Without columns whose covers and rows another column has too, at no higher price."""
    near = node.costs < node.otherwise
    served = sparse.csr_matrix(np.hstack([node.covers.T > 0, near]).astype(np.float64))
    size = np.asarray(served.sum(axis=1)).ravel()
    shared = (served @ served.T).tocoo()
    one, other = shared.row, shared.col
    dearer = node.linear[one] >= node.linear[other]
    replaced = (shared.data >= size[one]) & (one != other) & dearer
    equal = (size[one] == size[other]) & (node.linear[one] == node.linear[other])
    replaced &= ~equal | (one > other)
    keep = np.ones(len(size), dtype=bool)
    keep[one[replaced]] = False
    keep[(size == 0) & (node.linear >= 0)] = False
    return node.keep(_enough(node, keep))


def _enough(node: Node, keep: Flags) -> Flags:
    """Some of the replaced again, the cheapest first, where so many must be open."""
    missing = int(node.fewest.sum()) - int(keep.sum())
    if missing > 0:
        gone = np.flatnonzero(~keep)
        keep[gone[np.argsort(node.linear[gone], kind="stable")[:missing]]] = True
    return keep
