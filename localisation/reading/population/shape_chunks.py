"""Opens a GeoPackage, GeoJSON, Shapefile or FlatGeobuf of any size."""

from collections.abc import Iterator
from pathlib import Path

import pyogrio
import shapely
from pyogrio.errors import DataLayerError, DataSourceError
from pyproj import CRS
from pyproj.exceptions import CRSError

from localisation.domain.provenance import InputFile
from localisation.reading.digest import digest
from localisation.reading.population.chunk import CHUNK_ROWS, GEOMETRY, Chunk, TableBroken, TableFile


def open_shapes(path: Path, shown: str, layer: str) -> TableFile:
    """One layer of a file of shapes; `layer` may be "" when there is only one. Raises `TableBroken`."""
    try:
        layers = [str(name) for name, _ in pyogrio.list_layers(path)]
        if layer not in layers and (layer or len(layers) != 1):
            code = "population.no_such_layer" if layer else "population.which_layer"
            raise TableBroken(code, layer=layer, layers=tuple(layers))
        own = layer or layers[0]
        info = pyogrio.read_info(path, layer=own, force_feature_count=True)
    except (DataSourceError, DataLayerError) as fault:
        raise TableBroken("population.unreadable") from fault

    def read(wanted: tuple[str, ...], geometry: bool) -> Iterator[Chunk]:
        row = 1
        try:
            with pyogrio.open_arrow(
                path,
                layer=own,
                columns=list(wanted),
                read_geometry=geometry,
                batch_size=CHUNK_ROWS,
                use_pyarrow=True,
            ) as (meta, reader):
                name = meta["geometry_name"] or "wkb_geometry"
                for batch in reader:
                    frame = batch.to_pandas()
                    if geometry:
                        frame[GEOMETRY] = shapely.from_wkb(frame.pop(name).to_numpy(dtype=object), on_invalid="ignore")
                    yield Chunk(frame=frame, first_row=row)
                    row += len(frame)
        except (DataSourceError, DataLayerError, OSError) as fault:
            raise TableBroken("population.unreadable") from fault

    return TableFile(
        shown=shown,
        columns=tuple(str(f) for f in info["fields"]),
        rows=int(info["features"]),
        inputs=_inputs(path, shown),
        read=read,
        crs=_crs(info["crs"]),
        shapes=info["geometry_type"] is not None,
    )


def _inputs(path: Path, shown: str) -> tuple[InputFile, ...]:
    """The file, and those beside it that a Shapefile consists of."""
    files = [path]
    if path.suffix.lower() == ".shp":
        files += [p for p in sorted(path.parent.glob(f"{path.stem}.*")) if p.suffix.lower() in (".dbf", ".shx", ".prj")]
    folder = shown.removesuffix(path.name)
    return tuple(InputFile(path=f"{folder}{p.name}", sha256=digest(p)) for p in files)


def _crs(text: str | None) -> CRS | None:
    try:
        return CRS.from_user_input(text) if text else None
    except CRSError:
        return None
