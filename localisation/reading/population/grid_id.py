"""The ids of the cells of Statistics Norway's grid, which tell where the cells are."""

from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

Whole = TypeVar("Whole", int, NDArray[np.int64])

_BASE = 2 * 10**13
_EAST = 10**7
GRID_EPSG = 25800 + 33
"""ETRS89 / UTM zone 33N; Statistics Norway writes WGS 84 / UTM 33 (32633), which is the same to within a metre."""
CELL_SIZES_M = (10_000, 5000, 2000, 1000, 500, 250, 100)


def grid_id(easting_m: Whole, northing_m: Whole, cell_m: int) -> Whole:
    """The id of the cell of `cell_m` metres that a point lies in, given in whole metres of UTM zone 33.

    Formula: 2*10^13 + floor(X / cell)*cell*10^7 + floor(Y / cell)*cell: seven digits of the western edge with
    2,000,000 m added, so that none is negative, and seven of the southern. Takes numbers or arrays. Source: Strand &
    Bloch 2009, "Statistical grids for Norway", Statistics Norway Documents 2009/9.
    """
    return _BASE + easting_m // cell_m * cell_m * _EAST + northing_m // cell_m * cell_m


def cell_of(cell_id: Whole) -> tuple[Whole, Whole]:
    """The south-western corner of a cell, easting and northing in metres of UTM zone 33: the inverse of `grid_id`."""
    return (cell_id - _BASE) // _EAST, (cell_id - _BASE) % _EAST
