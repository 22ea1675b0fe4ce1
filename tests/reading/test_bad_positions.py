"""Positions that cannot be right, and what is guessed of why."""

from tests.reading import tiny
from tests.reading.spoiled import Fault, Town


def _place(crs: int) -> str:
    return tiny.PLACE.replace("25832", str(crs))


def test_latitude_and_longitude_that_changed_places(town: Town):
    def swap(tables: dict[str, tiny.Rows]) -> None:
        row = tables["buildings"][1]
        row["lat"], row["lon"] = row["lon"], row["lat"]

    town.write(swap)
    assert town.faults() == [Fault("position_swapped", "sted/buildings.csv", 3, "lat")]


def test_a_whole_table_of_swapped_degrees(town: Town):
    def swap(tables: dict[str, tiny.Rows]) -> None:
        for row in tables["zones"]:
            row["lat"], row["lon"] = row["lon"], row["lat"]

    town.write(swap)
    assert [f.code for f in town.faults()] == ["position_swapped"] * 4


def _in_metres(tables: dict[str, tiny.Rows], easting: str, northing: str) -> None:
    tables["centres"] = [
        {"id": r["id"], "name": r["name"], "district": r["district"], "easting_m": e, "northing_m": n}
        for r, e, n in zip(tables["centres"], ("563000", easting), ("6552000", northing), strict=True)
    ]


def test_metres_of_another_zone_are_recognised(town: Town):
    # Sørby, 59.00 N 10.20 E, lies near 569 km east in UTM 32 and near 224 km east in UTM 33.
    town.write(lambda tables: _in_metres(tables, "224500", "6549500"))
    (found,) = town.problems()
    assert (found.code, found.row, found.column) == ("position_other_crs", 3, "easting_m")
    assert found.holes["other"] == "EPSG:25833"


def test_degrees_in_the_columns_for_metres(town: Town):
    town.write(lambda tables: _in_metres(tables, "10", "59"))
    assert town.faults() == [Fault("position_in_degrees", "sted/centres.csv", 3, "easting_m")]


def test_easting_and_northing_that_changed_places(town: Town):
    town.write(lambda tables: _in_metres(tables, "6541000", "569000"))
    assert town.faults() == [Fault("position_swapped", "sted/centres.csv", 3, "easting_m")]


def test_a_slip_of_the_pen(town: Town):
    town.write(lambda tables: tables["buildings"][0].update(lat="69.101"))
    (found,) = town.problems()
    assert (found.code, found.file, found.row) == ("position_far", "sted/buildings.csv", 2)
    assert 1100 < found.holes["km"] < 1130  # Ten degrees of latitude are about 1 114 km.


def test_a_coordinate_system_that_is_made_for_elsewhere(town: Town):
    town.write(place=_place(32755))  # UTM 55 south: eastern Australia
    assert town.faults() == [Fault("crs_not_here", "sted/place.toml", None, "crs")]


def test_a_coordinate_system_that_does_not_exist_or_counts_in_degrees(town: Town):
    for crs in (99999, 4326, 10**12):
        town.write(place=_place(crs))
        assert Fault("crs_unknown", "sted/place.toml", 4, "crs") in town.faults()


def test_a_row_without_position(town: Town):
    town.write(lambda tables: tables["zones"][2].update(lat="", lon=""))
    assert town.faults() == [Fault("none_of_columns", "sted/zones.csv", 4, "")]


def test_a_latitude_beyond_the_pole(town: Town):
    town.write(lambda tables: tables["zones"][2].update(lat="95"))
    assert town.faults() == [Fault("too_high", "sted/zones.csv", 4, "lat")]
