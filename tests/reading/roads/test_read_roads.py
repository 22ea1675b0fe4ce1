"""One way in: the kind is recognised, what was read is kept, every sentence is in both languages."""

import re
from dataclasses import replace
from pathlib import Path

import geopandas
import numpy as np
import pytest
import shapely

from localisation.domain.errors import InvalidData
from localisation.domain.travel import Mode
from localisation.reading.roads.read_roads import read_roads
from localisation.reading.roads.road_settings import RoadSettings
from localisation.reading.roads.schemas import SCHEMAS, RoadSchema
from localisation.texts import LANGUAGES, catalogue
from tests.reading.roads.made import codes, edges, layer, line, pbf, read, refusal

SOURCES = Path(__file__).parents[3] / "localisation" / "reading" / "roads"
ROW = {"typeVeg": "enkelBilveg", "vegkategori": "K", "fartsgrense": 60, "feltoversikt": "1#2",
       "geometry": line((0, 0), (500, 300), (1_000, 0))}  # fmt: skip


def test_a_second_reading_is_from_the_cache_and_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    path = layer(tmp_path / "roads.gpkg", [ROW, ROW | {"typeVeg": "annet"}])
    first = read(path, cache=tmp_path / "cache")
    assert len(list((tmp_path / "cache").glob("roads-*.parquet"))) == 1
    monkeypatch.setattr(
        "localisation.reading.roads.read_roads.layers", lambda *_: pytest.fail("the file was read again")
    )
    again = read(path, cache=tmp_path / "cache")
    assert again.notes == first.notes
    assert (again.kind, again.inputs) == (first.kind, first.inputs)
    for name in ("x_m", "y_m", "start", "end", "metres", "car_s", "bicycle_s", "walk_s", "ferry", "link", "along"):
        assert np.array_equal(getattr(again.network, name), getattr(first.network, name)), name
    assert shapely.equals(again.network.shapes.lines(), first.network.shapes.lines()).all()


def test_other_settings_or_other_bytes_are_read_anew(tmp_path: Path):
    path, cache = layer(tmp_path / "roads.gpkg", [ROW]), tmp_path / "cache"
    read(path, cache=cache)
    slow = read(path, cache=cache, settings=RoadSettings(walk_kmh=2.5))
    assert slow.network.walk_s[0] == pytest.approx(2 * read(path, cache=cache).network.walk_s[0])
    path.unlink()
    layer(path, [ROW | {"fartsgrense": 30}])
    assert edges(read(path, cache=cache).network, Mode.CAR)[0][2] == pytest.approx(140, abs=1)  # 1,166 m at 30 km/h
    assert len(list(cache.glob("*.parquet"))) == 3


def test_a_damaged_cache_is_read_past(tmp_path: Path):
    path, cache = layer(tmp_path / "roads.gpkg", [ROW]), tmp_path / "cache"
    first = read(path, cache=cache)
    for file in cache.glob("*.parquet"):
        file.write_bytes(file.read_bytes()[:50])
    assert np.array_equal(read(path, cache=cache).network.car_s, first.network.car_s)


def test_a_cache_that_cannot_be_written_is_told_and_no_more(tmp_path: Path):
    (tmp_path / "cache").write_text("a file, not a folder")
    found = read(layer(tmp_path / "roads.gpkg", [ROW]), cache=tmp_path / "cache")
    assert "roads.cache_unwritable" in codes(found.notes)
    assert found.network.nodes == 2


def test_the_largest_layer_with_roads_is_read_and_told_unless_one_is_named(tmp_path: Path):
    path = layer(tmp_path / "roads.gpkg", [ROW], name="small")
    layer(path, [ROW, ROW | {"geometry": line((0, 0), (0, 900))}], name="large")
    found = read(path)
    assert found.network.nodes == 3
    assert next(n for n in found.notes if n.code == "roads.several_layers").holes["layer"] == "large"
    assert read(path, layer="small").network.nodes == 2
    assert codes(refusal(path, layer="other")) == ["roads.unknown_layer"]


