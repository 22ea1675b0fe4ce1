"""The linear relaxation of a task, by HiGHS."""

import time
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


def relaxed(task: Task) -> Relaxation | None:
    """The relaxation with cuts for the blocks, as far as time goes; None when there is none in time."""
    until = time.monotonic() + task.relax_s
    matrix = task.matrix
    highs = highs_on(program_of(matrix, relaxed=True), task.relax_s, task.seed)
    found = _solved(highs)
    makers = [NearestCuts(block, len(matrix.cost)) for block in task.blocks]
    cuts: list[Cut] = []
    best = None
    in_vain = 0
    while found is not None:
        values, prices = found
        now = relaxation(_with_cuts(matrix, cuts), values, prices)
        little = best is not None and now.bound - best.bound < LITTLE * abs(now.bound)
        in_vain = in_vain + 1 if little else 0
        if best is None or now.bound > best.bound:
            best = now
        new = [cut for maker in makers if (cut := maker.violated(values)) is not None]
        if not new or in_vain == IN_VAIN or time.monotonic() > until:
            return best
        for low, index, factor in new:
            highs.addRow(low, np.inf, len(index), index, factor)
        cuts += new
        highs.setOptionValue("time_limit", highs.getRunTime() + max(0.1, until - time.monotonic()))
        found = _solved(highs)
    return best


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
