"""What the journeys emit."""

from typing import ClassVar, Literal

import numpy as np

from localisation.domain.commute import commute_co2_kg
from localisation.domain.instance import Given
from localisation.domain.proposal import Proposal
from localisation.domain.visits import WEEK_DAYS, visit_co2_kg
from localisation.rules.nearest import charge_nearest
from localisation.rules.parameters import UnitSelectors
from localisation.rules.placement.base import PlacementMeasure, PlacementModel
from localisation.rules.visiting import VisitingDays


class TravelCo2(VisitingDays, PlacementMeasure):
    """CO2 from inhabitants' visits and employees' journeys to work by car over a year, for the selected units.

    Raw: kilograms a year, rounded once a zone (visits) and once an employee (work). Inhabitants drive to the site
    that is nearest by road; car shares and grams a kilometre are norms. It is the whole, not the change from today.

    The `visitors`, those of the selected units that have visiting days (all of them when none is named), receive at the
    `visiting` units on as many days: that share of a zone's visits, in whole visits, drives to the nearest of both, as
    in `citizens_travel_time`. Their employees' journeys to work stay the same.
    """

    name: ClassVar[str] = "travel_co2"
    rests_on: ClassVar[tuple[str, ...]] = (
        "units.visits_per_year",
        "units.staff",
        "zones.population",
        "origins.employees",
        "norms.working_days_per_year",
        "norms.attendance_percent",
        "norms.*_car_percent",
        "norms.car_co2_g_per_km",
    )
    travels: ClassVar[Literal["", "visits", "commute", "car"]] = "car"
    uses_homes: ClassVar[bool] = True
    unit: ClassVar[str] = "tonnes_per_year"
    raw_per_unit: ClassVar[int] = 1000
    in_short: ClassVar[str] = "visiting_days"
    narrowing: ClassVar[tuple[str, ...]] = ("visiting_buildings", "visitors")
    visitors: UnitSelectors = ()

    def encode(self, model: PlacementModel, given: Given) -> None:
        metres, norms = given.journeys.metres, given.inventory.norms
        buildings = [b.id for b in given.inventory.buildings]
        away = {u.id for u in given.inventory.select(self.visitors)} if self.visiting else set()
        hosts = given.inventory.select(self.visiting)
        for unit in given.units:
            part = self.visiting_days if unit.id in away else 0
            own = {b: (model.sits(unit.id, b),) for b in buildings}
            visits = given.journeys.visits(unit.visits_per_year)
            lengths = metres.table([zone for zone, _ in visits], buildings)
            n = np.array([count for _, count in visits], dtype=np.int64)[:, None]
            m = part * n // WEEK_DAYS
            ordinary = visit_co2_kg(n - m, lengths, norms)
            charge_nearest(model, own, ordinary, unit.sites_max == 1)
            if part:
                others = [h.id for h in hosts if h.id != unit.id]
                both = {b: (*own[b], *(model.sits(h, b) for h in others if self.receives(b))) for b in buildings}
                visiting = visit_co2_kg(m, lengths, norms)
                charge_nearest(model, both, visiting, unit.sites_max == 1 and both == own)
            for b in buildings:
                each = commute_co2_kg(given.journeys.mean_metres(unit.service_area, b), norms)
                model.charge(model.staff(unit.id, b) * each)

    def measure(self, given: Given, proposal: Proposal) -> int:
        journeys, norms = given.journeys, given.inventory.norms
        hosts = given.inventory.select(self.visiting) if self.visiting else ()
        places = {b for h in hosts for b in proposal.sites(h.id) if self.receives(b)}
        guests = given.inventory.select(self.visitors)
        kilograms = 0
        for unit in given.units:
            seats = proposal.sites(unit.id)
            days = self.visiting_days if unit in guests else 0
            own = frozenset(seats)
            both = own | places
            for zone, count in journeys.visits(unit.visits_per_year):
                visiting = count * days // WEEK_DAYS
                kilograms += visit_co2_kg(count - visiting, journeys.metres.nearest(zone, own), norms)
                if visiting:
                    kilograms += visit_co2_kg(visiting, journeys.metres.nearest(zone, both), norms)
            for building, staff in seats.items():
                kilograms += staff * commute_co2_kg(journeys.mean_metres(unit.service_area, building), norms)
        return kilograms
