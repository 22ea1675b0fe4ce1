"""Enough inhabitants have a service within reach."""

from collections import defaultdict
from typing import ClassVar, Literal

from pydantic import Field

from localisation.domain.assessment import Breach
from localisation.domain.instance import Given
from localisation.domain.proposal import Proposal
from localisation.domain.visits import WEEK_DAYS
from localisation.rules.linear import Linear, total
from localisation.rules.parameters import TravelBy
from localisation.rules.placement.base import PlacementModel, PlacementRequirement
from localisation.rules.visiting import VisitingDays


class PopulationCoverage(VisitingDays, PlacementRequirement):
    """At least so many per cent of the inhabitants are within so many minutes of a site of a selected unit.

    about: ("",), or (district,) when it must hold in each district. A zone that cannot reach a building is not
    within reach of it. Form: maximal covering (Church & ReVelle 1974), with what is not covered as the helper.

    Permanent sites count alone, unless the criterion names visiting days: then one who has only a visiting site within
    reach counts for that share of the week, a fifth for one day. It is the share on an average day.
    """

    name: ClassVar[str] = "population_coverage"
    travels: ClassVar[Literal["", "visits", "commute", "car"]] = "visits"
    speaks_of: ClassVar[tuple[str, ...]] = ("place",)
    in_short: ClassVar[str] = "visiting_days"
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
        hosts = given.inventory.select(self.visiting) if self.visiting else ()
        guest = self.visiting_days if hosts else 0
        week = WEEK_DAYS if guest else 1
        for place, groups in by_reach.items():
            beyond: list[Linear] = []
            for reach, count in groups.items():
                own = [model.sits(u.id, b) for b in reach for u in given.units]
                beyond.append(model.none_of(own) * (count * (week - guest)))
                if guest:
                    more = [model.sits(h.id, b) for b in reach if self.receives(b) for h in hosts]
                    beyond.append(model.none_of([*own, *more]) * (count * guest))
            allowed = week * people[place] * (100 - self.share_percent) // 100
            model.require(total(beyond) <= allowed, about=(place,))

    def check(self, given: Given, proposal: Proposal) -> list[Breach]:
        sites = {b for unit in given.units for b in proposal.sites(unit.id)}
        visited = {b for b in self._visited(given, proposal) if b not in sites}
        days: dict[str, int] = defaultdict(int)
        everyone: dict[str, int] = defaultdict(int)
        times = given.times(self.mode).zone_s
        for zone in given.inventory.zones:
            place = "" if self.per == "all" else zone.district
            everyone[place] += zone.population
            near = {b for b, s in times.get(zone.id, {}).items() if s <= self.limit_min * 60}
            open_days = WEEK_DAYS if near & sites else self.visiting_days if near & visited else 0
            days[place] += open_days * zone.population
        return [
            Breach(
                about=(place,),
                holes={
                    "covered": days[place] // WEEK_DAYS,
                    "people": count,
                    "percent": 1000 * days[place] // (WEEK_DAYS * count) / 10,
                },
            )
            for place, count in everyone.items()
            if 100 * days[place] < self.share_percent * count * WEEK_DAYS
        ]

    def _visited(self, given: Given, proposal: Proposal) -> set[str]:
        hosts = given.inventory.select(self.visiting) if self.visiting else ()
        return {b for host in hosts for b in proposal.sites(host.id) if self.receives(b)}
