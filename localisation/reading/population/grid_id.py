"""The ids of the cells of Statistics Norway's grid, which tell where the cells are."""

_BASE = 2 * 10**13
_EAST = 10**7
GRID_EPSG = 25800 + 33
"""ETRS89 / UTM zone 33N; Statistics Norway writes WGS 84 / UTM 33 (32633), which is the same to within a metre."""
CELL_SIZES_M = (100, 250, 500, 1000, 2000, 5000, 10_000)


def grid_id(easting_m: float, northing_m: float, cell_m: int) -> int:
    """The id of the cell of `cell_m` metres that a point lies in, given in UTM zone 33.

    Formula: 2*10^13 + floor(X / cell)*cell*10^7 + floor(Y / cell)*cell: seven digits of the western edge with
    2,000,000 m added, so that none is negative, and seven of the southern. Source: Strand & Bloch 2009, "Statistical
    grids for Norway", Statistics Norway Documents 2009/9.
    """
    return _BASE + int(easting_m // cell_m) * cell_m * _EAST + int(northing_m // cell_m) * cell_m


def cell_of(cell_id: int) -> tuple[int, int]:
    """The south-western corner of a cell, easting and northing in metres in UTM zone 33: the inverse of `grid_id`."""
    east, north = divmod(cell_id - _BASE, _EAST)
    return east, north
