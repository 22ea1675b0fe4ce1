"""What it all costs, as one sum today."""

from typing import ClassVar

from localisation.domain.costs import (
    annuity_factor_permille,
    move_cost_per_employee_k100,
    present_value_k100,
    thousands,
)
from localisation.domain.instance import Given
from localisation.domain.proposal import Proposal
from localisation.domain.transfers import people_moved
from localisation.rules.arrivals import arrivals
from localisation.rules.placement.base import PlacementMeasure, PlacementModel


class PresentValue(PlacementMeasure):
    """Refurbishment, moving, leases given up, and the annual cost over the scenario's horizon, as a present value.

    Raw: hundredths of a thousand of the place's currency. Constant prices and the scenario's real discount rate, paid
    at the end of each year (Rundskriv R-109/21). Buildings and refurbishments count in full; moving, for the
    selected units.
    """

    name: ClassVar[str] = "present_value"
    rests_on: ClassVar[tuple[str, ...]] = (
        "buildings.tenure",
        "buildings.*_nok_per_year",
        "buildings.exit_nok",
        "refurbishments.cost_nok",
        "today.staff",
        "units.staff",
        "units.equipment_m3",
        "norms.move_nok_per_*",
    )
    unit: ClassVar[str] = "thousands"
    raw_per_unit: ClassVar[int] = 100

    def encode(self, model: PlacementModel, given: Given) -> None:
        annuity = annuity_factor_permille(given.scenario.horizon_years, given.scenario.discount_permille)
        today = {s.building for u in given.inventory.units for s in u.today}
        for b in given.inventory.buildings:
            empty = present_value_k100(b, False, b.id in today, annuity)
            model.charge(model.used(b.id) * (present_value_k100(b, True, b.id in today, annuity) - empty) + empty)
            for option in b.refurbishments:
                model.charge(model.refurbished(option.id) * (100 * thousands(option.cost_nok)))
            for unit in given.units:
                model.charge(arrivals(model, unit, b.id) * move_cost_per_employee_k100(unit, given.inventory.norms))

    def measure(self, given: Given, proposal: Proposal) -> int:
        factor = annuity_factor_permille(given.scenario.horizon_years, given.scenario.discount_permille)
        value = 0
        for building in given.inventory.buildings:
            used_today = given.inventory.today.used(building.id)
            value += present_value_k100(building, proposal.used(building.id), used_today, factor)
            value += sum(
                100 * thousands(r.cost_nok) for r in building.refurbishments if r.id in proposal.refurbishments
            )
        for unit in given.units:
            moved = people_moved({s.building: s.staff for s in unit.today}, dict(proposal.sites(unit.id)))
            value += moved * move_cost_per_employee_k100(unit, given.inventory.norms)
        return value
