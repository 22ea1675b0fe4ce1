"""HiGHS in a process of its own: `python -m localisation.solving.engines.highs_worker`, spoken to by `apart`.

Of its own because highspy and OR-Tools cannot be loaded into one process, and because a process can always be ended.
Reads a pickled `Task` from standard input and after it solutions found elsewhere (arrays of values); writes `News`.
Ends at once when its input is closed, so that it never outlives the process that started it.
"""

import os
import pickle
import queue
import sys
import threading
import time
from typing import IO, Any

import highspy
import numpy as np
from highspy import HighsModelStatus

from localisation.solving.engines.highs_task import News, Task
from localisation.solving.engines.matrix import Floats, Matrix

LOOK_EVERY_S = 0.05
"""How often at most the bound is looked at while the search runs."""


def main() -> None:
    """Solve one model and tell how it goes."""
    out = os.fdopen(os.dup(1), "wb")
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    source = sys.stdin.buffer
    task: Task = pickle.load(source)
    inbox: queue.SimpleQueue[Floats] = queue.SimpleQueue()
    threading.Thread(target=_listen, args=(source, inbox), daemon=True).start()
    _Search(task, inbox, out).run()


def _listen(source: IO[bytes], inbox: "queue.SimpleQueue[Floats]") -> None:
    try:
        while True:
            inbox.put(pickle.load(source))
    except (EOFError, pickle.UnpicklingError):
        os._exit(1)


class _Search:
    """One run of HiGHS."""

    def __init__(self, task: Task, inbox: "queue.SimpleQueue[Floats]", out: IO[bytes]) -> None:
        self._task, self._inbox, self._out = task, inbox, out
        self._bound = -np.inf
        self._looked = 0.0

    def run(self) -> None:
        highs = highspy.Highs()  # type: ignore[no-untyped-call]
        options: dict[str, Any] = {
            "output_flag": False,
            "threads": 1,
            "mip_rel_gap": 1e-9,
            "mip_abs_gap": 0.0,
            "time_limit": self._task.seconds,
            "random_seed": self._task.seed,
        }
        for name, value in options.items():
            highs.setOptionValue(name, value)
        highs.passModel(_program(self._task.matrix))
        if self._task.start is not None:
            solution = highspy.HighsSolution()
            solution.col_value = list(self._task.start)
            highs.setSolution(solution)
        highs.cbMipImprovingSolution += self._found
        highs.cbMipInterrupt += self._look
        highs.cbMipUserSolution += self._give
        highs.run()
        status, info = highs.getModelStatus(), highs.getInfo()
        infeasible = status in (HighsModelStatus.kInfeasible, HighsModelStatus.kUnboundedOrInfeasible)
        if not infeasible:
            if highs.getSolution().value_valid:
                self._tell(News(values=np.asarray(highs.getSolution().col_value)))
            self._tell_bound(info.mip_dual_bound)
        self._tell(News(ended=True, infeasible=infeasible))

    def _found(self, event: Any) -> None:
        self._tell(News(values=np.array(event.data_out.mip_solution)))

    def _look(self, event: Any) -> None:
        now = time.monotonic()
        if now - self._looked >= LOOK_EVERY_S:
            self._looked = now
            self._tell_bound(event.data_out.mip_dual_bound)

    def _give(self, event: Any) -> None:
        values = None
        while not self._inbox.empty():
            values = self._inbox.get()
        if values is not None:
            event.data_in.setSolution(values)

    def _tell_bound(self, bound: float) -> None:
        if np.isfinite(bound) and bound > self._bound + 1e-9:
            self._bound = bound
            self._tell(News(bound=bound))

    def _tell(self, news: News) -> None:
        pickle.dump(news, self._out)
        self._out.flush()


def _program(matrix: Matrix) -> highspy.HighsLp:
    lp = highspy.HighsLp()
    lp.num_col_, lp.num_row_ = len(matrix.cost), len(matrix.row_low)
    lp.col_cost_, lp.offset_ = matrix.cost, matrix.offset
    lp.col_lower_, lp.col_upper_ = matrix.low, matrix.high
    lp.row_lower_, lp.row_upper_ = matrix.row_low, matrix.row_high
    lp.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    lp.a_matrix_.start_, lp.a_matrix_.index_, lp.a_matrix_.value_ = matrix.start, matrix.index, matrix.factor
    lp.integrality_ = [highspy.HighsVarType.kInteger] * lp.num_col_
    return lp


if __name__ == "__main__":
    main()
