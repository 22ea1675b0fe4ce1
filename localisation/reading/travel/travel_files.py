"""What place.toml says of roads and timetables: [travel]."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from localisation.reading.problems import Problems
from localisation.reading.toml_file import TomlFile
from localisation.reading.toml_table import Key, checked

TRAVEL_KEYS = (
    Key("roads", str),
    Key("roads_crs", int),
    Key("roads_layer", str),
    Key("roads_nodes", str),
    Key("transit", str),
    Key("transit_date", date),
    Key("transit_percentile", int, low=1, high=100),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class TravelFiles:
    """The road network and the timetable of a place; without them the sketches among its tables are used.

    A journey by public transport takes that percentile of its times over the departures, without it the median.
    """

    roads: Path | None = None
    roads_crs: int | None = None
    roads_layer: str | None = None
    roads_nodes: Path | None = None
    transit: Path | None = None
    transit_date: date | None = None
    transit_percentile: int | None = None


def travel_files(file: TomlFile, folder: Path, problems: Problems) -> TravelFiles:
    """The [travel] table, its files as seen from the folder of the place; one that is not there is told."""
    written: dict[str, Any] = checked(file, "travel", TRAVEL_KEYS, problems)
    for key in ("roads", "roads_nodes", "transit"):
        if key in written:
            path = folder / written[key]
            if not path.exists():
                problems.error("travel_no_file", file.at("travel", key), file=written[key], folder=folder.as_posix())
            written[key] = path
    return TravelFiles(**written)
