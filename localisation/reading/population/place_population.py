"""What place.toml says of where people live: [population], a file that takes the place of the people in zones."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import shapely

from localisation.domain.geography import Zone
from localisation.domain.provenance import InputFile
from localisation.reading.place_keys import checked_place
from localisation.reading.population.areas import Areas, in_areas, read_areas
from localisation.reading.population.forecast_table import read_forecast
from localisation.reading.population.population import Population
from localisation.reading.population.read_population import read_population
from localisation.reading.population.scale import forecast_to
from localisation.reading.population.zones import zones_of
from localisation.reading.problems import Place, Problems
from localisation.reading.reading_progress import told_as
from localisation.reading.toml_file import TomlFile

_NEAR_M = 2_000
"""A place further from every zone of the table than this is not in the municipality."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacePopulation:
    """The zones that take the place of those of the table, and the files they came from."""

    zones: tuple[Zone, ...]
    files: tuple[InputFile, ...]


def place_population(
    file: TomlFile, folder: Path, shown: str, known: Sequence[Zone], epsg: int, problems: Problems
) -> PlacePopulation | None:
    """The people of [population] as zones; None without that table, or when the file cannot be used (it is told).

    Area and district are those of the nearest zone of the table `zones` within `_NEAR_M` metres, as the crow flies;
    with `areas` (polygons), the area is the polygon's, by name or id as the table writes it. Places farther off are
    left out, and it is told. `forecast` scales every area to its total in `forecast_year`, and needs `areas`.
    """
    if "population" not in file.values:
        return None
    written = checked_place(file, "population", problems)
    paths: dict[str, Path] = {k: folder / written[k] for k in ("file", "areas", "forecast") if k in written}
    for key, path in paths.items():
        if not path.exists():
            problems.error("travel_no_file", file.at("population", key), file=written[key], folder=folder.as_posix())
    if "forecast" in written and not ("areas" in written and "forecast_year" in written):
        problems.error("population.forecast_without", file.at("population", "forecast"))
    if problems.errors or "file" not in paths or not known:
        return None
    name = f"{shown}/{written['file']}"
    found = read_population(
        paths["file"],
        name,
        problems,
        target_epsg=epsg,
        year=written.get("year"),
        epsg=written.get("crs"),
        layer=written.get("layer", ""),
        within=_near(known),
        progress=told_as("file", written["file"]),
    )
    areas = _areas(paths, written, shown, epsg, problems)
    if found is None or ("areas" in paths and areas is None):
        return None
    placed = in_areas(found, areas, name, problems) if areas else _as_nearest(found, known)
    if areas and "forecast" in paths:
        forecast = read_forecast(
            paths["forecast"], f"{shown}/{written['forecast']}", problems, layer=written.get("forecast_layer", "")
        )
        if forecast is None:
            return None
        placed = forecast_to(placed, forecast, written["forecast_year"], areas, name, problems)
    return _zones(placed, areas, known, name, problems)


def _near(known: Sequence[Zone]) -> shapely.Geometry:
    points = shapely.points([(z.easting_m, z.northing_m) for z in known])
    return shapely.union_all(shapely.buffer(points, _NEAR_M, quad_segs=2))


def _areas(paths: dict[str, Path], written: dict[str, Any], shown: str, epsg: int, problems: Problems) -> Areas | None:
    if "areas" not in paths:
        return None
    name = f"{shown}/{written['areas']}"
    return read_areas(
        paths["areas"],
        name,
        problems,
        target_epsg=epsg,
        epsg=written.get("areas_crs"),
        layer=written.get("areas_layer", ""),
    )


def _as_nearest(population: Population, known: Sequence[Zone]) -> Population:
    """Each place in the area of the nearest zone of the table; its number there stands for it."""
    tree = shapely.STRtree(shapely.points([(z.easting_m, z.northing_m) for z in known]))
    nearest = tree.nearest(shapely.points(population.easting_m, population.northing_m))
    return replace(population, area=np.array([known[i].area for i in nearest], dtype=object))


def _zones(
    placed: Population, areas: Areas | None, known: Sequence[Zone], name: str, problems: Problems
) -> PlacePopulation | None:
    """The zones with the districts that the table gives their areas."""
    district = {z.area: z.district for z in known}
    names = dict(zip(areas.ids, areas.names, strict=True)) if areas else {}
    district |= {key: district[shown] for key, shown in names.items() if key not in district and shown in district}
    before = len(problems.errors)
    zones = zones_of(placed, district, name, problems, name_of={k: v for k, v in names.items() if v in district})
    if len(problems.errors) > before:
        return None
    at = Place(file=name)
    problems.note(
        "population.in_place_of", at, places=len(zones), people=sum(z.population for z in zones), before=len(known)
    )
    return PlacePopulation(zones=zones, files=(*placed.inputs, *(areas.inputs if areas else ())))
