"""Whose turn it is to be placed."""

from collections import defaultdict
from heapq import heappop, heappush

import numpy as np
from numpy.typing import NDArray

from localisation.solving.schedule.first_plan.draft import Draft
from localisation.solving.schedule.first_plan.placing import ROWS, place_job
from localisation.solving.schedule.first_plan.precedence import Precedence


class Line:
    """Jobs in the order they are to be placed: those whose turn it is, and those that are stuck."""

    def __init__(self, draft: Draft, precedence: Precedence, rank: NDArray[np.float64]) -> None:
        self._draft, self._jobs, self._before, self._rank = draft, precedence.jobs, precedence.before, rank
        self._after: dict[int, list[int]] = defaultdict(list)
        for job, before in enumerate(precedence.before):
            for other in before:
                self._after[other].append(job)
        self.stuck: dict[int, dict[int, int]] = {}
        """Job -> what is in the way -> how often that had been freed when it was tried."""
        self._ready: list[tuple[float, int]] = []
        self._queued: set[int] = set()
        self._placed = 0
        self.begin()

    def begin(self) -> None:
        """Reckon anew whose turn it is: at first, and when a move goes another way."""
        self._renew()
        for job in range(len(self._jobs)):
            self._call(job)

    def next(self) -> int | None:
        """The job whose turn it is; None when all that are left are stuck."""
        while self._ready:
            job = heappop(self._ready)[1]
            self._queued.discard(job)
            if self._is_due(job):
                return job
        return None

    def try_to_place(self, job: int) -> None:
        """Place it, or remember what it waits for."""
        blocking = place_job(self._draft, self._jobs[job])
        if blocking:
            self.stuck[job] = {number: self._freed(number) for number in blocking}
            return
        self._placed += 1
        for other in self._after[job]:
            self._call(other)
        self._renew()

    def _call(self, job: int) -> None:
        if job not in self.stuck and job not in self._queued and self._is_due(job):
            self._queued.add(job)
            heappush(self._ready, (float(self._rank[job]), job))

    def _is_due(self, job: int) -> bool:
        return not self._is_done(job) and all(self._is_done(other) for other in self._before[job])

    def _is_done(self, job: int) -> bool:
        return all(self._draft.is_placed(t) or not self._draft.takes_place(t) for t in self._jobs[job])

    def _freed(self, number: int) -> int:
        return self._placed if number == ROWS else self._draft.freed[number]

    def _renew(self) -> None:
        """Give those another turn for which something has been freed."""
        for job, seen in list(self.stuck.items()):
            if self._is_done(job):
                del self.stuck[job]
            elif any(self._freed(number) != then for number, then in seen.items()):
                del self.stuck[job]
                self._call(job)
