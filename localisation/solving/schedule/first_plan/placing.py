"""The earliest start of a task, or of a job, in a plan in the making."""

import numpy as np

from localisation.solving.schedule.first_plan.draft import Draft
from localisation.solving.schedule.first_plan.layout import Hold
from localisation.solving.schedule.worked_days import Days

ROUNDS = 60
"""How often a job is begun later because something in it came too late."""


def place_job(draft: Draft, job: tuple[str, ...]) -> bool:
    """Place every task of a job, each as early as can be; False, and nothing done, when that cannot be."""
    tasks = [task for task in job if draft.takes_place(task) and not draft.is_placed(task)]
    mark = draft.mark()
    floor: dict[str, int] = {}
    for _ in range(ROUNDS):
        late = next((task for task in tasks if not _place(draft, task, floor.get(task, 0))), None)
        if late is None:
            return True
        if not _postpone(draft, tasks, late, floor):
            break
        draft.back(mark)
    draft.back(mark)
    return False


def latest_start(draft: Draft, task: str, last: int) -> int | None:
    """The latest day a placed task could start instead, so that it ends on or before a day; None when there is none."""
    starts, known = draft.layout.starts(task), draft.network.tasks[task]
    ends = draft.layout.times(known.finish.target) if known.finish else starts + known.end.constant
    fits = np.flatnonzero((ends <= last) & _allowed(draft, task) & _room(draft, task))
    return int(starts[fits[-1]]) if len(fits) else None


def _place(draft: Draft, task: str, floor: int) -> bool:
    """Put a task at the first day that holds; False when there is none."""
    starts = draft.layout.starts(task)
    allowed = (starts >= floor) & _allowed(draft, task)
    return bool(allowed.any()) and _put_first(draft, task, starts[allowed & _room(draft, task)])


def _put_first(draft: Draft, task: str, possible: Days) -> bool:
    """Put it on the first of the days that holds, sought in longer and longer strides and then between the last two.

    What is taken through a helper (works in a building: from the first to the last) shows only when it is put.
    """
    mark, failed, stride = draft.mark(), -1, 1
    while failed + 1 < len(possible):
        index = min(failed + stride, len(possible) - 1)
        if draft.put(task, int(possible[index])):
            break
        draft.back(mark)
        failed, stride = index, 2 * stride
    else:
        return False
    while failed + 1 < index:
        draft.back(mark)
        middle = (failed + index) // 2
        if draft.put(task, int(possible[middle])):
            index = middle
        else:
            draft.back(mark)
            failed = middle
            if failed + 1 == index:
                draft.put(task, int(possible[index]))
    return True


def _allowed(draft: Draft, task: str) -> Days:
    """For each start, whether every row can hold."""
    mask = np.ones(len(draft.layout.starts(task)), dtype=bool)
    for hold in draft.layout.holds(task):
        if _counts(draft, hold):
            mask &= _may_hold(draft, hold)
    return mask


def _counts(draft: Draft, hold: Hold) -> bool:
    return draft.counts(draft.network.rows[hold.row].broken) and draft.holds_true(hold.when)


def _may_hold(draft: Draft, hold: Hold) -> Days:
    least, most = _rest(draft, hold)
    mask = np.ones(len(hold.own), dtype=bool)
    if hold.high is not None:
        mask &= hold.own + least <= hold.high
    if hold.low is not None:
        mask &= hold.own + most >= hold.low
    return mask


def _rest(draft: Draft, hold: Hold) -> tuple[int, int]:
    least = most = 0
    for v, f in hold.rest:
        a, b = draft.bounds(v)
        least, most = least + (f * a if f > 0 else f * b), most + (f * b if f > 0 else f * a)
    return least, most


def _room(draft: Draft, task: str) -> Days:
    """For each start, whether what is scarce suffices, one taking at a time."""
    fits = np.ones(len(draft.layout.starts(task)), dtype=bool)
    for key in draft.layout.touches[task]:
        number, k = key
        scarce = draft.network.at_once[number]
        taking = scarce.takings[k]
        if not draft.counts(scarce.broken) or not draft.holds_true(taking.when):
            continue
        start, end = draft.edges(taking.start, task, end=False), draft.edges(taking.end, task, end=True)
        if start is None or end is None:
            continue
        taken = draft.taken[number].copy()
        old = draft.span.get(key, (0, 0))
        taken[old[0] : old[1]] -= taking.demand
        full = np.concatenate(([0], np.cumsum(taken > scarce.at_most - taking.demand)))
        first = _within(start, draft.network.days)
        last = np.maximum(_within(end, draft.network.days), first)
        fits &= full[last] == full[first]
    return fits


def _within(time: Days | int, days: int) -> Days | int:
    if isinstance(time, int):
        return min(max(time, 0), days)
    return np.minimum(np.maximum(time, 0), days)


def _postpone(draft: Draft, tasks: list[str], late: str, floor: dict[str, int]) -> bool:
    """Let those begin later that `late` may not be far behind; False when that is no help."""
    fits = _room(draft, late)
    placed = [mate for mate in tasks if mate != late and draft.is_placed(mate)]
    if not placed or not fits.any():
        return False
    times = {v: mate for mate in placed for v in draft.layout.own_variables(mate)}
    moved = False
    for hold in draft.layout.holds(late):
        allowed = _may_hold(draft, hold)
        if not _counts(draft, hold) or (allowed & fits).any():
            continue
        mates = {times[v] for v, _ in hold.rest if v in times}
        if any(v not in draft.value for v, _ in hold.rest):  # through a helper: any of them
            mates = set(placed)
        gap = _gap(draft, late, allowed, fits)
        for mate in mates:
            floor[mate] = max(floor.get(mate, 0), draft.value[draft.network.tasks[mate].start] + gap)
        moved |= bool(mates)
    return moved


def _gap(draft: Draft, late: str, allowed: Days, fits: Days) -> int:
    """How many days the mate must wait at least, so that the late task can."""
    starts = draft.layout.starts(late)
    if not allowed.any():
        return 1
    last = int(starts[np.flatnonzero(allowed)[-1]])
    later = starts[fits & (starts > last)]
    return max(1, int(later[0]) - last) if len(later) else draft.network.days
