"""Reads a road network from whatever file of road data there is."""

from pathlib import Path

from localisation.geography.network.links import network_of
from localisation.reading.coordinates import coordinate_system
from localisation.reading.problems import Place, Problems
from localisation.reading.roads.assemble import assemble
from localisation.reading.roads.cache import Kept, cache_key, keep, kept_before
from localisation.reading.roads.edge_csv import read_edge_csv
from localisation.reading.roads.inputs import inputs_of
from localisation.reading.roads.islands import tell_islands
from localisation.reading.roads.known_system import known_system
from localisation.reading.roads.layers import layers, read_lines
from localisation.reading.roads.osm import read_osm
from localisation.reading.roads.progress import Progress, untold
from localisation.reading.roads.recognise import container_of, schema_of
from localisation.reading.roads.road_settings import RoadSettings
from localisation.reading.roads.roads_read import RoadsRead
from localisation.reading.roads.schemas import SCHEMAS, Kind
from localisation.reading.roads.streets import Streets


def read_roads(
    path: Path,
    epsg: int,
    *,
    shown: str = "",
    source_epsg: int | None = None,
    layer: str | None = None,
    nodes: Path | None = None,
    settings: RoadSettings | None = None,
    cache: Path | None = None,
    progress: Progress = untold,
) -> RoadsRead:
    """The network in a file, in the coordinate system `epsg` of the place; the kind of data is recognised.

    `shown` is the path as the user knows it. Read are OpenStreetMap (.osm.pbf), NVDB Ruteplan nettverksdatasett, Elveg
    2.0 or NVDB Vegnett Pluss (GeoPackage, file geodatabase and what else GDAL opens), and our own table of streets
    (CSV). `source_epsg` is the file's coordinate system where it does not say, `layer` its layer where several hold
    roads, `nodes` a CSV's table of nodes. With a `cache` folder the edge table is kept there, and read from there when
    neither file nor settings have changed.
    Raises `InvalidData` with everything found when the file cannot be used.
    """
    problems, at = Problems(), Place(file=shown or path.name)
    inputs = inputs_of(path, nodes, at, problems)
    if coordinate_system(epsg) is None:
        problems.error("roads.not_metric", at, epsg=str(epsg))
    if source_epsg is not None and not known_system(source_epsg):
        problems.error("roads.unknown_crs", at, epsg=str(source_epsg))
    problems.raise_errors()
    used = settings or RoadSettings()
    key = cache_key(
        [file.sha256 for file in inputs],
        {"epsg": epsg, "source_epsg": source_epsg, "layer": layer, "name": at.file, **used.model_dump()},
    )
    kept = kept_before(cache, key) if cache else None
    if kept is None:
        found = _streets(path, epsg, source_epsg, layer, nodes, used, at, problems, progress)
        problems.raise_errors()
        assert found is not None  # nothing found without an error told
        streets, kind = found
        links = assemble(streets, used, at, problems)
        problems.raise_errors()
        tell_islands(network_of(links, epsg), at, problems)
        kept = Kept(links=links, notes=problems.remarks, kind=kind)
        if cache:
            kept = _kept(cache, key, kept, epsg, problems)
    return RoadsRead(
        network=network_of(kept.links, epsg), kind=kept.kind, notes=kept.notes, inputs=tuple(inputs), key=key
    )


def _kept(cache: Path, key: str, kept: Kept, epsg: int, problems: Problems) -> Kept:
    try:
        keep(cache, key, kept, epsg)
    except OSError as error:
        problems.warning("roads.cache_unwritable", Place(file=str(cache)), reason=str(error))
        return Kept(links=kept.links, notes=problems.remarks, kind=kept.kind)
    return kept


def _streets(
    path: Path,
    epsg: int,
    source_epsg: int | None,
    layer: str | None,
    nodes: Path | None,
    settings: RoadSettings,
    at: Place,
    problems: Problems,
    progress: Progress,
) -> tuple[Streets, Kind] | None:
    container = container_of(path, at, problems)
    if container == "osm":
        streets = read_osm(path, epsg, settings, at, problems, progress)
        return None if streets is None else (streets, "osm")
    if container == "csv":
        streets = read_edge_csv(path, nodes, epsg, source_epsg, at, problems, progress)
        return None if streets is None else (streets, "edges")
    there = layers(path, at, problems) if container else []
    found = None if problems.errors else schema_of(there, layer, at, problems)
    if found is None:
        return None
    info, kind = found
    here = Place(file=at.file, sheet=info.name)
    schema = SCHEMAS[kind]
    lines = read_lines(path, info, schema.wanted, epsg, source_epsg, here, problems, progress)
    if lines is None:
        return None
    streets = schema.streets(lines, settings, here, problems)
    return None if streets is None else (streets, kind)
