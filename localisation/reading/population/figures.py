"""Columns of a part of a table as numbers."""

from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa
from numpy.typing import NDArray

_BLANKS = r"[\s\u00a0\u202f]"
_NOTHING = frozenset({"", ".", "..", ":", "-", "nan", "None", "null", "NULL", "NA"})
"""How statistical offices write that a figure is missing or may not be shown."""


def figures(column: "pd.Series[Any]") -> tuple[NDArray[np.float64], NDArray[np.bool_]]:
    """The numbers of a column, NaN where there is none; and where something stands that is no number.

    1 234 and 12,5 are numbers; an empty cell and the signs for "not available" are none.
    """
    if pd.api.types.is_numeric_dtype(column):
        found = column.to_numpy(dtype=np.float64, na_value=np.nan)
        return found, np.isinf(found)
    quick = _cast(column, pa.float64())
    if quick is not None:
        return quick, np.isinf(quick)
    text = column.astype(str).str.replace(_BLANKS, "", regex=True).str.replace(",", ".", regex=False)
    numbers = pd.to_numeric(text, errors="coerce").to_numpy(dtype=np.float64, na_value=np.nan)
    empty = text.isin(_NOTHING).to_numpy(dtype=bool) | column.isna().to_numpy(dtype=bool)
    return numbers, (np.isnan(numbers) | np.isinf(numbers)) & ~empty


def texts(column: "pd.Series[Any]") -> NDArray[Any]:
    """A column as texts, "" where it is empty; whole numbers without decimals."""
    if pd.api.types.is_float_dtype(column):
        return np.array(["" if pd.isna(v) else f"{v:g}" if v % 1 else str(int(v)) for v in column], dtype=object)
    return np.array(["" if pd.isna(v) else str(v).strip() for v in column], dtype=object)


def ids(column: "pd.Series[Any]") -> tuple[NDArray[np.int64], NDArray[np.bool_]]:
    """Cell ids of fourteen digits, 0 where there is none; and where the cell holds no such id."""
    if pd.api.types.is_integer_dtype(column) and not column.isna().any():
        found = column.to_numpy(dtype=np.int64)
    else:
        found = _whole(column)
    wrong = (found < 10**13) | (found >= 10**14)
    return np.where(wrong, 0, found), wrong


def _whole(column: "pd.Series[Any]") -> NDArray[np.int64]:
    quick = _cast(column, pa.int64())
    if quick is not None:
        return quick
    text = column.astype(str).str.strip().str.removesuffix(".0")
    sound = text.str.fullmatch(r"\d{14}").fillna(False).astype(bool)
    return text.where(sound, "0").to_numpy(dtype=object).astype(np.int64)


def _cast(column: "pd.Series[Any]", kind: pa.DataType) -> NDArray[Any] | None:
    """A column of texts as numbers at once; None when a cell is none, and each must be looked at by itself."""
    try:
        found = pa.array(column, from_pandas=True).cast(kind)
    except (pa.ArrowInvalid, pa.ArrowTypeError, pa.ArrowNotImplementedError):
        return None
    return None if found.null_count else np.asarray(found.to_numpy())
