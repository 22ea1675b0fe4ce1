"""How many visits are lost while a part of a unit is closed."""

from localisation.domain.norms import Norms
from localisation.domain.unit import Unit


def lost_visits_per_day_100(unit: Unit, staff: int, norms: Norms) -> int:
    """Hundredths of visits a working day to so many of the unit's staff; rounded once, halves up."""
    days = unit.staff * norms.working_days_per_year
    return (200 * unit.visits_per_year * staff + days) // (2 * days)
