"""The vans can drive what the plan has them drive."""

from collections.abc import Iterator
from itertools import combinations
from typing import ClassVar, Literal

from pydantic import Field

from localisation.domain.assessment import Breach
from localisation.domain.relocation.driving import Driving
from localisation.domain.relocation.plan import Plan, Run
from localisation.domain.relocation.programme import Leg, PlanGiven
from localisation.rules.day_tables import DAY_TABLES
from localisation.rules.linear import Linear, total
from localisation.rules.relocation.base import MINUTES, RelocationModel, RelocationRequirement


class VehicleTrips(RelocationRequirement):
    """The things of the selected units are carried by so many vehicles, each in one place at a time.

    about: (unit,); of two that want a vehicle at once, the one that stands last in the programme. A vehicle carries a
    leg in volume / `m3_per_trip` trips, rounded up, each there and back and `handling_min` minutes of loading and
    unloading, on end, within the leg's days of carrying. From a leg's destination to the next one's origin it drives
    empty: a set-up that depends on the order (survey: Allahverdi 2015). Minutes count on from day to day,
    `minutes_per_day` of them. A leg without things needs no vehicle. All
    criteria with this rule speak of the same vehicles, so they must be about the same units.
    """

    name: ClassVar[str] = "vehicle_trips"
    rests_on: ClassVar[tuple[str, ...]] = DAY_TABLES
    travels: ClassVar[Literal["", "visits", "commute", "car"]] = "car"
    speaks_of: ClassVar[tuple[str, ...]] = ("unit",)
    same_units: ClassVar[bool] = True
    vehicles: int = Field(ge=1)
    m3_per_trip: int = Field(ge=1)
    handling_min: int = Field(default=60, ge=0)
    minutes_per_day: int = Field(default=450, ge=1, le=MINUTES)

    def encode(self, model: RelocationModel, given: PlanGiven) -> None:
        driving = Driving(given.instance)
        legs = [leg for m in given.moves for r in m.routes for leg in r.legs if leg.volume_m3]
        for leg in legs:
            there, about = model.takes_place(leg.move), (leg.unit,)
            model.require(model.vehicle(leg.id) <= self.vehicles - 1, about=about, when=there)
            model.require(model.minute(leg.id) <= self.minutes_per_day - 1, about=about, when=there)
            room = (model.end(leg.move) - model.start(leg.move)) * self.minutes_per_day
            need = model.minute(leg.id) + self._minutes(driving, leg)
            model.require(need <= room, about=about, when=there)
        for first, second in combinations(legs, 2):
            if first.move_id != second.move_id:  # a move's own legs follow one another anyway
                self._apart(model, driving, first, second)

    def _apart(self, model: RelocationModel, driving: Driving, first: Leg, second: Leg) -> None:
        """One of six holds: another vehicle (below, above), before, after, or one of the two does not take place."""
        vehicles = [model.vehicle(leg.id) for leg in (first, second)]
        begins, ends = [], []
        for leg, other in ((first, second), (second, first)):
            begins.append(model.start(leg.move) * self.minutes_per_day + model.minute(leg.id))
            empty = driving.minutes(leg.destination, other.origin)
            ends.append(begins[-1] + self._minutes(driving, leg) + empty)
        about = (second.unit,)
        ways = [model.whole(0, 1, f"{first.id} {second.id} {way}") for way in range(6 if self.vehicles > 1 else 4)]
        model.always(total(ways).equals(1))
        model.require(begins[1] >= ends[0], about=about, when=ways[0])
        model.require(begins[0] >= ends[1], about=about, when=ways[1])
        model.always(ways[2] <= 1 - model.takes_place(first.move))
        model.always(ways[3] <= 1 - model.takes_place(second.move))
        if self.vehicles > 1:
            model.require(vehicles[0] - vehicles[1] <= -1, about=about, when=ways[4])
            model.require(vehicles[0] - vehicles[1] >= 1, about=about, when=ways[5])

    def _minutes(self, driving: Driving, leg: Leg) -> Linear:
        trips = -(-leg.volume_m3 // self.m3_per_trip)
        return Linear(constant=trips * (2 * driving.minutes(leg.origin, leg.destination) + self.handling_min))

    def check(self, given: PlanGiven, plan: Plan) -> list[Breach]:
        days = given.programme.calendar.days
        faults: dict[str, tuple[int, str]] = {}
        for leg, day, fault in self._faults(given, plan):
            faults[leg.unit] = min((day, fault), faults.get(leg.unit, (day, fault)))
        return [
            Breach(about=(unit,), holes={"day": days[min(day, len(days) - 1)], "fault": fault})
            for unit, (day, fault) in faults.items()
        ]

    def _faults(self, given: PlanGiven, plan: Plan) -> Iterator[tuple[Leg, int, str]]:
        """What is wrong with which leg, and the day it is carried."""
        selected, driving = {u.id for u in given.units}, Driving(given.instance)
        runs: dict[int, list[tuple[Leg, int, int]]] = {}
        for leg in plan.legs(given.programme):
            if leg.unit not in selected or not leg.volume_m3:
                continue
            run, step = plan.runs.get(leg.id), plan.steps[leg.move]
            if run is None or not self._possible(run):
                yield leg, step.start, "none"
            if run is None:
                continue
            begin = step.start * self.minutes_per_day + run.minute
            one_trip = self.handling_min + 2 * driving.minutes(leg.origin, leg.destination)
            end = begin + one_trip * ((leg.volume_m3 + self.m3_per_trip - 1) // self.m3_per_trip)
            if end > step.end * self.minutes_per_day:
                yield leg, step.start, "long"
            for earlier, start, finish in runs.get(run.vehicle, ()):
                to_it = driving.minutes(earlier.destination, leg.origin)
                from_it = driving.minutes(leg.destination, earlier.origin)
                if begin < finish + to_it and start < end + from_it:
                    yield leg, step.start, "busy"
            runs.setdefault(run.vehicle, []).append((leg, begin, end))

    def _possible(self, run: Run) -> bool:
        return 0 <= run.vehicle < self.vehicles and 0 <= run.minute < self.minutes_per_day
