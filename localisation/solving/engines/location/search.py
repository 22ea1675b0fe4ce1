"""The location engine: bounds, solutions and proofs for where to open sites."""

import time
from functools import cache

import numpy as np
from threadpoolctl import ThreadpoolController

from localisation.array_types import Flags, Whole
from localisation.solving.engines.arrays import Arrays
from localisation.solving.engines.board import Board
from localisation.solving.engines.location.ascent import Halted, Pace, ascend
from localisation.solving.engines.location.completion import Completion
from localisation.solving.engines.location.core import Core
from localisation.solving.engines.location.cover_exactly import cover_exactly, only_covers
from localisation.solving.engines.location.cover_tree import search_coverage
from localisation.solving.engines.location.coverage import Coverage
from localisation.solving.engines.location.covering import reduced
from localisation.solving.engines.location.incumbent import BY, Incumbent
from localisation.solving.engines.location.interchange import interchange
from localisation.solving.engines.location.node import Node, root
from localisation.solving.engines.location.project import project
from localisation.solving.engines.location.remainder import search_remainder
from localisation.solving.engines.location.survivors import Survivors
from localisation.solving.engines.location.survivors_apart import solve_survivors_apart
from localisation.solving.engines.location.tree import search_tree
from localisation.solving.engines.model import MANY_CELLS, Model
from localisation.solving.progress import Stop

PACE = Pace(rounds=2_000, step=1.0, patience=15, smallest=0.04)
FEW_HELPERS, MANY_HELPERS = 5_000, 40_000
"""Below, HiGHS is asked before the tree is searched; above, never."""
SPARSE = 0.05
"""Where a site is near to a smaller share of the rows, as in coverage with many sites, linear bounds are good."""
FIRST_S = 10.0
"""So long CP-SAT may try such coverage before anything else does."""
FEW_SITES = 8
"""With so few sites to open the tree is quicker even where HiGHS needs few helpers."""
MANY_SITES = 20
"""With so many the tree is slow, and HiGHS may have twice the helpers first."""
NODES, MANY_NODES = 400, 1_000_000
"""Nodes of the tree; many where what is left is too much for anything else."""
HERE_S, APART_S = 1.0, 10.0
"""HiGHS in this process cannot be stopped; what takes longer is left to it in one of its own, for so long."""


def is_location(model: Model) -> bool:
    """Whether the engine can prove anything: there are blocks, and only openings and what follows them have a price.

    What follows an opening is tied to it by a row of two terms, such as staff in a building and a site there.
    """
    if not model.blocks:
        return False
    known = {v for block in model.blocks for choice in block.choices for v in choice}
    tied = {v for row in model.rows if len(row.expression.terms) == 2 and known & set(row.expression.terms)
            for v in row.expression.terms}  # fmt: skip
    return set(model.objective.terms) <= known | tied | {block.total for block in model.blocks}


def search_location(model: Model, board: Board, *, seconds: float, seed: int, stop: Stop | None) -> None:
    """Search until proven, out of time or stopped; solutions and bounds go to the board as they come.

    What the model demands beyond the location part is left out of the bound, and met by every solution that is
    offered. Bounds are exact in whole numbers; what HiGHS adds at the end is lowered by what floating point may add.
    """
    deadline = time.monotonic() + seconds

    def halted() -> bool:
        return time.monotonic() > deadline or board.closed or (stop is not None and stop.is_set())

    with _libraries().limit(limits=1):
        _search(model, board, deadline, halted, seed, stop)


@cache
def _libraries() -> ThreadpoolController:
    """The libraries behind matrix products: with threads of their own they spend several times the CPU for no speed."""
    return ThreadpoolController()


def _search(model: Model, board: Board, deadline: float, halted: Halted, seed: int, stop: Stop | None) -> None:
    arrays = Arrays(model)
    if not arrays.exact or not arrays.propagate(arrays.low, arrays.high):
        return
    core = project(model, arrays)
    if core is None:
        return
    incumbent = Incumbent(core, board, Completion(model, arrays, core.openings.tolist()))
    ruled_out = core.openings[_settle(core, incumbent, halted, deadline, seed)].tolist()
    if not halted() and not board.closed:
        left = deadline - time.monotonic()
        search_remainder(model, arrays, ruled_out, board, seconds=left, seed=seed, stop=stop, by=BY)


