"""From a file to counts, and what is said on the way."""

from pathlib import Path

import pytest
from openpyxl import Workbook

from localisation.domain.errors import InvalidData
from localisation.reading.anonymise import OTHERS, WHOLE, anonymise
from localisation.reading.anonymise.groups import Groups, postcode_of
from localisation.reading.told import told
from tests.reading.anonymise.lists import employees, identity, write

MAP = [("1384", "Nord", "Øst"), ("1385", "Nord", "Øst"), ("1390", "Midt", "Øst"), ("3440", "Sør", "Vest")]


def codes(error: pytest.ExceptionInfo[InvalidData]) -> set[str]:
    return {p.code for p in error.value.problems}


def test_counts_by_postcode_without_a_map(tmp_path: Path):
    found = anonymise(employees(tmp_path, {("drift", "1384"): 7, ("drift", "1385"): 3, ("drift", "1386"): 2}))
    assert found.rows == {("drift", "1384"): 7, ("drift", "138*"): 5}
    assert found.people == 12


def test_counts_by_the_areas_of_a_map(tmp_path: Path):
    table = write(tmp_path / "kart.csv", ("postnummer", "delområde", "kommunedel"), MAP)
    counts = {("drift", "1384"): 4, ("drift", "1385"): 3, ("drift", "1390"): 2, ("drift", "3440"): 9}
    found = anonymise(employees(tmp_path, counts), table=table, by="Delområde")
    # Nord 7, Sør 9; the two in Midt are alone in Øst, so the smallest row, Nord, is given up to them.
    assert found.rows == {("drift", "Sør"): 9, ("drift", WHOLE): 9}
    with_k_3 = anonymise(employees(tmp_path, counts | {("drift", "1390"): 3}), k=3, table=table, by="Delområde")
    assert with_k_3.rows == {("drift", "Midt"): 3, ("drift", "Nord"): 7, ("drift", "Sør"): 9}


def test_cells_are_merged_into_squares_of_a_kilometre():
    # The cell at 240000, 6608750 lies in the kilometre at 240000, 6608000 and the five kilometres at 240000, 6605000.
    assert Groups().ladder("22400006608750") == ("22400006608750", "1 km: 22400006608000", "5 km: 22400006605000", "*")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("1384", "1384"),
        (" 150", "0150"),
        ("Storgata 12, 1384 Asker", "1384"),
        ("Gate 1000 A, 0150 Oslo", "0150"),
        ("Storgata 1", ""),
        ("13845", ""),
        ("", ""),
    ],
)
def test_a_postcode_is_found_in_an_address(text: str, code: str):
    assert postcode_of(text) == code


def test_a_workbook_reads_the_same_and_an_oslo_postcode_keeps_its_zero(tmp_path: Path):
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["Ansatte per 1. mai"])
    sheet.append(["Enhet", "Postnr."])
    for _ in range(6):
        sheet.append(["drift", 150])
    book.save(tmp_path / "a.xlsx")
    assert anonymise(tmp_path / "a.xlsx").rows == {("drift", "0150"): 6}


def test_names_ids_and_addresses_are_warned_of_and_never_repeated(tmp_path: Path):
    secret = identity("010190124")
    rows = [("Kari Nordmann", secret, "Lillegata 77, 1384 Asker", "drift")] + [
        (f"Ola Hansen{'abcdefg'[i]}", "", f"Storgata {i}, 1384 Asker", "drift") for i in range(6)
    ]
    path = write(tmp_path / "a.csv", ("Navn", "F.nr", "Adresse", "Enhet"), rows)
    found = anonymise(path)
    assert found.rows == {("drift", "1384"): 7}
    assert [p.code for p in found.remarks] == [
        "anonymise.looks_like_name",
        "anonymise.looks_like_national_id",
        "anonymise.looks_like_address",
    ]
    assert [p.column for p in found.remarks] == ["A", "B", "C (Adresse)"]
    for problem in found.remarks:
        sentences = told(problem, "nb")
        words = f"{sentences.where} {sentences.what} {sentences.remedy}"
        assert not any(w in words for w in ("Nordmann", "Hansen", secret, "gata", "1384"))


