"""Neither too many sites nor too small ones."""

from typing import ClassVar

from localisation.domain.assessment import Breach
from localisation.domain.instance import Given
from localisation.domain.proposal import Proposal
from localisation.rules.linear import total
from localisation.rules.placement.base import PlacementModel, PlacementRequirement


class SitesPerUnit(PlacementRequirement):
    """Each selected unit has as many sites as it may, and its smallest part of staff in each.

    about: (unit,). Between `sites_min` and `sites_max` sites; a unit that may have several has at
    least `smallest_part` staff in each.
    """

    name: ClassVar[str] = "sites_per_unit"
    rests_on: ClassVar[tuple[str, ...]] = ("units.sites_min", "units.sites_max", "units.smallest_part")
    states_physics: ClassVar[bool] = True
    missed_if_absent: ClassVar[bool] = True
    speaks_of: ClassVar[tuple[str, ...]] = ("unit",)

    def encode(self, model: PlacementModel, given: Given) -> None:
        buildings = [b.id for b in given.inventory.buildings]
        for unit in given.units:
            sites = total(model.sits(unit.id, b) for b in buildings)
            model.require(sites >= unit.sites_min, about=(unit.id,))
            model.require(sites <= unit.sites_max, about=(unit.id,))
            if unit.sites_max > 1 and unit.smallest_part > 1:
                for b in buildings:
                    smallest = model.sits(unit.id, b) * unit.smallest_part
                    model.require(model.staff(unit.id, b) >= smallest, about=(unit.id,))

    def check(self, given: Given, proposal: Proposal) -> list[Breach]:
        breaches = []
        for unit in given.units:
            seats = proposal.sites(unit.id)
            too_small = unit.sites_max > 1 and any(staff < unit.smallest_part for staff in seats.values())
            if too_small or len(seats) not in range(unit.sites_min, unit.sites_max + 1):
                several = unit.sites_min < unit.sites_max
                holes = {
                    "count": len(seats),
                    "sites_allowed": f"{unit.sites_min}–{unit.sites_max}" if several else unit.sites_min,
                    "smallest_part": unit.smallest_part,
                    "smallest_found": min(seats.values(), default=0),
                }
                breaches.append(Breach(about=(unit.id,), holes=holes))
        return breaches
