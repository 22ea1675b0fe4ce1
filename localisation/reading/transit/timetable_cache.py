"""Timetables kept in a folder, so that a feed is read once."""

import hashlib
import json
import os
import shutil
import tempfile
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from localisation.domain.errors import Problem
from localisation.geography.transit.timetable import StatedChanges, Timetable

VERSION = 1
"""To be raised whenever a feed is read in another way: what was kept before is then not used."""
_ABOUT = b"localisation"


def from_cache(
    folder: Path, sha256: str, shown: str, epsg: int, on: date | None
) -> tuple[Timetable, tuple[Problem, ...]] | None:
    """The timetable and its remarks as they were kept; None when they were not, or cannot be read any more.

    The remarks name the feed as it was `shown`: under another name it is read anew.
    """
    home = folder / _name(sha256, shown, epsg, on)
    try:
        tables = {name: pq.read_table(home / f"{name}.parquet") for name in ("stops", "trips", "calls", "changes")}
        about = json.loads(tables["stops"].schema.metadata[_ABOUT])
        return _timetable(tables, date.fromisoformat(about["date"])), tuple(_problem(p) for p in about["remarks"])
    except (OSError, pa.ArrowException, KeyError, TypeError, ValueError):
        return None


def into_cache(
    folder: Path,
    sha256: str,
    shown: str,
    epsg: int,
    on: date | None,
    timetable: Timetable,
    remarks: tuple[Problem, ...],
) -> None:
    """Keep a timetable as Parquet; it appears whole or not at all."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder, prefix=".new-") as new:
        for name, table in _tables(timetable, remarks).items():
            pq.write_table(table, Path(new) / f"{name}.parquet", compression="zstd")
        home = folder / _name(sha256, shown, epsg, on)
        shutil.rmtree(home, ignore_errors=True)
        try:
            os.rename(new, home)
        except OSError:
            return  # another run has kept the same meanwhile
        os.mkdir(new)  # for the context to take away


def _name(sha256: str, shown: str, epsg: int, on: date | None) -> str:
    name = hashlib.sha256(shown.encode()).hexdigest()[:8]
    return f"transit-{VERSION}-{sha256[:24]}-{name}-{epsg}-{on.isoformat() if on else 'ordinary'}"


def _tables(timetable: Timetable, remarks: tuple[Problem, ...]) -> Mapping[str, pa.Table]:
    t = timetable
    about = {"date": t.service_date.isoformat(), "remarks": [_plain(p) for p in remarks]}
    stops = pa.table(
        {
            "id": pa.array(t.stop_ids, pa.string()),
            "name": pa.array(t.stop_names, pa.string()),
            "x_m": t.stop_xy_m[:, 0],
            "y_m": t.stop_xy_m[:, 1],
            "station": t.stop_station,
        }
    )
    return {
        "stops": stops.replace_schema_metadata({_ABOUT: json.dumps(about).encode()}),
        "trips": pa.table({"id": pa.array(t.trip_ids, pa.string()), "start": t.trip_starts[:-1]}),
        "calls": pa.table(
            {name: getattr(t, name) for name in ("call_stop", "arrive_s", "depart_s", "may_board", "may_alight")}
        ),
        "changes": pa.table({name: getattr(t.stated, name) for name in ("from_stop", "to_stop", "seconds")}),
    }


def _timetable(tables: Mapping[str, pa.Table], day: date) -> Timetable:
    def column(table: str, name: str) -> np.ndarray:
        found: np.ndarray = tables[table][name].to_numpy()
        return found

    calls = {n: column("calls", n) for n in ("call_stop", "arrive_s", "depart_s", "may_board", "may_alight")}
    return Timetable(
        service_date=day,
        stop_ids=tuple(tables["stops"]["id"].to_pylist()),
        stop_names=tuple(tables["stops"]["name"].to_pylist()),
        stop_xy_m=np.stack([column("stops", "x_m"), column("stops", "y_m")], axis=1),
        stop_station=column("stops", "station"),
        trip_ids=tuple(tables["trips"]["id"].to_pylist()),
        trip_starts=np.append(column("trips", "start"), len(calls["call_stop"])),
        **calls,
        stated=StatedChanges(**{n: column("changes", n) for n in ("from_stop", "to_stop", "seconds")}),
    )


def _plain(problem: Problem) -> dict[str, object]:
    holes = {k: {"date": v.isoformat()} if isinstance(v, date) else v for k, v in problem.holes.items()}
    return {n: getattr(problem, n) for n in Problem.__slots__} | {"holes": holes}


def _problem(plain: dict[str, object]) -> Problem:
    holes = plain.pop("holes")
    assert isinstance(holes, dict)
    dated = {k: date.fromisoformat(v["date"]) if isinstance(v, dict) else v for k, v in holes.items()}
    return Problem(**plain, holes=dated)  # type: ignore[arg-type]
