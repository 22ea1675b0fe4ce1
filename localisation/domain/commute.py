"""Employees' journeys to work: the mean journey to a building, and what a year of it amounts to."""

from collections.abc import Mapping

from localisation.domain.lookup import Lookup
from localisation.domain.norms import Norms


def mean_journey(homes: Mapping[str, int], lookup: Lookup, building: str) -> int:
    """The mean journey (seconds or metres, as the lookup gives) from homes by weight; rounded once, halves up."""
    people = sum(homes.values())
    if people == 0:
        return 0
    return (2 * sum(weight * lookup(zone, building) for zone, weight in homes.items()) + people) // (2 * people)


def commute_minutes(seconds: int, norms: Norms) -> int:
    """Whole minutes a year of one employee's journeys to work and back; rounded once, halves up."""
    return (2 * seconds * norms.working_days_per_year * norms.attendance_percent + 3000) // 6000


def commute_co2_kg(metres: int, norms: Norms) -> int:
    """Whole kilograms of CO2 a year of one mean employee's journeys, those by car; rounded once, halves up."""
    days_percent = norms.working_days_per_year * norms.attendance_percent
    scaled = 2 * metres * days_percent * norms.commute_car_percent * norms.car_co2_g_per_km
    return (scaled + 5_000_000_000) // 10_000_000_000
