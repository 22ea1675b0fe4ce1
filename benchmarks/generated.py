"""A made-up municipality in which hundreds of units change buildings, with refits, transit premises and crews.

The same seed gives the same place. Everyone moves: the units are dealt anew onto the buildings, which are so full that
some must wait for others, and a few in a ring cannot move at all except through transit premises.
"""

from datetime import date
from random import Random

from localisation.domain.building import Building, Refurbishment
from localisation.domain.criterion import Criterion
from localisation.domain.geography import Centre, Zone
from localisation.domain.instance import Instance
from localisation.domain.inventory import Inventory, Place
from localisation.domain.norms import Norms
from localisation.domain.proposal import Placement, Proposal
from localisation.domain.relocation.logistics import ActivityKind, ActivityNorm, Crew, DaysOff, Logistics, SwingSpace
from localisation.domain.scenario import PlanSettings, Scenario
from localisation.domain.travel import TravelTimes
from localisation.domain.unit import Seat, SpaceNeed, Unit
from localisation.domain.vocabulary import SpaceKind, Strength, Tenure

UNITS_A_BUILDING = 8
SPARE_PERCENT = 10
"""How much larger buildings are than what those who sit there need."""
RINGS = 4
"""Pairs of buildings without spare room, whose units, all of one size, change places: each needs transit premises."""
RING_STAFF = 20
START, UNTIL = date(2021, 1, 4), date(2022, 12, 31)


def generated(units: int = 300, seed: int = 1) -> tuple[Instance, Proposal]:
    """A place with so many units, and a proposal in which all of them move."""
    random = Random(seed)
    count = max(3, units // UNITS_A_BUILDING)
    names = [f"b{i:02}" for i in range(count)]
    staff = {f"u{i:03}": random.randint(4, 40) for i in range(units)}
    today = {unit: names[i % count] for i, unit in enumerate(staff)}
    other = {names[i]: names[i ^ 1] for i in range(min(2 * RINGS, count // 4 * 2))}
    staff |= {unit: RING_STAFF for unit in staff if today[unit] in other}
    tomorrow = _dealt(random, today, other, [name for name in names if name not in other])
    before, after = _sums(staff, today, names), _sums(staff, tomorrow, names)
    buildings = []
    for name in names:
        most, spare = max(before[name], after[name]), 0 if name in other else SPARE_PERCENT
        refit = spare and after[name] > before[name] and random.random() < 0.8
        room = before[name] if refit else most
        adds = max(0, after[name] * (100 + spare) // 100 - room * (100 + spare) // 100)
        buildings.append(_building(name, room * (100 + spare) // 100, random.randint(4, 16), adds))
    swing = [_building(f"t{i}", 60, 0, 0) for i in range(3)]
    logistics = Logistics(
        crews=(
            Crew(id="movers", name="movers", size=8),
            Crew(id="it", name="it", size=4),
            Crew(id="craftsmen", name="craftsmen", size=12),
            Crew(id="cleaners", name="cleaners", size=6),
        ),
        norms=(
            ActivityNorm(kind=ActivityKind.WORK, crew="craftsmen", hands=3),
            ActivityNorm(kind=ActivityKind.PACK, staff_per_day=20),
            ActivityNorm(kind=ActivityKind.MOVE, crew="movers", hands=2, staff_per_day=12),
            ActivityNorm(kind=ActivityKind.IT, crew="it", hands=1, staff_per_day=20),
            ActivityNorm(kind=ActivityKind.CLEAN, crew="cleaners", hands=1, staff_per_day=40),
        ),
        days_off=(
            DaysOff(
                id="july", name="july", first=date(2021, 7, 5), last=date(2021, 7, 23), repeats="yearly",
                applies_to=("crew:craftsmen",),
            ),
        ),
        swing_space=tuple(SwingSpace(building=b.id) for b in swing),
    )  # fmt: skip
    inventory = Inventory(
        place=Place(id="made-up", name="Made up", crs=25833, price_year=2021),
        norms=Norms(
            move_nok_per_employee=5_000, move_nok_per_m3=300, working_days_per_year=220, attendance_percent=80,
            commute_car_percent=70, visit_car_percent=80, car_co2_g_per_km=100, access_speed_kmh=30,
            access_detour_percent=120,
        ),
        centres=(Centre(id="c", name="c", district="d", easting_m=0, northing_m=0),),
        buildings=(*buildings, *swing),
        units=tuple(
            Unit(
                id=u, name=u, service_area="a", staff=n, today=(Seat(building=today[u], staff=n),),
                needs=(SpaceNeed(kind=SpaceKind.WORKPLACE, per_100_staff=100),), equipment_m3=2 * n,
            )
            for u, n in staff.items()
        ),
        zones=(Zone(id="z", area="z", district="d", population=1, easting_m=0, northing_m=0),),
        logistics=logistics,
    )  # fmt: skip
    proposal = Proposal(
        placements=tuple(Placement(unit=u, building=tomorrow[u], staff=n) for u, n in staff.items()),
        refurbishments=frozenset(r.id for b in buildings for r in b.refurbishments),
    )
    return _asked(inventory), proposal


def _dealt(random: Random, today: dict[str, str], other: dict[str, str], names: list[str]) -> dict[str, str]:
    """Everyone to a building that is not today's: to the other of a ring, or to any that is in none."""
    return {
        unit: other[building] if building in other else random.choice([b for b in names if b != building])
        for unit, building in today.items()
    }


def _sums(staff: dict[str, int], where: dict[str, str], names: list[str]) -> dict[str, int]:
    return {b: sum(n for u, n in staff.items() if where[u] == b) for b in names}


def _building(name: str, places: int, weeks: int, adds: int) -> Building:
    options = (
        Refurbishment(
            id=f"{name}+", building=name, name=name, cost_nok=1_000_000, weeks=weeks,
            adds_spaces={SpaceKind.WORKPLACE: adds},
        ),
    ) if adds else ()  # fmt: skip
    return Building(
        id=name, name=name, centre="c", district="d", easting_m=0, northing_m=0, tenure=Tenure.OWNED,
        area_m2=25 * places, spaces={SpaceKind.WORKPLACE: places}, refurbishments=options,
    )  # fmt: skip


def _asked(inventory: Inventory) -> Instance:
    musts = {"hands": "crew_capacity", "room": "room_every_day", "works": "works_before_move_in"}
    criteria = [Criterion(id=i, name=i, rule=rule, strength=Strength.MUST) for i, rule in musts.items()]
    criteria.append(
        Criterion(id="last", name="last", rule="completion_time", strength=Strength.WEIGHT, weight=1, best=0, worst=500)
    )
    criteria.append(
        Criterion(
            id="transit",
            name="transit",
            rule="people_in_transit",
            strength=Strength.WEIGHT,
            weight=1,
            best=0,
            worst=1000,
        )
    )
    settings = PlanSettings(start=START, until=UNTIL, levels=(("last",), ("transit",)))
    scenario = Scenario(
        id="made-up", name="Made up", start=START, in_place_by=UNTIL, needed_until=date(2040, 1, 1), planning=settings
    )
    pairs = {b.id: {c.id: int(b.id != c.id) * 600 for c in inventory.buildings} for b in inventory.buildings}
    travel = TravelTimes(
        mode="car", estimate=True, zone_s={}, zone_m={}, centre_s={}, building_s=pairs, building_m=pairs
    )
    return Instance(
        inventory=inventory, criteria=(), scenario=scenario, travel=travel, relocation_criteria=tuple(criteria)
    )
