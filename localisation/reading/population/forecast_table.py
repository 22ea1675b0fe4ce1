"""Reads a table of how many people areas have, or will have, in given years."""

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from localisation.domain.provenance import InputFile
from localisation.geography.forecasts import Totals
from localisation.reading.labels import plain
from localisation.reading.population.chunk import Chunk, TableBroken
from localisation.reading.population.columns import columns_of
from localisation.reading.population.figures import figures, texts
from localisation.reading.population.table_file import open_table, tell
from localisation.reading.problems import Place, Problems

_BARE_YEAR = re.compile(r"(?:19|20|21)\d{2}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Forecast:
    """Area id -> year -> people, and the files it came from."""

    totals: Totals
    inputs: tuple[InputFile, ...]


def read_forecast(path: Path, shown: str, problems: Problems, *, layer: str = "") -> Forecast | None:
    """Totals per area and year, from columns area, year, population, or from one column a year (2030 or pop_2030).

    None when the table cannot be used. Two figures for the same area and year, negative ones and ones that are not
    whole are errors; empty ones are left out, since a year need not be known of every area.
    """
    table = open_table(path, shown, layer, problems)
    if table is None:
        return None
    columns = columns_of(table.columns)
    key = columns.area or columns.id
    at = Place(file=shown)
    by_year = dict(columns.people_in)
    by_year |= {int(plain(c)): c for c in table.columns if _BARE_YEAR.fullmatch(plain(c))}
    if not key or not ((columns.year and columns.people) or by_year):
        problems.error("population.forecast_columns", at, columns=table.columns)
        return None
    found = _Found(shown=shown, problems=problems)
    wanted = {key, columns.year, columns.people, *by_year.values()} - {""}
    try:
        for chunk in table.read(tuple(c for c in table.columns if c in wanted), False):
            areas = texts(chunk.frame[key])
            if columns.year and columns.people:
                found.take(areas, figures(chunk.frame[columns.year])[0], chunk, columns.people)
                continue
            for year, column in by_year.items():
                found.take(areas, np.full(len(areas), float(year)), chunk, column)
    except TableBroken as fault:
        tell(fault, shown, problems)
        return None
    totals = found.totals
    if not totals:
        problems.error("population.nobody", at)
    return Forecast(totals=totals, inputs=table.inputs) if not problems.errors else None


@dataclass(kw_only=True)
class _Found:
    """The totals so far."""

    shown: str
    problems: Problems
    totals: dict[str, dict[int, int]] = field(default_factory=dict)

    def take(self, areas: NDArray[Any], years: NDArray[np.float64], chunk: Chunk, column: str) -> None:
        """One column of people of a chunk."""
        count, strange = figures(chunk.frame[column])
        for i, area in enumerate(areas):
            at = Place(file=self.shown, row=chunk.first_row + i, column=column)
            if strange[i] or np.isnan(years[i]) or not area:
                self.problems.error("population.forecast_row", at)
            elif np.isnan(count[i]):
                continue
            elif count[i] < 0 or count[i] % 1:
                self.problems.error("population.forecast_count", at)
            elif self.totals.setdefault(area, {}).setdefault(int(years[i]), int(count[i])) != int(count[i]):
                self.problems.error("population.forecast_twice", at, area=area, year=str(int(years[i])))
