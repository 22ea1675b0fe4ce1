"""A CSV file of any size as text, some rows at a time."""

import csv
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import numpy as np
import pandas
from numpy.typing import NDArray

from localisation.reading.problems import Place, Problems
from localisation.reading.roads.progress import EVERY, MOST_STREETS, Progress

SNIFFED_BYTES: Final = 1_000_000


def csv_chunks(
    path: Path, needed: tuple[str, ...], at: Place, problems: Problems, progress: Progress
) -> Iterator[tuple[pandas.DataFrame, NDArray[np.int64]]]:
    """Rows as text, columns in lower case, with their numbers as a spreadsheet counts them; empty rows are left out.

    UTF-8, else Windows-1252; semicolon, tab or comma, whichever stands most in the headings. What is wrong is told.
    """
    with path.open("rb") as file:
        start = file.read(SNIFFED_BYTES)
    if b"\0" in start:
        problems.error("not_text", at)
        return
    encoding = "utf-8-sig" if _is_utf8(start) else "cp1252"
    first = start.splitlines()[0].decode(encoding, errors="replace") if start.strip() else ""
    delimiter = max((";", "\t", ","), key=first.count)
    headings = [name.strip().lower() for name in next(csv.reader([first], delimiter=delimiter), [])]
    missing = tuple(name for name in needed if name not in headings)
    if missing:
        problems.error("roads.missing_columns", at, columns=missing, found=tuple(headings)[:20])
        return
    done = 0
    try:
        for table in pandas.read_csv(
            path, sep=delimiter, encoding=encoding, dtype=str, keep_default_na=False, chunksize=EVERY, header=0,
            names=headings, skip_blank_lines=False, encoding_errors="replace",
        ):  # fmt: skip
            if not isinstance(table.index, pandas.RangeIndex):
                raise pandas.errors.ParserError("more fields than headings")
            row = np.arange(done + 2, done + 2 + len(table))
            done += len(table)
            if done > MOST_STREETS:
                problems.error("roads.too_many", at, limit=MOST_STREETS)
                return
            filled = (table.fillna("") != "").any(axis=1).to_numpy()
            yield table[filled].reset_index(drop=True), row[filled]
            progress(done, None)
    except (pandas.errors.ParserError, pandas.errors.EmptyDataError, ValueError) as error:
        problems.error("roads.csv_broken", at, reason=str(error))


def _is_utf8(start: bytes) -> bool:
    try:
        start.decode("utf-8")
    except UnicodeDecodeError as error:
        return error.start > len(start) - 4  # cut in the middle of a letter
    return True
