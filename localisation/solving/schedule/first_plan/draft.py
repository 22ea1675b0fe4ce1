"""A plan in the making: what is placed, what is taken every day, and the way back."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial

import numpy as np

from localisation.rules.linear import Linear
from localisation.solving.schedule.first_plan.layout import Key, Layout
from localisation.solving.schedule.model.network import Literals, Row
from localisation.solving.schedule.worked_days import Days


class Draft:
    """Everything that is fixed so far; `mark` and `back` undo.

    What is not placed yet is reckoned with as if it never came: nobody leaves a room, and no works make more of it,
    until that is placed. So each step keeps every day lawful, whatever comes after.
    """

    def __init__(self, layout: Layout, *, wishes: bool) -> None:
        self.layout, self.network, self._wishes = layout, layout.network, wishes
        network = layout.network
        self.value: dict[int, int] = {}
        for choice in network.choices:
            way = next((v for v in choice if network.variables[v].low == 1), choice[0])
            self.value.update({v: int(v == way) for v in choice})
        self.low = [v.low for v in network.variables]
        self.high = [v.high for v in network.variables]
        self.taken = [np.zeros(network.days, dtype=np.int64) for _ in network.at_once]
        """For each of what is scarce: how much is taken, by day."""
        self.span: dict[Key, tuple[int, int]] = {}
        self._journal: list[Callable[[], object]] = []
        for number, scarce in enumerate(network.at_once):
            for k in range(len(scarce.takings)):
                self._renew((number, k))

    def counts(self, broken: int | None) -> bool:
        """Whether a demand that may be broken is held: all are, or only those that must be."""
        return self._wishes or broken is None

    def holds_true(self, when: Literals) -> bool:
        """Whether a condition holds, as far as is known; what is open is taken to be 0."""
        for literal in when:
            v = literal if literal >= 0 else ~literal
            if bool(self._known(v)) != (literal >= 0):
                return False
        return True

    def _known(self, v: int) -> int:
        if v in self.value:
            return self.value[v]
        if v in self.network.conditions:
            expression = self.network.conditions[v]
            return expression.constant + sum(f * self._known(w) for w, f in expression.terms.items())
        return self.low[v] if self.low[v] == self.high[v] else 0

    def edge(self, expression: Linear, *, end: bool) -> int | None:
        """Where a taking starts or ends if nothing more is placed; None: it never starts."""
        at = expression.constant
        for v, factor in expression.terms.items():
            if v in self.value:
                at += factor * self.value[v]
            elif v in self.layout.owner:
                return self.network.days if end else None
            elif end and any(not self.is_placed(t) and self.takes_place(t) for t in self.layout.friends[v]):
                return self.network.days
            else:
                at += factor * (self.low[v] if end == (factor > 0) else self.high[v])
        return at

    def edges(self, expression: Linear, task: str, *, end: bool) -> Days | int | None:
        """The same for every start a task could have."""
        own = [(v, f) for v, f in expression.terms.items() if self.layout.owner.get(v) == task]
        rest = {v: f for v, f in expression.terms.items() if self.layout.owner.get(v) != task}
        at = self.edge(Linear(rest, expression.constant), end=end)
        if not own or at is None:
            return at
        times = np.full(len(self.layout.starts(task)), at, dtype=np.int64)
        for v, f in own:
            times += f * self.layout.times(v)
        return times

    def is_placed(self, task: str) -> bool:
        """Whether the task has its start."""
        return self.network.tasks[task].start in self.value

    def takes_place(self, task: str) -> bool:
        """Whether the task is on the way its move goes now."""
        return self.holds_true(self.network.tasks[task].when)

    def _renew(self, key: Key) -> bool:
        """Bring what one taking takes up to date; whether it then takes days that it did not."""
        number, k = key
        scarce = self.network.at_once[number]
        taking = scarce.takings[k]
        new = (0, 0)
        if self.counts(scarce.broken) and self.holds_true(taking.when):
            start, end = self.edge(taking.start, end=False), self.edge(taking.end, end=True)
            if start is not None and end is not None and end > start:
                new = (max(0, start), min(self.network.days, end))
        old = self.span.get(key, (0, 0))
        if new == old:
            return False
        self._shift(key, new)
        self._journal.append(partial(self._shift, key, old))
        return new[0] < new[1] and (new[0] < old[0] or new[1] > old[1])

    def _renew_all(self, keys: Iterable[Key]) -> bool:
        """Bring takings up to date; False when a day on which one of them has grown then has more than there may be."""
        for number, k in [key for key in keys if self._renew(key)]:
            start, end = self.span[number, k]
            if self.taken[number][start:end].max(initial=0) > self.network.at_once[number].at_most:
                return False
        return True

    def _shift(self, key: Key, new: tuple[int, int]) -> None:
        taken, demand = self.taken[key[0]], self.network.at_once[key[0]].takings[key[1]].demand
        old = self.span.get(key, (0, 0))
        taken[old[0] : old[1]] -= demand
        taken[new[0] : new[1]] += demand
        self.span[key] = new

    def put(self, task: str, start: int) -> bool:
        """Give a task its start, one that every row of its own allows; False when something else then does not hold.

        Go `back` after that.
        """
        index = int(np.searchsorted(self.layout.starts(task), start))
        known = self.network.tasks[task]
        self.fix(known.start, start)
        if known.finish:
            self.fix(known.finish.target, int(self.layout.times(known.finish.target)[index]))
        if not self._follow(self.layout.helped(task)):
            return False
        return self._renew_all(self.layout.touches[task])

    def choose(self, choice: Literals, way: int) -> bool:
        """Let a move go another way; False when something then does not hold."""
        for k, v in enumerate(choice):
            self.fix(v, int(k == way))
        if not self._follow(number for v in choice for number in self.layout.rows_of[v]):
            return False
        changed = set(choice) | {c for c, e in self.network.conditions.items() if set(e.terms) & set(choice)}
        return self._renew_all([key for v in sorted(changed) for key in self.layout.by_way[v]])

    def fix(self, v: int, value: int) -> None:
        """A variable has a value from now on."""
        old = self.value.get(v)
        self._journal.append(partial(self.value.pop, v) if old is None else partial(self.value.__setitem__, v, old))
        self.value[v] = value

    def _follow(self, rows: Iterable[int]) -> bool:
        """What rows then say of helpers, and of helpers again."""
        waiting = list(rows)
        while waiting:
            row = self.network.rows[waiting.pop()]
            if not self.counts(row.broken) or not self.holds_true(row.when):
                continue
            if not self._may_hold(row):
                return False
            for v, f in row.expression.terms.items():
                if v in self.value or v in self.layout.owner:
                    continue
                low, high = self._implied(row, v, f)
                if low > high:
                    return False
                if (low, high) != (self.low[v], self.high[v]):
                    self._journal.append(partial(self._bound, v, self.low[v], self.high[v]))
                    self._bound(v, low, high)
                    waiting.extend(self.layout.links[v])
        return True

    def _bound(self, v: int, low: int, high: int) -> None:
        self.low[v], self.high[v] = low, high

    def _may_hold(self, row: Row) -> bool:
        least = most = 0
        for v, f in row.expression.terms.items():
            a, b = self.bounds(v)
            least, most = least + (f * a if f > 0 else f * b), most + (f * b if f > 0 else f * a)
        return (row.high is None or least <= row.high) and (row.low is None or most >= row.low)

    def _implied(self, row: Row, variable: int, factor: int) -> tuple[int, int]:
        least = most = 0
        for v, f in row.expression.terms.items():
            if v != variable:
                a, b = self.bounds(v)
                least, most = least + (f * a if f > 0 else f * b), most + (f * b if f > 0 else f * a)
        low, high = self.low[variable], self.high[variable]
        if row.high is not None:
            room = row.high - least
            low, high = (low, min(high, room // factor)) if factor > 0 else (max(low, -(room // -factor)), high)
        if row.low is not None:
            room = row.low - most
            low, high = (max(low, -(-room // factor)), high) if factor > 0 else (low, min(high, -room // -factor))
        return low, high

    def bounds(self, v: int) -> tuple[int, int]:
        """What a variable may still be."""
        known = self.value.get(v)
        return (self.low[v], self.high[v]) if known is None else (known, known)

    def mark(self) -> int:
        """Where we are, for `back`."""
        return len(self._journal)

    def back(self, mark: int) -> None:
        """Undo everything since a mark."""
        while len(self._journal) > mark:
            self._journal.pop()()
