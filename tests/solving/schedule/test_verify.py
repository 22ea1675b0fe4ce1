"""What makes a plan no plan, whatever the criteria say."""

from dataclasses import replace

import pytest

from localisation.domain.relocation.plan import Plan, Step
from localisation.solving.schedule.verify import structural_plan_faults
from tests.solving.schedule.small_programmes import calendar, task, tasks

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
