"""The inventory and the criteria list read the same from Excel as from CSV and TOML."""

import tomllib
from pathlib import Path
from typing import Any

from openpyxl import Workbook

from localisation.reading.choices import CHOICES
from localisation.reading.labels import choice_label, column_label, table_label
from localisation.reading.scenario import read_scenario
from localisation.reading.schema import NUMBERS, Type
from localisation.reading.tables import TABLES
from tests.reading import tiny
from tests.reading.spoiled import Town

CRITERIA = (
    tiny.CRITERIA
    + """
[[criterion]]
id = "K3"
name = "Torg nær folk"
name_en = "Torg near people"
rule = "population_coverage"
units = ["priority:torg", "U1"]
strength = "must"
parameters = { share_percent = 60, limit_min = 15, per = "all" }
owner = "Prosjektleder"
source = "Vedtak"
confidence = "documented"

[[criterion]]
id = "K4"
name = "Torget ikke i Rådhuset"
rule = "forbidden_location"
units = ["U3"]
strength = "info"
parameters = { buildings = ["B1", "B2"] }
"""
)


def _cell(table: str, key: str, text: str) -> Any:
    """What a person types in Excel: numbers as numbers, choices by their Norwegian name."""
    column = TABLES[table].column(key)
    if not text:
        return None
    if column.type in NUMBERS:
        return float(text) if "." in text else int(text)
    if column.choices and text in CHOICES[column.choices]:
        return choice_label(column.choices, text, "nb")
    return text


def _add(book: Workbook, table: str, rows: list[dict[str, str]]) -> None:
    sheet = book.create_sheet(table_label(table, "nb"))
    sheet.append([column_label(table, key, "nb") for key in rows[0]])
    for row in rows:
        sheet.append([_cell(table, key, text) for key, text in row.items()])


def _criterion_rows() -> list[dict[str, str]]:
    keys = [c.key for c in TABLES["criteria"].columns]
    rows = []
    for row in tomllib.loads(CRITERIA)["criterion"]:
        parameters = {k: ", ".join(v) if isinstance(v, list) else str(v) for k, v in row.get("parameters", {}).items()}
        texts = {k: "; ".join(v) if isinstance(v, list) else str(v) for k, v in row.items()}
        texts["parameters"] = "; ".join(f"{k}={v}" for k, v in parameters.items())
        rows.append({key: texts.get(key, "") for key in keys})
    return rows


def test_a_workbook_with_norwegian_headings_reads_the_same_as_the_files(town: Town):
    town.write(criteria=CRITERIA)
    expected = read_scenario(Path("scenario.toml"))
    inventory, units, criteria = Workbook(), Workbook(), Workbook()
    for name, rows in tiny.tables().items():
        _add(units if TABLES[name].workbook == "units" else inventory, name, rows)
        (town.place / f"{name}.csv").unlink()
    _add(criteria, "criteria", _criterion_rows())
    for book, path in ((inventory, "sted/bygg.xlsx"), (units, "sted/enheter.xlsx"), (criteria, "kriterier.xlsx")):
        del book["Sheet"]
        book.save(path)
    scenario = tiny.SCENARIO.replace("kriterier.toml", "kriterier.xlsx")
    (town.folder / "scenario.toml").write_text(scenario, "utf-8")
    found = read_scenario(Path("scenario.toml"))
    assert found.inventory == expected.inventory
    assert found.criteria == expected.criteria
    assert found.travel == expected.travel
    values = [{(f.table, f.row, f.column): (f.value, f.confidence) for f in i.figures} for i in (found, expected)]
    assert values[0] == values[1]


def test_a_criteria_list_in_csv_reads_the_same_too(town: Town):
    town.write(criteria=CRITERIA)
    expected = read_scenario(Path("scenario.toml")).criteria
    (town.folder / "kriterier.csv").write_text(tiny.csv_text(_criterion_rows(), "\t"), "utf-8")
    scenario = tiny.SCENARIO.replace("kriterier.toml", "kriterier.csv")
    (town.folder / "scenario.toml").write_text(scenario, "utf-8")
    assert read_scenario(Path("scenario.toml")).criteria == expected


def test_no_column_is_a_list_and_a_choice_at_once():
    assert not any(c.choices and c.type is Type.LIST for t in TABLES.values() for c in t.columns)
