"""What the journeys emit."""

from typing import ClassVar

from localisation.domain.commute import commute_co2_kg, mean_journey
from localisation.domain.instance import Given
from localisation.domain.lookup import UNREACHABLE_EXTRA_M, Lookup
from localisation.domain.proposal import Proposal
from localisation.domain.visits import visit_co2_kg, visits_by_zone
from localisation.rules.base import Measure, PlacementModel
from localisation.rules.nearest import charge_nearest


class TravelCo2(Measure):
    """CO2 from inhabitants' visits and employees' journeys to work by car over a year, for the selected units.

    Raw: kilograms a year, rounded once a zone (visits) and once an employee (work). Inhabitants drive to the site
    that is nearest by road; car shares and grams a kilometre are norms. It is the whole, not the change from today.
    """

    name: ClassVar[str] = "travel_co2"
    unit: ClassVar[str] = "tonnes_per_year"
    raw_per_unit: ClassVar[int] = 1000

    def encode(self, model: PlacementModel, given: Given) -> None:
        metres, norms = Lookup(given.travel.zone_m, UNREACHABLE_EXTRA_M), given.inventory.norms
        buildings = [b.id for b in given.inventory.buildings]
        each: dict[tuple[str, str], int] = {}
        for unit in given.units:
            area = unit.service_area
            visits = visits_by_zone(unit.visits_per_year, given.inventory.zones)
            rows = [{b: visit_co2_kg(count, metres(zone, b), norms) for b in buildings} for zone, count in visits]
            charge_nearest(model, {b: model.sits(unit.id, b) for b in buildings}, rows, unit.sites_max == 1)
            for b in buildings:
                if (area, b) not in each:
                    each[area, b] = commute_co2_kg(mean_journey(given.inventory.homes[area], metres, b), norms)
                model.charge(model.staff(unit.id, b) * each[area, b])

    def measure(self, given: Given, proposal: Proposal) -> int:
        lookup, norms = Lookup(given.travel.zone_m, UNREACHABLE_EXTRA_M), given.inventory.norms
        found: dict[tuple[str, str], int] = {}
        kilograms = 0
        for unit in given.units:
            seats = proposal.sites(unit.id)
            for zone, count in visits_by_zone(unit.visits_per_year, given.inventory.zones):
                shortest = min((lookup(zone, b) for b in seats), default=lookup.unreachable)
                kilograms += visit_co2_kg(count, shortest, norms)
            for building, staff in seats.items():
                key = (unit.service_area, building)
                if key not in found:
                    mean = mean_journey(given.inventory.homes[unit.service_area], lookup, building)
                    found[key] = commute_co2_kg(mean, norms)
                kilograms += staff * found[key]
        return kilograms
