"""A timetable must be where the people are, and of about the time the scenario is: otherwise it is told, or refused.

In the tiny place 400 of 1,000 live 1.1 km from the stop at Nordby, 18 minutes' walk by a third more than the straight
line; the rest, 1.25 km from a stop, 20.3 minutes. The scenario starts in 2024.
"""

from pathlib import Path

import pytest

from localisation.domain.errors import Problem
from localisation.reading.findings import suspicious
from localisation.reading.scenario import read_scenario
from tests.reading.reading_of import problems_of
from tests.reading.transit.feed import sayable, zipped
from tests.reading.travel.test_travel_of_a_place import FEED, with_lines

LINES = ('transit = "feed.zip"', 'transit_date = "2030-03-05"')


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LOCALISATION_CACHE", str(tmp_path / "cache"))


def told_of(folder: Path, *lines: str) -> dict[str, Problem]:
    scenario = with_lines(folder, *LINES, *lines)
    zipped(folder / "sted", FEED)
    return {p.code: p for p in suspicious(read_scenario(scenario))}


def test_that_most_people_have_no_stop_is_told_with_how_many(tmp_path: Path):
    found = sayable(told_of(tmp_path)["travel.few_have_a_stop"])
    assert found.severity == "warning"
    assert found.holes == {"people": 600, "of": 1_000, "percent": 60, "minutes": 20}
    assert found.file.endswith("sted/feed.zip")


def test_where_people_can_walk_to_a_stop_nothing_is_said(tmp_path: Path):
    assert "travel.few_have_a_stop" not in told_of(tmp_path, "transit_to_stop_min = 21")


def test_a_timetable_nobody_can_walk_to_is_refused(tmp_path: Path):
    scenario = with_lines(tmp_path, *LINES)
    # Both stops between the centres, 5 km and more from everybody: an express train that calls at neither.
    stops = "stop_id,stop_name,stop_lat,stop_lon\nN,Mo,59.05,10.15\nS,Lund,59.04,10.15\n"
    zipped(tmp_path / "sted", FEED | {"stops.txt": stops})
    (problem,) = [p for p in problems_of(scenario) if p.severity == "error"]
    assert sayable(problem).code == "travel.stops_of_another_place"
    assert problem.holes["percent"] == 100


def test_a_timetable_years_from_the_scenario_is_told_of(tmp_path: Path):
    found = sayable(told_of(tmp_path)["travel.timetable_of_another_time"])
    assert found.severity == "warning"
    assert found.holes["years"] == 6


def test_a_timetable_of_about_the_time_is_not(tmp_path: Path):
    feed = FEED | {"calendar.txt": FEED["calendar.txt"].replace("2030", "2025")}
    scenario = with_lines(tmp_path, 'transit = "feed.zip"', 'transit_date = "2025-03-04"')
    zipped(tmp_path / "sted", feed)
    assert "travel.timetable_of_another_time" not in {p.code for p in suspicious(read_scenario(scenario))}
