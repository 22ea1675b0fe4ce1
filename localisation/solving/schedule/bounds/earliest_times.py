"""The first day everything could happen, by longest paths alone."""

from collections import defaultdict
from dataclasses import dataclass

from localisation.solving.schedule.model.network import Literals, Network, Row, Source, Task


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """Why a time is no earlier: the time before it (a variable; None: its own bounds), and who demands that."""

    before: int | None = None
    source: Source | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Lag:
    """The variable `later` is at least `earlier` plus `days`, where both take place."""

    earlier: int
    later: int
    days: int
    source: Source | None = None


class EarliestTimes:
    """Least values of all times of a network whose demands are all taken as musts, until nothing changes.

    What is said of an activity that need not take place counts for those only that take place with it.
    """

    def __init__(self, network: Network) -> None:
        self._network = network
        self.owner: dict[int, Task] = {}
        for task in network.tasks.values():
            self.owner[task.start] = task
            if task.finish is not None:
                self.owner[task.finish.target] = task
        self.lags = [lag for row in network.rows for lag in self._lags(row)]
        self.low = {v: network.variables[v].low for v in self.owner}
        self.why: dict[int, Step] = {v: Step() for v in self.owner}
        queue = list(self.low)
        for row in network.rows:
            self._floor(row, queue)
        self._propagate(queue)

    def chain(self, variable: int) -> tuple[tuple[Task, ...], tuple[Source, ...]]:
        """The tasks one after the other that make a time so late, the first first, and the demands among them."""
        tasks: list[Task] = []
        sources: list[Source] = []
        seen: set[int] = set()
        current: int | None = variable
        while current is not None and current not in seen:
            seen.add(current)
            task, step = self.owner[current], self.why[current]
            if not tasks or tasks[-1] is not task:
                tasks.append(task)
            if step.source is not None:
                sources.append(step.source)
            current = step.before
        return tuple(reversed(tasks)), tuple(dict.fromkeys(reversed(sources)))

    def _lags(self, row: Row) -> list[Lag]:
        terms = row.expression.terms
        if len(terms) != 2 or sum(terms.values()) != 0 or any(v not in self.owner for v in terms):
            return []
        (x, factor), (y, _) = sorted(terms.items(), key=lambda term: -term[1])
        found = []
        if row.low is not None and self._with(x, y, row.when):
            found.append(Lag(earlier=y, later=x, days=-(-row.low // factor), source=row.source))
        if row.high is not None and self._with(y, x, row.when):
            found.append(Lag(earlier=x, later=y, days=-(row.high // factor), source=row.source))
        return found

    def _floor(self, row: Row, queue: list[int]) -> None:
        """A demand that one time is not before some day."""
        terms = tuple(row.expression.terms.items())
        if len(terms) != 1 or terms[0][0] not in self.owner or not set(row.when) <= set(self.owner[terms[0][0]].when):
            return
        variable, factor = terms[0]
        bound = row.low if factor > 0 else row.high
        if bound is not None:
            self._raise(variable, -(-bound // factor), Step(source=row.source), queue)

    def _with(self, later: int, earlier: int, when: Literals) -> bool:
        """Whether the earlier activity takes place, and the row counts, whenever the later one takes place."""
        return {*self.owner[earlier].when, *when} <= set(self.owner[later].when)

    def _propagate(self, queue: list[int]) -> None:
        after: dict[int, list[Lag]] = defaultdict(list)
        for lag in self.lags:
            after[lag.earlier].append(lag)
        while queue:
            variable = queue.pop()
            for lag in after[variable]:
                self._raise(lag.later, self.low[variable] + lag.days, Step(before=variable, source=lag.source), queue)
            task = self.owner[variable]
            if task.finish is not None and variable == task.start:
                self._raise(task.finish.target, self._end(task, self.low[variable]), Step(before=variable), queue)

    def _raise(self, variable: int, value: int, step: Step, queue: list[int]) -> None:
        possible = self._next(variable, value)
        if possible > self.low[variable] and self.low[variable] <= self._network.days:
            self.low[variable], self.why[variable] = possible, step
            queue.append(variable)

    def _next(self, variable: int, value: int) -> int:
        """The first possible value from there on; beyond the bounds, the value itself."""
        values = self._network.variables[variable].values
        return next((v for v in values if v >= value), value) if values is not None else value

    def _end(self, task: Task, start: int) -> int:
        assert task.finish is not None
        index = start + task.finish.index.constant
        table = task.finish.table
        return table[index] if 0 <= index < len(table) else start + task.days
