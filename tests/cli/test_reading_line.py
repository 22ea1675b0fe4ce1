"""A line says how far the reading of a large file has come."""

import io
from pathlib import Path

import pytest
from rich.console import Console

from localisation.cli import reading_line
from localisation.cli.reading_line import ReadingLine
from localisation.domain.travel import Mode
from localisation.reading.reading_progress import ReadingStep, listening
from localisation.reading.scenario import read_scenario
from localisation.texts import Texts
from tests.reading.transit.feed import zipped
from tests.reading.travel.test_travel_of_a_place import FEED, cache, roads, with_lines

__all__ = ["cache"]


def shown(steps: list[ReadingStep], *, terminal: bool) -> str:
    out = io.StringIO()
    with ReadingLine(Console(file=out, force_terminal=terminal, width=100), Texts("en")) as line:
        for step in steps:
            line.told(step)
    return out.getvalue()


def step(done: int, of: int | None, kind: str = "file", name: str = "roads.csv") -> ReadingStep:
    return ReadingStep(kind=kind, name=name, done=done, of=of)


def test_plain_output_has_a_line_now_and_then(monkeypatch: pytest.MonkeyPatch):
    assert shown([step(1, 2), step(2, 2)], terminal=False) == "", "what is quickly done is not worth a line"
    monkeypatch.setattr(reading_line, "PLAIN_EVERY_S", 0)
    steps = [step(100_000, None), step(1, 3), step(300, 400, "times", "walk"), step(400, 400, "times", "walk")]
    assert shown(steps, terminal=False).splitlines() == [
        "Reading roads.csv: 100,000 rows so far",
        "Reading roads.csv: 33 %",
        "Walking: working out travel times, 75 %",
    ]


def test_a_terminal_has_one_line_that_goes_away():
    assert "Reading roads.csv: 50 %" in shown([step(1, 2)], terminal=True)


def test_everything_large_is_told_and_told_to_the_end(tmp_path: Path, cache: Path):
    scenario = with_lines(tmp_path, 'roads = "veier.osm.pbf"', 'transit = "feed.zip"', 'transit_date = "2030-03-05"')
    roads(tmp_path)
    zipped(tmp_path / "sted", FEED)
    heard: list[ReadingStep] = []
    with listening(heard.append):
        read_scenario(scenario)
    last = {(s.kind, s.name): s for s in heard}
    assert set(last) == {
        ("file", "veier.osm.pbf"), ("file", "feed.zip"), *(("times", mode.value) for mode in Mode)
    }  # fmt: skip
    assert all(s.done == s.of for s in last.values())
    heard.clear()
    read_scenario(scenario)
    assert heard == [], "nobody listens any more"