def test_files_that_are_no_roads_are_refused_with_a_reason(tmp_path: Path):
    assert codes(refusal(tmp_path / "nowhere.gpkg")) == ["no_file"]
    (tmp_path / "roads.docx").write_bytes(b"PK")
    assert codes(refusal(tmp_path / "roads.docx")) == ["roads.unread_format"]
    (tmp_path / "broken.gpkg").write_bytes(b"SQLite format 3\0 and then nothing")
    assert codes(refusal(tmp_path / "broken.gpkg")) == ["roads.unreadable"]
    points = ROW | {"geometry": shapely.Point(600_000, 6_640_000)}
    assert codes(refusal(layer(tmp_path / "points.gpkg", [points]))) == ["roads.not_lines"]
    other = {"name": "a", "geometry": line((0, 0), (1, 1))}
    assert codes(refusal(layer(tmp_path / "other.gpkg", [other]))) == ["roads.unknown_schema"]


def test_more_roads_than_memory_holds_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    for module in ("csv_chunks", "layers", "osm", "osm_ways"):
        monkeypatch.setattr(f"localisation.reading.roads.{module}.MOST_STREETS", 1)
    (tmp_path / "roads.csv").write_text("start;end;seconds\nA;B;60\nB;A;60\n", "utf-8")
    ways = [([1, 2], {"highway": "service"}), ([2, 1], {"highway": "service"})]
    files = [
        tmp_path / "roads.csv",
        layer(tmp_path / "roads.gpkg", [ROW, ROW]),
        pbf(tmp_path / "roads.osm.pbf", {1: (9.0, 60.0), 2: (9.1, 60.0)}, ways),
    ]
    assert [codes(refusal(file)) for file in files] == [["roads.too_many"]] * 3


def test_an_empty_layer_is_refused(tmp_path: Path):
    table = geopandas.GeoDataFrame([ROW], geometry="geometry", crs=32632).iloc[:0]
    table.to_file(tmp_path / "empty.gpkg", layer="links", driver="GPKG", geometry_type="LineString")
    assert codes(refusal(tmp_path / "empty.gpkg")) == ["roads.no_roads"]


def test_lines_outside_the_coordinate_system_are_refused(tmp_path: Path):
    path = layer(tmp_path / "roads.gpkg", [ROW], crs=4326)  # metres taken for degrees
    assert codes(refusal(path)) == ["roads.no_line_at_all"]


def test_degrees_are_no_system_to_measure_in(tmp_path: Path):
    with pytest.raises(InvalidData, match="not_metric"):
        read_roads(layer(tmp_path / "roads.gpkg", [ROW]), 4326)


def test_progress_is_told(tmp_path: Path):
    seen: list[tuple[int, int | None]] = []
    read(layer(tmp_path / "roads.gpkg", [ROW]), progress=lambda *done: seen.append(done))
    assert seen == [(1, 1)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_code_in_the_readers_has_its_sentences_and_every_sentence_its_code(language: str):
    used = set(re.findall(r'"roads\.(\w+)"', "".join(p.read_text("utf-8") for p in SOURCES.glob("*.py"))))
    keys = {key.removeprefix("roads.") for key in catalogue(language) if key.startswith("roads.")}
    assert keys == {f"{code}.{part}" for code in used for part in ("what", "remedy")}


def test_the_sentences_have_the_same_holes_in_both_languages():
    for key, text in catalogue("nb").items():
        if key.startswith("roads."):
            assert set(re.findall(r"{(\w+)", text)) == set(re.findall(r"{(\w+)", catalogue("en")[key])), key


def test_another_schema_is_recognised_read_and_missed_by_its_own_columns(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    own = RoadSchema(needed=("from", "to", "kmh"), wanted=("from",), streets=SCHEMAS["elveg"].streets)
    read_as: list[tuple[str, ...]] = []

    def streets(lines, settings, at, problems):
        read_as.append(tuple(lines.table.columns))
        problems.error("roads.no_roads", at, seen=len(lines.row))

    monkeypatch.setitem(SCHEMAS, "own", replace(own, streets=streets))
    row = {"from": 1, "to": 2, "kmh": 50, "geometry": line((0, 0), (1_000, 0))}
    assert codes(refusal(layer(tmp_path / "own.gpkg", [row]))) == ["roads.no_roads"]
    assert read_as == [("from",)]
    (missing,) = refusal(layer(tmp_path / "less.gpkg", [{k: v for k, v in row.items() if k != "kmh"}]))
    assert (missing.code, missing.holes["columns"]) == ("roads.missing_columns", ("kmh",))
