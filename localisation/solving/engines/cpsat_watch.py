"""CP-SAT while it runs: what it finds is passed on, and it stops when asked."""

import threading
from collections.abc import Callable

from ortools.sat.python import cp_model

from localisation.solving.engines.outcome import Report
from localisation.solving.progress import Stop


class CpsatWatch:
    """A context around a solve, with the callback to give it.

    `value` and `bound` turn what CP-SAT says of its objective into goal units; `found` is given each solution.
    """

    def __init__(
        self,
        solver: cp_model.CpSolver,
        report: Report | None,
        stop: Stop | None,
        *,
        value: Callable[[float], int] = round,
        bound: Callable[[float], int] = round,
        found: Callable[[cp_model.CpSolverSolutionCallback], None] | None = None,
    ) -> None:
        self._solver, self._report, self._stop = solver, report, stop
        self._value, self._bound = value, bound
        self._best: int | None = None
        self._reached: int | None = None
        self._done = threading.Event()
        self._thread = threading.Thread(target=self._wait, daemon=True)
        self.callback = _Callback(self._better, found)
        solver.best_bound_callback = self._bounded

    def _better(self, value: float) -> None:
        self._best = self._value(value)
        self._tell()

    def _bounded(self, bound: float) -> None:
        self._reached = self._bound(bound)
        self._tell()

    def _tell(self) -> None:
        if self._report:
            self._report(self._best, self._reached)

    def _wait(self) -> None:
        while not self._done.wait(0.1):
            if self._stop and self._stop.is_set():
                self._solver.stop_search()

    def __enter__(self) -> "CpsatWatch":
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._done.set()
        self._thread.join()


class _Callback(cp_model.CpSolverSolutionCallback):
    def __init__(
        self, better: Callable[[float], None], found: Callable[[cp_model.CpSolverSolutionCallback], None] | None
    ) -> None:
        super().__init__()
        self._better, self._found = better, found

    def on_solution_callback(self) -> None:
        if self._found:
            self._found(self)
        self._better(self.objective_value)
