"""Trying a recommendation against every usual change, then saying within which weights it holds."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from fractions import Fraction

from localisation.domain.assessment import Result
from localisation.domain.instance import Instance
from localisation.domain.scenario import SolveLimits
from localisation.domain.vocabulary import Status
from localisation.solving.progress import Stop
from localisation.solving.robustness.change import Change, Kind, usual_changes
from localisation.solving.robustness.draws import draw_weights
from localisation.solving.robustness.flip_point import FlipPoint, flip_point
from localisation.solving.robustness.implied import implied
from localisation.solving.robustness.known import Known, distinct
from localisation.solving.robustness.robustness import Robustness
from localisation.solving.robustness.tried import Tried, Verdict
from localisation.solving.robustness.try_change import try_change
from localisation.solving.robustness.weight_range import WeightRange, weight_ranges
from localisation.solving.verify import assess

NameMet = Callable[[Change], tuple[str, str]]
"""What a proposal is called that is best under a change, in both languages."""
OnStep = Callable[[int, int, Change], None]
"""Told how many changes are tried, of how many, and which is next."""


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
    pool = list(distinct(known))
    changes = usual_changes(instance)
    tried: list[Tried] = []
    flips: list[FlipPoint] = []

    def ended() -> bool:
        return stop is not None and stop.is_set()

    def meet(one: Tried) -> None:
        """Remember who won, as a proposal for the staff there are."""
        if one.found is not None and one.change.kind is not Kind.STAFF:
            found = assess(instance, one.found.proposal)
            name, name_en = name_met(one.change)
            met = Known(name=name, name_en=name_en, proposal=one.found.proposal, assessment=found)
            pool[:] = distinct([*pool, met])

    for number, change in enumerate(changes):
        if ended():
            break
        if on_step:
            on_step(number, len(changes), change)
        one = implied(instance, best, tried, change)
        if one is None:
            one = try_change(instance, [k.proposal for k in pool], change, limits=limits, stop=stop)
        tried.append(one)
        if one.verdict in {Verdict.BEATEN, Verdict.BREAKS}:
            meet(one)
    flipped = _nearest([t for t in tried if t.verdict in {Verdict.BEATEN, Verdict.BREAKS}]) if refine else []
    for number, one in enumerate(flipped):
        if ended():
            break
        if on_step:
            on_step(number, len(flipped), one.change)
        flips.append(flip_point(instance, [k.proposal for k in pool], one, limits=limits, stop=stop))
        for step in flips[-1].tried:
            if step.verdict is Verdict.BEATEN:
                meet(step)
    steps = [*tried, *(s for f in flips for s in f.tried)]
    return Robustness(
        instance=instance,
        best=best,
        known=tuple(pool),
        ranges=_with_sure(instance, best, weight_ranges(instance, pool), steps),
        tried=tuple(tried),
        flips=tuple(flips),
        draws=draw_weights(instance, pool, count=draws, seed=seed),
        untried=len(changes) - len(tried),
        stopped=ended(),
    )


def _nearest(overturned: Sequence[Tried]) -> list[Tried]:
    """Of changes of the same thing the same way, the smallest."""
    found: dict[tuple[Kind, str, bool], Tried] = {}
    for one in sorted(overturned, key=lambda t: abs(t.change.factor - 1)):
        found.setdefault((one.change.kind, one.change.criterion, one.change.factor > 1), one)
    return [one for one in overturned if one in found.values()]


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
