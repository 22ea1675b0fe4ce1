"""An edge table kept as GeoParquet, so that the same file is read once."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Final

import geopandas
import numpy as np
import shapely
from numpy.typing import NDArray

from localisation.domain.errors import Problem
from localisation.geography.network.links import Links
from localisation.geography.network.on_roads import ON_ROADS
from localisation.geography.network.shapes import Shapes

VERSION: Final = 2
"""Raised when the readers or the columns change: what was kept before is then not used."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """What was read before: the links, what was told then, and the kind of data."""

    links: Links
    notes: tuple[Problem, ...]
    kind: str


def cache_key(digests: list[str], settings: Mapping[str, object]) -> str:
    """The name under which a reading is kept: of the bytes that were read, and everything that bears on the result."""
    text = json.dumps({"version": VERSION, "inputs": digests, "settings": dict(settings)}, sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()


def keep(folder: Path, key: str, kept: Kept, epsg: int) -> None:
    """Write the edge table, one row a street, and beside it what was told. OSError when the folder cannot be written.

    Seconds are per mode and direction, inf where it is closed; the files appear whole or not at all.
    """
    links = kept.links
    columns: dict[str, Any] = {"start": links.start, "end": links.end, "metres": links.metres}
    for mode in ON_ROADS:
        columns |= {f"{mode}_along_s": links.along_s[mode], f"{mode}_back_s": links.back_s[mode]}
    columns |= {"ferry": links.ferry, "tunnel": links.tunnel, "bridge": links.bridge}
    table = geopandas.GeoDataFrame(columns, geometry=links.shapes.lines(), crs=epsg)
    folder.mkdir(parents=True, exist_ok=True)
    edges, notes = _files(folder, key)
    half = edges.with_suffix(".part")
    table.to_parquet(half)
    told = {"kind": kept.kind, "notes": [asdict(note) for note in kept.notes]}
    notes.write_text(json.dumps(told, ensure_ascii=False), "utf-8")
    half.replace(edges)


def kept_before(folder: Path, key: str) -> Kept | None:
    """What was kept; None when there is nothing, or it is damaged: the file is then read anew."""
    edges, notes = _files(folder, key)
    try:
        told = json.loads(notes.read_text("utf-8"))
        table = geopandas.read_parquet(edges)
        problems = tuple(_problem(note) for note in told["notes"])
        return Kept(links=_links(table), notes=problems, kind=told["kind"])
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _files(folder: Path, key: str) -> tuple[Path, Path]:
    return folder / f"roads-{key[:32]}.parquet", folder / f"roads-{key[:32]}.json"


def _problem(note: dict[str, Any]) -> Problem:
    holes = {name: tuple(v) if isinstance(v, list) else v for name, v in note["holes"].items()}
    return Problem(**{**note, "holes": holes})


def _links(table: geopandas.GeoDataFrame) -> Links:
    line = np.asarray(table.geometry.array, object)
    start, end = (table[name].to_numpy(np.int32) for name in ("start", "end"))
    ends = np.concatenate([shapely.get_point(line, 0), shapely.get_point(line, -1)])
    _, first = np.unique(np.concatenate([start, end]), return_index=True)
    xy = shapely.get_coordinates(ends[first])

    def seconds(way: str) -> dict[Any, NDArray[np.float32]]:
        return {mode: table[f"{mode}_{way}_s"].to_numpy(np.float32) for mode in ON_ROADS}

    return Links(
        x_m=xy[:, 0].copy(),
        y_m=xy[:, 1].copy(),
        start=start,
        end=end,
        metres=table["metres"].to_numpy(np.float32),
        along_s=seconds("along"),
        back_s=seconds("back"),
        ferry=table["ferry"].to_numpy(bool),
        tunnel=table["tunnel"].to_numpy(bool),
        bridge=table["bridge"].to_numpy(bool),
        shapes=Shapes.of(line),
    )
