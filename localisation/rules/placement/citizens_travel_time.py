"""How long inhabitants travel to the services."""

from typing import ClassVar

from localisation.domain.instance import Given
from localisation.domain.proposal import Proposal
from localisation.domain.visits import visit_minutes
from localisation.rules.nearest import charge_nearest
from localisation.rules.placement.base import PlacementMeasure, PlacementModel


class CitizensTravelTime(PlacementMeasure):
    """Inhabitants' time to and from the nearest site of each selected unit they visit, over a year.

    Raw: person-minutes a year, rounded once a zone. A unit's visits are spread over the zones by population (whole
    visits, none lost). What cannot be reached counts as `Lookup` says. The p-median problem.
    """

    name: ClassVar[str] = "citizens_travel_time"
    unit: ClassVar[str] = "hours_per_year"
    raw_per_unit: ClassVar[int] = 60

    def encode(self, model: PlacementModel, given: Given) -> None:
        seconds = given.journeys.seconds()
        buildings = [b.id for b in given.inventory.buildings]
        for unit in given.units:
            visits = given.journeys.visits(unit.visits_per_year)
            rows = [{b: visit_minutes(count, seconds(zone, b)) for b in buildings} for zone, count in visits]
            charge_nearest(model, {b: model.sits(unit.id, b) for b in buildings}, rows, unit.sites_max == 1)

    def measure(self, given: Given, proposal: Proposal) -> int:
        minutes = 0
        for unit in given.units:
            sites = frozenset(proposal.sites(unit.id))
            for zone, count in given.journeys.visits(unit.visits_per_year):
                minutes += visit_minutes(count, given.journeys.seconds().nearest(zone, sites))
        return minutes
