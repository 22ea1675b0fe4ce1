"""Reads place.toml: the place, its coordinate system and its money."""

from localisation.domain.inventory import Place as Municipality
from localisation.reading.coordinates import coordinate_system
from localisation.reading.place_keys import KEYS_ELSEWHERE, checked_place
from localisation.reading.problems import Problems
from localisation.reading.toml_file import TomlFile
from localisation.reading.toml_table import Key, checked


def place_of(file: TomlFile, problems: Problems) -> Municipality | None:
    """The place; None when something essential is wrong with it."""
    before = len(problems.errors)
    checked(
        file,
        "",
        (Key("place", dict, required=True), Key("calendar", dict), Key("travel", dict), Key("population", dict)),
        problems,
        elsewhere=KEYS_ELSEWHERE,
    )
    values = checked_place(file, "place", problems)
    if "crs" in values and coordinate_system(values["crs"]) is None:
        problems.error("crs_unknown", file.at("place", "crs"), crs=str(values["crs"]))
    return None if file.broken or len(problems.errors) > before else Municipality(**values)
