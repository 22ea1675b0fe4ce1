"""Which kind of road data a file holds, by its ending and the columns in it."""

from pathlib import Path
from typing import Final, Literal

from localisation.reading.problems import Place, Problems
from localisation.reading.roads.layers import LayerInfo
from localisation.reading.roads.schemas import SCHEMAS, Kind

Container = Literal["osm", "csv", "layers"]

OSM: Final = (".osm.pbf", ".pbf", ".osm", ".osm.bz2", ".osm.gz")
CSV: Final = (".csv", ".tsv", ".txt")
LAYERS: Final = (".gpkg", ".gdb", ".gdb.zip", ".shp", ".shp.zip", ".gml", ".geojson", ".json", ".fgb", ".sqlite")


def container_of(path: Path, at: Place, problems: Problems) -> Container | None:
    """How the file is to be opened, by its ending; None when it is not a format that is read, which is told."""
    name = path.name.lower()
    if name.endswith(OSM):
        return "osm"
    if name.endswith(CSV):
        return "csv"
    if name.endswith(LAYERS):
        return "layers"
    problems.error("roads.unread_format", at, ending=path.suffix, known=(*OSM[:1], *LAYERS[:2], *CSV[:1]))
    return None


def schema_of(
    found: list[LayerInfo], layer: str | None, at: Place, problems: Problems
) -> tuple[LayerInfo, Kind] | None:
    """The layer that holds roads and what kind; the largest, if several do. None when there is none, which is told."""
    if layer is not None and layer not in {info.name for info in found}:
        problems.error("roads.unknown_layer", at, layer=layer, known=tuple(i.name for i in found))
        return None
    candidates = [info for info in found if layer in (None, info.name)]
    fits = [(i, k) for i in candidates for k, s in SCHEMAS.items() if set(s.needed) <= set(i.columns)]
    if fits:
        best = max(fits, key=lambda fit: (fit[0].geometry_type != "", fit[0].count))
        if len({i.name for i, _ in fits}) > 1:
            problems.note("roads.several_layers", at, layer=best[0].name, known=tuple(i.name for i, _ in fits))
        return best
    nearly = [(i, s.needed, set(s.needed) - set(i.columns)) for i in candidates for s in SCHEMAS.values()]
    partly = [(i, missing) for i, needed, missing in nearly if 0 < len(missing) <= len(needed) - 2]
    if partly:
        info, missing = min(partly, key=lambda fit: len(fit[1]))
        here = Place(file=at.file, sheet=info.name)
        problems.error("roads.missing_columns", here, columns=tuple(sorted(missing)), found=tuple(info.columns)[:20])
        return None
    told = tuple(f"{i.name} ({', '.join(list(i.columns)[:8])})" for i in candidates[:5])
    problems.error("roads.unknown_schema", at, layers=told)
    return None
