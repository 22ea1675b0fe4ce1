"""Every fault a table can have gives its own problem, at its own row and column."""

from pathlib import Path

import pytest

from tests.reading import tiny
from tests.reading.reading_of import Spoil, places, spoiled

Rows = dict[str, tiny.Rows]


def put(table: str, row: int, column: str, value: str) -> Spoil:
    """Write a value into a row counted as the user counts, the headings being row 1."""
    return lambda rows: rows[table][row - 2].__setitem__(column, value)


def rename(table: str, old: str, new: str) -> Spoil:
    def spoil(rows: Rows) -> None:
        rows[table] = [{(new if k == old else k): v for k, v in row.items()} for row in rows[table]]

    return spoil


def drop(table: str, column: str) -> Spoil:
    def spoil(rows: Rows) -> None:
        rows[table] = [{k: v for k, v in row.items() if k != column} for row in rows[table]]

    return spoil


def again(table: str, row: int) -> Spoil:
    return lambda rows: rows[table].append(dict(rows[table][row - 2]))


CASES: dict[str, tuple[Spoil, tuple[str, str, int | None, str]]] = {
    "a misspelt column is named with the right spelling": (
        rename("buildings", "area_m2", "area_m"),
        ("unknown_column_like", "buildings.csv", 1, "area_m"),
    ),
    "a column nobody knows is refused": (
        rename("buildings", "facilities", "kaffetrakter"),
        ("unknown_column", "buildings.csv", 1, "kaffetrakter"),
    ),
    "a missing column is named": (drop("units", "staff"), ("missing_column", "units.csv", 1, "")),
    "text in a number field": (put("units", 3, "staff", "femten"), ("not_number", "units.csv", 3, "staff")),
    "half an employee": (put("units", 3, "staff", "15,5"), ("not_whole", "units.csv", 3, "staff")),
    "a number that can be read in two ways": (
        put("buildings", 3, "rent_nok_per_year", "1.500"),
        ("doubtful_number", "buildings.csv", 3, "rent_nok_per_year"),
    ),
    "a negative rent": (
        put("buildings", 3, "rent_nok_per_year", "-1"),
        ("negative", "buildings.csv", 3, "rent_nok_per_year"),
    ),
    "no staff at all": (put("units", 2, "staff", "0"), ("too_low", "units.csv", 2, "staff")),
    "a strength above a hundred": (
        put("collaborations", 2, "strength", "101"),
        ("too_high", "collaborations.csv", 2, "strength"),
    ),
    "a latitude beyond the pole": (put("buildings", 2, "lat", "590,1"), ("too_high", "buildings.csv", 2, "lat")),
    "an absurd area is remarked upon": (
        put("buildings", 3, "area_m2", "900000"),
        ("unusual", "buildings.csv", 3, "area_m2"),
    ),
    "a tenure that is none": (put("buildings", 2, "tenure", "lånt"), ("not_a_choice", "buildings.csv", 2, "tenure")),
    "a maybe where yes or no is asked": (
        put("buildings", 2, "step_free", "kanskje"),
        ("not_a_choice", "buildings.csv", 2, "step_free"),
    ),
    "an empty cell that must be filled": (
        put("buildings", 4, "area_m2", " "),
        ("empty_cell", "buildings.csv", 4, "area_m2"),
    ),
    "a building in a centre that does not exist": (
        put("buildings", 4, "centre", "SØR"),
        ("unknown_id_like", "buildings.csv", 4, "centre"),
    ),
    "a seat in a building that does not exist": (
        put("today", 4, "building", "Q77"),
        ("unknown_id", "today.csv", 4, "building"),
    ),
    "a need of a unit that does not exist": (put("needs", 2, "unit", "X"), ("unknown_id", "needs.csv", 2, "unit")),
    "a road to a junction that does not exist": (
        put("roads", 2, "end", "SOT"),
        ("unknown_id_like", "roads.csv", 2, "end"),
    ),
    "a road from a junction to itself": (put("roads", 2, "end", "NOR"), ("road_to_itself", "roads.csv", 2, "end")),
    "a road shorter than the straight line": (
        put("roads", 2, "length_km", "1,2"),
        ("road_too_short", "roads.csv", 2, "length_km"),
    ),
    "a road without length": (put("roads", 2, "length_km", "0"), ("too_low", "roads.csv", 2, "length_km")),
    "a zone in a district that does not exist": (
        put("zones", 3, "district", "Nordd"),
        ("unknown_id_like", "zones.csv", 3, "district"),
    ),
    "employees living where there is no zone": (
        put("origins", 2, "area", "Nord 9"),
        ("unknown_id_like", "origins.csv", 2, "area"),
    ),
    "a building twice": (again("buildings", 3), ("double_row", "buildings.csv", 5, "id")),
    "a kind of space twice in a building": (again("spaces", 2), ("double_row", "spaces.csv", 6, "building")),
    "a unit that works with itself": (
        put("collaborations", 2, "unit_b", "U1"),
        ("works_with_itself", "collaborations.csv", 2, "unit_b"),
    ),
    "a pair of units twice, the other way round": (
        lambda rows: rows["collaborations"].append({"unit_a": "U2", "unit_b": "U1", "strength": "10"}),
        ("double_pair", "collaborations.csv", 3, "unit_a"),
    ),
    "today's seats that do not add up to the staff": (
        put("today", 3, "staff", "14"),
        ("today_sum", "units.csv", 3, "staff"),
    ),
    "a unit that sits nowhere today": (
        lambda rows: rows["today"].pop(),
        ("not_seated_today", "units.csv", 4, "id"),
    ),
    "a smallest part larger than the unit": (
        put("units", 4, "smallest_part", "11"),
        ("sites_impossible", "units.csv", 4, "smallest_part"),
    ),
    "a row without a position": (put("buildings", 2, "lat", ""), ("none_of_columns", "buildings.csv", 2, "")),
    "a norm that is not there": (lambda rows: rows["norms"].pop(0), ("norm_missing", "norms.csv", None, "")),
    "a misspelt norm": (put("norms", 2, "key", "move_nok_per_employe"), ("norm_unknown_like", "norms.csv", 2, "key")),
    "a percentage written as a share": (put("norms", 5, "value", "0,8"), ("not_whole", "norms.csv", 5, "value")),
    "a percentage above a hundred": (put("norms", 5, "value", "180"), ("norm_out_of_bounds", "norms.csv", 5, "value")),
    "a refurbishment that adds nothing is remarked upon": (
        put("refurbishments", 2, "adds_public_front", ""),
        ("adds_nothing", "refurbishments.csv", 2, ""),
    ),
}


