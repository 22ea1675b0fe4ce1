"""A first plan within a second: serial schedule generation."""

import time
from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from localisation.rules.linear import Linear
from localisation.solving.progress import Stop
from localisation.solving.schedule.first_plan.complete import complete
from localisation.solving.schedule.first_plan.draft import Draft
from localisation.solving.schedule.first_plan.justify import justified
from localisation.solving.schedule.first_plan.layout import Layout
from localisation.solving.schedule.first_plan.line import Line
from localisation.solving.schedule.first_plan.precedence import Precedence, precedence_of
from localisation.solving.schedule.first_plan.transit_ways import send_through_transit
from localisation.solving.schedule.model.model import ScheduleModel

Ranks = NDArray[np.float64]
PATIENCE = 40
OVERTIME_S = 2.0
"""How much longer than its time a plan that is begun may take: a late first plan is better than none."""
SPREADS = (0.02, 0.05, 0.1, 0.3)
"""How far from the best order others are drawn, as shares of the number of jobs."""


def serial_plans(
    schedule: ScheduleModel, objective: Linear, *, seed: int, attempts: int, seconds: float, stop: Stop | None = None
) -> Iterator[dict[int, int]]:
    """Values by variable of plans made by the serial scheme, each better than those before; none when it found none.

    Jobs are taken in order of the longest chain of work that hangs on them, then in orders drawn around the best so
    far; each is placed as early as everything placed before lets it (Kolisch 1996). Wishes are held like musts as long
    as that leads to a plan. What the scheme does not see (vehicles, long sums) is for the check that follows. It ends
    after so many attempts or seconds, when nothing better can be, or when `PATIENCE` attempts were no better.
    """
    layout, precedence = Layout(schedule.network), precedence_of(schedule.network)
    until = time.monotonic() + seconds
    random, wishes = np.random.default_rng(seed), bool(schedule.broken)
    rank, best, since = _chains(precedence), None, 0
    pushed = None
    for number in range(attempts):
        tried = pushed if pushed is not None else rank if number == 0 else _near(rank, random, SPREADS[number % 4])
        draft = _one(layout, precedence, tried, wishes=wishes, until=until)
        if draft is None and wishes and number == 0:
            wishes = False
            draft = _one(layout, precedence, tried, wishes=False, until=until)
        since, after_pushing, pushed = since + 1, pushed is not None, None
        if draft is not None:
            values = complete(draft, objective)
            cost = objective.constant + sum(f * values.get(v, 0) for v, f in objective.terms.items())
            better = best is None or cost < best
            if better:
                best, rank, since = cost, tried, 0
                yield values
        if time.monotonic() > until or since >= PATIENCE or (stop is not None and stop.is_set()):
            return
        if best is not None and best <= schedule.network.span(objective)[0]:
            return
        if draft is not None and (better or not after_pushing):
            pushed = justified(draft, precedence)


def _chains(precedence: Precedence) -> Ranks:
    """The least first: the one that has the most work hanging on it."""
    return np.array([-max(precedence.tail[task] for task in job) for job in precedence.jobs], dtype=float)


def _near(rank: Ranks, random: np.random.Generator, spread: float) -> Ranks:
    """Another order not far from one."""
    places = np.argsort(np.argsort(rank, kind="stable"), kind="stable").astype(float)
    return places + random.normal(0, max(1.0, spread * len(rank)), len(rank))


def _one(layout: Layout, precedence: Precedence, rank: Ranks, *, wishes: bool, until: float) -> Draft | None:
    """One plan, or None when some of it could not be placed in time."""
    draft = Draft(layout, wishes=wishes)
    line = Line(draft, precedence, rank)
    while time.monotonic() < until + OVERTIME_S:
        job = line.next()
        if job is not None:
            line.try_to_place(job)
        elif not line.stuck:
            return draft
        elif send_through_transit(draft, precedence.jobs, line.stuck):
            line.begin()
        else:
            return None
    return None
