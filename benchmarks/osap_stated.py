"""Office space allocation (Ülker & Landa-Silva 2010), every one of its constraint kinds said with our own rules.

An entity is a unit of one person, a room is a building; space is counted in tenths of a square metre. As all entities
have a room, waste and over-use are tied: over = waste - rooms + entities, so

    waste + 2 over = 3 waste - 2 (all rooms - all entities),

and waste is what we measure: `unused_space` in rooms in use, `annual_cost` (an owned building's price when idle) in
empty ones. The constraint kinds, hard ones as musts and soft ones with a weight:

* allocation, non-allocation: `fixed_location`, `forbidden_location`
* capacity: `space_capacity` of a kind of space that only those rooms are short of (hard and soft have one kind each)
* same room, not same room: `together`, `apart`
* not sharing: `space_capacity` of a kind of space, of which such an entity takes as much as all that may share together
* adjacency, nearby: `near` within 1 or 2 minutes: adjacent rooms are a minute from each other, others of a floor two
* away from: `near` by another mode, which goes between floors only; and `apart`, since one building is always near
"""

from collections.abc import Callable, Iterator
from datetime import date

from benchmarks.osap import (
    ADJACENT,
    ALLOCATION,
    AWAY,
    CAPACITY,
    NEARBY,
    NON_ALLOCATION,
    NOT_SAME_ROOM,
    NOT_SHARING,
    PENALTY,
    SAME_ROOM,
    Demand,
    Offices,
)
from localisation.domain.building import Building
from localisation.domain.criterion import Criterion, ParameterValue
from localisation.domain.geography import Centre
from localisation.domain.instance import Instance
from localisation.domain.inventory import Inventory, Place
from localisation.domain.norms import Norms
from localisation.domain.scenario import Scenario
from localisation.domain.travel import Mode, TravelTimes
from localisation.domain.unit import SpaceNeed, Unit
from localisation.domain.vocabulary import SpaceKind, Strength, Tenure
from localisation.rules.goal import GOAL_UNITS

HARD_SPACE, SOFT_SPACE, ALONE = SpaceKind.MEETING, SpaceKind.ARCHIVE, SpaceKind.INTERVIEW
WASTE = 3
"""What a square metre wasted costs once over-use is reckoned through it."""


def cost_units(offices: Offices) -> float:
    """Goal units of a cost of 1: a weight of 1 is a cost of 10."""
    return 10 * GOAL_UNITS / sum(c.weight for c in _criteria(offices))


def cost_offset(offices: Offices) -> float:
    """What is added to the goal to get the cost: - 2 (all rooms - all entities)."""
    return -2 * (sum(offices.rooms) - sum(offices.entities)) / 10


def osap_instance(offices: Offices) -> Instance:
    """The same question as a place of our own. Raises ValueError for a soft demand not to share: there is none."""
    inventory = Inventory(
        place=Place(id=offices.name, name=offices.name, crs=25833, price_year=2010),
        norms=Norms(
            move_nok_per_employee=0, move_nok_per_m3=0, working_days_per_year=220, attendance_percent=100,
            commute_car_percent=0, visit_car_percent=0, car_co2_g_per_km=0, access_speed_kmh=30,
            access_detour_percent=100,
        ),
        centres=tuple(
            Centre(id=f"floor{f}", name=f"floor {f}", district="d", easting_m=0, northing_m=0)
            for f in sorted(set(offices.floor))
        ),
        buildings=tuple(_rooms(offices)),
        units=tuple(_entities(offices)),
        zones=(),
    )  # fmt: skip
    day = date(2021, 1, 4)
    on_floors, between = _travel(offices)
    return Instance(
        inventory=inventory,
        criteria=tuple(_criteria(offices)),
        scenario=Scenario(
            id=offices.name, name=offices.name, start=day, in_place_by=day, needed_until=date(2040, 1, 1)
        ),
        travel=on_floors,
        modes={Mode.CAR: on_floors, Mode.WALK: between},
    )  # fmt: skip


def _named(offices: Offices, kind: int, *, hard: bool | None = None) -> set[int]:
    return {d.first for d in offices.demands if d.kind == kind and hard in (None, d.hard)}


