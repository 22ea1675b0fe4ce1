"""The linear relaxation of a task, by HiGHS."""

import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import numpy as np
from highspy import HighsModelStatus
from numpy.typing import NDArray
from scipy.sparse import csr_array, vstack

from localisation.array_types import Floats
from localisation.solving.engines.cover_cuts import CoverCuts
from localisation.solving.engines.highs_program import highs_on, program_of
from localisation.solving.engines.highs_task import Task
from localisation.solving.engines.matrix import Matrix
from localisation.solving.engines.nearest_cuts import NearestCuts
from localisation.solving.engines.relaxation import NEARLY, CutRow, Relaxation, relaxation

LITTLE, IN_VAIN = 5e-4, 3
"""After so many rounds in a row that each lift the bound by a smaller part than this, there are no more."""
SHORT = 2
"""Rows of so many terms wait until they are broken: there are many of them (who sits there uses it), and few matter."""


def relaxed(task: Task, told: Callable[[Relaxation], None]) -> None:
    """Tell the relaxation, and after each round of rows and cuts that lifts its bound the one there is then.

    The first round has neither short rows nor what `blocks` say; each later one has what the one before broke, and
    cuts of the rows (`CoverCuts`): without blocks only when no row is broken any more, so that there is a relaxation
    without cuts, too.
    Totals are counted in shares of the most that they can be: as they are, they would drown what HiGHS tells from 0.
    Cover cuts are of the matrix as it is, where a total is no yes-or-no variable, and have none of the totals.
    """
    until = time.monotonic() + task.relax_s
    sizes = np.ones(len(task.matrix.cost))
    for block in task.blocks:
        sizes[block.total] = max(1, block.most)
    for found in _round_by_round(task, _in_shares(task.matrix, sizes), sizes, until):
        told(replace(found, values=found.values * sizes, reduced=found.reduced / sizes))


def _round_by_round(task: Task, matrix: Matrix, sizes: Floats, until: float) -> Iterator[Relaxation]:
    program = _Program(matrix, task.relax_s, task.seed)
    makers = [(NearestCuts(block, len(sizes)), sizes[block.total]) for block in task.blocks]
    covers: CoverCuts | None = None
    covered: list[CutRow] = []
    best: float | None = None
    inner: Floats | None = None
    in_vain, rose = 0, False
    while (found := program.solved()) is not None:
        values, prices = found
        now = relaxation(program.matrix, values, prices)
        little = best is not None and now.bound - best <= LITTLE * abs(now.bound)
        rose |= best is not None and not little
        if best is None or now.bound > best:
            best = now.bound
            yield replace(now, cuts=tuple(cut for cut in covered if _tight(cut, values)), plain=not covered)
        inner = values if inner is None else (inner + values) / 2
        points = [values * sizes] if inner is values else [values * sizes, inner * sizes]
        found_cuts = [(maker.violated(point), most) for maker, most in makers for point in points]
        cuts = [_cut_in_shares(cut, most) for cut, most in found_cuts if cut is not None]
        broken = program.add_broken(values)
        waits = not makers and broken > 0
        in_vain = in_vain + 1 if little and (rose or not makers) and not waits else 0
        if covers is None and not waits:
            if not makers:
                yield now  # the last plain one
            covers = CoverCuts(task.matrix, [block.total for block in task.blocks])
        new = [] if covers is None else covers.violated(values * sizes)
        covered += new
        more = broken + program.add_cuts(cuts + new)
        if not more or in_vain == IN_VAIN or time.monotonic() > until:
            return
        program.lasts(until)


def _tight(cut: CutRow, values: Floats) -> bool:
    low, variables, factors = cut
    return bool(factors @ values[variables] <= low + NEARLY)


def _cut_in_shares(cut: CutRow, most: float) -> CutRow:
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


class _Program:
    """A relaxed program that gets more rows; `matrix` is it as it stands."""

    def __init__(self, matrix: Matrix, seconds: float, seed: int) -> None:
        rows = csr_array((matrix.factor, matrix.index, matrix.start), shape=(len(matrix.row_low), len(matrix.cost)))
        short = np.diff(matrix.start) <= SHORT
        self._rows, self._low, self._high = rows[short], matrix.row_low[short], matrix.row_high[short]
        self._waits: NDArray[np.bool_] = np.ones(len(self._low), dtype=np.bool_)
        self.matrix = _of_rows(matrix, rows[~short], matrix.row_low[~short], matrix.row_high[~short])
        self._highs: Any = highs_on(program_of(self.matrix, relaxed=True), seconds, seed)

    def solved(self) -> tuple[Floats, Floats] | None:
        """The values and the prices by row at the optimum."""
        self._highs.run()
        if self._highs.getModelStatus() != HighsModelStatus.kOptimal:
            return None
        solution = self._highs.getSolution()
        return np.asarray(solution.col_value), np.asarray(solution.row_dual)

    def lasts(self, until: float) -> None:
        """The next round may take until then."""
        self._highs.setOptionValue("time_limit", self._highs.getRunTime() + max(0.1, until - time.monotonic()))

    def add_broken(self, values: Floats) -> int:
        """Add the rows that wait and that the values break; how many they are."""
        sums = self._rows @ values
        room = NEARLY * np.maximum(1, np.abs(sums))
        broken = self._waits & ((sums < self._low - room) | (sums > self._high + room))
        self._waits &= ~broken
        return self._add(self._rows[broken], self._low[broken], self._high[broken])

    def add_cuts(self, cuts: list[CutRow]) -> int:
        """Add the cuts; how many they are."""
        start = np.cumsum([0, *(len(index) for _, index, _ in cuts)])
        index = np.concatenate([np.empty(0, dtype=np.int32), *(index for _, index, _ in cuts)])
        factor = np.concatenate([np.empty(0), *(factor for _, _, factor in cuts)])
        rows = csr_array((factor, index, start), shape=(len(cuts), len(self.matrix.cost)))
        return self._add(rows, np.array([low for low, _, _ in cuts]), np.full(len(cuts), np.inf))

    def _add(self, rows: csr_array, low: Floats, high: Floats) -> int:
        if not len(low):
            return 0
        start, index = rows.indptr[:-1].astype(np.int32), rows.indices.astype(np.int32)
        self._highs.addRows(len(low), low, high, len(index), start, index, rows.data)
        before = self.matrix
        shape = (len(before.row_low), len(before.cost))
        both = csr_array(
            vstack([csr_array((before.factor, before.index, before.start), shape=shape), rows], format="csr")
        )
        self.matrix = _of_rows(before, both, np.append(before.row_low, low), np.append(before.row_high, high))
        return len(low)


def _of_rows(matrix: Matrix, rows: csr_array, low: Floats, high: Floats) -> Matrix:
    return replace(
        matrix,
        row_low=low,
        row_high=high,
        start=rows.indptr.astype(np.int32),
        index=rows.indices.astype(np.int32),
        factor=rows.data,
    )
