"""Faults in crews, norms, days off, swing space, the calendar and the plan, told where they stand."""

import pytest

from tests.reading import tiny
from tests.reading.moving import CALENDAR, CRITERIA, PLACE, SCENARIO, known, put, without
from tests.reading.spoiled import Fault, Spoil, Town

CASES: dict[str, tuple[Spoil, Fault]] = {
    "a crew that is not known": (
        put("activity_norms", 4, "crew", "flyttt"),
        Fault("unknown_id_like", "sted/activity_norms.csv", 4, "crew"),
    ),
    "a crew where there is no table of crews": (
        lambda tables: (without("crews")(tables), put("days_off", 2, "applies_to", "U1")(tables)),
        Fault("unknown_id", "sted/activity_norms.csv", 4, "crew"),
    ),
    "a stop for a crew that is not known": (
        put("days_off", 2, "applies_to", "crew:ti"),
        Fault("days_off_for_unknown_like", "sted/days_off.csv", 2, "applies_to"),
    ),
    "a stop for a unit that is not there": (
        put("days_off", 2, "applies_to", "Teateret"),
        Fault("days_off_for_unknown", "sted/days_off.csv", 2, "applies_to"),
    ),
    "a stop for nobody at all": (
        put("days_off", 2, "applies_to", ""),
        Fault("empty_cell", "sted/days_off.csv", 2, "applies_to"),
    ),
    "a negative duration": (
        put("activity_norms", 3, "min_days", "-2"),
        Fault("negative", "sted/activity_norms.csv", 3, "min_days"),
    ),
    "a negative crew": (put("crews", 2, "size", "-8"), Fault("negative", "sted/crews.csv", 2, "size")),
    "half a mover": (put("crews", 2, "size", "7,5"), Fault("not_whole", "sted/crews.csv", 2, "size")),
    "works of negative length": (
        put("refurbishments", 2, "weeks", "-12"),
        Fault("negative", "sted/refurbishments.csv", 2, "weeks"),
    ),
    "a shortest time above what is worked out": (
        put("activity_norms", 4, "low_percent", "120"),
        Fault("too_high", "sted/activity_norms.csv", 4, "low_percent"),
    ),
    "a longest time below what is worked out": (
        put("activity_norms", 4, "high_percent", "90"),
        Fault("too_low", "sted/activity_norms.csv", 4, "high_percent"),
    ),
    "a stop that ends before it starts": (
        put("days_off", 2, "last", "2024-01-24"),
        Fault("dates_backwards", "sted/days_off.csv", 2, "last"),
    ),
    "a stop on a day that is none": (
        put("days_off", 2, "last", "31.2.2024"),
        Fault("not_date", "sted/days_off.csv", 2, "last"),
    ),
    "a stop that comes back nobody knows how": (
        put("days_off", 2, "repeats", "ofte"),
        Fault("not_a_choice", "sted/days_off.csv", 2, "repeats"),
    ),
    "swing space that closes before it opens": (
        put("swing_space", 2, "last", "2024-01-31"),
        Fault("dates_backwards", "sted/swing_space.csv", 2, "last"),
    ),
    "swing space in no building": (
        put("swing_space", 2, "building", "Q"),
        Fault("unknown_id", "sted/swing_space.csv", 2, "building"),
    ),
    "a kind of work that is none": (
        put("activity_norms", 2, "kind", "dans"),
        Fault("not_a_choice", "sted/activity_norms.csv", 2, "kind"),
    ),
    "a kind of work twice": (
        put("activity_norms", 3, "kind", "ombygging"),
        Fault("double_row", "sted/activity_norms.csv", 3, "kind"),
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_a_fault_in_what_is_known_of_moving_is_told_where_it_stands(town: Town, case: str):
    spoil, expected = CASES[case]
    town.write(known(spoil), place=tiny.PLACE + CALENDAR)
    found = [f for f in town.faults() if f.code != "more_of_the_same"]
    assert expected in found
    # An unknown table of crews is told once for each norm that needs one; nothing else follows from a fault.
    assert {f.code for f in found} == {expected.code}


# Lines of place.toml: [place] 1, id 2, name 3, crs 4, price_year 5, credit 6; then as added.
PLACES = {
    "a country that is none": ('[calendar]\ncountry = "Norge"', Fault("country_unknown", PLACE, 8, "country")),
    "a country by three letters": (
        '[calendar]\ncountry = "NOR"',
        Fault("country_unknown_like", PLACE, 8, "country"),
    ),
    "a day of the week that is none": (
        '[calendar]\ncountry = "NO"\nweekdays = ["mandag", "tisdag"]',
        Fault("not_a_choice", PLACE, 9, "weekdays"),
    ),
    "a week without work": (
        '[calendar]\ncountry = "NO"\nweekdays = []',
        Fault("no_weekdays", PLACE, 9, "weekdays"),
    ),
    "a calendar without country": ('[calendar]\nweekdays = ["mon"]', Fault("missing_key", PLACE, 7, "")),
    "a key of the calendar that is misspelt": (
        '[calendar]\ncountry = "NO"\nweekday = ["mon"]',
        Fault("unknown_key_like", PLACE, 9, "weekday"),
    ),
    "a road network under the place itself": ('roads = "v.pbf"', Fault("key_elsewhere", PLACE, 7, "roads")),
    "a road network under the calendar": (
        '[calendar]\ncountry = "NO"\nroads = "v.pbf"',
        Fault("key_elsewhere", PLACE, 9, "roads"),
    ),
    "a calendar that is a word": ('calendar = "NO"', Fault("unknown_key", PLACE, 7, "calendar")),
}


@pytest.mark.parametrize("case", PLACES)
def test_a_fault_in_the_calendar_is_told_with_its_line(town: Town, case: str):
    addition, expected = PLACES[case]
    town.write(known(), place=tiny.PLACE + addition + "\n")
    assert town.faults() == [expected]


# Lines of the scenario: the last of [scenario] is needed_until in line 8; then as added.
SCENARIOS = {
    "a plan that ends before it starts": (
        "[plan]\nstart = 2024-06-01\nuntil = 2024-05-31",
        Fault("dates_backwards", SCENARIO, 11, "until"),
    ),
    "a plan that starts when all should have been over for a year": (
        "[plan]\nstart = 2027-01-01",
        Fault("dates_backwards", SCENARIO, 10, "start"),
    ),
    "a plan on no day": ('[plan]\nstart = "våren"', Fault("not_date", SCENARIO, 10, "start")),
    "no time to plan in": ("[plan]\ntime_limit_s = 0", Fault("too_low", SCENARIO, 10, "time_limit_s")),
    "a key of the plan that is misspelt": ("[plan]\nstrat = 1", Fault("unknown_key_like", SCENARIO, 10, "strat")),
    "a goal of the plan that is misspelt": (
        "[plan]\n[plan.goal]\norde = [['F1']]",
        Fault("unknown_key_like", SCENARIO, 11, "orde"),
    ),
    "a criterion of the plan that is not there": (
        "[plan.goal]\norder = [['F11']]",
        Fault("unknown_criterion_like", SCENARIO, 10, "order"),
    ),
    "a must in the goal of the plan": (
        "[plan.goal]\norder = [['F2']]",
        Fault("goal_not_weighted", SCENARIO, 10, "order"),
    ),
    "who sits where in the goal of who moves when": (
        "[plan.goal]\norder = [['F1'], ['K2']]",
        Fault("goal_other_stage", SCENARIO, 10, "order"),
    ),
    "who moves when in the goal of who sits where": (
        "[goal]\norder = [['K2'], ['F1']]",
        Fault("goal_other_stage", SCENARIO, 10, "order"),
    ),
    "a plan that is a number": ("plan = 3", Fault("unknown_key_like", SCENARIO, 9, "plan")),
}


@pytest.mark.parametrize("case", SCENARIOS)
def test_a_fault_in_the_plan_of_a_scenario_is_told_with_its_line(town: Town, case: str):
    addition, expected = SCENARIOS[case]
    town.write(known(), place=tiny.PLACE + CALENDAR, scenario=tiny.SCENARIO + addition + "\n", criteria=CRITERIA)
    assert expected in town.faults()
