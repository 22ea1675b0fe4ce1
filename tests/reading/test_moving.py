"""Crews, norms, days off, swing space and the calendar, read from the tiny place, right and wrong."""

from datetime import date
from pathlib import Path

import pytest

from localisation.domain.instance import Instance
from localisation.domain.relocation.calendar import calendar_of
from localisation.domain.relocation.logistics import ActivityKind, Repeats
from localisation.domain.vocabulary import Confidence
from localisation.reading.scenario import read_scenario
from tests.reading import tiny
from tests.reading.moving import CALENDAR, CRITERIA, PLAN, known
from tests.reading.spoiled import Fault, Spoil, Town

SCENARIO, PLACE = "scenario.toml", "sted/place.toml"


def read(town: Town, scenario: str = PLAN, criteria: str = CRITERIA) -> Instance:
    town.write(known(), place=tiny.PLACE + CALENDAR, scenario=tiny.SCENARIO + scenario, criteria=criteria)
    return read_scenario(Path(SCENARIO))


def test_everything_known_about_moving_arrives(town: Town):
    logistics = read(town).inventory.logistics
    assert logistics is not None
    assert [(c.id, c.size, c.overtime_size, c.nok_per_day) for c in logistics.crews] == [
        ("flytt", 8, 4, 4200),
        ("it", 2, 0, 6400),
    ]
    # 10 employees with 20 m3: 10/15 + 20/60 = 1 day; with 21 m3 a little more, so 2.
    norm = logistics.norm(ActivityKind.MOVE)
    assert (norm.days(10, 20), norm.days(10, 21), norm.high_percent) == (1, 2, 150)
    assert logistics.norm(ActivityKind.WORK).low_percent == 80
    pay, election = logistics.days_off
    assert (pay.last, pay.repeats, pay.applies_to) == (date(2024, 1, 31), Repeats.MONTHLY, ("U1", "crew:it"))
    assert (election.kind, election.repeats, election.applies_to) == ("election", Repeats.NO, ("none",))
    assert logistics.swing_space[0].nok_per_month == 10_000


def test_the_calendar_has_the_holidays_of_the_country_and_the_days_of_the_week(town: Town):
    logistics = read(town).inventory.logistics
    assert logistics is not None
    assert logistics.weekdays == (0, 1, 2, 3, 4)
    assert logistics.public_holidays[date(2024, 5, 17)] == "Grunnlovsdag"
    # Easter 2024: Good Friday is 29 March and Monday 1 April; four days are left of these two weeks but six.
    days = calendar_of(logistics, date(2024, 3, 25), date(2024, 4, 5)).days
    assert days == (*(date(2024, 3, d) for d in (25, 26, 27)), *(date(2024, 4, d) for d in (2, 3, 4, 5)))
    # The crew of IT rests on the last days of January, the movers do not.
    january = calendar_of(logistics, date(2024, 1, 22), date(2024, 1, 31))
    assert {crew: len(days) for crew, days in january.off.items()} == {"it": 5}


def test_a_place_that_tells_nothing_of_moving_has_no_logistics(town: Town):
    assert read_scenario(Path(SCENARIO)).inventory.logistics is None
    assert read_scenario(Path(SCENARIO)).scenario.planning is None


def test_the_rule_tells_which_stage_a_criterion_belongs_to(town: Town):
    instance = read(town, PLAN + 'seed = 5\n[plan.goal]\norder = [["F1"]]\n')
    assert [c.id for c in instance.criteria] == ["K1", "K2"]
    assert [c.id for c in instance.relocation_criteria] == ["F1", "F2", "F3"]
    planning = instance.scenario.planning
    assert planning is not None
    assert (planning.start, planning.until, planning.levels) == (date(2024, 1, 8), date(2024, 12, 20), (("F1",),))
    # What is not said is as it is without [plan]: a minute, two workers.
    assert (planning.solve.seed, planning.solve.time_limit_s, planning.solve.workers) == (5, 60, 2)
    assert instance.scenario.levels == ()


def test_a_plan_without_days_covers_the_scenario_and_a_year(town: Town):
    planning = read(town, "\n[plan]\nworkers = 1\n").scenario.planning
    assert planning is not None
    assert (planning.start, planning.until) == (date(2024, 1, 1), date(2026, 1, 1))


def test_a_child_changes_the_plan_key_by_key(town: Town):
    read(town, PLAN + '[plan.goal]\norder = [["F1"]]\n')
    (town.folder / "barn.toml").write_text(
        '[scenario]\nid="barn"\nname="Barn"\nextends="scenario.toml"\n[plan]\nstart=2024-02-01\n', "utf-8"
    )
    planning = read_scenario(Path("barn.toml")).scenario.planning
    assert planning is not None
    assert (planning.start, planning.until, planning.levels) == (date(2024, 2, 1), date(2024, 12, 20), (("F1",),))


def test_figures_of_moving_keep_their_confidence(town: Town):
    figures = {(f.table, f.row, f.column): f for f in read(town).figures}
    assert figures["crews", "flytt", "size"].value == "8"
    assert figures["activity_norms", "move", "m3_per_day"].confidence is Confidence.ESTIMATE
    assert figures["criteria", "F1", "worst"].value == "200"


