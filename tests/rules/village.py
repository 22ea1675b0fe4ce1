"""A village for sums on paper: a town hall in the north, a leased square in the south, ten minutes apart.

Thirty people live two minutes from the town hall, ten live three minutes from the square. Accounts (5 staff) sits in
the town hall; the service point (4 staff, 1000 visits a year) sits at the square and may split in two.
"""

from datetime import date

from localisation.domain.building import Building, Refurbishment
from localisation.domain.geography import Centre, Zone
from localisation.domain.instance import Given, Instance
from localisation.domain.inventory import Inventory, Place
from localisation.domain.norms import Norms
from localisation.domain.proposal import Placement, Proposal
from localisation.domain.scenario import Scenario
from localisation.domain.travel import TravelTimes
from localisation.domain.unit import Collaboration, OriginCount, Seat, SpaceNeed, Unit
from localisation.domain.vocabulary import SpaceKind, Tenure

NORMS = Norms(
    move_nok_per_employee=10_000,
    move_nok_per_m3=1_000,
    working_days_per_year=200,
    attendance_percent=100,
    commute_car_percent=50,
    visit_car_percent=50,
    car_co2_g_per_km=100,
    access_speed_kmh=30,
    access_detour_percent=130,
)
HALL = Building(
    id="hall",
    name="Rådhuset",
    centre="N",
    district="Nord",
    easting_m=0,
    northing_m=0,
    tenure=Tenure.OWNED,
    area_m2=230,
    running_nok_per_year=800_000,
    idle_nok_per_year=300_000,
    step_free=True,
    transit_hub_m=400,
    spaces={SpaceKind.WORKPLACE: 10},
)
SQUARE = Building(
    id="square",
    name="Torget",
    centre="S",
    district="Sør",
    easting_m=0,
    northing_m=0,
    tenure=Tenure.LEASED,
    area_m2=100,
    rent_nok_per_year=500_000,
    running_nok_per_year=100_000,
    exit_nok=200_000,
    lease_end=date(2024, 12, 31),
    transit_hub_m=900,
    spaces={SpaceKind.WORKPLACE: 4},
    refurbishments=(
        Refurbishment(
            id="extension",
            building="square",
            name="Påbygg",
            cost_nok=1_200_000,
            weeks=8,
            adds_spaces={SpaceKind.WORKPLACE: 6},
            adds_facilities=frozenset({"step_free"}),
        ),
    ),
)
DESKS = (SpaceNeed(kind=SpaceKind.WORKPLACE, per_100_staff=100),)
ACCOUNTS = Unit(
    id="accounts",
    name="Regnskap",
    service_area="stab",
    administrative=True,
    staff=5,
    needs=DESKS,
    facilities=frozenset({"step_free"}),
    today=(Seat(building="hall", staff=5),),
    equipment_m3=5,
)
POINT = Unit(
    id="point",
    name="Innbyggertorget",
    service_area="tjenester",
    service="torg",
    staff=4,
    needs=DESKS,
    visits_per_year=1000,
    sites_max=2,
    smallest_part=2,
    today=(Seat(building="square", staff=4),),
)
INVENTORY = Inventory(
    place=Place(id="village", name="Bygda", crs=25832, price_year=2020),
    norms=NORMS,
    centres=(
        Centre(id="N", name="Nordbyen", district="Nord", easting_m=0, northing_m=0),
        Centre(id="S", name="Sørbyen", district="Sør", easting_m=0, northing_m=0),
    ),
    buildings=(HALL, SQUARE),
    units=(ACCOUNTS, POINT),
    zones=(
        Zone(id="z1", area="north", district="Nord", population=30, easting_m=0, northing_m=0),
        Zone(id="z2", area="south", district="Sør", population=10, easting_m=0, northing_m=0),
    ),
    collaborations=(Collaboration(unit_a="accounts", unit_b="point", strength=50),),
    origins=(
        OriginCount(service_area="stab", area="north", employees=3),
        OriginCount(service_area="stab", area="south", employees=1),
    ),
)
TRAVEL = TravelTimes(
    mode="car",
    estimate=True,
    zone_s={"z1": {"hall": 120, "square": 600}, "z2": {"hall": 720, "square": 180}},
    zone_m={"z1": {"hall": 1000, "square": 8000}, "z2": {"hall": 9000, "square": 2000}},
    centre_s={"N": {"hall": 60, "square": 660}, "S": {"hall": 660, "square": 60}},
    building_s={"hall": {"hall": 0, "square": 600}, "square": {"hall": 600, "square": 0}},
    building_m={"hall": {"hall": 0, "square": 8000}, "square": {"hall": 8000, "square": 0}},
)
SCENARIO = Scenario(
    id="s",
    name="S",
    start=date(2020, 1, 1),
    in_place_by=date(2020, 2, 26),
    needed_until=date(2030, 1, 1),
    horizon_years=10,
    discount_permille=0,
)
INSTANCE = Instance(inventory=INVENTORY, criteria=(), scenario=SCENARIO, travel=TRAVEL)


def given(*units: str) -> Given:
    """The village as a rule sees it, with these units selected (all when none is named)."""
    return Given(instance=INSTANCE, units=INVENTORY.select(units))


def proposal(accounts: str, *point: str, extension: bool = False) -> Proposal:
    """Accounts in one building; the service point in one (4 staff) or two (2 and 2)."""
    seats = [Placement(unit="point", building=b, staff=4 // len(point)) for b in point]
    return Proposal(
        placements=(Placement(unit="accounts", building=accounts, staff=5), *seats),
        refurbishments=frozenset({"extension"} if extension else ()),
    )
