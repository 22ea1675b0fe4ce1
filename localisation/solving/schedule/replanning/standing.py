"""An adopted plan that needs no change stands."""

from dataclasses import replace

from localisation.domain.assessment import LevelRun
from localisation.domain.instance import Instance
from localisation.domain.proposal import Proposal
from localisation.domain.relocation.changes import Changes
from localisation.domain.relocation.derive import programme_of
from localisation.domain.relocation.plan import Plan
from localisation.domain.relocation.result import PlanResult
from localisation.domain.scenario import SolveLimits
from localisation.domain.vocabulary import Status
from localisation.solving.engines.outcome import PROOF_TOLERANCE
from localisation.solving.schedule.model.keep import keeps
from localisation.solving.schedule.verify import assess_plan


def standing(instance: Instance, found: PlanResult, old: Plan) -> PlanResult | None:
    """The old plan as it is, where it reckons with all that is new and every must holds; None where it does not.

    `found` is the plan that was found anew. What it gains on later goal levels, by steps that slide within their slack,
    does not outweigh that nothing changes; its bounds say how much that is.
    """
    if not keeps(found.programme, old, found.changes):
        return None
    assessment = assess_plan(instance, found.programme, old)
    if not assessment.valid:
        return None
    runs, comparable = [], True
    for run, value in zip(found.runs, assessment.goal, strict=False):
        runs.append(_run(run, value, comparable=comparable))
        comparable = comparable and run.value is not None and value <= run.value
    return replace(found, plan=old, assessment=assessment, runs=tuple(runs))


def _run(run: LevelRun, value: int, *, comparable: bool) -> LevelRun:
    """How the old plan fares on a level: the bound says nothing of it once it is worse on a level before."""
    bound = run.bound if comparable else None
    proven = bound is not None and value - bound <= PROOF_TOLERANCE
    return replace(run, value=value, bound=bound, given_up=0, status=Status.OPTIMAL if proven else Status.FEASIBLE)


def unsearched(instance: Instance, proposal: Proposal, old: Plan, changes: Changes, limits: SolveLimits) -> PlanResult:
    """The old plan as a result of which only the first level, the deviation from itself, is known to be best."""
    programme = programme_of(instance, proposal, changes)
    assessment = assess_plan(instance, programme, old)
    runs = tuple(
        LevelRun(status=Status.FEASIBLE, value=value, bound=None if number else 0, seconds=0.0, engine="")
        for number, value in enumerate(assessment.goal)
    )
    return PlanResult(
        programme=programme,
        plan=old,
        assessment=assessment,
        runs=runs,
        seed=limits.seed,
        workers=limits.workers,
        changes=changes,
    )
