"""Enough inhabitants have a service within reach."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import ClassVar, Literal

import numpy as np
from numpy.typing import NDArray
from pydantic import Field

from localisation.domain.assessment import Breach
from localisation.domain.geography import Zone
from localisation.domain.instance import Given
from localisation.domain.proposal import Proposal
from localisation.domain.travel_table import TravelTable
from localisation.domain.visits import WEEK_DAYS
from localisation.rules.linear import Linear, total
from localisation.rules.parameters import TravelBy
from localisation.rules.placement.base import PlacementModel, PlacementRequirement
from localisation.rules.visiting import VisitingDays

NEVER_S = 10**9
"""Beyond any limit."""
MOST_CELLS = 60_000
"""With more pairs of zones (those with the same reach counted once) and buildings the model gets them as they are."""

Reach = NDArray[np.bool_]
Counts = NDArray[np.int64]


class PopulationCoverage(VisitingDays, PlacementRequirement):
    """At least so many per cent of the inhabitants are within so many minutes of a site of a selected unit.

    about: ("",), or (district,) when it must hold in each district. A zone that cannot reach a building is not
    within reach of it. Form: maximal covering (Church & ReVelle 1974), with what is not covered as the helper.

    Permanent sites count alone, unless the criterion names visiting days: then one who has only a visiting site within
    reach counts for that share of the week, a fifth for one day. It is the share on an average day.
    """

    name: ClassVar[str] = "population_coverage"
    rests_on: ClassVar[tuple[str, ...]] = ("zones.population",)
    travels: ClassVar[Literal["", "visits", "commute", "car"]] = "visits"
    speaks_of: ClassVar[tuple[str, ...]] = ("place",)
    looser: ClassVar[Mapping[str, int]] = {"share_percent": -1, "limit_min": 1}
    found_by_trial: ClassVar[tuple[str, ...]] = ("limit_min",)
    in_short: ClassVar[str] = "visiting_days"
    share_percent: int = Field(ge=0, le=100)
    limit_min: int = Field(ge=0)
    per: Literal["all", "district"] = "all"
    mode: TravelBy = "mix"

    def encode(self, model: PlacementModel, given: Given) -> None:
        buildings = [b.id for b in given.inventory.buildings]
        hosts = given.inventory.select(self.visiting) if self.visiting else ()
        guest = self.visiting_days if hosts else 0
        week = WEEK_DAYS if guest else 1
        own = [[model.sits(u.id, b) for u in given.units] for b in buildings]
        more = [[model.sits(h.id, b) for h in hosts] if self.receives(b) else [] for b in buildings]
        both = [[*o, *m] for o, m in zip(own, more, strict=True)]
        places: dict[str, list[Zone]] = defaultdict(list)
        for zone in given.inventory.zones:
            places[zone.district if self.per == "district" else ""].append(zone)
        for place, zones in places.items():
            seconds = TravelTable.of(given.times(self.mode).zone_s).between([z.id for z in zones], buildings, NEVER_S)
            reach, count = _alike(seconds <= 60 * self.limit_min, [z.population for z in zones])
            beyond = _beyond(model, own, reach, count * (week - guest))
            if guest:
                beyond += _beyond(model, both, reach, count * guest)
            people = int(count.sum())
            allowed = week * people * (100 - self.share_percent) // 100
            model.require(beyond <= allowed, about=(place,))

    def check(self, given: Given, proposal: Proposal) -> list[Breach]:
        sites = {b for unit in given.units for b in proposal.sites(unit.id)}
        visited = {b for b in self._visited(given, proposal) if b not in sites}
        days: dict[str, int] = defaultdict(int)
        everyone: dict[str, int] = defaultdict(int)
        zones = given.inventory.zones
        seconds = TravelTable.of(given.times(self.mode).zone_s).between(
            [z.id for z in zones], [*sites, *visited], NEVER_S
        )
        within = seconds <= self.limit_min * 60
        always, at_times = within[:, : len(sites)].any(axis=1), within.any(axis=1)
        open_days = np.where(always, WEEK_DAYS, np.where(at_times, self.visiting_days, 0))
        for zone, number in zip(zones, open_days.tolist(), strict=True):
            place = "" if self.per == "all" else zone.district
            everyone[place] += zone.population
            days[place] += number * zone.population
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


def _alike(reach: Reach, people: Sequence[int]) -> tuple[Reach, Counts]:
    """Zones that reach the same buildings as one: what they reach, and how many live there."""
    counts: dict[bytes, int] = defaultdict(int)
    first: dict[bytes, int] = {}
    for i, (row, number) in enumerate(zip(np.packbits(reach, axis=1), people, strict=True)):
        counts[row.tobytes()] += number
        first.setdefault(row.tobytes(), i)
    return reach[list(first.values())], np.array(list(counts.values()), dtype=np.int64)


def _beyond(model: PlacementModel, sits: Sequence[Sequence[Linear]], reach: Reach, count: Counts) -> Linear:
    """The sum of `count` over those who reach none of the buildings chosen."""
    if reach.size > MOST_CELLS:
        return model.nearest(sits, np.where(reach, 0, count[:, None]), count)
    none = [
        model.none_of(choice for b in np.flatnonzero(row).tolist() for choice in sits[b]) * number
        for row, number in zip(reach, count.tolist(), strict=True)
    ]
    return total(none)
