"""Single-source capacitated facility location (Holmberg, Rönnqvist & Yuan 1999), said with our own rules.

A plant is a leased building with so many workplaces whose rent is its fixed cost, in thousands (`annual_cost`: an
unused lease costs nothing). A customer is a unit of one employee with one site that needs so many workplaces
(`space_capacity`). What it costs to serve a customer from a plant is the employee's journey to work (`commute_change`):
each customer has a home of its own, whence the plant is as many seconds away as it costs, and with 30 working days a
year, always at work, a second each way is exactly a minute a year. Nobody has a seat today, so the change is the whole.
The two measures have the same price for each raw unit: the goal is the file's own cost.
"""

import csv
from datetime import date
from fractions import Fraction
from pathlib import Path

from localisation.domain.building import Building
from localisation.domain.criterion import Criterion
from localisation.domain.geography import Centre, Zone
from localisation.domain.instance import Instance
from localisation.domain.inventory import Inventory, Place
from localisation.domain.norms import Norms
from localisation.domain.scenario import Scenario
from localisation.domain.travel import TravelTimes
from localisation.domain.unit import OriginCount, SpaceNeed, Unit
from localisation.domain.vocabulary import SpaceKind, Strength, Tenure
from localisation.rules.goal import GOAL_UNITS

SCALE = 100
"""Hours at which the journeys have no points left."""
COST_UNITS = round(Fraction(100 * GOAL_UNITS, 2 * 60 * SCALE))
"""Goal units of a cost of 1."""


def read_holmberg(path: Path) -> Instance:
    """A file of `plants customers`, capacities, fixed costs, demands, then costs by customer and plant."""
    numbers = iter([_whole(n) for n in path.read_text().split()])
    plants, customers = next(numbers), next(numbers)
    capacity, fixed = ([next(numbers) for _ in range(plants)] for _ in range(2))
    demand = [next(numbers) for _ in range(customers)]
    cost = [[next(numbers) for _ in range(plants)] for _ in range(customers)]
    return _instance(path.name, capacity, fixed, demand, cost)


def _whole(text: str) -> int:
    if not float(text).is_integer():
        raise ValueError(f"{text} is not whole")
    return int(float(text))


def known_holmberg(path: Path) -> dict[str, int]:
    """The optimum of each file; empty without the list."""
    if not path.is_file():
        return {}
    with path.open(newline="") as file:
        return {row["instance"]: int(row["optimum"]) for row in csv.DictReader(file)}


def _instance(name: str, capacity: list[int], fixed: list[int], demand: list[int], cost: list[list[int]]) -> Instance:
    plants = [f"plant{i}" for i in range(len(capacity))]
    customers = [f"customer{j}" for j in range(len(demand))]
    inventory = Inventory(
        place=Place(id=name, name=name, crs=25833, price_year=1999),
        norms=Norms(
            move_nok_per_employee=0, move_nok_per_m3=0, working_days_per_year=30, attendance_percent=100,
            commute_car_percent=0, visit_car_percent=0, car_co2_g_per_km=0, access_speed_kmh=30,
            access_detour_percent=100,
        ),
        centres=(Centre(id="c", name="c", district="d", easting_m=0, northing_m=0),),
        buildings=tuple(
            Building(
                id=plant, name=plant, centre="c", district="d", easting_m=0, northing_m=0, tenure=Tenure.LEASED,
                area_m2=holds, rent_nok_per_year=1000 * price, spaces={SpaceKind.WORKPLACE: holds},
            )
            for plant, holds, price in zip(plants, capacity, fixed, strict=True)
        ),
        units=tuple(
            Unit(
                id=customer, name=customer, service_area=customer, staff=1,
                needs=(SpaceNeed(kind=SpaceKind.WORKPLACE, per_site=needed),),
            )
            for customer, needed in zip(customers, demand, strict=True)
        ),
        zones=tuple(
            Zone(id=customer, area=customer, district="d", population=1, easting_m=0, northing_m=0)
            for customer in customers
        ),
        origins=tuple(OriginCount(service_area=customer, area=customer, employees=1) for customer in customers),
    )  # fmt: skip
    away = {customer: dict(zip(plants, row, strict=True)) for customer, row in zip(customers, cost, strict=True)}
    day = date(2021, 1, 4)
    return Instance(
        inventory=inventory,
        criteria=(
            Criterion(id="capacity", name="capacity", rule="space_capacity", strength=Strength.MUST),
            Criterion(id="one-source", name="one source", rule="sites_per_unit", strength=Strength.MUST),
            _weighed("fixed", "annual_cost", 60 * SCALE),
            _weighed("serving", "commute_change", SCALE),
        ),
        scenario=Scenario(id=name, name=name, start=day, in_place_by=day, needed_until=date(2040, 1, 1)),
        travel=TravelTimes(
            mode="car", estimate=False, zone_s=away, zone_m=away, centre_s={}, building_s={}, building_m={}
        ),
    )  # fmt: skip


def _weighed(key: str, rule: str, worst: int) -> Criterion:
    return Criterion(id=key, name=key, rule=rule, strength=Strength.WEIGHT, weight=1, best=0, worst=worst)
