"""The linear relaxation of a task, by HiGHS."""

import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import numpy as np
from highspy import HighsModelStatus
from scipy.sparse import csr_array, vstack

from localisation.solving.engines.highs_program import highs_on, program_of
from localisation.solving.engines.highs_task import Task
from localisation.solving.engines.matrix import Floats, Indices, Matrix
from localisation.solving.engines.nearest_cuts import NearestCuts
from localisation.solving.engines.relaxation import Relaxation, relaxation

Cut = tuple[float, Indices, Floats]
LITTLE, IN_VAIN = 5e-4, 3
"""After so many rounds in a row that each lift the bound by a smaller part than this, there are no more."""


def relaxed(task: Task, told: Callable[[Relaxation], None]) -> None:
    """Tell the relaxation, and after each round of cuts for the blocks that lifts its bound the one there is then.

    Totals are counted in shares of the most that they can be: as they are, they would drown what HiGHS tells from 0.
    """
    until = time.monotonic() + task.relax_s
    sizes = np.ones(len(task.matrix.cost))
    for block in task.blocks:
        sizes[block.total] = max(1, block.most)
    for found in _with_rounds_of_cuts(task, _in_shares(task.matrix, sizes), sizes, until):
        told(replace(found, values=found.values * sizes, reduced=found.reduced / sizes))


def _with_rounds_of_cuts(task: Task, matrix: Matrix, sizes: Floats, until: float) -> Iterator[Relaxation]:
    highs = highs_on(program_of(matrix, relaxed=True), task.relax_s, task.seed)
    makers = [(NearestCuts(block, len(sizes)), sizes[block.total]) for block in task.blocks]
    cuts: list[Cut] = []
    best: float | None = None
    inner: Floats | None = None
    in_vain, rose = 0, False
    while (found := _solved(highs)) is not None:
        values, prices = found
        now = relaxation(_with_cuts(matrix, cuts), values, prices)
        little = best is not None and now.bound - best < LITTLE * abs(now.bound)
        rose |= best is not None and not little
        in_vain = in_vain + 1 if little and rose else 0
        if best is None or now.bound > best:
            best = now.bound
            yield now
        inner = values if inner is None else (inner + values) / 2
        points = [values * sizes] if inner is values else [values * sizes, inner * sizes]
        found_cuts = [(maker.violated(point), most) for maker, most in makers for point in points]
        new = [_cut_in_shares(cut, most) for cut, most in found_cuts if cut is not None]
        if not new or in_vain == IN_VAIN or time.monotonic() > until:
            return
        for low, index, factor in new:
            highs.addRow(low, np.inf, len(index), index, factor)
        cuts += new
        highs.setOptionValue("time_limit", highs.getRunTime() + max(0.1, until - time.monotonic()))


def _cut_in_shares(cut: Cut, most: float) -> Cut:
    """The cut, whose last variable is the total, by the most that the total can be."""
    low, index, factor = cut
    return low / most, index, np.append(factor[:-1] / most, 1.0)


def _in_shares(matrix: Matrix, sizes: Floats) -> Matrix:
    return replace(
        matrix,
        cost=matrix.cost * sizes,
        low=matrix.low / sizes,
        high=matrix.high / sizes,
        factor=matrix.factor * sizes[matrix.index],
    )


def _solved(highs: Any) -> tuple[Floats, Floats] | None:
    """The values and the prices by row at the optimum."""
    highs.run()
    if highs.getModelStatus() != HighsModelStatus.kOptimal:
        return None
    solution = highs.getSolution()
    return np.asarray(solution.col_value), np.asarray(solution.row_dual)


def _with_cuts(matrix: Matrix, cuts: list[Cut]) -> Matrix:
    if not cuts:
        return matrix
    size = len(matrix.cost)
    start = np.cumsum([0, *(len(index) for _, index, _ in cuts)])
    index = np.concatenate([index for _, index, _ in cuts])
    factor = np.concatenate([factor for _, _, factor in cuts])
    more = csr_array((factor, index, start), shape=(len(cuts), size))
    rows = csr_array((matrix.factor, matrix.index, matrix.start), shape=(len(matrix.row_low), size))
    both = csr_array(vstack([rows, more], format="csr"))
    return replace(
        matrix,
        row_low=np.append(matrix.row_low, [low for low, _, _ in cuts]),
        row_high=np.append(matrix.row_high, np.full(len(cuts), np.inf)),
        start=both.indptr.astype(np.int32),
        index=both.indices.astype(np.int32),
        factor=both.data,
    )
