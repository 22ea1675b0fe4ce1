"""Visiting days that travel time knows and emissions do not, or the other way round: different visits in one list."""

from collections import defaultdict
from collections.abc import Iterator

from localisation.domain.errors import Problem
from localisation.domain.instance import Instance
from localisation.domain.inventory import Inventory
from localisation.reading.suspicions.where import Where
from localisation.rules.placement.citizens_travel_time import CitizensTravelTime
from localisation.rules.placement.travel_co2 import TravelCo2
from localisation.rules.statement import statements
from localisation.rules.visiting import VisitingDays

Days = tuple[frozenset[str], int, frozenset[str]]
NONE: Days = (frozenset(), 0, frozenset())


def visits(instance: Instance, where: Where) -> Iterator[Problem]:
    """Hold the visiting days of every unit in the criteria on CO2 against those in the criteria on travel time."""
    by_time: dict[str, set[Days]] = defaultdict(set)
    rows = statements(instance)
    for row in rows:
        if isinstance(row.rule, CitizensTravelTime):
            for unit in row.given.units:
                by_time[unit.id].add(_days(row.rule, instance.inventory))
    for row in rows:
        if isinstance(row.rule, TravelCo2):
            visitors = {u.id for u in instance.inventory.select(row.rule.visitors)}
            own = _days(row.rule, instance.inventory)
            apart = tuple(
                u.name
                for u in row.given.units
                if by_time[u.id] and (own if u.id in visitors else NONE) not in by_time[u.id]
            )
            if apart:
                yield where.warning(
                    "travel.visits_apart", "criteria", row.criterion.id, criterion=row.criterion.id, units=apart
                )


def _days(rule: VisitingDays, inventory: Inventory) -> Days:
    """At whose sites, how many days and in which buildings; the same for all that come to nothing."""
    if not rule.visiting or not rule.visiting_days:
        return NONE
    hosts = frozenset(u.id for u in inventory.select(rule.visiting))
    return hosts, rule.visiting_days, frozenset(rule.visiting_buildings)
