"""A made-up municipality of any size with every kind of placement rule, 75-85 % filled; the same seed, the same place.

A placement is drawn first and everything that must hold is stated so that it holds there: so each case has an answer,
which the engines are not told. Buildings stand around towns; most units may only be in a few towns.
"""

from collections import defaultdict
from datetime import date
from math import hypot
from random import Random

from localisation.domain.building import Building, Refurbishment
from localisation.domain.criterion import Criterion, ParameterValue
from localisation.domain.geography import Centre, Zone
from localisation.domain.instance import Instance
from localisation.domain.inventory import Inventory, Place
from localisation.domain.norms import Norms
from localisation.domain.scenario import Scenario
from localisation.domain.travel import TravelTimes
from localisation.domain.unit import Collaboration, OriginCount, Seat, SpaceNeed, Unit
from localisation.domain.vocabulary import SpaceKind, Strength, Tenure

BUILDINGS_A_TOWN = 8
TOWNS_A_UNIT = 4
"""Most units may be in this many towns only."""
FILLED = (75, 85)
"""Per cent of a building that the drawn placement fills."""
SPEED_M_S = 12


def generated(units: int, buildings: int, seed: int = 1) -> Instance:
    """A case with so many units and buildings."""
    return _Case(units, buildings, Random(seed)).instance()


