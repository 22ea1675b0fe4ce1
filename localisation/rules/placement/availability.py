"""Buildings can be used when they are needed."""

from datetime import date, timedelta
from itertools import combinations
from typing import ClassVar

from localisation.domain.assessment import Breach
from localisation.domain.building import Building, Refurbishment
from localisation.domain.instance import Given
from localisation.domain.proposal import Proposal
from localisation.rules.linear import total
from localisation.rules.parameters import YesNo
from localisation.rules.placement.base import PlacementModel, PlacementRequirement


class Availability(PlacementRequirement):
    """A building with a selected unit can be used from the day it must be in place until it is no longer needed.

    about: (unit, building). The refurbishments carried out in a building follow one another from the scenario's start,
    or from when the building is to be had, and take calendar weeks: public holidays and other days off do not lengthen
    them here, as they do in a plan of moves. A lease that ends before the need does is a breach only when leases
    cannot be extended.
    """

    name: ClassVar[str] = "availability"
    rests_on: ClassVar[tuple[str, ...]] = (
        "buildings.available_from",
        "buildings.available_until",
        "buildings.lease_end",
        "refurbishments.weeks",
    )
    states_physics: ClassVar[bool] = True
    narrows: ClassVar[bool] = True
    speaks_of: ClassVar[tuple[str, ...]] = ("unit", "building")
    leases_can_be_extended: YesNo = True

    def encode(self, model: PlacementModel, given: Given) -> None:
        until, start = given.scenario.needed_until, given.scenario.start
        for building in given.inventory.buildings:
            ends = [building.available_until, None if self.leases_can_be_extended else building.lease_end]
            days = (given.scenario.in_place_by - max(start, building.available_from or start)).days
            if days < 0 or any(end is not None and end < until for end in ends):
                for unit in given.units:
                    model.require(model.sits(unit.id, building.id) <= 0, about=(unit.id, building.id))
                continue
            for too_long in _minimal_too_long(building.refurbishments, days // 7):
                options = total(model.refurbished(r.id) for r in too_long)
                for unit in given.units:
                    model.require(
                        options + model.sits(unit.id, building.id) <= len(too_long), about=(unit.id, building.id)
                    )

    def check(self, given: Given, proposal: Proposal) -> list[Breach]:
        breaches = []
        for unit in given.units:
            for building_id in sorted(proposal.sites(unit.id)):
                building = given.inventory.building[building_id]
                ready = self._ready(given, proposal, building)
                end = self._end(building)
                first, last = given.scenario.in_place_by, given.scenario.needed_until
                if ready > first or (end is not None and end < last):
                    holes = {"ready": ready, "end": end, "needed_from": first, "needed_until": last}
                    breaches.append(Breach(about=(unit.id, building_id), holes=holes))
        return breaches

    def _ready(self, given: Given, proposal: Proposal, building: Building) -> date:
        weeks = sum(r.weeks for r in building.refurbishments if r.id in proposal.refurbishments)
        first = given.scenario.start
        if building.available_from is not None and building.available_from > first:
            first = building.available_from
        return first + timedelta(weeks=weeks)

    def _end(self, building: Building) -> date | None:
        dates = (
            [building.available_until]
            if self.leases_can_be_extended
            else [
                building.available_until,
                building.lease_end,
            ]
        )
        return min((d for d in dates if d is not None), default=None)


def _minimal_too_long(options: tuple[Refurbishment, ...], weeks: int) -> list[tuple[Refurbishment, ...]]:
    """The smallest sets of options that together last longer than `weeks` (minimal covers of a knapsack)."""
    return [
        chosen
        for size in range(1, len(options) + 1)
        for chosen in combinations(options, size)
        if sum(r.weeks for r in chosen) > weeks >= sum(r.weeks for r in chosen) - min(r.weeks for r in chosen)
    ]
