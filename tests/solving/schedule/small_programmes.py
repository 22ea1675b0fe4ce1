"""Programmes small enough to see through: tasks with crews, and moves between buildings."""

from datetime import date, timedelta

from localisation.domain.criterion import Criterion
from localisation.domain.instance import Instance
from localisation.domain.relocation.calendar import Calendar
from localisation.domain.relocation.logistics import ActivityKind, Crew
from localisation.domain.relocation.programme import Activity, Leg, Move, Programme, Route, Stay
from localisation.domain.scenario import PlanSettings, SolveLimits
from localisation.domain.vocabulary import Strength
from tests.solving.sample import criterion
from tests.solving.sample import instance as placed

MONDAY = date(2020, 1, 6)
HANDS = criterion("K-hender", "small_hands")
LAST_DAY = criterion("V-ferdig", "small_makespan", Strength.WEIGHT, weight=1, best=0, worst=100)


def calendar(days: int, **off: set[int]) -> Calendar:
    """Consecutive days; `off` by crew."""
    return Calendar(
        days=tuple(MONDAY + timedelta(days=i) for i in range(days)), off={c: frozenset(d) for c, d in off.items()}
    )


def task(key: str, days: int, after: tuple[str, ...] = (), pausing: bool = False, **demands: int) -> Activity:
    return Activity(id=key, kind=ActivityKind.TASK, days=days, after=after, demands=demands, pausing=pausing)


def tasks(axis: Calendar, crews: dict[str, int], *activities: Activity) -> Programme:
    known = tuple(Crew(id=c, name=c, size=n) for c, n in crews.items())
    return Programme(calendar=axis, crews=known, activities=activities)


def moving(axis: Calendar, *moves: tuple[str, str, str, int], swing: tuple[str, ...] = ()) -> Programme:
    """Moves (unit, from, to, staff) that take a day a leg, straight or through `swing`; nobody carries."""
    activities: list[Activity] = []
    made: list[Move] = []
    stays: list[Stay] = []
    for unit, origin, destination, staff in moves:
        routes = []
        for via in ("", *swing):
            hops = [(origin, via), (via, destination)] if via else [(origin, destination)]
            legs: list[Leg] = []
            for number, (a, b) in enumerate(hops):
                leg = f"{unit}{via}{number}"
                after = (legs[-1].move,) if legs else ()
                activities.append(
                    Activity(id=f"m-{leg}", kind=ActivityKind.MOVE, days=1, leg=leg, unit=unit, building=b, after=after)
                )
                legs.append(
                    Leg(
                        id=leg,
                        move_id=unit,
                        unit=unit,
                        origin=a,
                        destination=b,
                        staff=staff,
                        volume_m3=0,
                        pack="",
                        move=f"m-{leg}",
                        it="",
                        clean="",
                    )
                )
            places = [origin, *(leg.destination for leg in legs)]
            for i, place in enumerate(places):
                since, until = legs[i - 1].move if i else "", legs[i].move if i < len(legs) else ""
                waiting = bool(since and until)
                stays.append(
                    Stay(
                        unit=unit,
                        building=place,
                        staff=staff,
                        since=since,
                        until=until,
                        move=unit,
                        via=via,
                        waiting=waiting,
                    )
                )
            routes.append(Route(via=via, legs=tuple(legs)))
        made.append(
            Move(
                id=unit,
                unit=unit,
                origin=origin,
                destination=destination,
                staff=staff,
                volume_m3=0,
                routes=tuple(routes),
            )
        )
    return Programme(calendar=axis, crews=(), activities=tuple(activities), moves=tuple(made), stays=tuple(stays))


def asked(*criteria: Criterion, levels: tuple[tuple[str, ...], ...] = (), slack: int = 0) -> Instance:
    """The question: criteria on who moves when, over a place nobody looks at."""
    base = placed()
    settings = PlanSettings(
        start=MONDAY,
        until=MONDAY + timedelta(days=365),
        levels=levels,
        level_slack_percent=slack,
        solve=SolveLimits(time_limit_s=20, workers=1),
    )
    scenario = base.scenario.model_copy(update={"planning": settings})
    return Instance(
        inventory=base.inventory, criteria=(), scenario=scenario, travel=base.travel, relocation_criteria=criteria
    )
