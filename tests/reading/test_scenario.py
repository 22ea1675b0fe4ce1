"""A tiny place, read whole."""

import hashlib
from datetime import date
from pathlib import Path

import pytest

from localisation.domain.errors import InvalidData
from localisation.domain.vocabulary import Confidence, SpaceKind, Strength, Tenure
from localisation.reading.csv_table import read_csv
from localisation.reading.formats import FORMATS
from localisation.reading.problems import Problems
from localisation.reading.scenario import read_scenario
from localisation.reading.sheet import RawSheet
from tests.reading import tiny


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return Path(tiny.write(tmp_path, tiny.tables()).name)


def test_everything_of_the_tiny_place_arrives(place: Path) -> None:
    instance = read_scenario(place)
    inventory = instance.inventory
    assert [b.id for b in inventory.buildings] == ["B1", "B2", "B3"]
    sorgarden = inventory.building["B3"]
    assert sorgarden.tenure is Tenure.OPTION
    assert sorgarden.district == "Sør"
    assert sorgarden.space(SpaceKind.PUBLIC_FRONT, {"R1"}) == 50
    assert inventory.unit["U1"].need_hundredths(SpaceKind.WORKPLACE, 20) == 1600
    assert inventory.today.sites("U3") == {"B2": 10}
    assert inventory.population == 1000
    assert inventory.roads[0].metres == 14_200
    assert inventory.roads[0].seconds == 852
    assert inventory.shown("plan", "en") == "Planning"
    assert inventory.shown("torg", "en") == "Innbyggertorg"
    assert instance.scenario.needed_until == date(2035, 1, 1)
    assert [c.strength for c in instance.criteria] == [Strength.MUST, Strength.WEIGHT]
    assert instance.travel.building_s["B1"]["B1"] == 0
    assert instance.remarks == ()


def test_latitude_and_longitude_become_metres_in_the_system_of_the_place(place: Path) -> None:
    centre = read_scenario(place).inventory.centre["NOR"]
    # 59.10 N 10.10 E lies 1.10 degrees east of the central meridian of UTM 32: 500 km + about 63 km.
    assert 562_000 < centre.easting_m < 564_000
    assert 6_551_000 < centre.northing_m < 6_553_000


def test_every_figure_keeps_its_confidence_and_an_untold_one_is_an_estimate(place: Path) -> None:
    figures = {(f.table, f.row, f.column): f for f in read_scenario(place).figures}
    assert figures["buildings", "B1", "area_m2"].confidence is Confidence.DOCUMENTED
    assert figures["buildings", "B2", "rent_nok_per_year"].confidence is Confidence.ESTIMATE
    assert figures["spaces", "B1 workplace", "amount"].value == "20"


def test_the_files_are_listed_with_their_digests_the_scenario_first(place: Path) -> None:
    files = read_scenario(place).files
    assert files[0].path == "scenario.toml"
    assert {"kriterier.toml", "sted/place.toml", "sted/units.csv"} <= {f.path for f in files}
    assert all(f.sha256 == hashlib.sha256(Path(f.path).read_bytes()).hexdigest() for f in files)


def test_a_new_format_is_one_reader(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Read, in inventory and criteria list alike, and listed with its digest."""

    def semicolons(raw: bytes, shown: str, problems: Problems) -> list[RawSheet]:
        return read_csv(raw.replace(b"|", b";"), shown, problems)

    monkeypatch.setitem(FORMATS, ".pipe", semicolons)
    Path("sted/units.csv").unlink()
    Path("sted/units.pipe").write_text(tiny.csv_text(tiny.tables()["units"], "|"), "utf-8")
    Path("liste.pipe").write_text("id|name|rule|strength\nK1|Alle får plass|space_capacity|must\n", "utf-8")
    place.write_text(tiny.SCENARIO.replace("kriterier.toml", "liste.pipe"), "utf-8")
    instance = read_scenario(place)
    assert [c.rule for c in instance.criteria] == ["space_capacity"]
    assert list(instance.inventory.unit) == ["U1", "U2", "U3"]
    assert {"liste.pipe", "sted/units.pipe"} <= {f.path for f in instance.files}


def test_a_criteria_list_of_a_type_that_is_not_read(place: Path) -> None:
    Path("liste.ods").write_bytes(b"PK")
    place.write_text(tiny.SCENARIO.replace("kriterier.toml", "liste.ods"), "utf-8")
    with pytest.raises(InvalidData) as refused:
        read_scenario(place)
    (problem,) = refused.value.problems
    assert (problem.code, problem.file, problem.holes["known"]) == (
        "unread_format",
        "liste.ods",
        (".toml", ".csv", ".xlsx"),
    )


def test_a_bound_is_dropped_with_the_must_it_belonged_to(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    weighed = 'strength = "weight"\nweight = 40\n'
    bounded = tiny.CRITERIA.replace(weighed, 'strength = "must"\nat_most = 30\n')
    change = '[change.K2]\nstrength = "info"\n'
    path = tiny.write(tmp_path, tiny.tables(), criteria=bounded, scenario=tiny.SCENARIO + change)
    (info,) = (c for c in read_scenario(path).criteria if c.id == "K2")
    assert (info.strength, info.at_most) == (Strength.INFO, None)
