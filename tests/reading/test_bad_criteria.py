"""Criteria lists with something wrong in a row, in TOML; test_same_from_excel.py says that Excel reads the same."""

from pathlib import Path

import pytest

from localisation.reading.scenario import read_scenario
from tests.reading import tiny
from tests.reading.spoiled import Fault, Town

FILE = "kriterier.toml"


def _row(**values: str) -> str:
    """The second criterion of the list (a weighted measure), as rows 7 and on, with other or further keys."""
    keys = {
        "id": '"K2"',
        "name": '"Få må flytte"',
        "rule": '"people_moved"',
        "strength": '"weight"',
        "weight": "40",
        "best": "0",
        "worst": "45",
    } | values
    first = tiny.CRITERIA.split("\n\n")[0]
    lines = [f"{key} = {value}" for key, value in keys.items() if value]
    return "\n".join([first, "", "[[criterion]]", *lines, ""])


# The first list takes lines 1 to 5; [[criterion]] is line 7, id 8, name 9, rule 10, strength 11, weight 12 …
REQUIREMENT = {"best": "", "worst": "", "weight": "", "strength": '"must"'}
CASES = {
    "an unknown rule, and the nearest is suggested": (
        {"rule": '"people_move"'},
        Fault("unknown_rule_like", FILE, 10, "rule"),
        {"suggestion": "people_moved"},
    ),
    "a rule like no other": ({"rule": '"xyzzy"'}, Fault("unknown_rule", FILE, 10, "rule"), {"rule": "xyzzy"}),
    "a key is missing": ({"rule": ""}, Fault("missing_key", FILE, 7, ""), {"key": "rule"}),
    "a key is misspelt": ({"wieght": "4"}, Fault("unknown_key_like", FILE, 15, "wieght"), {"suggestion": "weight"}),
    "a weight in words": ({"weight": '"mye"'}, Fault("toml_not_number", FILE, 12, "weight"), {"value": "mye"}),
    "a weight above 1000": ({"weight": "1001"}, Fault("too_high", FILE, 12, "weight"), {"high": "1000"}),
    "a weighted criterion without weight": ({"weight": ""}, Fault("weight_missing", FILE, 7, "weight"), {}),
    "a weight that is not used": (
        {"strength": '"info"'},
        Fault("weight_not_used", FILE, 12, "weight"),
        {"weight": 40},
    ),
    "a weighted measure without worst": ({"worst": ""}, Fault("scale_missing", FILE, 13, "best"), {}),
    "a scale the wrong way round": ({"best": "90"}, Fault("scale_backwards", FILE, 13, "best"), {"best": 90}),
    "a scale of one value": ({"best": "45"}, Fault("scale_flat", FILE, 14, "worst"), {"best": 45}),
    "a must without bound": (
        {"strength": '"must"', "weight": ""},
        Fault("must_without_bound", FILE, 7, "at_most"),
        {"criterion": "K2"},
    ),
    "a weighted measure with a bound, which would not bind": (
        {"at_most": "30"},
        Fault("bound_not_must", FILE, 15, "at_most"),
        {"criterion": "K2", "bound": 30},
    ),
    "a measure for information with a bound": (
        {"strength": '"info"', "weight": "", "at_most": "30"},
        Fault("bound_not_must", FILE, 14, "at_most"),
        {"bound": 30},
    ),
    "a requirement with a bound": (
        REQUIREMENT | {"rule": '"sites_per_unit"', "at_most": "3"},
        Fault("bound_on_requirement", FILE, 12, "at_most"),
        {"rule": "sites_per_unit"},
    ),
    "a selector that matches nobody": (
        {"units": '["folk"]'},
        Fault("selector_empty", FILE, 15, "units"),
        {"selector": "folk"},
    ),
    "a selector that is misspelt": (
        {"units": '["area:kulturr"]'},
        Fault("selector_empty_like", FILE, 15, "units"),
        {"suggestion": "area:kultur"},
    ),
    "a strength that is none": ({"strength": '"bør"'}, Fault("not_a_choice", FILE, 11, "strength"), {"value": "bør"}),
    "a parameter the rule does not have": (
        {"parameters": "{limit_min = 10}"},
        Fault("parameter_unknown", FILE, 15, "parameters"),
        {"parameter": "limit_min"},
    ),
    "a parameter that is misspelt": (
        REQUIREMENT | {"rule": '"centre_within"', "parameters": "{limit_mn = 10}"},
        Fault("parameter_unknown_like", FILE, 12, "parameters"),
        {"suggestion": "limit_min"},
    ),
    "a parameter that is missing": (
        REQUIREMENT | {"rule": '"centre_within"'},
        Fault("parameter_missing", FILE, 7, "parameters"),
        {"parameter": "limit_min"},
    ),
    "a parameter in words": (
        REQUIREMENT | {"rule": '"centre_within"', "parameters": '{limit_min = "ti"}'},
        Fault("parameter_not_whole", FILE, 12, "parameters"),
        {"value": "ti"},
    ),
    "a parameter out of bounds": (
        REQUIREMENT | {"rule": '"population_coverage"', "parameters": "{share_percent = 110, limit_min = 10}"},
        Fault("parameter_out_of_bounds", FILE, 12, "parameters"),
        {"value": "110", "bound": "100"},
    ),
    "a parameter that is not a choice": (
        REQUIREMENT | {"rule": '"population_coverage"', "parameters": '{share_percent=9,limit_min=1,per="krets"}'},
        Fault("parameter_not_a_choice", FILE, 12, "parameters"),
        {"value": "krets"},
    ),
    "a building that does not exist": (
        REQUIREMENT | {"rule": '"buildings_closed"', "parameters": '{buildings = ["B11"]}'},
        Fault("parameter_unknown_id_like", FILE, 12, "parameters"),
        {"suggestion": "B1"},
    ),
    "a district where local centres are meant": (
        REQUIREMENT | {"rule": '"presence"', "parameters": '{per = "centre", places = ["SOR", "Sør"]}'},
        Fault("parameter_unknown_id_like", FILE, 12, "parameters"),
        {"value": "Sør", "parameter": "places", "known": ("NOR", "SOR")},
    ),
    "a local centre where districts are meant": (
        REQUIREMENT | {"rule": '"presence"', "parameters": '{per = "district", places = ["NOR"]}'},
        Fault("parameter_unknown_id_like", FILE, 12, "parameters"),
        {"value": "NOR", "suggestion": "Nord"},
    ),
    "a selector in a parameter that is misspelt": (
        REQUIREMENT | {"rule": '"apart"', "parameters": '{others = ["area:kulturr"]}'},
        Fault("selector_empty_like", FILE, 12, "parameters"),
        {"suggestion": "area:kultur"},
    ),
    "parameters that are a number": (
        {"parameters": "10"},
        Fault("parameters_form", FILE, 15, "parameters"),
        {"part": "10"},
    ),
    "visiting days with nobody to visit": (
        {"rule": '"travel_co2"', "parameters": "{visiting_days = 2}"},
        Fault("parameter_alone", FILE, 15, "parameters"),
        {"parameter": "visiting_days", "lacking": "visiting"},
    ),
    "units to visit on no day": (
        {"rule": '"citizens_travel_time"', "parameters": '{visiting = ["U1"]}'},
        Fault("parameter_alone", FILE, 15, "parameters"),
        {"parameter": "visiting", "lacking": "visiting_days"},
    ),
    "buildings for visiting days there are not": (
        {"rule": '"citizens_travel_time"', "parameters": '{visiting_buildings = ["B1"]}'},
        Fault("parameter_alone", FILE, 15, "parameters"),
        {"parameter": "visiting_buildings", "lacking": "visiting"},
    ),
    "visitors on visiting days there are not": (
        {"rule": '"travel_co2"', "parameters": '{visitors = ["U1"]}'},
        Fault("parameter_alone", FILE, 15, "parameters"),
        {"parameter": "visitors", "lacking": "visiting"},
    ),
    "an empty place": (
        REQUIREMENT | {"rule": '"allowed_location"'},
        Fault("parameter_none", FILE, 7, "parameters"),
        {"rule": "allowed_location", "lacking": "buildings, centres, districts"},
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_a_fault_in_a_criterion_is_told_with_its_line(town: Town, case: str):
    values, expected, holes = CASES[case]
    town.write(criteria=_row(**values))
    assert expected in town.faults()
    problem = next(p for p in town.problems() if p.code == expected.code)
    assert dict(problem.holes).items() >= holes.items()


def test_the_same_criterion_twice_tells_both_places(town: Town):
    town.write(criteria=tiny.CRITERIA + "\n" + tiny.CRITERIA.split("\n\n")[0] + "\n")
    (found,) = town.problems()
    assert (found.code, found.row, found.holes["first"]) == ("double_criterion", 17, "kriterier.toml:1")


def test_a_syntax_error_is_told_with_its_line(town: Town):
    town.write(criteria=tiny.CRITERIA.replace('rule = "people_moved"', 'rule = "people_moved'))
    assert Fault("toml_broken", FILE, 10, "") in town.faults()


def test_an_empty_list_a_list_of_something_else_and_one_that_is_missing(town: Town):
    town.write(criteria="# Ingenting ennå\n")
    assert town.faults() == [Fault("no_rows", FILE, None, "")]
    town.write(criteria="")
    assert town.faults() == [Fault("no_rows", FILE, None, "")]
    town.write(criteria="criterion = 3\n")
    assert town.faults() == [Fault("toml_not_rows", FILE, None, "criterion")]
    (town.folder / FILE).unlink()
    assert town.faults() == [Fault("no_file", FILE, None, "")]


def test_a_selection_of_units_that_the_rule_cannot_use_is_remarked_upon(town: Town):
    town.write(criteria=_row(rule='"annual_cost"', worst="9000", units='["U1"]'))
    found = next(p for p in town.remarks() if p.code == "units_not_used")
    assert (found.row, found.column, found.holes["rule"]) == (15, "units", "annual_cost")
    town.write(criteria=_row(units='["U1"]'))
    assert read_scenario(Path("scenario.toml")).remarks == ()
