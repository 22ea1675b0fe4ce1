"""What it costs to rebuild."""

from typing import ClassVar

from localisation.domain.costs import thousands
from localisation.domain.instance import Given
from localisation.domain.proposal import Proposal
from localisation.rules.placement.base import PlacementMeasure, PlacementModel


class RefurbishmentCost(PlacementMeasure):
    """The price of the refurbishment options that are carried out.

    Raw: whole thousands of the place's currency, rounded once an option. A selection of units has no effect.
    """

    name: ClassVar[str] = "refurbishment_cost"
    rests_on: ClassVar[tuple[str, ...]] = ("refurbishments.cost_nok",)
    unit: ClassVar[str] = "thousands"
    concerns_units: ClassVar[bool] = False

    def encode(self, model: PlacementModel, given: Given) -> None:
        for building in given.inventory.buildings:
            for option in building.refurbishments:
                model.charge(model.refurbished(option.id) * thousands(option.cost_nok))

    def measure(self, given: Given, proposal: Proposal) -> int:
        options = (option for b in given.inventory.buildings for option in b.refurbishments)
        return sum(thousands(option.cost_nok) for option in options if option.id in proposal.refurbishments)
