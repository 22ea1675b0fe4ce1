"""A town for pictures: four buildings within 60 m of each other in the north, one alone 20 km to the south.

Today 40 sit in A (owned), 10 in B (leased) and 6 in E. The proposal empties B, splits `plan` between A and C, and
takes the option D into use; E stays as it is.
"""

from datetime import date

from localisation.domain.building import Refurbishment
from localisation.domain.geography import Centre, Polygon, Road, RoadNode, Zone
from localisation.domain.instance import Instance
from localisation.domain.inventory import Place
from localisation.domain.proposal import Placement, Proposal
from localisation.domain.vocabulary import Tenure
from localisation.pictures.map import MapHeading
from tests.solving.sample import building, criterion, instance, inventory, unit

HEADING = MapHeading(
    title="Hvem sitter hvor i By", subtitle="Forslag", result="50 poeng.", note="Anslag.", made=date(2020, 5, 17)
)
PROPOSAL = Proposal(
    placements=(
        Placement(unit="plan", building="A", staff=25),
        Placement(unit="plan", building="C", staff=15),
        Placement(unit="nav", building="D", staff=10),
        Placement(unit="torg", building="E", staff=6),
    ),
    refurbishments=frozenset({"C+"}),
)


def town(unit_name: str = "Plan og bygg") -> Instance:
    refit = Refurbishment(id="C+", building="C", name="Nye kontorer", cost_nok=3_000_000, weeks=10)
    stock = inventory(
        place=Place(id="by", name="By", crs=25833, price_year=2020, credit="Kart: Kartverket (CC BY 4.0)"),
        centres=(
            Centre(id="N", name="Nordby", district="N", easting_m=0, northing_m=20_000),
            Centre(id="S", name="Sørvik", district="S", easting_m=2_000, northing_m=0),
        ),
        buildings=(
            building("A", "N", 0, 40, northing_m=20_000, running_nok_per_year=1_000_000),
            building("B", "N", 40, 12, northing_m=20_000, tenure=Tenure.LEASED, exit_nok=150_000),
            building("C", "N", 0, 12, northing_m=20_040, refurbishments=(refit,), idle_nok_per_year=40_000),
            building("D", "N", 30, 20, northing_m=20_030, tenure=Tenure.OPTION, rent_nok_per_year=400_000),
            building("E", "S", 2_000, 8, northing_m=0),
            building("F", "S", 2_300, 8, northing_m=300),
        ),
        units=(
            unit("plan", 40, {"A": 40}, name=unit_name, sites_max=2),
            unit("nav", 10, {"B": 10}, name="NAV"),
            unit("torg", 6, {"E": 6}, name="Innbyggertorg"),
        ),
        zones=(
            Zone(id="1", area="nord", district="N", population=900, easting_m=300, northing_m=19_000),
            Zone(id="2", area="sør", district="S", population=400, easting_m=2_200, northing_m=500),
        ),
        road_nodes=(
            RoadNode(id="N", name="Nordby", easting_m=0, northing_m=20_000),
            RoadNode(id="S", name="Sørvik", easting_m=2_000, northing_m=0),
        ),
        roads=(Road(start="N", end="S", name="veien", metres=22_000, seconds=1_500),),
        background=(
            Polygon(municipality="By", points=((-4_000, -3_000), (5_000, -3_000), (5_000, 23_000), (-4_000, 23_000))),
            Polygon(municipality="Nabo", points=((5_500, -9_000), (30_000, -9_000), (30_000, 29_000), (5_500, 29_000))),
        ),
    )
    return instance(criterion("M1", "space_capacity"), stock=stock)
