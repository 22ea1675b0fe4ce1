"""The steps of a move close to its carrying, where neither goal nor musts say otherwise."""

from collections.abc import Iterator, Mapping

from localisation.domain.instance import Instance
from localisation.domain.relocation.plan import Step
from localisation.domain.relocation.programme import Leg
from localisation.domain.relocation.result import PlanResult
from localisation.solving.schedule.tried_together import TriedTogether
from localisation.solving.schedule.unit_stops import unit_stops
from localisation.solving.schedule.worked_days import worked_days


def closed_up(instance: Instance, result: PlanResult) -> PlanResult:
    """The same plan, packing as late and connecting and clearing as early as can be around the same carrying.

    A solver puts what the goal does not weigh on any day, two years ahead for all it knows. Musts hold and no goal
    value gets worse; what is done or under way is not touched.
    """
    kept = result.changes.kept if result.changes else frozenset()
    stops = unit_stops(instance.inventory, result.programme.calendar)
    groups = []
    for leg in result.plan.legs(result.programme):
        wishes = {
            a: s
            for a, s in _close(result, leg, stops.get(leg.unit, frozenset()))
            if a not in kept and s != result.plan.steps[a]
        }
        if wishes:
            groups.append(wishes)
    tried = TriedTogether(instance, result)
    tried.all_of(groups)
    return tried.result


def _close(result: PlanResult, leg: Leg, stops: frozenset[int]) -> Iterator[tuple[str, Step]]:
    steps: Mapping[str, Step] = result.plan.steps
    carrying = steps[leg.move]
    if leg.pack:
        yield from _placed(result, leg.pack, stops, latest=carrying.start)
    if leg.it:
        yield from _placed(result, leg.it, stops, earliest=carrying.end)
    if leg.clean:
        yield from _placed(result, leg.clean, frozenset(), earliest=carrying.end)


def _placed(
    result: PlanResult, activity: str, stops: frozenset[int], *, latest: int | None = None, earliest: int = 0
) -> Iterator[tuple[str, Step]]:
    known, old = result.programme.activity[activity], result.plan.steps[activity]
    axis = worked_days(result.programme.calendar, known, also_off=stops)
    place = axis.earliest(earliest, known.days) if latest is None else axis.latest(latest, known.days)
    if place is not None and place[1] <= len(result.programme.calendar) and place[0] >= known.earliest:
        yield activity, Step(start=place[0], end=place[1], overtime=old.overtime)
