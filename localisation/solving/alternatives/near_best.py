"""Proposals nearly as good as the best that differ as much as possible: modelling to generate alternatives."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from localisation.domain.assessment import Assessment, Result
from localisation.domain.errors import Disagreement
from localisation.domain.instance import Instance
from localisation.domain.proposal import Proposal
from localisation.domain.scenario import SolveLimits
from localisation.domain.vocabulary import Status
from localisation.rules.linear import Linear
from localisation.solving.alternatives.as_good import AsGood, as_good
from localisation.solving.alternatives.difference import Differ, difference
from localisation.solving.alternatives.far_apart import difference_from
from localisation.solving.engines.model import Row
from localisation.solving.engines.outcome import PROOF_TOLERANCE, Outcome, evaluate
from localisation.solving.goal import GOAL_UNITS
from localisation.solving.progress import Stop

OnFound = Callable[[int], None]
"""Told how many alternatives are found."""


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

    within_goal: int
    differ: Differ
    alternatives: tuple[NearBest, ...]
    no_more: bool
    stopped: bool


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
        within_goal=within_goal,
        differ=differ,
        alternatives=tuple(found),
        no_more=no_more,
        stopped=stop is not None and stop.is_set(),
    )


class _Search:
    """The model, to which each proposal found adds how much the next one differs from it."""

    def __init__(self, model: AsGood, differ: Differ, stop: Stop | None, until: float) -> None:
        self._model, self._differ, self._stop, self._until = model, differ, stop, until
        inventory = model.instance.inventory
        most = sum(u.staff if differ is Differ.PEOPLE else len(inventory.buildings) for u in inventory.units)
        self._least = model.placement.whole(0, most, "least difference")
        self._price = max(4 * PROOF_TOLERANCE, 100 * GOAL_UNITS // max(1, most))
        self._apart = 0

    @property
    def over(self) -> bool:
        """Whether time or the user has ended it."""
        return time.monotonic() >= self._until or (self._stop is not None and self._stop.is_set())

    def furthest(self, known: Sequence[Proposal], *, left: int) -> NearBest | None:
        """The proposal whose nearest known one is furthest away; None when none was found in time."""
        for proposal in known[self._apart :]:
            apart = difference_from(self._model.placement, self._model.instance, proposal, self._differ)
            self._model.placement.always(self._least <= apart)
        self._apart = len(known)
        first = self._search(self._least * -self._price, known[-1], left)
        if first.values is None:
            if first.status is Status.INFEASIBLE:
                raise Disagreement("the solver says that no proposal is as good as the one in hand")
            return None
        proposal, assessment = self._model.checked(first)
        least = self._measured(first, proposal, known)
        at_most = None if first.bound is None else max(least, -first.bound // self._price)
        proven = first.status is Status.OPTIMAL
        if least and not self.over:
            second = self._search(self._model.built.objectives[0], proposal, left, at_least=least)
            if second.values is not None:
                proposal, assessment = self._model.checked(second)
                least = self._measured(second, proposal, known)
        return NearBest(proposal=proposal, assessment=assessment, least=least, at_most=at_most, proven=proven)

    def _search(self, objective: Linear, start: Proposal, left: int, *, at_least: int = 0) -> Outcome:
        share = max(1.0, (self._until - time.monotonic()) / (2 * left))
        rows = (Row(self._least, at_least, None),) if at_least else ()
        return self._model.search(objective, seconds=share, start=start, stop=self._stop, rows=rows)

    def _measured(self, outcome: Outcome, proposal: Proposal, known: Sequence[Proposal]) -> int:
        """The least difference, counted from the proposals; raises `Disagreement` when the solver claimed more."""
        assert outcome.values is not None
        least = min(difference(proposal, k, self._differ) for k in known)
        claimed = evaluate(self._least, outcome.values)
        if claimed > least:
            raise Disagreement(f"the solver says the proposals differ by {claimed}, they differ by {least}")
        return least