def test_a_list_without_headings_gives_no_row_away(tmp_path: Path):
    path = write(tmp_path / "a.csv", ("Kari Nordmann", "1384", "drift"), [("Ola Hansen", "1384", "drift")] * 9)
    with pytest.raises(InvalidData) as error:
        anonymise(path)
    assert codes(error) == {"anonymise.no_columns"}
    assert "Nordmann" not in str(error.value)


def test_an_address_with_a_comma_that_is_not_quoted_does_not_shift_the_columns_unseen(tmp_path: Path):
    (tmp_path / "a.csv").write_text("adresse,enhet\n" + "Storgata 1, 1384 Asker,drift\n" * 9, "utf-8")
    with pytest.raises(InvalidData) as error:
        anonymise(tmp_path / "a.csv")
    assert {p.code for p in error.value.problems if p.severity == "error"} == {"row_too_long"}
    assert "Storgata" not in str(error.value)


def test_a_person_as_service_area_is_hidden_like_any_other_small_group(tmp_path: Path):
    rows = [(f"Kari {'ABCDEFGHI'[i]}berg", "1384") for i in range(9)]
    found = anonymise(write(tmp_path / "a.csv", ("Enhet", "Postnummer"), rows))
    assert found.rows == {(OTHERS, "1384"): 9}
    assert "anonymise.looks_like_name" in {p.code for p in found.remarks}


def test_rows_without_home_or_service_area_are_counted_and_told(tmp_path: Path):
    counts = {("drift", "1384"): 6, ("drift", ""): 5, ("", "1384"): 5}
    found = anonymise(employees(tmp_path, counts))
    assert found.rows == {(OTHERS, "1384"): 5, ("drift", "*"): 5, ("drift", "1384"): 6}
    assert [p.code for p in found.remarks] == ["anonymise.empty_cells", "anonymise.empty_cells", "anonymise.unplaced"]
    assert found.unplaced == 5


@pytest.mark.parametrize(
    ("rows", "code"),
    [
        ([], "anonymise.map_empty"),
        ([("1384", "Nord", "")], "anonymise.map_empty_cell"),
        ([("1384", "Nord", "Øst"), ("1384", "Sør", "Øst")], "anonymise.map_twice"),
        ([("1384", "*", "Øst")], "anonymise.map_star"),
        ([("1384", "Nord", "Øst"), ("1385", "Nord", "Vest")], "anonymise.map_two_homes"),
        ([("1384", "Nord", "Nord")], "anonymise.map_two_homes"),
    ],
)
def test_faults_in_the_map_are_named(tmp_path: Path, rows, code: str):
    table = write(tmp_path / "kart.csv", ("postnummer", "delområde", "kommunedel"), rows)
    with pytest.raises(InvalidData) as error:
        anonymise(employees(tmp_path, {("drift", "1384"): 9}), table=table)
    assert codes(error) == {code}


def test_faults_in_the_previous_file_are_named(tmp_path: Path):
    people = employees(tmp_path, {("drift", "1384"): 9})
    for rows, code in (
        ([("drift", "1384", 4, 5)], "anonymise.previous_below_k"),
        ([("drift", "Nord", 9, 5)], "anonymise.previous_unknown_group"),
    ):
        previous = write(tmp_path / "før.csv", ("service_area", "area", "employees", "least_in_group"), rows)
        with pytest.raises(InvalidData) as error:
            anonymise(people, previous=previous)
        assert codes(error) == {code}


def test_too_few_people_give_no_file(tmp_path: Path):
    with pytest.raises(InvalidData) as error:
        anonymise(employees(tmp_path, {("drift", "1384"): 4}))
    assert codes(error) == {"anonymise.too_few"}
    with pytest.raises(ValueError, match="below 3"):
        anonymise(employees(tmp_path, {("drift", "1384"): 4}), k=2)


@pytest.mark.parametrize("name", ["a.txt", "finnes-ikke.csv"])
def test_a_file_that_cannot_be_read_is_named(tmp_path: Path, name: str):
    (tmp_path / "a.txt").write_text("x", "utf-8")
    with pytest.raises(InvalidData) as error:
        anonymise(tmp_path / name)
    assert codes(error) <= {"anonymise.format", "no_file"}
