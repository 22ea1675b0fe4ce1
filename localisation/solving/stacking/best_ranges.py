"""The best ranges of the units of one building: visits first, then floors between, then nearness."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from ortools.sat.python import cp_model

from localisation.domain.stacking.stack_task import StackTask
from localisation.solving.stacking.clock import Clock
from localisation.solving.stacking.least import NoTime, least
from localisation.solving.stacking.line_room import Range
from localisation.solving.stacking.range_model import RangeModel

_STEPS = 12
"""How many lengths are tried from below before the least is sought among all ranges."""

_STEP_WORK = 4.0
"""CP-SAT's work units for one length."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ranges:
    """The range of each unit, and what they amount to."""

    visits: int
    between: int
    apart: int
    chosen: Mapping[str, Range]


def best_ranges(task: StackTask, clock: Clock, *, parted: bool) -> Ranges | None:
    """The best ranges in which everyone has room; None when there are none.

    Lengths in all are tried from the least there can be: few ranges are short enough for them, so that the ones with
    no room are ruled out at once. Raises `NoTime` when no ranges were found in time.
    """
    shortest = RangeModel(task, parted=parted, longest=0)
    visits = 0
    if shortest.visits_vary:
        model = RangeModel(task, parted=parted)
        received = least(model.cp, model.visits, seconds=clock.left, stop=clock.stop, linear=True)
        if received is None:
            return None
        clock.note("visit_floors", received)
        visits = received.value
    if len(task.floors) == 1:
        # All that is needed has room there: the limits are no less, and in whole spaces.
        return Ranges(visits=visits, between=0, apart=0, chosen={o.unit: (0, 0) for o in task.occupants})
    for longer in range(_STEPS):
        model = RangeModel(task, parted=parted, longest=longer) if longer else shortest
        try:
            found = _nearest(model, clock, visits=visits, between=shortest.least_between + longer)
        except NoTime:
            break
        if found:
            return found
    return _among_all(task, clock, visits, parted=parted)


def _among_all(task: StackTask, clock: Clock, visits: int, *, parted: bool) -> Ranges | None:
    """The least floors between among all ranges, and then the nearest of those as short."""
    model = RangeModel(task, parted=parted)
    model.cp.add(model.visits <= visits)
    between = least(model.cp, model.between, seconds=clock.left, stop=clock.stop, linear=True)
    if between is None:
        return None
    clock.note("floors_between", between)
    found = Ranges(visits=visits, between=between.value, apart=0, chosen=model.ranges(between.solver))
    close = RangeModel(task, parted=parted, longest=between.value - model.least_between)
    close.hint(found.chosen)
    try:
        return _nearest(close, clock, visits=visits, between=between.value) or found
    except NoTime:
        clock.leave_open("strength_floors", None)
        return found


def _nearest(model: RangeModel, clock: Clock, *, visits: int, between: int) -> Ranges | None:
    """Of ranges no longer in all, those with the least between units that work together, then with rooms within reach.

    None when there are no such ranges. The rooms are only estimated, and are not left open when they are not proven.
    """
    model.cp.add(model.visits <= visits)
    model.cp.add(model.between <= between)
    outside, weight = model.rooms_outside(), model.most_outside + 1
    nearness = cp_model.LinearExpr.weighted_sum([model.apart, outside], [weight, 1])
    both = least(model.cp, nearness, seconds=clock.left / 2, stop=clock.stop, work=_STEP_WORK)
    if both is None:
        return None
    found = Ranges(visits=visits, between=between, apart=both.value // weight, chosen=model.ranges(both.solver))
    if both.bound // weight >= found.apart:
        return found
    model.hint(found.chosen)
    try:
        apart = least(model.cp, model.apart, seconds=clock.left, stop=clock.stop)
    except NoTime:
        clock.leave_open("strength_floors", found.apart - both.bound // weight)
        return found
    assert apart is not None
    clock.note("strength_floors", apart)
    if apart.value == found.apart:
        return found
    return replace(found, apart=apart.value, chosen=model.ranges(apart.solver))
