"""Figures that are possible one by one, but odd together: prices and areas per unit, visits per employee."""

from collections.abc import Iterator
from itertools import chain

from localisation.domain.building import Building
from localisation.domain.errors import Problem
from localisation.domain.instance import Instance
from localisation.domain.unit import Unit
from localisation.domain.vocabulary import SpaceKind, Tenure
from localisation.reading.suspicions.where import Where

RENT_PER_M2 = (300, 8_000)
RUNNING_PER_M2 = (100, 3_000)
M2_PER_WORKPLACE = (8, 100)
OFFICE_WORKPLACES = 20
"""With fewer, a building is a library or a torg with some desks, and area per workplace says little."""
VISITS_PER_EMPLOYEE = 20_000
FEW_EMPLOYEES = 5
"""Below this, a count of employees by area may point at persons."""


def magnitudes(instance: Instance, where: Where) -> Iterator[Problem]:
    """Buildings and units whose figures do not go together, and counts so small that they name persons."""
    inventory = instance.inventory
    yield from chain.from_iterable(_building(b, where) for b in inventory.buildings)
    yield from chain.from_iterable(_unit(u, where) for u in inventory.units)
    few = [o for o in inventory.origins if 0 < o.employees < FEW_EMPLOYEES]
    if few:
        first = few[0]
        yield where.warning(
            "few_employees",
            "origins",
            f"{first.service_area} {first.area}",
            "employees",
            count=len(few),
            limit=FEW_EMPLOYEES,
            some=tuple(f"{o.service_area}/{o.area}" for o in few[:5]),
        )


def _building(building: Building, where: Where) -> Iterator[Problem]:
    area, places = building.area_m2, building.space(SpaceKind.WORKPLACE)
    holes = {"building": building.id, "name": building.name}
    if area == 0:
        return
    if building.tenure is not Tenure.OWNED and building.rent_nok_per_year == 0:
        yield where.warning("lease_without_rent", "buildings", building.id, "rent_nok_per_year", **holes)
    for column, amount, usual in (
        ("rent_nok_per_year", building.rent_nok_per_year, RENT_PER_M2),
        ("running_nok_per_year", building.running_nok_per_year, RUNNING_PER_M2),
    ):
        if amount and not usual[0] <= amount / area <= usual[1]:
            per_m2 = round(amount / area)
            yield where.warning(
                "price_per_m2_odd",
                "buildings",
                building.id,
                column,
                per_m2=per_m2,
                low=usual[0],
                high=usual[1],
                **holes,
            )
    if places >= OFFICE_WORKPLACES and not M2_PER_WORKPLACE[0] <= area / places <= M2_PER_WORKPLACE[1]:
        low, high = M2_PER_WORKPLACE
        yield where.warning(
            "m2_per_workplace_odd", "buildings", building.id, "area_m2", m2=area / places, low=low, high=high, **holes
        )


def _unit(unit: Unit, where: Where) -> Iterator[Problem]:
    if unit.visits_per_year > VISITS_PER_EMPLOYEE * unit.staff:
        yield where.warning(
            "visits_per_employee_odd",
            "units",
            unit.id,
            "visits_per_year",
            unit=unit.id,
            name=unit.name,
            visits=unit.visits_per_year // unit.staff,
        )
