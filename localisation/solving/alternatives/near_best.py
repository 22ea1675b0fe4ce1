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
_FIRST = 32
"""The first difference asked for outright is this part of what there may be."""


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
        self._most = max(1, most)
        self._apart: list[Linear] = []

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
        one = self._direct(known, share / 4)
        if not one or not one.proven:
            one = self._pushed(known, one, began + 0.8 * share)
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

    def _direct(self, known: Sequence[Proposal], seconds: float) -> NearBest | None:
        """The least difference as what is maximised: proves well, and finds well where there is much room."""
        outcome = self._model.search(self._furthest(), seconds=seconds, start=known[-1], stop=self._stop)
        if outcome.values is None:
            if outcome.status is Status.INFEASIBLE:
                raise Disagreement("the solver says that no proposal is as good as the one in hand")
            return None
        proposal, assessment = self._model.checked(outcome)
        least = self._measured(outcome, proposal, known)
        at_most = None if outcome.bound is None else max(least, -outcome.bound // self._price)
        proven = outcome.status is Status.OPTIMAL
        return NearBest(proposal=proposal, assessment=assessment, least=least, at_most=at_most, proven=proven)

    def _pushed(self, known: Sequence[Proposal], one: NearBest | None, until: float) -> NearBest | None:
        """Ask for a difference outright, losing as little as can be: twice as much each time, then halving the room."""
        low = one.least if one else 0
        most = one.at_most if one and one.at_most is not None else self._most
        high = most
        while low < high and not self.over and time.monotonic() < until:
            half = low + (high - low + 1) // 2
            wanted = min(half, max(2 * low, high // _FIRST, 1)) if high == most else half
            enough = _Enough(self._model.allowed[0], self._stop)
            outcome = self._model.search(
                self._model.built.objectives[0],
                seconds=max(1.0, (until - time.monotonic()) / 3),
                start=(one.proposal if one else known[-1]),
                stop=enough,
                rows=(Row(self._least, wanted, None),),
                loose=True,
                report=enough.heard,
            )
            beyond = outcome.bound is not None and outcome.bound > self._model.allowed[0] + PROOF_TOLERANCE
            if outcome.values is not None and outcome.value is not None and outcome.value <= self._model.allowed[0]:
                proposal, assessment = self._model.checked(outcome)
                low = self._measured(outcome, proposal, known)
                one = NearBest(proposal=proposal, assessment=assessment, least=low, at_most=most, proven=False)
                continue
            high = wanted - 1
            if beyond or outcome.status is Status.INFEASIBLE:
                most = high
        if one is None:
            return None
        return replace(one, at_most=max(most, one.least), proven=one.least >= most)

    def _furthest(self) -> Linear:
        """The least difference, and far below it the sum of all, which leads on where the least stands still."""
        slope = self._price // (2 * self._most * len(self._apart))
        return -(self._least * self._price + total(self._apart) * slope)

    def _measured(self, outcome: Outcome, proposal: Proposal, known: Sequence[Proposal]) -> int:
        """The least difference, counted from the proposals; raises `Disagreement` when the solver claimed more."""
        assert outcome.values is not None
        least = min(difference(proposal, k, self._differ) for k in known)
        claimed = evaluate(self._least, outcome.values)
        if claimed > least:
            raise Disagreement(f"the solver says the proposals differ by {claimed}, they differ by {least}")
        return least


class _Enough:
    """A stop that is set once a value within the limit is found, or a bound beyond it is proven."""

    def __init__(self, allowed: int, stop: Stop | None) -> None:
        self._allowed, self._stop, self._set = allowed, stop, False

    def heard(self, _engine: str, best: int | None, bound: int | None) -> None:
        """Take the news of a search."""
        self._set |= best is not None and best <= self._allowed
        self._set |= bound is not None and bound > self._allowed + PROOF_TOLERANCE

    def is_set(self) -> bool:
        """Whether the search has said what was asked, or the user stopped it."""
        return self._set or (self._stop is not None and self._stop.is_set())
