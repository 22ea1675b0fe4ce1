"""What the premises cost a year."""

from typing import ClassVar

from localisation.domain.costs import annual_cost_k
from localisation.domain.instance import Given
from localisation.domain.proposal import Proposal
from localisation.rules.placement.base import PlacementMeasure, PlacementModel


class AnnualCost(PlacementMeasure):
    """Rent and running cost of all buildings for a year: those in use, and those owned that stand empty.

    Raw: whole thousands of the place's currency, rounded once a building. A selection of units has no effect.
    """

    name: ClassVar[str] = "annual_cost"
    rests_on: ClassVar[tuple[str, ...]] = (
        "buildings.tenure",
        "buildings.rent_nok_per_year",
        "buildings.running_nok_per_year",
        "buildings.idle_nok_per_year",
    )
    unit: ClassVar[str] = "thousands_per_year"
    concerns_units: ClassVar[bool] = False

    def encode(self, model: PlacementModel, given: Given) -> None:
        for building in given.inventory.buildings:
            empty = annual_cost_k(building, used=False)
            model.charge(model.used(building.id) * (annual_cost_k(building, used=True) - empty) + empty)

    def measure(self, given: Given, proposal: Proposal) -> int:
        return sum(annual_cost_k(b, proposal.used(b.id)) for b in given.inventory.buildings)
