"""The rows of one table of a feed, read by gtfs-kit."""

import tempfile
import warnings
import zipfile
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path

import gtfs_kit
import pandas as pd
from gtfs_kit.constants import DTYPES

from localisation.reading.problems import Problems
from localisation.reading.transit.bad_cells import without_bad_cells
from localisation.reading.transit.feed_files import FeedFiles
from localisation.reading.transit.pieces import pieces
from localisation.reading.transit.tables import FeedTable

Told = Callable[[int], None]
"""Told how many bytes more have been read."""


def feed_table(files: FeedFiles, table: FeedTable, problems: Problems, told: Told) -> Iterator[pd.DataFrame]:
    """The columns we use, a piece of the table at a time; ids without spaces around them.

    The index is the row of the file, the headings being row 1. Columns that may be missing are there, and empty. What
    cannot be read is among the problems, with its row and column, and empty in the table.
    """
    if table.name not in files.members:
        yield _complete(pd.DataFrame(), table)
        return
    row, reason = 2, None
    try:
        with files.open(table) as file:
            for piece in pieces(file):
                found = _frame(_utf8(piece, files, table, problems), files, table, row, problems)
                told(len(piece))
                if found is None:
                    return
                row += len(found)
                yield found.dropna(subset=list(table.must))
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError) as fault:
        reason = fault
    if reason is not None:
        problems.error("transit_feed.damaged", files.at(table))
    elif row == 2 and table.needed:
        problems.error("transit_feed.no_rows", files.at(table))


def whole_table(files: FeedFiles, table: FeedTable, problems: Problems, told: Told) -> pd.DataFrame:
    """All rows of a table at once."""
    found = list(feed_table(files, table, problems, told))
    return pd.concat(found) if found else _complete(pd.DataFrame(), table)


def _utf8(piece: bytes, files: FeedFiles, table: FeedTable, problems: Problems) -> bytes:
    try:
        piece.decode("utf-8")
    except UnicodeDecodeError:
        problems.warning("transit_feed.not_utf8", files.at(table))
        return piece.decode("cp1252", errors="replace").encode("utf-8")
    return piece


def _frame(piece: bytes, files: FeedFiles, table: FeedTable, row: int, problems: Problems) -> pd.DataFrame | None:
    headings = set(piece.split(b"\n", 1)[0].decode("utf-8").split(","))
    missing = [column for column in table.must if column not in headings]
    for column in missing:
        problems.error("transit_feed.missing_column", files.at(table, 1, column), name=column)
    if missing:
        return None
    spoiled: frozenset[str] = frozenset()
    try:
        found = _read(piece, table)
    except (ValueError, OverflowError, TypeError):
        good = without_bad_cells(piece, files, table, row, problems)
        if good is None:
            return None
        piece, spoiled = good
        found = _read(piece, table)
    if not isinstance(found.index, pd.RangeIndex):
        problems.error("transit_feed.too_many_fields", files.at(table, row), headings=len(headings))
        return None
    found.index = pd.RangeIndex(row, row + len(found))
    found = _complete(found, table)
    for column in set(table.must) - spoiled:
        empty = found.index[found[column].isna()]
        if len(empty):
            problems.error("transit_feed.empty_cell", files.at(table, int(empty[0]), column), count=len(empty))
    return found


def _read(piece: bytes, table: FeedTable) -> pd.DataFrame:
    """The piece as gtfs-kit reads a feed of this one table."""
    with tempfile.TemporaryDirectory(prefix="gtfs-") as folder:
        (Path(folder) / table.file).write_bytes(piece)
        with warnings.catch_warnings():
            # What pandas only warns of, it then refuses or we find ourselves; nothing is to be printed meanwhile.
            warnings.simplefilter("ignore")
            found = getattr(gtfs_kit.read_feed(folder, dist_units="m"), table.name)
    return pd.DataFrame() if found is None else found


def _complete(found: pd.DataFrame, table: FeedTable) -> pd.DataFrame:
    """The columns we use and no others, as gtfs-kit types them; ids without spaces around them."""
    types = DTYPES[table.name]
    complete = found.reindex(columns=list(table.columns))
    for column in table.columns:
        kind = {"float": "float64"}.get(types.get(column, "string"), types.get(column, "string"))
        complete[column] = complete[column].astype(kind)
        if kind == "string":
            stripped = complete[column].str.strip()
            complete[column] = stripped.mask(stripped == "")
    return complete
