"""Plans of a small programme: all of them where they are few, and otherwise a fair sample."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import islice, product
from random import Random

from localisation.domain.relocation.plan import Plan, Run, Step
from localisation.domain.relocation.programme import Activity, Programme
from localisation.solving.schedule.verify import structural_plan_faults


def plans(programme: Programme, seed: int, most: int) -> list[Plan]:
    """Every plan without a fault of its own, or `most` different ones drawn at random when there are more."""
    every = list(islice(_every(programme), most + 1))
    if len(every) <= most:
        return every
    rng, found = Random(seed), {}
    for _ in range(20 * most):
        plan = _drawn(programme, rng)
        if plan is not None:
            found[repr(plan)] = plan
        if len(found) == most:
            break
    return list(found.values())


def with_runs(programme: Programme, plan: Plan, vehicles: int, minutes: int, rng: Random) -> Plan:
    """The plan with a vehicle and a minute for each leg, early and late ones alike."""
    early = [0, 0, minutes // 2, minutes - 1, rng.randrange(minutes)]
    runs = {leg.id: Run(vehicle=rng.randrange(vehicles), minute=rng.choice(early)) for leg in plan.legs(programme)}
    if runs and rng.random() < 0.2:  # a vehicle there is not, or a minute too late for a carrying that has a day more
        longest = max(plan.legs(programme), key=lambda leg: plan.steps[leg.move].end - plan.steps[leg.move].start)
        runs[longest.id] = rng.choice((Run(vehicle=vehicles, minute=0), Run(vehicle=0, minute=minutes)))
    return replace(plan, runs=runs)


def _every(programme: Programme) -> Iterator[Plan]:
    ways = [[r.via for r in m.routes] for m in programme.moves]
    for chosen in product(*ways):
        via = {m.id: v for m, v in zip(programme.moves, chosen, strict=True) if v}
        yield from _extended(programme, via, _activities(programme, via), {})


def _extended(
    programme: Programme, via: Mapping[str, str], left: list[Activity], steps: dict[str, Step]
) -> Iterator[Plan]:
    if not left:
        yield Plan(steps=dict(steps), via=dict(via))
        return
    for step in _steps(programme, left[0], steps):
        yield from _extended(programme, via, left[1:], {**steps, left[0].id: step})


def _drawn(programme: Programme, rng: Random) -> Plan | None:
    via = {m.id: v for m in programme.moves if (v := rng.choice([r.via for r in m.routes]))}
    steps: dict[str, Step] = {}
    for activity in _activities(programme, via):
        possible = list(_steps(programme, activity, steps))
        if not possible:
            return None
        steps[activity.id] = rng.choice([possible[0], *possible])
    plan = Plan(steps=steps, via=via)
    assert not list(structural_plan_faults(programme, plan))
    return plan


def _activities(programme: Programme, via: Mapping[str, str]) -> list[Activity]:
    legs = {leg.id for leg in Plan(steps={}, via=via).legs(programme)}
    return [a for a in programme.activities if not a.leg or a.leg in legs]


def _steps(programme: Programme, activity: Activity, steps: Mapping[str, Step]) -> Iterator[Step]:
    """Every step the activity may take after those before it; activities stand in an order that allows it."""
    calendar = programme.calendar
    first = max([activity.earliest, *(steps[b].end for b in activity.after if b in steps)])
    off = set().union(*(calendar.off.get(c, ()) for c in activity.demands))
    crews = {c.id: c.overtime_size for c in programme.crews}
    extra = activity.days and activity.demands and all(crews.get(c, 0) >= n for c, n in activity.demands.items())
    for start in range(first, len(calendar) + 1):
        end, worked = start, 0
        while worked < activity.days and end < len(calendar):
            worked += end not in off
            end += 1
        rests = off & set(range(start, end))
        if worked < activity.days or (rests and (start in off or not activity.pausing)):
            continue
        yield Step(start=start, end=end)
        if extra:
            yield Step(start=start, end=end, overtime=True)
