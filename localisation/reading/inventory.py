"""Reads the inventory of a place: a folder with place.toml and the tables."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from localisation.domain.geography import Zone
from localisation.domain.homes import ANY
from localisation.domain.inventory import Inventory
from localisation.domain.provenance import Figure, InputFile
from localisation.reading import people, premises, surroundings
from localisation.reading.calendar import calendar_settings
from localisation.reading.figures import figures
from localisation.reading.folder import Tables, read_folder
from localisation.reading.logistics import check_days_off, logistics
from localisation.reading.norms_table import norms
from localisation.reading.place_file import place_of
from localisation.reading.plausible_points import check_points
from localisation.reading.problems import Place, Problems
from localisation.reading.references import check_references
from localisation.reading.tables import INVENTORY_TABLES
from localisation.reading.toml_file import TomlFile, read_toml
from localisation.reading.travel.travel_files import TravelFiles, travel_files

if TYPE_CHECKING:
    from localisation.reading.population.place_population import PlacePopulation

GEODATA = (".pbf", ".gpkg", ".gdb", ".zip", ".parquet", ".shp", ".geojson", ".fgb")
"""Endings of road networks, timetables and people on a map."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadInventory:
    """An inventory, every figure it was made of, and the files they stood in."""

    inventory: Inventory
    figures: tuple[Figure, ...]
    files: tuple[InputFile, ...]
    travel: TravelFiles


def read_inventory(folder: Path, shown: str, problems: Problems) -> ReadInventory | None:
    """The inventory of a folder; None when anything is wrong with it, all of it among the problems.

    `shown` is the folder as the user knows it.
    """
    before = len(problems.errors)
    at = folder / "place.toml"
    early = read_toml(at, f"{shown}/place.toml", Problems()) if at.is_file() else None
    said = _said(early) if early else {}
    named = frozenset(value for key, value in said.items() if not key.startswith("place."))
    spared = frozenset(t.key for t in INVENTORY_TABLES if t.unless in said)
    tables = read_folder(folder, shown, tuple(t.key for t in INVENTORY_TABLES), problems, but=named, spared=spared)
    if not folder.is_dir():
        return None
    _tell_unnamed(folder, shown, named, problems)
    for table in INVENTORY_TABLES:
        if table.required and table.key not in tables.present | spared:
            problems.error("missing_table", Place(file=shown), table=table.key, key=table.key)
    check_references(tables, problems)
    place_file = read_toml(folder / "place.toml", f"{shown}/place.toml", problems)
    place = place_of(place_file, problems)
    travel = travel_files(place_file, folder, problems)
    calendar = calendar_settings(place_file, problems)
    known_norms = norms(tables, problems)
    epsg = place.crs if place else 25832
    if place:
        check_points(tables, epsg, f"{shown}/place.toml", problems)
    nodes = surroundings.road_nodes(tables, epsg)
    parts: dict[str, Any] = {
        "centres": premises.centres(tables, epsg),
        "buildings": premises.buildings(tables, epsg, problems),
        "units": people.units(tables, problems),
        "zones": surroundings.zones(tables, epsg),
        "collaborations": people.collaborations(tables, problems),
        "origins": people.origins(tables),
        "road_nodes": nodes,
        "roads": surroundings.roads(tables, nodes, problems),
        "background": surroundings.background(tables, problems),
        "transit": surroundings.transit(tables),
        "transit_lines": surroundings.transit_lines(tables, epsg, problems),
        "names": surroundings.names(tables),
        "logistics": logistics(tables, calendar, problems),
    }
    counted = _counted(place_file, folder, shown, parts["zones"], epsg, problems)
    if counted:
        parts["zones"] = counted.zones
        lived_in = {name for z in counted.zones for name in (z.area, z.district)}
        homeless = sorted({o.area for o in parts["origins"]} - lived_in - {ANY})
        if homeless:
            problems.error("population.homes_nowhere", place_file.at("population", "file"), areas=tuple(homeless))
    if len(problems.errors) > before or place is None or known_norms is None:
        return None
    try:
        inventory = Inventory.model_validate({"place": place, "norms": known_norms, **parts})
    except ValidationError as fault:
        problems.error("refused", Place(file=shown), reason=str(fault))
        return None
    check_days_off(tables, inventory, problems)
    if len(problems.errors) > before:
        return None
    own = (place_file.input,) if place_file.input else ()
    return ReadInventory(
        inventory=inventory,
        figures=_figures(tables, ("background", "zones") if counted else ("background",)),
        files=(*own, *tables.files, *(counted.files if counted else ())),
        travel=travel,
    )


def _tell_unnamed(folder: Path, shown: str, named: frozenset[str], problems: Problems) -> None:
    """Name the geodata that lie in the folder and that place.toml says nothing of: nothing is read unasked."""
    found = sorted(p.name for p in folder.iterdir() if p.name.lower().endswith(GEODATA) and p.name not in named)
    if found:
        problems.note("geodata_not_named", Place(file=f"{shown}/place.toml"), files=tuple(found))


def _counted(
    file: TomlFile, folder: Path, shown: str, zones: Sequence[Zone], epsg: int, problems: Problems
) -> "PlacePopulation | None":
    if "population" not in file.values:
        return None
    # Loads a map library, which only a place with people on a map should wait for.
    from localisation.reading.population.place_population import place_population  # noqa: PLC0415

    return place_population(file, folder, shown, zones, epsg, problems)


def _said(place: TomlFile) -> dict[str, str]:
    """What place.toml says, by keys such as "travel.roads"."""
    tables = ((name, keys) for name, keys in place.values.items() if isinstance(keys, dict))
    return {f"{name}.{key}": str(value) for name, keys in tables for key, value in keys.items()}


def _figures(tables: Tables, without: tuple[str, ...]) -> tuple[Figure, ...]:
    return figures(r for t in INVENTORY_TABLES if t.key not in without for r in tables.of(t.key))
