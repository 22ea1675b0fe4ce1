"""When the musts cannot all hold: which collide, and the cheapest set to relax."""

import time
from dataclasses import dataclass

from ortools.sat.python import cp_model

from localisation.domain.assessment import About, Assessment
from localisation.domain.errors import Disagreement, LocalisationError
from localisation.domain.instance import Instance
from localisation.domain.proposal import Proposal
from localisation.domain.scenario import SolveLimits
from localisation.domain.vocabulary import Status, Strength
from localisation.rules.base import Measure
from localisation.rules.linear import Linear, total
from localisation.rules.statement import statements
from localisation.solving.build import encode_measure
from localisation.solving.engines.cpsat import solve_cpsat, translate
from localisation.solving.placement_model import PlacementModel
from localisation.solving.progress import Stop
from localisation.solving.verify import assess

Demand = tuple[str, About]
"""What one criterion demands of one subject."""

PHYSICS_COST = 10
"""What giving way in a rule that states physics costs, against 1 for a wish."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Diagnosis:
    """Why no proposal exists.

    `conflict`: demands that cannot hold together, minimal: drop any one criterion's and the rest can hold.
    `relaxed`: the proposal that breaks least, with its assessment, whose broken musts are the cheapest set
    to relax; `cheapest` says whether that is proven.
    """

    conflict: tuple[Demand, ...]
    minimal: bool
    relaxed: Proposal | None
    assessment: Assessment | None
    cheapest: bool


class NoProposal(LocalisationError):
    """The musts cannot all hold."""

    def __init__(self, diagnosis: Diagnosis) -> None:
        self.diagnosis = diagnosis
        super().__init__(f"no proposal can meet the musts: {diagnosis.conflict}")


class StoppedEmpty(LocalisationError):
    """Time or the user ended the search before any proposal was found."""


def diagnose(instance: Instance, limits: SolveLimits, *, stop: Stop | None = None) -> Diagnosis:
    """A minimal conflict set and the cheapest relaxation of an instance whose musts cannot all hold.

    Raises `Disagreement` when the relaxation turns out to break nothing.
    """
    placement = _relaxable(instance)
    conflict, minimal = _conflict(placement, limits, stop)
    relaxed, proven = _relax(instance, placement, limits, stop)
    assessment = assess(instance, relaxed) if relaxed else None
    if assessment is not None and assessment.valid:
        raise Disagreement("the solver says that no proposal exists, the independent check has one in hand")
    return Diagnosis(conflict=conflict, minimal=minimal, relaxed=relaxed, assessment=assessment, cheapest=proven)


def _relaxable(instance: Instance) -> PlacementModel:
    """The model with a `broken` variable on every must."""
    placement = PlacementModel(instance)
    for s in statements(instance):
        if s.criterion.strength is not Strength.MUST:
            continue
        if isinstance(s.rule, Measure):
            encode_measure(placement, s, soft=True)
        else:
            placement.open(s.criterion.id, soft=True)
            s.rule.encode(placement, s.given)
            placement.close()
    return placement


def _conflict(placement: PlacementModel, limits: SolveLimits, stop: Stop | None) -> tuple[tuple[Demand, ...], bool]:
    """An assumption core, then a deletion filter on whole criteria (Chinneck 2008, ch. 6); whether it got through."""
    cores = _Cores(placement, limits, stop)
    demands = list(placement.broken)
    core = cores.among(demands)
    if core is None:
        return (), False
    for criterion in sorted({c for c, _ in core}):
        left = {c for c, _ in core}
        if criterion not in left:
            continue
        rest = [d for d in demands if d[0] in left - {criterion}]
        core = (cores.among(rest) if rest else None) or core
    return tuple(core), cores.sure


class _Cores:
    """Finds demands that cannot hold together, on one model whose assumptions change."""

    def __init__(self, placement: PlacementModel, limits: SolveLimits, stop: Stop | None) -> None:
        self._cp, variables = translate(placement.model)
        self._holds = {demand: ~variables[broken] for demand, broken in placement.broken.items()}
        self._limits, self._stop = limits, stop
        self._until = time.monotonic() + max(10, limits.time_limit_s / 2)
        self.sure = True
        """False once time ran out before an answer: what is named may then be more than it takes."""

    def among(self, demands: list[Demand]) -> list[Demand] | None:
        """Demands among those given that cannot hold together; None if all can, or time or the user ended it."""
        left = self._until - time.monotonic()
        if left <= 0 or (self._stop is not None and self._stop.is_set()):
            self.sure = False
            return None
        self._cp.clear_assumptions()
        self._cp.add_assumptions([self._holds[d] for d in demands])
        solver = cp_model.CpSolver()
        solver.parameters.num_workers = 1
        solver.parameters.random_seed = self._limits.seed
        solver.parameters.cp_model_presolve = False
        solver.parameters.catch_sigint_signal = False
        solver.parameters.max_time_in_seconds = left
        status = solver.solve(self._cp)
        self.sure &= status != cp_model.UNKNOWN
        if status != cp_model.INFEASIBLE:
            return None
        by_index = {self._holds[d].index: d for d in demands}
        return [by_index[i] for i in solver.sufficient_assumptions_for_infeasibility()]


def _relax(
    instance: Instance, placement: PlacementModel, limits: SolveLimits, stop: Stop | None
) -> tuple[Proposal | None, bool]:
    """The proposal that breaks the fewest demands, those hard to change weighing more."""
    physics = {s.criterion.id for s in statements(instance) if s.rule.states_physics}
    costs = (Linear({v: PHYSICS_COST if criterion in physics else 1}) for (criterion, _), v in placement.broken.items())
    placement.model.objective = total(costs)
    outcome = solve_cpsat(placement.model, limits, seconds=max(5, limits.time_limit_s / 4), stop=stop)
    if outcome.values is None:
        return None, False
    return placement.proposal(outcome.values), outcome.status is Status.OPTIMAL
