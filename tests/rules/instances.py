"""Random instances so small that every proposal can be tried, full of ties, limits met exactly and missing roads."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import combinations, product
from random import Random

from localisation.domain.building import Building, Refurbishment
from localisation.domain.geography import Centre, Zone
from localisation.domain.instance import Instance
from localisation.domain.inventory import Inventory, Place
from localisation.domain.norms import Norms
from localisation.domain.proposal import Placement, Proposal
from localisation.domain.scenario import Scenario
from localisation.domain.travel import Mode, TravelTimes
from localisation.domain.unit import Collaboration, OriginCount, Seat, SpaceNeed, Unit
from localisation.domain.vocabulary import SpaceKind, Tenure

START = date(2020, 1, 6)
KINDS = (SpaceKind.WORKPLACE, SpaceKind.GARAGE)
FACILITIES = ("hall", "step_free")
SECONDS = (30, 60, 119, 120, 120, 121, 121, 300)


def random_instance(seed: int) -> Instance:
    """An instance with 1-3 units, 1-3 buildings and at most a few hundred proposals; the same for the same seed."""
    rng = Random(seed)
    buildings = tuple(_building(rng, i) for i in range(1, rng.choice((2, 3, 3, 3)) + 1))
    units: list[Unit] = []
    for i in range(1, rng.choice((1, 2, 2, 3)) + 1):
        units.append(_unit(rng, i, [b.id for b in buildings], single=len(units) > 1 or rng.random() < 0.35))
    zones = tuple(
        Zone(
            id=f"Z{i}",
            area=rng.choice(("east", "west")),
            district=rng.choice(("North", "South")),
            population=rng.choice((0, 1, 3, 10, 10, 37)),
            easting_m=0,
            northing_m=0,
        )
        for i in range(1, rng.randint(3, 6))
    )
    centres = tuple(
        Centre(id=f"C{i}", name=n, district=d, easting_m=0, northing_m=0)
        for i, n, d in ((1, "Elvely", "North"), (2, "Sjøvik", "South"))
    )
    pairs = list(combinations([u.id for u in units], 2))
    inventory = Inventory(
        place=Place(id="tiny", name="Tiny", crs=25832, price_year=2020),
        norms=_norms(rng),
        centres=centres,
        buildings=buildings,
        units=tuple(units),
        zones=zones,
        collaborations=tuple(
            Collaboration(unit_a=a, unit_b=b, strength=rng.choice((1, 50, 100))) for a, b in pairs if rng.random() < 0.8
        ),
        origins=tuple(
            OriginCount(service_area="care", area=area, employees=rng.randint(0, 9))
            for area in ("east", "west", "abroad")
            if rng.random() < 0.7
        ),
    )
    scenario = Scenario(
        id="s",
        name="s",
        start=START,
        in_place_by=START + timedelta(weeks=10),
        needed_until=START + timedelta(days=3650),
        horizon_years=rng.choice((1, 20)),
        discount_permille=rng.choice((0, 40)),
    )
    walk = _travel(Random(f"walk {seed}"), inventory)
    travel = _travel(rng, inventory)
    return Instance(inventory=inventory, criteria=(), scenario=scenario, travel=travel, modes={Mode.WALK: walk})


def _building(rng: Random, i: int) -> Building:
    workplaces = rng.choice((0, 2, 4, 6))
    garages = rng.choice((0, 1, 3))
    weeks = rng.choice(((4, 6), (10, 1), (4, 7), (11, 2)))
    options = tuple(
        Refurbishment(
            id=f"R{i}{k}",
            building=f"B{i}",
            name=f"option {k}",
            cost_nok=rng.choice((499_500, 1_000_499)),
            weeks=weeks[k],
            adds_spaces={
                SpaceKind.WORKPLACE: rng.choice((-(workplaces // 2), 1, 2)),
                SpaceKind.GARAGE: rng.choice((0, 1)),
            },
            adds_facilities=frozenset(f for f in FACILITIES if rng.random() < 0.4),
        )
        for k in range(rng.choice((0, 0, 1, 2)) if i < 3 else 0)
    )
    return Building(
        id=f"B{i}",
        name=("Rådhuset", "Torget", "Depotet")[i - 1],
        centre=("C1", "C2", "C1")[i - 1],
        district=rng.choice((("North", "South", "North")[i - 1], "South")),
        easting_m=0,
        northing_m=0,
        tenure=rng.choice(tuple(Tenure)),
        area_m2=100,
        rent_nok_per_year=rng.choice((0, 123_499)),
        running_nok_per_year=rng.choice((0, 77_001)),
        idle_nok_per_year=rng.choice((0, 50_500, 300_000)),
        exit_nok=rng.choice((0, 90_500)),
        available_from=rng.choice((None, None, START + timedelta(weeks=rng.choice((6, 10, 11))))),
        available_until=rng.choice((None, None, START + timedelta(days=rng.choice((3649, 3650))))),
        lease_end=rng.choice((None, START + timedelta(days=rng.choice((100, 3649, 3650))))),
        step_free=rng.random() < 0.5,
        transit_hub_m=rng.choice((None, 499, 500, 501)),
        facilities=frozenset(f for f in FACILITIES[:1] if rng.random() < 0.4),
        spaces={SpaceKind.WORKPLACE: workplaces, SpaceKind.GARAGE: garages},
        refurbishments=options,
    )


def _unit(rng: Random, i: int, buildings: list[str], *, single: bool) -> Unit:
    staff = rng.randint(1, 3) if single else rng.randint(2, 4)
    home = rng.sample(buildings, k=min(len(buildings), rng.choice((1, 1, 2))))
    today = [Seat(building=home[0], staff=max(1, staff - len(home) + 1))]
    today += [Seat(building=b, staff=1) for b in home[1:] if staff > 1]
    sites_min = 1 if single else rng.choice((1, 2))
    return Unit(
        id=f"U{i}",
        name=("Regnskap", "Innbyggertorg", "Byggesak")[i - 1],
        service_area=rng.choice(("care", "care", "staff")),
        service=rng.choice(("", "torg")),
        administrative=rng.random() < 0.5,
        staff=staff,
        needs=(
            SpaceNeed(kind=SpaceKind.WORKPLACE, per_site=rng.choice((0, 1)), per_100_staff=rng.choice((80, 100, 133))),
            *([SpaceNeed(kind=SpaceKind.GARAGE, per_site=1)] if rng.random() < 0.5 else []),
        ),
        facilities=frozenset(f for f in FACILITIES if rng.random() < 0.4),
        visits_per_year=rng.choice((0, 7, 1000, 12_345)),
        sites_min=sites_min,
        sites_max=1 if single else rng.randint(2, 3),
        smallest_part=rng.choice((1, 2)),
        today=tuple(today) if rng.random() < 0.9 else (),
        equipment_m3=rng.choice((0, 7)),
    )


def _norms(rng: Random) -> Norms:
    return Norms(
        move_nok_per_employee=12_345,
        move_nok_per_m3=rng.choice((0, 1_001)),
        working_days_per_year=230,
        attendance_percent=rng.choice((80, 100)),
        commute_car_percent=rng.choice((0, 60)),
        visit_car_percent=70,
        car_co2_g_per_km=rng.choice((120, 2_500)),
        access_speed_kmh=30,
        access_detour_percent=130,
    )


def _travel(rng: Random, inventory: Inventory) -> TravelTimes:
    buildings = [b.id for b in inventory.buildings]

    def table(origins: list[str], factor: int) -> dict[str, dict[str, int]]:
        return {
            o: {b: 0 if o == b else factor * rng.choice(SECONDS) for b in buildings if rng.random() < 0.9}
            for o in origins
        }

    zones, centres = [z.id for z in inventory.zones], [c.id for c in inventory.centres]
    return TravelTimes(
        mode="car",
        estimate=True,
        zone_s=table(zones, 1),
        zone_m=table(zones, 17),
        centre_s=table(centres, 1),
        building_s=table(buildings, 1),
        building_m=table(buildings, 17),
    )


def every_proposal(instance: Instance, impossible: frozenset[tuple[str, str]] = frozenset()) -> Iterator[Proposal]:
    """Every whole proposal: all staff placed, single-site units in one building, any set of refurbishments."""
    buildings = [b.id for b in instance.inventory.buildings]
    options = [r.id for b in instance.inventory.buildings for r in b.refurbishments]
    seats = [list(_seats(u, [b for b in buildings if (u.id, b) not in impossible])) for u in instance.inventory.units]
    for chosen in product(*seats):
        placements = tuple(sorted(p for unit in chosen for p in unit))
        for count in range(len(options) + 1):
            for refurbished in combinations(options, count):
                yield Proposal(placements=placements, refurbishments=frozenset(refurbished))


def _seats(unit: Unit, buildings: list[str]) -> Iterator[tuple[Placement, ...]]:
    if unit.sites_max == 1:
        yield from ((Placement(unit=unit.id, building=b, staff=unit.staff),) for b in buildings)
        return
    for parts in product(range(unit.staff + 1), repeat=len(buildings)):
        if sum(parts) == unit.staff:
            yield tuple(
                Placement(unit=unit.id, building=b, staff=n) for b, n in zip(buildings, parts, strict=True) if n
            )
