"""From a proposal to a plan that an independent check has passed."""

import time

from localisation.domain.instance import Instance
from localisation.domain.proposal import Proposal
from localisation.domain.relocation.changes import Changes
from localisation.domain.relocation.derive import programme_of
from localisation.domain.relocation.programme import Programme
from localisation.domain.relocation.result import PlanResult
from localisation.domain.scenario import SolveLimits
from localisation.rules.goal import relocation_levels
from localisation.rules.linear import Constraint
from localisation.rules.statement import relocation_statements
from localisation.solving.agreement import check_levels, check_prices, final_runs
from localisation.solving.progress import OnProgress, Stop
from localisation.solving.schedule.build import build_schedule
from localisation.solving.schedule.finishing.closed_up import closed_up
from localisation.solving.schedule.level_slacks import level_slacks
from localisation.solving.schedule.levels import LevelSearch
from localisation.solving.stopped_empty import StoppedEmpty


def solve_plan(
    instance: Instance,
    proposal: Proposal,
    *,
    changes: Changes | None = None,
    limits: SolveLimits | None = None,
    on_progress: OnProgress | None = None,
    stop: Stop | None = None,
) -> PlanResult:
    """The best plan found within the limits for carrying out a proposal, with bound and gap for each goal level.

    What `changes` says is done or under way stays as adopted. Raises as `solve_programme`.
    """
    programme = programme_of(instance, proposal, changes)
    return solve_programme(instance, programme, changes=changes, limits=limits, on_progress=on_progress, stop=stop)


def solve_programme(
    instance: Instance,
    programme: Programme,
    *,
    changes: Changes | None = None,
    limits: SolveLimits | None = None,
    on_progress: OnProgress | None = None,
    stop: Stop | None = None,
) -> PlanResult:
    """The best plan found within the limits for a programme; criteria and goal are the instance's.

    `limits.time_limit_s` counts for each level. Raises `NoPlan` when the musts cannot all hold, `StoppedEmpty` when
    time or the user stopped it before any plan was found, and `Disagreement` when the independent check contradicts
    the solver.
    """
    limits = limits or instance.scenario.plan.solve
    if limits.deterministic_limit is not None:
        limits = limits.model_copy(update={"workers": 1})
    if stop is not None and stop.is_set():
        raise StoppedEmpty(stop)
    began = time.monotonic()
    built = build_schedule(instance, programme, changes)
    search = LevelSearch(
        instance, programme, built, limits, changes=changes, on_progress=on_progress, stop=stop, began=began
    )
    search.first_plan()
    percents, slacks = level_slacks(instance), list[int]()
    for number, objective in enumerate(built.objectives, start=1):
        run = search.level(number, objective)
        if stop is not None and stop.is_set():
            break
        assert run.value is not None
        slacks.append(abs(run.value) * percents[number - 1] // 100)
        if number < len(built.objectives):
            built.schedule.always(Constraint(objective, high=run.value + slacks[-1]))
    best = search.best
    assert best is not None
    check_levels(best.assessment, search.runs, slacks)
    check_prices(best.assessment, relocation_statements(instance, programme), relocation_levels(instance)[0])
    result = PlanResult(
        programme=programme,
        plan=best.plan,
        assessment=best.assessment,
        runs=final_runs(best.assessment, search.runs),
        seed=limits.seed,
        workers=limits.workers,
        first_plan_s=search.first_plan_s,
        stopped=stop is not None and stop.is_set(),
        changes=changes,
    )
    return closed_up(instance, result)
