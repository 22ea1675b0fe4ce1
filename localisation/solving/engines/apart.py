"""HiGHS run in a process of its own, where it can be stopped and cannot take the program down with it."""

import pickle
import subprocess
import sys
import threading
import time
from contextlib import suppress
from dataclasses import replace
from math import floor, inf
from typing import IO, Self

import numpy as np

from localisation.domain.scenario import SolveLimits
from localisation.domain.vocabulary import Status
from localisation.rules.goal import GOAL_UNITS
from localisation.solving.engines.board import Board
from localisation.solving.engines.expanded import expanded
from localisation.solving.engines.highs_task import Ask, News, Task
from localisation.solving.engines.matrix_of import matrix_of
from localisation.solving.engines.model import Model
from localisation.solving.engines.outcome import PROOF_TOLERANCE, Outcome
from localisation.solving.engines.relaxation import Relaxation
from localisation.solving.engines.search import EngineDied
from localisation.solving.progress import Stop

NAME = "HiGHS"
GRACE_S = 2
"""Seconds beyond its limit after which a worker that does not answer is ended."""
LOOK_EVERY_S = 0.1


def solve_mip_apart(model: Model, *, seconds: float, seed: int, stop: Stop | None = None) -> Outcome:
    """What HiGHS finds alone; when stopped, the best it has told so far."""
    board = Board(model)
    if search_mip(model, board, SolveLimits(seed=seed), seconds=seconds, stop=stop) is Status.INFEASIBLE:
        return Outcome(status=Status.INFEASIBLE)
    return board.outcome()[1]


def search_mip(model: Model, board: Board, limits: SolveLimits, *, seconds: float, stop: Stop | None = None) -> Status:
    """Let HiGHS search beside others: it is told what they find, and its solutions and bounds go on the board."""
    with Highs(model, board, limits, seconds=seconds) as highs:
        return highs.search(stop)


class Highs:
    """HiGHS on one model, as a context: the process ends with it.

    HiGHS reckons in floating point: solutions are rounded and re-checked by the board, and every bound is lowered by
    half of `PROOF_TOLERANCE`.
    """

    def __init__(self, model: Model, board: Board, limits: SolveLimits, *, seconds: float, relax_s: float = 0) -> None:
        self._model, self._board = model, board
        self._until = time.monotonic() + seconds + GRACE_S
        self._task = Task(
            matrix=matrix_of(replace(model, blocks=[])),
            blocks=tuple(model.blocks),
            seconds=seconds,
            seed=limits.seed,
            relax_s=relax_s,
            memory_mb=limits.memory_mb,
        )

    def __enter__(self) -> Self:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "localisation.solving.engines.highs_worker"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        assert self._process.stdout is not None
        self._listener = _Listener(self._process.stdout, self._board)
        try:
            self._say(self._task)
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        self._process.kill()
        self._process.wait()
        self._listener.join()
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdout.close()
        with suppress(BrokenPipeError):  # something was left to be said
            self._process.stdin.close()

    @property
    def tried(self) -> Stop:
        """Set when there is no relaxation to wait for: it is solved, it was given up, or the process is no more."""
        return self._listener.tried

    def wait(self, relaxing: Stop, until: float) -> None:
        """Wait for the relaxation, a little beyond the moment (`time.monotonic`) at which it should be solved."""
        while not relaxing.is_set() and not self._board.closed and time.monotonic() < until + GRACE_S:
            time.sleep(LOOK_EVERY_S)

    def relaxation(self) -> Relaxation | None:
        """The linear relaxation as far as it is solved (wholly, once `tried`); None while, and when, there is none."""
        return self._listener.relaxed

    def plain(self) -> Relaxation | None:
        """The last relaxation that was told before there were cover cuts; None when there is none."""
        return self._listener.plain

    @property
    def relaxed_s(self) -> float:
        """Seconds that the relaxation took, by the clock of the process; endless until it is `tried`."""
        return self._listener.relax_s

    def search(self, stop: Stop | None) -> Status:
        """Search until proven, out of time or stopped, told meanwhile of what others find.

        Raises `EngineDied` when the process ends before the search does.
        """
        listener, board = self._listener, self._board
        told = self._best()
        written_out = matrix_of(expanded(self._model)) if self._model.blocks else None
        self._say(Ask(matrix=written_out, solution=None if told is None else told[1]))
        while listener.is_alive() and time.monotonic() < self._until:
            if board.closed or (stop is not None and stop.is_set()):
                break
            listener.join(LOOK_EVERY_S)
            best = self._best()
            if best is not None and (told is None or best[0] < told[0]) and best[0] != listener.last:
                self._say(Ask(solution=best[1]))
            told = best
        if listener.fault is not None:
            raise listener.fault
        if not listener.is_alive() and not listener.ended:
            raise EngineDied("the process that runs HiGHS ended before its search")
        if board.closed:
            return Status.OPTIMAL
        return Status.INFEASIBLE if listener.infeasible and board.best is None else Status.UNKNOWN

    def _best(self) -> tuple[int, np.ndarray] | None:
        """The best on the board, if it says what every variable is: not those of blocks written out."""
        best = self._board.best
        if best is None or self._model.blocks:
            return None
        return best[0], np.array(best[1], dtype=np.float64)

    def _say(self, said: Task | Ask) -> None:
        assert self._process.stdin is not None
        try:
            pickle.dump(said, self._process.stdin)
            self._process.stdin.flush()
        except BrokenPipeError:
            self._listener.join(GRACE_S)


class _Listener(threading.Thread):
    """Hears the worker out."""

    def __init__(self, stream: IO[bytes], board: Board) -> None:
        super().__init__(daemon=True)
        self._stream, self._board = stream, board
        self.last: int | None = None
        """The value of the best that HiGHS itself has found."""
        self.ended = False
        self.tried = threading.Event()
        self.relax_s = inf
        self.relaxed: Relaxation | None = None
        self.plain: Relaxation | None = None
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
        finally:
            self.tried.set()

    def _heard(self, news: News) -> bool:
        self.ended |= news.ended
        if news.fault:
            raise EngineDied(f"HiGHS: {news.fault}")
        if news.relaxed is not None:
            self.relaxed = news.relaxed
            self.plain = news.relaxed if news.relaxed.plain else self.plain
            self._board.lift(floor(news.relaxed.bound * GOAL_UNITS) - PROOF_TOLERANCE // 2, NAME)
        if news.tried:
            self.relax_s = news.relax_s
            self.tried.set()
        if news.values is not None:
            values = [int(x) for x in np.rint(news.values)]
            if self._board.offer(values, NAME) and (best := self._board.best) is not None:
                self.last = best[0]
        if news.bound is not None:
            self._board.lift(floor(news.bound * GOAL_UNITS) - PROOF_TOLERANCE // 2, NAME)
        self.infeasible |= news.infeasible
        return news.ended
