"""Travel times by every mode there is data for, from a place's network and timetable or its sketches."""

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from localisation.domain.errors import Problem
from localisation.domain.inventory import Inventory
from localisation.domain.provenance import InputFile
from localisation.domain.road_times import RoadsFrom
from localisation.domain.travel import Mode, TravelTimes
from localisation.geography.network.on_roads import ON_ROADS
from localisation.geography.transit.sketch import sketch_timetable
from localisation.geography.travel_times import network_roads_from, road_travel_times, sketch_roads_from
from localisation.geography.travellers import names_of
from localisation.reading.problems import Place, Problems
from localisation.reading.reading_progress import told_as
from localisation.reading.roads.road_settings import RoadSettings
from localisation.reading.roads.roads_read import RoadsRead
from localisation.reading.transit.timetable_cache import VERSION as TIMETABLE_VERSION
from localisation.reading.travel.by_roads import by_roads
from localisation.reading.travel.by_transit import TransitGiven, by_transit
from localisation.reading.travel.network_near_place import network_near_place
from localisation.reading.travel.stops_near_people import stops_near_people
from localisation.reading.travel.travel_files import TravelFiles

SKETCH_DAY = date(2000, 1, 3)
"""The day of a timetable that is the same every day."""
NAMED = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadTravel:
    """Travel times by mode, the kind of data each mode rests on, the roads, what is to be told, and the files."""

    modes: dict[Mode, TravelTimes]
    rests_on: dict[Mode, str]
    read_from: dict[Mode, str]
    """The file of each mode as the user knows it; none for the sketches."""
    roads_from: RoadsFrom
    timetable_day: date | None = None
    remarks: tuple[Problem, ...] = ()
    files: tuple[InputFile, ...] = ()


def travel_modes(inventory: Inventory, files: TravelFiles, shown: str, cache: Path) -> ReadTravel:
    """Seconds and metres from zones, centres and buildings to buildings by car, bicycle, on foot and public transport.

    Without a road network the road sketch is used, without a timetable the transit lines; a mode without either is
    absent. `shown` is the folder of the place as the user knows it. Raises `InvalidData` for files that cannot be used.
    """
    found = _Reading(inventory=inventory, files=files, shown=shown, cache=cache)
    roads = found.read_network() if files.roads else None
    roads_from = network_roads_from(roads.network, inventory) if roads else sketch_roads_from(inventory)
    given = found.read_feed() if files.transit else found.sketched_lines()
    if given:
        found.ride(given, roads)
    return ReadTravel(
        modes=found.modes,
        rests_on=found.rests_on,
        read_from=found.read_from,
        roads_from=roads_from,
        timetable_day=given.timetable.service_date if given and not given.estimate else None,
        remarks=(*found.remarks, *found.problems.remarks),
        files=tuple({f.path: f for f in found.inputs}.values()),
    )


@dataclass(slots=True, kw_only=True)
class _Reading:
    """The travel of a place, mode by mode as it is read."""

    inventory: Inventory
    files: TravelFiles
    shown: str
    cache: Path
    modes: dict[Mode, TravelTimes] = field(default_factory=dict)
    rests_on: dict[Mode, str] = field(default_factory=dict)
    read_from: dict[Mode, str] = field(default_factory=dict)
    remarks: list[Problem] = field(default_factory=list)
    inputs: list[InputFile] = field(default_factory=list)
    problems: Problems = field(default_factory=Problems)

    def __post_init__(self) -> None:
        """Begin with the sketch, where there is no network."""
        if not self.files.roads:
            for mode in ON_ROADS:
                self.modes[mode], self.rests_on[mode] = road_travel_times(self.inventory, mode), "road_sketch"

    def read_network(self) -> RoadsRead:
        """The road network, and times along it by every mode that travels on it."""
        # Loads what reads maps, as `read_feed` does.
        from localisation.reading.roads.read_roads import read_roads  # noqa: PLC0415

        path, norms = self.files.roads, self.inventory.norms
        assert path is not None
        shown = f"{self.shown}/{self.files.named(path)}"
        roads = read_roads(
            path,
            self.inventory.place.crs,
            shown=shown,
            source_epsg=self.files.roads_crs,
            layer=self.files.roads_layer,
            nodes=self.files.roads_nodes,
            settings=RoadSettings(bicycle_kmh=norms.bicycle_kmh, walk_kmh=norms.walk_m_per_min * 0.06),
            cache=self.cache,
            progress=told_as("file", path.name),
        )
        self.remarks += roads.notes
        self.inputs += roads.inputs
        network_near_place(roads.network, self.inventory, shown, self.problems)
        self.problems.raise_errors()
        for mode in ON_ROADS:
            told = told_as("times", mode)
            self.modes[mode], far = by_roads(self.inventory, roads, mode, self.cache, told)
            self.rests_on[mode], self.read_from[mode] = roads.kind, shown
            self._tell(far, mode)
        return roads

    def read_feed(self) -> TransitGiven:
        """The timetable of a feed."""
        path, crs = self.files.transit, self.inventory.place.crs
        assert path is not None
        # Loads a map library: half a second that only a place with a timetable should pay.
        from localisation.reading.transit.read_timetable import read_timetable  # noqa: PLC0415

        read = read_timetable(
            path,
            f"{self.shown}/{self.files.named(path)}",
            crs,
            on=self.files.transit_date,
            near=[(b.easting_m, b.northing_m) for b in self.inventory.buildings],
            cache=self.cache,
            progress=told_as("file", path.name),
        )
        self.remarks += read.remarks
        self.inputs.append(read.input)
        key = (TIMETABLE_VERSION, read.input.sha256, read.timetable.service_date)
        return TransitGiven(timetable=read.timetable, key=key, estimate=False)

    def sketched_lines(self) -> TransitGiven | None:
        """The timetable of the lines among the tables; None without any."""
        lines = self.inventory.transit_lines
        if not lines:
            return None
        key = ("lines", [line.model_dump() for line in lines])
        return TransitGiven(timetable=sketch_timetable(lines, SKETCH_DAY), key=key, estimate=True)

    def ride(self, given: TransitGiven, roads: RoadsRead | None) -> None:
        """Times by public transport, with walks along the streets of the network where there is one."""
        settings = self.files.transit_settings(self.inventory.norms)
        told = told_as("times", Mode.TRANSIT)
        times, far = by_transit(self.inventory, given, settings, roads, self.cache, told)
        self.modes[Mode.TRANSIT] = times
        data = "transit_lines" if given.estimate else "gtfs"
        self.rests_on[Mode.TRANSIT] = f"{data}_streets" if roads else data
        if self.files.transit:
            shown = self.read_from[Mode.TRANSIT] = f"{self.shown}/{self.files.named(self.files.transit)}"
            stops_near_people(far, self.inventory, self.files.transit_to_stop_min, shown, self.problems)
            self.problems.raise_errors()
            self._tell(far, Mode.TRANSIT)

    def _tell(self, far: tuple[str, ...], mode: Mode) -> None:
        """Points a mode serves badly or not at all, named; they are never moved nearer."""
        if far:
            named, at = names_of(far, self.inventory), Place(file=self.read_from[mode])
            some = tuple(named[:NAMED])
            self.problems.warning("travel_far", at, travel_mode=mode.value, count=len(named), some=some)
