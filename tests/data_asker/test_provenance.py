"""Every figure of Asker says how well it is known, and no estimate passes for anything else."""

import pytest

from localisation.reading.schema import NUMBERS
from localisation.reading.tables import INVENTORY_TABLES
from tests.data_asker.asker_tables import GEODATA, rows

WORDS = {"documented", "derived", "estimate"}
TABLES = [t for t in INVENTORY_TABLES if t.key not in ("background", "names")]


@pytest.mark.parametrize("table", TABLES, ids=lambda t: t.key)
def test_every_figure_has_a_confidence_and_every_row_a_source(table):
    unmarked = []
    for row in rows(table.key):
        for column in table.columns:
            if column.type in NUMBERS and column.key not in ("year", "order") and row.get(column.key):
                word = (row.get(column.confidence) if column.confidence else "") or row["confidence"]
                if word not in WORDS:
                    unmarked.append((row, column.key))
        if not row["source"].strip():
            unmarked.append((row, "source"))
    assert unmarked == []


@pytest.mark.parametrize("table", TABLES, ids=lambda t: t.key)
def test_what_calls_itself_an_estimate_is_marked_as_one(table):
    wrong = [row for row in rows(table.key) if "anslag" in row["source"].lower() and row["confidence"] != "estimate"]
    assert wrong == []


def test_staff_needs_rents_and_works_are_all_estimates():
    # No public figure was found for any of these: none may claim more.
    assert {row["staff_confidence"] for row in rows("units")} == {"estimate"}
    assert {row["confidence"] for row in rows("today")} == {"estimate"}
    assert {row["confidence"] for row in rows("needs")} == {"estimate"}
    assert {row["confidence"] for row in rows("refurbishments")} == {"estimate"}
    assert {row["rent_confidence"] for row in rows("buildings") if row["rent_nok_per_year"]} == {"estimate"}
    assert {row["confidence"] for row in rows("roads")} == {"estimate"}


def test_only_the_documented_areas_are_called_documented():
    # The architect's figure for the old town hall and the newspaper's for the pavilion; Heggedal lies between two.
    known = {row["id"]: row["area_confidence"] for row in rows("buildings") if row["area_confidence"] != "estimate"}
    assert known == {"B01": "documented", "B19": "derived", "B20": "documented"}
    assert {row["id"]: row["area_m2"] for row in rows("buildings") if row["id"] in known} == {
        "B01": "4000",
        "B19": "2100",
        "B20": "1200",
    }


def test_the_map_credits_its_makers():

    credit = (GEODATA / "place.toml").read_text("utf-8")
    assert "Kartverket" in credit
    assert "Statistisk sentralbyrå" in credit
