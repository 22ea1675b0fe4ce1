"""The tables of Asker keep to their own conventions."""

from fractions import Fraction

import pytest

from tests.data_asker.asker_tables import GEODATA, need, parts, rows, space

FIGURES = ("coordinate", "tenure", "area", "floors", "running", "access")
FIGURE_OF = {
    "rent_nok_per_year": "rent",
    "idle_nok_per_year": "idle",
    "exit_nok": "exit",
    "available_from": "availability",
    "lease_end": "availability",
    "facilities": "facilities",
}


@pytest.mark.parametrize("table", ["centres", "buildings", "refurbishments", "units", "zones", "road_nodes", "names"])
def test_ids_are_unique_and_not_empty(table: str) -> None:
    found = [row["id"] for row in rows(table)]
    assert len(set(found)) == len(found)
    assert all(found)


def test_the_sources_have_the_same_map_of_rows_to_merged_units() -> None:
    lines = (GEODATA / "SOURCES.md").read_text("utf-8").splitlines()
    for unit in rows("units"):
        merged = parts(unit["register_rows"])
        if len(merged) > 1:
            line = next(part for part in lines if part.startswith(f"| `{unit['id']}`"))
            assert [row for row in merged if row not in line] == [], unit["id"]


def test_four_of_five_workplaces_of_today_are_needed() -> None:
    wanted = sum((need(r["unit"], "workplace", int(r["staff"])) for r in rows("today")), Fraction(0))
    there = sum(space(b, "workplace") for b in {r["building"] for r in rows("today")})
    assert 0.75 <= wanted / there <= 0.85


def test_every_name_is_in_both_languages() -> None:
    assert [row["id"] for row in rows("names") if not (row["name"] and row["name_en"])] == []


def test_every_figure_of_a_building_has_its_own_confidence() -> None:
    bare = [(b["id"], f) for b in rows("buildings") for f in FIGURES if not b[f"{f}_confidence"]]
    bare += [
        (b["id"], column)
        for b in rows("buildings")
        for column, figure in FIGURE_OF.items()
        if b[column] and not b[f"{figure}_confidence"]
    ]
    assert bare == []


def test_premises_that_were_added_claim_nothing() -> None:
    columns = ("area_confidence", "tenure_confidence", "coordinate_confidence")
    assert {b[c] for b in rows("buildings") if b["id"].startswith("L") for c in columns} == {"estimate"}


def test_costs_follow_the_tenure() -> None:
    for building in rows("buildings"):
        owned = building["tenure"] == "owned"
        assert (building["rent_nok_per_year"] == "") is owned, building["id"]
        assert (building["idle_nok_per_year"] != "") is owned, building["id"]


def test_an_option_is_not_in_use_today_and_a_lease_has_an_end() -> None:
    used = {row["building"] for row in rows("today")}
    for building in rows("buildings"):
        if building["tenure"] == "option":
            assert building["id"] not in used
        if building["tenure"] == "leased":
            assert building["id"] in used
            assert building["lease_end"]
