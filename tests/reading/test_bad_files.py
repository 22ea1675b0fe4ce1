"""Files that are not what they seem: encodings, delimiters, missing and doubled tables."""

from pathlib import Path

import pytest

from localisation.reading import formats
from localisation.reading.scenario import read_scenario
from localisation.reading.told import told
from tests.reading import tiny
from tests.reading.reading_of import places, problems_of


def write(folder: Path) -> Path:
    return tiny.write(folder, tiny.tables())


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_any_common_encoding_and_delimiter_reads_the_same(tmp_path: Path, encoding: str, delimiter: str) -> None:
    scenario = write(tmp_path)
    text = tiny.csv_text(tiny.tables()["buildings"], delimiter)
    (tmp_path / "sted" / "buildings.csv").write_bytes(text.encode(encoding))
    instance = read_scenario(scenario)
    assert [b.name for b in instance.inventory.buildings] == ["Rådhuset", "Kontorbygget", "Sørgården"]
    assert [p.code for p in instance.remarks] == (["not_utf8"] if encoding == "cp1252" else [])


def test_decimal_commas_in_a_file_with_commas_between_fields_are_caught(tmp_path: Path) -> None:
    scenario = write(tmp_path)
    (tmp_path / "sted" / "roads.csv").write_text("start,end,length_km,speed_kmh\nNOR,SOR,14,2,60\n")
    assert places(problems_of(scenario)) == [("row_too_long", "roads.csv", 2, "")]


def test_the_same_in_quotation_marks_or_with_semicolons_reads(tmp_path: Path) -> None:
    scenario = write(tmp_path)
    roads = tmp_path / "sted" / "roads.csv"
    for text in (
        'start,end,length_km,speed_kmh\nNOR,SOR,"14,2",60\n',
        "start;end;length_km;speed_kmh\nNOR;SOR;14,2;60\n",
    ):
        roads.write_text(text)
        assert read_scenario(scenario).inventory.roads[0].metres == 14_200


def test_a_quotation_mark_that_is_not_closed(tmp_path: Path) -> None:
    scenario = write(tmp_path)
    (tmp_path / "sted" / "names.csv").write_text('id,name\nplan,"Plan og bygg\n')
    assert places(problems_of(scenario)) == [("csv_broken", "names.csv", 2, "")]


def test_a_field_over_two_lines_does_not_shift_the_rows_after_it(tmp_path: Path) -> None:
    scenario = write(tmp_path)
    (tmp_path / "sted" / "refurbishments.csv").write_text(
        'id,building,name,cost_nok,weeks,adds_yard\nR1,B3,"Nytt\ntorg",1,1,1\nR2,B3,Tak,mye,1,1\n'
    )
    assert places(problems_of(scenario)) == [("not_number", "refurbishments.csv", 4, "cost_nok")]


def test_an_empty_file_and_a_file_with_headings_only(tmp_path: Path) -> None:
    scenario = write(tmp_path)
    (tmp_path / "sted" / "units.csv").write_text("\n\n")
    (tmp_path / "sted" / "zones.csv").write_text("id,area,district,lat,lon,population\n")
    found = places(problems_of(scenario))
    assert ("empty_sheet", "units.csv", None, "") in found
    assert ("no_rows", "zones.csv", None, "") in found


def test_a_file_without_any_known_heading(tmp_path: Path) -> None:
    scenario = write(tmp_path)
    (tmp_path / "sted" / "names.csv").write_text("hei,og,hopp\n1,2,3\n")
    assert places(problems_of(scenario)) == [("no_headings", "names.csv", None, "")]


def test_explanations_above_the_headings_do_no_harm(tmp_path: Path) -> None:
    scenario = write(tmp_path)
    (tmp_path / "sted" / "names.csv").write_text("Navn som vises i rapporten,\n,\nid,name\nplan,Plan\n")
    assert read_scenario(scenario).inventory.shown("plan", "nb") == "Plan"


def test_two_columns_of_one_name_and_one_without(tmp_path: Path) -> None:
    scenario = write(tmp_path)
    (tmp_path / "sted" / "names.csv").write_text("id,name,Navn som vises,\nplan,Plan,Plan,glemt\n")
    found = places(problems_of(scenario))
    assert found == [("double_column", "names.csv", 1, "Navn som vises"), ("heading_missing", "names.csv", 1, "D")]


def test_headings_in_norwegian_in_any_case_and_spacing(tmp_path: Path) -> None:
    scenario = write(tmp_path)
    (tmp_path / "sted" / "spaces.csv").write_text("BYGG;slags  Areal;Mengde\nB1;Arbeidsplasser;20\n", "utf-8")
    assert read_scenario(scenario).inventory.building["B1"].spaces == {"workplace": 20}


def test_a_table_that_is_missing_and_one_that_is_misnamed(tmp_path: Path) -> None:
    scenario = write(tmp_path)
    (tmp_path / "sted" / "units.csv").rename(tmp_path / "sted" / "unitts.csv")
    found = places(problems_of(scenario))
    assert ("missing_table", "sted", None, "") in found
    assert ("unknown_table_like", "unitts.csv", None, "") in found
    missing = next(p for p in problems_of(scenario) if p.code == "missing_table")
    assert told(missing, "nb").remedy.startswith("Legg til en fil med navnet units.csv,")
    assert told(missing, "en").remedy.startswith("Add a file named units.csv,")


def test_a_file_called_csv_that_is_not_text(tmp_path: Path) -> None:
    scenario = write(tmp_path)
    (tmp_path / "sted" / "names.csv").write_bytes(b"\x89PNG\0\0\0")
    assert "not_text" in {p.code for p in problems_of(scenario)}


def test_a_csv_of_absurd_size_is_refused_unread(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    scenario = write(tmp_path)
    monkeypatch.setattr(formats, "MAX_BYTES", 900)
    with (tmp_path / "sted" / "names.csv").open("a") as file:
        file.write("x,y\n" * 300)
    assert ("file_too_large", "names.csv", None, "") in places(problems_of(scenario))


def test_a_folder_and_a_place_file_that_are_not_there(tmp_path: Path) -> None:
    scenario = write(tmp_path)
    (tmp_path / "sted" / "place.toml").unlink()
    assert places(problems_of(scenario)) == [("no_file", "place.toml", None, "")]
    scenario.write_text(tiny.SCENARIO.replace('"sted"', '"stedet"'), "utf-8")
    assert ("no_folder", "stedet", None, "") in places(problems_of(scenario))


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("25832", "4326", ("crs_unknown", "place.toml", 4, "crs")),
        ("25832", "99999", ("crs_unknown", "place.toml", 4, "crs")),
        ("25832", '"25832"', ("wrong_kind", "place.toml", 4, "crs")),
        ("price_year", "prisår", ("missing_key", "place.toml", 1, "")),
        ("2024", "24", ("too_low", "place.toml", 5, "price_year")),
        ('id = "vik"', "id = vik", ("toml_broken", "place.toml", 2, "")),
    ],
)
def test_a_fault_in_the_place_file(
    tmp_path: Path, old: str, new: str, expected: tuple[str, str, int | None, str]
) -> None:
    text = tiny.PLACE.replace(old, new)
    if "prisår" in new:
        text = text.replace("prisår", '"prisår"')
    assert expected in places(problems_of(tiny.write(tmp_path, tiny.tables(), place=text)))
