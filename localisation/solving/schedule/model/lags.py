"""The least days between a task and what must come before and after it, whatever else is chosen."""

from collections import defaultdict, deque
from dataclasses import dataclass

from localisation.solving.schedule.model.network import Literals, Network

STEPS = 200
"""How often a time may be raised on the way, for each time there is: a circle of demands would never end."""


@dataclass(frozen=True, slots=True)
class _Arc:
    """The time `later` is at least `earlier` and so many days, under conditions."""

    earlier: int
    later: int
    days: int
    when: Literals


class Lags:
    """Longest paths over demanded differences between times; a task's time is that of its start variable."""

    def __init__(self, network: Network) -> None:
        self._network = network
        self._task = {task.start: name for name, task in network.tasks.items()}
        self._start: dict[int, tuple[int, int]] = {}
        for task in network.tasks.values():
            self._start.update({v: (task.start, task.days) for v in task.end.terms if v != task.start})
        self._into: dict[int, list[_Arc]] = defaultdict(list)
        self._out_of: dict[int, list[_Arc]] = defaultdict(list)
        for row in network.rows:
            terms = row.expression.terms
            if row.broken is None and len(terms) == 2 and sum(terms.values()) == 0:
                (x, factor), (y, _) = sorted(terms.items(), key=lambda term: -term[1])
                if row.low is not None:
                    self._add(y, x, -(-row.low // factor), row.when)
                if row.high is not None:
                    self._add(x, y, -(row.high // factor), row.when)
        self.head = self._heads()

    def _add(self, earlier: int, later: int, days: int, when: Literals) -> None:
        a, done = self._start.get(earlier, (earlier, 0))
        b, begun = self._start.get(later, (later, 0))
        if a != b:
            arc = _Arc(a, b, days + done - begun, when)
            self._into[b].append(arc)
            self._out_of[a].append(arc)

    def _when(self, variable: int) -> frozenset[int]:
        name = self._task.get(variable)
        return frozenset(self._network.tasks[name].when) if name else frozenset()

    def _heads(self) -> dict[str, int]:
        """For each task the first day it can start, if it takes place at all."""
        found = {v: self._network.variables[v].low for v in self._task}
        waiting, left = deque(found), STEPS * len(found)
        while waiting and left:
            left -= 1
            at = waiting.popleft()
            for arc in self._out_of[at]:
                day = found[at] + arc.days
                given = self._when(at).union(arc.when) <= self._when(arc.later)
                if given and day > found.get(arc.later, self._network.variables[arc.later].low):
                    found[arc.later] = day
                    waiting.append(arc.later)
        return {name: found[v] for v, name in self._task.items()}

    def tails(self, last: int) -> dict[str, int]:
        """For each task that a time must wait for: the least days from the task's end to that time.

        The time may itself be a task's start: its end is then so many days after.
        """
        found, waiting = {last: 0}, deque([last])
        left = STEPS * (len(self._task) + 1)
        while waiting and left:
            left -= 1
            at = waiting.popleft()
            for arc in self._into[at]:
                days = found[at] + arc.days
                inner = self._when(at) if at != last else frozenset()
                if inner.union(arc.when) <= self._when(arc.earlier) and days > found.get(arc.earlier, -1):
                    found[arc.earlier] = days
                    waiting.append(arc.earlier)
        names = {v: self._task[v] for v in found if v in self._task}
        return {name: found[v] - self._network.tasks[name].days for v, name in names.items()}
