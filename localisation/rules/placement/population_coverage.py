"""Enough inhabitants have a service within reach."""

from collections import defaultdict
from typing import ClassVar, Literal

from pydantic import Field

from localisation.domain.assessment import Breach
from localisation.domain.instance import Given
from localisation.domain.proposal import Proposal
from localisation.rules.linear import total
from localisation.rules.parameters import TravelBy
from localisation.rules.placement.base import PlacementModel, PlacementRequirement


class PopulationCoverage(PlacementRequirement):
    """At least so many per cent of the inhabitants are within so many minutes of a site of a selected unit.

    about: ("",), or (district,) when it must hold in each district. A zone that cannot reach a building is not
    within reach of it. Form: maximal covering (Church & ReVelle 1974), with what is not covered as the helper.
    """

    name: ClassVar[str] = "population_coverage"
    travels: ClassVar[Literal["", "visits", "commute", "car"]] = "visits"
    speaks_of: ClassVar[tuple[str, ...]] = ("place",)
    share_percent: int = Field(ge=0, le=100)
    limit_min: int = Field(ge=0)
    per: Literal["all", "district"] = "all"
    mode: TravelBy = "mix"

    def encode(self, model: PlacementModel, given: Given) -> None:
        people: dict[str, int] = defaultdict(int)
        by_reach: dict[str, dict[tuple[str, ...], int]] = defaultdict(lambda: defaultdict(int))
        for zone in given.inventory.zones:
            place = zone.district if self.per == "district" else ""
            times = given.times(self.mode).zone_s.get(zone.id, {})
            reach = tuple(b.id for b in given.inventory.buildings if times.get(b.id, 10**9) <= 60 * self.limit_min)
            people[place] += zone.population
            by_reach[place][reach] += zone.population
        for place, groups in by_reach.items():
            beyond = total(
                model.none_of(model.sits(u.id, b) for b in reach for u in given.units) * count
                for reach, count in groups.items()
            )
            allowed = people[place] * (100 - self.share_percent) // 100
            model.require(beyond <= allowed, about=(place,))

    def check(self, given: Given, proposal: Proposal) -> list[Breach]:
        sites = {b for unit in given.units for b in proposal.sites(unit.id)}
        covered: dict[str, int] = defaultdict(int)
        everyone: dict[str, int] = defaultdict(int)
        times = given.times(self.mode).zone_s
        for zone in given.inventory.zones:
            place = "" if self.per == "all" else zone.district
            everyone[place] += zone.population
            nearest = min((s for b, s in times.get(zone.id, {}).items() if b in sites), default=None)
            if nearest is not None and nearest <= self.limit_min * 60:
                covered[place] += zone.population
        return [
            Breach(
                about=(place,),
                holes={"covered": covered[place], "people": count, "percent": 1000 * covered[place] // count / 10},
            )
            for place, count in everyone.items()
            if 100 * covered[place] < self.share_percent * count
        ]
