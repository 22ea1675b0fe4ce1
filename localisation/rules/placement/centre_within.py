"""No local centre lies too far from a service."""

from collections.abc import Mapping
from typing import ClassVar, Literal

from pydantic import Field

from localisation.domain.assessment import Breach
from localisation.domain.instance import Given
from localisation.domain.proposal import Proposal
from localisation.rules.linear import total
from localisation.rules.parameters import TravelBy
from localisation.rules.placement.base import PlacementModel, PlacementRequirement


class CentreWithin(PlacementRequirement):
    """Every local centre has a site of a selected unit within so many minutes.

    about: (centre,). A building that cannot be reached from the centre is not within any time. Only permanent sites
    count: a limit is a promise for every day of the week, and a visiting day once a week does not keep it.
    """

    name: ClassVar[str] = "centre_within"
    rests_on: ClassVar[tuple[str, ...]] = ("centres.id",)
    travels: ClassVar[Literal["", "visits", "commute", "car"]] = "visits"
    speaks_of: ClassVar[tuple[str, ...]] = ("centre",)
    looser: ClassVar[Mapping[str, int]] = {"limit_min": 1}
    found_by_trial: ClassVar[tuple[str, ...]] = ("limit_min",)
    limit_min: int = Field(ge=0)
    mode: TravelBy = "mix"

    def encode(self, model: PlacementModel, given: Given) -> None:
        known = given.inventory.building
        for centre in given.inventory.centres:
            times = given.times(self.mode).centre_s.get(centre.id, {})
            reach = [b for b, seconds in times.items() if seconds <= 60 * self.limit_min and b in known]
            model.require(total(model.sits(u.id, b) for u in given.units for b in reach) >= 1, about=(centre.id,))

    def check(self, given: Given, proposal: Proposal) -> list[Breach]:
        breaches = []
        sites = [b for unit in given.units for b in proposal.sites(unit.id)]
        for centre in given.inventory.centres:
            times = [s for b in sites if (s := given.times(self.mode).centre_s.get(centre.id, {}).get(b)) is not None]
            if not times or min(times) > self.limit_min * 60:
                nearest = -(-min(times) // 60) if times else None
                breaches.append(Breach(about=(centre.id,), holes={"nearest_min": nearest}))
        return breaches
