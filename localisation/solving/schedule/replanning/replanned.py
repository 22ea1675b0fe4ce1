"""A plan made anew after changes: as little as possible is moved, and every difference has its reason."""

from dataclasses import dataclass

from localisation.domain.instance import Instance
from localisation.domain.proposal import Proposal
from localisation.domain.relocation.changes import Changes
from localisation.domain.relocation.plan import Plan
from localisation.domain.relocation.result import PlanResult
from localisation.domain.scenario import SolveLimits
from localisation.solving.progress import OnProgress, Stop
from localisation.solving.schedule.replanning.difference import Change, difference
from localisation.solving.schedule.replanning.least_deviation import with_least_deviation
from localisation.solving.schedule.replanning.restored import restored
from localisation.solving.schedule.replanning.standing import standing, unsearched
from localisation.solving.schedule.solve import solve_plan
from localisation.solving.stopped_empty import StoppedEmpty


@dataclass(frozen=True, kw_only=True)
class Replanned:
    """The question with the least deviation as its first goal, its plan, and what is otherwise than before."""

    instance: Instance
    result: PlanResult
    differences: tuple[Change, ...]


def replanned(
    instance: Instance,
    proposal: Proposal,
    old: Plan,
    changes: Changes,
    *,
    limits: SolveLimits | None = None,
    on_progress: OnProgress | None = None,
    stop: Stop | None = None,
) -> Replanned:
    """The plan least different from the `old` one that reckons with `changes`, then as good as can be.

    Where the old one still holds as it is, it stands. Raises as `solve_plan`: `NoPlan`, `StoppedEmpty`, `Disagreement`.
    """
    closest = with_least_deviation(instance)
    try:
        solved = solve_plan(closest, proposal, changes=changes, limits=limits, on_progress=on_progress, stop=stop)
    except StoppedEmpty:
        untried = unsearched(closest, proposal, old, changes, limits or closest.scenario.plan.solve)
        result = standing(closest, untried, old)
        if result is None or (stop is not None and stop.is_set()):
            raise
    else:
        result = standing(closest, solved, old) or restored(closest, solved, old)
    return Replanned(instance=closest, result=result, differences=difference(closest, old, result))
