"""How many people must change building."""

from typing import ClassVar

from localisation.domain.instance import Given
from localisation.domain.proposal import Proposal
from localisation.domain.transfers import people_moved
from localisation.rules.arrivals import arrivals
from localisation.rules.placement.base import PlacementMeasure, PlacementModel


class PeopleMoved(PlacementMeasure):
    """People of the selected units who change building when each building keeps as many as it can."""

    name: ClassVar[str] = "people_moved"
    rests_on: ClassVar[tuple[str, ...]] = ("today.staff", "units.staff")
    unit: ClassVar[str] = "people"

    def encode(self, model: PlacementModel, given: Given) -> None:
        for unit in given.units:
            for building in given.inventory.buildings:
                model.charge(arrivals(model, unit, building.id))

    def measure(self, given: Given, proposal: Proposal) -> int:
        return sum(
            people_moved({s.building: s.staff for s in u.today}, dict(proposal.sites(u.id))) for u in given.units
        )
