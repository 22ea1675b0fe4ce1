"""Generalised assignment (Chu & Beasley 1997; Yagiura et al. 2004), stated as rows.

Our rules cannot say it: what a job takes differs from agent to agent, while a unit's need is the same in every
building. So it is a test of the engines alone.
"""

import csv
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import ClassVar

from localisation.rules.goal import GOAL_UNITS
from localisation.rules.linear import Linear
from localisation.solving.engines.model import Model, Row


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """Each job to one agent at the least cost, no agent above its capacity; `cost` and `takes` are by agent and job."""

    COST_UNITS: ClassVar[int] = GOAL_UNITS // 100

    cost: tuple[tuple[int, ...], ...]
    takes: tuple[tuple[int, ...], ...]
    capacity: tuple[int, ...]

    def model(self) -> Model:
        """A 0/1 variable for each agent and job; a cost of 1 is a hundredth of a point."""
        model = Model()
        agents, jobs = range(len(self.cost)), range(len(self.cost[0]))
        fits = [[int(self.takes[i][j] <= self.capacity[i]) for j in jobs] for i in agents]
        does = [[model.new(f"{i} does {j}", 0, fits[i][j]) for j in jobs] for i in agents]
        for j in jobs:
            model.groups.append(tuple(does[i][j] for i in agents))
            model.rows.append(Row(Linear({does[i][j]: 1 for i in agents}), 1, 1))
        for i in agents:
            taken = {does[i][j]: self.takes[i][j] for j in jobs}
            model.rows.append(Row(Linear(taken), None, self.capacity[i]))
        model.objective = Linear({does[i][j]: self.COST_UNITS * self.cost[i][j] for i in agents for j in jobs})
        return model

    def worth(self, values: list[int]) -> Fraction | None:
        """What a solution of the model costs, by the file alone; None if it is no solution."""
        jobs = range(len(self.cost[0]))
        does = [values[i * len(jobs) : (i + 1) * len(jobs)] for i in range(len(self.cost))]
        above = any(
            sum(t for t, x in zip(takes, row, strict=True) if x) > capacity
            for takes, row, capacity in zip(self.takes, does, self.capacity, strict=True)
        )
        if above or any(sum(row[j] for row in does) != 1 for j in jobs):
            return None
        return Fraction(
            sum(c for costs, row in zip(self.cost, does, strict=True) for c, x in zip(costs, row, strict=True) if x)
        )


def read_gap(path: Path) -> Gap:
    """A file of `agents jobs`, costs and takings by agent, then capacities, broken into lines anyhow."""
    numbers = iter([int(n) for n in path.read_text().split()])
    agents, jobs = next(numbers), next(numbers)

    def table() -> tuple[tuple[int, ...], ...]:
        return tuple(tuple(next(numbers) for _ in range(jobs)) for _ in range(agents))

    return Gap(cost=table(), takes=table(), capacity=tuple(next(numbers) for _ in range(agents)))


def known_gap(path: Path) -> dict[str, int]:
    """The best value known of each file; empty without the list."""
    if not path.is_file():
        return {}
    with path.open(newline="") as file:
        return {row["instance"]: int(row["best_value"]) for row in csv.DictReader(file)}
