"""The limits that criteria on coverage set for a service, and how many are within them."""

from collections.abc import Mapping
from dataclasses import dataclass

from localisation.domain.instance import Instance
from localisation.domain.proposal import Proposal
from localisation.domain.travel import MIX
from localisation.domain.travel_table import Row
from localisation.domain.visits import WEEK_DAYS
from localisation.pictures.travel.service import Service, opening
from localisation.rules.placement.population_coverage import PopulationCoverage
from localisation.rules.statement import rule_of

USUAL_LIMIT_MIN = 15
"""The limit of a service that no criterion has one for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Limit:
    """So many minutes by a mode; `rule` is that of a criterion that says so, None for the usual limit."""

    minutes: int
    mode: str
    rule: PopulationCoverage | None = None

    def days(self, instance: Instance, service: Service, proposal: Proposal) -> Mapping[str, int]:
        """Days a week each building counts: visiting days as the criterion has them, which may be none."""
        if self.rule is None:
            return opening(instance, service, proposal)
        found = dict.fromkeys(service.sites(proposal), WEEK_DAYS)
        if self.rule.visiting and self.rule.visiting_days:
            for host in instance.inventory.select(self.rule.visiting):
                for building in filter(self.rule.receives, proposal.sites(host.id)):
                    found.setdefault(building, self.rule.visiting_days)
        return found


def mode_of(instance: Instance, mode: str) -> str:
    """The mode itself; a mix of one mode is that mode."""
    return instance.travel.mode if mode == MIX else mode


def limits_of(instance: Instance, service: Service) -> tuple[Limit, ...]:
    """One for each mode and minutes in the criteria on coverage of any of the service's units; else the usual one."""
    own = {u.id for u in service.units}
    found: dict[tuple[object, ...], Limit] = {}
    for criterion in instance.criteria:
        rule = rule_of(criterion) if criterion.rule == PopulationCoverage.name else None
        if isinstance(rule, PopulationCoverage) and own & {u.id for u in instance.inventory.select(criterion.units)}:
            mode = mode_of(instance, rule.mode)
            key = (rule.limit_min, mode, rule.visiting, rule.visiting_days, rule.visiting_buildings)
            found.setdefault(key, Limit(minutes=rule.limit_min, mode=mode, rule=rule))
    return tuple(found.values()) or (Limit(minutes=USUAL_LIMIT_MIN, mode=mode_of(instance, MIX)),)


def percent_within(
    rows: Mapping[str, Row], people: Mapping[str, int], days: Mapping[str, int], limit_s: int
) -> float | None:
    """Per cent of the people with an open site within the limit on an average day; None where nobody lives.

    Formula: 100 * sum of p_i d_i / (5 * sum of p_i), d_i the most days any building within the limit is open; what the
    rule `population_coverage` holds against its least share.
    """
    everyone = sum(people.values())
    open_days = sum(
        count * max((days[b] for b, s in rows.get(zone, {}).items() if b in days and s <= limit_s), default=0)
        for zone, count in people.items()
    )
    return 100 * open_days / (WEEK_DAYS * everyone) if everyone else None
