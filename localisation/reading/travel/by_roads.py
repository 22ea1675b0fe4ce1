"""Travel times along streets, kept from run to run."""

from collections.abc import Callable
from pathlib import Path

from localisation.domain.inventory import Inventory
from localisation.domain.travel import Mode, TravelTimes
from localisation.geography.travel_times import network_times, street_access
from localisation.geography.travellers import destinations, origins, travel_times
from localisation.reading.roads.roads_read import RoadsRead
from localisation.reading.travel.times_cache import KeptTimes, keep_times, times_kept, times_key


def by_roads(
    inventory: Inventory, roads: RoadsRead, mode: Mode, cache: Path, progress: Callable[[int, int | None], None]
) -> tuple[TravelTimes, tuple[str, ...]]:
    """Times along the streets, and the points that lie far from any."""
    key = times_key(mode, roads.key, inventory.norms.model_dump(), origins(inventory), destinations(inventory))
    kept = times_kept(cache, key)
    if kept is None:
        access = street_access(inventory.norms, mode)
        found = network_times(roads.network, inventory, mode, access, progress=progress)
        far = tuple(dict.fromkeys((*found.far, *found.untied)))
        kept = KeptTimes(seconds=found.whole_s(), metres=found.whole_m(), far=far)
        keep_times(cache, key, kept)
    return travel_times(mode, kept.seconds, kept.metres, estimate=False), kept.far
