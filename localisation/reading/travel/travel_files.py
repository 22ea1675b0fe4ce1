"""What place.toml says of roads and timetables: [travel]."""

import os.path
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from localisation.domain.norms import Norms
from localisation.geography.transit.settings import TransitSettings
from localisation.reading.place_keys import checked_place
from localisation.reading.problems import Problems
from localisation.reading.toml_file import TomlFile
from localisation.reading.travel.clock import clock_s


@dataclass(frozen=True, slots=True, kw_only=True)
class TravelFiles:
    """The road network and the timetable of a place; without them the sketches among its tables are used.

    A journey by public transport takes that percentile of its times over the departures from `transit_from_s` up to
    `transit_until_s` (seconds after midnight); the median, if nothing is said.
    """

    folder: Path = Path()
    roads: Path | None = None
    roads_crs: int | None = None
    roads_layer: str | None = None
    roads_nodes: Path | None = None
    transit: Path | None = None
    transit_date: date | None = None
    transit_from_s: int = 7 * 3600
    transit_until_s: int = 9 * 3600
    transit_percentile: int = 50
    transit_to_stop_min: int = 20
    transit_between_stops_min: int = 10
    transit_on_foot_min: int = 60
    transit_change_min: int = 2
    transit_most_changes: int = 3
    transit_longest_min: int = 180

    def named(self, path: Path) -> str:
        """A file as place.toml names it: as seen from the folder of the place."""
        return Path(os.path.relpath(path, self.folder)).as_posix()

    def transit_settings(self, norms: Norms) -> TransitSettings:
        """The same for the search, with walking by the norms of the place."""
        return TransitSettings(
            window_start_s=self.transit_from_s,
            window_end_s=self.transit_until_s,
            percentile=self.transit_percentile,
            walking_m_per_min=norms.walk_m_per_min,
            detour_percent=norms.access_detour_percent,
            to_stop_limit_s=60 * self.transit_to_stop_min,
            change_walk_limit_s=60 * self.transit_between_stops_min,
            walk_only_limit_s=60 * self.transit_on_foot_min,
            change_s=60 * self.transit_change_min,
            most_changes=self.transit_most_changes,
            most_travel_s=60 * self.transit_longest_min,
        )


def travel_files(file: TomlFile, folder: Path, problems: Problems) -> TravelFiles:
    """The [travel] table, its files as seen from the folder of the place; one that is not there is told."""
    written: dict[str, Any] = checked_place(file, "travel", problems)
    for key in ("roads", "roads_nodes", "transit"):
        if key in written:
            path = folder / written[key]
            if not path.exists():
                problems.error("travel_no_file", file.at("travel", key), file=written[key], folder=folder.as_posix())
            written[key] = path
    for key in ("transit_from", "transit_until"):
        if key in written:
            value = written.pop(key)
            seconds = clock_s(value)
            if seconds is None:
                problems.error("travel.clock", file.at("travel", key), value=value)
            else:
                written[f"{key}_s"] = seconds
    found = TravelFiles(folder=folder, **written)
    if found.transit_until_s <= found.transit_from_s:
        key = "transit_until" if "transit_until_s" in written else "transit_from"
        problems.error("travel.window", file.at("travel", key))
    return found
