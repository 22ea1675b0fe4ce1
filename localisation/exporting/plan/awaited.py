"""What must be done before something in a plan may begin, and why."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from localisation.domain.instance import Instance
from localisation.domain.relocation.occupancy import occupancy
from localisation.domain.relocation.plan import Plan
from localisation.domain.relocation.programme import Leg, PlanGiven
from localisation.domain.relocation.result import PlanResult
from localisation.domain.vocabulary import SpaceKind, Strength
from localisation.rules.relocation.room_every_day import RoomEveryDay
from localisation.rules.relocation.works_before_move_in import WorksBeforeMoveIn
from localisation.rules.statement import relocation_statements


class Because(StrEnum):
    """Why it is waited for."""

    STEP = "step"
    """It is the step before of the same move, or a task that comes first."""
    WORKS = "works"
    """Works are done before anyone moves in, or make the room that is needed."""
    VACATED = "vacated"
    """Were those who left still there, there would be no room."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Awaited:
    """An activity that must be finished first."""

    activity: str
    because: Because


def awaited(instance: Instance, result: PlanResult) -> Mapping[str, tuple[Awaited, ...]]:
    """By activity that takes place, those it waits for, each once; all of them are finished when it starts.

    The musts of the plan are the reasons: what they do not ask for is not waited for. Of those who have left a
    building, the last are the first to be thought still there: the others had to leave before anyone could come.
    """
    programme, plan = result.programme, result.plan
    found: dict[str, dict[str, Because]] = {key: {} for key in plan.steps}
    for key in plan.steps:
        for other in programme.activity[key].after:
            if other in plan.steps:
                found[key][other] = Because.STEP
    for stated in relocation_statements(instance, programme):
        if stated.criterion.strength is not Strength.MUST:
            continue
        if isinstance(stated.rule, WorksBeforeMoveIn):
            pairs = _works(stated.given, plan)
        elif isinstance(stated.rule, RoomEveryDay):
            pairs = _makes_room(stated.given, stated.rule, plan)
        else:
            continue
        for key, other, because in pairs:
            if plan.steps[other].end <= plan.steps[key].start:
                found[key].setdefault(other, because)
    return {key: tuple(Awaited(activity=a, because=b) for a, b in others.items()) for key, others in found.items()}


_Pair = tuple[str, str, Because]


def _works(given: PlanGiven, plan: Plan) -> Iterator[_Pair]:
    for leg in _arriving(given, plan):
        for work in given.programme.works:
            if work.building == leg.destination:
                yield leg.move, work.id, Because.WORKS


def _arriving(given: PlanGiven, plan: Plan) -> list[Leg]:
    units = {u.id for u in given.units}
    return [leg for leg in plan.legs(given.programme) if leg.unit in units]


def _makes_room(given: PlanGiven, rule: RoomEveryDay, plan: Plan) -> Iterator[_Pair]:
    """For each arrival and kind of space, who left and what was built, without which there would be no room."""
    legs = _arriving(given, plan)
    for building in dict.fromkeys(leg.destination for leg in legs):
        here = [leg for leg in legs if leg.destination == building]
        for kind in rule.kinds:
            coming = [leg for leg in here if _need(given, leg, kind)]
            if coming:
                yield from _in_building(given, rule, plan, coming, kind)


def _in_building(
    given: PlanGiven, rule: RoomEveryDay, plan: Plan, coming: list[Leg], kind: SpaceKind
) -> Iterator[_Pair]:
    building, units = coming[0].destination, {u.id for u in given.units}
    found = occupancy(given.inventory, given.programme, plan, building, kind, units, closed_percent=rule.closed_percent)
    sources = _sources(given, plan, building, kind)
    for leg in coming:
        day = plan.steps[leg.move].start
        spare = found.room[day] - found.need[day]
        for end, other, amount, move in sources:
            if end > day or move == leg.move_id:
                continue
            if amount <= spare:
                spare -= amount
            else:
                yield leg.move, other, Because.VACATED if move else Because.WORKS


def _sources(given: PlanGiven, plan: Plan, building: str, kind: SpaceKind) -> list[tuple[int, str, int, str]]:
    """The day each is done, the activity, how much room it makes and the move it is of ("": works); the last first."""
    found = [
        (plan.steps[leg.cleared].end, leg.cleared, amount, leg.move_id)
        for leg in _arriving(given, plan)
        if leg.origin == building and (amount := _need(given, leg, kind))
    ]
    options = {r.id: r.adds_spaces.get(kind, 0) for r in given.inventory.building[building].refurbishments}
    found += [
        (plan.steps[w.id].end, w.id, 100 * options[w.option], "")
        for w in given.programme.works
        if w.building == building and options.get(w.option, 0) > 0
    ]
    return sorted(found, reverse=True)


def _need(given: PlanGiven, leg: Leg, kind: SpaceKind) -> int:
    return given.inventory.unit[leg.unit].need_hundredths(kind, leg.staff)
