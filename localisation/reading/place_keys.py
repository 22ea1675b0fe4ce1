"""The headings of place.toml and the keys that belong under each."""

from datetime import date
from typing import Any

from localisation.reading.problems import Problems
from localisation.reading.toml_file import TomlFile
from localisation.reading.toml_table import Key, checked

PLACE_KEYS = (
    Key("id", str, required=True),
    Key("name", str, required=True),
    Key("crs", int, required=True),
    Key("currency", str),
    Key("price_year", int, required=True, low=1900, high=2200),
    Key("credit", str),
)
CALENDAR_KEYS = (Key("country", str, required=True), Key("weekdays", list))
TRAVEL_KEYS = (
    Key("roads", str),
    Key("roads_crs", int),
    Key("roads_layer", str),
    Key("roads_nodes", str),
    Key("transit", str),
    Key("transit_date", date),
    Key("transit_from", str),
    Key("transit_until", str),
    Key("transit_percentile", int, low=1, high=100),
    Key("transit_to_stop_min", int, low=0, high=120),
    Key("transit_between_stops_min", int, low=0, high=60),
    Key("transit_on_foot_min", int, low=0, high=240),
    Key("transit_change_min", int, low=0, high=30),
    Key("transit_most_changes", int, low=0, high=5),
    Key("transit_longest_min", int, low=1, high=1440),
)
POPULATION_KEYS = (
    Key("file", str, required=True),
    Key("year", int, low=1900, high=2200),
    Key("crs", int),
    Key("layer", str),
    Key("areas", str),
    Key("areas_layer", str),
    Key("areas_crs", int),
    Key("forecast", str),
    Key("forecast_layer", str),
    Key("forecast_year", int, low=1900, high=2200),
)
PLACE_TABLES = {"place": PLACE_KEYS, "calendar": CALENDAR_KEYS, "travel": TRAVEL_KEYS, "population": POPULATION_KEYS}
KEYS_ELSEWHERE = {
    key.name: tuple(table for table, keys in PLACE_TABLES.items() if key.name in {k.name for k in keys})
    for own in PLACE_TABLES.values()
    for key in own
}
"""Key -> the headings it can stand under."""


def checked_place(file: TomlFile, table: str, problems: Problems) -> dict[str, Any]:
    """The values under a heading of place.toml that can be used; a key of another heading is told with that."""
    return checked(file, table, PLACE_TABLES[table], problems, elsewhere=KEYS_ELSEWHERE)
