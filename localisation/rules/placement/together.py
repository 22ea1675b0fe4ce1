"""Units that share buildings."""

from typing import ClassVar

from pydantic import Field

from localisation.domain.assessment import Breach
from localisation.domain.instance import Given
from localisation.domain.proposal import Proposal
from localisation.rules.parameters import UnitSelectors
from localisation.rules.placement.base import PlacementModel, PlacementRequirement


class Together(PlacementRequirement):
    """Every building with a selected unit also has each of the hosts; two units with one site each share a building.

    about: (unit, host). `hosts` are selectors of units; a unit is never its own host. The host may have more sites.
    """

    name: ClassVar[str] = "together"
    rests_on: ClassVar[tuple[str, ...]] = ("units.id",)
    speaks_of: ClassVar[tuple[str, ...]] = ("unit", "host")
    hosts: UnitSelectors = Field(min_length=1)

    def encode(self, model: PlacementModel, given: Given) -> None:
        for host in given.inventory.select(self.hosts):
            for unit in given.units:
                if unit.id == host.id:
                    continue
                for building in given.inventory.buildings:
                    model.require(
                        model.sits(unit.id, building.id) <= model.sits(host.id, building.id), about=(unit.id, host.id)
                    )

    def check(self, given: Given, proposal: Proposal) -> list[Breach]:
        breaches = []
        for unit in given.units:
            for host in given.inventory.select(self.hosts):
                alone = set(proposal.sites(unit.id)) - set(proposal.sites(host.id))
                if alone and host.id != unit.id:
                    breaches.append(Breach(about=(unit.id, host.id), holes={"in_buildings": tuple(sorted(alone))}))
        return breaches
