"""Columns of a road table as numbers and yes or no."""

import numpy as np
import pandas
from numpy.typing import NDArray

YES = frozenset({"1", "true", "t", "yes", "y", "ja", "j"})


def numbers(table: pandas.DataFrame, column: str) -> NDArray[np.float64]:
    """The column as numbers, NaN where there is none; all NaN without the column."""
    if column not in table:
        return np.full(len(table), np.nan)
    return np.asarray(pandas.to_numeric(table[column], errors="coerce"), np.float64)


def words(table: pandas.DataFrame, column: str) -> NDArray[np.object_]:
    """The column as text in lower case, stripped; "" where there is none, and without the column."""
    if column not in table:
        return np.full(len(table), "", object)
    text = table[column].astype("string").fillna("").str.strip().str.lower().str.removesuffix(".0")
    return text.to_numpy(object)


def yes(table: pandas.DataFrame, column: str) -> NDArray[np.bool_]:
    """Whether the column says yes (1, true, ja, …)."""
    return np.isin(words(table, column).astype(str), list(YES))
