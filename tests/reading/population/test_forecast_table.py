"""Tables of people by area and year, long or wide."""

from pathlib import Path

import pytest

from localisation.reading.population.forecast_table import read_forecast
from localisation.reading.problems import Problems
from tests.reading.population.grids import errors, write


@pytest.mark.parametrize(
    ("headings", "rows"),
    [
        (("area", "year", "population"), [("001", 2030, "1 000"), ("001", 2040, 1200), ("002", 2030, 50)]),
        (("Delområde", "2030", "2040"), [("001", 1000, 1200), ("002", 50, "")]),
        (("grunnkrets", "pop_2030", "pop_2040"), [("001", 1000, 1200), ("002", 50, "..")]),
    ],
)
def test_long_and_wide_tables_say_the_same(tmp_path: Path, headings, rows):
    problems = Problems()
    found = read_forecast(write(tmp_path / "a.csv", headings, rows), "a.csv", problems)
    assert found is not None, problems.errors
    assert found.totals == {"001": {2030: 1000, 2040: 1200}, "002": {2030: 50}}


@pytest.mark.parametrize(
    ("rows", "code"),
    [
        ([("001", 2030, -1)], "population.forecast_count"),
        ([("001", 2030, 1.5)], "population.forecast_count"),
        ([("001", 2030, 1), ("001", 2030, 2)], "population.forecast_twice"),
        ([("", 2030, 1)], "population.forecast_row"),
        ([("001", "snart", 1)], "population.forecast_row"),
        ([], "population.nobody"),
    ],
)
def test_faults_are_named(tmp_path: Path, rows, code: str):
    problems = Problems()
    path = write(tmp_path / "a.csv", ("area", "year", "population"), rows)
    assert read_forecast(path, "a.csv", problems) is None
    assert code in errors(problems)


def test_a_table_of_something_else_is_refused(tmp_path: Path):
    problems = Problems()
    assert read_forecast(write(tmp_path / "a.csv", ("x", "y"), [(1, 2)]), "a.csv", problems) is None
    assert errors(problems) == {"population.forecast_columns"}
