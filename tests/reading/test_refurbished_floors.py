"""The floor a refurbishment adds to: read, and refused where the building has no such floor."""

from pathlib import Path

import pytest

from localisation.domain.errors import InvalidData, Problem
from localisation.domain.vocabulary import Confidence
from localisation.reading.scenario import read_scenario
from tests.reading import tiny

TOLD = [{"building": "B3", "floor": "1", "workplace": "12"}, {"building": "B3", "floor": "-1", "workplace": "0"}]


def tables(floor: str, told: tiny.Rows) -> dict[str, tiny.Rows]:
    """B3 has one floor, or those told of; R1 rebuilds it."""
    found = tiny.tables()
    found["refurbishments"][0] |= {"floor": floor, "confidence": "avledet"}
    return {**found, "floors": told} if told else found


def refused(folder: Path, floor: str, told: tiny.Rows) -> list[Problem]:
    with pytest.raises(InvalidData) as fault:
        read_scenario(tiny.write(folder, tables(floor, told)))
    return list(fault.value.problems)


@pytest.mark.parametrize(("floor", "told"), [("1", []), ("-2", []), ("", []), ("-1", TOLD), ("1", TOLD)])
def test_a_floor_the_building_has_is_read_and_a_basement_may_be_new(tmp_path: Path, floor: str, told: tiny.Rows):
    inventory = read_scenario(tiny.write(tmp_path, tables(floor, told))).inventory
    (option,) = inventory.building["B3"].refurbishments
    assert (option.floor, option.confidence) == (int(floor) if floor else None, Confidence.DERIVED)


@pytest.mark.parametrize(
    ("floor", "told", "code", "floors"),
    [
        ("2", [], "refurbished_floor_not_there", ["1"]),
        ("0", [], "refurbished_floor_not_there", ["1"]),
        ("2", TOLD, "refurbished_floor_not_told", ["-1", "1"]),
        ("-2", TOLD, "refurbished_floor_not_told", ["-1", "1"]),
    ],
)
def test_a_floor_the_building_has_not_is_refused_where_it_stands(
    tmp_path: Path, floor: str, told: tiny.Rows, code: str, floors: list[str]
):
    (problem,) = refused(tmp_path, floor, told)
    assert (problem.code, problem.file.split("/")[-1], problem.row, problem.column) == (
        code,
        "refurbishments.csv",
        2,
        "floor",
    )
    assert problem.holes["floors"] == floors


def test_a_place_that_counts_from_0_has_a_floor_0_everywhere(tmp_path: Path):
    told = [{"building": "B1", "floor": "0", "workplace": "20"}]
    inventory = read_scenario(tiny.write(tmp_path, tables("0", told))).inventory
    assert inventory.building["B3"].refurbishments[0].floor == 0
