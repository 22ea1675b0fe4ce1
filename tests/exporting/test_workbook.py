"""proposal.xlsx: real tables, formulas with the values they have, and text that stays text."""

import os
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from localisation.exporting.workbook import write_workbook
from localisation.exporting.workbook.front import SHEETS
from localisation.texts import LANGUAGES, Texts
from tests.exporting.outcome import outcome


def written(folder: Path, language: str = "nb") -> Path:
    comparison, result, reasons = outcome()
    path = folder / "proposal.xlsx"
    write_workbook(path, comparison, result=result, reasons=reasons, language=language)
    return path


def table_rows(sheet: Worksheet, name: str) -> list[list[object]]:
    """The rows of a table, headings first."""
    return [[cell.value for cell in row] for row in sheet[sheet.tables[name].ref]]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sheet_is_there_in_reading_order_and_named_in_the_language(tmp_path: Path, language: str):
    texts = Texts(language)
    book = openpyxl.load_workbook(written(tmp_path, language))
    assert book.sheetnames == [texts(f"workbook.{key}.sheet") for key in ("front", *SHEETS)]


def test_what_is_tabular_is_an_excel_table_under_its_own_name(tmp_path: Path):
    book = openpyxl.load_workbook(written(tmp_path))
    names = [name for sheet in book for name in sheet.tables]
    assert names == [
        *("scores", "placements", "moves", "buildings", "costs", "present_value", "refurbishments"),
        *("criteria", "estimates", "settings", "runs", "files"),
    ]
    assert all(sheet.freeze_panes for sheet in book if sheet.tables)


def test_points_and_the_weighted_score_are_formulas_with_the_values_they_have(tmp_path: Path):
    path = written(tmp_path)
    formulas = table_rows(openpyxl.load_workbook(path)["Poeng"], "scores")
    values = table_rows(openpyxl.load_workbook(path, data_only=True)["Poeng"], "scores")
    # 5 people move on a scale from 0 to 10: 50 points of weight 100. No leased workplaces: 100 points of weight 300.
    # Together (100 * 50 + 300 * 100) / 400 = 87.5. Today: 100 and, with 5 leased of 10, 50 points: 62.5. Gain 25.
    moved, total = values[2], values[-1]
    assert moved[7:13] == [0, 5, 100, 50, 5, -50]
    assert total[9:11] == [62.5, 87.5]
    assert total[12] == 25
    assert str(formulas[2][10]).startswith("=100*(")
    assert str(formulas[-1][10]).startswith("=IF(SUM(")


def test_totals_and_differences_are_formulas(tmp_path: Path):
    path = written(tmp_path)
    formulas = table_rows(openpyxl.load_workbook(path)["Plasseringer"], "placements")
    values = table_rows(openpyxl.load_workbook(path, data_only=True)["Plasseringer"], "placements")
    # u 4 stays in A; v 5 arrives in A and leaves B; w 6 stays in C. Sums 15, 15, 0.
    assert [row[7:10] for row in values[1:]] == [[4, 4, 0], [0, 5, 5], [5, 0, -5], [6, 6, 0], [15, 15, 0]]
    assert formulas[1][9] == "=I5-H5"
    assert formulas[-1][8] == "=SUBTOTAL(109,$I$5:$I$8)"


def test_costs_add_up_to_the_present_value(tmp_path: Path):
    values = table_rows(openpyxl.load_workbook(written(tmp_path), data_only=True)["Kostnader"], "present_value")
    # Refurbishment 2000, moving 5 * 10 = 50, leaving the lease 200, and (100 + 150) a year instead of 750,
    # times the annuity of 20 years at 4 %, 13.590.
    assert [row[6] for row in values[1:]] == pytest.approx([2000, 50, 200, 250 * 13.59, 2250 + 250 * 13.59])
    assert values[-1][5] == pytest.approx(750 * 13.59)


def test_text_from_data_never_becomes_a_formula(tmp_path: Path):
    sheet = openpyxl.load_workbook(written(tmp_path))["Kriterier"]
    row = next(r for r in sheet.iter_rows() if r[0].value == "M1")
    risky = [c for c in row if str(c.value).startswith(("=", "+", "-", "@"))]
    assert [c.value for c in risky] == ["=1+1 Plass til alle", "-eier", "@kilde"]
    assert all(c.data_type == "s" and c.quotePrefix for c in risky)


def test_the_reason_names_the_next_best_building_and_what_speaks_against_it(tmp_path: Path):
    values = table_rows(openpyxl.load_workbook(written(tmp_path))["Plasseringer"], "placements")
    assert values[2][10:13] == ["Hus B", 32.5, "Lite leid 37,50"]


@pytest.mark.skipif(
    shutil.which("soffice") is None and os.environ.get("CI") != "true", reason="LibreOffice is not on this machine"
)
def test_libreoffice_calculates_the_same_values(tmp_path: Path):
    path = written(tmp_path)
    (tmp_path / "calculated").mkdir()
    home = (tmp_path / "office").as_uri()
    command = ["soffice", f"-env:UserInstallation={home}", "--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML"]
    subprocess.run([*command, "--outdir", tmp_path / "calculated", path], check=True, capture_output=True, timeout=180)
    ours = openpyxl.load_workbook(path, data_only=True)
    theirs = openpyxl.load_workbook(tmp_path / "calculated" / path.name, data_only=True)
    compared = 0
    for sheet in openpyxl.load_workbook(path):
        for row in sheet.iter_rows():
            for cell in row:
                if isinstance(cell.value, str) and cell.value.startswith("=") and cell.data_type == "f":
                    ref = cell.coordinate
                    found, expected = theirs[sheet.title][ref].value, ours[sheet.title][ref].value
                    assert (found or 0) == pytest.approx(expected or 0), f"{sheet.title}!{ref}: {cell.value}"
                    compared += 1
    assert compared > 40


def test_money_is_in_the_currency_of_the_place(tmp_path: Path):
    comparison, result, reasons = outcome()
    inventory = comparison.instance.inventory
    swedish = inventory.model_copy(update={"place": inventory.place.model_copy(update={"currency": "SEK"})})
    comparison = replace(comparison, instance=replace(comparison.instance, inventory=swedish))
    path = tmp_path / "proposal.xlsx"
    write_workbook(path, comparison, result=result, reasons=reasons, language="nb")
    book = openpyxl.load_workbook(path)
    cells = [str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert any("1000 SEK" in cell for cell in cells)
    assert not any("1000 kr" in cell or "NOK" in cell for cell in cells)
