"""Buildings that must not be used."""

from typing import ClassVar

from pydantic import Field

from localisation.domain.assessment import Breach
from localisation.domain.instance import Given
from localisation.domain.proposal import Proposal
from localisation.rules.parameters import BuildingIds
from localisation.rules.placement.base import PlacementModel, PlacementRequirement


class BuildingsClosed(PlacementRequirement):
    """None of these buildings has any of the selected units.

    about: (building,).
    """

    name: ClassVar[str] = "buildings_closed"
    rests_on: ClassVar[tuple[str, ...]] = ("buildings.id",)
    narrows: ClassVar[bool] = True
    speaks_of: ClassVar[tuple[str, ...]] = ("building",)
    buildings: BuildingIds = Field(min_length=1)

    @classmethod
    def binds_each_unit(cls) -> bool:
        return True

    def encode(self, model: PlacementModel, given: Given) -> None:
        for building in self.buildings:
            for unit in given.units:
                model.require(model.sits(unit.id, building) <= 0, about=(building,))

    def check(self, given: Given, proposal: Proposal) -> list[Breach]:
        breaches = []
        for building in dict.fromkeys(self.buildings):
            found = tuple(u.id for u in given.units if building in proposal.sites(u.id))
            if found:
                breaches.append(Breach(about=(building,), holes={"in_units": found}))
        return breaches
