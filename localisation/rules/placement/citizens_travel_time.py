"""How long inhabitants travel to the services."""

from typing import ClassVar, Literal

import numpy as np

from localisation.domain.instance import Given
from localisation.domain.proposal import Proposal
from localisation.domain.visits import WEEK_DAYS, visit_minutes
from localisation.rules.nearest import charge_nearest
from localisation.rules.parameters import TravelBy
from localisation.rules.placement.base import PlacementMeasure, PlacementModel
from localisation.rules.visiting import VisitingDays


class CitizensTravelTime(VisitingDays, PlacementMeasure):
    """Inhabitants' time to and from the nearest site of each selected unit they visit, over a year.

    Raw: person-minutes a year, rounded once a zone. A unit's visits are spread over the zones by population (whole
    visits, none lost). What cannot be reached counts as `Lookup` says. The p-median problem.

    On `visiting_days` of the five days of a week the selected units also receive at the sites of the `visiting` units
    (in `visiting_buildings` only, when some are named): that share of a zone's visits, in whole visits, goes to the
    nearest of both. One day a week counts as a fifth of the access, whichever day it is.
    """

    name: ClassVar[str] = "citizens_travel_time"
    rests_on: ClassVar[tuple[str, ...]] = ("units.visits_per_year", "zones.population")
    travels: ClassVar[Literal["", "visits", "commute", "car"]] = "visits"
    unit: ClassVar[str] = "hours_per_year"
    raw_per_unit: ClassVar[int] = 60
    in_short: ClassVar[str] = "visiting_days"
    mode: TravelBy = "mix"

    def encode(self, model: PlacementModel, given: Given) -> None:
        seconds = given.journeys.seconds(self.mode)
        buildings = [b.id for b in given.inventory.buildings]
        hosts = given.inventory.select(self.visiting) if self.visiting else ()
        for unit in given.units:
            own = {b: (model.sits(unit.id, b),) for b in buildings}
            both = {
                b: (*own[b], *(model.sits(h.id, b) for h in hosts if h.id != unit.id)) if self.receives(b) else own[b]
                for b in buildings
            }
            visits = given.journeys.visits(unit.visits_per_year)
            away = seconds.table([zone for zone, _ in visits], buildings)
            count = np.array([n for _, n in visits], dtype=np.int64)[:, None]
            part = count * self.visiting_days // WEEK_DAYS
            ordinary = visit_minutes(count - part, away)
            visiting = visit_minutes(part, away)
            charge_nearest(model, own, ordinary, unit.sites_max == 1)
            if self.visiting_days:
                charge_nearest(model, both, visiting, unit.sites_max == 1 and both == own)

    def measure(self, given: Given, proposal: Proposal) -> int:
        seconds = given.journeys.seconds(self.mode)
        hosts = given.inventory.select(self.visiting) if self.visiting else ()
        places = {b for h in hosts for b in proposal.sites(h.id) if self.receives(b)}
        minutes = 0
        for unit in given.units:
            sites = frozenset(proposal.sites(unit.id))
            both = sites | places
            for zone, count in given.journeys.visits(unit.visits_per_year):
                open_then = self.visiting_days * count // WEEK_DAYS
                minutes += visit_minutes(count - open_then, seconds.nearest(zone, sites))
                if open_then:
                    minutes += visit_minutes(open_then, seconds.nearest(zone, both))
        return minutes
