"""A unit may sit only in given places."""

from typing import ClassVar

from localisation.domain.assessment import Breach
from localisation.domain.instance import Given
from localisation.domain.proposal import Proposal
from localisation.rules.placement.base import PlacementModel, PlacementRequirement
from localisation.rules.where import Where


class AllowedLocation(Where, PlacementRequirement):
    """Every site of each selected unit lies in one of these buildings, local centres or districts.

    about: (unit,).
    """

    name: ClassVar[str] = "allowed_location"
    rests_on: ClassVar[tuple[str, ...]] = ("buildings.centre",)
    narrows: ClassVar[bool] = True
    speaks_of: ClassVar[tuple[str, ...]] = ("unit",)

    def encode(self, model: PlacementModel, given: Given) -> None:
        outside = [b for b in given.inventory.buildings if not self.holds(b)]
        for unit in given.units:
            for building in outside:
                model.require(model.sits(unit.id, building.id) <= 0, about=(unit.id,))

    def check(self, given: Given, proposal: Proposal) -> list[Breach]:
        breaches = []
        for unit in given.units:
            astray = [b for b in proposal.sites(unit.id) if not self.holds(given.inventory.building[b])]
            if astray:
                breaches.append(Breach(about=(unit.id,), holes={"in_buildings": tuple(sorted(astray))}))
        return breaches
