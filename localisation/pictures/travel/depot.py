"""How much road and how many people a vehicle from the nearest depot reaches in time."""

from collections.abc import Sequence

import numpy as np

from localisation.domain.instance import Instance
from localisation.domain.road_times import RoadTimes
from localisation.domain.travel import Mode
from localisation.geography.accessibility import Response, nearest_time, response

LIMITS_MIN = (10, 15, 20, 30, 40)


def depot_response(instance: Instance, sites: Sequence[str]) -> tuple[Response, ...]:
    """By car from the buildings, one answer for each of `LIMITS_MIN`; none where there are no sites or no car times.

    People's times are those of the instance, and the roads those that driving times rest on: the network of the place
    where it has one, else its sketch. Where the roads are not known, the answer is about no metres of road.
    """
    car = instance.modes.get(Mode.CAR)
    if not sites or car is None:
        return ()
    people = {z.id: float(z.population) for z in instance.inventory.zones}
    seconds = nearest_time({z: row for z, row in car.zone_s.items() if z in people}, tuple(sites))
    none = np.empty(0)
    roads = RoadTimes(start_s=none, end_s=none, forward_s=none, backward_s=none, metres=none)
    if instance.roads_from:
        roads = instance.roads_from(sites, 60 * max(LIMITS_MIN))
    return tuple(response(roads, seconds, people, 60 * minutes) for minutes in LIMITS_MIN)
