"""All minimal conflicts and all smallest sets of demands that could give way, the cheapest first."""

import itertools
import time
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

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
"""Conflicts in a row after which all demands may give way at once."""
SHORTEST_S = 5.0
"""Seconds a way out gets however late it is: without one an explanation is of little use."""

SHORT_S = 3.0
"""Seconds in which the amounts of a large case are mostly near the least."""
ALONE_SHARE = 1 / 3
"""Of the time that is left, for whether a single demand is enough: a conflict is still to be sought."""


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

    The demands of all known conflicts may give way, and limits of the whole; the cheapest of them that are enough are
    sought. They cost no less than the cheapest that hit every known conflict: costing just that they are a correction,
    and there is none cheaper. If not, there is a new conflict without those that hit. So the first correction is the
    cheapest there is, and when no hitting set is left, everything has been told (`complete`). The method is MARCO's
    with cheapest seeds (Liffiton et al. 2016). When time ends first, the cheapest that was found is told as such.

    By how much demands give way is made less until it is proven the least; with `quiet_s` only until none less has come
    for so long, and no longer than it took to get there or `SHORT_S` (0: not at all).
    """

    def __init__(
        self,
        relaxable: Relaxable,
        limits: SolveLimits,
        stop: Stop | None,
        until: float,
        *,
        quiet_s: float | None = None,
    ) -> None:
        self._relaxable, self._limits, self._stop = relaxable, limits, stop
        self._trials = Trials(relaxable, limits, stop, until)
        self._demands = tuple(relaxable.placement.broken)
        self._asked = Counter(criterion for criterion, _ in self._demands)
        self._conflicts: list[Collection[Demand]] = []
        self._told: list[Collection[Demand]] = []
        self._spare: list[int] | None = None
        """Values of the cheapest correction that is not proven the cheapest."""
        self.complete = False
        self._quiet_s, self._began = quiet_s, time.monotonic()

    @property
    def shared(self) -> frozenset[str]:
        """The criteria that demand more than one thing."""
        return frozenset(criterion for criterion, count in self._asked.items() if count > 1)

    def hurry(self, until: float) -> None:
        """End earlier than was meant, if the moment is earlier."""
        self._trials.until = min(self._trials.until, until)

    def each(self) -> Iterator[Conflict | Correction]:
        """Conflicts and corrections as they are found, until all are told or time is up."""
        core, without, since = self._shown_at_once(), frozenset[Demand](), 0
        if core is None:
            if (alone := self._one_enough()) is not None:
                self._told.append(alone.demands)
                yield alone
            core = self._first_core()
        while core is not None or self._told:
            if core is not None:
                yield self._conflict(core, without)
                since += 1
            gone = cheapest_hitting(self._conflicts, self._told, self._relaxable.costs)
            self.complete = gone is None
            if gone is None or (self._trials.left <= 0 and self._told):
                return
            core, without, correction = self._next(gone, every=since == PATIENCE)
            if core is None and correction is None:
                break
            if correction is not None:
                self._told.append(correction.demands)
                since = 0
                yield correction
        stopped = self._stop is not None and self._stop.is_set()
        if not self._told and not stopped and (last := self._last_resort()) is not None:
            yield last

    def _conflict(self, core: Sequence[Demand], without: Collection[Demand]) -> Conflict:
        conflict = minimal_conflict(self._trials, core, self._relaxable.costs, gone=without)
        if any(set(known) <= set(conflict.demands) for known in self._conflicts):
            raise Disagreement(f"a conflict is found again although it was let go: {conflict.demands}")
        self._conflicts.append(conflict.demands)
        return conflict

    def _shown_at_once(self) -> tuple[Demand, ...] | None:
        """Most collisions are between wishes about a few units, and show without the rest of the model."""
        wishes = [d for d in self._demands if self._relaxable.costs[d] < PHYSICS_COST]
        return self._trials.quick_core(wishes) or self._trials.core_at_a_glance(self._demands)

    def _first_core(self) -> tuple[Demand, ...] | None:
        found = self._trials.together(self._demands)
        if found.witness is not None:
            raise Disagreement("the solver says that no proposal exists, the independent check has one in hand")
        return found.core

    @cached_property
    def _alone(self) -> tuple[Demand, ...]:
        """The demands, of the cheapest, that are all their criterion asks: budgets and other limits of the whole.

        With such a one hundreds of others may collide, and long before that is found out it is known what helps.
        """
        costs = self._relaxable.costs
        cheapest = min(costs.values(), default=0)
        return tuple(d for d in self._demands if d[0] not in self.shared and costs[d] == cheapest)

    def _one_enough(self) -> Correction | None:
        """One limit of the whole, where that is enough: nothing costs less."""
        if not self._alone or self._trials.left <= 0:
            return None
        cheapest = self._relaxable.costs[self._alone[0]]
        found = fewest(
            self._relaxable, self._alone, (), self._limits, at_least=cheapest,
            seconds=self._trials.left * ALONE_SHARE, stop=self._stop,
        )  # fmt: skip
        if found.values is None:
            return None
        if self._cost(self._broken(self._relaxable.placement.proposal(found.values))) > cheapest:
            self._keep(found.values)
            return None
        return self._correction(found.values, cheapest=True)

    def _next(
        self, gone: Sequence[Demand], *, every: bool
    ) -> tuple[tuple[Demand, ...] | None, frozenset[Demand], Correction | None]:
        """A core among all but some demands, and these; or the cheapest correction; neither in time.

        `gone` is the cheapest that hits every known conflict; with `every`, all demands may give way.
        """
        seconds = self._trials.left
        if seconds <= 0:
            return None, frozenset(), None
        giving = frozenset(self._demands if every else itertools.chain(self._alone, *self._conflicts))
        others = [d for d in self._demands if d not in giving]
        if not self._told and others and (core := self._trials.core_at_a_glance(others)) is not None:
            return core, giving, None
        least = self._cost(gone)
        found = fewest(
            self._relaxable, giving, self._told, self._limits, at_least=least, patient=every, seconds=seconds,
            stop=self._stop,
        )  # fmt: skip
        if found.values is not None:
            broken = self._broken(self._relaxable.placement.proposal(found.values))
            self._hits(broken, least)
            if self._cost(broken) == least or (every and found.status is Status.OPTIMAL):
                return None, frozenset(), self._correction(found.values, cheapest=True)
            self._keep(found.values)
        never = found.status is Status.INFEASIBLE and not self._told
        without = giving if never else frozenset(gone)
        verdict = self._trials.together([d for d in self._demands if d not in without])
        if verdict.witness is None:
            return verdict.core, without, None
        if never:
            raise Disagreement(f"{sorted(giving)} may give way and nothing is possible; the check has a proposal")
        self._hits(self._broken(verdict.witness), least)
        return None, without, self._shown(verdict.witness, cheapest=True, least=False)

    def _hits(self, broken: Collection[Demand], least: int) -> None:
        """Raise `Disagreement` when a proposal breaks less than what hits every conflict must cost."""
        if self._cost(broken) < least:
            raise Disagreement(f"conflicts that are known cost {least}, the independent check finds {sorted(broken)}")

    def _correction(self, values: Sequence[int], *, cheapest: bool) -> Correction:
        """The demands these values break, which then give way by as little as is found to do."""
        proposal = self._relaxable.placement.proposal(list(values))
        broken = self._broken(proposal)
        if self._quiet_s == 0:
            return self._shown(proposal, cheapest=cheapest, least=False)
        seconds = max(self._trials.left, SHORTEST_S)
        if self._quiet_s is not None:
            seconds = min(seconds, max(SHORT_S, time.monotonic() - self._began))
        status, better = least_slack(
            self._relaxable, broken, self._limits, quiet_s=self._quiet_s, seconds=seconds, stop=self._stop
        )
        if better is None or self._broken(better) != broken:
            return self._shown(proposal, cheapest=cheapest, least=False)
        return self._shown(better, cheapest=cheapest, least=status is Status.OPTIMAL)

    def _shown(self, proposal: Proposal, *, cheapest: bool, least: bool) -> Correction:
        demands = tuple(sorted(self._broken(proposal)))
        return Correction(demands=demands, proposal=proposal, cheapest=cheapest, least=least)

    def _last_resort(self) -> Correction | None:
        """The cheapest correction that was found, or any at all: without a way out an explanation is of little use."""
        if self._spare is None:
            found = fewest(
                self._relaxable, self._demands, (), self._limits,
                seconds=max(self._trials.left, SHORTEST_S), stop=self._stop,
            )  # fmt: skip
            if found.values is None:
                return None
            return self._correction(found.values, cheapest=found.status is Status.OPTIMAL)
        return self._correction(self._spare, cheapest=False)

    def _keep(self, values: list[int]) -> None:
        """Keep a correction in case time ends before the cheapest is known."""
        proposal = self._relaxable.placement.proposal
        if self._spare is None or self._cost(self._broken(proposal(values))) < self._cost(
            self._broken(proposal(self._spare))
        ):
            self._spare = values

    def _cost(self, demands: Iterable[Demand]) -> int:
        return sum(self._relaxable.costs[d] for d in demands)

    def _broken(self, proposal: Proposal) -> frozenset[Demand]:
        broken = Musts(self._relaxable.instance).broken(proposal)
        if not broken:
            raise Disagreement("the solver says that no proposal exists, the independent check has one in hand")
        if not broken <= set(self._demands):
            raise Disagreement(f"broken although it was to be kept: {sorted(broken - set(self._demands))}")
        return broken
