"""The least value from each row on, within groups of rows."""

import numpy as np
from numpy.typing import NDArray

from localisation.array_types import Whole32

NEVER = np.int32(1 << 30)
"""In the place of a time, where there is none. Two of them still fit in 32 bits."""


def running_minimum(values: Whole32, group: NDArray[np.int64]) -> Whole32:
    """For each row the least of it and the rows after it in its group, column by column.

    `values` is rows x columns, `group` a number a row that never falls from one row to the next. One accumulation
    does all groups: each is lifted above those before it, so going backwards a minimum never crosses a border.
    """
    lifted = values + (group * (1 << 31))[:, None]
    least = np.minimum.accumulate(lifted[::-1], axis=0)[::-1]
    least -= (group * (1 << 31))[:, None]
    return least.astype(np.int32)
