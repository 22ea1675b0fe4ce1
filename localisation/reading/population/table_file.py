"""Opens a table of people in any of the formats it comes in."""

from pathlib import Path

from localisation.reading.population.chunk import TableBroken, TableFile
from localisation.reading.population.csv_chunks import open_csv
from localisation.reading.population.parquet_chunks import open_parquet
from localisation.reading.population.shape_chunks import open_shapes
from localisation.reading.population.sheet_chunks import open_sheet
from localisation.reading.problems import Place, Problems

SHAPES = (".gpkg", ".geojson", ".json", ".shp", ".fgb")
TABLES = (".csv", ".parquet", ".xlsx")


def open_table(path: Path, shown: str, layer: str, problems: Problems) -> TableFile | None:
    """The table, ready to be read in parts; None when it cannot be, with the reason among the problems.

    `layer` is the layer of a file of shapes or the sheet of a workbook, "" where there is only one.
    """
    at = Place(file=shown)
    if path.suffix.lower() not in (*SHAPES, *TABLES):
        problems.error("population.format", at, ending=path.suffix or "-", known=(*SHAPES, *TABLES))
    elif not path.is_file():
        problems.error("no_file", at)
    elif not path.stat().st_size:
        problems.error("population.unreadable", at)
    else:
        try:
            table = _opened(path, shown, layer, problems)
        except TableBroken as fault:
            tell(fault, shown, problems)
            return None
        return _without_doubles(table, at, problems) if table else None
    return None


def _without_doubles(table: TableFile, at: Place, problems: Problems) -> TableFile | None:
    """The table, unless two columns share a heading: it would be chance which of them is read."""
    twice = sorted({c for c in table.columns if table.columns.count(c) > 1})
    if not twice:
        return table
    problems.error("population.double_heading", at, headings=tuple(twice))
    return None


def _opened(path: Path, shown: str, layer: str, problems: Problems) -> TableFile | None:
    match path.suffix.lower():
        case ".csv":
            return open_csv(path, shown)
        case ".parquet":
            return open_parquet(path, shown)
        case ".xlsx":
            return open_sheet(path, shown, layer, problems)
        case _:
            return open_shapes(path, shown, layer)


def tell(fault: TableBroken, shown: str, problems: Problems) -> None:
    """Note why a table cannot be read further."""
    at = Place(file=shown, row=fault.row)
    match fault.code:
        case "population.broken_row":
            problems.error("population.broken_row", at)
        case "population.which_layer":
            problems.error("population.which_layer", at, layers=fault.holes["layers"])
        case "population.cell_size":
            problems.error("population.cell_size", at)
        case "population.no_such_layer":
            problems.error("population.no_such_layer", at, layer=fault.holes["layer"], layers=fault.holes["layers"])
        case "population.too_many":
            problems.error("population.too_many", at, limit=fault.holes["limit"])
        case _:
            problems.error("population.unreadable", at)
