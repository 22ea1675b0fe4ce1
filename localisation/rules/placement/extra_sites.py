"""How many sites there are beyond one a unit."""

from typing import ClassVar

from localisation.domain.instance import Given
from localisation.domain.proposal import Proposal
from localisation.rules.placement.base import PlacementMeasure, PlacementModel


class ExtraSites(PlacementMeasure):
    """Sites of the selected units beyond the first of each: what a split costs in a professional environment."""

    name: ClassVar[str] = "extra_sites"
    rests_on: ClassVar[tuple[str, ...]] = ("units.id",)
    unit: ClassVar[str] = "sites"

    def encode(self, model: PlacementModel, given: Given) -> None:
        for unit in given.units:
            for building in given.inventory.buildings:
                model.charge(model.sits(unit.id, building.id))
            model.charge(-1)

    def measure(self, given: Given, proposal: Proposal) -> int:
        return sum(len(proposal.sites(unit.id)) - 1 for unit in given.units)
