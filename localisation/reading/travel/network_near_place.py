"""Whether a road network has anything to do with the place."""

import numpy as np
from numpy.typing import NDArray

from localisation.domain.inventory import Inventory
from localisation.domain.travel import Mode
from localisation.geography.network.network import Network
from localisation.geography.network.snap import snap
from localisation.geography.travel_times import sketch_access
from localisation.reading.problems import Place, Problems

FAR_M = 5_000
"""Whoever lives farther from every street than this is outside the network, and not merely far from the road."""


def network_near_place(network: Network, inventory: Inventory, shown: str, problems: Problems) -> None:
    """Tell, as an error, that most inhabitants or most buildings lie outside the network: it is of another place.

    A network that leaves out a part of the place is used, and the points it leaves out are told elsewhere.
    """
    people = np.array([z.population for z in inventory.zones], float)
    homes = _away(network, inventory, [(z.easting_m, z.northing_m) for z in inventory.zones])
    houses = _away(network, inventory, [(b.easting_m, b.northing_m) for b in inventory.buildings])
    everyone, outside = float(people.sum()), float(people[homes > FAR_M].sum())
    far = int((houses > FAR_M).sum())
    if 2 * outside <= everyone and 2 * far <= len(houses):
        return
    nearest = min(homes.min(initial=np.inf), houses.min(initial=np.inf))
    holes = {
        "percent": round(100 * outside / everyone) if everyone else 0,
        "buildings": far,
        "of": len(houses),
        "limit_km": FAR_M // 1000,
        "km": round(float(nearest) / 1000) if np.isfinite(nearest) else 0,
    }
    problems.error("travel.network_of_another_place", Place(file=shown), **holes)


def _away(network: Network, inventory: Inventory, points: list[tuple[int, int]]) -> NDArray[np.float64]:
    """Straight metres from each point to the nearest street a car may use, however far off."""
    xy = np.array(points, np.float64).reshape(-1, 2)
    return snap(network, xy, Mode.CAR, sketch_access(inventory.norms, Mode.CAR)).straight_m
