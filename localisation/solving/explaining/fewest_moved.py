"""Of proposals that are equally good, the one that changes least."""

import time
from dataclasses import replace

from localisation.domain.assessment import Result
from localisation.domain.errors import Disagreement
from localisation.domain.instance import Instance
from localisation.domain.proposal import Placement, Proposal
from localisation.domain.scenario import SolveLimits
from localisation.domain.vocabulary import Status
from localisation.rules.goal import GOAL_UNITS
from localisation.rules.linear import Linear, total
from localisation.solving.alternatives.as_good import as_good
from localisation.solving.alternatives.difference import Differ, difference
from localisation.solving.engines.outcome import PROOF_TOLERANCE, evaluate
from localisation.solving.placement_model import PlacementModel
from localisation.solving.progress import Stop

PART = 4
"""One part in so many of the time is given to finding the change that is smallest."""
SHORTEST_S = 0.5
"""Seconds that are too few to look for it at all."""


def searching(until: float | None) -> float | None:
    """When a search should end, so that there is time for this after it."""
    if until is None:
        return None
    now = time.monotonic()
    return until - (until - now) / (PART + 1)


def fewest_moved(
    instance: Instance,
    before: Proposal,
    found: Result,
    limits: SolveLimits,
    stop: Stop | None,
    until: float | None = None,
) -> tuple[Result, bool]:
    """Of the proposals as good as the one found, one with the fewest people elsewhere than before; whether proven.

    It gets its part of the limits, or until a moment of the monotonic clock; when that has come, the one found is it.
    """
    if until is not None and limits.deterministic_limit is None and until - time.monotonic() < SHORTEST_S:
        return found, False
    model = as_good(instance, found.assessment.goal, more=0, limits=limits)
    price = max(4 * PROOF_TOLERANCE, 100 * GOAL_UNITS // sum(u.staff for u in instance.inventory.units))
    gone = total(_gone(model.placement, p) for p in before.placements)
    seconds = max(1.0, limits.time_limit_s / PART if until is None else until - time.monotonic())
    outcome = model.search(gone * price, seconds=seconds, start=found.proposal, stop=stop)
    if outcome.values is None:
        if outcome.status is Status.INFEASIBLE:
            raise Disagreement("the solver says that no proposal is as good as the one in hand")
        return found, False
    proposal, assessment = model.checked(outcome)
    moved, claimed = difference(before, proposal, Differ.PEOPLE), evaluate(gone, outcome.values)
    if claimed < moved:
        raise Disagreement(f"the solver says that {claimed} people sit elsewhere, {moved} do")
    if moved > difference(before, found.proposal, Differ.PEOPLE):
        return found, False
    return replace(found, proposal=proposal, assessment=assessment), outcome.status is Status.OPTIMAL


def _gone(placement: PlacementModel, seat: Placement) -> Linear:
    """How many fewer than before sit there: never less, and no more where that costs."""
    now = placement.staff(seat.unit, seat.building)
    gone = placement.whole(0, seat.staff, f"gone {seat.unit} {seat.building}")
    placement.always(gone + now >= seat.staff)
    return gone
