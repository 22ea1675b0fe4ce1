"""Placement and plan together: the best placement that can be carried out, and why better ones cannot."""

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from localisation.domain.assessment import LevelRun, Result
from localisation.domain.errors import LocalisationError
from localisation.domain.instance import Instance
from localisation.domain.relocation.result import PlanResult
from localisation.domain.scenario import SolveLimits
from localisation.domain.vocabulary import Status
from localisation.solving.no_good import NoGood, no_good_of
from localisation.solving.progress import OnProgress, Stop
from localisation.solving.schedule.coupling.rejection_sentence import rejection_sentence, untried_sentence
from localisation.solving.schedule.coupling.smallest_part import SmallestPart
from localisation.solving.schedule.diagnosis.diagnose import diagnose_plan
from localisation.solving.schedule.diagnosis.diagnosis import PlanDiagnosis
from localisation.solving.schedule.diagnosis.no_plan import NoPlan
from localisation.solving.schedule.solve import solve_plan
from localisation.solving.solve import NothingLeft, solve
from localisation.solving.stopped_empty import StoppedEmpty
from localisation.texts import LANGUAGES

MOST_ROUNDS = 50
"""Placements that are tried before giving up."""

PART_S = 30.0
"""Seconds for finding the few units that make a plan impossible."""


@dataclass(frozen=True, kw_only=True)
class Rejected:
    """A placement that was sent back. `why` is a sentence by language; `units` are those it is about.

    `proven`: its plan is proven impossible, and so is that of every placement the no-good forbids. Otherwise no plan
    was found in time, and only this one placement was put aside.
    """

    result: Result
    why: Mapping[str, str]
    units: tuple[str, ...]
    no_good: NoGood
    proven: bool
    diagnosis: PlanDiagnosis | None = None

    @property
    def points(self) -> float:
        """What the placement would have given."""
        return self.result.assessment.points


@dataclass(frozen=True, kw_only=True)
class Coupled:
    """The best placement that can be carried out, its plan, and those sent back before it, the best first.

    The placement is called optimal only if it and every step before it was proven.
    """

    result: Result
    plan: PlanResult
    rejected: tuple[Rejected, ...] = ()

    @property
    def placement_points(self) -> float:
        """What placement alone would have given."""
        return (self.rejected[0] if self.rejected else self).result.assessment.points


class NothingCarriedOut(LocalisationError):
    """No placement with a plan: none is left, or (not `exhausted`) rounds or time ran out first."""

    def __init__(self, rejected: Sequence[Rejected], *, exhausted: bool) -> None:
        self.rejected, self.exhausted = tuple(rejected), exhausted
        super().__init__(f"{len(self.rejected)} placements have no plan, all tried: {exhausted}")


def place_and_plan(
    instance: Instance,
    *,
    limits: SolveLimits | None = None,
    plan_limits: SolveLimits | None = None,
    rounds: int = MOST_ROUNDS,
    seconds: float | None = None,
    on_progress: OnProgress | None = None,
    stop: Stop | None = None,
) -> Coupled:
    """Solve the placement and plan it; while there is no plan, rule that out and solve again.

    Combinatorial Benders decomposition (Codato & Fischetti 2006): what is ruled out is the sites of a small set of
    units whose moves are impossible by themselves, with the works of their buildings. After `rounds`, or `seconds` in
    all, no further placement is tried. Raises what `solve` and `solve_plan` raise, and `NothingCarriedOut`.
    """
    limits, plan_limits = limits or instance.scenario.solve, plan_limits or instance.scenario.plan.solve
    until = None if seconds is None else time.monotonic() + seconds
    rejected: list[Rejected] = []
    while len(rejected) < rounds and (until is None or time.monotonic() < until):
        try:
            no_goods = [r.no_good for r in rejected]
            result = solve(instance, limits=limits, on_progress=on_progress, stop=stop, no_goods=no_goods)
        except NothingLeft as error:
            raise NothingCarriedOut(rejected, exhausted=all(r.proven for r in rejected)) from error
        try:
            plan = solve_plan(instance, result.proposal, limits=plan_limits, on_progress=on_progress, stop=stop)
        except NoPlan as error:
            rejected.append(_sent_back(instance, result, error.diagnosis, plan_limits, stop))
        except StoppedEmpty:
            if stop is not None and stop.is_set():
                raise
            rejected.append(_put_aside(instance, result))
        else:
            return Coupled(result=_honest(result, rejected), plan=plan, rejected=tuple(rejected))
    raise NothingCarriedOut(rejected, exhausted=False)


def _sent_back(
    instance: Instance, result: Result, diagnosis: PlanDiagnosis, limits: SolveLimits, stop: Stop | None
) -> Rejected:
    """The rejection of a placement that is proven to have no plan, with the widest no-good that was found."""
    part = SmallestPart(instance, result.proposal, limits, stop, PART_S).find(diagnosis)
    if part is None:  # the whole was proven already, if not its parts
        everything = no_good_of(
            instance.inventory, result.proposal, instance.inventory.unit, (b.id for b in instance.inventory.buildings)
        )
        why = {language: rejection_sentence(instance, diagnosis, (), language) for language in LANGUAGES}
        return Rejected(result=result, why=why, units=(), no_good=everything, proven=True, diagnosis=diagnosis)
    own = diagnose_plan(part.instance, part.programme, limits, stop=stop)
    units = tuple(u.id for u in instance.inventory.units if u.id in part.units)
    why = {language: rejection_sentence(part.instance, own, units, language) for language in LANGUAGES}
    return Rejected(result=result, why=why, units=units, no_good=part.no_good, proven=True, diagnosis=own)


def _put_aside(instance: Instance, result: Result) -> Rejected:
    """The rejection of one placement no plan was found for in time."""
    inventory = instance.inventory
    no_good = no_good_of(inventory, result.proposal, inventory.unit, (b.id for b in inventory.buildings))
    why = {language: untried_sentence(language) for language in LANGUAGES}
    return Rejected(result=result, why=why, units=(), no_good=no_good, proven=False)


def _honest(result: Result, rejected: Sequence[Rejected]) -> Result:
    """The result as far as it is proven: after an unproven rejection only the bound from before it counts."""
    doubtful = next((r for r in rejected if not r.proven), None)
    if doubtful is None:
        return result
    bounds = [run.bound for run in doubtful.result.runs[:1]]
    runs: list[LevelRun] = []
    for number, run in enumerate(result.runs):
        bound = bounds[number] if number < len(bounds) else None
        if bound is not None and run.value is not None:
            bound = min(bound, run.value)
        proven = bound is not None and run.value is not None and run.value <= bound
        runs.append(replace(run, bound=bound, status=Status.OPTIMAL if proven else Status.FEASIBLE))
    return replace(result, runs=tuple(runs))
