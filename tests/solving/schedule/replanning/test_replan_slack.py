"""As little as possible is changed: no share of that is given up for what the plan is otherwise good for."""

from dataclasses import replace

from localisation.domain.vocabulary import Strength
from localisation.solving.schedule.level_slacks import level_slacks
from localisation.solving.schedule.replanning.least_deviation import with_least_deviation
from localisation.solving.schedule.replanning.replan import changes_of
from localisation.solving.schedule.replanning.replanned import replanned
from tests.solving.sample import criterion
from tests.solving.schedule.village_plan import ACCOUNTS, POINT, PROPOSAL, adopted, instance, programme

CREW = criterion("K-lag", "crew_capacity")
IN_PLACE = criterion("V-plass", "time_in_place", Strength.WEIGHT, weight=1, best=0, worst=2000)
SOON = criterion("V-ferdig", "completion_time", Strength.WEIGHT, weight=1, best=0, worst=200)


def with_slack(percent, *criteria, levels=()):
    case = instance(*criteria)
    settings = case.scenario.plan.model_copy(update={"level_slack_percent": percent, "levels": levels})
    return replace(case, scenario=case.scenario.model_copy(update={"planning": settings}))


def test_the_slack_is_not_for_the_deviation():
    case = with_slack(20, CREW, IN_PLACE, SOON, levels=(("V-plass",), ("V-ferdig",)))
    assert level_slacks(case) == (20, 20)
    assert level_slacks(with_least_deviation(case)) == (0, 20, 20)


def test_nobody_is_moved_for_the_goal_because_somebody_else_must_be():
    # The point, four people, is carried on day 45 instead of 42: 12 person-days. As much again would let accounts,
    # five people, be carried two days earlier, which the goal would like.
    case = with_slack(100, CREW, IN_PLACE)
    base = programme(case)
    changes = changes_of(case, base, adopted(), as_of=base.calendar.days[10], delays=("Innbyggertorget +3d",))
    found = replanned(case, PROPOSAL, adopted(), changes)
    steps = found.result.plan.steps
    assert (steps[f"move:{ACCOUNTS}"].start, steps[f"move:{POINT}"].start) == (40, 45)
    assert found.result.runs[0].value == found.result.assessment.goal[0]
    assert [c.thing for c in found.differences] == [POINT]
