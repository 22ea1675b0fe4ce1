"""How much the organisation leans on leases."""

from typing import ClassVar

from localisation.domain.instance import Given
from localisation.domain.proposal import Proposal
from localisation.domain.vocabulary import SpaceKind, Tenure
from localisation.rules.placement.base import PlacementMeasure, PlacementModel


class LeasedWorkplaces(PlacementMeasure):
    """Workplaces the selected units need in buildings that are leased, or would have to be.

    Raw: hundredths of a workplace, as needs are counted.
    """

    name: ClassVar[str] = "leased_workplaces"
    rests_on: ClassVar[tuple[str, ...]] = ("needs.*", "units.staff", "buildings.tenure")
    unit: ClassVar[str] = "workplaces"
    raw_per_unit: ClassVar[int] = 100

    def encode(self, model: PlacementModel, given: Given) -> None:
        for building in given.inventory.buildings:
            if building.tenure is Tenure.OWNED:
                continue
            for unit in given.units:
                for need in unit.needs:
                    if need.kind is SpaceKind.WORKPLACE:
                        model.charge(model.sits(unit.id, building.id) * (100 * need.per_site))
                        model.charge(model.staff(unit.id, building.id) * need.per_100_staff)

    def measure(self, given: Given, proposal: Proposal) -> int:
        leased = {b.id for b in given.inventory.buildings if b.tenure in (Tenure.LEASED, Tenure.OPTION)}
        return sum(
            unit.need_hundredths(SpaceKind.WORKPLACE, staff)
            for unit in given.units
            for building, staff in proposal.sites(unit.id).items()
            if building in leased
        )
