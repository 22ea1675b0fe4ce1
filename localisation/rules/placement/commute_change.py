"""How much longer or shorter employees travel to work."""

from typing import ClassVar, Literal

from localisation.domain.commute import commute_minutes
from localisation.domain.instance import Given
from localisation.domain.proposal import Proposal
from localisation.rules.placement.base import PlacementMeasure, PlacementModel


class CommuteChange(PlacementMeasure):
    """The selected units' employees' time to and from work over a year, less what it is today (below 0: shorter).

    Raw: person-minutes a year, rounded once for each service area and building. From aggregated homes by service area;
    everyone in a service area is taken to live as the mean does. Staff without a seat today count from nothing.
    """

    name: ClassVar[str] = "commute_change"
    rests_on: ClassVar[tuple[str, ...]] = (
        "today.staff",
        "units.staff",
        "origins.employees",
        "zones.population",
        "norms.working_days_per_year",
        "norms.attendance_percent",
    )
    travels: ClassVar[Literal["", "visits", "commute", "car"]] = "commute"
    uses_homes: ClassVar[bool] = True
    unit: ClassVar[str] = "hours_per_year"
    raw_per_unit: ClassVar[int] = 60

    def encode(self, model: PlacementModel, given: Given) -> None:
        norms, journeys = given.inventory.norms, given.journeys
        for unit in given.units:
            for b in given.inventory.buildings:
                new = model.staff(unit.id, b.id) - unit.staff_today(b.id)
                model.charge(new * commute_minutes(journeys.mean_seconds(unit.service_area, b.id), norms))

    def measure(self, given: Given, proposal: Proposal) -> int:
        return _minutes(given, proposal) - _minutes(given, given.inventory.today)


def _minutes(given: Given, proposal: Proposal) -> int:
    return sum(
        staff * commute_minutes(given.journeys.mean_seconds(unit.service_area, building), given.inventory.norms)
        for unit in given.units
        for building, staff in proposal.sites(unit.id).items()
    )
