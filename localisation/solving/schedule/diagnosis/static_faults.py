"""What makes a plan impossible whatever else is done, found without search."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

import networkx as nx

from localisation.domain.instance import Instance
from localisation.domain.relocation.changes import Changes
from localisation.domain.relocation.programme import Activity, Programme
from localisation.rules.base import Requirement
from localisation.rules.statement import rule_of
from localisation.solving.schedule.bounds.earliest_times import EarliestTimes
from localisation.solving.schedule.diagnosis.diagnosis import PlanFault
from localisation.solving.schedule.diagnosis.kept_faults import kept_faults
from localisation.solving.schedule.diagnosis.late_works_faults import late_works_faults
from localisation.solving.schedule.diagnosis.order_rings import order_rings
from localisation.solving.schedule.diagnosis.scarce_faults import scarce_faults
from localisation.solving.schedule.model.model import ScheduleModel
from localisation.solving.schedule.model.network import Row, Source, Task


def static_faults(
    instance: Instance, programme: Programme, schedule: ScheduleModel, changes: Changes | None = None
) -> tuple[PlanFault, ...]:
    """Cycles, activities nobody can do or for which there is no day, and dates before the shortest way to them.

    Before them what `changes` says is done or under way and cannot be. `schedule` has every must encoded, soft or hard.
    What concerns one way of a move only is a fault when no way of it
    is possible.
    """
    faults = [*_programme_faults(programme)]
    dayless = {a for f in faults if f.code in ("too_long", "crew_off") for a in f.activities}
    times = EarliestTimes(schedule.network)
    rings = tuple(order_rings(instance, programme, schedule))
    told_already = {c for ring in rings for c in ring.criteria}
    cycles = [f for f in _cycles(times) if told_already.isdisjoint(f.criteria)]
    faults += cycles
    if not cycles and not rings:
        faults += [f for f in _late(programme, schedule, times) if not dayless & set(f.activities)]
    subjects = {c.id: _subjects(instance, c.id) for c in instance.relocation_criteria}
    faults += (_of_unknown(programme, fault) for fault in scarce_faults(schedule, times, subjects))
    told = (*kept_faults(programme, changes), *late_works_faults(programme, changes))
    return (*told, *rings, *_of_every_way(programme, faults))


def _subjects(instance: Instance, criterion: str) -> tuple[str, ...]:
    rule = rule_of(next(c for c in instance.relocation_criteria if c.id == criterion))
    return rule.speaks_of if isinstance(rule, Requirement) else ()


def _of_unknown(programme: Programme, fault: PlanFault) -> PlanFault:
    """A crew that has no hands because it does not exist is told as that."""
    unknown = fault.holes.get("crew") not in {c.id for c in programme.crews}
    return replace(fault, code="unknown_crew") if fault.code == "needs_more_crew" and unknown else fault


def _programme_faults(programme: Programme) -> Iterator[PlanFault]:
    for activity in programme.activities:
        if activity.days < 0:
            yield PlanFault(code="negative", activities=(activity.id,), holes={"days": activity.days})
        yield from _no_day(programme, activity)


def _no_day(programme: Programme, activity: Activity) -> Iterator[PlanFault]:
    """No day on the axis from which the activity could be carried out, because of its length or its crews' days off."""
    length, off = len(programme.calendar), programme.calendar.off_of(activity.demands)
    working = [d for d in range(activity.earliest, length) if d not in off]
    holes: dict[str, object] = {"days": activity.days, "available": max(0, length - activity.earliest)}
    if activity.days > length - activity.earliest:
        yield PlanFault(code="too_long", activities=(activity.id,), holes=holes)
        return
    run = best = 0
    for before, day in zip([-2, *working], working, strict=False):
        run = run + 1 if activity.pausing or day == before + 1 else 1
        best = max(best, run)
    if activity.days > best:
        crews = tuple(activity.demands)
        yield PlanFault(code="crew_off", activities=(activity.id,), holes={**holes, "available": best, "crew": crews})


