"""How far a figure may change before the recommendation is no longer best."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from localisation.domain.instance import Instance
from localisation.domain.proposal import Proposal
from localisation.domain.scenario import SolveLimits
from localisation.solving.progress import Stop
from localisation.solving.robustness.change import Change, Kind
from localisation.solving.robustness.points_lost import first_weights, points_lost
from localisation.solving.robustness.tried import Tried, Verdict
from localisation.solving.robustness.try_change import try_change
from localisation.solving.robustness.weight_range import advantage
from localisation.solving.verify import assess

_MOST_STEPS = 8
_STANDING = (Verdict.HOLDS, Verdict.UNBEATEN)


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
    change, met = flipped.change, list[Tried]()
    exact = change.kind is Kind.WEIGHT and len(instance.scenario.levels) < 2 and flipped.verdict is Verdict.BEATEN
    holds, flips, proven = Fraction(1), change.factor, False
    last = flipped
    for _ in range(_MOST_STEPS):
        factor = _even(instance, proposals[0], last, change) if exact else _middle(holds, flips)
        if factor is None or (stop is not None and stop.is_set()):
            break
        between = replace(change, factor=factor)
        step = try_change(instance, proposals, between, limits=limits, stop=stop)
        met.append(step)
        if step.verdict in _STANDING:
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
