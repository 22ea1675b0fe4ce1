"""A feed small enough to read in one look, written as GTFS text files; tests spoil one file at a time.

Two stops, A and B, 0.1 degrees of longitude apart at 60 degrees north: 5.6 km. Bus T1 runs on weekdays in March 2030,
from A at 07:00 to B at 07:15; T2 from B at 08:00 to A at 08:15.
"""

import zipfile
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from localisation.domain.errors import InvalidData, Problem
from localisation.geography.transit.timetable import Timetable
from localisation.reading.told import told
from localisation.reading.transit.read_timetable import ReadTimetable, read_timetable

EPSG = 32633
TUESDAY = date(2030, 3, 5)
STOPS = "stop_id,stop_name,stop_lat,stop_lon\nA,Aker,60.0,10.0\nB,Bru,60.0,10.1\n"
TRIPS = "route_id,service_id,trip_id\nL,weekdays,T1\nL,weekdays,T2\n"
HEAD = "trip_id,arrival_time,departure_time,stop_id,stop_sequence\n"
T2_TIMES = "T2,08:00:00,08:00:00,B,1\nT2,08:15:00,08:15:00,A,2\n"
STOP_TIMES = f"{HEAD}T1,07:00:00,07:00:00,A,1\nT1,07:15:00,07:15:00,B,2\n{T2_TIMES}"
CALENDAR = (
    "service_id,monday,tuesday,wednesday,thursday,friday,saturday,sunday,start_date,end_date\n"
    "weekdays,1,1,1,1,1,0,0,20300301,20300331\n"
)
FILES = {"stops.txt": STOPS, "trips.txt": TRIPS, "stop_times.txt": STOP_TIMES, "calendar.txt": CALENDAR}


def zipped(folder: Path, files: Mapping[str, str | bytes], inside: str = "") -> Path:
    """A zip of these files, in a folder inside it if that is named."""
    path = folder / "feed.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for name, text in files.items():
            archive.writestr(zipfile.ZipInfo(f"{inside}{name}"), text)
    return path


def read(folder: Path, on: date | None = TUESDAY, **changed: str | bytes | None) -> ReadTimetable:
    """The feed with some files changed, such as stops="…", or taken away with None, on a date."""
    files = FILES | {f"{name}.txt": text for name, text in changed.items()}
    return read_timetable(zipped(folder, {k: v for k, v in files.items() if v is not None}), "feed.zip", EPSG, on=on)


def refused(folder: Path, on: date | None = TUESDAY, **changed: str | bytes | None) -> Problem:
    """The one error the changed feed is refused with; it can be told in both languages."""
    try:
        read(folder, on, **changed)
    except InvalidData as fault:
        errors = [p for p in fault.problems if p.severity == "error"]
    else:
        raise AssertionError("the feed was read")
    assert len(errors) == 1, errors
    return sayable(errors[0])


def remark(folder: Path, code: str, **changed: str | bytes | None) -> tuple[Timetable, Problem]:
    """The timetable of the changed feed and the one remark it is read with."""
    found = read(folder, **changed)
    assert [p.code for p in found.remarks] == [f"transit_feed.{code}"]
    return found.timetable, sayable(found.remarks[0])


def sayable(problem: Problem) -> Problem:
    """The same problem, told in both languages without a fault."""
    for language in ("nb", "en"):
        sentences = told(problem, language)
        assert sentences.where
        assert sentences.what
        assert sentences.remedy
    return problem


def runs(table: Timetable) -> list[list[tuple[str, int, int]]]:
    """Each run as (stop, arrival, departure), times in whole minutes after midnight."""
    calls = [
        (table.stop_ids[s], int(a) // 60, int(d) // 60)
        for s, a, d in zip(table.call_stop, table.arrive_s, table.depart_s, strict=True)
    ]
    return [calls[a:b] for a, b in zip(table.trip_starts, table.trip_starts[1:], strict=False)]


# Enough sound trips that a single bad one is not too many: X0 … X19 from A to B.
MANY_TRIPS = TRIPS + "".join(f"L,weekdays,X{i}\n" for i in range(20))
MANY_TIMES = STOP_TIMES + "".join(
    f"X{i},10:{i:02}:00,10:{i:02}:00,A,1\nX{i},11:{i:02}:00,11:{i:02}:00,B,2\n" for i in range(20)
)


def faults(path, **options):
    with pytest.raises(InvalidData) as caught:
        read_timetable(path, path.name, EPSG, on=TUESDAY, **options)
    return [sayable(p).code.removeprefix("transit_feed.") for p in caught.value.problems]
