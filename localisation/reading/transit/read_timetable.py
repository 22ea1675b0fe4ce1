"""Reads a GTFS feed and makes the timetable of one date."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import numpy as np

from localisation.domain.errors import Problem
from localisation.domain.provenance import InputFile
from localisation.geography.transit.timetable import Timetable
from localisation.reading.coordinates import Point
from localisation.reading.problems import Place, Problems
from localisation.reading.transit.assemble import assemble
from localisation.reading.transit.calls import read_calls
from localisation.reading.transit.feed_files import FeedFiles, find_feed
from localisation.reading.transit.headways import with_headways
from localisation.reading.transit.missing_times import fill_missing_times
from localisation.reading.transit.near_place import near_place
from localisation.reading.transit.runs import runs_around
from localisation.reading.transit.service_date import service_date
from localisation.reading.transit.services import read_services
from localisation.reading.transit.sound_trips import sound_trips
from localisation.reading.transit.stated_changes import stated_changes
from localisation.reading.transit.stops import read_stops
from localisation.reading.transit.timetable_cache import from_cache, into_cache
from localisation.reading.transit.trips import read_trips

Progress = Callable[[int, int], None]
"""(bytes read, bytes in all); the end is always told."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadTimetable:
    """A timetable, what the user is to know of how it was read, and the file it rests on."""

    timetable: Timetable
    remarks: tuple[Problem, ...]
    input: InputFile


def read_timetable(
    path: Path,
    shown: str,
    epsg: int,
    *,
    on: date | None = None,
    near: Sequence[Point] = (),
    cache: Path | None = None,
    progress: Progress | None = None,
) -> ReadTimetable:
    """The timetable of one date from a GTFS zip or folder; `shown` is its path as the user knows it.

    `on` is the date, the busiest ordinary weekday if none is given. Stops are projected to the coordinate system with
    the EPSG code. `near` are points of the place, in that system: a feed with no stop near any of them is refused.
    `cache` is a folder where timetables are kept by the digest of the feed. InvalidData with everything found wrong;
    what was repaired or left out is among the remarks.
    """
    problems = Problems()
    files = find_feed(path, shown, problems)
    problems.raise_errors()
    assert files is not None  # or there was an error
    source = files.input()
    kept = from_cache(cache, source.sha256, shown, epsg, on) if cache else None
    if kept:
        timetable, remarks = kept
    else:
        timetable = _timetable(files, epsg, on, problems, progress)
        remarks = problems.remarks
        if cache:
            into_cache(cache, source.sha256, shown, epsg, on, timetable, remarks)
    near_place(files, timetable, epsg, near, problems)
    problems.raise_errors()
    if progress:
        total = sum(files.sizes.values())
        progress(total, total)
    return ReadTimetable(timetable=timetable, remarks=remarks, input=source)


def _timetable(
    files: FeedFiles, epsg: int, on: date | None, problems: Problems, progress: Progress | None
) -> Timetable:
    done, total = 0, sum(files.sizes.values())

    def told(more: int) -> None:
        nonlocal done
        done += more
        if progress:
            progress(min(done, total), total)

    stops = read_stops(files, epsg, problems, told)
    trips = read_trips(files, problems, told)
    services = read_services(files, problems, told)
    problems.raise_errors()
    runs_by_date = services.runs_by_date(trips.service_id.value_counts())
    day = service_date(runs_by_date, on, Place(file=files.shown), problems)
    problems.raise_errors()
    assert day is not None  # or there was an error
    runs = runs_around(trips, services, day)
    running = np.unique(runs.trip)
    calls = read_calls(files, trips, running, stops, problems, told)
    problems.raise_errors()
    calls = sound_trips(files, calls, running, trips, stops, problems)
    calls = fill_missing_times(files, calls, trips, stops, problems)
    runs = with_headways(files, runs, calls, trips, problems, told)
    stated = stated_changes(files, stops, problems, told)
    problems.raise_errors()
    return assemble(day, tuple(trips.trip_id), runs, calls, stops, stated)
