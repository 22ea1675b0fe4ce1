"""CSV files as they come from all sorts of programs."""

from pathlib import Path

import pytest

from localisation.reading import csv_table, formats
from localisation.reading.scenario import read_scenario
from tests.reading import tiny
from tests.reading.spoiled import Fault, Town

NAMES = "id;name;name_en\nplan;Plan, bygg og kjøl;Planning\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_a_file_reads_the_same_in_any_common_encoding_and_with_any_newline(town: Town, encoding: str, newline: str):
    town.table("names", NAMES.replace("\n", newline).encode(encoding))
    inventory = read_scenario(Path("scenario.toml")).inventory
    assert inventory.shown("plan", "nb") == "Plan, bygg og kjøl"


def test_latin_1_is_read_with_a_word_about_it(town: Town):
    town.table("names", NAMES.encode("latin-1"))
    assert [p.code for p in town.remarks() if p.file == "sted/names.csv"] == ["not_utf8"]


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_a_place_reads_the_same_with_any_delimiter(town: Town, delimiter: str):
    expected = read_scenario(Path("scenario.toml")).inventory
    for name, rows in tiny.tables().items():
        town.table(name, tiny.csv_text(rows, delimiter))
    assert read_scenario(Path("scenario.toml")).inventory == expected


def test_a_file_and_a_table_that_are_too_large_are_not_read(town: Town, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(csv_table, "MAX_ROWS", 3)
    assert Fault("too_many_rows", "sted/norms.csv", None, "") in town.faults()
    monkeypatch.setattr(formats, "MAX_BYTES", 100)
    assert Fault("file_too_large", "sted/norms.csv", None, "") in town.faults()


def test_files_that_are_no_tables_are_passed_over_with_a_word(town: Town):
    (town.place / "bygninger.csv").write_text("id\n1\n", "utf-8")
    (town.place / "buildngs.csv").write_text("id\n1\n", "utf-8")
    (town.place / "gammel.xls").write_bytes(b"")
    (town.place / "SOURCES.md").write_text("# Kilder\n", "utf-8")
    found = {(p.code, p.file) for p in town.remarks()}
    assert ("unknown_table", "sted/bygninger.csv") in found or ("unknown_table_like", "sted/bygninger.csv") in found
    assert ("unknown_table_like", "sted/buildngs.csv") in found
    assert ("unread_format", "sted/gammel.xls") in found
    assert not any("SOURCES" in file for _, file in found)
