"""A unit stays as it is."""

from typing import ClassVar

from localisation.domain.assessment import Breach
from localisation.domain.instance import Given
from localisation.domain.proposal import Proposal
from localisation.rules.placement.base import PlacementModel, PlacementRequirement


class Unchanged(PlacementRequirement):
    """Each selected unit sits exactly as today: the same buildings, the same number of staff in each.

    about: (unit,).
    """

    name: ClassVar[str] = "unchanged"
    rests_on: ClassVar[tuple[str, ...]] = ("today.staff",)
    speaks_of: ClassVar[tuple[str, ...]] = ("unit",)

    def encode(self, model: PlacementModel, given: Given) -> None:
        for unit in given.units:
            for building in given.inventory.buildings:
                today = unit.staff_today(building.id)
                if today:
                    model.require(model.staff(unit.id, building.id).equals(today), about=(unit.id,))
                else:
                    model.require(model.sits(unit.id, building.id) <= 0, about=(unit.id,))

    def check(self, given: Given, proposal: Proposal) -> list[Breach]:
        return [
            Breach(about=(unit.id,), holes={"today_buildings": tuple(dict.fromkeys(s.building for s in unit.today))})
            for unit in given.units
            if dict(proposal.sites(unit.id)) != {s.building: unit.staff_today(s.building) for s in unit.today}
        ]
