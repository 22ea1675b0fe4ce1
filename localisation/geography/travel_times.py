"""Travel times by car, by bicycle and on foot, along the streets of a network or the roads of a sketch."""

from collections.abc import Callable

from localisation.domain.inventory import Inventory
from localisation.domain.norms import Norms
from localisation.domain.travel import Mode, TravelTimes
from localisation.geography.network.access import Access
from localisation.geography.network.network import Network
from localisation.geography.network.roads_from_sites import RoadsFromSites
from localisation.geography.network.times import ModeTimes, mode_times
from localisation.geography.sketch_network import sketch_network
from localisation.geography.speed import speed_m_s
from localisation.geography.travellers import destinations, origins, travel_times

DIRECT_LIMIT_M = 2_000
"""Within this straight-line distance a trip may also go directly, on streets the sketch does not show."""
ANYWHERE_M = 1e7
"""Every point is tied to the sketch, however far off: it shows main roads only."""


def street_access(norms: Norms, mode: Mode) -> Access:
    """The leg between a door and the streets of a network, by the norms of the place."""
    return Access(speed_kmh=speed_m_s(norms, mode) * 3.6, detour_percent=norms.access_detour_percent)


def sketch_access(norms: Norms, mode: Mode) -> Access:
    """The leg between a door and the roads of the sketch, any part of it; short trips may go directly."""
    return Access(
        speed_kmh=speed_m_s(norms, mode) * 3.6,
        detour_percent=norms.access_detour_percent,
        reach_m=ANYWHERE_M,
        least_component_m=0,
        direct_m=DIRECT_LIMIT_M,
    )


def network_times(
    network: Network,
    inventory: Inventory,
    mode: Mode,
    access: Access,
    *,
    progress: Callable[[int, int], None] | None = None,
) -> ModeTimes:
    """From every zone, centre and building to every building, by the names of `travellers.origins`.

    Driving times are multiplied by the peak norm of the place; bicycles and walkers are not held up by queues.
    """
    peak = inventory.norms.peak_percent if mode is Mode.CAR else 100
    start, goal = origins(inventory), destinations(inventory)
    return mode_times(network, start, goal, mode, access, peak_percent=peak, progress=progress)


def sketch_roads_from(inventory: Inventory) -> RoadsFromSites:
    """How soon a car from any of the buildings gets to every road of the sketch."""
    norms = inventory.norms
    return RoadsFromSites(
        sketch_network(inventory),
        destinations(inventory),
        sketch_access(norms, Mode.CAR),
        peak_percent=norms.peak_percent,
    )


def network_roads_from(network: Network, inventory: Inventory) -> RoadsFromSites:
    """How soon a car from any of the buildings gets to every road of a network that is near where people live."""
    norms = inventory.norms
    return RoadsFromSites(
        network,
        destinations(inventory),
        street_access(norms, Mode.CAR),
        peak_percent=norms.peak_percent,
        around=[(z.easting_m, z.northing_m) for z in inventory.zones if z.population],
    )


def road_travel_times(inventory: Inventory, mode: Mode = Mode.CAR) -> TravelTimes:
    """Seconds and metres from every zone, centre and building to every building, on the road sketch of the place.

    A trip is a straight-line access leg to the nearest road (lengthened by the detour norm, at access speed),
    the fastest way along the roads, and a leg to the building; or, for short trips, the direct line as one
    access leg if that is faster. Pairs without a road between them are absent. Always an estimate: the sketch holds
    main roads only.
    """
    found = network_times(sketch_network(inventory), inventory, mode, sketch_access(inventory.norms, mode))
    return travel_times(mode, found.whole_s(), found.whole_m(), estimate=True)