class _Case:
    """Everything is drawn in one order, so that a seed gives one case."""

    def __init__(self, units: int, buildings: int, random: Random) -> None:
        self.random = random
        count = max(4, buildings // BUILDINGS_A_TOWN)
        self.towns = [(random.randrange(60_000), random.randrange(60_000)) for _ in range(count)]
        self.town = {f"b{i:03}": i % count for i in range(buildings)}
        self.at = {b: self._near(self.towns[t]) for b, t in self.town.items()}
        self.units = [f"u{i:04}" for i in range(units)]
        self.services = [self.units[i] for i in range(max(1, units // 20))]
        self.staff = {u: random.randint(8, 60) for u in self.units}
        self.placed = {u: random.choice(list(self.town)) for u in self.units}
        self.today = {u: b if random.random() < 0.5 else random.choice(list(self.town)) for u, b in self.placed.items()}
        self.lab = {u for u in self.units if random.random() < 0.1}
        self.criteria: list[Criterion] = []

    def _near(self, town: tuple[int, int]) -> tuple[int, int]:
        return town[0] + self.random.randint(-3000, 3000), town[1] + self.random.randint(-3000, 3000)

    def instance(self) -> Instance:
        scenario = Scenario(
            id="made-up",
            name="Made up",
            start=date(2025, 1, 1),
            in_place_by=date(2026, 1, 1),
            needed_until=date(2046, 1, 1),
        )
        inventory = self._inventory()
        self._musts()
        self._measures(inventory)
        return Instance(
            inventory=inventory, criteria=tuple(self.criteria), scenario=scenario, travel=self._travel(inventory)
        )

    def _inventory(self) -> Inventory:
        return Inventory(
            place=Place(id="made-up", name="Made up", crs=25833, price_year=2025),
            norms=Norms(
                move_nok_per_employee=10_000, move_nok_per_m3=500, working_days_per_year=220, attendance_percent=80,
                commute_car_percent=70, visit_car_percent=80, car_co2_g_per_km=120, access_speed_kmh=30,
                access_detour_percent=120,
            ),
            centres=tuple(
                Centre(id=f"t{i}", name=f"Town {i}", district=f"d{i % 3}", easting_m=x, northing_m=y)
                for i, (x, y) in enumerate(self.towns)
            ),
            buildings=tuple(self._building(b) for b in self.town),
            units=tuple(self._unit(u) for u in self.units),
            zones=tuple(self._zone(i, k) for i in range(len(self.towns)) for k in range(3)),
            collaborations=tuple(
                Collaboration(unit_a=a, unit_b=b, strength=self.random.randint(10, 100))
                for a, b in (self.random.sample(self.units, 2) for _ in range(len(self.units) // 3))
            ),
            origins=tuple(
                OriginCount(service_area=f"a{k}", area=f"t{i}", employees=self.random.randint(1, 50))
                for k in range(4)
                for i in range(len(self.towns))
            ),
        )  # fmt: skip

    def _zone(self, town: int, number: int) -> Zone:
        x, y = self._near(self.towns[town])
        return Zone(
            id=f"z{town}-{number}", area=f"t{town}", district=f"d{town % 3}", population=self.random.randint(100, 3000),
            easting_m=x, northing_m=y,
        )  # fmt: skip

    def _building(self, key: str) -> Building:
        used = sum(self.staff[u] for u, b in self.placed.items() if b == key)
        room = max(10, used * 100 // self.random.randint(*FILLED))
        meeting = 10 + 2 * room
        option = ()
        if self.random.random() < 0.3:
            more = room // 4
            option = (
                Refurbishment(
                    id=f"{key}+", building=key, name=key, cost_nok=100_000 * more, weeks=20,
                    adds_spaces={SpaceKind.WORKPLACE: more, SpaceKind.MEETING: more},
                ),
            )  # fmt: skip
        town = self.town[key]
        leased = self.random.random() < 0.4
        labs = any(b == key for u, b in self.placed.items() if u in self.lab) or self.random.random() < 0.2
        return Building(
            id=key, name=key, centre=f"t{town}", district=f"d{town % 3}",
            easting_m=self.at[key][0], northing_m=self.at[key][1],
            tenure=Tenure.LEASED if leased else Tenure.OWNED, area_m2=25 * room,
            rent_nok_per_year=40_000 * room if leased else 0, running_nok_per_year=9_000 * room,
            idle_nok_per_year=0 if leased else 3_000 * room, transit_hub_m=self.random.randrange(1500),
            facilities=frozenset({"lab"} if labs else ()),
            spaces={SpaceKind.WORKPLACE: room, SpaceKind.MEETING: meeting}, refurbishments=option,
        )  # fmt: skip

    def _unit(self, key: str) -> Unit:
        staff, several = self.staff[key], key in self.services
        return Unit(
            id=key, name=key, service_area=f"a{self.random.randrange(4)}", staff=staff,
            service="point" if several else "", sites_max=3 if several else 1, smallest_part=2 if several else 1,
            visits_per_year=self.random.randint(5_000, 50_000) if several else 0,
            facilities=frozenset({"lab"} if key in self.lab else ()),
            needs=(
                SpaceNeed(kind=SpaceKind.WORKPLACE, per_100_staff=self.random.randint(80, 100)),
                SpaceNeed(kind=SpaceKind.MEETING, per_site=5, per_100_staff=self.random.randint(80, 150)),
            ),
            today=(Seat(building=self.today[key], staff=staff),),
        )  # fmt: skip

    def _must(self, rule: str, units: tuple[str, ...] = (), **parameters: ParameterValue) -> None:
        key = f"M{len(self.criteria):04}"
        self.criteria.append(
            Criterion(id=key, name=key, rule=rule, units=units, strength=Strength.MUST, parameters=parameters)
        )

    def _musts(self) -> None:
        for rule in ("space_capacity", "facilities", "sites_per_unit", "availability"):
            self._must(rule)
        draw, single = self.random, [u for u in self.units if u not in self.services]
        towns: dict[tuple[int, ...], list[str]] = defaultdict(list)
        groups = [tuple(sorted(draw.sample(range(len(self.towns)), TOWNS_A_UNIT))) for _ in range(12)]
        for unit in single:
            home = self.town[self.placed[unit]]
            fits = [g for g in groups if home in g]
            towns[draw.choice(fits) if fits else tuple(sorted({home, *groups[0][:3]}))].append(unit)
        for several, who in towns.items():
            self._must("allowed_location", tuple(who), centres=tuple(f"t{t}" for t in several))
        some = iter(draw.sample(single, len(single)))
        for _ in range(max(1, len(single) // 20)):
            a, b, c, d, e = (next(some) for _ in range(5))
            self._must("fixed_location", (a,), buildings=(self.placed[a],))
            elsewhere = draw.choice([x for x in self.town if x != self.placed[b]])
            self._must("forbidden_location", (b,), buildings=(elsewhere,))
            if self.placed[c] != self.placed[d]:
                self._must("apart", (c,), others=(d,))
            mate = draw.choice([u for u in single if u != e])
            minutes = -(-self._seconds(self.placed[e], self.placed[mate]) // 60)
            self._must("near", (e,), others=(mate,), limit_min=minutes + 10)
        served = {self.placed[s] for s in self.services}
        self._must("presence", tuple(self.services), at_least=1, per="centre", places=(f"t{self.town[min(served)]}",))
        self._must("building_limit", at_most=len(set(self.placed.values())))

    def _measures(self, inventory: Inventory) -> None:
        people = sum(self.staff.values())
        cost = sum(b.rent_nok_per_year + b.running_nok_per_year for b in inventory.buildings) // 1000
        visits = sum(u.visits_per_year for u in inventory.units)
        pairs = sum(c.strength for c in inventory.collaborations)
        self._weight("present_value", 25, 0, 15 * cost)
        self._weight("citizens_travel_time", 20, 0, max(1, visits))
        self._weight("separated_collaborations", 15, 0, 60 * pairs)
        self._weight("commute_change", 15, -100 * people, 100 * people)
        self._weight("people_moved", 10, 0, people)
        self._weight("travel_co2", 5, 0, people)
        self._weight("extra_sites", 3, 0, 2 * len(self.services))
        self._weight("leased_workplaces", 3, 0, people)
        self._weight("unused_space", 2, 0, people)
        self._weight("far_from_hub", 2, 0, people, limit_m=600)

    def _weight(self, rule: str, weight: int, best: int, worst: int, **parameters: ParameterValue) -> None:
        self.criteria.append(
            Criterion(
                id=rule, name=rule, rule=rule, strength=Strength.WEIGHT, weight=weight, best=best, worst=worst,
                parameters=parameters,
            )
        )  # fmt: skip

    def _seconds(self, a: str, b: str) -> int:
        return _seconds(self.at[a], self.at[b])

    def _travel(self, inventory: Inventory) -> TravelTimes:
        zones = {z.id: (z.easting_m, z.northing_m) for z in inventory.zones}
        centres = {c.id: (c.easting_m, c.northing_m) for c in inventory.centres}

        def table(origins: dict[str, tuple[int, int]], metres: bool) -> dict[str, dict[str, int]]:
            factor = SPEED_M_S if metres else 1
            return {o: {b: factor * _seconds(at, to) for b, to in self.at.items()} for o, at in origins.items()}

        return TravelTimes(
            mode="car", estimate=True, zone_s=table(zones, False), zone_m=table(zones, True),
            centre_s=table(centres, False), building_s=table(self.at, False), building_m=table(self.at, True),
        )  # fmt: skip


def _seconds(a: tuple[int, int], b: tuple[int, int]) -> int:
    return round(hypot(a[0] - b[0], a[1] - b[1]) * 13 / 10 / SPEED_M_S)
