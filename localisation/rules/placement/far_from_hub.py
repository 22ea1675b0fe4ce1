"""Staff far from public transport."""

from typing import ClassVar

from pydantic import Field

from localisation.domain.instance import Given
from localisation.domain.proposal import Proposal
from localisation.rules.placement.base import PlacementMeasure, PlacementModel


class FarFromHub(PlacementMeasure):
    """Staff of the selected units in buildings farther than so many metres from a hub of public transport.

    A building whose distance is unknown counts as far.
    """

    name: ClassVar[str] = "far_from_hub"
    rests_on: ClassVar[tuple[str, ...]] = ("units.staff", "buildings.transit_hub_m")
    unit: ClassVar[str] = "people"
    limit_m: int = Field(ge=0)

    def encode(self, model: PlacementModel, given: Given) -> None:
        for building in given.inventory.buildings:
            if building.transit_hub_m is None or building.transit_hub_m > self.limit_m:
                for unit in given.units:
                    model.charge(model.staff(unit.id, building.id))

    def measure(self, given: Given, proposal: Proposal) -> int:
        hubs = {b.id: b.transit_hub_m for b in given.inventory.buildings}
        near = {b for b, metres in hubs.items() if metres is not None and metres <= self.limit_m}
        return sum(staff for u in given.units for b, staff in proposal.sites(u.id).items() if b not in near)