def _rooms(offices: Offices) -> Iterator[Building]:
    plenty, sharing = sum(offices.entities), _sharing(offices)
    hard, soft = _named(offices, CAPACITY, hard=True), _named(offices, CAPACITY, hard=False)
    for k, (size, floor) in enumerate(zip(offices.rooms, offices.floor, strict=True)):
        yield Building(
            id=f"r{k}", name=f"room {k}", centre=f"floor{floor}", district="d", easting_m=0, northing_m=0,
            tenure=Tenure.OWNED, area_m2=size // 10, idle_nok_per_year=1000 * size,
            spaces={
                SpaceKind.WORKPLACE: size, HARD_SPACE: size if k in hard else plenty,
                SOFT_SPACE: size if k in soft else plenty, ALONE: sharing,
            },
        )  # fmt: skip


def _entities(offices: Offices) -> Iterator[Unit]:
    alone, sharing = _named(offices, NOT_SHARING), _sharing(offices)
    for i, size in enumerate(offices.entities):
        wanted = dict.fromkeys((SpaceKind.WORKPLACE, HARD_SPACE, SOFT_SPACE), size) | {
            ALONE: sharing if i in alone else 1
        }
        needs = tuple(SpaceNeed(kind=kind, per_site=amount) for kind, amount in wanted.items())
        yield Unit(id=f"e{i}", name=f"entity {i}", service_area="a", staff=1, needs=needs)


def _sharing(offices: Offices) -> int:
    """How many entities may share."""
    return max(1, len(offices.entities) - len(_named(offices, NOT_SHARING)))


def _travel(offices: Offices) -> tuple[TravelTimes, TravelTimes]:
    """On a floor: a minute to adjacent rooms, two to others; between floors: a minute."""
    rooms = range(len(offices.rooms))

    def table(minutes: Callable[[int, int], int | None]) -> TravelTimes:
        rows = {
            f"r{a}": {f"r{b}": 60 * m for b in rooms if (m := 0 if a == b else minutes(a, b)) is not None}
            for a in rooms
        }
        return TravelTimes(
            mode="car", estimate=False, zone_s={}, zone_m={}, centre_s={}, building_s=rows, building_m=rows
        )  # fmt: skip

    def on_floor(a: int, b: int) -> int | None:
        if b in offices.adjacent[a]:
            return 1
        return 2 if offices.floor[a] == offices.floor[b] else None

    return table(on_floor), table(lambda a, b: 1 if offices.floor[a] != offices.floor[b] else None)


def _criteria(offices: Offices) -> Iterator[Criterion]:
    yield _criterion("one-room", "sites_per_unit", None)
    yield _criterion("alone", "space_capacity", None, kinds=(ALONE.value,))
    yield _criterion("never-over", "space_capacity", None, kinds=(HARD_SPACE.value,))
    yield _criterion("over", "space_capacity", PENALTY[CAPACITY], kinds=(SOFT_SPACE.value,))
    for key, rule in (("wasted", "unused_space"), ("empty", "annual_cost")):
        yield Criterion(id=key, name=key, rule=rule, strength=Strength.WEIGHT, weight=WASTE, best=0, worst=100)
    for number, demand in enumerate(offices.demands):
        if demand.kind == NOT_SHARING and not demand.hard:
            raise ValueError("a soft demand not to share cannot be said")
        for rule, parameters in _rules(demand):
            cost = None if demand.hard else PENALTY[demand.kind]
            yield _criterion(f"{number}-{rule}", rule, cost, units=(f"e{demand.first}",), **parameters)


def _rules(demand: Demand) -> list[tuple[str, dict[str, ParameterValue]]]:
    """The rules of a demand of one or two entities, of which at most one can be broken."""
    room, other = (f"r{demand.second}",), (f"e{demand.second}",)
    return {
        ALLOCATION: [("fixed_location", {"buildings": room})],
        NON_ALLOCATION: [("forbidden_location", {"buildings": room})],
        SAME_ROOM: [("together", {"hosts": other})],
        NOT_SAME_ROOM: [("apart", {"others": other})],
        ADJACENT: [("near", {"others": other, "limit_min": 1})],
        NEARBY: [("near", {"others": other, "limit_min": 2})],
        AWAY: [("near", {"others": other, "limit_min": 1, "mode": Mode.WALK.value}), ("apart", {"others": other})],
    }.get(demand.kind, [])  # type: ignore[return-value]


def _criterion(
    key: str, rule: str, cost: int | None, units: tuple[str, ...] = (), **parameters: ParameterValue
) -> Criterion:
    strength = Strength.MUST if cost is None else Strength.WEIGHT
    return Criterion(
        id=key, name=key, rule=rule, units=units, strength=strength, weight=0 if cost is None else cost // 10,
        parameters=parameters,
    )  # fmt: skip
