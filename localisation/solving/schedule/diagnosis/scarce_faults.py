"""Demands on every day that a single activity, or all together, can never meet."""

from collections.abc import Iterator, Mapping

from localisation.solving.schedule.bounds.earliest_times import EarliestTimes
from localisation.solving.schedule.diagnosis.diagnosis import PlanFault
from localisation.solving.schedule.model.model import ScheduleModel
from localisation.solving.schedule.model.network import AtOnce, Network, Taking, Task


def scarce_faults(
    schedule: ScheduleModel, times: EarliestTimes, subjects: Mapping[str, tuple[str, ...]]
) -> Iterator[PlanFault]:
    """An activity that takes more than there is, one for which every day is taken, and more work than hands in all.

    `subjects`: criterion -> what its ids are about.
    """
    network = schedule.network
    starts: dict[str, set[int]] = {}
    blame: dict[str, list[str]] = {}
    for scarce in network.at_once:
        if scarce.source is None:
            continue
        criterion, about = scarce.source
        holes: dict[str, object] = dict(zip(subjects.get(criterion, ()), about, strict=False))
        fixed = [t for t in scarce.takings if not t.when and not t.start.terms and not t.end.terms]
        for taking in scarce.takings:
            task = _task(times, taking)
            if task is None:
                continue
            if taking.demand > scarce.at_most and _lasts(network, taking):
                numbers = {**holes, "need": taking.demand, "size": scarce.at_most}
                yield PlanFault(
                    code=_code("needs_more", holes), activities=(task.activity,), criteria=(criterion,), holes=numbers
                )
            elif fixed and task.activity:
                allowed, least = _allowed(network, task, taking, fixed, scarce.at_most)
                if not allowed and "kind" in holes:
                    numbers = {**holes, "need": taking.demand, "size": max(0, scarce.at_most - least)}
                    yield PlanFault(
                        code="needs_more_space", activities=(task.activity,), criteria=(criterion,), holes=numbers
                    )
                    continue
                starts[task.activity] = starts.get(task.activity, allowed) & allowed
                blame.setdefault(task.activity, []).append(criterion)
        yield from _in_all(network, scarce, holes)
    for activity, allowed in starts.items():
        low = times.low[network.tasks[activity].start]
        if not any(day >= low for day in allowed):
            yield PlanFault(
                code="no_day", activities=(activity,), criteria=tuple(dict.fromkeys(blame[activity])), holes={}
            )


def _code(base: str, holes: Mapping[str, object]) -> str:
    """A sentence of its own for crews and for rooms."""
    if "crew" in holes:
        return f"{base}_crew"
    return f"{base}_space" if "kind" in holes else base


def _task(times: EarliestTimes, taking: Taking) -> Task | None:
    """The activity whose taking it is: its start is the activity's."""
    (variable,) = taking.start.terms if len(taking.start.terms) == 1 else (None,)
    task = times.owner.get(variable) if variable is not None else None
    return task if task is not None and set(taking.when) <= set(task.when) else None


def _lasts(network: Network, taking: Taking) -> bool:
    """Whether the taking lasts at least a day whatever the times are."""
    return network.span(taking.end - taking.start)[0] > 0


def _allowed(network: Network, task: Task, taking: Taking, fixed: list[Taking], at_most: int) -> tuple[set[int], int]:
    """Starts at which the activity gets through what is taken on fixed days, and the least that is taken on any."""
    variable = network.variables[task.start]
    blocked = [0] * (network.days + 1)
    for block in fixed:
        for day in range(max(0, block.start.constant), min(network.days, block.end.constant)):
            blocked[day] += block.demand
    taken = [0]
    for day in range(network.days):
        taken.append(taken[-1] + (blocked[day] + taking.demand > at_most))
    found = set()
    for start in variable.values or range(variable.low, variable.high + 1):
        end = start + task.end.constant if task.finish is None else _finish(task, start)
        if taken[min(end, network.days)] == taken[min(start, network.days)]:
            found.add(start)
    return found, min(blocked[: network.days], default=0)


def _finish(task: Task, start: int) -> int:
    assert task.finish is not None
    return task.finish.table[start + task.finish.index.constant]


def _in_all(network: Network, scarce: AtOnce, holes: Mapping[str, object]) -> Iterator[PlanFault]:
    """Hands times days of everything that must be done, against what there is from the first day to the last."""
    always = [t for t in scarce.takings if not t.when]
    work = sum(t.demand * max(0, network.span(t.end - t.start)[0]) for t in always)
    if scarce.source is not None and work > scarce.at_most * network.days and "crew" in holes:
        numbers = {**holes, "need": work, "size": scarce.at_most * network.days}
        yield PlanFault(code="in_all_crew", criteria=(scarce.source[0],), holes=numbers)
