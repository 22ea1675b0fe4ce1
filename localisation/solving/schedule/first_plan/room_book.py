"""Which job takes what of rooms, and which gives it back."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from localisation.rules.linear import Linear
from localisation.solving.schedule.first_plan.layout import Layout
from localisation.solving.schedule.model.network import Literals, Taking

Amounts = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Held:
    """A taking: what of, how much, the jobs it begins with and ends with.

    `begins` None: it is there from the first day; `ends` None: for good. It begins with the first of its jobs and ends
    with the last.
    """

    column: int
    demand: int
    begins: frozenset[int] | None
    ends: frozenset[int] | None
    when: Literals


class RoomBook:
    """Takings of what some job holds on to when it is done: rooms. What all jobs give back (hands) is there in turn."""

    def __init__(self, layout: Layout, jobs: tuple[tuple[str, ...], ...], *, wishes: bool) -> None:
        network = layout.network
        self._layout = layout
        job_of = {task: number for number, job in enumerate(jobs) for task in job}
        self.takings: list[Held] = []
        limits: list[int] = []
        for scarce in network.at_once:
            if scarce.broken is not None and not wishes:
                continue
            found = [t for taking in scarce.takings for t in self._held(taking, len(limits), job_of)]
            if any(t.begins != t.ends or len(t.begins or ()) > 1 for t in found):
                self.takings += found
                limits.append(scarce.at_most)
        self.limits: Amounts = np.array(limits, dtype=np.int64)
        self.of_job: dict[int, list[int]] = defaultdict(list)
        """Job -> the takings that begin or end with it."""
        self.of_way: dict[int, list[int]] = defaultdict(list)
        """Variable -> the takings that are there or not by it."""
        self.jobs_on: dict[int, set[int]] = defaultdict(set)
        """Variable -> the jobs on that way of a move."""
        for task, known in network.tasks.items():
            for v in known.when:
                self.jobs_on[v if v >= 0 else ~v].add(job_of[task])
        for number, taking in enumerate(self.takings):
            for job in (taking.begins or frozenset()) | (taking.ends or frozenset()):
                self.of_job[job].append(number)
            for v in taking.when:
                self.of_way[v if v >= 0 else ~v].append(number)

    def _held(self, taking: Taking, column: int, job_of: dict[str, int]) -> Iterator[Held]:
        begins, ends = self._jobs(taking.start, job_of), self._jobs(taking.end, job_of)
        if ends is None and taking.end.constant < self._layout.network.days:
            return  # it ends of itself
        yield Held(column, taking.demand, begins, ends, taking.when)

    def _jobs(self, time: Linear, job_of: dict[str, int]) -> frozenset[int] | None:
        """The jobs that decide a time, themselves or through a helper."""
        owner, friends = self._layout.owner, self._layout.friends
        tasks = {task for v in time.terms for task in ({owner[v]} if v in owner else friends[v])}
        return frozenset(job_of[task] for task in tasks) or None

    def sharing(self, job: int) -> set[int]:
        """All that have a taking together with a job, itself too."""
        return self.jobs_of(self.of_job[job]) | {job}

    def jobs_of(self, takings: Iterable[int]) -> set[int]:
        """The jobs that takings begin or end with."""
        found: set[int] = set()
        for number in takings:
            found |= self.takings[number].begins or frozenset()
            found |= self.takings[number].ends or frozenset()
        return found
