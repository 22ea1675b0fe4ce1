"""Arithmetic on money, in one place: whole thousands of the place's currency ("ktkr" in the tables)."""

from localisation.domain.building import Building
from localisation.domain.norms import Norms
from localisation.domain.unit import Unit
from localisation.domain.vocabulary import Tenure


def thousands(amount_nok: int) -> int:
    """Whole thousands, halves away from zero."""
    sign = 1 if amount_nok >= 0 else -1
    return sign * ((abs(amount_nok) + 500) // 1000)


def annual_cost_k(building: Building, used: bool) -> int:
    """Rent and running cost of a building for a year, in thousands.

    An unused owned building costs its idle cost; an unused lease is given up, an unused option never taken.
    """
    if used:
        return thousands(building.rent_nok_per_year + building.running_nok_per_year)
    return thousands(building.idle_nok_per_year) if building.tenure is Tenure.OWNED else 0


def exit_cost_k(building: Building, used: bool, used_today: bool) -> int:
    """What it costs once to give up a lease that is used today, in thousands."""
    return thousands(building.exit_nok) if building.tenure is Tenure.LEASED and used_today and not used else 0


def move_cost_per_employee_k100(unit: Unit, norms: Norms) -> int:
    """Cost to move one employee with their share of the unit's equipment, in hundredths of a thousand."""
    equipment = unit.equipment_m3 * norms.move_nok_per_m3
    return (norms.move_nok_per_employee * unit.staff + equipment + 5 * unit.staff) // (10 * unit.staff)


def annuity_factor_permille(years: int, discount_permille: int) -> int:
    """Present value of 1000 paid at the end of each year (Rundskriv R-109: real rate, constant prices)."""
    if discount_permille == 0:
        return 1000 * years
    rate = discount_permille / 1000
    return round(1000 * (1 - (1 + rate) ** -years) / rate)


def present_value_k100(building: Building, used: bool, used_today: bool, annuity_permille: int) -> int:
    """Present value of a building's annual cost, and its exit cost, in hundredths of a thousand; rounded once."""
    yearly = annual_cost_k(building, used) * annuity_permille
    return (yearly + 5) // 10 + 100 * exit_cost_k(building, used, used_today)
