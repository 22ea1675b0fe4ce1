"""What is possible but probably not meant; the sound tiny place raises none of it."""

import pytest

from tests.reading import tiny
from tests.reading.spoiled import Spoil, Town

COMMUTE = '\n[[criterion]]\nid = "K3"\nname = "Arbeidsreise"\nrule = "commute_change"\nstrength = "info"\n'


def _change(table: str, row: int, **values: str) -> Spoil:
    def change(tables: dict[str, tiny.Rows]) -> None:
        columns = dict.fromkeys([*tables[table][0], *values], "")
        tables[table] = [columns | r for r in tables[table]]
        tables[table][row - 2].update(values)

    return change


def _codes(town: Town) -> list[str]:
    return [p.code for p in town.remarks()]


def test_sound_data_raise_what_is_true_of_them_and_nothing_else(town: Town):
    # The torg sits in a house without public front, the list lacks a must on sites, and Sørgården stands empty.
    assert _codes(town) == ["today_too_full", "no_such_must", "buildings_empty_today"]


@pytest.mark.parametrize(
    ("spoil", "code", "holes"),
    [
        (_change("spaces", 3, amount="24"), "today_too_full", {"building": "B2", "need": 25, "space": 24}),
        (_change("units", 3, facilities="badstue"), "facility_nowhere", {"unit": "U2", "facility": "badstue"}),
        # 20 people need 45 workplaces, and the largest building has 30.
        (_change("needs", 2, per_100_staff="225"), "unit_fits_nowhere", {"unit": "U1", "kinds": ("workplace",)}),
        # 45 + 15 + 10 = 70 workplaces are needed of 62.
        (_change("needs", 2, per_100_staff="225"), "space_short", {"need": 70, "space": 62}),
        (_change("buildings", 4, rent_nok_per_year=""), "lease_without_rent", {"building": "B3"}),
        (_change("buildings", 3, rent_nok_per_year="1500"), "price_per_m2_odd", {"building": "B2", "per_m2": 2}),
        (_change("buildings", 2, area_m2="60"), "m2_per_workplace_odd", {"building": "B1", "m2": 3.0}),
        (_change("units", 3, visits_per_year="1000000"), "visits_per_employee_odd", {"visits": 66_666}),
        (_change("origins", 3, employees="3"), "few_employees", {"count": 1, "limit": 5}),
        # 0.1 degree of latitude is about 11 km.
        (_change("zones", 2, lat="59.21"), "zone_far_from_road", {"zone": "Z1"}),
        (_change("roads", 2, length_km="1.42"), "road_too_short", {"km": 1.42}),
        (_change("norms", 2, key="dusjer"), "norm_unused", {"key": "dusjer"}),
    ],
)
def test_a_suspicion_is_told_with_its_figures(town: Town, spoil: Spoil, code: str, holes: dict[str, object]):
    if code == "norm_unused":
        spoil = lambda tables: tables["norms"].append({"key": "dusjer", "value": "2", "unit": "", "source": ""})  # noqa: E731
    town.write(spoil)
    found = next(p for p in town.remarks() if p.code == code)
    assert dict(found.holes).items() >= holes.items()
    assert code == "space_short" or found.file.startswith("sted/")


def _two_more_places(tables: dict[str, tiny.Rows]) -> None:
    """An island with a jetty: a road that joins no other."""
    tables["road_nodes"] += [
        {"id": "Ø1", "name": "Øya nord", "lat": "59.05", "lon": "10.40"},
        {"id": "Ø2", "name": "Øya sør", "lat": "59.04", "lon": "10.40"},
    ]
    tables["roads"].append({"start": "Ø1", "end": "Ø2", "name": "Kaivegen", "length_km": "1.2", "speed_kmh": "30"})
    tables["zones"].append({**tables["zones"][0], "id": "Z5", "lat": "59.045", "lon": "10.40", "population": "30"})


def test_journeys_that_cannot_be_made_are_told_with_what_they_count_as(town: Town):
    town.write(_two_more_places)
    found = next(p for p in town.remarks() if p.code == "unreachable_from_zones")
    # From the one zone on the island to each of the three buildings.
    assert dict(found.holes).items() >= {"starts": 1, "pairs": 3, "ends": 3, "minutes": 60}.items()
    assert found.file == "sted/roads.csv"
    assert "unreachable_between_buildings" not in _codes(town)


def test_a_building_on_an_island_is_cut_off_from_zones_and_buildings(town: Town):
    def move(tables: dict[str, tiny.Rows]) -> None:
        _two_more_places(tables)
        tables["buildings"][2] |= {"lat": "59.045", "lon": "10.40"}

    town.write(move)
    found = {p.code: p.holes for p in town.remarks()}
    # B1 and B2 to B3 and back are four pairs; all three buildings are at an end of one.
    assert found["unreachable_between_buildings"]["pairs"] == 4
    # Z1 to Z4 do not reach B3, and Z5 reaches neither B1 nor B2.
    assert found["unreachable_from_zones"]["pairs"] == 6


