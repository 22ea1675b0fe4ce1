"""The road sketch of a place as a road network, so that both are searched by the same engine."""

import numpy as np
import shapely

from localisation.domain.inventory import Inventory
from localisation.domain.travel import Mode
from localisation.geography.network.links import Links, network_of
from localisation.geography.network.network import Network
from localisation.geography.network.on_roads import ON_ROADS
from localisation.geography.network.shapes import Shapes
from localisation.geography.speed import speed_m_s


def sketch_network(inventory: Inventory) -> Network:
    """The roads of the sketch as straight lines between their nodes, open both ways, as long as the table says.

    Cars drive as fast as the road says; bicycles and walkers keep their one speed, and stay off roads for cars only.
    A stretch takes them whole seconds, one at the least.
    """
    place = {n.id: i for i, n in enumerate(inventory.road_nodes)}
    xy = np.array([(n.easting_m, n.northing_m) for n in inventory.road_nodes], np.float64).reshape(-1, 2)
    roads = inventory.roads
    start = np.array([place[r.start] for r in roads], np.int32)
    end = np.array([place[r.end] for r in roads], np.int32)
    metres = np.array([r.metres for r in roads], np.float32)
    cars_only = np.array([r.cars_only for r in roads], np.bool_)
    seconds = {Mode.CAR: np.array([r.seconds for r in roads], np.float32)}
    for mode in (Mode.BICYCLE, Mode.WALK):
        own = np.maximum(1, np.rint(metres / speed_m_s(inventory.norms, mode)))
        seconds[mode] = np.where(cars_only, np.inf, own).astype(np.float32)
    none = np.zeros(len(roads), np.bool_)
    lines = shapely.linestrings(np.stack([xy[start], xy[end]], axis=1)) if len(roads) else np.empty(0, object)
    links = Links(
        x_m=xy[:, 0].copy(),
        y_m=xy[:, 1].copy(),
        start=start,
        end=end,
        metres=metres,
        along_s={mode: seconds[mode] for mode in ON_ROADS},
        back_s={mode: seconds[mode] for mode in ON_ROADS},
        ferry=none,
        tunnel=none.copy(),
        bridge=none.copy(),
        shapes=Shapes.of(np.asarray(lines)),
    )
    return network_of(links, inventory.place.crs)
