"""Workplaces that stand empty in buildings that are in use."""

from typing import ClassVar

from localisation.domain.building import Building
from localisation.domain.instance import Given
from localisation.domain.proposal import Proposal
from localisation.domain.vocabulary import SpaceKind
from localisation.rules.linear import Linear, total
from localisation.rules.placement.base import PlacementMeasure, PlacementModel


class UnusedSpace(PlacementMeasure):
    """Workplaces beyond what all units need, in the buildings in use, refurbishments counted in.

    Raw: hundredths of a workplace. A building with too few counts 0. A selection of units has no effect.
    """

    name: ClassVar[str] = "unused_space"
    rests_on: ClassVar[tuple[str, ...]] = ("spaces.amount", "needs.*", "units.staff", "refurbishments.adds_workplace")
    unit: ClassVar[str] = "workplaces"
    raw_per_unit: ClassVar[int] = 100
    concerns_units: ClassVar[bool] = False

    def encode(self, model: PlacementModel, given: Given) -> None:
        for building in given.inventory.buildings:
            needed = total(
                model.sits(u.id, building.id) * (100 * n.per_site) + model.staff(u.id, building.id) * n.per_100_staff
                for u in given.inventory.units
                for n in u.needs
                if n.kind is SpaceKind.WORKPLACE
            )
            spare = self._offered(model, building) - needed
            most = 100 * (
                building.spaces.get(SpaceKind.WORKPLACE, 0)
                + sum(max(0, r.adds_spaces.get(SpaceKind.WORKPLACE, 0)) for r in building.refurbishments)
            )
            if most > 0:
                empty = model.whole(0, most, f"empty workplaces {building.id}")
                model.always(empty >= spare)
                model.charge(empty)

    def _offered(self, model: PlacementModel, building: Building) -> Linear:
        """Hundredths of workplaces in the building if it is in use, 0 if not."""
        used = model.used(building.id)
        offered = used * (100 * building.spaces.get(SpaceKind.WORKPLACE, 0))
        for option in building.refurbishments:
            added = 100 * option.adds_spaces.get(SpaceKind.WORKPLACE, 0)
            if added:
                both = model.whole(0, 1, f"used and refurbished {option.id}")
                model.always(both >= used + model.refurbished(option.id) - 1)
                model.always(both <= model.refurbished(option.id))
                offered = offered + both * added
        return offered

    def measure(self, given: Given, proposal: Proposal) -> int:
        amount = 0
        for building_id, seats in proposal.by_building.items():
            building = given.inventory.building[building_id]
            needed = sum(given.inventory.unit[u].need_hundredths(SpaceKind.WORKPLACE, n) for u, n in seats.items())
            amount += max(0, 100 * building.space(SpaceKind.WORKPLACE, proposal.refurbishments) - needed)
        return amount
