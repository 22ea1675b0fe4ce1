"""Workbooks as people send them: merged, hidden, unfinished, locked, huge, or no workbook at all."""

import zipfile
from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook

from localisation.reading import xlsx_guard, xlsx_table
from localisation.reading.scenario import read_scenario
from tests.reading import tiny
from tests.reading.reading_of import places, problems_of


def with_sheet(folder: Path, table: str, title: str = "") -> tuple[Path, Workbook]:
    """The tiny place with one table moved from CSV to a workbook."""
    rows = tiny.tables()
    moved = rows.pop(table)
    scenario = tiny.write(folder, rows)
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = title or table
    sheet.append(list(moved[0]))
    for row in moved:
        sheet.append([float(v) if v.replace(".", "").isdigit() else v for v in row.values()])
    return scenario, book


def save(folder: Path, book: Workbook, name: str = "bok.xlsx") -> None:
    book.save(folder / "sted" / name)


def test_a_sheet_under_its_norwegian_name_reads_as_the_csv_did(tmp_path: Path) -> None:
    scenario, book = with_sheet(tmp_path, "buildings", "Bygg")
    book["Bygg"].insert_rows(1)
    book["Bygg"]["A1"] = "Alle bygg, sist oppdatert av Kari"
    book["Bygg"]["M2"] = "Leien utløper"
    book["Bygg"]["M4"] = date(2027, 6, 30)
    save(tmp_path, book)
    inventory = read_scenario(scenario).inventory
    assert [b.id for b in inventory.buildings] == ["B1", "B2", "B3"]
    assert inventory.building["B2"].lease_end == date(2027, 6, 30)


def test_a_cell_is_told_by_sheet_row_and_column_letter(tmp_path: Path) -> None:
    scenario, book = with_sheet(tmp_path, "units", "Enheter")
    book["Enheter"]["F3"] = "femten"
    save(tmp_path, book)
    [problem] = problems_of(scenario)
    assert (problem.code, problem.sheet, problem.row, problem.column) == ("not_number", "Enheter", 3, "F (staff)")


def test_a_formula_that_was_never_calculated_and_one_that_fails(tmp_path: Path) -> None:
    scenario, book = with_sheet(tmp_path, "spaces")
    book["spaces"]["C2"] = "=10+10"
    save(tmp_path, book)
    assert places(problems_of(scenario)) == [("formula_without_value", "bok.xlsx", 2, "C (amount)")]
    book["spaces"]["C2"] = "#REF!"
    save(tmp_path, book)
    assert places(problems_of(scenario)) == [("formula_error", "bok.xlsx", 2, "C (amount)")]


def test_merged_cells_among_the_rows_are_refused_but_not_in_a_title_above(tmp_path: Path) -> None:
    scenario, book = with_sheet(tmp_path, "names")
    sheet = book["names"]
    sheet.insert_rows(1)
    sheet["A1"] = "Navnene"
    sheet.merge_cells("A1:C1")
    save(tmp_path, book)
    assert problems_of(scenario) == []
    sheet.merge_cells("B3:B4")
    save(tmp_path, book)
    assert ("merged_cells", "bok.xlsx", 3, "B") in places(problems_of(scenario))


def test_hidden_rows_and_sheets_are_read_and_told(tmp_path: Path) -> None:
    scenario, book = with_sheet(tmp_path, "names")
    book.create_sheet("Annet")
    book["names"].sheet_state = "hidden"
    book["names"].row_dimensions[3].hidden = True
    save(tmp_path, book)
    instance = read_scenario(scenario)
    assert instance.inventory.shown("torg", "nb") == "Innbyggertorg"
    assert {p.code for p in instance.remarks} == {"hidden_sheet", "hidden_rows", "unknown_table"}


def test_an_empty_sheet_where_a_table_should_be(tmp_path: Path) -> None:
    scenario, book = with_sheet(tmp_path, "units")
    book["units"].delete_rows(1, 10)
    save(tmp_path, book)
    assert places(problems_of(scenario)) == [("empty_sheet", "bok.xlsx", None, "")]


