"""The cells gtfs-kit refuses a table for, found and taken out."""

import io
import re

import numpy as np
import pandas as pd
from gtfs_kit.constants import DTYPES
from numpy.typing import NDArray

from localisation.reading.problems import Problems
from localisation.reading.transit.feed_files import FeedFiles
from localisation.reading.transit.tables import FeedTable

_TOLD = 1_000
"""How many cells of a column are told; more of them say nothing new."""


def without_bad_cells(
    piece: bytes, files: FeedFiles, table: FeedTable, row: int, problems: Problems
) -> tuple[bytes, frozenset[str]] | None:
    """The table with the columns we use alone, and cells that are no numbers, where numbers belong, emptied and told.

    With it the columns that had such cells. None when it cannot be read even as text; `row` is the row of the file
    that the piece begins at.
    """
    try:
        text = pd.read_csv(io.BytesIO(piece), dtype=str, keep_default_na=False)
    except pd.errors.ParserError as fault:
        place = re.search(r"Expected (\d+) fields in line (\d+), saw (\d+)", str(fault))
        if place:
            line = row + int(place[2]) - 2
            problems.error("transit_feed.too_many_fields", files.at(table, line), headings=int(place[1]))
        else:
            problems.error("transit_feed.unreadable", files.at(table, row), reason=str(fault))
        return None
    used = text[[column for column in table.columns if column in text.columns]].copy()
    spoiled = set()
    for column in used.columns:
        kind = DTYPES[table.name].get(column, "string")
        if kind == "string":
            continue
        values = used[column].str.strip()
        bad = ~_reads_as(values, kind) & (values != "").to_numpy()
        for i in bad.nonzero()[0][:_TOLD]:
            problems.error("transit_feed.not_number", files.at(table, row + int(i), column), value=values.iloc[i])
        used[column] = values.mask(bad, "")
        spoiled |= {column} if bad.any() else set()
    return used.to_csv(index=False).encode("utf-8"), frozenset(spoiled)


def _reads_as(values: pd.Series, kind: str) -> NDArray[np.bool_]:
    numbers = pd.to_numeric(values, errors="coerce").to_numpy(np.float64)
    found: NDArray[np.bool_] = np.isfinite(numbers)
    if kind != "float":
        found &= (np.nan_to_num(numbers) % 1 == 0) & (np.abs(numbers) < 2 ** (int(kind.removeprefix("Int")) - 1))
    return found
