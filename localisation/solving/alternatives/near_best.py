"""Proposals nearly as good as the best that differ as much as possible: modelling to generate alternatives."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from localisation.domain.assessment import Assessment, Result
from localisation.domain.errors import Disagreement
from localisation.domain.instance import Instance
from localisation.domain.proposal import Proposal
from localisation.domain.scenario import SolveLimits
from localisation.domain.vocabulary import Status
from localisation.rules.goal import GOAL_UNITS
from localisation.rules.linear import Linear, total
from localisation.solving.alternatives.as_good import AsGood, as_good
from localisation.solving.alternatives.difference import Differ, difference
from localisation.solving.alternatives.far_apart import difference_from
from localisation.solving.engines.model import Row
from localisation.solving.engines.outcome import PROOF_TOLERANCE, Outcome, evaluate
from localisation.solving.progress import Stop

OnFound = Callable[[int], None]
"""Told how many alternatives are found."""
FURTHEST_SHARE = 0.85
"""Of the time of an alternative, to get far away; the rest is to lose fewer points there."""
IMPROVING_SHARE = 0.7
"""Of the time to get far away, for finding alone; the rest is for proving, too."""
LOSS_SHARE = 1 / 8
"""What all points that may be lost count for on the way, as a part of the largest difference there may be."""
LARGEST = 2**60
"""No sum may come to more than this, well within 64 bits."""
FURTHEST_POINTS = 1600
"""Points in the objective for the largest difference: so many that a share of them has no need of fractions."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NearBest:
    """An alternative, its least difference to those before it (the best included), and what that could at most be."""

    proposal: Proposal
    assessment: Assessment
    least: int
    at_most: int | None
    proven: bool
    """That no proposal within the limit differs more from those before it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NearBests:
    """The alternatives in the order they were found. `no_more`: proven that no other proposal is within the limit."""

    asked: int
    within_goal: int
    differ: Differ
    alternatives: tuple[NearBest, ...]
    no_more: bool
    stopped: bool

    @property
    def cut_short(self) -> bool:
        """Whether time ran out before as many were found as asked for."""
        return len(self.alternatives) < self.asked and not self.no_more and not self.stopped


def near_best(
    instance: Instance,
    best: Result,
    *,
    within_goal: int,
    count: int,
    differ: Differ,
    seconds: float,
    limits: SolveLimits | None = None,
    on_found: OnFound | None = None,
    stop: Stop | None = None,
) -> NearBests:
    """Up to `count` proposals that lose at most `within_goal` goal units more than the best one on every goal level.

    Each is as far as possible from the nearest of those before it, the best included, and of those equally far the
    one that loses the fewest points (Brill, Chang & Hopkins 1982, with the least difference in place of the sum). That
    is the greedy way: the least difference of all pairs is then at least half of what any choice of as many that
    contains the best could have (Gonzalez 1985), where every step is proven.
    """
    search = _Search(
        as_good(instance, best.assessment.goal, more=within_goal, limits=limits or instance.scenario.solve),
        differ,
        within_goal,
        stop,
        time.monotonic() + seconds,
    )
    known = [best.proposal]
    found: list[NearBest] = []
    no_more = False
    while len(found) < count and not search.over:
        answer = search.furthest(known, left=count - len(found))
        if (answer is None or (answer.least == 0 and not answer.proven)) and not search.over:
            answer = search.furthest(known, left=1)  # in vain so far: this one gets the time that is left
        if answer is None or answer.least == 0:
            no_more = answer is not None and answer.proven
            break
        found.append(answer)
        known.append(answer.proposal)
        if on_found:
            on_found(len(found))
    return NearBests(
        asked=count,
        within_goal=within_goal,
        differ=differ,
        alternatives=tuple(found),
        no_more=no_more,
        stopped=stop is not None and stop.is_set(),
    )


class _Search:
    """The model, to which each proposal found adds how much the next one differs from it."""

    def __init__(self, model: AsGood, differ: Differ, within: int, stop: Stop | None, until: float) -> None:
        self._model, self._differ, self._within, self._stop, self._until = model, differ, within, stop, until
        inventory = model.instance.inventory
        most = sum(u.staff if differ is Differ.PEOPLE else len(inventory.buildings) for u in inventory.units)
        self._least = model.placement.whole(0, most, "least difference")
        self._price = max(4 * PROOF_TOLERANCE, FURTHEST_POINTS * GOAL_UNITS // max(1, most))
        self._most = max(1, most)
        self._apart: list[Linear] = []
        self._seen: list[Proposal] = []

    @property
    def over(self) -> bool:
        """Whether time or the user has ended it."""
        return time.monotonic() >= self._until or (self._stop is not None and self._stop.is_set())

    def furthest(self, known: Sequence[Proposal], *, left: int) -> NearBest | None:
        """The proposal whose nearest known one is furthest away; None when none was found in time."""
        for proposal in known[len(self._apart) :]:
            self._apart.append(difference_from(self._model.placement, self._model.instance, proposal, self._differ))
            self._model.placement.always(self._least <= self._apart[-1])
        began = time.monotonic()
        share = max(1.0, (self._until - began) / left)
        one = self._differing(known, FURTHEST_SHARE * share)
        if one is None or not one.least or self.over:
            return one
        rows = (Row(self._least, one.least, None),)
        seconds = max(1.0, share - (time.monotonic() - began))
        last = self._model.search(
            self._model.built.objectives[0], seconds=seconds, start=one.proposal, stop=self._stop, rows=rows
        )
        if last.values is None:
            return one
        proposal, assessment = self._model.checked(last)
        return replace(one, proposal=proposal, assessment=assessment, least=self._measured(last, proposal, known))

    def _differing(self, known: Sequence[Proposal], seconds: float) -> NearBest | None:
        """The least difference as what is maximised, from the most different of all proposals seen so far."""
        start = max([*known, *self._seen], key=lambda p: min(difference(p, k, self._differ) for k in known))
        outcome = self._model.search(
            self._furthest(),
            seconds=seconds,
            start=start,
            stop=self._stop,
            on_the_way=self._seen.append,
            improving=IMPROVING_SHARE,
            leading=self._leading(known),
        )
        if outcome.values is None:
            if outcome.status is Status.INFEASIBLE:
                raise Disagreement("the solver says that no proposal is as good as the one in hand")
            return None
        proposal, assessment = self._model.checked(outcome)
        least = self._measured(outcome, proposal, known)
        at_most = None if outcome.bound is None else max(least, -outcome.bound // self._price)
        proven = outcome.status is Status.OPTIMAL
        return NearBest(proposal=proposal, assessment=assessment, least=least, at_most=at_most, proven=proven)

    def _furthest(self) -> Linear:
        """The least difference, and far below it the sum of all, which leads on where the least stands still."""
        slope = self._price // (2 * self._most * len(self._apart))
        return -(self._least * self._price + total(self._apart) * slope)

    def _leading(self, known: Sequence[Proposal]) -> Linear:
        """As far away as can be, but what loses fewer points leaves more room to go further: it counts for something.

        All that may be lost is worth as much as an eighth of everybody's moving, or of leaving every site for another.
        """
        far = self._most if self._differ is Differ.PEOPLE else 2 * len(known[0].placements)
        each = round(self._price * far * LOSS_SHARE / max(1, self._within))
        furthest, lost = self._furthest(), self._model.built.objectives[0]
        room = (LARGEST - self._size(furthest)) // max(1, self._size(lost))
        return furthest + lost * min(each, room) if min(each, room) > 0 else furthest

    def _size(self, linear: Linear) -> int:
        return max(map(abs, self._model.placement.model.activity(linear)))

    def _measured(self, outcome: Outcome, proposal: Proposal, known: Sequence[Proposal]) -> int:
        """The least difference, counted from the proposals; raises `Disagreement` when the solver claimed more."""
        assert outcome.values is not None
        least = min(difference(proposal, k, self._differ) for k in known)
        claimed = evaluate(self._least, outcome.values)
        if claimed > least:
            raise Disagreement(f"the solver says the proposals differ by {claimed}, they differ by {least}")
        return least
