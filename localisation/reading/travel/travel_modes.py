"""Travel times by every mode there is data for, from a place's network and timetable or its sketches."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from localisation.domain.errors import Problem
from localisation.domain.inventory import Inventory
from localisation.domain.provenance import InputFile
from localisation.domain.road_times import RoadsFrom
from localisation.domain.travel import Mode, TravelTimes
from localisation.geography.network.on_roads import ON_ROADS
from localisation.geography.transit.settings import TransitSettings
from localisation.geography.transit.sketch import sketch_timetable
from localisation.geography.transit.timetable import Timetable
from localisation.geography.transit.transit_times import transit_times
from localisation.geography.travel_times import (
    network_roads_from,
    network_times,
    road_travel_times,
    sketch_roads_from,
    street_access,
)
from localisation.geography.travellers import destinations, origins, travel_times
from localisation.reading.problems import Place, Problems
from localisation.reading.roads.read_roads import RoadsRead, read_roads
from localisation.reading.roads.road_settings import RoadSettings
from localisation.reading.transit.read_timetable import read_timetable
from localisation.reading.travel.times_cache import KeptTimes, keep_times, times_kept, times_key
from localisation.reading.travel.travel_files import TravelFiles

SKETCH_DAY = date(2000, 1, 3)
"""The day of a timetable that is the same every day."""
NAMED = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadTravel:
    """Travel times by mode, the kind of data each mode rests on, the roads, what is to be told, and the files."""

    modes: dict[Mode, TravelTimes]
    rests_on: dict[Mode, str]
    roads_from: RoadsFrom
    timetable_day: date | None = None
    remarks: tuple[Problem, ...] = ()
    files: tuple[InputFile, ...] = ()


def travel_modes(inventory: Inventory, files: TravelFiles, shown: str, cache: Path) -> ReadTravel:
    """Seconds and metres from zones, centres and buildings to buildings by car, bicycle, on foot and public transport.

    Without a road network the road sketch is used, without a timetable the transit lines; a mode without either is
    absent. `shown` is the folder of the place as the user knows it. Raises `InvalidData` for files that cannot be used.
    """
    modes: dict[Mode, TravelTimes] = {}
    rests: dict[Mode, str] = {}
    remarks: list[Problem] = []
    problems = Problems()
    inputs: list[InputFile] = []
    day: date | None = None
    if files.roads:
        roads = read_roads(
            files.roads,
            inventory.place.crs,
            source_epsg=files.roads_crs,
            layer=files.roads_layer,
            nodes=files.roads_nodes,
            settings=RoadSettings(
                bicycle_kmh=inventory.norms.bicycle_kmh, walk_kmh=inventory.norms.walk_m_per_min * 0.06
            ),
            cache=cache,
        )
        remarks += roads.notes
        inputs += roads.inputs
        for mode in ON_ROADS:
            modes[mode], far = _by_network(inventory, roads, mode, cache)
            rests[mode] = roads.kind
            _tell(far, mode, files.roads, shown, problems)
        roads_from = network_roads_from(roads.network, inventory)
    else:
        roads_from = sketch_roads_from(inventory)
        for mode in ON_ROADS:
            modes[mode], rests[mode] = road_travel_times(inventory, mode), "road_sketch"
    if files.transit:
        near = [(b.easting_m, b.northing_m) for b in inventory.buildings]
        read = read_timetable(
            files.transit,
            f"{shown}/{files.transit.name}",
            inventory.place.crs,
            on=files.transit_date,
            near=near,
            cache=cache,
        )
        remarks += read.remarks
        inputs.append(read.input)
        day = read.timetable.service_date
        key = times_key(
            "transit", inventory.place.crs, read.input.sha256, read.timetable.service_date, files.transit_percentile
        )
        modes[Mode.TRANSIT], far = _by_transit(inventory, read.timetable, files, key, cache)
        _tell(far, Mode.TRANSIT, files.transit, shown, problems)
        rests[Mode.TRANSIT] = "gtfs"
    elif inventory.transit_lines:
        timetable = sketch_timetable(inventory.transit_lines, SKETCH_DAY)
        modes[Mode.TRANSIT], _ = _by_transit(inventory, timetable, files, "", cache)
        rests[Mode.TRANSIT] = "transit_lines"
    return ReadTravel(
        modes=modes,
        rests_on=rests,
        roads_from=roads_from,
        timetable_day=day,
        remarks=(*remarks, *problems.remarks),
        files=tuple({f.path: f for f in inputs}.values()),
    )


def _by_network(inventory: Inventory, roads: RoadsRead, mode: Mode, cache: Path) -> tuple[TravelTimes, tuple[str, ...]]:
    """Times along the streets, and the points that lie far from any; kept for the next run."""
    key = times_key(mode, roads.key, inventory.norms.model_dump(), origins(inventory), destinations(inventory))
    kept = times_kept(cache, key)
    if kept is None:
        found = network_times(roads.network, inventory, mode, street_access(inventory.norms, mode))
        far = tuple(dict.fromkeys((*found.far, *found.untied)))
        kept = KeptTimes(seconds=found.rows_s(), metres=found.rows_m(), far=far)
        keep_times(cache, key, kept)
    return travel_times(mode, kept.seconds, kept.metres, estimate=False), kept.far


def _by_transit(
    inventory: Inventory, timetable: Timetable, files: TravelFiles, key: str, cache: Path
) -> tuple[TravelTimes, tuple[str, ...]]:
    """Door to door over a morning's departures, and the origins far from any stop; a feed's are kept."""
    norms, start, goal = inventory.norms, origins(inventory), destinations(inventory)
    settings = TransitSettings(
        walking_m_per_min=norms.walk_m_per_min,
        detour_percent=norms.access_detour_percent,
        percentile=files.transit_percentile or 50,
    )
    key = key and times_key(key, settings.model_dump(), start, goal)
    kept = times_kept(cache, key) if key else None
    if kept is None:
        found = transit_times(timetable, start, goal, settings)
        kept = KeptTimes(seconds=found.percentile_s, metres={}, far=found.far_from_stops)
        if key:
            keep_times(cache, key, kept)
    return travel_times(Mode.TRANSIT, kept.seconds, kept.metres, estimate=not key), kept.far


def _tell(far: tuple[str, ...], mode: Mode, file: Path, shown: str, problems: Problems) -> None:
    """Points a mode serves badly or not at all, named; they are never moved nearer."""
    if far:
        at = Place(file=f"{shown}/{file.name}")
        problems.warning("travel_far", at, mode=mode.value, count=len(far), some=far[:NAMED])
