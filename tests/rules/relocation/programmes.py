"""Random programmes so short that most of their plans can be tried, full of ties and of limits met exactly."""

from dataclasses import replace
from datetime import date, timedelta
from random import Random

from localisation.domain.building import Building, Refurbishment
from localisation.domain.geography import Centre
from localisation.domain.instance import Instance
from localisation.domain.inventory import Inventory, Place
from localisation.domain.norms import Norms
from localisation.domain.proposal import Placement, Proposal
from localisation.domain.relocation.changes import Changes
from localisation.domain.relocation.derive import programme_of
from localisation.domain.relocation.logistics import (
    ActivityKind,
    ActivityNorm,
    Crew,
    DaysOff,
    Logistics,
    Repeats,
    SwingSpace,
)
from localisation.domain.relocation.plan import Plan, Step
from localisation.domain.relocation.programme import Activity, Programme
from localisation.domain.scenario import PlanSettings, Scenario
from localisation.domain.travel import TravelTimes
from localisation.domain.unit import Seat, SpaceNeed, Unit
from localisation.domain.vocabulary import SpaceKind, Tenure

DAYS = (date(2020, 3, 27), date(2020, 3, 30), date(2020, 3, 31), date(2020, 4, 1))
"""A Friday to a Wednesday: a weekend and the end of a quarter lie between."""
NAMES = {"B1": "Rådhuset", "B2": "Torget", "B3": "Depotet", "B4": "Brakka"}
NORMS = Norms(
    move_nok_per_employee=12_345,
    move_nok_per_m3=1_001,
    working_days_per_year=230,
    attendance_percent=80,
    commute_car_percent=60,
    visit_car_percent=70,
    car_co2_g_per_km=120,
    access_speed_kmh=30,
    access_detour_percent=130,
)


def random_programme(seed: int) -> tuple[Instance, Programme]:
    """An instance of 1-3 units in 3 buildings and transit premises, and its programme on at most 4 working days."""
    rng = Random(seed)
    buildings = tuple(_building(rng, i) for i in range(1, 5))
    units = tuple(_with_new_posts(_unit(rng, i), seed) for i in range(1, rng.choice((1, 2, 2, 3)) + 1))
    inventory = Inventory(
        place=Place(id="tiny", name="Tiny", crs=25832, price_year=2020),
        norms=NORMS,
        centres=tuple(
            Centre(id=f"C{i}", name=n, district=d, easting_m=0, northing_m=0)
            for i, n, d in ((1, "Elvely", "North"), (2, "Sjøvik", "South"))
        ),
        buildings=buildings,
        units=units,
        zones=(),
        logistics=_logistics(rng),
    )
    scenario = Scenario(
        id="s",
        name="s",
        start=DAYS[0],
        in_place_by=rng.choice(DAYS[1:]),
        needed_until=date(2030, 1, 1),
        planning=PlanSettings(start=DAYS[0], until=rng.choice((DAYS[2], *3 * DAYS[3:]))),
    )
    seconds = {
        a: {b: 0 if a == b else rng.choice((30, 60, 61, 120)) for b in NAMES if rng.random() < 0.9} for a in NAMES
    }
    travel = TravelTimes(
        mode="car", estimate=True, zone_s={}, zone_m={}, centre_s={}, building_s=seconds, building_m={}
    )
    instance = Instance(inventory=inventory, criteria=(), scenario=scenario, travel=travel)
    options = [r.id for b in buildings for r in b.refurbishments]
    proposal = Proposal(
        placements=tuple(sorted(p for u in units for p in _seats(rng, u))),
        refurbishments=frozenset(o for o in options if rng.random() < 0.8),
    )
    instance = _waiting_elsewhere(instance, proposal, seed)
    return instance, _programme(rng, instance, proposal)


