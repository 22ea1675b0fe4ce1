"""What a network says of each task, worked out once for all plans in the making."""

from collections import defaultdict
from dataclasses import dataclass

import numpy as np

from localisation.solving.schedule.model.network import Literals, Lookup, Network, Row
from localisation.solving.schedule.worked_days import Days

Key = tuple[int, int]
"""One taking: the number of what is scarce, and of the taking in it."""

LONG_ROW = 40
"""Rows over more variables are left to the check afterwards."""


@dataclass(frozen=True, slots=True)
class Hold:
    """What one task sees of a row: its own part by start, the other terms, and the room there is."""

    own: Days
    rest: tuple[tuple[int, int], ...]
    low: int | None
    high: int | None
    when: Literals
    row: int


class Layout:
    """Which variables, rows and takings concern which task. A task's variables are its start and its end."""

    def __init__(self, network: Network) -> None:
        self.network = network
        self.owner: dict[int, str] = {}
        """Variable -> the task whose start decides it."""
        self._finish: dict[int, Lookup] = {}
        for name, task in network.tasks.items():
            self.owner[task.start] = name
            if task.finish:
                self.owner[task.finish.target] = name
                self._finish[task.finish.target] = task.finish
        self._starts: dict[tuple[int, int, tuple[int, ...] | None], Days] = {}
        self._tables: dict[int, Days] = {}
        self._holds: dict[str, tuple[Hold, ...]] = {}
        self._helped: dict[str, tuple[int, ...]] = {}
        self.rows_of: dict[int, list[int]] = defaultdict(list)
        """Variable -> the rows it is in, long ones left out."""
        self.links: dict[int, list[int]] = defaultdict(list)
        """Helper -> the rows it shares with another helper."""
        self.friends: dict[int, set[str]] = defaultdict(set)
        """Helper -> the tasks it shares a row with."""
        for number, row in enumerate(network.rows):
            self._spread(number, row)
        self.touches: dict[str, list[Key]] = defaultdict(list)
        """Task -> the takings whose first or last day it decides."""
        self.by_way: dict[int, list[Key]] = defaultdict(list)
        """Variable -> the takings that are there or not by it."""
        for number, scarce in enumerate(network.at_once):
            for k, taking in enumerate(scarce.takings):
                times = {*taking.start.terms, *taking.end.terms}
                for name in sorted(
                    {t for v in times for t in ({self.owner[v]} if v in self.owner else self.friends[v])}
                ):
                    self.touches[name].append((number, k))
                for v in taking.when:
                    self.by_way[v if v >= 0 else ~v].append((number, k))

    def _spread(self, number: int, row: Row) -> None:
        if len(row.expression.terms) > LONG_ROW:
            return
        helpers = [v for v in row.expression.terms if v not in self.owner]
        for v in row.expression.terms:
            self.rows_of[v].append(number)
        for v in helpers:
            self.friends[v].update(self.owner[w] for w in row.expression.terms if w in self.owner)
            if len(helpers) > 1:
                self.links[v].append(number)

    def starts(self, task: str) -> Days:
        """The days a task may start on, in order."""
        variable = self.network.variables[self.network.tasks[task].start]
        key = (variable.low, variable.high, variable.values)
        if key not in self._starts:
            self._starts[key] = np.array(variable.values or range(variable.low, variable.high + 1), dtype=np.int64)
        return self._starts[key]

    def times(self, variable: int) -> Days:
        """The value of a task's variable for each day it may start on."""
        starts = self.starts(self.owner[variable])
        if variable not in self._finish:
            return starts
        finish = self._finish[variable]
        if finish.target not in self._tables:
            self._tables[finish.target] = np.array(finish.table, dtype=np.int64)[starts - starts[0]]
        return self._tables[finish.target]

    def holds(self, task: str) -> tuple[Hold, ...]:
        """The rows a task is in."""
        if task not in self._holds:
            numbers = dict.fromkeys(n for v in self.own_variables(task) for n in self.rows_of[v])
            self._holds[task] = tuple(self._hold(task, number) for number in numbers)
        return self._holds[task]

    def helped(self, task: str) -> tuple[int, ...]:
        """The rows a task is in together with helpers: those that say more than when it may start."""
        if task not in self._helped:
            rows = (hold.row for hold in self.holds(task))
            self._helped[task] = tuple(
                n for n in rows if any(v not in self.owner for v in self.network.rows[n].expression.terms)
            )
        return self._helped[task]

    def _hold(self, task: str, number: int) -> Hold:
        row = self.network.rows[number]
        own = np.zeros(len(self.starts(task)), dtype=np.int64)
        rest = []
        for v, factor in row.expression.terms.items():
            if self.owner.get(v) == task:
                own = own + factor * self.times(v)
            else:
                rest.append((v, factor))
        return Hold(own, tuple(rest), row.low, row.high, row.when, number)

    def own_variables(self, task: str) -> tuple[int, ...]:
        """The variables that a task's start decides."""
        known = self.network.tasks[task]
        return (known.start, known.finish.target) if known.finish else (known.start,)
