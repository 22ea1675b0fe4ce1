"""Finds the column of inhabitants for the year that is asked for."""

from localisation.reading.population.columns import Columns
from localisation.reading.problems import Place, Problems


def people_column(columns: Columns, year: int | None, shown: str, problems: Problems) -> str | None:
    """The heading of the column; None when there is none or it is not clear which, with the reason among the problems.

    A year in a heading must be the year asked for; when none is asked for, there may be only one. In a table with a
    column of years the year must be given. A column without any year is used for what is asked for, and it is told.
    """
    at = Place(file=shown)
    if year is not None and year in columns.people_in:
        return columns.people_in[year]
    if columns.people and not columns.people_in:
        if columns.year and year is None:
            problems.error("population.year_needed", at)
            return None
        if year is not None and not columns.year:
            problems.note("population.year_unsure", at, column=columns.people, year=str(year))
        return columns.people
    if not columns.people_in:
        problems.error("population.no_people", at)
        return None
    known = tuple(str(y) for y in columns.years)
    if year is not None:
        problems.error("population.no_such_year", at, year=str(year), known=known)
    elif len(known) > 1:
        problems.error("population.which_year", at, known=known)
    else:
        return columns.people_in[columns.years[0]]
    return None
