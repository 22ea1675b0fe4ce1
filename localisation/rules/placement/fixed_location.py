"""A unit must have a site in given buildings."""

from typing import ClassVar

from pydantic import Field

from localisation.domain.assessment import Breach
from localisation.domain.instance import Given
from localisation.domain.proposal import Proposal
from localisation.rules.parameters import BuildingIds
from localisation.rules.placement.base import PlacementModel, PlacementRequirement


class FixedLocation(PlacementRequirement):
    """Each selected unit has a site in each of these buildings (it may have others).

    about: (unit, building).
    """

    name: ClassVar[str] = "fixed_location"
    rests_on: ClassVar[tuple[str, ...]] = ("units.id", "buildings.id")
    narrows: ClassVar[bool] = True
    speaks_of: ClassVar[tuple[str, ...]] = ("unit", "building")
    buildings: BuildingIds = Field(min_length=1)

    def encode(self, model: PlacementModel, given: Given) -> None:
        for unit in given.units:
            for building in self.buildings:
                model.require(model.sits(unit.id, building) >= 1, about=(unit.id, building))

    def check(self, given: Given, proposal: Proposal) -> list[Breach]:
        return [
            Breach(about=(unit.id, building))
            for unit in given.units
            for building in dict.fromkeys(self.buildings)
            if building not in proposal.sites(unit.id)
        ]
