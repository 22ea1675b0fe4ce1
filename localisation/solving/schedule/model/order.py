"""Whether one time is known to be no earlier than another."""

from collections import defaultdict

from localisation.rules.linear import Linear
from localisation.solving.schedule.model.network import Literals, Network


class Order:
    """Demanded differences between pairs of variables, followed from one to the other."""

    def __init__(self, network: Network) -> None:
        self._later: dict[int, list[tuple[int, int, frozenset[int]]]] = defaultdict(list)
        for row in network.rows:
            terms = row.expression.terms
            if row.broken is None and len(terms) == 2 and sum(terms.values()) == 0 and row.low is not None:
                (later, factor), (earlier, _) = sorted(terms.items(), key=lambda term: -term[1])
                self._later[earlier].append((later, -(-row.low // factor), frozenset(row.when)))
        for task in network.tasks.values():
            for end in task.end.terms:
                if end != task.start:
                    self._later[task.start].append((end, task.days, frozenset()))

    def follows(self, end: Linear, start: Linear, when: Literals, steps: int = 100) -> bool:
        """Whether rows that hold under `when` make `end` no earlier than `start`; False also when it takes long."""
        if len(end.terms) != 1 or len(start.terms) != 1 or {*end.terms.values(), *start.terms.values()} != {1}:
            return False
        (goal,), (first,) = end.terms, start.terms
        waiting, holds = [(first, 0)], frozenset(when)
        while waiting and steps:
            steps -= 1
            at, days = waiting.pop()
            if at == goal and days + end.constant >= start.constant:
                return True
            waiting += [(v, days + lag) for v, lag, needs in self._later[at] if needs <= holds]
        return False
