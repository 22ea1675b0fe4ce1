"""What the goal does not weigh stands where people would put it."""

from dataclasses import replace
from threading import Event

from localisation.domain.relocation.changes import Changes
from localisation.domain.relocation.derive import programme_of
from localisation.domain.relocation.logistics import DaysOff
from localisation.domain.relocation.plan import Step
from localisation.domain.relocation.result import PlanResult
from localisation.domain.vocabulary import Strength
from localisation.solving.schedule.finishing.closed_up import closed_up
from localisation.solving.schedule.solve import solve_plan
from localisation.solving.schedule.verify import assess_plan
from tests.solving.sample import criterion
from tests.solving.schedule.village_plan import ACCOUNTS, LOGISTICS, POINT, PROPOSAL, adopted, instance

WORKS_FIRST = criterion("K-bygg", "works_before_move_in")
SOON = criterion("V-ferdig", "completion_time", Strength.WEIGHT, weight=1, best=0, worst=200)


def result(case, changes: Changes | None = None, **steps: tuple[int, int]) -> PlanResult:
    programme, plan = programme_of(case, PROPOSAL), adopted()
    moved = {a.replace("__", ":", 1): Step(start=s, end=e) for a, (s, e) in steps.items()}
    plan = replace(plan, steps={**plan.steps, **moved})
    assessment = assess_plan(case, programme, plan)
    assert assessment.valid
    return PlanResult(
        programme=programme, plan=plan, assessment=assessment, runs=(), seed=1, workers=1, changes=changes
    )


def test_packing_years_ahead_is_put_just_before_the_carrying():
    case = instance(WORKS_FIRST, SOON)
    early = result(case, **{f"pack:{ACCOUNTS}": (3, 5), f"pack:{POINT}": (0, 1)})
    found = closed_up(case, early)
    assert found.plan == adopted()
    assert found.assessment.goal == early.assessment.goal


def test_what_is_done_is_not_touched():
    case = instance(WORKS_FIRST, SOON)
    early = result(case, Changes(kept=frozenset({f"pack:{ACCOUNTS}"})), **{f"pack:{ACCOUNTS}": (3, 5)})
    assert closed_up(case, early).plan.steps[f"pack:{ACCOUNTS}"] == Step(start=3, end=5)


def test_a_step_that_a_must_keeps_where_it_is_does_not_keep_the_others():
    # Accounts must be left alone on days 38 and 39, so its packing stays on 3 and 4; the service point's moves.
    days = programme_of(instance(), PROPOSAL).calendar.days
    stop = DaysOff(id="s", name="Stopp", first=days[5], last=days[39], applies_to=("accounts",))
    case = instance(
        WORKS_FIRST,
        SOON,
        criterion("K-stopp", "stop_periods"),
        logistics=LOGISTICS.model_copy(update={"days_off": (stop,)}),
    )
    early = result(case, **{f"pack:{ACCOUNTS}": (3, 5), f"pack:{POINT}": (0, 1)})
    found = closed_up(case, early).plan.steps
    assert found[f"pack:{ACCOUNTS}"] == Step(start=3, end=5)
    assert found[f"pack:{POINT}"] == Step(start=41, end=42)


def test_a_plan_whose_search_was_stopped_is_closed_up_too():
    # Stopped at the first word of progress: the plan is the one in hand then, and nobody packs long ahead in it.
    stop = Event()
    case = instance(WORKS_FIRST, SOON)
    found = solve_plan(case, PROPOSAL, stop=stop, on_progress=lambda _: stop.set())
    assert found.stopped
    assert closed_up(case, found).plan == found.plan
    for move in (ACCOUNTS, POINT):
        assert found.plan.steps[f"pack:{move}"].end == found.plan.steps[f"move:{move}"].start
