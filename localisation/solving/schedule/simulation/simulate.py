"""A plan carried out many times with durations that are drawn: when is everyone in place, and what decides it?"""

import multiprocessing
from collections.abc import Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from datetime import date

import numpy as np

from localisation.domain.instance import Instance
from localisation.domain.relocation.calendar import Calendar
from localisation.domain.relocation.plan import Plan
from localisation.domain.relocation.programme import Programme
from localisation.domain.relocation.result import PlanResult
from localisation.solving.schedule.simulation.deadlines import deadlines
from localisation.solving.schedule.simulation.drawn_block import DrawnBlock, drawn_block
from localisation.solving.schedule.simulation.simulated_network import SimulatedNetwork, simulated_network
from localisation.solving.schedule.simulation.simulation import PERCENTS, Driver, InPlace, Simulation

BLOCK = 250
"""Draws at a time; each block has its own stream of random numbers, so that who draws it does not matter."""

WORTH_A_PROCESS = 2_000_000
"""Draws times activities from which starting processes takes less time than it saves."""

DRIVERS = 5
"""How many activities are named for each unit at most."""


def simulate(
    instance: Instance, result: PlanResult, draws: int = 1000, *, seed: int = 1, processes: int = 1
) -> Simulation:
    """Carry a plan out `draws` times with durations drawn between their shortest and longest (triangular).

    Policy: ways and order are kept, nobody starts before the planned day, and crews, rooms, works, days off and stops
    are respected (see `simulated_network`). A unit's date is the earliest that a criterion sets, or the scenario's. The
    answer is the same for any number of `processes`. Raises ValueError for no draws, or a plan without activities.
    """
    if draws < 1:
        raise ValueError("at least one draw")
    network = simulated_network(instance, result.programme, result.plan)
    targets = _targets(instance, result.programme, result.plan, network.position)
    blocks = _blocks(network, tuple(targets.values()), draws, seed, processes)
    told = _Told(result.plan, network, deadlines(instance, result.programme), blocks)
    places = [told.in_place(number, unit, group) for number, (unit, group) in enumerate(targets.items())]
    return Simulation(
        draws=draws,
        seed=seed,
        units=tuple(p for p in places if p.unit),
        everyone=places[0],
        uncertain=tuple(n.activity for n in network.nodes if n.low < n.high),
    )


def _targets(
    instance: Instance, programme: Programme, plan: Plan, position: Mapping[str, int]
) -> dict[str, tuple[int, ...]]:
    """Unit -> the activities after which it is in place; "" first: everyone (everything, where nobody moves)."""
    ready: dict[str, list[int]] = {}
    for move in programme.moves:
        route = plan.route(programme, move.id)
        if route is not None:
            ready.setdefault(move.unit, []).append(position[route.legs[-1].ready])
    everyone = tuple(i for found in ready.values() for i in found) or tuple(position.values())
    if not everyone:
        raise ValueError("a plan without activities")
    return {"": everyone} | {u.id: tuple(ready[u.id]) for u in instance.inventory.units if u.id in ready}


def _blocks(
    network: SimulatedNetwork, targets: Sequence[Sequence[int]], draws: int, seed: int, processes: int
) -> list[DrawnBlock]:
    sizes = [min(BLOCK, draws - first) for first in range(0, draws, BLOCK)]
    seeds = np.random.SeedSequence(seed).spawn(len(sizes))
    many = len(sizes)
    if processes <= 1 or many == 1 or draws * len(network.nodes) < WORTH_A_PROCESS:
        return [drawn_block(network, targets, size, own) for size, own in zip(sizes, seeds, strict=True)]
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(
        max_workers=min(processes, many), mp_context=context, initializer=_prepare, initargs=(network, targets)
    ) as pool:
        return list(pool.map(_prepared_block, sizes, seeds))


_prepared: list[tuple[SimulatedNetwork, Sequence[Sequence[int]]]] = []
"""What a worker process was given when it started: sent once, not with every block."""


def _prepare(network: SimulatedNetwork, targets: Sequence[Sequence[int]]) -> None:
    _prepared.append((network, targets))


def _prepared_block(draws: int, seed: np.random.SeedSequence) -> DrawnBlock:
    return drawn_block(*_prepared[0], draws, seed)


class _Told:
    """Dates, shares and drivers of each target, from all blocks together."""

    def __init__(
        self, plan: Plan, network: SimulatedNetwork, due: Mapping[str, date], blocks: Sequence[DrawnBlock]
    ) -> None:
        self._plan, self._network, self._due = plan, network, due
        self._ends = np.concatenate([b.ends for b in blocks], axis=1)
        self._critical = np.sum([b.critical for b in blocks], axis=0)
        days = np.sum([b.days for b in blocks], axis=0)
        draws = self._ends.shape[1]
        self._days_spread = draws * np.sum([b.squares for b in blocks], axis=0) - days * days
        sums = self._ends.sum(axis=1)
        self._ends_spread = draws * (self._ends * self._ends).sum(axis=1) - sums * sums
        self._both = draws * np.sum([b.products for b in blocks], axis=0) - np.outer(sums, days)

    def in_place(self, number: int, unit: str, group: Sequence[int]) -> InPlace:
        ends, calendar = np.sort(self._ends[number]), self._network.calendar
        planned = max(self._plan.steps[self._network.nodes[i].activity].end for i in group)
        deadline = self._due[unit]
        return InPlace(
            unit=unit,
            planned=_day(calendar, planned) or calendar.days[-1],
            by={percent: _day(calendar, int(ends[-(-percent * len(ends) // 100) - 1])) for percent in PERCENTS},
            deadline=deadline,
            on_time_percent=100 * float(np.mean(ends <= _last_end_by(calendar, deadline))),
            drivers=self._drivers(number),
        )

    def _drivers(self, number: int) -> tuple[Driver, ...]:
        """Activities on a longest way whose duration varies, those that go most with the end first."""
        draws = self._ends.shape[1]
        found = [
            Driver(
                activity=node.activity,
                criticality_percent=100 * int(self._critical[number, i]) / draws,
                correlation=self._correlation(number, i),
            )
            for i, node in enumerate(self._network.nodes)
            if self._critical[number, i] and node.low < node.high
        ]
        found.sort(key=lambda d: (-(d.correlation or 0.0), -d.criticality_percent, d.activity))
        return tuple(found[:DRIVERS])

    def _correlation(self, number: int, i: int) -> float | None:
        spread = float(self._days_spread[i]) * float(self._ends_spread[number])
        return float(self._both[number, i]) / spread**0.5 if spread else None


def _day(calendar: Calendar, end: int) -> date | None:
    """The last day before an end; the first day of the calendar for what ends before it begins."""
    return calendar.days[max(0, end - 1)] if end <= len(calendar) else None


def _last_end_by(calendar: Calendar, day: date) -> int:
    """The largest end that is on time: finished on that day at the latest."""
    return calendar.index(day) + (day in calendar.position)
