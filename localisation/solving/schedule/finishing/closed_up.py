"""The steps of a move close to its carrying, where neither goal nor musts say otherwise."""

from collections.abc import Iterator, Mapping

from localisation.domain.instance import Instance
from localisation.domain.relocation.logistics import ActivityKind
from localisation.domain.relocation.plan import Step
from localisation.domain.relocation.result import PlanResult
from localisation.solving.schedule.finishing.tried_together import TriedTogether
from localisation.solving.schedule.unit_stops import unit_stops
from localisation.solving.schedule.worked_days import worked_days

ASIDE_DAYS = (0, 1, 2, 4, 8)
"""How far from the carrying a step is tried when nearer is taken: all of the first at once, then one by one."""


def closed_up(instance: Instance, result: PlanResult) -> PlanResult:
    """The same plan, packing as late and connecting and clearing as early as can be around the same carrying.

    A solver puts what the goal does not weigh on any day, two years ahead for all it knows. Musts hold and no goal
    value gets worse; what is done or under way is not touched.
    """
    kept = result.changes.kept if result.changes else frozenset()
    tried = TriedTogether(instance, result)
    for aside in ASIDE_DAYS:
        wishes = [
            {a: s for a, s in steps.items() if a not in kept and _nearer(tried.result, a, s)}
            for steps in _wishes(instance, tried.result, aside)
        ]
        tried.all_of(sorted((w for w in wishes if w), key=lambda w: -_saved(tried.result, w)))
    return tried.result


def _wishes(instance: Instance, result: PlanResult, aside: int) -> Iterator[dict[str, Step]]:
    """Where the steps of each leg would be, so many working days aside from the carrying."""
    stops = unit_stops(instance.inventory, result.programme.calendar)
    for leg in result.plan.legs(result.programme):
        off = stops.get(leg.unit, frozenset())
        carrying = result.plan.steps[leg.move]
        found: dict[str, Step] = {}
        if leg.pack:
            found |= _placed(result, leg.pack, off, latest=carrying.start - aside)
        if leg.it:
            found |= _placed(result, leg.it, off, earliest=carrying.end + aside)
        if leg.clean:
            found |= _placed(result, leg.clean, frozenset(), earliest=carrying.end + aside)
        yield found


def _nearer(result: PlanResult, activity: str, wish: Step) -> bool:
    """Whether the wish is nearer the carrying than the step is: later for packing, earlier for the others."""
    step, packs = result.plan.steps[activity], result.programme.activity[activity].kind is ActivityKind.PACK
    return wish.start > step.start if packs else wish.start < step.start


def _saved(result: PlanResult, wishes: Mapping[str, Step]) -> int:
    return sum(abs(wish.start - result.plan.steps[a].start) for a, wish in wishes.items())


def _placed(
    result: PlanResult, activity: str, stops: frozenset[int], *, latest: int | None = None, earliest: int = 0
) -> dict[str, Step]:
    known, old = result.programme.activity[activity], result.plan.steps[activity]
    axis = worked_days(result.programme.calendar, known, also_off=stops)
    place = axis.earliest(earliest, known.days) if latest is None else axis.latest(latest, known.days)
    if place is not None and place[1] <= len(result.programme.calendar) and place[0] >= known.earliest:
        return {activity: Step(start=place[0], end=place[1], overtime=old.overtime)}
    return {}
