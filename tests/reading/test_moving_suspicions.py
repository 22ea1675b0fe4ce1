"""What is odd about crews, norms, days off and the plan, told with its figures."""

from datetime import date

import pytest

from tests.reading import tiny
from tests.reading.moving import CALENDAR, CRITERIA, PLAN, known, put, read, without
from tests.reading.spoiled import Spoil, Town


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
