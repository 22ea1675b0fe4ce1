"""The services of a place as its inhabitants meet them, and where each is open in a proposal."""

from collections.abc import Mapping
from dataclasses import dataclass

from localisation.domain.instance import Instance
from localisation.domain.inventory import Inventory
from localisation.domain.proposal import Proposal
from localisation.domain.unit import Unit
from localisation.domain.visits import WEEK_DAYS
from localisation.rules.placement.citizens_travel_time import CitizensTravelTime
from localisation.rules.statement import rule_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Service:
    """A kind of service point, and the units that offer it."""

    key: str
    units: tuple[Unit, ...]

    @property
    def visits(self) -> int:
        """Visits a year."""
        return sum(u.visits_per_year for u in self.units)

    @property
    def vehicles(self) -> int:
        """Vehicles kept there."""
        return sum(u.vehicles for u in self.units)

    def sites(self, proposal: Proposal) -> tuple[str, ...]:
        """The buildings where any of the units sits, sorted."""
        return tuple(sorted({b for u in self.units for b in proposal.sites(u.id)}))

    def staff(self, proposal: Proposal) -> dict[str, int]:
        """Staff by building."""
        found: dict[str, int] = {}
        for unit in self.units:
            for building in proposal.sites(unit.id):
                found[building] = found.get(building, 0) + proposal.by_building[building][unit.id]
        return found


def visited_services(inventory: Inventory) -> tuple[Service, ...]:
    """The services that inhabitants visit, the most visited first."""
    return tuple(sorted((s for s in _services(inventory) if s.visits), key=lambda s: (-s.visits, s.key)))


def depots(inventory: Inventory) -> tuple[Service, ...]:
    """The services that nobody visits and that have vehicles: they go out to people and roads."""
    return tuple(s for s in _services(inventory) if s.vehicles and not s.visits)


def opening(instance: Instance, service: Service, proposal: Proposal) -> Mapping[str, int]:
    """Days a week each building has the service: all of them at its own sites, visiting days as the criteria say.

    The visiting days are those of a weighed or shown criterion of the rule citizens_travel_time for these units.
    """
    days = dict.fromkeys(service.sites(proposal), WEEK_DAYS)
    own = {u.id for u in service.units}
    for criterion in instance.criteria:
        rule = rule_of(criterion) if criterion.rule == CitizensTravelTime.name else None
        if not isinstance(rule, CitizensTravelTime) or not rule.visiting_days or not rule.visiting:
            continue
        if own & {u.id for u in instance.inventory.select(criterion.units)}:
            for host in instance.inventory.select(rule.visiting):
                for building in proposal.sites(host.id):
                    if not rule.visiting_buildings or building in rule.visiting_buildings:
                        days.setdefault(building, rule.visiting_days)
    return days


def _services(inventory: Inventory) -> list[Service]:
    keys = dict.fromkeys(u.service for u in inventory.units if u.service)
    return [Service(key=key, units=tuple(u for u in inventory.units if u.service == key)) for key in keys]
