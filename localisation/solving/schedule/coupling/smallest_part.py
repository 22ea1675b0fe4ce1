"""A small set of units whose moves are impossible by themselves."""

import time
from collections.abc import Sequence

from localisation.domain.instance import Instance
from localisation.domain.proposal import Proposal
from localisation.domain.scenario import SolveLimits
from localisation.domain.vocabulary import Status
from localisation.rules.linear import Linear
from localisation.solving.progress import Stop
from localisation.solving.schedule.build import build_schedule
from localisation.solving.schedule.coupling.part_of_move import PartOfMove, part_of_move
from localisation.solving.schedule.diagnosis.diagnosis import PlanDiagnosis
from localisation.solving.schedule.model.search import search

TRIAL_S = 10.0
"""Seconds one trial may take; a part that is not proven impossible by then is not left out."""


class SmallestPart:
    """Searches for it within a number of seconds; every trial is a plan of some units alone, without any goal."""

    def __init__(
        self, instance: Instance, proposal: Proposal, limits: SolveLimits, stop: Stop | None, seconds: float
    ) -> None:
        self._instance, self._proposal, self._limits, self._stop = instance, proposal, limits, stop
        self._until = time.monotonic() + seconds

    def find(self, diagnosis: PlanDiagnosis) -> PartOfMove | None:
        """A part proven impossible from which none can be taken away; larger when time runs out.

        It begins with those the diagnosis speaks of. None when not even all units together are proven impossible.
        """
        everyone = [u.id for u in self._instance.inventory.units]
        moving = {m.unit for m in diagnosis.programme.moves}
        for start in (self._spoken_of(diagnosis), [u for u in everyone if u in moving], everyone):
            part = self._impossible(start) if start else None
            if part is not None:
                return self._shrunk(part)
        return None

    def _spoken_of(self, diagnosis: PlanDiagnosis) -> list[str]:
        """Units in the conflict, and those with a stay in a building in it."""
        ids = {i for _, about in diagnosis.conflict for i in about}
        activities = (diagnosis.programme.activity[a] for fault in diagnosis.faults for a in fault.activities)
        ids |= {i for a in activities for i in (a.unit, a.building) if i}
        here = {s.unit for s in diagnosis.programme.stays if s.building in ids}
        return [u.id for u in self._instance.inventory.units if u.id in ids | here]

    def _shrunk(self, part: PartOfMove) -> PartOfMove:
        """Leave out halves, quarters, ... and at last single units, as long as the rest is impossible."""
        size = max(1, len(part.units) // 2)
        while True:
            tried = sorted(part.units)
            for first in range(0, len(tried), size):
                group = set(tried[first : first + size])
                left = [u for u in sorted(part.units) if u not in group]
                smaller = self._impossible(left) if left and len(left) < len(part.units) else None
                if smaller is not None and len(smaller.units) < len(part.units):
                    part = smaller
            if size == 1 or time.monotonic() > self._until:
                return part
            size //= 2

    def _impossible(self, units: Sequence[str]) -> PartOfMove | None:
        """The part of these units if it is proven, in two ways, to have no plan."""
        if self._stop is not None and self._stop.is_set():
            return None
        part = part_of_move(self._instance, self._proposal, units)
        network = build_schedule(part.instance, part.programme).schedule.network
        network.objective = Linear()
        for again in (False, True):
            seconds = min(TRIAL_S, self._until - time.monotonic())
            if seconds <= 0:
                return None
            found = search(network, self._limits, seconds=seconds, stop=self._stop, again=again)
            if found.status is not Status.INFEASIBLE:
                return None
        return part
