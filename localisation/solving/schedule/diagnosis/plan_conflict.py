"""Demands on a plan that cannot hold together."""

import time
from dataclasses import replace

from ortools.sat.python import cp_model

from localisation.domain.errors import Disagreement
from localisation.domain.scenario import SolveLimits
from localisation.domain.vocabulary import Status
from localisation.solving.explaining.quick_cpsat import stoppable
from localisation.solving.progress import Stop
from localisation.solving.schedule.diagnosis.diagnosis import Demand
from localisation.solving.schedule.model.cpsat import Translation
from localisation.solving.schedule.model.model import ScheduleModel
from localisation.solving.schedule.model.search import search


class PlanConflict:
    """Finds conflicts on one model whose assumptions change: only what criteria demand is assumed, physics is hard.

    No objective, one worker, presolve off, as in `solving.explaining`.
    """

    def __init__(self, schedule: ScheduleModel, limits: SolveLimits, stop: Stop | None, seconds: float) -> None:
        self._schedule = schedule
        translation = Translation(schedule.network)
        self._cp = translation.model
        self._holds = {demand: ~translation.variables[broken] for demand, broken in schedule.broken.items()}
        self._limits, self._stop = limits, stop
        self._until = time.monotonic() + seconds
        self.sure = True
        """False once an answer was missing: what is named may then be more than it takes, or not confirmed."""

    def minimal(self) -> tuple[Demand, ...]:
        """An assumption core, then a deletion filter on whole criteria (Chinneck 2008, ch. 6); empty if all can hold.

        When not even the physics can hold, empty too. Raises `Disagreement` when another search can hold them all.
        """
        demands = list(self._holds)
        core = self.among(demands)
        if core is None:
            return ()
        core = self._smallest(core, demands)
        self.sure &= self._confirmed(core)
        return tuple(core)

    def _smallest(self, core: list[Demand], demands: list[Demand]) -> list[Demand]:
        """The core with whole criteria left out where the rest still collides, then single subjects."""
        for criterion in sorted({c for c, _ in core}):
            left = {c for c, _ in core}
            if criterion not in left:
                continue
            rest = [d for d in demands if d[0] in left - {criterion}]
            core = (self.among(rest) if rest else None) or core
        return self._fewer_subjects(core)

    def _fewer_subjects(self, core: list[Demand]) -> list[Demand]:
        """The same on subjects, so that nobody is named who plays no part."""
        for demand in list(core):
            if demand in core and len(core) > 1:
                core = self.among([d for d in core if d != demand]) or core
        return core

    def among(self, demands: list[Demand]) -> list[Demand] | None:
        """Demands among those given that cannot hold together; None if all can, or time or the user ended it."""
        left = self._left
        if left <= 0:
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
        with stoppable(solver, self._stop):
            status = solver.solve(self._cp)
        self.sure &= status in (cp_model.OPTIMAL, cp_model.FEASIBLE, cp_model.INFEASIBLE)
        if status != cp_model.INFEASIBLE:
            return None
        by_index = {self._holds[d].index: d for d in demands}
        return [by_index[i] for i in solver.sufficient_assumptions_for_infeasibility() if i in by_index]

    def _confirmed(self, core: list[Demand]) -> bool:
        """Whether another configuration, with presolve and no assumptions, finds that these demands collide."""
        left, network = self._left, self._schedule.network
        if left <= 0:
            return False
        held = {self._schedule.broken[d] for d in core}
        variables = [replace(v, high=0) if i in held else v for i, v in enumerate(network.variables)]
        again = search(replace(network, variables=variables), self._limits, seconds=left, stop=self._stop, again=True)
        if again.values is not None:
            raise Disagreement(f"one search says that {core} cannot hold together, another has a plan")
        return again.status is Status.INFEASIBLE

    @property
    def _left(self) -> float:
        """Seconds left; none when the user ended it."""
        stopped = self._stop is not None and self._stop.is_set()
        return 0.0 if stopped else self._until - time.monotonic()
