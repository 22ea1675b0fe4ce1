"""A place small enough to try every proposal: two centres 10 km apart, three buildings, three units."""

from datetime import date
from itertools import product

from localisation.domain.building import Building, Refurbishment
from localisation.domain.criterion import Criterion
from localisation.domain.geography import Centre, Road, RoadNode, Zone
from localisation.domain.instance import Instance
from localisation.domain.inventory import Inventory, Place
from localisation.domain.norms import Norms
from localisation.domain.proposal import Placement, Proposal
from localisation.domain.scenario import Scenario, SolveLimits
from localisation.domain.unit import Seat, SpaceNeed, Unit
from localisation.domain.vocabulary import SpaceKind, Strength, Tenure
from localisation.geography.travel_times import road_travel_times

NORMS = Norms(
    move_nok_per_employee=10_000,
    move_nok_per_m3=500,
    working_days_per_year=220,
    attendance_percent=100,
    commute_car_percent=70,
    visit_car_percent=80,
    car_co2_g_per_km=120,
    access_speed_kmh=36,
    access_detour_percent=100,
    peak_percent=100,
)


def building(key: str, centre: str, east: int, workplaces: int, **more: object) -> Building:
    fields: dict[str, object] = {
        "id": key,
        "name": f"Hus {key}",
        "centre": centre,
        "district": centre,
        "easting_m": east,
        "northing_m": 0,
        "tenure": Tenure.OWNED,
        "area_m2": 25 * workplaces,
        "spaces": {SpaceKind.WORKPLACE: workplaces},
    }
    return Building.model_validate(fields | more)


def unit(key: str, staff: int, today: dict[str, int], **more: object) -> Unit:
    fields: dict[str, object] = {
        "id": key,
        "name": f"Enhet {key}",
        "service_area": "stab",
        "staff": staff,
        "needs": (SpaceNeed(kind=SpaceKind.WORKPLACE, per_100_staff=100),),
        "today": tuple(Seat(building=b, staff=n) for b, n in today.items()),
    }
    return Unit.model_validate(fields | more)


def criterion(key: str, rule: str, strength: Strength = Strength.MUST, **more: object) -> Criterion:
    return Criterion.model_validate({"id": key, "name": key, "rule": rule, "strength": strength} | more)


def inventory(**changes: object) -> Inventory:
    refit = Refurbishment(
        id="A+", building="A", name="Tettere", cost_nok=2_000_000, weeks=8, adds_spaces={"workplace": 4}
    )
    base = Inventory(
        place=Place(id="prove", name="Prøve", crs=25833, price_year=2020),
        norms=NORMS,
        centres=(
            Centre(id="N", name="Nord", district="N", easting_m=0, northing_m=0),
            Centre(id="S", name="Sør", district="S", easting_m=10_000, northing_m=0),
        ),
        buildings=(
            building("A", "N", 0, 6, refurbishments=(refit,), running_nok_per_year=100_000, idle_nok_per_year=30_000),
            building("B", "N", 100, 6, tenure=Tenure.LEASED, rent_nok_per_year=500_000, exit_nok=200_000),
            building("C", "S", 10_000, 10, running_nok_per_year=150_000, idle_nok_per_year=50_000),
        ),
        units=(
            unit("u", 4, {"A": 4}),
            unit("v", 5, {"B": 5}),
            unit("w", 6, {"C": 6}, sites_max=2, smallest_part=2, service="torg", visits_per_year=1_000),
        ),
        zones=(
            Zone(id="1", area="nord", district="N", population=300, easting_m=0, northing_m=0),
            Zone(id="2", area="sør", district="S", population=100, easting_m=10_000, northing_m=0),
        ),
        road_nodes=(
            RoadNode(id="N", name="Nord", easting_m=0, northing_m=0),
            RoadNode(id="S", name="Sør", easting_m=10_000, northing_m=0),
        ),
        roads=(Road(start="N", end="S", name="veien", metres=12_000, seconds=600),),
    )
    return base.model_copy(update=changes)


def with_english_works() -> Inventory:
    """The same place, where the refurbishment of A has an English name too."""
    plain = inventory()
    first, *rest = plain.buildings
    (refit,) = first.refurbishments
    named = first.model_copy(update={"refurbishments": (refit.model_copy(update={"name_en": "Closer together"}),)})
    return plain.model_copy(update={"buildings": (named, *rest)})


def instance(
    *criteria: Criterion, levels: tuple[tuple[str, ...], ...] = (), stock: Inventory | None = None
) -> Instance:
    stock = stock or inventory()
    scenario = Scenario(
        id="prove",
        name="Prøve",
        start=date(2020, 1, 1),
        in_place_by=date(2021, 1, 1),
        needed_until=date(2030, 1, 1),
        levels=levels,
        solve=SolveLimits(time_limit_s=20, workers=1),
    )
    return Instance(inventory=stock, criteria=criteria, scenario=scenario, travel=road_travel_times(stock))


def every_proposal(case: Instance) -> list[Proposal]:
    """All placements of every unit (with all splits of staff up to sites_max) and all sets of refurbishments."""
    stock = case.inventory
    ways = []
    for u in stock.units:
        splits = product(range(u.staff + 1), repeat=len(stock.buildings))
        keep = [s for s in splits if sum(s) == u.staff and sum(1 for n in s if n) <= u.sites_max]
        ways.append(
            [
                tuple(
                    Placement(unit=u.id, building=b.id, staff=n) for b, n in zip(stock.buildings, s, strict=True) if n
                )
                for s in keep
            ]
        )
    options = [r.id for b in stock.buildings for r in b.refurbishments]
    sets = [
        frozenset(o for o, on in zip(options, flags, strict=True) if on)
        for flags in product((0, 1), repeat=len(options))
    ]
    return [
        Proposal(placements=tuple(sorted(p for part in way for p in part)), refurbishments=works)
        for way in product(*ways)
        for works in sets
    ]
