"""How a service is reached in a proposal: figures for everyone, for the former municipalities and for the centres."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from math import dist

from localisation.domain.instance import Instance
from localisation.domain.proposal import Proposal
from localisation.domain.travel import MIX, TravelTimes
from localisation.domain.visits import WEEK_DAYS
from localisation.geography.accessibility import (
    equality,
    floating_catchment,
    mean_time,
    percentile_time,
    worst_centre,
)
from localisation.geography.accessibility.equality import Equality
from localisation.geography.accessibility.worst_centre import WorstCentre
from localisation.pictures.travel.limits import Limit, limits_of, mode_of, percent_within
from localisation.pictures.travel.reach import seconds_to
from localisation.pictures.travel.service import Service, opening

CATCHMENT_MIN = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """Some of the inhabitants: minutes to the nearest site, None where nobody or too many reach none."""

    people: int
    mean_min: float | None
    median_min: float | None
    p90_min: float | None
    within: tuple[tuple[int, float | None], ...]
    """(minutes, per cent of all of them within) for each limit of the service by this mode."""
    unreached: int
    """How many of them reach no site."""


@dataclass(frozen=True, kw_only=True)
class AccessFigures:
    """A service in one proposal, by the mode mix of visits or one mode; what is costly is worked out when asked for."""

    instance: Instance
    service: Service
    proposal: Proposal
    mode: str = MIX

    @cached_property
    def travel(self) -> TravelTimes:
        """Travel by the mode."""
        return self.instance.times(self.mode)

    @cached_property
    def opening(self) -> Mapping[str, int]:
        """Days a week by building."""
        return opening(self.instance, self.service, self.proposal)

    @cached_property
    def seconds(self) -> dict[str, float]:
        """Seconds from each zone to the nearest open site."""
        return seconds_to(self.travel.zone_s, self.opening)

    @cached_property
    def people(self) -> dict[str, int]:
        """Inhabitants by zone."""
        return {z.id: z.population for z in self.instance.inventory.zones}

    @cached_property
    def limits(self) -> tuple[Limit, ...]:
        """The limits criteria have, by this mode, for how far inhabitants should have to this service."""
        mine = mode_of(self.instance, self.mode)
        return tuple(limit for limit in limits_of(self.instance, self.service) if limit.mode == mine)

    @cached_property
    def everyone(self) -> Part:
        """All inhabitants."""
        return self._part(self.people)

    @cached_property
    def districts(self) -> dict[str, Part]:
        """By former municipality, in the order the centres name them."""
        zones = self.instance.inventory.zones
        return {
            d: self._part({z.id: z.population for z in zones if z.district == d})
            for d in self.instance.inventory.districts
        }

    @cached_property
    def centres(self) -> dict[str, Part]:
        """By local centre: those who live nearer to it than to any other, as the crow flies."""
        inventory = self.instance.inventory
        around: dict[str, dict[str, int]] = {c.id: {} for c in inventory.centres}
        for zone in inventory.zones:
            at = (zone.easting_m, zone.northing_m)
            nearest = min(inventory.centres, key=lambda c: dist(at, (c.easting_m, c.northing_m)))
            around[nearest.id][zone.id] = zone.population
        return {key: self._part(people) for key, people in around.items()}

    @cached_property
    def equality(self) -> Equality:
        """How alike the former municipalities are."""
        district = {z.id: z.district for z in self.instance.inventory.zones}
        return equality(self.seconds, self.people, district)

    @cached_property
    def worst_centre(self) -> WorstCentre:
        """The local centre with the longest way to a permanent site, as the rule `centre_within` has it."""
        rows = self.travel.centre_s
        found = seconds_to(rows, dict.fromkeys(self.service.sites(self.proposal), WEEK_DAYS))
        return worst_centre({c.id: found.get(c.id) for c in self.instance.inventory.centres})

    @cached_property
    def staff_per_1000(self) -> dict[str, float]:
        """Staff within `CATCHMENT_MIN` per 1,000 inhabitants who compete for them (2SFCA), the mean by district."""
        staff = self.service.staff(self.proposal)
        people = {key: float(count) for key, count in self.people.items()}
        capacity = {key: float(count) for key, count in staff.items()}
        if not capacity:
            return {}
        found = floating_catchment(self.travel.zone_s, people, capacity, 60 * CATCHMENT_MIN).by_zone
        means = {}
        for district in self.instance.inventory.districts:
            own = [z for z in self.instance.inventory.zones if z.district == district and z.population]
            whole = sum(z.population for z in own)
            if whole:
                means[district] = 1000 * sum(z.population * found[z.id] for z in own) / whole
        return means

    @cached_property
    def _days(self) -> dict[Limit, Mapping[str, int]]:
        return {limit: limit.days(self.instance, self.service, self.proposal) for limit in self.limits}

    def _part(self, people: Mapping[str, int]) -> Part:
        seconds = {key: self.seconds[key] for key in people if key in self.seconds}
        folk = dict(people)
        mean = mean_time(seconds, folk)
        within = (
            (limit.minutes, percent_within(self.travel.zone_s, folk, self._days[limit], 60 * limit.minutes))
            for limit in self.limits
        )
        return Part(
            people=sum(folk.values()),
            mean_min=_minutes(mean.mean_s),
            median_min=_minutes(percentile_time(seconds, folk, 50).seconds),
            p90_min=_minutes(percentile_time(seconds, folk, 90).seconds),
            within=tuple(within),
            unreached=mean.unreached.people,
        )


def _minutes(seconds: float | None) -> float | None:
    return None if seconds is None else seconds / 60
