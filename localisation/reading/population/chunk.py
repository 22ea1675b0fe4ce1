"""A large table, read a part at a time."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import pandas as pd
from pyproj import CRS

from localisation.domain.provenance import InputFile

CHUNK_ROWS = 250_000
"""How many rows are in memory at a time."""
GEOMETRY = "geometry"


@dataclass(frozen=True, slots=True, kw_only=True)
class Chunk:
    """Some rows of a table: columns as they stand, shapes under `GEOMETRY` if asked for.

    `first_row` is the number of the first of them as the user's program counts it.
    """

    frame: pd.DataFrame
    first_row: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TableFile:
    """An opened table: what its columns are called, how many rows it has, and how to read them.

    `read(columns, geometry)` gives the rows in the order of the file. `crs` is None when the file does not say, and
    `shapes` whether it has any.
    """

    shown: str
    columns: tuple[str, ...]
    rows: int
    inputs: tuple[InputFile, ...]
    read: Callable[[tuple[str, ...], bool], Iterator[Chunk]]
    crs: CRS | None = None
    shapes: bool = False


class TableBroken(Exception):
    """A table that cannot be read further: the code of the problem, the row if known, and what its sentence needs."""

    def __init__(self, code: str, row: int | None = None, **holes: object) -> None:
        self.code, self.row, self.holes = code, row, holes
        super().__init__(code)


Progress = Callable[[int, int], Any]
"""Told how many rows have been read, and of how many."""
