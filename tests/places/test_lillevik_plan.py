"""The moving plan of Lillevik: its own calendar, crews and stops, solved to the end and held against them by hand."""

from datetime import date
from pathlib import Path

import pytest

from localisation.domain.instance import Instance
from localisation.domain.relocation.logistics import ActivityKind
from localisation.domain.relocation.result import PlanResult
from localisation.domain.vocabulary import Status
from localisation.reading.scenario import read_scenario
from localisation.solving.schedule.solve import solve_plan
from localisation.solving.solve import solve

LILLEVIK = Path(__file__).parent / "lillevik"


@pytest.fixture(scope="module")
def instance() -> Instance:
    return read_scenario(LILLEVIK / "anbefalt.toml")


@pytest.fixture(scope="module")
def planned(instance: Instance) -> PlanResult:
    return solve_plan(instance, solve(instance).proposal)


def days_of(planned: PlanResult, activity: str) -> tuple[date, ...]:
    """The days from the first to the last of an activity."""
    step = planned.plan.steps[activity]
    return planned.programme.calendar.days[step.start : step.end]


def test_what_is_known_about_moving_is_written_the_ways_people_write_it(instance: Instance):
    logistics = instance.inventory.logistics
    assert logistics is not None
    # "4 000" and "24.12.2023", sheets and headings under their Norwegian names, choices in both languages.
    assert [(c.id, c.size, c.overtime_size, c.nok_per_day) for c in logistics.crews] == [
        ("flytt", 6, 2, 4000),
        ("it", 2, 0, 6200),
        ("bygg", 8, 0, 5500),
    ]
    # The 6 of plan have 30 * 6 / 10 = 18 m3: 6/20 + 18/40 is less than a day. The archive's 120 m3 take over 3.
    assert [logistics.norm(ActivityKind.MOVE).days(*of) for of in ((6, 18), (4, 120))] == [1, 4]
    assert logistics.public_holidays[date(2024, 3, 29)] == "Langfredag"
    assert [d.applies_to for d in logistics.days_off if d.id == "fellesferie"] == [("crew:bygg",)]


def test_it_is_the_best_there_is(planned: PlanResult):
    assert planned.status is Status.OPTIMAL
    assert [run.status for run in planned.runs] == [Status.OPTIMAL, Status.OPTIMAL]
    assert all(r.met is not False for r in planned.assessment.results)


def test_the_works_rest_in_july_and_at_christmas(planned: PlanResult):
    works = {w.option: (w, days_of(planned, w.id)) for w in planned.programme.works}
    lift, days = works["dalstun-heis"]
    # 30 weeks are 150 days of work; between the first and the last lie three weeks of holiday, worked by none of them.
    assert lift.days == 150
    assert len(days) == 150 + 15
    assert not any(date(2023, 12, 24) <= day <= date(2023, 12, 31) for day in days)
    assert days[0] >= date(2023, 6, 1)


def test_nobody_moves_in_before_the_lift_is_there(planned: PlanResult):
    ready = max(days_of(planned, w.id)[-1] for w in planned.programme.works if w.building == "dalstun")
    arrivals = [leg.move for leg in planned.plan.legs(planned.programme) if leg.destination == "dalstun"]
    assert arrivals
    assert all(days_of(planned, move)[0] > ready for move in arrivals)


def test_payroll_and_nav_are_left_alone(planned: PlanResult):
    for leg in planned.plan.legs(planned.programme):
        disturbed = [day for a in (leg.pack, leg.move, leg.it) if a for day in days_of(planned, a)]
        if leg.unit == "okonomi":
            assert not [day for day in disturbed if 26 <= day.day <= 30]
        if leg.unit == "nav":
            assert not [day for day in disturbed if day.weekday() == 0]


def test_every_load_has_a_lorry_and_no_lorry_is_in_two_places(planned: PlanResult):
    runs = planned.plan.runs
    legs = {leg.id: leg for leg in planned.plan.legs(planned.programme)}
    assert set(runs) == {key for key, leg in legs.items() if leg.volume_m3}
    loads = sorted((r.vehicle, planned.plan.steps[legs[key].move].start, r.minute) for key, r in runs.items())
    assert len(loads) == len(set(loads))
    assert {vehicle for vehicle, _, _ in loads} <= {0, 1}
