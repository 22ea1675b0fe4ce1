"""The best floors of one building: ranges first, then what stands where within them."""

from dataclasses import dataclass, replace

from ortools.sat.python import cp_model

from localisation.domain.stacking.stack_plan import Share, StackAmounts, StackRun
from localisation.domain.stacking.stack_task import StackTask
from localisation.solving.progress import Stop
from localisation.solving.stacking.best_ranges import Ranges, best_ranges
from localisation.solving.stacking.clock import Clock
from localisation.solving.stacking.least import Least, NoTime, least
from localisation.solving.stacking.range_model import RangeModel
from localisation.solving.stacking.room_model import RoomModel

_FINISH_S = 1.0
"""What placing spaces within the ranges may take when time is up, or the user stops: else there would be no plan."""

_QUICK = 0.1
"""CP-SAT's work units for placing spaces before the linear relaxation is used."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """The shares of the best plan, the models' own amounts, and how sure it is that none is better."""

    shares: tuple[Share, ...]
    amounts: StackAmounts
    parted: bool
    run: StackRun


def search(task: StackTask, *, seconds: float, stop: Stop | None) -> Found | None:
    """The lexicographic optimum, or the best found in time; None where there was no time for any plan.

    Whole spaces first; where what is left of needs can be packed so nowhere, spaces are shared between units.
    """
    clock = Clock(seconds, stop)
    try:
        return _placed(task, clock, parted=False) or _placed(task, clock, parted=True)
    except NoTime:
        return None


def _placed(task: StackTask, clock: Clock, *, parted: bool) -> Found | None:
    """The best plan; None when there is none. Where time is up before any ranges are found, a plan in any of them."""
    try:
        ranges = best_ranges(task, clock, parted=parted)
    except NoTime:
        return _anywhere(task, clock, parted=parted)
    return _rooms(task, ranges, clock, parted=parted) if ranges else None


def _anywhere(task: StackTask, clock: Clock, *, parted: bool) -> Found | None:
    """A plan in any ranges, as not proven."""
    model = RangeModel(task, parted=True)
    clock.leave_open("visit_floors" if model.visits_vary else "floors_between", None)
    top = len(task.floors) - 1
    chosen = {o.unit: (0, top) if o.presence else (0, 0) for o in task.occupants}
    any_ranges = Ranges(visits=0, between=0, apart=0, chosen=chosen)
    return _rooms(task, any_ranges, clock, parted=parted, bounded=False)


def _rooms(task: StackTask, ranges: Ranges, clock: Clock, *, parted: bool, bounded: bool = True) -> Found | None:
    """What stands where within the ranges, with their visits at most if `bounded`; None when nothing fits."""
    rooms = RoomModel(task, ranges.chosen, parted=parted)
    if bounded:
        rooms.cp.add(rooms.visits <= ranges.visits)
    apart_weight = len(task.floors) + 1
    taken_weight = apart_weight * (rooms.most_apart + 1)
    found = _finished(rooms.cp, rooms.taken * taken_weight + rooms.apart * apart_weight + rooms.spare, clock)
    if found is None:
        return None
    if not found.proven:
        clock.leave_open("floors_taken", (found.value - found.bound) // taken_weight)
    amounts = StackAmounts(
        visit_floors=ranges.visits,
        floors_between=ranges.between,
        strength_floors=ranges.apart,
        floors_taken=found.value // taken_weight,
        rooms_apart=found.value % taken_weight // apart_weight,
        floors_with_spare=found.value % apart_weight,
    )
    return Found(shares=rooms.shares(found.solver), amounts=amounts, parted=parted, run=clock.run)


def _finished(cp: cp_model.CpModel, expression: cp_model.LinearExprT, clock: Clock) -> Least | None:
    """The least value in the time left; after that, and after a stop, a short try that only its seconds end."""
    quick: Least | None = None
    if clock.left > _FINISH_S and not clock.over:
        try:
            quick = least(cp, expression, seconds=clock.left, stop=clock.stop, by_terms=True, work=_QUICK)
            if quick is None or quick.proven:
                return quick
        except NoTime:
            pass
    if clock.left > _FINISH_S and not clock.over:
        try:
            found = least(cp, expression, seconds=clock.left, stop=clock.stop, linear=True)
            return replace(quick, bound=found.bound) if quick and found and quick.value < found.value else found
        except NoTime:
            pass
    return quick or least(cp, expression, seconds=_FINISH_S, stop=None, linear=True)
