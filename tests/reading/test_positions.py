"""Positions that cannot be right are recognised for what they are."""

from pathlib import Path

from localisation.reading.coordinates import metres
from tests.reading import tiny
from tests.reading.reading_of import places, spoiled


def in_metres(table: str, epsg: int, *, swap: bool = False, only: int | None = None):  # type: ignore[no-untyped-def]
    """Give the rows of a table (or row `only`, counted as the user counts) in metres of another system."""

    def spoil(rows: dict[str, tiny.Rows]) -> None:
        for number, row in enumerate(rows[table], start=2):
            point = metres(float(row["lat"]), float(row["lon"]), epsg if only in (None, number) else 25832)
            assert point
            easting, northing = point[::-1] if swap and only in (None, number) else point
            row["easting_m"], row["northing_m"] = str(easting), str(northing)
            row["lat"] = row["lon"] = ""

    return spoil


def test_metres_in_the_right_system_are_welcome(tmp_path: Path) -> None:
    assert spoiled(tmp_path, in_metres("zones", 25832)) == []


def test_swapped_latitude_and_longitude(tmp_path: Path) -> None:
    def swap(rows: dict[str, tiny.Rows]) -> None:
        row = rows["buildings"][1]
        row["lat"], row["lon"] = row["lon"], row["lat"]

    assert places(spoiled(tmp_path, swap)) == [("position_swapped", "buildings.csv", 3, "lat")]


def test_swapped_easting_and_northing(tmp_path: Path) -> None:
    found = places(spoiled(tmp_path, in_metres("buildings", 25832, swap=True, only=4)))
    assert found == [("position_swapped", "buildings.csv", 4, "easting_m")]


def test_a_table_in_the_neighbouring_zone_is_told_which(tmp_path: Path) -> None:
    found = spoiled(tmp_path, in_metres("zones", 25833))
    assert places(found) == [("position_other_crs", "zones.csv", row, "easting_m") for row in (2, 3, 4, 5)]
    assert {p.holes["other"] for p in found} == {"EPSG:25833"}


def test_degrees_in_the_columns_for_metres(tmp_path: Path) -> None:
    def spoil(rows: dict[str, tiny.Rows]) -> None:
        in_metres("buildings", 25832)(rows)
        rows["buildings"][0] |= {"easting_m": "10", "northing_m": "59"}

    assert places(spoiled(tmp_path, spoil)) == [("position_in_degrees", "buildings.csv", 2, "easting_m")]


def test_a_slip_of_the_pen_sets_a_building_in_another_part_of_the_country(tmp_path: Path) -> None:
    found = spoiled(tmp_path, lambda rows: rows["buildings"][0].__setitem__("lat", "69.101"))
    assert places(found) == [("position_far", "buildings.csv", 2, "lat")]
    # Ten degrees of latitude are about 1110 km.
    assert 1050 < float(str(found[0].holes["km"])) < 1170


def test_a_whole_long_table_astray_is_told_in_a_few_lines(tmp_path: Path) -> None:
    def spoil(rows: dict[str, tiny.Rows]) -> None:
        rows["zones"] = [{**rows["zones"][0], "id": f"Z{i}", "lat": "49.0"} for i in range(40)]
        rows["zones"][0]["area"] = "Sør 1"

    found = spoiled(tmp_path, spoil)
    assert [p.code for p in found] == ["position_far"] * 5 + ["more_points_far"]
    assert found[-1].holes["count"] == 35


def test_a_coordinate_system_made_for_another_country(tmp_path: Path) -> None:
    # EPSG:2056 is the Swiss system.
    found = spoiled(tmp_path, lambda rows: None, place=tiny.PLACE.replace("25832", "2056"))
    assert [p.code for p in found] == ["crs_not_here"]


def test_a_coordinate_system_that_does_not_exist_or_counts_in_degrees(tmp_path: Path) -> None:
    for crs in ("99999", "4326", "1000000000000"):
        found = places(spoiled(tmp_path, lambda rows: None, place=tiny.PLACE.replace("25832", crs)))
        assert ("crs_unknown", "place.toml", 4, "crs") in found


def test_a_row_without_position(tmp_path: Path) -> None:
    found = spoiled(tmp_path, lambda rows: rows["zones"][2].update(lat="", lon=""))
    assert places(found) == [("none_of_columns", "zones.csv", 4, "")]


def test_a_latitude_beyond_the_pole(tmp_path: Path) -> None:
    found = spoiled(tmp_path, lambda rows: rows["zones"][2].update(lat="95"))
    assert places(found) == [("too_high", "zones.csv", 4, "lat")]