def _cycles(times: EarliestTimes) -> Iterator[PlanFault]:
    """Activities that wait for each other in a ring."""
    graph = nx.DiGraph()
    for lag in times.lags:
        if lag.days >= 0:
            old = graph.get_edge_data(lag.earlier, lag.later, {"days": -1})["days"]
            if lag.days > old:
                graph.add_edge(lag.earlier, lag.later, days=lag.days, source=lag.source)
    for task in {id(t): t for t in times.owner.values()}.values():
        if task.finish is not None:
            graph.add_edge(task.start, task.finish.target, days=task.days, source=None)
    for ring in nx.strongly_connected_components(graph):
        inside = graph.subgraph(ring)
        start = next(((a, b) for a, b, data in inside.edges(data=True) if data["days"] > 0), None)
        if start is None or len(ring) < 2:
            continue
        way = nx.shortest_path(inside, start[1], start[0])
        tasks = tuple(dict.fromkeys(times.owner[v].activity for v in way))
        steps = [*pairwise(way), start]
        sources = [inside.edges[step]["source"] for step in steps]
        yield PlanFault(code="cycle", activities=tasks, criteria=_criteria([s for s in sources if s]))


def _criteria(sources: Sequence[Source]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(criterion for criterion, _ in sources))


def _late(programme: Programme, schedule: ScheduleModel, times: EarliestTimes) -> Iterator[PlanFault]:
    """Times whose earliest day is after the latest that a criterion or the axis allows; the first of each chain."""
    network, days = schedule.network, programme.calendar.days
    for task in network.tasks.values():
        last = task.start if task.finish is None else task.finish.target
        if times.low[last] > network.variables[last].high and not _late_before(schedule, times, last):
            chain, sources = times.chain(last)
            yield PlanFault(
                code="beyond", activities=tuple(t.activity for t in chain), criteria=_criteria(sources),
                holes={"until": days[-1], "missing": times.low[last] - network.variables[last].high},
            )  # fmt: skip
    for row in network.rows:
        yield from _deadline(programme, times, row)


def _late_before(schedule: ScheduleModel, times: EarliestTimes, variable: int) -> bool:
    before, seen = times.why[variable].before, set[int]()
    while before is not None and before not in seen:
        seen.add(before)
        if (
            times.low[before] > schedule.network.variables[before].high
            and times.owner[before] is not times.owner[variable]
        ):
            return True
        before = times.why[before].before
    return False


def _deadline(programme: Programme, times: EarliestTimes, row: Row) -> Iterator[PlanFault]:
    """A demand that one time is at most some day, when the shortest way there is longer."""
    terms = tuple(row.expression.terms.items())
    if row.source is None or row.high is None or len(terms) != 1 or terms[0][1] <= 0 or terms[0][0] not in times.owner:
        return
    variable, factor = terms[0]
    task, limit = times.owner[variable], row.high // factor
    if not set(row.when) <= set(task.when) or times.low[variable] <= limit:
        return
    length = _shift(task, variable)
    chain, sources = times.chain(variable)
    end = times.low[variable] + length
    yield PlanFault(
        code="deadline",
        activities=tuple(t.activity for t in chain),
        criteria=(row.source[0], *(c for c in _criteria(sources) if c != row.source[0])),
        holes={
            "possible": _date(programme, end),
            "late": times.low[variable] - limit,
            "limit": _date(programme, limit + length),
        },
    )


def _shift(task: Task, variable: int) -> int:
    """From the time that is bound to the end of the activity."""
    return task.end.constant if task.finish is None and variable == task.start else 0


def _date(programme: Programme, end: int) -> object:
    """The last day before an end; None beyond the axis."""
    days = programme.calendar.days
    return days[min(max(end, 1), len(days)) - 1] if end <= len(days) else None


def _of_every_way(programme: Programme, faults: list[PlanFault]) -> Iterator[PlanFault]:
    """Faults of activities that always take place; those of a move only when each of its ways has one, of the first."""
    ways: dict[str, set[str]] = {}
    for fault in faults:
        for leg in _legs(programme, fault):
            ways.setdefault(leg[0], set()).add(leg[1])
    for fault in faults:
        legs = _legs(programme, fault)
        if all(
            len(ways[move]) == len(programme.move[move].routes) and via == programme.move[move].routes[0].via
            for move, via in legs
        ):
            yield fault


def _legs(programme: Programme, fault: PlanFault) -> set[tuple[str, str]]:
    found = set()
    for activity in fault.activities:
        leg = programme.leg.get(programme.activity[activity].leg)
        if leg is not None:
            via = next(r.via for r in programme.move[leg.move_id].routes if leg in r.legs)
            found.add((leg.move_id, via))
    return found