def test_days_off_may_name_everyone(town: Town):
    town.write(known(put("days_off", 2, "applies_to", "Alle")), place=tiny.PLACE + CALENDAR)
    logistics = read_scenario(Path(SCENARIO)).inventory.logistics
    assert logistics is not None
    assert date(2024, 1, 25) not in calendar_of(logistics, date(2024, 1, 22), date(2024, 1, 31)).days


def put(table: str, row: int, column: str, value: str) -> Spoil:
    """Write a value into a row counted as the user counts, the headings being row 1."""
    return lambda tables: tables[table][row - 2].__setitem__(column, value)


def without(table: str) -> Spoil:
    return lambda tables: tables.pop(table)


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


def test_the_sound_tiny_place_raises_nothing_about_moving(town: Town):
    read(town)
    codes = [p.code for p in town.remarks()]
    assert codes == ["today_too_full", "no_such_must", "buildings_empty_today"]


SUSPICIONS: dict[str, tuple[Spoil, str, dict[str, object]]] = {
    "no crews": (
        lambda t: (
            without("crews")(t),
            t["activity_norms"].__delitem__(slice(2, 4)),
            put("days_off", 2, "applies_to", "U1")(t),
        ),
        "no_crews",
        {},
    ),
    "a kind of work without norm": (
        lambda t: t["activity_norms"].pop(1),
        "activity_norm_missing",
        {"activities": ("pack",)},
    ),
    # 45 employees in jobs of 4 movers: one mover is no job.
    "a crew too small for a job": (put("crews", 2, "size", "1"), "crew_too_small", {"hands": 4, "size": 1}),
    # Two jobs at a time of 15 employees a day move 45 in two days; of 1, in 23. With 1000 hands, 250 jobs: one day.
    "a crew of an odd pace": (
        lambda t: (
            put("units", 2, "staff", "2000")(t),
            put("today", 2, "staff", "2000")(t),
            put("activity_norms", 4, "staff_per_day", "2")(t),
        ),
        "crew_pace_odd",
        {"crew": "flytt", "staff": 2025, "days": 507},
    ),
    "days off that never end": (put("days_off", 2, "last", "2024-02-25"), "days_off_without_end", {"id": "LONN"}),
    "days off in another year": (
        lambda t: (put("days_off", 3, "first", "2042-09-09")(t), put("days_off", 3, "last", "2042-09-10")(t)),
        "days_off_outside_plan",
        {"id": "VALG"},
    ),
    "swing space before the building is to be had": (
        lambda t: [
            row.__setitem__("available_from", "2024-03-01" if row["id"] == "B3" else "") for row in t["buildings"]
        ],
        "swing_space_not_available",
        {"building": "B3"},
    ),
}


@pytest.mark.parametrize("case", SUSPICIONS)
def test_a_suspicion_about_moving_is_told_with_its_figures(town: Town, case: str):
    spoil, code, holes = SUSPICIONS[case]
    town.write(known(spoil), place=tiny.PLACE + CALENDAR, scenario=tiny.SCENARIO + PLAN, criteria=CRITERIA)
    found = next(p for p in town.remarks() if p.code == code)
    assert dict(found.holes).items() >= holes.items()


DEADLINE = """
[[criterion]]
id = "F4"
name = "I tide"
rule = "finished_by"
strength = "must"
parameters = { day = "2023-12-31" }
"""


def test_a_deadline_before_the_plan_begins_is_suspicious(town: Town):
    read(town, criteria=CRITERIA + DEADLINE)
    found = next(p for p in town.remarks() if p.code == "day_outside_plan")
    assert (found.holes["criterion"], found.holes["day"]) == ("F4", date(2023, 12, 31))


def test_a_deadline_that_is_no_day_is_refused(town: Town):
    town.write(known(), place=tiny.PLACE + CALENDAR, criteria=CRITERIA + DEADLINE.replace("12-31", "12-32"))
    assert [(f.code, f.file, f.column) for f in town.faults()] == [
        ("parameter_refused", "kriterier.toml", "parameters")
    ]


def test_moves_are_asked_for_but_nothing_is_known_of_moving(town: Town):
    town.write(
        criteria=CRITERIA.replace("weight = 10\nbest = 0\nworst = 200", "").replace(
            'rule = "completion_time"\nstrength = "weight"', 'rule = "completion_time"\nstrength = "info"'
        )
    )
    codes = [p.code for p in town.remarks()]
    assert {"no_logistics", "plan_not_weighed"} <= set(codes)


def test_a_place_without_holidays_is_noted(town: Town):
    town.write(known(), criteria=CRITERIA)
    assert "no_public_holidays" in [p.code for p in town.remarks()]


def test_room_that_nobody_asks_for_is_missed(town: Town):
    town.write(known(), place=tiny.PLACE + CALENDAR, criteria=CRITERIA.split('\n[[criterion]]\nid = "F2"')[0])
    missed = [p.holes["rule"] for p in town.remarks() if p.code == "no_such_must"]
    assert {"room_every_day", "premises_available"} <= set(missed)
