"""Trying a recommendation against every usual change, then saying within which weights it holds."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction

from localisation.domain.assessment import Result
from localisation.domain.instance import Instance
from localisation.domain.scenario import SolveLimits
from localisation.domain.vocabulary import Status
from localisation.solving.progress import Stop
from localisation.solving.robustness.change import Change, Kind, usual_changes
from localisation.solving.robustness.draws import draw_weights
from localisation.solving.robustness.flip_point import FlipPoint, flip_among, flip_point
from localisation.solving.robustness.implied import implied
from localisation.solving.robustness.known import Known
from localisation.solving.robustness.pool import NameMet, Pool, Seen
from localisation.solving.robustness.robustness import Robustness
from localisation.solving.robustness.tried import OVERTURNED, Tried, Verdict
from localisation.solving.robustness.try_change import try_change
from localisation.solving.robustness.weight_range import WeightRange, weight_ranges

OnStep = Callable[[int, int, Change], None]
"""Told how many changes are tried, of how many, and which is next; then the same of the flip points."""

_Way = tuple[Kind, str, bool]
"""What changes, and whether upwards."""


def study_robustness(
    instance: Instance,
    best: Result,
    known: Sequence[Known],
    *,
    draws: int,
    seed: int,
    limits: SolveLimits,
    name_met: NameMet,
    refine: bool = False,
    on_step: OnStep | None = None,
    stop: Stop | None = None,
) -> Robustness:
    """Try each change with `limits` for each; `known` has the recommendation first, `best` is how it was found.

    A stop keeps what is tried so far. Raises `Disagreement` as `solve` does.
    """
    pool = Pool(instance, known, name_met)
    changes = usual_changes(instance)
    seen: list[Seen] = []
    follow: dict[_Way, tuple[FlipPoint, int]] = {}

    def ended() -> bool:
        return stop is not None and stop.is_set()

    for number, change in enumerate(changes):
        if ended():
            break
        if on_step:
            on_step(number, len(changes), change)
        one, against = implied(instance, best, [s.tried for s in seen], change), 0
        if one is None:
            one, against = try_change(instance, pool.proposals, change, limits=limits, stop=stop), len(pool.known)
        seen.append(Seen(tried=one, against=against))
        pool.meet(one)
    # What is met late may be better under a change that was tried early.
    seen = [pool.judged(one) for one in seen]
    followed = 0
    while refine and (waiting := _unfollowed([s.tried for s in seen], follow)):
        if ended():
            break
        change = waiting[0].change
        if on_step:
            on_step(followed, followed + len(waiting), change)
        followed, against = followed + 1, len(pool.known)
        point = flip_point(instance, pool.proposals, waiting[0], limits=limits, stop=stop)
        follow[_way(change)] = (point, against)
        for step in point.tried:
            pool.meet(step)
        seen = [pool.judged(one) for one in seen]
    tried = tuple(one.tried for one in seen)
    now = {one.change: one for one in tried}
    flips = list[FlipPoint]()
    for point, against in follow.values():
        if on_step and not ended():
            on_step(len(flips), len(follow), point.change)
        flips.append(flip_among(instance, pool, now[point.change], point, against=against, stop=stop))
    steps = [*tried, *(s for f in flips for s in f.tried)]
    return Robustness(
        instance=instance,
        best=best,
        known=pool.known,
        ranges=_with_sure(instance, best, weight_ranges(instance, pool.known), steps),
        tried=tried,
        flips=tuple(flips),
        draws=draw_weights(instance, pool.known, count=draws, seed=seed),
        untried=len(changes) - len(tried),
        stopped=ended(),
    )


def _way(change: Change) -> _Way:
    return change.kind, change.criterion, change.factor > 1


def _unfollowed(tried: Sequence[Tried], followed: Mapping[_Way, tuple[FlipPoint, int]]) -> list[Tried]:
    """Of those overturned by changes of the same thing the same way, the smallest, unless it is followed already.

    One that is overturned late is followed too, in place of the greater one.
    """
    smallest: dict[_Way, Tried] = {}
    overturned = [one for one in tried if one.verdict in OVERTURNED]
    for one in sorted(overturned, key=lambda t: abs(t.change.factor - 1)):
        smallest.setdefault(_way(one.change), one)
    done = {point.change for point, _ in followed.values()}
    waiting = {one.change for one in smallest.values()} - done
    return [one for one in overturned if one.change in waiting]


def _with_sure(
    instance: Instance, best: Result, ranges: Sequence[WeightRange], steps: Sequence[Tried]
) -> tuple[WeightRange, ...]:
    """Between two weights at which the recommendation is proven best, it is so at every weight: all is linear.

    Nothing is said of several goal levels, nor of a weight that is alone, which means nothing.
    """
    if len(best.assessment.goal) > 1 or len(ranges) < 2:
        return tuple(ranges)
    found = []
    for one in ranges:
        proven = [
            t.change.factor for t in steps if t.change.criterion == one.criterion.id and t.verdict is Verdict.HOLDS
        ]
        if best.status is Status.OPTIMAL:
            proven.append(Fraction(1))
        ends = (min(proven) * one.criterion.weight, max(proven) * one.criterion.weight) if proven else None
        found.append(replace(one, sure=ends))
    return tuple(found)
