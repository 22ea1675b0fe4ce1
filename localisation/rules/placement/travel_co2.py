"""What the journeys emit."""

from typing import ClassVar, Literal

from localisation.domain.commute import commute_co2_kg
from localisation.domain.instance import Given
from localisation.domain.proposal import Proposal
from localisation.domain.visits import visit_co2_kg
from localisation.rules.nearest import charge_nearest
from localisation.rules.placement.base import PlacementMeasure, PlacementModel


class TravelCo2(PlacementMeasure):
    """CO2 from inhabitants' visits and employees' journeys to work by car over a year, for the selected units.

    Raw: kilograms a year, rounded once a zone (visits) and once an employee (work). Inhabitants drive to the site
    that is nearest by road; car shares and grams a kilometre are norms. It is the whole, not the change from today.
    """

    name: ClassVar[str] = "travel_co2"
    travels: ClassVar[Literal["", "visits", "commute", "car"]] = "car"
    uses_homes: ClassVar[bool] = True
    unit: ClassVar[str] = "tonnes_per_year"
    raw_per_unit: ClassVar[int] = 1000

    def encode(self, model: PlacementModel, given: Given) -> None:
        metres, norms = given.journeys.metres, given.inventory.norms
        buildings = [b.id for b in given.inventory.buildings]
        for unit in given.units:
            visits = given.journeys.visits(unit.visits_per_year)
            rows = [{b: visit_co2_kg(count, metres(zone, b), norms) for b in buildings} for zone, count in visits]
            charge_nearest(model, {b: (model.sits(unit.id, b),) for b in buildings}, rows, unit.sites_max == 1)
            for b in buildings:
                each = commute_co2_kg(given.journeys.mean_metres(unit.service_area, b), norms)
                model.charge(model.staff(unit.id, b) * each)

    def measure(self, given: Given, proposal: Proposal) -> int:
        journeys, norms = given.journeys, given.inventory.norms
        kilograms = 0
        for unit in given.units:
            seats = proposal.sites(unit.id)
            for zone, count in journeys.visits(unit.visits_per_year):
                kilograms += visit_co2_kg(count, journeys.metres.nearest(zone, frozenset(seats)), norms)
            for building, staff in seats.items():
                kilograms += staff * commute_co2_kg(journeys.mean_metres(unit.service_area, building), norms)
        return kilograms
