"""Units that are within reach of each other."""

from collections.abc import Mapping
from typing import ClassVar, Literal

from pydantic import Field

from localisation.domain.assessment import Breach
from localisation.domain.instance import Given
from localisation.domain.proposal import Proposal
from localisation.rules.linear import total
from localisation.rules.parameters import TravelBy, UnitSelectors
from localisation.rules.placement.base import PlacementModel, PlacementRequirement


class Near(PlacementRequirement):
    """Every site of each selected unit has a site of each of the others within so many minutes.

    about: (unit, other). `others` are selectors of units; travel is from the unit to the other, and it is employees who
    travel: `mode = "mix"` is the mix of journeys to work. The same building is always near; a pair that cannot be
    travelled never is. Visiting days mean nothing here: they are for inhabitants, and nobody works there on other days.
    """

    name: ClassVar[str] = "near"
    rests_on: ClassVar[tuple[str, ...]] = ("units.id",)
    travels: ClassVar[Literal["", "visits", "commute", "car"]] = "commute"
    speaks_of: ClassVar[tuple[str, ...]] = ("unit", "other")
    looser: ClassVar[Mapping[str, int]] = {"limit_min": 1}
    found_by_trial: ClassVar[tuple[str, ...]] = ("limit_min",)
    others: UnitSelectors = Field(min_length=1)
    limit_min: int = Field(ge=0)
    mode: TravelBy = "mix"

    def encode(self, model: PlacementModel, given: Given) -> None:
        buildings = [b.id for b in given.inventory.buildings]
        times = given.work_times(self.mode).building_s
        close = {
            b: [b, *(c for c, s in times.get(b, {}).items() if c != b and s <= 60 * self.limit_min)] for b in buildings
        }
        for other in given.inventory.select(self.others):
            for unit in given.units:
                if unit.id == other.id:
                    continue
                others = {c: sits for c in buildings if not (sits := model.sits(other.id, c)).never}
                for b in buildings:
                    if not (sits := model.sits(unit.id, b)).never:
                        near = total(others[c] for c in close[b] if c in others)
                        model.require(sits <= near, about=(unit.id, other.id))

    def check(self, given: Given, proposal: Proposal) -> list[Breach]:
        breaches = []
        for unit in given.units:
            for other in given.inventory.select(self.others):
                if other.id == unit.id:
                    continue
                far = [b for b in proposal.sites(unit.id) if not self._served(given, proposal, b, other.id)]
                if far:
                    breaches.append(Breach(about=(unit.id, other.id), holes={"in_buildings": tuple(sorted(far))}))
        return breaches

    def _served(self, given: Given, proposal: Proposal, building: str, other: str) -> bool:
        sites = proposal.sites(other)
        times = [given.work_times(self.mode).building_s.get(building, {}).get(c) for c in sites]
        return building in sites or any(t is not None and not t > self.limit_min * 60 for t in times)
