"""Cells of a road table as numbers, with a problem for every one that is none."""

import numpy as np
import pandas
from numpy.typing import NDArray

from localisation.reading.problems import Place, Problems

MOST_TOLD = 200
"""Faults told one by one in a column and a chunk of rows; more than a few are told as a count all the same."""


class Cells:
    """The cells of some rows."""

    def __init__(self, table: pandas.DataFrame, row: NDArray[np.int64], at: Place, problems: Problems) -> None:
        self._table, self._row, self._at, self._problems = table, row, at, problems

    def numbers(self, column: str, least: float | None = None, closed: float | None = None) -> NDArray[np.float64]:
        """The column as numbers; spaces and a decimal comma are understood.

        Empty, or less than `least`, is a fault, but for the value that means closed.
        """
        text = self._table[column].astype(str).str.replace(r"[\s\u00a0\u202f]", "", regex=True)
        value = pandas.to_numeric(text.str.replace(",", ".", regex=False), errors="coerce").to_numpy(float)
        value = np.where(np.isinf(value), np.nan, value)
        bad = np.isnan(value)
        self._tell(np.flatnonzero(bad & (text == "").to_numpy()), column, "empty_cell")
        self._tell(np.flatnonzero(bad & (text != "").to_numpy()), column, "not_number")
        if least is not None:
            low = value < least
            if closed is not None:
                low &= value != closed
            self._tell(np.flatnonzero(low), column, "too_low" if least else "negative", low=least)
        return np.asarray(value)

    def _tell(self, wrong: NDArray[np.int64], column: str, code: str, **holes: object) -> None:
        for i in wrong[:MOST_TOLD]:
            at = Place(file=self._at.file, row=int(self._row[i]), column=column)
            self._problems.error(code, at, value=str(self._table[column].iloc[i]), column=column, **holes)
