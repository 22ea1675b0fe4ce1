"""How far a figure may change before the recommendation is no longer best."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from localisation.domain.instance import Instance
from localisation.domain.proposal import Proposal
from localisation.domain.scenario import SolveLimits
from localisation.solving.progress import Stop
from localisation.solving.robustness.carried import carried
from localisation.solving.robustness.change import Change, Kind
from localisation.solving.robustness.changed_instance import changed_instance
from localisation.solving.robustness.points_lost import first_weights, points_lost
from localisation.solving.robustness.pool import Pool, Seen
from localisation.solving.robustness.tried import OVERTURNED, STANDING, Tried, Verdict
from localisation.solving.robustness.try_change import try_change
from localisation.solving.robustness.weight_range import advantage
from localisation.solving.verify import assess

_MOST_STEPS = 8
_LASTING = OVERTURNED | {Verdict.HOLDS, Verdict.NONE}
"""What no proposal that is met later can change."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FlipPoint:
    """At the factor `holds` the recommendation is not beaten (`proven`: nothing is better), at `flips` it is.

    The two are equal when the point itself is known: another proposal is just as good there, and better beyond it.
    """

    change: Change
    holds: Fraction
    flips: Fraction
    proven: bool
    tried: tuple[Tried, ...]


def flip_point(
    instance: Instance, proposals: Sequence[Proposal], flipped: Tried, *, limits: SolveLimits, stop: Stop | None = None
) -> FlipPoint:
    """Search between the change, under which the first proposal is beaten, and no change, under which it is best.

    A weight of the first level, where that is the only one, is found exactly: the point at which the winner beyond
    comes even is solved anew, until nobody is better there (Eisner & Severance 1976). Everything else is halved.
    """

    def solved(change: Change) -> Tried | None:
        if stop is not None and stop.is_set():
            return None
        return try_change(instance, proposals, change, limits=limits, stop=stop)

    return _search(instance, proposals[0], flipped, solved)


def flip_among(
    instance: Instance, pool: Pool, flipped: Tried, found: FlipPoint, *, against: int, stop: Stop | None = None
) -> FlipPoint:
    """The flip point again, each step held against those met since the first `against`; nothing is solved.

    Where that moves the point of a weight, the new one is reckoned among those known, and is not proven. After a stop
    the search ends at the first step that could be beaten by one that it is not held against.
    """
    made = {step.change.factor: Seen(tried=step, against=against) for step in found.tried}

    def judged(change: Change) -> Tried | None:
        stopped = stop is not None and stop.is_set()
        seen = made.get(change.factor)
        if stopped and seen is not None and (seen.against == len(pool.known) or seen.tried.verdict in _LASTING):
            return seen.tried
        if stopped or (seen is None and not _exact(instance, flipped)):
            return None
        if seen is None:
            changed = changed_instance(instance, change)
            kept = carried(pool.proposals[0], changed)
            seen = Seen(tried=Tried(change=change, kept=kept, assessment=assess(changed, kept)), against=0)
        return pool.judged(seen).tried

    return _search(instance, pool.proposals[0], flipped, judged)


def _exact(instance: Instance, flipped: Tried) -> bool:
    """Whether the point can be reckoned: of a weight, where all is linear."""
    weighs = flipped.change.kind is Kind.WEIGHT and len(instance.scenario.levels) < 2
    return weighs and flipped.verdict is Verdict.BEATEN


def _search(instance: Instance, own: Proposal, flipped: Tried, attempt: Callable[[Change], Tried | None]) -> FlipPoint:
    change, met = flipped.change, list[Tried]()
    exact = _exact(instance, flipped)
    holds, flips, proven = Fraction(1), change.factor, False
    last = flipped
    for _ in range(_MOST_STEPS):
        factor = _even(instance, own, last, change) if exact else _middle(holds, flips)
        step = None if factor is None else attempt(replace(change, factor=factor))
        if factor is None or step is None:
            break
        met.append(step)
        if step.verdict in STANDING:
            holds, proven = factor, step.verdict is Verdict.HOLDS
            if exact:
                flips = factor
                break
        else:
            flips, last = factor, step
    return FlipPoint(change=change, holds=holds, flips=flips, proven=proven, tried=tuple(met))


def _middle(holds: Fraction, flips: Fraction) -> Fraction | None:
    """Halfway in whole per cent; None when there is none between."""
    middle = Fraction(round(50 * (holds + flips)), 100)
    return middle if min(holds, flips) < middle < max(holds, flips) else None


def _even(instance: Instance, own: Proposal, beaten: Tried, change: Change) -> Fraction | None:
    """The factor at which the winner of a trial is exactly as good as the recommendation; None if not in between."""
    if beaten.found is None or beaten.verdict is not Verdict.BEATEN:
        return None
    mine, others = (points_lost(instance, assess(instance, p)) for p in (own, beaten.found.proposal))
    weights = first_weights(instance)
    rest, slope = advantage(weights, mine, others, change.criterion)
    if slope == 0:
        return None
    factor = -rest / slope / weights[change.criterion]
    low, high = sorted((Fraction(1), change.factor))
    return factor if low <= factor <= high else None
