"""Variables that one opening ties from below or above."""

import numpy as np

from localisation.array_types import Whole
from localisation.solving.engines.arrays import Arrays


class Links:
    """For every variable v a column y with v >= at_least * y, and one with v <= at_most * y; -1 for none.

    Read from rows of two terms: staff in a building where the unit has a site, a building in use where one sits.
    """

    def __init__(self, arrays: Arrays, column: Whole) -> None:
        count = len(column)
        self.below, self.above = np.full(count, -1), np.full(count, -1)
        self.at_least, self.at_most = np.zeros(count), np.zeros(count)
        first = arrays.starts[:-1][np.diff(arrays.starts) == 2]
        for v_at, y_at in ((first, first + 1), (first + 1, first)):
            v, y = arrays.column[v_at], arrays.column[y_at]
            rate = -arrays.factor[y_at] / arrays.factor[v_at]
            up = arrays.factor[v_at] > 0
            tied = (column[v] < 0) & (column[y] >= 0) & (rate > 0) & (rate == np.floor(rate))
            row = arrays.row[v_at]
            low_side = tied & np.where(up, arrays.least[row] == 0, arrays.most[row] == 0)
            high_side = tied & np.where(up, arrays.most[row] == 0, arrays.least[row] == 0)
            self.below[v[low_side]], self.at_least[v[low_side]] = column[y[low_side]], rate[low_side]
            self.above[v[high_side]], self.at_most[v[high_side]] = column[y[high_side]], rate[high_side]
