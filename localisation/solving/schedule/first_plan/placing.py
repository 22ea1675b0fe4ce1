"""The earliest start of a task, or of a job, in a plan in the making."""

import numpy as np

from localisation.solving.schedule.first_plan.draft import Draft
from localisation.solving.schedule.first_plan.layout import Days, Hold

ROUNDS = 60
"""How often a job is begun later because something in it came too late."""
TRIES = 30
"""How many starts of a task are tried that look possible."""

ROWS = -1
"""Stands for the rows among what a job waits for; other numbers are those of what is scarce."""


def place_job(draft: Draft, job: tuple[str, ...]) -> set[int]:
    """Place every task of a job, each as early as can be; what stands in the way, when it cannot (then undone)."""
    tasks = [task for task in job if draft.takes_place(task) and not draft.is_placed(task)]
    mark = draft.mark()
    floor: dict[str, int] = {}
    blocking: set[int] = {ROWS}
    for _ in range(ROUNDS):
        late = None
        for task in tasks:
            blocking = _place(draft, task, floor.get(task, 0))
            if blocking:
                late = task
                break
        if late is None:
            return set()
        if not _postpone(draft, tasks, late, floor):
            break
        draft.back(mark)
    draft.back(mark)
    return blocking


def latest_start(draft: Draft, task: str, last: int) -> int | None:
    """The latest day a placed task could start instead, so that it ends on or before a day; None when there is none."""
    starts, known = draft.layout.starts(task), draft.network.tasks[task]
    ends = draft.layout.times(known.finish.target) if known.finish else starts + known.end.constant
    fits = np.flatnonzero((ends <= last) & _allowed(draft, task) & _room(draft, task)[0])
    return int(starts[fits[-1]]) if len(fits) else None


def _place(draft: Draft, task: str, floor: int) -> set[int]:
    """Put a task at the first day that holds; what stands in the way when there is none."""
    starts = draft.layout.starts(task)
    by_rows = (starts >= floor) & _allowed(draft, task)
    if not by_rows.any():
        return {ROWS}
    by_days, blocking = _room(draft, task)
    for index in np.flatnonzero(by_rows & by_days)[:TRIES]:
        mark = draft.mark()
        if draft.put(task, int(starts[index])):
            return set()
        draft.back(mark)
    return blocking or {ROWS}


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


def _room(draft: Draft, task: str) -> tuple[Days, set[int]]:
    """For each start, whether what is scarce suffices, one taking at a time; and what of it ever does not."""
    fits = np.ones(len(draft.layout.starts(task)), dtype=bool)
    blocking: set[int] = set()
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
        ok = full[last] == full[first]
        if not np.all(ok):
            fits &= ok
            blocking.add(number)
    return fits, blocking


def _within(time: Days | int, days: int) -> Days | int:
    if isinstance(time, int):
        return min(max(time, 0), days)
    return np.minimum(np.maximum(time, 0), days)


def _postpone(draft: Draft, tasks: list[str], late: str, floor: dict[str, int]) -> bool:
    """Let those begin later that `late` may not be far behind; False when that is no help."""
    fits = _room(draft, late)[0]
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
