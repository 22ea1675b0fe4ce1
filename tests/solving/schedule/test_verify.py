"""What makes a plan no plan, whatever the criteria say."""

from dataclasses import replace

import pytest

from localisation.domain.relocation.plan import Plan, Run, Step
from localisation.solving.schedule.verify import structural_plan_faults
from tests.solving.schedule.small_programmes import calendar, moving, task, tasks

AXIS = calendar(5)


@pytest.mark.parametrize("start", [0, 4, 5])
def test_what_can_first_begin_after_the_last_day_is_outside_wherever_it_is_put(start: int):
    # Five days, 0 to 4: a first day of 5 is no day of the axis, and of the step from 5 there is nothing within it.
    late = replace(task("a", 1), earliest=5)
    programme = tasks(AXIS, {}, late)
    found = list(structural_plan_faults(programme, Plan(steps={"a": Step(start=start, end=start + 1)})))
    assert [b.about for b in found] == [("outside", "a")]


def test_what_can_first_begin_on_the_last_day_is_too_early_before_it():
    programme = tasks(AXIS, {}, replace(task("a", 1), earliest=4))
    (fault,) = structural_plan_faults(programme, Plan(steps={"a": Step(start=3, end=4)}))
    assert (fault.about, fault.holes) == (("too_early", "a"), {"earliest": AXIS.days[4]})
    assert not list(structural_plan_faults(programme, Plan(steps={"a": Step(start=4, end=5)})))


def test_overtime_takes_someone_to_work_it():
    # Nobody is needed for "a", so nobody works overtime on it; a hand of two is needed for "b", and one has overtime.
    programme = tasks(AXIS, {"crew": 2}, task("a", 1), task("b", 1, crew=1))
    with_overtime = replace(programme, crews=(programme.crews[0].model_copy(update={"overtime_size": 1}),))
    plan = Plan(steps={k: Step(start=0, end=1, overtime=True) for k in ("a", "b")})
    assert [b.about for b in structural_plan_faults(with_overtime, plan)] == [("no_overtime", "a")]


def test_a_vehicle_for_a_carrying_that_does_not_take_place_is_a_fault():
    programme = moving(AXIS, ("U", "old", "new", 5), swing=("hall",))
    plan = Plan(steps={"m-U0": Step(start=0, end=1)}, runs={k: Run(vehicle=0, minute=0) for k in ("U0", "Uhall1")})
    assert [b.about for b in structural_plan_faults(programme, plan)] == [("idle_run", "m-Uhall1")]
