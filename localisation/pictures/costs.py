"""What a proposal costs, part by part."""

from dataclasses import dataclass

from localisation.domain.costs import (
    annual_cost_k,
    annuity_factor_permille,
    exit_cost_k,
    move_cost_per_employee_k100,
    present_value_k100,
    thousands,
)
from localisation.domain.instance import Instance
from localisation.domain.proposal import Proposal
from localisation.domain.transfers import people_moved


@dataclass(frozen=True, slots=True, kw_only=True)
class Costs:
    """Hundredths of a thousand of the place's currency; `annual` is for one year, `running` its present value."""

    refurbishment: int
    moving: int
    exit: int
    annual: int
    running: int

    @property
    def total(self) -> int:
        """The present value of everything over the scenario's horizon."""
        return self.refurbishment + self.moving + self.exit + self.running


def costs(instance: Instance, proposal: Proposal) -> Costs:
    """The parts add up to what the rule `present_value` measures for all units."""
    inventory, scenario = instance.inventory, instance.scenario
    annuity = annuity_factor_permille(scenario.horizon_years, scenario.discount_permille)
    annual = leaving = value = works = 0
    for b in inventory.buildings:
        used, used_today = proposal.used(b.id), inventory.today.used(b.id)
        annual += 100 * annual_cost_k(b, used)
        leaving += 100 * exit_cost_k(b, used, used_today)
        value += present_value_k100(b, used, used_today, annuity)
        works += sum(100 * thousands(r.cost_nok) for r in b.refurbishments if r.id in proposal.refurbishments)
    moving = sum(
        move_cost_per_employee_k100(u, inventory.norms)
        * people_moved({s.building: s.staff for s in u.today}, dict(proposal.sites(u.id)))
        for u in inventory.units
    )
    return Costs(refurbishment=works, moving=moving, exit=leaving, annual=annual, running=value - leaving)
