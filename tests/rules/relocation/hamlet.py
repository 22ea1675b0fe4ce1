"""Two weeks in a hamlet, on paper: accounts leaves the town hall for the square, the point comes the other way.

The working days are Monday 9 to Friday 20 March 2020, indexes 0 to 9. Accounts (5 staff) is packed, carried, connected
and cleaned up after in a day each; the point (4 staff, 200 visits a working day) likewise. The square is leased for
365 000 a year and extended in two days; the barracks, for 10 000 a month, may be used to wait in.
"""

from datetime import date

from localisation.domain.building import Building, Refurbishment
from localisation.domain.geography import Centre
from localisation.domain.instance import Instance
from localisation.domain.inventory import Inventory, Place
from localisation.domain.proposal import Placement, Proposal
from localisation.domain.relocation.changes import Changes
from localisation.domain.relocation.derive import programme_of
from localisation.domain.relocation.logistics import (
    ActivityKind,
    ActivityNorm,
    Crew,
    DaysOff,
    Logistics,
    SwingSpace,
)
from localisation.domain.relocation.plan import Plan, Step
from localisation.domain.relocation.programme import PlanGiven, Programme
from localisation.domain.scenario import PlanSettings, Scenario
from localisation.domain.travel import TravelTimes
from localisation.domain.unit import Seat, SpaceNeed, Unit
from localisation.domain.vocabulary import SpaceKind, Tenure
from tests.rules.village import NORMS

MONDAY = date(2020, 3, 9)
DESKS = (SpaceNeed(kind=SpaceKind.WORKPLACE, per_100_staff=100),)


def _building(key: str, name: str, centre: str, workplaces: int, **more: object) -> Building:
    fields: dict[str, object] = {
        "id": key,
        "name": name,
        "centre": centre,
        "district": {"N": "Nord", "S": "Sør"}[centre],
        "easting_m": 0,
        "northing_m": 0,
        "tenure": Tenure.OWNED,
        "area_m2": 100,
        "spaces": {SpaceKind.WORKPLACE: workplaces},
    }
    return Building.model_validate(fields | more)


EXTENSION = Refurbishment(
    id="extension",
    building="square",
    name="Påbygg",
    cost_nok=1_200_000,
    weeks=1,
    adds_spaces={SpaceKind.WORKPLACE: 6},
)
BUILDINGS = (
    _building("hall", "Rådhuset", "N", 5),
    _building(
        "square",
        "Torget",
        "S",
        4,
        tenure=Tenure.LEASED,
        rent_nok_per_year=365_000,
        lease_end=date(2020, 3, 18),
        refurbishments=(EXTENSION,),
    ),
    _building("barracks", "Brakka", "S", 9),
)
ACCOUNTS = Unit(
    id="accounts",
    name="Regnskap",
    service_area="stab",
    administrative=True,
    staff=5,
    needs=DESKS,
    today=(Seat(building="hall", staff=5),),
    equipment_m3=20,
)
POINT = Unit(
    id="point",
    name="Innbyggertorget",
    service_area="tjenester",
    service="torg",
    staff=4,
    needs=DESKS,
    visits_per_year=40_000,
    today=(Seat(building="square", staff=4),),
)
LOGISTICS = Logistics(
    crews=(Crew(id="movers", name="Flyttefolk", name_en="Movers", size=1, overtime_size=1),),
    norms=(
        ActivityNorm(kind=ActivityKind.PACK, min_days=1),
        ActivityNorm(kind=ActivityKind.MOVE, crew="movers", min_days=1),
        ActivityNorm(kind=ActivityKind.IT, min_days=1),
        ActivityNorm(kind=ActivityKind.CLEAN, min_days=1),
    ),
    days_off=(
        DaysOff(
            id="payroll",
            name="Lønnskjøring",
            name_en="Payroll",
            first=date(2020, 3, 12),
            last=date(2020, 3, 12),
            applies_to=("administrative",),
        ),
    ),
    swing_space=(SwingSpace(building="barracks", last=date(2020, 3, 17), nok_per_month=10_000),),
)
INVENTORY = Inventory(
    place=Place(id="hamlet", name="Grenda", crs=25832, price_year=2020),
    norms=NORMS,
    centres=tuple(
        Centre(id=i, name=name, district=district, easting_m=0, northing_m=0)
        for i, name, district in (("N", "Nordbyen", "Nord"), ("S", "Sørbyen", "Sør"))
    ),
    buildings=BUILDINGS,
    units=(ACCOUNTS, POINT),
    zones=(),
    logistics=LOGISTICS,
)
SCENARIO = Scenario(
    id="s",
    name="S",
    start=MONDAY,
    in_place_by=date(2020, 3, 16),
    needed_until=date(2030, 1, 1),
    planning=PlanSettings(start=MONDAY, until=date(2020, 3, 20)),
)
TEN_MINUTES = {a.id: {b.id: 600 for b in BUILDINGS if b is not a} for a in BUILDINGS}
TRAVEL = TravelTimes(
    mode="car", estimate=True, zone_s={}, zone_m={}, centre_s={}, building_s=TEN_MINUTES, building_m={}
)
INSTANCE = Instance(inventory=INVENTORY, criteria=(), scenario=SCENARIO, travel=TRAVEL)
SWAP = Proposal(
    placements=(
        Placement(unit="accounts", building="square", staff=5),
        Placement(unit="point", building="hall", staff=4),
    ),
    refurbishments=frozenset({"extension"}),
)
PROGRAMME = programme_of(INSTANCE, SWAP, Changes(days={"work:extension": 2}))
AWAY, BACK = "accounts:hall>square", "point:square>hall"


def given(*units: str, programme: Programme = PROGRAMME, instance: Instance = INSTANCE) -> PlanGiven:
    """The hamlet as a rule sees it, with these units selected (all when none is named)."""
    return PlanGiven(instance=instance, programme=programme, units=INVENTORY.select(units))


def plan(work: int = 0, accounts: int = 2, point: int = 0, *, waits_from: int | None = None) -> Plan:
    """The works from one day; each unit packed, carried, connected and cleaned up after from others, day after day.

    With `waits_from`, the point goes to the barracks first, and from there to the hall from that day.
    """
    steps = {"work:extension": Step(start=work, end=work + 2), **leg_steps(AWAY, accounts)}
    if waits_from is None:
        return Plan(steps=steps | leg_steps(BACK, point))
    halves = {**leg_steps(f"{BACK}@barracks/1", point), **leg_steps(f"{BACK}@barracks/2", waits_from)}
    return Plan(steps=steps | halves, via={BACK: "barracks"})


def leg_steps(key: str, first: int) -> dict[str, Step]:
    """Packed on the first day, carried on the second, connected and cleaned up after on the third."""
    days = {"pack": first, "move": first + 1, "it": first + 2, "clean": first + 2}
    return {f"{kind}:{key}": Step(start=day, end=day + 1) for kind, day in days.items()}