def _programme(rng: Random, instance: Instance, proposal: Proposal) -> Programme:
    works = {f"work:{option}": rng.choice((0, 1, 1, 2)) for option in proposal.refurbishments}
    changes = Changes(days=works)
    programme = programme_of(instance, proposal, changes)
    starts = {a.id: Step(start=rng.randint(0, 3), end=4) for a in programme.activities if rng.random() < 0.7}
    late = {a.id: rng.choice(DAYS[:2]) for a in programme.activities if rng.random() < 0.1}
    programme = programme_of(instance, proposal, replace(changes, earliest=late, adopted=Plan(steps=starts)))
    owners = rng.choice(((), (), ("",), ("", "U1"), ("U1", "")))
    tasks = tuple(
        Activity(
            id=f"task:{i}",
            kind=ActivityKind.TASK,
            days=rng.choice((0, 1, 2)),
            after=(f"task:{i - 1}",) if i and rng.random() < 0.5 else (),
            demands={"movers": 1} if rng.random() < 0.5 else {},
            unit=owner,
            cost_nok=rng.choice((0, 700)),
        )
        for i, owner in enumerate(owners)
    )
    return replace(programme, activities=(*programme.activities, *tasks))


def _building(rng: Random, i: int) -> Building:
    spaces = {SpaceKind.WORKPLACE: rng.choice((1, 2, 3, 4)), SpaceKind.GARAGE: rng.choice((0, 1, 2))}
    if i == 4:
        spaces = {SpaceKind.WORKPLACE: rng.choice((3, 6, 7)), SpaceKind.GARAGE: rng.choice((1, 2))}
    options = tuple(
        Refurbishment(
            id=f"R{i}{k}",
            building=f"B{i}",
            name=f"option {k}",
            cost_nok=rng.choice((499_500, 1_000_499)),
            weeks=1,
            adds_spaces={SpaceKind.WORKPLACE: rng.choice((-1, 1, 2)), SpaceKind.GARAGE: rng.choice((0, 1))}
            if k == 0 or spaces[SpaceKind.WORKPLACE] > 1
            else {},
        )
        for k in range(rng.choice((0, 1, 2)) if i < 4 else rng.choice((0, 0, 1)))
    )
    return Building(
        id=f"B{i}",
        name=NAMES[f"B{i}"],
        centre=("C1", "C2", "C1", "C2")[i - 1],
        district=("North", "South", "North", "North")[i - 1],
        easting_m=0,
        northing_m=0,
        tenure=rng.choice((Tenure.OWNED, Tenure.LEASED, Tenure.LEASED, Tenure.OPTION)),
        area_m2=100,
        rent_nok_per_year=rng.choice((0, 123_499, 777_500)),
        available_from=rng.choice((None, None, DAYS[1], DAYS[1] - timedelta(days=1), DAYS[2])),
        available_until=rng.choice((None, None, None, date(2030, 1, 1), DAYS[2], DAYS[0])),
        lease_end=rng.choice((None, DAYS[2], DAYS[3])),
        spaces=spaces,
        refurbishments=options,
    )


def _unit(rng: Random, i: int) -> Unit:
    staff = rng.randint(1, 4)
    parts = _parts(rng, staff)
    homes = rng.sample(("B1", "B2", "B3"), k=len(parts))
    return Unit(
        id=f"U{i}",
        name=("Regnskap", "Innbyggertorg", "Byggesak")[i - 1],
        service_area="care",
        service=rng.choice(("", "torg")),
        administrative=rng.random() < 0.5,
        staff=staff,
        needs=(
            SpaceNeed(kind=SpaceKind.WORKPLACE, per_site=rng.choice((0, 1)), per_100_staff=rng.choice((80, 100, 133))),
            *([SpaceNeed(kind=SpaceKind.GARAGE, per_site=1)] if rng.random() < 0.5 else []),
        ),
        visits_per_year=rng.choice((0, 7, 1000, 12_345)),
        sites_max=3,
        today=tuple(Seat(building=b, staff=n) for b, n in zip(homes, parts, strict=True)),
        equipment_m3=rng.choice((0, 7, 20)),
    )


