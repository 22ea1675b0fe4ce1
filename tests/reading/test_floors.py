"""The table of floors: what is told of a floor, what is left open, and sums that differ from the building's."""

from pathlib import Path

import pytest

from localisation.domain.errors import InvalidData
from localisation.domain.inventory import Inventory
from localisation.domain.vocabulary import Confidence, SpaceKind
from localisation.reading.scenario import read_scenario
from tests.reading import tiny
from tests.reading.spoiled import Town

WORK = SpaceKind.WORKPLACE


def floors(*lines: str) -> tiny.Rows:
    """Rows of the table; B1 has 20 workplaces, B2 30."""
    columns = ["building", "floor", "workplace", "public_front", "public", "confidence"]
    return [dict(zip(columns, line.split(","), strict=True)) for line in lines]


def read(folder: Path, rows: tiny.Rows) -> Inventory:
    return read_scenario(tiny.write(folder, {**tiny.tables(), "floors": rows})).inventory


def test_floors_are_read_from_below_with_what_is_told_of_them(tmp_path: Path):
    inventory = read(tmp_path, floors("B1,2,8,,,derived", "B1,-1,0,,nei,", "B1,1,12,,ja,documented"))
    found = inventory.building["B1"].by_floor
    # There is no floor 0, so 1 is the ground floor and the basement is one below it.
    assert [(f.number, f.height) for f in found] == [(-1, -1), (1, 0), (2, 1)]
    # 0 is told and empty is not: nobody works in the basement, and nothing is known of any public front.
    assert [dict(f.spaces) for f in found] == [{WORK: 0}, {WORK: 12}, {WORK: 8}]
    assert [f.public for f in found] == [False, True, None]
    assert [f.confidence for f in found] == [Confidence.ESTIMATE, Confidence.DOCUMENTED, Confidence.DERIVED]
    assert inventory.building["B2"].by_floor == ()


def test_a_place_with_a_floor_0_calls_its_ground_floor_so_everywhere(tmp_path: Path):
    inventory = read(tmp_path, floors("B1,0,20,,,", "B2,1,30,,,"))
    assert [(f.number, f.height) for b in ("B1", "B2") for f in inventory.building[b].by_floor] == [(0, 0), (1, 1)]


def test_floors_that_hold_something_else_than_their_building_are_told(town: Town):
    town.write(lambda tables: tables.update(floors=floors("B1,1,12,,,", "B1,2,7,,,")))
    found = [p for p in town.remarks() if p.code == "floors_do_not_add_up"]
    assert [dict(p.holes)["floors"] for p in found] == [12 + 7]
    assert found[0].holes["space"] == 20
    assert (found[0].file, found[0].row) == ("sted/floors.csv", 2)


def test_floors_that_add_up_raise_nothing(town: Town):
    town.write(lambda tables: tables.update(floors=floors("B1,1,12,,,", "B1,2,8,,,")))
    assert [p.code for p in town.remarks() if p.code == "floors_do_not_add_up"] == []


@pytest.mark.parametrize(
    ("row", "code"),
    [("Q9,1,3,,,", "unknown_id"), ("B1,1.5,3,,,", "not_whole"), ("B1,1,-3,,,", "negative"), ("B1,,3,,,", "empty_cell")],
)
def test_a_row_that_cannot_be_used_is_refused(tmp_path: Path, row: str, code: str):
    with pytest.raises(InvalidData) as fault:
        read(tmp_path, floors(row))
    assert [p.code.split("_like")[0] for p in fault.value.problems] == [code]


def test_the_same_floor_twice_is_refused(tmp_path: Path):
    with pytest.raises(InvalidData) as fault:
        read(tmp_path, floors("B1,1,10,,,", "B1,1,10,,,"))
    assert [p.code for p in fault.value.problems] == ["double_row"]
