"""Opens a Parquet or GeoParquet file of any size."""

import json
from collections.abc import Iterator
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import shapely
from pyproj import CRS
from pyproj.exceptions import CRSError

from localisation.domain.provenance import InputFile
from localisation.reading.digest import digest
from localisation.reading.population.chunk import CHUNK_ROWS, GEOMETRY, Chunk, TableBroken, TableFile


def open_parquet(path: Path, shown: str) -> TableFile:
    """A Parquet file; shapes and coordinate system as GeoParquet 1 has them. Raises `TableBroken`."""
    try:
        file = pq.ParquetFile(path)
    except (pa.ArrowInvalid, OSError) as fault:
        raise TableBroken("population.unreadable") from fault
    shape, crs = _shape_of(file)

    def read(wanted: tuple[str, ...], geometry: bool) -> Iterator[Chunk]:
        row = 1
        columns = [*wanted, *([shape] if geometry and shape else [])]
        try:
            for batch in file.iter_batches(batch_size=CHUNK_ROWS, columns=columns):
                frame = batch.to_pandas()
                if geometry and shape:
                    frame[GEOMETRY] = shapely.from_wkb(frame.pop(shape).to_numpy(dtype=object))
                yield Chunk(frame=frame, first_row=row)
                row += len(frame)
        except (pa.ArrowInvalid, OSError, shapely.errors.ShapelyError) as fault:
            raise TableBroken("population.unreadable") from fault

    return TableFile(
        shown=shown,
        columns=tuple(n for n in file.schema_arrow.names if n != shape),
        rows=file.metadata.num_rows,
        inputs=(InputFile(path=shown, sha256=digest(path)),),
        read=read,
        crs=crs,
        shapes=bool(shape),
    )


def _shape_of(file: pq.ParquetFile) -> tuple[str, CRS | None]:
    """The column of shapes and its coordinate system; "" and None when the file is not GeoParquet."""
    raw = (file.schema_arrow.metadata or {}).get(b"geo")
    if raw is None:
        return "", None
    geo = json.loads(raw)
    column = geo["primary_column"]
    described = geo["columns"][column].get("crs", "OGC:CRS84")  # What GeoParquet says an absent one means.
    try:
        return column, None if described is None else CRS.from_user_input(described)
    except CRSError:
        return column, None
