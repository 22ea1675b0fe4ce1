"""The best floors of one building: ranges first, then what stands where within them."""

import time
from collections.abc import Mapping
from dataclasses import dataclass, replace

from ortools.sat.python import cp_model

from localisation.domain.stacking.stack_plan import Share, StackAmounts, StackRun
from localisation.domain.stacking.stack_task import StackTask
from localisation.domain.vocabulary import Status
from localisation.solving.progress import Stop
from localisation.solving.stacking.least import Least, NoTime, least
from localisation.solving.stacking.line_room import Range
from localisation.solving.stacking.range_model import RangeModel
from localisation.solving.stacking.room_model import RoomModel

_FINISH_S = 1.0
"""What placing spaces within the ranges may take when time is up, or the user stops: else there would be no plan."""

_NEARER = 0.15
"""CP-SAT's work units for choosing, among ranges that are equally good, those with other rooms within reach."""


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
    clock = _Clock(seconds, stop)
    try:
        return _placed(task, clock, parted=False) or _placed(task, clock, parted=True)
    except NoTime:
        return None


def _placed(task: StackTask, clock: "_Clock", *, parted: bool) -> Found | None:
    """The best plan; None when there is none. Where time is up before any ranges are found, a plan in any of them."""
    try:
        ranges = _ranges(task, clock, parted=parted)
    except NoTime:
        return _anywhere(task, clock, parted=parted)
    return _rooms(task, ranges, clock, parted=parted) if ranges else None


def _anywhere(task: StackTask, clock: "_Clock", *, parted: bool) -> Found | None:
    """A plan in any ranges, as not proven."""
    model = RangeModel(task, parted=True)
    clock.leave_open("visit_floors" if model.visits_vary else "floors_between", None)
    top = len(task.floors) - 1
    chosen = {o.unit: (0, top) if o.presence else (0, 0) for o in task.occupants}
    any_ranges = _Ranges(visits=0, between=0, apart=0, visits_vary=model.visits_vary, chosen=chosen)
    return _rooms(task, any_ranges, clock, parted=parted, bounded=False)


def _rooms(task: StackTask, ranges: "_Ranges", clock: "_Clock", *, parted: bool, bounded: bool = True) -> Found | None:
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


def _finished(cp: cp_model.CpModel, expression: cp_model.LinearExprT, clock: "_Clock") -> Least | None:
    """The least value in the time left; after that, and after a stop, a short try that only its seconds end."""
    if clock.left > _FINISH_S and not clock.over:
        try:
            return least(cp, expression, seconds=clock.left, stop=clock.stop, linear=True)
        except NoTime:
            pass
    return least(cp, expression, seconds=_FINISH_S, stop=None, linear=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Ranges:
    """The best ranges found, and what they amount to."""

    visits: int
    between: int
    apart: int
    visits_vary: bool
    chosen: Mapping[str, Range]


class _Clock:
    """How long there is left, whether the user stopped, and the first amount that could not be proven least."""

    def __init__(self, seconds: float, stop: Stop | None) -> None:
        self._began, self._seconds, self.stop = time.monotonic(), seconds, stop
        self._open: tuple[str, int | None] | None = None

    @property
    def left(self) -> float:
        """Seconds left, 0 or less when there are none."""
        return self._seconds - (time.monotonic() - self._began)

    @property
    def over(self) -> bool:
        """Whether time is up or the user stopped."""
        return self.left <= 0 or bool(self.stop and self.stop.is_set())

    def leave_open(self, amount: str, within: int | None) -> None:
        """Remember that this amount is not proven; the first is kept."""
        self._open = self._open or (amount, within)

    @property
    def run(self) -> StackRun:
        """How it went."""
        seconds = time.monotonic() - self._began
        if self._open is None:
            return StackRun(status=Status.OPTIMAL, seconds=seconds)
        return StackRun(status=Status.FEASIBLE, seconds=seconds, open_from=self._open[0], within=self._open[1])


def _ranges(task: StackTask, clock: _Clock, *, parted: bool) -> _Ranges | None:
    model = RangeModel(task, parted=parted)
    visits = 0
    if model.visits_vary:
        received = least(model.cp, model.visits, seconds=clock.left, stop=clock.stop, linear=True)
        if received is None:
            return None
        visits = received.value
        _note(clock, "visit_floors", received)
        model.cp.add(model.visits <= visits)
    between = least(model.cp, model.between, seconds=clock.left, stop=clock.stop, by_terms=True)
    if between is None:
        return None
    _note(clock, "floors_between", between)
    found = _Ranges(
        visits=visits,
        between=between.value,
        apart=0,
        visits_vary=model.visits_vary,
        chosen=model.ranges(between.solver),
    )
    return found if len(task.floors) == 1 else _nearer(task, found, model, clock, parted=parted)


def _nearer(task: StackTask, found: _Ranges, model: RangeModel, clock: _Clock, *, parted: bool) -> _Ranges:
    """Among ranges as short, those with the least between units that work together, and then rooms within reach."""
    close = RangeModel(task, parted=parted, longest=found.between - model.least_between)
    close.cp.add(close.visits <= found.visits)
    close.cp.add(close.between <= found.between)
    close.hint(found.chosen)
    try:
        if task.together:
            apart = least(close.cp, close.apart, seconds=clock.left, stop=clock.stop)
            assert apart is not None
            _note(clock, "strength_floors", apart)
            found = replace(found, apart=apart.value, chosen=close.ranges(apart.solver))
            close.cp.add(close.apart <= apart.value)
            close.hint(found.chosen)
    except NoTime:
        clock.leave_open("strength_floors", None)
        return found
    try:
        nearer = least(close.cp, close.rooms_outside(), seconds=clock.left, stop=clock.stop, work=_NEARER)
    except NoTime:
        return found
    return replace(found, chosen=close.ranges(nearer.solver)) if nearer else found


def _note(clock: _Clock, amount: str, reached: Least) -> None:
    if not reached.proven:
        clock.leave_open(amount, reached.value - reached.bound)
