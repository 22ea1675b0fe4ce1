"""All minimal conflicts and all smallest sets of demands that could give way, the cheapest first."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from localisation.domain.errors import Disagreement
from localisation.domain.proposal import Proposal
from localisation.domain.scenario import SolveLimits
from localisation.domain.vocabulary import Status
from localisation.solving.explaining.demand import PHYSICS_COST, Demand
from localisation.solving.explaining.diagnosis import Conflict
from localisation.solving.explaining.fewest import fewest
from localisation.solving.explaining.hitting import cheapest_hitting
from localisation.solving.explaining.least_slack import least_slack
from localisation.solving.explaining.minimal_conflict import minimal_conflict
from localisation.solving.explaining.musts import Musts
from localisation.solving.explaining.relaxable import Relaxable
from localisation.solving.explaining.trials import Trials
from localisation.solving.progress import Stop

PATIENCE = 8
"""Conflicts in a row after which the cheapest correction is searched for directly."""
SHORTEST_S = 5.0
"""Seconds that search gets however late it is: without a way out an explanation is of little use."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """Demands that give way, and a proposal that meets all others.

    `cheapest`: none costs less, but for those told before; `least`: they give way by no less, in weighted sum.
    """

    demands: tuple[Demand, ...]
    proposal: Proposal
    cheapest: bool
    least: bool


class Collisions:
    """Tells conflicts and corrections of one relaxable model, one after the other.

    The cheapest demands that hit every known conflict are let go: either the rest can hold, and they are a correction,
    or it cannot, and there is a new conflict. So the first correction is the cheapest there is, and when no hitting set
    is left, everything has been told (`complete`). The method is MARCO's with cheapest seeds (Liffiton et al. 2016).
    """

    def __init__(self, relaxable: Relaxable, limits: SolveLimits, stop: Stop | None, until: float) -> None:
        self._relaxable, self._limits, self._stop = relaxable, limits, stop
        self._trials = Trials(relaxable, limits, stop, until)
        self._demands = tuple(relaxable.placement.broken)
        self.complete = False

    def hurry(self, until: float) -> None:
        """End earlier than was meant, if the moment is earlier."""
        self._trials.until = min(self._trials.until, until)

    def each(self) -> Iterator[Conflict | Correction]:
        """Conflicts and corrections as they are found, until all are told or time is up."""
        conflicts: list[Collection[Demand]] = []
        told: list[Collection[Demand]] = []
        core, since = self._first_core(), 0
        gone: Sequence[Demand] | None = None
        while core is not None or told:
            if core is not None:
                conflict = minimal_conflict(self._trials, core, self._relaxable.costs, gone=set(gone or ()))
                if any(set(known) <= set(conflict.demands) for known in conflicts):
                    raise Disagreement(f"a conflict is found again although it was let go: {conflict.demands}")
                conflicts.append(conflict.demands)
                since += 1
                yield conflict
            gone = cheapest_hitting(conflicts, told, self._relaxable.costs)
            late = self._trials.left <= 0
            if gone is None or (late and told):
                self.complete = gone is None
                return
            core, correction = None, self._at_one_stroke(told) if late or since == PATIENCE else None
            if correction is None and not late:
                core, correction = self._without(gone)
            if core is None and correction is None:
                return
            if correction is not None:
                told.append(correction.demands)
                since = 0
                yield correction

    def _first_core(self) -> tuple[Demand, ...] | None:
        """Most collisions are between wishes about a few units, and show without the rest of the model."""
        costs = self._relaxable.costs
        core = self._trials.quick_core([d for d in self._demands if costs[d] < PHYSICS_COST])
        if core is not None:
            return core
        found = self._trials.together(self._demands)
        if found.witness is not None:
            raise Disagreement("the solver says that no proposal exists, the independent check has one in hand")
        return found.core

    def _at_one_stroke(self, told: Sequence[Collection[Demand]]) -> Correction | None:
        """The cheapest correction by a search of its own; None when nothing was found in time."""
        seconds = max(self._trials.left, SHORTEST_S)
        status, proposal = fewest(self._relaxable, told, self._limits, seconds=seconds, stop=self._stop)
        if proposal is None:
            return None
        broken = self._broken(proposal)
        least = False
        if status is Status.OPTIMAL:
            seconds = max(self._trials.left, SHORTEST_S)
            again, better = least_slack(self._relaxable, broken, self._limits, seconds=seconds, stop=self._stop)
            if better is not None and self._broken(better) == broken:
                proposal, least = better, again is Status.OPTIMAL
        cheapest = status is Status.OPTIMAL
        return Correction(demands=tuple(sorted(broken)), proposal=proposal, cheapest=cheapest, least=least)

    def _without(self, gone: Sequence[Demand]) -> tuple[tuple[Demand, ...] | None, Correction | None]:
        """Either what still collides when these demands are let go, or that they are a correction; neither in time."""
        seconds = self._trials.left
        status, proposal = least_slack(self._relaxable, gone, self._limits, seconds=seconds, stop=self._stop)
        if proposal is None:
            verdict = self._trials.together([d for d in self._demands if d not in set(gone)])
            if verdict.witness is None:
                return verdict.core, None
            proposal = verdict.witness
        broken = self._broken(proposal)
        if broken != set(gone):
            # Fewer would hit every conflict at less cost, more were not to give way: either way someone is wrong.
            raise Disagreement(f"{sorted(gone)} must give way, the independent check finds broken {sorted(broken)}")
        least = status is Status.OPTIMAL
        return None, Correction(demands=tuple(sorted(broken)), proposal=proposal, cheapest=True, least=least)

    def _broken(self, proposal: Proposal) -> frozenset[Demand]:
        broken = Musts(self._relaxable.instance).broken(proposal)
        if not broken:
            raise Disagreement("the solver says that no proposal exists, the independent check has one in hand")
        if not broken <= set(self._demands):
            raise Disagreement(f"broken although it was to be kept: {sorted(broken - set(self._demands))}")
        return broken
