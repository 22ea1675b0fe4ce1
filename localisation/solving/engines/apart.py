"""HiGHS run in a process of its own, where it can be stopped and cannot take the program down with it."""

import pickle
import subprocess
import sys
import threading
import time
from math import floor
from typing import IO

import numpy as np

from localisation.domain.scenario import SolveLimits
from localisation.domain.vocabulary import Status
from localisation.solving.engines.board import Board
from localisation.solving.engines.highs_task import News, Task
from localisation.solving.engines.matrix import matrix_of
from localisation.solving.engines.model import Model
from localisation.solving.engines.outcome import PROOF_TOLERANCE, Outcome
from localisation.solving.engines.search import EngineDied
from localisation.solving.goal import GOAL_UNITS
from localisation.solving.progress import Stop

NAME = "HiGHS"
GRACE_S = 20
"""Seconds beyond its limit after which a worker that does not answer is ended."""


def solve_mip_apart(model: Model, *, seconds: float, seed: int, stop: Stop | None = None) -> Outcome:
    """What HiGHS finds alone; when stopped, the best it has told so far."""
    board = Board(model)
    if search_mip(model, board, SolveLimits(seed=seed), seconds=seconds, stop=stop) is Status.INFEASIBLE:
        return Outcome(status=Status.INFEASIBLE)
    return board.outcome()[1]


def search_mip(model: Model, board: Board, limits: SolveLimits, *, seconds: float, stop: Stop | None = None) -> Status:
    """Let HiGHS search beside others: it is told what they find, and its solutions and bounds go on the board.

    HiGHS reckons in floating point: solutions are rounded and re-checked by the board, and every bound is lowered by
    half of `PROOF_TOLERANCE`. Raises `EngineDied` when the process ends without having said anything.
    """
    process = subprocess.Popen(
        [sys.executable, "-m", "localisation.solving.engines.highs_worker"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    assert process.stdin is not None
    assert process.stdout is not None
    listener = _Listener(process.stdout, board)
    known = board.best
    size = len(model.variables)
    start = None if known is None or len(known[1]) < size else np.array(known[1], dtype=np.float64)
    try:
        pickle.dump(Task(matrix=matrix_of(model), seconds=seconds, seed=limits.seed, start=start), process.stdin)
        process.stdin.flush()
        deadline = time.monotonic() + seconds + GRACE_S
        while listener.is_alive() and time.monotonic() < deadline:
            if board.closed or (stop is not None and stop.is_set()):
                break
            listener.join(0.1)
            if (best := board.best) is not None and best != known and best[0] != listener.last and len(best[1]) == size:
                pickle.dump(np.array(best[1], dtype=np.float64), process.stdin)
                process.stdin.flush()
            known = best
    except BrokenPipeError:
        listener.join(GRACE_S)
    finally:
        ended = not listener.is_alive()
        process.kill()
        process.wait()
        listener.join()
        process.stdout.close()
    if listener.fault is not None:
        raise listener.fault
    if ended and not listener.said:
        raise EngineDied("the process that runs HiGHS ended without a word")
    if board.closed:
        return Status.OPTIMAL
    return Status.INFEASIBLE if listener.infeasible and board.best is None else Status.UNKNOWN


class _Listener(threading.Thread):
    """Hears the worker out."""

    def __init__(self, stream: IO[bytes], board: Board) -> None:
        super().__init__(daemon=True)
        self._stream, self._board = stream, board
        self.last: int | None = None
        """The value of the best that HiGHS itself has found."""
        self.said = False
        self.infeasible = False
        self.fault: Exception | None = None
        self.start()

    def run(self) -> None:
        try:
            while not self._heard(pickle.load(self._stream)):
                pass
        except (EOFError, pickle.UnpicklingError):
            return
        except Exception as error:
            self.fault = error

    def _heard(self, news: News) -> bool:
        self.said = True
        if news.values is not None:
            values = [int(x) for x in np.rint(news.values)]
            if self._board.offer(values, NAME) and (best := self._board.best) is not None:
                self.last = best[0]
        if news.bound is not None:
            self._board.lift(floor(news.bound * GOAL_UNITS) - PROOF_TOLERANCE // 2, NAME)
        self.infeasible |= news.infeasible
        return news.ended
