"""HiGHS in a process of its own: `python -m localisation.solving.engines.highs_worker`, spoken to by `apart`.

Of its own because highspy and OR-Tools cannot be loaded into one process, and because a process can always be ended.
Reads a pickled `Task` from standard input and after it each `Ask`; writes `News`.
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

from localisation.solving.engines.highs_program import highs_on, program_of
from localisation.solving.engines.highs_relax import relaxed
from localisation.solving.engines.highs_task import Ask, News, Task

LOOK_EVERY_S = 0.05
"""How often at most the bound is looked at while the search runs."""

if sys.platform != "win32":
    import resource


def main() -> None:
    """Solve one model and tell how it goes."""
    out = os.fdopen(os.dup(1), "wb")
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    source = sys.stdin.buffer
    began = time.monotonic()
    task: Task = pickle.load(source)
    _keep_within(task.memory_mb)
    inbox: queue.SimpleQueue[Ask] = queue.SimpleQueue()
    threading.Thread(target=_listen, args=(source, inbox), daemon=True).start()
    search = _Search(task, began, inbox, out)
    try:
        if task.relax_s:
            search.relax()
        search.run(inbox.get())
    except Exception as fault:
        search.tell(News(ended=True, fault=f"{type(fault).__name__}: {fault}"))


def _keep_within(memory_mb: int | None) -> None:
    """Let the process end rather than have more data than this, where the system can see to it."""
    if memory_mb is not None and sys.platform != "win32":
        resource.setrlimit(resource.RLIMIT_DATA, (memory_mb << 20, memory_mb << 20))


def _listen(source: IO[bytes], inbox: "queue.SimpleQueue[Ask]") -> None:
    try:
        while True:
            inbox.put(pickle.load(source))
    except (EOFError, pickle.UnpicklingError):
        os._exit(1)


class _Search:
    """One run of HiGHS."""

    def __init__(self, task: Task, began: float, inbox: "queue.SimpleQueue[Ask]", out: IO[bytes]) -> None:
        self._task, self._began, self._inbox, self._out = task, began, inbox, out
        self._bound = -np.inf
        self._scale = 1.0
        self._looked = 0.0

    def relax(self) -> None:
        """Solve the linear relaxation; without an optimum nothing is told of it but that it was tried."""
        began = time.monotonic()
        relaxed(self._task, lambda found: self.tell(News(relaxed=found)))
        self.tell(News(tried=True, relax_s=time.monotonic() - began))

    def run(self, asked: Ask) -> None:
        """Search from the solution that comes with the question."""
        left = self._task.seconds - (time.monotonic() - self._began)
        matrix = asked.matrix or self._task.matrix
        self._scale = matrix.scale
        highs = highs_on(program_of(matrix), max(0.1, left), self._task.seed)
        if asked.solution is not None:
            solution = highspy.HighsSolution()
            solution.col_value = list(asked.solution)
            highs.setSolution(solution)
        highs.cbMipImprovingSolution += self._found
        highs.cbMipInterrupt += self._look
        highs.cbMipUserSolution += self._give
        highs.run()
        status, info = highs.getModelStatus(), highs.getInfo()
        infeasible = status in (HighsModelStatus.kInfeasible, HighsModelStatus.kUnboundedOrInfeasible)
        if not infeasible:
            if highs.getSolution().value_valid:
                self.tell(News(values=np.asarray(highs.getSolution().col_value)))
            self._tell_bound(info.mip_dual_bound)
        self.tell(News(ended=True, infeasible=infeasible))

    def _found(self, event: Any) -> None:
        self.tell(News(values=np.array(event.data_out.mip_solution)))

    def _look(self, event: Any) -> None:
        now = time.monotonic()
        if now - self._looked >= LOOK_EVERY_S:
            self._looked = now
            self._tell_bound(event.data_out.mip_dual_bound)

    def _give(self, event: Any) -> None:
        values = None
        while not self._inbox.empty():
            values = self._inbox.get().solution
        if values is not None:
            event.data_in.setSolution(values)

    def _tell_bound(self, scaled: float) -> None:
        bound = scaled / self._scale
        if np.isfinite(bound) and bound > self._bound + 1e-9:
            self._bound = bound
            self.tell(News(bound=bound))

    def tell(self, news: News) -> None:
        """Say it at once."""
        pickle.dump(news, self._out)
        self._out.flush()


if __name__ == "__main__":
    main()
