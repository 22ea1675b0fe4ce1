"""How much road and how many people a vehicle from the nearest depot reaches in time."""

from collections.abc import Sequence

import numpy as np

from localisation.domain.geography import Zone
from localisation.domain.instance import Instance
from localisation.domain.travel import Mode
from localisation.geography.accessibility import Response, RoadTimes, nearest_time, response
from localisation.geography.travel_times import road_travel_times

SKETCH = "road_sketch"
LIMITS_MIN = (10, 15, 20, 30, 40)


def depot_response(instance: Instance, sites: Sequence[str]) -> tuple[Response, ...]:
    """By car from the buildings, one answer for each of `LIMITS_MIN`; none where there are no sites or no car times.

    People's times are those of the instance. The road is the road sketch of the place, all of it open both ways, when
    that is what driving times rest on; else the answer is about no metres of road.
    """
    car = instance.modes.get(Mode.CAR)
    if not sites or car is None:
        return ()
    people = {z.id: float(z.population) for z in instance.inventory.zones}
    seconds = nearest_time({z: row for z, row in car.zone_s.items() if z in people}, tuple(sites))
    roads = _road_times(instance, sites)
    return tuple(response(roads, seconds, people, 60 * minutes) for minutes in LIMITS_MIN)


def _road_times(instance: Instance, sites: Sequence[str]) -> RoadTimes:
    """Seconds from the depots to both ends of every stretch of the sketch; the sketch is the same both ways."""
    inventory = instance.inventory
    known = inventory.roads if instance.rests_on.get(Mode.CAR, SKETCH) == SKETCH else ()
    ends = [
        Zone(id=n.id, area="", district="", population=0, easting_m=n.easting_m, northing_m=n.northing_m)
        for n in inventory.road_nodes
    ]
    depots = tuple(b for b in inventory.buildings if b.id in sites)
    around = inventory.model_copy(update={"zones": tuple(ends), "buildings": depots, "centres": ()})
    rows = road_travel_times(around, Mode.CAR).zone_s if known else {}
    nearest = {node: min(row.values()) for node, row in rows.items() if row}
    peak = inventory.norms.peak_percent / 100
    seconds = np.array([r.seconds * peak for r in known], dtype=np.float64)
    return RoadTimes(
        start_s=np.array([nearest.get(r.start, np.inf) for r in known], dtype=np.float64),
        end_s=np.array([nearest.get(r.end, np.inf) for r in known], dtype=np.float64),
        forward_s=seconds,
        backward_s=seconds,
        metres=np.array([r.metres for r in known], dtype=np.float64),
    )
