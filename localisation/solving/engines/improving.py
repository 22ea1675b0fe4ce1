"""Better and better solutions, part after part: for models that are too large to be searched whole."""

import random
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from itertools import count

from localisation.domain.scenario import SolveLimits
from localisation.domain.vocabulary import Status
from localisation.solving.engines.board import Board
from localisation.solving.engines.cpsat import NAME
from localisation.solving.engines.cpsat_turn import Turn, take_turn
from localisation.solving.engines.neighbours import Neighbours
from localisation.solving.engines.parts import Part, Parts
from localisation.solving.engines.relaxation import Relaxation
from localisation.solving.progress import Stop

FIRST, FEWEST, MOST = 150, 50, 1000
"""Choices that are freed together."""
PART_S, SOON_S = 3.0, 0.5
"""Seconds for one part at most; one that is proven sooner than the second was too small."""
GROWTH, DECLINE = 1.1, 0.85
IN_VAIN = 15
"""After so many parts in a row without anything better, for each worker, there is no more to be had soon."""


def improve(
    parts: Parts,
    board: Board,
    limits: SolveLimits,
    relaxed: Callable[[], Relaxation | None],
    *,
    seconds: float,
    stop: Stop | None,
    to_the_end: bool = False,
    part_s: float = PART_S,
) -> None:
    """Large neighbourhood search (Shaw 1998) from the best known, until time is out or it is in vain.

    Each worker frees some groups that get in each other's way (`Neighbours`), solves that part and puts what it finds
    on the board. Parts grow while they are proven soon, and shrink when they are not. `relaxed` tells the relaxation
    that there is by then. `to_the_end`: until time is out. A part may take `part_s` seconds.
    """
    if board.best is None or not any(len(choices) for choices in parts.choices):
        return
    search = _Search(parts, board, limits, relaxed, time.monotonic() + seconds, stop, to_the_end, part_s)
    with ThreadPoolExecutor(max_workers=limits.workers) as pool:
        for run in [pool.submit(search.run, worker) for worker in range(limits.workers)]:
            run.result()


class _Search:
    """What the workers share."""

    def __init__(
        self,
        parts: Parts,
        board: Board,
        limits: SolveLimits,
        relaxed: Callable[[], Relaxation | None],
        until: float,
        stop: Stop | None,
        to_the_end: bool,
        part_s: float,
    ) -> None:
        self._parts, self._board, self._until, self._stop = parts, board, until, stop
        self._alone = limits.model_copy(update={"workers": 1})
        self._neighbours, self._relaxed = Neighbours(parts), relaxed
        self._patience = None if to_the_end else IN_VAIN * limits.workers
        self._in_vain, self._failed, self._part_s = 0, False, part_s
        self._number = count()

    def run(self, worker: int) -> None:
        """Part after part; a fault in one worker ends all."""
        try:
            self._run(worker)
        except BaseException:
            self._failed = True
            raise

    def _run(self, worker: int) -> None:
        draw = random.Random(f"{self._alone.seed} {worker}")
        size = float(FIRST)
        while (left := self._until - time.monotonic()) > 0 and not self._over():
            best = self._board.best
            assert best is not None
            part = self._parts.part(best[1], self._neighbours.draw(draw, best[1], self._relaxed(), round(size)))
            if part is None:
                self._in_vain += 1
                continue
            began = time.monotonic()
            proven = self._solved(part, min(self._part_s, left))
            if not proven:
                size = max(FEWEST, size * DECLINE)
            elif time.monotonic() - began < SOON_S:
                size = min(MOST, size * GROWTH)

    def _solved(self, part: Part, seconds: float) -> bool:
        """Whether the part was searched to its end."""
        own = Board(part.model)
        own.offer([part.model.hint[v] for v in range(len(part.open))], NAME)
        limits = self._alone.model_copy(update={"seed": self._alone.seed + next(self._number)})
        taken = take_turn(part.model, own, limits, Turn(quick=True), seconds=seconds, stop=self._stop)
        found = own.best
        better = found is not None and self._board.offer(part.whole(found[1]), NAME)
        self._in_vain = 0 if better else self._in_vain + 1
        return taken.status in (Status.OPTIMAL, Status.INFEASIBLE)

    def _over(self) -> bool:
        stopped = self._failed or (self._stop is not None and self._stop.is_set())
        return stopped or self._board.closed or (self._patience is not None and self._in_vain > self._patience)
