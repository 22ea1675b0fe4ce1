"""Units that do not share buildings."""

from typing import ClassVar

from pydantic import Field

from localisation.domain.assessment import Breach
from localisation.domain.instance import Given
from localisation.domain.proposal import Proposal
from localisation.rules.parameters import UnitSelectors
from localisation.rules.placement.base import PlacementModel, PlacementRequirement


class Apart(PlacementRequirement):
    """No selected unit shares a building with any of the others.

    about: (unit, other). `others` are selectors of units.
    """

    name: ClassVar[str] = "apart"
    rests_on: ClassVar[tuple[str, ...]] = ("units.id",)
    speaks_of: ClassVar[tuple[str, ...]] = ("unit", "other")
    others: UnitSelectors = Field(min_length=1)

    def encode(self, model: PlacementModel, given: Given) -> None:
        for other in given.inventory.select(self.others):
            for unit in given.units:
                if unit.id == other.id:
                    continue
                for b in given.inventory.buildings:
                    model.require(
                        model.sits(unit.id, b.id) + model.sits(other.id, b.id) <= 1, about=(unit.id, other.id)
                    )

    def check(self, given: Given, proposal: Proposal) -> list[Breach]:
        breaches = []
        for unit in given.units:
            for other in given.inventory.select(self.others):
                shared = proposal.sites(unit.id).keys() & proposal.sites(other.id).keys()
                if shared and other.id != unit.id:
                    breaches.append(Breach(about=(unit.id, other.id), holes={"in_buildings": tuple(sorted(shared))}))
        return breaches
