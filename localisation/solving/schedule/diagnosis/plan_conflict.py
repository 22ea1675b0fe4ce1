"""Demands on a plan that cannot hold together."""

import time

from ortools.sat.python import cp_model

from localisation.domain.scenario import SolveLimits
from localisation.solving.progress import Stop
from localisation.solving.schedule.diagnosis.diagnosis import Demand
from localisation.solving.schedule.model.cpsat import Translation
from localisation.solving.schedule.model.model import ScheduleModel


class PlanConflict:
    """Finds conflicts on one model whose assumptions change: only what criteria demand is assumed, physics is hard.

    No objective, one worker, presolve off, as in `solving.explaining`.
    """

    def __init__(self, schedule: ScheduleModel, limits: SolveLimits, stop: Stop | None, seconds: float) -> None:
        translation = Translation(schedule.network)
        self._cp = translation.model
        self._holds = {demand: ~translation.variables[broken] for demand, broken in schedule.broken.items()}
        self._limits, self._stop = limits, stop
        self._until = time.monotonic() + seconds
        self.sure = True
        """False once time ran out before an answer: what is named may then be more than it takes."""

    def minimal(self) -> tuple[Demand, ...]:
        """An assumption core, then a deletion filter on whole criteria (Chinneck 2008, ch. 6); empty if all can hold.

        When not even the physics can hold, empty too.
        """
        demands = list(self._holds)
        core = self.among(demands)
        if not core:
            return ()
        for criterion in sorted({c for c, _ in core}):
            left = {c for c, _ in core}
            if criterion not in left:
                continue
            rest = [d for d in demands if d[0] in left - {criterion}]
            core = (self.among(rest) if rest else None) or core
        return tuple(self._fewer_subjects(core))

    def _fewer_subjects(self, core: list[Demand]) -> list[Demand]:
        """The same on subjects, so that nobody is named who plays no part."""
        for demand in list(core):
            if demand in core and len(core) > 1:
                core = self.among([d for d in core if d != demand]) or core
        return core

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
        return [by_index[i] for i in solver.sufficient_assumptions_for_infeasibility() if i in by_index]
