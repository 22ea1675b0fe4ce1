"""No more than so many buildings in use."""

from collections.abc import Mapping
from typing import ClassVar

from pydantic import Field

from localisation.domain.assessment import Breach
from localisation.domain.building import Building
from localisation.domain.instance import Given
from localisation.domain.proposal import Proposal
from localisation.rules.linear import Linear, total
from localisation.rules.parameters import CentreIds, DistrictIds
from localisation.rules.placement.base import PlacementModel, PlacementRequirement


class BuildingLimit(PlacementRequirement):
    """The selected units use at most so many buildings, in these local centres and districts or in all.

    about: ("",).
    """

    name: ClassVar[str] = "building_limit"
    rests_on: ClassVar[tuple[str, ...]] = ("buildings.centre",)
    speaks_of: ClassVar[tuple[str, ...]] = ("place",)
    looser: ClassVar[Mapping[str, int]] = {"at_most": 1}
    at_most: int = Field(ge=0)
    centres: CentreIds = ()
    districts: DistrictIds = ()

    def encode(self, model: PlacementModel, given: Given) -> None:
        there = [
            b.id
            for b in given.inventory.buildings
            if b.centre in self.centres or b.district in self.districts or not (self.centres or self.districts)
        ]
        model.require(total(self._used(model, given, b) for b in there) <= self.at_most, about=("",))

    def _used(self, model: PlacementModel, given: Given, building: str) -> Linear:
        if len(given.units) == len(given.inventory.units):
            return model.used(building)
        used = model.whole(0, 1, f"used by selected units {building}")
        for unit in given.units:
            model.always(used >= model.sits(unit.id, building))
        return used

    def check(self, given: Given, proposal: Proposal) -> list[Breach]:
        used = {b for u in given.units for b in proposal.sites(u.id) if self._counts(given.inventory.building[b])}
        return [Breach(about=("",), holes={"count": len(used)})] if len(used) > self.at_most else []

    def _counts(self, building: Building) -> bool:
        everywhere = not (self.centres or self.districts)
        return everywhere or building.centre in self.centres or building.district in self.districts
