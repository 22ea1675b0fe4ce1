"""A plan for the town: C is refitted for ten weeks, `plan` sends 15 there, and NAV goes by way of F to D.

The axis runs from Thursday 2 January 2020. NAV is left alone the three last days of each month, the craftsmen rest in
week 8, D can be used from 3 February, and Good Friday and Easter Monday are public holidays. Movers are two, IT one.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from localisation.domain.instance import Instance
from localisation.domain.relocation.derive import programme_of
from localisation.domain.relocation.logistics import (
    ActivityKind,
    ActivityNorm,
    Crew,
    DaysOff,
    Logistics,
    Repeats,
    SwingSpace,
)
from localisation.domain.relocation.plan import Plan, Step
from localisation.domain.relocation.programme import Activity, Programme
from localisation.domain.relocation.result import PlanResult
from localisation.domain.scenario import PlanSettings
from localisation.domain.vocabulary import SpaceKind
from localisation.solving.schedule.verify import assess_plan
from tests.pictures.town import PROPOSAL, town

GOOD_FRIDAY = date(2020, 4, 10)
LOGISTICS = Logistics(
    public_holidays={date(2020, 1, 1): "nyttårsdag", GOOD_FRIDAY: "langfredag", date(2020, 4, 13): "2. påskedag"},
    crews=(
        Crew(id="craft", name="Håndverkere", name_en="Craftsmen", size=1, nok_per_day=8_000),
        Crew(id="movers", name="Flyttelag", name_en="Movers", size=2, overtime_size=1, overtime_nok_per_day=9_000),
        Crew(id="it", name="IT-lag", name_en="IT crew", size=1, nok_per_day=5_000),
    ),
    norms=(
        ActivityNorm(kind=ActivityKind.WORK, crew="craft", low_percent=90, high_percent=150),
        ActivityNorm(kind=ActivityKind.PACK, staff_per_day=10, hands=0),
        ActivityNorm(kind=ActivityKind.MOVE, crew="movers", staff_per_day=5),
        ActivityNorm(kind=ActivityKind.IT, crew="it", staff_per_day=10),
        ActivityNorm(kind=ActivityKind.CLEAN, min_days=1, hands=0),
    ),
    days_off=(
        DaysOff(
            id="winter",
            name="Vinterferie",
            name_en="Winter break",
            kind="school",
            first=date(2020, 2, 17),
            last=date(2020, 2, 21),
            applies_to=("crew:craft",),
        ),
        DaysOff(
            id="month-end",
            name="Månedsslutt",
            name_en="Month-end",
            first=date(2020, 1, 29),
            last=date(2020, 1, 31),
            repeats=Repeats.MONTHLY,
            applies_to=("nav",),
        ),
        DaysOff(
            id="election",
            name="Valg",
            name_en="Election",
            kind="election",
            first=date(2020, 3, 9),
            last=date(2020, 3, 10),
            applies_to=("all",),
        ),
    ),
    swing_space=(SwingSpace(building="F", nok_per_month=20_000),),
)


def planned_town(unit_name: str = "Plan og bygg") -> Instance:
    """The town with logistics; the transit premises F hold 20, and NAV has 30 m3 of equipment."""
    given = town(unit_name)
    stock = given.inventory
    buildings = tuple(
        b.model_copy(update={"spaces": {SpaceKind.WORKPLACE: 20}}) if b.id == "F" else b for b in stock.buildings
    )
    units = tuple(u.model_copy(update={"equipment_m3": 30}) if u.id == "nav" else u for u in stock.units)
    fields = {name: getattr(stock, name) for name in type(stock).model_fields}
    stock = type(stock)(**(fields | {"buildings": buildings, "units": units, "logistics": LOGISTICS}))
    settings = PlanSettings(start=date(2020, 1, 1), until=date(2020, 12, 31))
    scenario = given.scenario.model_copy(update={"planning": settings, "in_place_by": date(2020, 6, 1)})
    return replace(given, inventory=stock, scenario=scenario)


def planned(given: Instance | None = None, via: Mapping[str, str] | None = None) -> PlanResult:
    """A finished plan; NAV waits in F unless another way is said."""
    given = given or planned_town()
    programme = programme_of(given, PROPOSAL)
    plan = greedy(programme, via if via is not None else {"nav:B>D": "F"}, {"D": date(2020, 2, 3)})
    return PlanResult(
        programme=programme, plan=plan, assessment=assess_plan(given, programme, plan), runs=(), seed=1, workers=2
    )


def greedy(programme: Programme, via: Mapping[str, str] | None = None, opens: Mapping[str, date] | None = None) -> Plan:
    """Each activity as early as its predecessors, crews and the works (or the opening) where the move goes let it."""
    ways = dict(via or {})
    legs = {leg.id: leg for leg in Plan(steps={}, via=ways).legs(programme)}
    size = {c.id: c.size for c in programme.crews}
    used: dict[tuple[str, int], int] = {}
    steps: dict[str, Step] = {}
    for activity in programme.activities:
        if activity.leg and activity.leg not in legs:
            continue
        ready = [steps[a].end for a in activity.after if a in steps]
        if activity.kind is ActivityKind.PACK:
            destination = legs[activity.leg].destination
            ready += [steps[w.id].end for w in programme.works if w.building == destination]
            ready += [programme.calendar.index(dict(opens or {}).get(destination, programme.calendar.days[0]))]
        start = max([activity.earliest, *ready])
        while (days := _days(programme, activity, start, used, size)) is None:
            start += 1
        for day in days:
            for crew, hands in activity.demands.items():
                used[crew, day] = used.get((crew, day), 0) + hands
        steps[activity.id] = Step(start=days[0], end=days[-1] + 1)
    return Plan(steps=steps, via=ways)


def _days(
    programme: Programme, activity: Activity, start: int, used: dict[tuple[str, int], int], size: Mapping[str, int]
) -> list[int] | None:
    """The days worked when it starts there; None when a crew is off or busy."""
    off = {day for crew in activity.demands for day in programme.calendar.off.get(crew, frozenset())}
    days: list[int] = []
    for day in range(start, len(programme.calendar)):
        if len(days) == activity.days:
            return days
        free = all(used.get((c, day), 0) + n <= size.get(c, n) for c, n in activity.demands.items())
        if day in off and activity.pausing and days:
            continue
        if day in off or not free:
            return None
        days.append(day)
    return days
