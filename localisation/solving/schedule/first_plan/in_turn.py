"""One after the other: what a state of things leaves room for."""

from collections import defaultdict

import numpy as np
from numpy.typing import NDArray

from localisation.solving.schedule.first_plan.precedence import Precedence
from localisation.solving.schedule.first_plan.room_book import Amounts, RoomBook
from localisation.solving.schedule.model.network import Literals, Network


class InTurn:
    """Jobs done one after the other: what is taken now, and what each job takes while it lasts and when it is done.

    `during` and `after` have a row for each job and a column for each thing of the book that is scarce.
    """

    def __init__(self, network: Network, precedence: Precedence, book: RoomBook) -> None:
        self._network, self._jobs, self._before, self._book = network, precedence.jobs, precedence.before, book
        self._following: dict[int, list[int]] = defaultdict(list)
        for job, before in enumerate(precedence.before):
            for other in before:
                self._following[other].append(job)
        self.way: dict[int, int] = {}
        """0/1 by variable: the way each move goes."""
        for choice in network.choices:
            chosen = next((v for v in choice if network.variables[v].low == 1), choice[0])
            self.way.update({v: int(v == chosen) for v in choice})
        self.order: list[int] = []
        self.done: set[int] = set()
        self.now: Amounts = self._standing(range(len(book.takings)))
        count, columns = len(self._jobs), len(book.limits)
        self.during: Amounts = np.zeros((count, columns), dtype=np.int64)
        self.after: Amounts = np.zeros((count, columns), dtype=np.int64)
        self.left: NDArray[np.bool_] = np.array([self._takes_place(job) for job in range(count)], dtype=bool)
        self._due: NDArray[np.bool_] = np.zeros(count, dtype=bool)
        for job in range(count):
            self._reckon(job)
            self._due[job] = self.is_due(job)

    def fitting(self) -> list[int]:
        """The jobs whose turn it may be: what must come before is done, and there is room now."""
        jobs = np.flatnonzero(self.left & self._due)
        more = self.during[jobs]
        return [int(job) for job in jobs[((self.now + more <= self._book.limits) | (more <= 0)).all(axis=1)]]

    def waiting(self) -> list[int]:
        """The jobs for which there is only no room."""
        fitting = set(self.fitting())
        return [int(job) for job in np.flatnonzero(self.left & self._due) if int(job) not in fitting]

    def fits(self, job: int) -> bool:
        """Whether it may be done now."""
        more = self.during[job]
        return self.is_due(job) and bool(((self.now + more <= self._book.limits) | (more <= 0)).all())

    def is_due(self, job: int) -> bool:
        """Whether all that must come before is done."""
        return all(other in self.done or not self._takes_place(other) for other in self._before[job])

    def do(self, job: int) -> None:
        """It is done."""
        self.now += self.after[job]
        self.done.add(job)
        self.left[job] = False
        self.order.append(job)
        for other in self._book.sharing(job):
            self._reckon(other)
        for other in self._following[job]:
            self._due[other] = self.is_due(other)

    def go(self, choice: Literals, way: int) -> None:
        """Let a move that has not begun go another way."""
        changed = {n for v in choice for n in self._book.of_way[v]}
        before = self._standing(changed)
        self.way.update({v: int(k == way) for k, v in enumerate(choice)})
        self.now += self._standing(changed) - before
        jobs = {job for v in choice for job in self._book.jobs_on[v]}
        for job in jobs:
            self.left[job] = self._takes_place(job) and job not in self.done
        for job in jobs | self._book.jobs_of(changed):
            self._reckon(job)
        for job in jobs.union(*(self._following[job] for job in jobs)):
            self._due[job] = self.is_due(job)

    def _takes_place(self, job: int) -> bool:
        """Whether any of its tasks is on the way its move goes."""
        return any(self._holds(self._network.tasks[task].when) for task in self._jobs[job])

    def _standing(self, takings: range | set[int]) -> Amounts:
        """What those take that were there before anything began."""
        found = np.zeros(len(self._book.limits), dtype=np.int64)
        for number in takings:
            taking = self._book.takings[number]
            if taking.begins is None and self._holds(taking.when):
                found[taking.column] += taking.demand
        return found

    def _reckon(self, job: int) -> None:
        """What a job that is not done takes, as things stand."""
        during, after = self.during[job], self.after[job]
        during[:] = 0
        after[:] = 0
        for number in self._book.of_job[job] if job not in self.done else ():
            taking = self._book.takings[number]
            if not self._holds(taking.when):
                continue
            begun = taking.begins is None or not taking.begins.isdisjoint(self.done)
            begins = not begun and taking.begins is not None and job in taking.begins
            if begins:
                during[taking.column] += taking.demand
                after[taking.column] += taking.demand
            if (begun or begins) and taking.ends is not None and job in taking.ends:
                others = (other for other in taking.ends if other != job and other not in self.done)
                if not any(self._takes_place(other) for other in others):
                    after[taking.column] -= taking.demand

    def _holds(self, when: Literals) -> bool:
        return not when or all(bool(self._known(v if v >= 0 else ~v)) == (v >= 0) for v in when)

    def _known(self, v: int) -> int:
        if v in self.way:
            return self.way[v]
        if v in self._network.conditions:
            expression = self._network.conditions[v]
            return expression.constant + sum(f * self._known(w) for w, f in expression.terms.items())
        variable = self._network.variables[v]
        return variable.low if variable.low == variable.high else 0
