"""Measures of who moves when, on paper."""

from dataclasses import replace

import pytest
from pydantic import ValidationError

from localisation.domain.proposal import Placement, Proposal
from localisation.domain.relocation.derive import programme_of
from localisation.domain.relocation.logistics import ActivityKind
from localisation.domain.relocation.plan import Plan, Step
from localisation.domain.relocation.programme import Activity, Programme
from localisation.rules import RELOCATION_RULES
from localisation.rules.relocation.base import RelocationMeasure
from tests.rules.relocation.hamlet import AWAY, INSTANCE, PROGRAMME, given, leg_steps, plan

GOOD = plan(work=0, accounts=1, point=3)
"""Accounts is carried on day 2 and at work from day 4; the point is carried on day 4 and at work from day 6."""


def amount(rule: str, found: Plan, *units: str, programme: Programme = PROGRAMME, **parameters: object) -> int:
    made = RELOCATION_RULES[rule].model_validate(parameters)
    assert isinstance(made, RelocationMeasure)
    return made.measure(given(*units, programme=programme), found)


def test_all_is_done_on_the_sixth_day() -> None:
    assert amount("completion_time", GOOD) == 6
    assert amount("completion_time", GOOD, "accounts") == 4


def test_tasks_count_unless_they_belong_to_others() -> None:
    tasks = [Activity(id=f"task:{u}", kind=ActivityKind.TASK, days=1, unit=u) for u in ("", "point")]
    programme = replace(PROGRAMME, activities=(*PROGRAMME.activities, *tasks))
    found = replace(GOOD, steps={**GOOD.steps, "task:": Step(start=6, end=7), "task:point": Step(start=8, end=9)})
    assert amount("completion_time", found, programme=programme) == 9
    assert amount("completion_time", found, "accounts", programme=programme) == 7


def test_people_are_in_place_after_4_and_6_days() -> None:
    assert amount("time_in_place", GOOD) == 5 * 4 + 4 * 6


def test_two_days_closed_is_400_visits() -> None:
    assert amount("visits_lost", GOOD) == 100 * 2 * 200
    assert amount("visits_lost", plan(waits_from=4)) == 100 * 4 * 200


def test_four_people_wait_in_the_barracks() -> None:
    assert amount("people_in_transit", GOOD) == 0
    assert amount("people_in_transit", plan(waits_from=4)) == 4


def test_the_barracks_are_paid_from_tuesday_to_wednesday_week() -> None:
    assert amount("double_rent", GOOD) == 0
    assert amount("double_rent", plan(waits_from=4)) == 8 * 120  # thousands a year, for 8 of 365 days


def test_the_square_is_paid_for_a_weekend_too_long() -> None:
    seats = tuple(Placement(unit=u, building="hall", staff=n) for u, n in (("accounts", 5), ("point", 4)))
    programme = programme_of(INSTANCE, Proposal(placements=seats))
    assert amount("double_rent", Plan(steps=leg_steps("point:square>hall", 3)), programme=programme) == 4 * 365


def test_one_day_of_carrying_on_overtime() -> None:
    late = Plan(steps={**GOOD.steps, f"move:{AWAY}": Step(start=2, end=3, overtime=True)})
    assert amount("overtime", GOOD) == 0
    assert amount("overtime", late) == 1


def test_the_extension_and_the_carrying_cost_1_310_000() -> None:
    assert amount("budget_overrun", GOOD, budget="2020-Q1=1300") == 1_200_000 + 70_000 + 40_000 - 1_300_000
    assert amount("budget_overrun", GOOD, budget="2020-Q1=1310") == 0
    assert amount("budget_overrun", GOOD, budget="2020-Q2=9000") == 1_310_000


@pytest.mark.parametrize("budget", ["", "2020-Q5=1", "2020=1", "2020-Q1=1, 2020-Q1=2", "2020-Q1=-1"])
def test_a_budget_names_each_quarter_once(budget: str) -> None:
    with pytest.raises(ValidationError):
        RELOCATION_RULES["budget_overrun"].model_validate({"budget": budget})


def test_a_day_later_for_the_works_and_two_for_five_people() -> None:
    adopted = {"work:extension": 1, f"move:{AWAY}": 0}
    assert amount("plan_deviation", GOOD, programme=replace(PROGRAMME, adopted_starts=adopted)) == 1 + 5 * 2
    assert amount("plan_deviation", GOOD) == 0
