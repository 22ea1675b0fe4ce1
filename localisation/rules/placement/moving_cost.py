"""What it costs to move."""

from typing import ClassVar

from localisation.domain.costs import move_cost_per_employee_k100
from localisation.domain.instance import Given
from localisation.domain.proposal import Proposal
from localisation.domain.transfers import people_moved
from localisation.rules.arrivals import arrivals
from localisation.rules.placement.base import PlacementMeasure, PlacementModel


class MovingCost(PlacementMeasure):
    """The cost of moving the people of the selected units who change building, each with their share of equipment.

    Raw: hundredths of a thousand of the place's currency, so that the share of equipment stays whole.
    """

    name: ClassVar[str] = "moving_cost"
    rests_on: ClassVar[tuple[str, ...]] = ("today.staff", "units.staff", "units.equipment_m3", "norms.move_nok_per_*")
    unit: ClassVar[str] = "thousands"
    raw_per_unit: ClassVar[int] = 100

    def encode(self, model: PlacementModel, given: Given) -> None:
        for unit in given.units:
            price = move_cost_per_employee_k100(unit, given.inventory.norms)
            for building in given.inventory.buildings:
                model.charge(arrivals(model, unit, building.id) * price)

    def measure(self, given: Given, proposal: Proposal) -> int:
        cost = 0
        for unit in given.units:
            moved = people_moved({s.building: s.staff for s in unit.today}, dict(proposal.sites(unit.id)))
            cost += moved * move_cost_per_employee_k100(unit, given.inventory.norms)
        return cost