def _with_new_posts(unit: Unit, seed: int) -> Unit:
    """Now and then fewer of the unit, or none, are anywhere today; drawn aside, so that all else is as it was."""
    rng = Random(f"new posts {unit.id} {seed}")
    if rng.random() < 0.75:
        return unit
    fewer = [(s.building, rng.randint(0, s.staff)) for s in unit.today]
    return unit.model_copy(update={"today": tuple(Seat(building=b, staff=n) for b, n in fewer if n)})


def _parts(rng: Random, staff: int) -> list[int]:
    """The staff in one or two parts."""
    cut = rng.randint(1, staff - 1) if staff > 1 and rng.random() < 0.5 else staff
    return [n for n in (cut, staff - cut) if n]


def _seats(rng: Random, unit: Unit) -> list[Placement]:
    if rng.random() < 0.1:
        return [Placement(unit=unit.id, building=s.building, staff=s.staff) for s in unit.today]
    parts = _parts(rng, unit.staff)
    places = rng.sample(("B1", "B2", "B3"), k=len(parts))
    return [Placement(unit=unit.id, building=b, staff=n) for b, n in zip(places, parts, strict=True)]


def _waiting_elsewhere(instance: Instance, proposal: Proposal, seed: int) -> Instance:
    """Now and then those who wait do so in a leased building that all leave, which then has room for most."""
    inventory = instance.inventory
    left = [b for b in inventory.buildings if inventory.today.used(b.id) and not proposal.used(b.id)]
    if not left or inventory.logistics is None or Random(f"waiting {seed}").random() < 0.5:
        return instance
    roomy = left[0].model_copy(
        update={"tenure": Tenure.LEASED, "spaces": {SpaceKind.WORKPLACE: 7, SpaceKind.GARAGE: 2}}
    )
    (swing,) = inventory.logistics.swing_space
    waiting = (swing.model_copy(update={"building": roomy.id}),)
    fields = {name: getattr(inventory, name) for name in type(inventory).model_fields} | {
        "buildings": tuple(roomy if b.id == roomy.id else b for b in inventory.buildings),
        "logistics": inventory.logistics.model_copy(update={"swing_space": waiting}),
    }
    return replace(instance, inventory=Inventory(**fields))


def _logistics(rng: Random) -> Logistics:
    crews = tuple(
        Crew(
            id=crew,
            name=name,
            size=rng.choice((0, 1, 1, 2)),
            overtime_size=rng.choice((0, 0, 1)),
            nok_per_day=rng.choice((0, 4_000)),
            overtime_nok_per_day=6_000,
        )
        for crew, name in (("movers", "Flyttefolk"), ("builders", "Håndverkere"))
    )
    stops = ((("U1",), Repeats.NO), (("service:torg",), Repeats.WEEKLY), (("U2", "crew:movers"), Repeats.NO))
    return Logistics(
        crews=crews,
        norms=(
            ActivityNorm(kind=ActivityKind.WORK, crew="builders", hands=1),
            ActivityNorm(kind=ActivityKind.PACK, min_days=rng.choice((0, 0, 1))),
            ActivityNorm(
                kind=ActivityKind.MOVE, crew="movers", hands=rng.choice((1, 2)), staff_per_day=rng.choice((0, 2))
            ),
            ActivityNorm(kind=ActivityKind.IT, crew=rng.choice(("", "movers")), min_days=rng.choice((0, 0, 1))),
            ActivityNorm(kind=ActivityKind.CLEAN, crew=rng.choice(("", "nobody")), min_days=rng.choice((0, 0, 1))),
        ),
        days_off=tuple(
            DaysOff(id=f"stop{i}", name=f"stopp {i}", first=day, last=day + length, applies_to=whom, repeats=repeats)
            for i, (whom, repeats) in enumerate(stops)
            for day, length in [(rng.choice(DAYS), timedelta(days=rng.choice((0, 1, 3))))]
            if rng.random() < 0.5
        ),
        swing_space=(
            SwingSpace(
                building="B4",
                first=rng.choice((None, None, DAYS[1])),
                last=rng.choice((None, None, DAYS[2])),
                nok_per_month=rng.choice((0, 1_500)),
            ),
        ),
    )
