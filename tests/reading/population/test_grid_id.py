"""The ids of the national grid, by hand."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from localisation.reading.population.grid_id import CELL_SIZES_M, cell_of, grid_id


def test_an_id_is_the_corner_with_two_million_added_to_the_easting():
    # x = 240125 lies in the 250 m cell from 240000, y = 6608875 in that from 6608750: 2240000 and 6608750.
    assert grid_id(240_125, 6_608_875, 250) == 22400006608750
    assert grid_id(240_125, 6_608_875, 1000) == 22400006608000
    assert cell_of(22400006608750) == (240_000, 6_608_750)


def test_west_of_the_false_origin_the_easting_is_negative():
    # x = -30001 lies in the 250 m cell from -30250: 2000000 - 30250 = 1969750.
    assert grid_id(-30_001, 6_700_000, 250) == 19697506700000
    assert cell_of(19697506700000) == (-30_250, 6_700_000)


@given(st.integers(-100_000, 1_200_000), st.integers(6_400_000, 8_000_000), st.sampled_from(CELL_SIZES_M))
def test_every_point_lies_in_its_own_cell(x: int, y: int, size: int):
    west, south = cell_of(grid_id(x, y, size))
    assert west <= x < west + size
    assert south <= y < south + size
    assert grid_id(np.array([x]), np.array([y]), size)[0] == grid_id(x, y, size)
