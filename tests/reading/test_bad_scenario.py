"""Scenarios with something wrong in them."""

import pytest

from tests.reading import tiny
from tests.reading.spoiled import Fault, Town

FILE = "scenario.toml"
# [scenario] is line 1, id 2, name 3, place 4, criteria 5, start 6, in_place_by 7, needed_until 8; more from line 9.
CASES = {
    "a key is misspelt": ("horizon_year = 20", Fault("unknown_key_like", FILE, 9, "horizon_year")),
    "a number in words": ('horizon_years = "tjue"', Fault("wrong_kind", FILE, 9, "horizon_years")),
    "a horizon of a thousand years": ("horizon_years = 1000", Fault("too_high", FILE, 9, "horizon_years")),
    "a table nobody knows": ("[best]\nkind = 1", Fault("unknown_key", FILE, 9, "")),
    "a weight for no criterion": ("[weights]\nK22 = 5", Fault("unknown_criterion_like", FILE, 10, "K22")),
    "a weight on a must": ("[weights]\nK1 = 5", Fault("weight_on_must", FILE, 10, "K1")),
    "a weight below zero": ("[weights]\nK2 = -5", Fault("weight_out_of_bounds", FILE, 10, "K2")),
    "a bound on what is weighed": (
        "[change.K2]\nat_most = 30",
        Fault("bound_not_must", "kriterier.toml", 7, "at_most"),
    ),
    "a change of what cannot be changed": ('[change.K2]\nrule = "apart"', Fault("unknown_key", FILE, 10, "rule")),
    "a change to a parameter that does not exist": (
        "[change.K2.parameters]\nlimit_min = 3",
        Fault("parameter_unknown", "kriterier.toml", 7, "parameters"),
    ),
    "a criterion dropped that is not there": ('drop = ["K9"]', Fault("unknown_criterion", FILE, 9, "drop")),
    "a lock on a unit that does not exist": (
        '[[locks]]\nunit = "U11"\nbuilding = "B1"\nstate = "låst"',
        Fault("unknown_id_like", FILE, 10, "unit"),
    ),
    "a lock on a building by its name": (
        '[[locks]]\nunit = "U1"\nbuilding = "Rådhuset"\nstate = "låst"',
        Fault("unknown_id_like", FILE, 11, "building"),
    ),
    "a lock of no known kind": (
        '[[locks]]\nunit = "U1"\nbuilding = "B1"\nstate = "fast"',
        Fault("not_a_choice", FILE, 12, "state"),
    ),
    "a lock without building": ('[[locks]]\nunit = "U1"\nstate = "låst"', Fault("lock_form", FILE, 9, "")),
    "a use of a building that does not exist": ('[buildings]\nB22 = "må"', Fault("unknown_id_like", FILE, 10, "B22")),
    "a word on a building that is none": ('[buildings]\nB2 = "kanskje"', Fault("not_a_choice", FILE, 10, "B2")),
    "a goal of no known kind": ('[goal]\nkind = "best"', Fault("goal_kind", FILE, 10, "kind")),
    "a goal in order without order": ('[goal]\nkind = "lexicographic"', Fault("goal_without_order", FILE, 9, "order")),
    "a must in the order of the goal": (
        '[goal]\norder = [["K1"], ["K2"]]',
        Fault("goal_not_weighted", FILE, 10, "order"),
    ),
    "a criterion twice in the order": ('[goal]\norder = [["K2"], ["K2"]]', Fault("goal_twice", FILE, 10, "order")),
    "a parent that is not there": ('extends = "felles.toml"', Fault("no_file", "felles.toml", None, "")),
    "a scenario that builds on itself": ('extends = "scenario.toml"', Fault("extends_circle", FILE, 9, "extends")),
    "a time limit of nothing": ("[solve]\ntime_limit_s = 0", Fault("too_low", FILE, 10, "time_limit_s")),
    "a table that is a number": ("goal = 3", Fault("unknown_key", FILE, 9, "goal")),
}


@pytest.mark.parametrize("case", CASES)
def test_a_fault_in_a_scenario_is_told_with_its_line(town: Town, case: str):
    addition, expected = CASES[case]
    town.write(scenario=tiny.SCENARIO + addition + "\n")
    assert expected in town.faults()


def test_a_circle_of_two_scenarios(town: Town):
    (town.folder / "felles.toml").write_text('[scenario]\nextends = "scenario.toml"\n', "utf-8")
    town.write(scenario=tiny.SCENARIO + 'extends = "felles.toml"\n')
    assert Fault("extends_circle", "felles.toml", 2, "extends") in town.faults()


def test_a_fault_in_the_parent_is_told_in_the_parent(town: Town):
    (town.folder / "felles.toml").write_text("[scenario]\n\nhorizon_years = 1000\n", "utf-8")
    town.write(scenario=tiny.SCENARIO + 'extends = "felles.toml"\n')
    assert town.faults() == [Fault("too_high", "felles.toml", 3, "horizon_years")]


def test_dates_that_come_in_the_wrong_order_and_one_that_is_none(town: Town):
    town.write(scenario=tiny.SCENARIO.replace("2035-01-01", "2024-06-01"))
    assert town.faults() == [Fault("dates_backwards", FILE, 8, "needed_until")]
    town.write(scenario=tiny.SCENARIO.replace("2035-01-01", '"neste år"'))
    assert town.faults() == [Fault("not_date", FILE, 8, "needed_until")]


def test_a_syntax_error_is_told_with_its_line(town: Town):
    town.write(scenario=tiny.SCENARIO.replace('name = "Prøve"', "name = Prøve"))
    assert Fault("toml_broken", FILE, 3, "") in town.faults()


def test_a_scenario_in_another_encoding(town: Town):
    (town.folder / FILE).write_bytes(tiny.SCENARIO.encode("latin-1"))
    assert Fault("toml_not_utf8", FILE, None, "") in town.faults()


def test_a_folder_of_data_that_is_not_there(town: Town):
    town.write(scenario=tiny.SCENARIO.replace('"sted"', '"et/annet/sted"'))
    assert Fault("no_folder", "et/annet/sted", None, "") in town.faults()


def test_a_place_file_that_is_missing_or_lacks_something(town: Town):
    town.write(place=tiny.PLACE.replace('name = "Vik"\n', "").replace("2024", "24"))
    assert town.faults() == [
        Fault("too_low", "sted/place.toml", 4, "price_year"),
        Fault("missing_key", "sted/place.toml", 1, ""),
    ]
    town.write(place="")
    assert Fault("missing_key", "sted/place.toml", None, "") in town.faults()
    (town.place / "place.toml").unlink()
    assert town.faults() == [Fault("no_file", "sted/place.toml", None, "")]


def test_an_empty_scenario_lacks_everything(town: Town):
    town.write(scenario="")
    assert {f.code for f in town.faults()} == {"missing_key"}
