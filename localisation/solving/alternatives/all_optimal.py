"""Every proposal that is as good as the best, counted."""

import time
from dataclasses import dataclass

from localisation.domain.assessment import Assessment, Result
from localisation.domain.errors import Disagreement
from localisation.domain.instance import Instance
from localisation.domain.proposal import Proposal
from localisation.domain.scenario import SolveLimits
from localisation.domain.vocabulary import Status
from localisation.rules.linear import Linear
from localisation.solving.alternatives.as_good import as_good
from localisation.solving.alternatives.near_best import OnFound
from localisation.solving.no_good import NoGood
from localisation.solving.progress import Stop


@dataclass(frozen=True, slots=True, kw_only=True)
class AllOptimal:
    """Proposals as good as the best on every goal level, that one first; each seats someone otherwise than all others.

    `complete`: proven that there are no more. `proven`: the best is proven best, so that these are optimal.
    """

    proposals: tuple[tuple[Proposal, Assessment], ...]
    complete: bool
    proven: bool
    stopped: bool


def all_optimal(
    instance: Instance,
    best: Result,
    *,
    most: int,
    seconds: float,
    limits: SolveLimits | None = None,
    on_found: OnFound | None = None,
    stop: Stop | None = None,
) -> AllOptimal:
    """Up to `most` of them, one after the other, each ruling itself out (a no-good on who sits where).

    Who sits where tells proposals apart: two that differ in refurbishments alone count once, with those works that
    cannot be left out.
    """
    model = as_good(instance, best.assessment.goal, more=0, limits=limits or instance.scenario.solve)
    until = time.monotonic() + seconds
    found = [(best.proposal, best.assessment)]
    no_goods = [_no_good(instance, best.proposal)]
    model.placement.rule_out(no_goods[0])
    complete = False
    while len(found) < most + 1 and time.monotonic() < until and not (stop is not None and stop.is_set()):
        left = until - time.monotonic()
        outcome = model.search(Linear(), seconds=left, start=None, stop=stop)
        if outcome.values is None:
            complete = outcome.status is Status.INFEASIBLE
            break
        if len(found) == most:
            break
        proposal, assessment = model.checked(outcome)
        if any(no_good.forbids(proposal) for no_good in no_goods):
            raise Disagreement("the solver proposes what was ruled out")
        found.append((proposal, assessment))
        no_goods.append(_no_good(instance, proposal))
        model.placement.rule_out(no_goods[-1])
        if on_found:
            on_found(len(found))
    return AllOptimal(
        proposals=tuple(found),
        complete=complete,
        proven=best.status is Status.OPTIMAL,
        stopped=stop is not None and stop.is_set(),
    )


def _no_good(instance: Instance, proposal: Proposal) -> NoGood:
    """Everybody sitting exactly so, whatever is refurbished."""
    return NoGood(seats={u.id: proposal.sites(u.id) for u in instance.inventory.units}, options={})
