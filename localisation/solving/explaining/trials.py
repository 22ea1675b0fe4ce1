"""Tries which demands can hold together, each answer held against a second authority."""

import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from math import inf

from ortools.sat.python import cp_model

from localisation.domain.proposal import Proposal
from localisation.domain.scenario import SolveLimits
from localisation.domain.vocabulary import Status
from localisation.solving.engines.cpsat import translate
from localisation.solving.engines.model import Variable
from localisation.solving.explaining.demand import Demand
from localisation.solving.explaining.focus import Focus, Focused
from localisation.solving.explaining.musts import Musts
from localisation.solving.explaining.quick_cpsat import quick_cpsat, stoppable
from localisation.solving.explaining.relaxable import Relaxable
from localisation.solving.progress import Stop

FOCUSED = 400
"""More demands than this are tried on the whole model at once: a part of it would hardly be smaller."""

GLANCE = 10
"""Conflicts of the search in which a core mostly shows, if there is one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """`core`: demands among those tried that cannot hold together; `witness`: a proposal that meets them all.

    Both are None when its share of the time, or the user, ended the trial.
    """

    core: tuple[Demand, ...] | None = None
    witness: Proposal | None = None


class Trials:
    """Tries demands of one relaxable model until a moment (`time.monotonic`).

    Demands are assumptions; there is no objective, one worker, no presolve, no search for symmetry and no linear
    relaxation, which was fastest by measurement. Most cores show before there have been `GLANCE` conflicts of the
    search, and then probing is a waste (0.75 against 0.15 s); what can hold together is found much sooner with it.
    A witness counts only when the rules' own checks find nothing wrong with it.
    """

    def __init__(self, relaxable: Relaxable, limits: SolveLimits, stop: Stop | None, until: float) -> None:
        self._relaxable, self._limits, self._stop = relaxable, limits, stop
        self._focus, self._musts = Focus(relaxable), Musts(relaxable.instance)
        rows = relaxable.placement.model.rows
        self._kept = frozenset(row.source[0] for row in rows if row.source is not None and row.broken is None)
        self._units: frozenset[str] = frozenset()
        self.until = until

    @cached_property
    def _whole(self) -> tuple[cp_model.CpModel, list[cp_model.IntVar]]:
        """Stated once: what is not tried is switched off."""
        return translate(self._focus.whole.model)

    @property
    def left(self) -> float:
        """Seconds left; 0 once the user has stopped it."""
        stopped = self._stop is not None and self._stop.is_set()
        return 0.0 if stopped else max(0.0, self.until - time.monotonic())

    def together(self, demands: Sequence[Demand], *, dropped: Demand | None = None, share: float = 1) -> Verdict:
        """Whether these demands can hold together; where only `dropped` gives way, if that is known.

        It gets a `share` of the time that is left. On the part they speak of as long as what is possible there is
        possible at all, then on the whole.
        """
        until = time.monotonic() + self.left * share
        while len(demands) <= FOCUSED:
            units = self._units | self._focus.units_of(demands, few=True)
            focused = self._focus.on(demands, units)
            core, values = self._solved(focused, demands, until=until)
            if core is not None or values is None:
                return Verdict(core=core)
            witness, broken = self._completed(focused, values, demands, dropped)
            if not broken:
                return Verdict(witness=witness)
            more = self._focus.units_of(broken, few=False) - units
            if not more:
                break
            self._units |= more
        core, values = self._solved(self._focus.whole, demands, until=until)
        if core is not None or values is None:
            return Verdict(core=core)
        witness = self._focus.proposal(self._focus.whole, values, "")
        return Verdict(witness=None if self._broken(witness, demands) else witness)

    def quick_core(self, demands: Sequence[Demand]) -> tuple[Demand, ...] | None:
        """A core that shows at a glance in the few units demands name, a small part of the model; None says nothing."""
        few = self._focus.about_few(demands)
        if not few:
            return None
        return self._solved(self._focus.on(few, self._focus.units_of(few, few=True)), few, glance=True)[0]

    def core_at_a_glance(self, demands: Sequence[Demand]) -> tuple[Demand, ...] | None:
        """A core of the whole model that shows without much search; None says nothing."""
        return self._solved(self._focus.whole, demands, glance=True)[0]

    def confirmed(self, demands: Sequence[Demand]) -> bool:
        """Whether a second configuration, with presolve, another seed and no assumptions, finds the same conflict."""
        part = self._focus.on(demands, self._focus.units_of(demands, few=False))
        return self._never(part, demands) or self._never(self._focus.whole, demands)

    def _never(self, focused: Focused, demands: Sequence[Demand]) -> bool:
        model = replace(focused.model, variables=list(focused.model.variables))
        for demand, broken in focused.broken.items():
            held = int(demand not in demands)
            model.variables[broken] = Variable("", held, held)
        other = self._limits.model_copy(update={"seed": self._limits.seed + 1})
        outcome = quick_cpsat(model, other, seconds=max(1.0, self.left), stop=self._stop, whether=True)
        return outcome.status is Status.INFEASIBLE

    def _solved(
        self, focused: Focused, demands: Sequence[Demand], *, glance: bool = False, until: float = inf
    ) -> tuple[tuple[Demand, ...] | None, list[int] | None]:
        """Either a core or values; neither when time or the user ended it, or a `glance` does not tell."""
        if self.left <= 0:
            return None, None
        if focused is self._focus.whole:
            cp, variables = self._whole
        else:
            cp, variables = translate(focused.model)
        holds = {d: ~variables[focused.broken[d]] for d in demands}
        for demand, broken in focused.broken.items():
            domain = cp.proto.variables[broken].domain
            domain[0], domain[1] = (0, 1) if demand in holds else (1, 1)
        cp.clear_assumptions()
        cp.add_assumptions(list(holds.values()))
        solver = cp_model.CpSolver()
        solver.parameters.num_workers = 1
        solver.parameters.random_seed = self._limits.seed
        solver.parameters.cp_model_presolve = False
        solver.parameters.linearization_level = 0
        solver.parameters.symmetry_level = 0
        solver.parameters.catch_sigint_signal = False
        status = self._run(solver, cp, until, glance=True)
        if status == cp_model.UNKNOWN and not glance and self.left > 0:
            status = self._run(solver, cp, until, glance=False)
        if status == cp_model.INFEASIBLE:
            by_index = {literal.index: d for d, literal in holds.items()}
            return tuple(by_index[i] for i in solver.sufficient_assumptions_for_infeasibility()), None
        if status in (cp_model.OPTIMAL, cp_model.FEASIBLE):
            return None, [solver.value(v) for v in variables]
        return None, None

    def _run(
        self, solver: cp_model.CpSolver, cp: cp_model.CpModel, until: float, *, glance: bool
    ) -> cp_model.CpSolverStatus:
        parameters = solver.parameters
        parameters.max_time_in_seconds = max(0.0, min(self.left, until - time.monotonic()))
        if glance:
            parameters.cp_model_probing_level = 0
            parameters.max_number_of_conflicts = GLANCE
        else:
            parameters.clear_cp_model_probing_level()
            parameters.clear_max_number_of_conflicts()
        with stoppable(solver, self._stop):
            return solver.solve(cp)

    def _completed(
        self, focused: Focused, values: list[int], demands: Sequence[Demand], dropped: Demand | None
    ) -> tuple[Proposal, frozenset[Demand]]:
        """The proposal that breaks the fewest demands, wherever the units left out are put, and what it breaks."""
        first = [i for i in (dropped[1] if dropped else ()) if i in self._relaxable.instance.inventory.building]
        tried = []
        for where in [*first, *self._focus.places(focused, values, demands)]:
            proposal = self._focus.proposal(focused, values, where)
            broken = self._broken(proposal, demands)
            if not broken:
                return proposal, broken
            tried.append((proposal, broken))
        return min(tried, key=lambda t: len(t[1]))

    def _broken(self, proposal: Proposal, demands: Sequence[Demand]) -> frozenset[Demand]:
        """Those of the demands that a proposal breaks, and whatever it breaks of what always holds."""
        wanted, criteria = set(demands), self._kept | {criterion for criterion, _ in demands}
        return frozenset(d for d in self._musts.broken(proposal, only=criteria) if d in wanted or d[0] in self._kept)
