"""The days on which a unit must be left alone."""

from localisation.domain.inventory import Inventory, matches
from localisation.domain.relocation.calendar import CREW, EVERYONE, Calendar, dates_of


def unit_stops(inventory: Inventory, calendar: Calendar) -> dict[str, frozenset[int]]:
    """Unit -> indexes of working days that days off take from it; days off of crews or of everyone are not meant."""
    found: dict[str, set[int]] = {}
    if inventory.logistics is None or not calendar.days:
        return {}
    for off in inventory.logistics.days_off:
        selectors = [s for s in off.applies_to if s != EVERYONE and not s.startswith(CREW)]
        units = [u.id for u in inventory.units if any(matches(u, s) for s in selectors)]
        if units:
            days = dates_of(off, calendar.days[0], calendar.days[-1])
            indexes = {calendar.position[d] for d in days if d in calendar.position}
            for unit in units:
                found.setdefault(unit, set()).update(indexes)
    return {unit: frozenset(days) for unit, days in found.items()}