def _settle(core: Core, incumbent: Incumbent, halted: Halted, deadline: float, seed: int) -> Whole:
    """The location part by itself; the columns that no solution better than the best has open.

    A column that another replaces is not one of them: what is left out of the core may ask for it.
    """
    first = node = reduced(root(core))
    if len(node.columns) and not len(node.otherwise):
        _ask_cpsat(node, incumbent, deadline, seed, halted)
        return np.zeros(0, dtype=np.int64)
    if len(node.columns) and (node.costs < node.otherwise).mean() < SPARSE and only_covers(node):
        _ask_cpsat(node, incumbent, min(deadline, time.monotonic() + FIRST_S), seed, halted)
        if halted():
            return np.zeros(0, dtype=np.int64)
    coverage = Coverage.of(node)
    if len(node.columns) and coverage is not None:
        left = search_coverage(coverage, incumbent, halted).left
        return np.setdiff1d(first.columns, [*left.tolist(), *node.opened])
    bound, node = ascend(node, incumbent, PACE, halted, _Improve(core, incumbent))
    incumbent.lift(bound)
    sites = int(node.most.sum())
    few = FEW_HELPERS if sites < MANY_SITES else 2 * FEW_HELPERS
    for helpers in (0, few, MANY_HELPERS) if sites <= FEW_SITES else (few, 0, MANY_HELPERS):
        if halted() or not np.ceil(bound) < incumbent.limit:
            break
        if helpers and only_covers(node):
            bound = max(bound, _ask_cpsat(node, incumbent, deadline, seed, halted))
            break
        if helpers:
            bound = max(bound, _ask_highs(node, incumbent, deadline, seed, halted, helpers=helpers))
            continue
        tree = search_tree(node, bound, incumbent, NODES, halted)
        bound = max(bound, tree.bound)
        incumbent.lift(bound)
    if node.costs.size > MANY_CELLS and incumbent.follows and np.ceil(bound) < incumbent.limit:
        incumbent.lift(search_tree(node, bound, incumbent, MANY_NODES, halted).bound)
    return np.setdiff1d(first.columns, [*node.columns.tolist(), *node.opened])


def _ask_cpsat(node: Node, incumbent: Incumbent, deadline: float, seed: int, halted: Halted) -> float:
    if not len(node.columns):
        return -np.inf
    bound, chosen = cover_exactly(node, incumbent.limit, deadline, seed, halted)
    _tell(node, incumbent, bound, chosen)
    return bound


def _ask_highs(node: Node, incumbent: Incumbent, deadline: float, seed: int, halted: Halted, *, helpers: int) -> float:
    if not len(node.columns):
        incumbent.offer_columns(node.opened)
        incumbent.lift(float(node.otherwise.sum() + node.paid))
        return float(node.otherwise.sum() + node.paid)
    survivors = Survivors.of(node, helpers)
    if survivors is None:
        return -np.inf
    bound, chosen = survivors.solve(node, min(HERE_S, deadline - time.monotonic()))
    _tell(node, incumbent, bound, chosen)
    if halted() or np.ceil(bound) >= min(incumbent.limit, incumbent.aim):
        return bound
    left = min(APART_S, deadline - time.monotonic())
    more, chosen = solve_survivors_apart(survivors, node, left, seed, halted)
    _tell(node, incumbent, more, chosen)
    return max(bound, more)


def _tell(node: Node, incumbent: Incumbent, bound: float, chosen: Whole | None) -> None:
    if chosen is not None:
        incumbent.offer_columns([*node.opened, *chosen.tolist()])
    incumbent.lift(bound)


class _Improve:
    """Turns the choices of the ascent into better ones; the first as it is, before prices mean anything."""

    def __init__(self, core: Core, incumbent: Incumbent) -> None:
        self._core, self._incumbent = core, incumbent
        self._tried: set[bytes] = set()

    def __call__(self, node: Node, chosen: Flags) -> None:
        flags = np.zeros(len(self._core.openings), dtype=bool)
        flags[node.columns[chosen]] = True
        flags[list(node.opened)] = True
        if flags.tobytes() in self._tried:
            return
        self._tried.add(flags.tobytes())
        if not self._core.lawful(flags):
            return
        if len(self._tried) == 1:
            self._incumbent.offer(flags)
            return
        start = np.flatnonzero(chosen)
        better = interchange(node.costs, node.otherwise, node.linear, node.group, start)
        flags[node.columns[start]] = False
        flags[node.columns[better]] = True
        self._incumbent.offer(flags)
