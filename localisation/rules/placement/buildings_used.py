"""Buildings that must be in use."""

from typing import ClassVar

from pydantic import Field

from localisation.domain.assessment import Breach
from localisation.domain.instance import Given
from localisation.domain.proposal import Proposal
from localisation.rules.linear import total
from localisation.rules.parameters import BuildingIds
from localisation.rules.placement.base import PlacementModel, PlacementRequirement


class BuildingsUsed(PlacementRequirement):
    """Each of these buildings has at least one of the selected units.

    about: (building,).
    """

    name: ClassVar[str] = "buildings_used"
    rests_on: ClassVar[tuple[str, ...]] = ("buildings.id",)
    speaks_of: ClassVar[tuple[str, ...]] = ("building",)
    buildings: BuildingIds = Field(min_length=1)

    def encode(self, model: PlacementModel, given: Given) -> None:
        for building in self.buildings:
            model.require(total(model.sits(u.id, building) for u in given.units) >= 1, about=(building,))

    def check(self, given: Given, proposal: Proposal) -> list[Breach]:
        return [
            Breach(about=(building,))
            for building in dict.fromkeys(self.buildings)
            if not any(building in proposal.sites(u.id) for u in given.units)
        ]