def test_a_table_that_stands_in_two_files_names_both(tmp_path: Path) -> None:
    scenario, book = with_sheet(tmp_path, "names", "Navn")
    save(tmp_path, book)
    (tmp_path / "sted" / "names.csv").write_text("id,name\nplan,Plan\n")
    [problem] = problems_of(scenario)
    assert problem.code == "table_twice"
    told = f"{problem.file} {problem.sheet} {problem.holes['first']}"
    assert "bok.xlsx, Navn" in told
    assert "names.csv" in told


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"id;navn\nplan;Plan\n", "not_xlsx"),
        (b"", "not_xlsx"),
        (b"PK\x03\x04 half a file", "not_xlsx"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "xlsx_locked_or_old"),
    ],
)
def test_a_file_called_xlsx_that_is_none(tmp_path: Path, content: bytes, code: str) -> None:
    scenario = tiny.write(tmp_path, tiny.tables())
    (tmp_path / "sted" / "bok.xlsx").write_bytes(content)
    assert places(problems_of(scenario)) == [(code, "bok.xlsx", None, "")]


def test_another_kind_of_zip_file_called_xlsx(tmp_path: Path) -> None:
    scenario = tiny.write(tmp_path, tiny.tables())
    with zipfile.ZipFile(tmp_path / "sted" / "bok.xlsx", "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
    assert [p.code for p in problems_of(scenario)] == ["not_xlsx"]


def test_a_workbook_with_broken_insides(tmp_path: Path) -> None:
    scenario = tiny.write(tmp_path, tiny.tables())
    with zipfile.ZipFile(tmp_path / "sted" / "bok.xlsx", "w") as archive:
        archive.writestr("xl/workbook.xml", "<workbook><sheets>")
    assert [p.code for p in problems_of(scenario)] == ["not_xlsx"]


def test_a_sheet_of_200_megabytes_is_refused_by_what_the_file_declares(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    scenario = tiny.write(tmp_path, tiny.tables())
    with zipfile.ZipFile(tmp_path / "sted" / "bok.xlsx", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")
        archive.writestr("xl/worksheets/sheet1.xml", b" " * 200_000_000)
    monkeypatch.setattr(xlsx_table, "load_workbook", lambda *_, **__: pytest.fail("must not be opened"))
    [problem] = problems_of(scenario)
    assert (problem.code, problem.holes["megabytes"]) == ("file_too_large", 200)


def test_too_many_rows_are_counted_before_the_workbook_is_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    scenario, book = with_sheet(tmp_path, "names")
    save(tmp_path, book)
    monkeypatch.setattr(xlsx_guard, "MAX_ROWS", 2)
    monkeypatch.setattr(xlsx_table, "load_workbook", lambda *_, **__: pytest.fail("must not be opened"))
    assert [p.code for p in problems_of(scenario)] == ["too_many_rows"]


@pytest.mark.parametrize(("cell", "code"), [("A1048576", "too_many_rows"), ("XFD1", "too_many_columns")])
def test_a_stray_cell_far_out_does_not_make_a_giant_sheet(tmp_path: Path, cell: str, code: str) -> None:
    scenario, book = with_sheet(tmp_path, "names")
    book["names"][cell] = "x"
    save(tmp_path, book)
    assert code in {p.code for p in problems_of(scenario)}


def test_a_percentage_cell_counts_as_the_user_sees_it(tmp_path: Path) -> None:
    scenario, book = with_sheet(tmp_path, "norms")
    book["norms"]["B5"] = 0.8
    book["norms"]["B5"].number_format = "0 %"
    save(tmp_path, book)
    assert read_scenario(scenario).inventory.norms.attendance_percent == 80


def test_other_formats_and_lock_files_are_passed_by(tmp_path: Path) -> None:
    scenario = tiny.write(tmp_path, tiny.tables())
    (tmp_path / "sted" / "~$bok.xlsx").write_bytes(b"lock")
    (tmp_path / "sted" / "gammel.xls").write_bytes(b"x")
    (tmp_path / "sted" / "SOURCES.md").write_text("kilder")
    assert places(problems_of(scenario)) == [("unread_format", "gammel.xls", None, "")]
