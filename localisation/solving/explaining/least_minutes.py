"""How many minutes are enough: tried one value after the other, since a model's rows do not tell what they lack."""

import time
from collections.abc import Collection
from dataclasses import replace

from localisation.domain.instance import Instance
from localisation.domain.proposal import Proposal
from localisation.domain.scenario import SolveLimits
from localisation.domain.vocabulary import Status
from localisation.rules.statement import rule_of
from localisation.solving.explaining.diagnosis import Relief
from localisation.solving.explaining.least_slack import least_slack
from localisation.solving.explaining.musts import Musts
from localisation.solving.explaining.relaxable import relaxable
from localisation.solving.explaining.reliefs import granted, reliefs
from localisation.solving.progress import Stop


def least_minutes(
    instance: Instance,
    given: tuple[Relief, ...],
    proposal: Proposal,
    limits: SolveLimits,
    *,
    keep: Collection[str],
    until: float,
    stop: Stop | None,
) -> tuple[tuple[Relief, ...], Proposal]:
    """The reliefs with no more minutes than are needed beside the others, and a proposal that shows it.

    `least` of such a relief says that one minute less is proven not to do, by two configurations; where time ends the
    search, it is what was found.
    """
    for place, relief in enumerate(given):
        if relief.kind != "parameter" or not _by_trial(instance, relief):
            continue
        trial = _Minutes(instance, given, relief, limits, keep, until, stop)
        better = trial.searched(proposal)
        told = reliefs(instance, better, least=relief.least)
        if [(r.criterion, r.about) for r in told] != [(r.criterion, r.about) for r in given]:
            continue
        if told[place].bound > trial.high:
            continue
        proposal = better
        given = tuple(replace(r, least=trial.proven) if n == place else given[n] for n, r in enumerate(told))
    return given, proposal


def _by_trial(instance: Instance, relief: Relief) -> bool:
    criterion = next(c for c in instance.criteria if c.id == relief.criterion)
    return relief.parameter in rule_of(criterion).found_by_trial


class _Minutes:
    """Halves the minutes between those that are too few and those that are enough."""

    def __init__(
        self,
        instance: Instance,
        given: tuple[Relief, ...],
        relief: Relief,
        limits: SolveLimits,
        keep: Collection[str],
        until: float,
        stop: Stop | None,
    ) -> None:
        self._instance, self._relief, self._limits, self._keep = instance, relief, limits, keep
        self._others = tuple(r for r in given if r is not relief)
        self._wholly = {(r.criterion, r.about) for r in self._others if not r.kind}
        self._until, self._stop = until, stop
        self._now = relief.bound - relief.amount
        self.high = relief.bound
        self.proven = False

    def searched(self, proposal: Proposal) -> Proposal:
        """The proposal that needs the fewest minutes of those found."""
        low = self._now
        while self.high - low > 1:
            middle = (low + self.high) // 2
            status, found = self._tried(middle, self._limits)
            if found is not None:
                self.high, proposal = middle, found
            elif status is Status.INFEASIBLE:
                low = middle
            else:
                return proposal
        other = self._limits.model_copy(update={"seed": self._limits.seed + 1, "workers": 1})
        # The minutes there are now are known to be too few: that is the collision itself.
        self.proven = low == self._now or self._tried(low, other)[0] is Status.INFEASIBLE
        return proposal

    def _tried(self, minutes: int, limits: SolveLimits) -> tuple[Status, Proposal | None]:
        left = self._until - time.monotonic()
        if left <= 0 or (self._stop is not None and self._stop.is_set()):
            return Status.UNKNOWN, None
        asked = replace(self._relief, bound=minutes, amount=minutes - self._now)
        looser = granted(self._instance, (*self._others, asked))
        status, found = least_slack(relaxable(looser, self._keep), self._wholly, limits, seconds=left, stop=self._stop)
        if found is not None and Musts(looser).broken(found) != self._wholly:
            return Status.UNKNOWN, None
        return status, found
