"""A unit may not sit in given places."""

from typing import ClassVar

from localisation.domain.assessment import Breach
from localisation.domain.instance import Given
from localisation.domain.proposal import Proposal
from localisation.rules.placement.base import PlacementModel, PlacementRequirement
from localisation.rules.where import Where


class ForbiddenLocation(Where, PlacementRequirement):
    """No selected unit has a site in any of these buildings, local centres or districts.

    about: (unit, building).
    """

    name: ClassVar[str] = "forbidden_location"
    rests_on: ClassVar[tuple[str, ...]] = ("buildings.centre",)
    narrows: ClassVar[bool] = True
    speaks_of: ClassVar[tuple[str, ...]] = ("unit", "building")

    def encode(self, model: PlacementModel, given: Given) -> None:
        for building in given.inventory.buildings:
            if self.holds(building):
                for unit in given.units:
                    model.require(model.sits(unit.id, building.id) <= 0, about=(unit.id, building.id))

    def check(self, given: Given, proposal: Proposal) -> list[Breach]:
        return [
            Breach(about=(unit.id, building))
            for unit in given.units
            for building in sorted(proposal.sites(unit.id))
            if self.holds(given.inventory.building[building])
        ]
