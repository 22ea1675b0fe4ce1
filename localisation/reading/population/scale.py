"""People of cells brought up to newer totals of their areas, or to those of a year to come; what that takes is told."""

from collections.abc import Mapping
from dataclasses import replace

import numpy as np

from localisation.geography.forecasts import scaled, totals_of
from localisation.reading.population.areas import Areas
from localisation.reading.population.areas_without_cells import with_areas_without_cells
from localisation.reading.population.forecast_table import Forecast
from localisation.reading.population.population import Population
from localisation.reading.problems import Place, Problems

_NAMED = 10


def scaled_to(
    population: Population, totals: Mapping[str, int], areas: Areas, shown: str, problems: Problems, *, year: int | None
) -> Population:
    """The people so that each area has exactly its total (see `forecasts.scaled`), with `year` as their new year.

    Areas without a total stay as they were, and areas without inhabited cells get a place of their own; both are told.
    The area of every place must be known (see `in_areas`).
    """
    at = Place(file=shown)
    if population.area is None:
        problems.error("population.no_area", at)
        return population
    found = scaled(population.people.tolist(), population.area.tolist(), totals)
    if found.unscaled:
        names, count = found.unscaled[:_NAMED], len(found.unscaled)
        problems.warning("population.unscaled", at, areas=names, count=count)
    grown = replace(population, people=np.array(found.people, dtype=np.int64), year=year)
    return with_areas_without_cells(grown, areas, found.unplaced, shown, problems)


def forecast_to(
    population: Population, forecast: Forecast, year: int, areas: Areas, shown: str, problems: Problems
) -> Population:
    """The people of a year of the forecast. Figures on the line between two known years are told of.

    Areas whose figures do not reach to the year are errors: staying as they are would not be a forecast.
    """
    at = Place(file=shown)
    found = totals_of(forecast.totals, year)
    if found.unknown:
        problems.error("population.beyond_forecast", at, areas=found.unknown[:_NAMED], year=str(year))
        return population
    if found.between:
        problems.note("population.between_years", at, count=len(found.between), year=str(year))
    grown = scaled_to(population, found.people, areas, shown, problems, year=year)
    return replace(grown, inputs=(*population.inputs, *forecast.inputs))
