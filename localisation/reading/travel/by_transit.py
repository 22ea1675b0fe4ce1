"""Travel times by public transport, kept from run to run."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from localisation.domain.inventory import Inventory
from localisation.domain.travel import Mode, TravelTimes
from localisation.domain.travel_table import TravelTable
from localisation.geography.transit.settings import TransitSettings
from localisation.geography.transit.street_walking import StreetWalking
from localisation.geography.transit.timetable import Timetable
from localisation.geography.transit.transit_times import transit_times
from localisation.geography.transit.walking import straight_line_walking
from localisation.geography.travel_times import street_access
from localisation.geography.travellers import destinations, origins, travel_times
from localisation.reading.roads.roads_read import RoadsRead
from localisation.reading.travel.times_cache import KeptTimes, keep_times, times_kept, times_key


@dataclass(frozen=True, slots=True, kw_only=True)
class TransitGiven:
    """A timetable and what it is known by among kept times; `estimate` says that it is a sketch."""

    timetable: Timetable
    key: tuple[object, ...]
    estimate: bool


def by_transit(
    inventory: Inventory,
    given: TransitGiven,
    settings: TransitSettings,
    roads: RoadsRead | None,
    cache: Path,
    progress: Callable[[int, int | None], None],
) -> tuple[TravelTimes, tuple[str, ...]]:
    """Door to door over a window of departures, and the origins far from any stop.

    Walks to, between and from stops, and all the way, are along the streets of the road network where there is one, in
    straight lines where there is none. A sketch is quicker searched than kept.
    """
    start, goal = origins(inventory), destinations(inventory)
    streets = roads.key if roads else None
    key = times_key("transit", *given.key, streets, inventory.place.crs, settings.model_dump(), start, goal)
    kept = None if given.estimate else times_kept(cache, key)
    if kept is None:
        walking = straight_line_walking(settings)
        if roads:
            walking = StreetWalking(roads.network, street_access(inventory.norms, Mode.WALK), walking)
        found = transit_times(given.timetable, start, goal, settings, walking=walking, progress=progress)
        kept = KeptTimes(seconds=found.percentile_s, metres=TravelTable.of({}), far=found.far_from_stops)
        if not given.estimate:
            keep_times(cache, key, kept)
    return travel_times(Mode.TRANSIT, kept.seconds, kept.metres, estimate=given.estimate), kept.far