def test_unknown_homes_are_told_once_and_only_if_anyone_asks(town: Town):
    # Of 45 employees the 10 of "kultur" have no origins.
    assert "homes_unknown" not in _codes(town)
    town.write(criteria=tiny.CRITERIA + COMMUTE)
    found = next(p for p in town.remarks() if p.code == "homes_unknown")
    assert (found.holes["areas"], found.holes["staff"]) == (("kultur",), 10)


def test_homes_where_nobody_lives_are_left_out_and_told(town: Town):
    def empty(tables: dict[str, tiny.Rows]) -> None:
        tables["zones"][2]["population"] = tables["zones"][3]["population"] = "0"

    town.write(empty, criteria=tiny.CRITERIA + COMMUTE)
    found = {p.code: p.holes for p in town.remarks()}
    assert found["homes_where_nobody_lives"]["employees"] == 15
    assert found["homes_unknown"]["areas"] == ("plan", "kultur")


def _scale(best: int, worst: int) -> str:
    return (
        tiny.CRITERIA + f'\n[[criterion]]\nid = "K3"\nname = "Drift"\nrule = "annual_cost"\nstrength = "weight"\n'
        f"weight = 10\nbest = {best}\nworst = {worst}\n"
    )


def test_a_scale_in_another_unit_than_the_one_shown_is_suspicious(town: Town):
    # Today's rent is 1.5 million: 1500 in thousands. A scale in kroner leaves today far beyond the best.
    town.write(criteria=_scale(1_000_000, 2_000_000))
    found = next(p for p in town.remarks() if p.code == "today_off_scale")
    assert found.holes["today"] == 1500
    assert (found.file, found.row) == ("kriterier.toml", 22)
    town.write(criteria=_scale(1_000, 2_000))
    assert "today_off_scale" not in _codes(town)


def test_what_counts_change_is_0_today_and_no_sign_of_a_wrong_scale(town: Town):
    town.write(criteria=tiny.CRITERIA.replace("best = 0\n", "best = 30\n"))
    assert "today_off_scale" not in _codes(town)


def test_a_list_that_weighs_nothing(town: Town):
    town.write(criteria=tiny.CRITERIA.split("\n\n")[0] + "\n")
    assert "nothing_weighted" in _codes(town)


def test_many_of_a_kind_are_told_as_the_first_few_and_a_count(town: Town):
    def astray(tables: dict[str, tiny.Rows]) -> None:
        tables["zones"] += [{**tables["zones"][0], "id": f"F{i}", "lat": "59.25"} for i in range(20)]

    town.write(astray)
    found = [p for p in town.remarks() if p.file == "sted/zones.csv"]
    # Rows 6 to 25: four by one, and the other 16 together.
    assert [p.code for p in found] == ["zone_far_from_road"] * 4 + ["more_of_the_same"]
    assert found[-1].holes["count"] == 16


def test_a_mix_that_drives_less_than_the_norm_is_remarked_upon_but_only_when_it_was_written(town: Town):
    assert "travel.mix_and_norm" not in _codes(town)
    town.write(
        scenario=tiny.SCENARIO + "\n[travel.visits]\ncar = 60\nwalk = 40\n\n[travel.commute]\ncar = 60\nwalk = 40\n"
    )
    found = [p for p in town.remarks() if p.code == "travel.mix_and_norm"]
    # The norms say 70 per cent of visits and 60 of the journeys to work.
    assert [dict(p.holes) for p in found] == [{"purpose": "visits", "mix": 60, "key": "visit_car_percent", "norm": 70}]
    assert found[0].file.endswith("norms.csv")


VISITS = """
[[criterion]]
id = "T1"
name = "Reisetid"
rule = "citizens_travel_time"
units = ["U2", "U3"]
strength = "info"
parameters = {{ visiting = ["U1"], visiting_days = 1 }}

[[criterion]]
id = "T2"
name = "Utslipp"
rule = "travel_co2"
strength = "info"
parameters = {{ {emissions} }}
"""


@pytest.mark.parametrize(
    ("emissions", "apart"),
    [
        ("", ("Byggesak", "Torget")),
        ('visiting = ["U1"], visiting_days = 2', ("Byggesak", "Torget")),
        ('visiting = ["U1"], visiting_days = 1, visitors = ["U3"]', ("Byggesak",)),
        ('visiting = ["U1"], visiting_days = 1, visitors = ["U2", "U3"]', None),
        ('visiting = ["U1"], visiting_days = 1', None),
    ],
)
def test_time_and_emissions_of_different_visits_are_remarked_upon(
    town: Town, emissions: str, apart: tuple[str, ...] | None
):
    town.write(criteria=tiny.CRITERIA + VISITS.format(emissions=emissions))
    found = [p.holes["units"] for p in town.remarks() if p.code == "travel.visits_apart"]
    assert found == ([apart] if apart else [])


def test_a_scale_that_rounding_bends_is_suspicious(town: Town):
    # One of 3 000 000 000 is worth 33 and a third of the steps that the search reckons with, 10^9 to a point.
    town.write(criteria=_scale(0, 3_000_000_000))
    found = next(p for p in town.remarks() if p.code == "coarse_scale")
    assert (found.file, found.column, found.holes["criterion"]) == ("kriterier.toml", "worst", "K3")
    assert found.holes["points"] == 1
    town.write(criteria=_scale(1_000, 2_000))
    assert "coarse_scale" not in _codes(town)
