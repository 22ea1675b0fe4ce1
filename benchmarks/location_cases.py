"""Location problems as places of our own: zones, buildings and one service with several sites.

OR-Library's p-median files (Beasley 1985) become a place with a zone and a building at every node; one visit from each
zone, and a minute (half of it each way) for each unit of length, so that the amount is the file's own.
"""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import shortest_path

from localisation.domain.building import Building
from localisation.domain.criterion import Criterion
from localisation.domain.geography import Centre, Zone
from localisation.domain.instance import Instance
from localisation.domain.inventory import Inventory, Place
from localisation.domain.norms import Norms
from localisation.domain.scenario import Scenario, SolveLimits
from localisation.domain.travel import TravelTimes
from localisation.domain.travel_table import TravelTable
from localisation.domain.unit import Unit
from localisation.domain.vocabulary import Strength, Tenure

START = date(2021, 1, 4)
SECONDS = 30
"""There and back this makes a minute."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LocationCase:
    """Lengths between all nodes, who lives at each, how many sites there are and how far one reaches."""

    name: str
    lengths: NDArray[np.int64]
    people: NDArray[np.int64]
    sites: int
    radius: int


def read_pmed(path: Path) -> LocationCase:
    """A file `n edges p`, then `i j length`; of two edges between the same nodes the later counts.

    A site reaches so far that on average it reaches one in `sites` of the nodes. Inhabitants are made up: 1 to 100.
    """
    lines = [[int(n) for n in line.split()] for line in path.read_text().splitlines() if line.strip()]
    (nodes, _, sites), edges = lines[0], lines[1:]
    graph = np.zeros((nodes, nodes))
    for i, j, length in edges:
        graph[i - 1, j - 1] = graph[j - 1, i - 1] = length
    lengths = shortest_path(csr_matrix(graph), directed=False).astype(np.int64)
    return LocationCase(
        name=path.stem,
        lengths=lengths,
        people=1 + 37 * np.arange(nodes) % 100,
        sites=sites,
        radius=int(np.sort(lengths, axis=None)[nodes * nodes // sites]),
    )


def p_median(case: LocationCase) -> Instance:
    """The least sum of lengths to the nearest of so many sites."""
    weighed = _criterion("time", "citizens_travel_time", Strength.WEIGHT, weight=1, best=0, worst=10_000)
    ones = np.ones(len(case.lengths), dtype=np.int64)
    return _instance(case, SECONDS * case.lengths, ones, (_number(), weighed), case.sites, case.sites)


def maximal_covering(case: LocationCase) -> Instance:
    """The fewest inhabitants beyond the reach of so many sites: within it a visit takes no time, else a minute."""
    weighed = _criterion("time", "citizens_travel_time", Strength.WEIGHT, weight=1, best=0, worst=10_000)
    seconds = np.where(case.lengths <= case.radius, 0, SECONDS)
    return _instance(case, seconds, case.people, (_number(), weighed), case.sites, case.sites)


def covering(case: LocationCase) -> Instance:
    """The fewest sites with everyone within reach."""
    within = _criterion(
        "within", "population_coverage", Strength.MUST, parameters={"share_percent": 100, "limit_min": case.radius}
    )
    fewest = _criterion("sites", "extra_sites", Strength.WEIGHT, weight=1, best=0, worst=len(case.lengths))
    return _instance(case, 60 * case.lengths, case.people, (_number(), within, fewest), 1, len(case.lengths))


def _number() -> Criterion:
    return _criterion("number", "sites_per_unit", Strength.MUST)


def _criterion(key: str, rule: str, strength: Strength, **more: object) -> Criterion:
    return Criterion.model_validate({"id": key, "name": key, "rule": rule, "strength": strength} | more)


def _instance(
    case: LocationCase,
    seconds: NDArray[np.int64],
    people: NDArray[np.int64],
    criteria: tuple[Criterion, ...],
    fewest: int,
    most: int,
) -> Instance:
    nodes = [str(i) for i in range(len(seconds))]
    inventory = Inventory(
        place=Place(id=case.name, name=case.name, crs=25833, price_year=2021),
        norms=Norms(
            move_nok_per_employee=0, move_nok_per_m3=0, working_days_per_year=220, attendance_percent=80,
            commute_car_percent=70, visit_car_percent=80, car_co2_g_per_km=100, access_speed_kmh=30,
            access_detour_percent=120,
        ),
        centres=(Centre(id="c", name="c", district="d", easting_m=0, northing_m=0),),
        buildings=tuple(
            Building(
                id=node, name=node, centre="c", district="d", easting_m=0, northing_m=0, tenure=Tenure.OWNED,
                area_m2=100,
            )
            for node in nodes
        ),
        units=(
            Unit(
                id="service", name="service", service_area="a", staff=most, sites_min=fewest, sites_max=most,
                visits_per_year=int(people.sum()),
            ),
        ),
        zones=tuple(
            Zone(id=node, area="z", district="d", population=int(n), easting_m=0, northing_m=0)
            for node, n in zip(nodes, people, strict=True)
        ),
    )  # fmt: skip
    scenario = Scenario(
        id=case.name, name=case.name, start=START, in_place_by=START, needed_until=date(2040, 1, 1),
        solve=SolveLimits(time_limit_s=60),
    )  # fmt: skip
    rows = TravelTable(nodes, nodes, seconds)
    travel = TravelTimes(mode="car", estimate=True, zone_s=rows, zone_m=rows, centre_s={}, building_s={}, building_m={})
    return Instance(inventory=inventory, criteria=criteria, scenario=scenario, travel=travel)
