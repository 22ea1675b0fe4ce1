"""proposal.gpkg: layers in the place's coordinate system, and styles where QGIS looks for them."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from xml.etree.ElementTree import fromstring

import pyogrio
import pytest

from localisation.exporting.geopackage import write_geopackage
from localisation.texts import LANGUAGES
from tests.exporting.outcome import PROPOSAL, case
from tests.solving.sample import with_english_works

LAYERS = ("background", "population", "roads", "moves", "centres", "buildings", "placements")


@pytest.fixture
def package(tmp_path: Path) -> Path:
    path = tmp_path / "proposal.gpkg"
    write_geopackage(path, case(), PROPOSAL, language="nb")
    return path


def rows(package: Path, query: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(package)) as file:
        return file.execute(query).fetchall()


def test_every_layer_is_there_in_the_coordinate_system_of_the_place(package: Path):
    assert [name for name, kind in pyogrio.list_layers(package) if kind] == list(LAYERS)
    assert {pyogrio.read_info(package, layer=name)["crs"] for name in LAYERS} == {"EPSG:25833"}


def test_a_building_knows_who_sits_there_and_how_full_it_is(package: Path):
    buildings = pyogrio.read_dataframe(package, layer="buildings").set_index("building")
    # 9 people in A, which has 6 + 4 workplaces after refurbishment; B is left.
    assert buildings.loc["A", ["staff_today", "staff", "workplaces", "fill_percent"]].tolist() == [4, 9, 10, 90.0]
    assert buildings.loc["A", "units"] == "Enhet v (5); Enhet u (4)"
    assert buildings["fate"].tolist() == ["kept", "left", "kept"]


@pytest.mark.parametrize(("language", "name"), [("nb", "Tettere"), ("en", "Closer together")])
def test_works_have_their_name_in_the_language_of_the_reader(tmp_path: Path, language: str, name: str):
    path = tmp_path / "proposal.gpkg"
    write_geopackage(path, replace(case(), inventory=with_english_works()), PROPOSAL, language=language)
    buildings = pyogrio.read_dataframe(path, layer="buildings").set_index("building")
    assert buildings.loc["A", "refurbishments"] == name


def test_moves_are_lines_between_the_buildings(package: Path):
    (move,) = pyogrio.read_dataframe(package, layer="moves").itertuples()
    assert (move.unit, move.origin, move.destination, move.staff) == ("v", "B", "A", 5)
    assert list(move.geometry.coords) == [(100, 0), (0, 0)]


def test_every_layer_has_one_default_style_that_is_well_formed(package: Path):
    styles = rows(package, "SELECT f_table_name, f_geometry_column, useAsDefault, styleQML FROM layer_styles")
    assert sorted(name for name, *_ in styles) == sorted(LAYERS)
    assert {(column, default) for _, column, default, _ in styles} == {("geom", 1)}
    for name, _, _, text in styles:
        style = fromstring(str(text))
        symbols = {s.get("name") for s in style.iter("symbol")}
        used = {c.get("symbol") for c in [*style.iter("category"), *style.iter("range")]} or {"0"}
        assert symbols == used, name


def test_styles_draw_only_columns_that_exist(package: Path):
    for name, text in rows(package, "SELECT f_table_name, styleQML FROM layer_styles"):
        style = fromstring(str(text))
        columns = set(pyogrio.read_info(package, layer=name)["fields"])
        asked = {r.get("attr") for r in style.iter("renderer-v2")} | {
            t.get("fieldName") for t in style.iter("text-style")
        }
        assert {a for a in asked if a} <= columns, name
        assert {a.get("field") for a in style.iter("alias")} <= columns, name


def test_the_style_table_is_registered_and_the_file_is_sound(package: Path):
    assert ("layer_styles", "attributes") in rows(package, "SELECT table_name, data_type FROM gpkg_contents")
    assert rows(package, "PRAGMA integrity_check") == [("ok",)]
    assert rows(package, "PRAGMA foreign_key_check") == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_layer_titles_are_in_the_language(tmp_path: Path, language: str):
    path = tmp_path / "x.gpkg"
    write_geopackage(path, case(), PROPOSAL, language=language)
    titles = dict(rows(path, "SELECT table_name, identifier FROM gpkg_contents"))
    assert titles["buildings"] == {"nb": "Bygg", "en": "Buildings"}[language]