@pytest.mark.parametrize(("spoil", "expected"), CASES.values(), ids=CASES.keys())
def test_a_fault_in_a_table_is_named_where_it_stands(
    tmp_path: Path, spoil: Spoil, expected: tuple[str, str, int | None, str]
) -> None:
    assert expected in places(spoiled(tmp_path, spoil))


@pytest.mark.parametrize("case", [name for name in CASES if "percentage" not in name], ids=str)
def test_a_fault_does_not_drag_others_with_it(tmp_path: Path, case: str) -> None:
    spoil, expected = CASES[case]
    found = places(spoiled(tmp_path, spoil))
    follow = {"norm_missing"} if expected[0] == "norm_unknown_like" else set()
    assert {code for code, *_ in found} - follow == {expected[0]}


def test_all_faults_of_all_files_are_told_at_once(tmp_path: Path) -> None:
    def spoil(rows: Rows) -> None:
        put("units", 3, "staff", "femten")(rows)
        put("units", 4, "visits_per_year", "-5")(rows)
        put("buildings", 2, "tenure", "lånt")(rows)
        put("roads", 2, "end", "X")(rows)

    criteria = tiny.CRITERIA.replace('rule = "people_moved"', 'rule = "folk_flyttes"')
    scenario = tiny.SCENARIO.replace("in_place_by", "inn_place_by")
    found = places(spoiled(tmp_path, spoil, criteria=criteria, scenario=scenario))
    assert ("not_number", "units.csv", 3, "staff") in found
    assert ("negative", "units.csv", 4, "visits_per_year") in found
    assert ("not_a_choice", "buildings.csv", 2, "tenure") in found
    assert ("unknown_id", "roads.csv", 2, "end") in found
    assert ("unknown_rule", "kriterier.toml", 10, "rule") in found
    assert ("unknown_key_like", "scenario.toml", 7, "inn_place_by") in found
    assert ("missing_key", "scenario.toml", 1, "") in found
