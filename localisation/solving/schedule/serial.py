"""A first plan within a second: serial schedule generation."""

import time
from collections.abc import Iterator

import numpy as np

from localisation.rules.linear import Linear
from localisation.solving.progress import Stop
from localisation.solving.schedule.complete import complete
from localisation.solving.schedule.draft import Draft
from localisation.solving.schedule.layout import Layout
from localisation.solving.schedule.line import Line
from localisation.solving.schedule.model import ScheduleModel
from localisation.solving.schedule.precedence import Precedence, precedence_of
from localisation.solving.schedule.transit_ways import send_through_transit


def serial_plans(
    schedule: ScheduleModel, objective: Linear, *, seed: int, attempts: int, seconds: float, stop: Stop | None = None
) -> list[dict[int, int]]:
    """Values by variable of plans made by the serial scheme, the best first; none when it found none.

    Jobs are taken in order of the longest chain of work that hangs on them, then in orders drawn around it; each is
    placed as early as everything placed before lets it (Kolisch 1996). Wishes are held like musts as long as that
    leads to a plan. What the scheme does not see (vehicles, long sums) is for the check that follows.
    """
    layout, precedence = Layout(schedule.network), precedence_of(schedule.network)
    began = time.monotonic()
    found: list[tuple[int, int, dict[int, int]]] = []
    wishes = bool(schedule.broken)
    for number, rank in enumerate(_orders(precedence, seed, attempts)):
        if found and (time.monotonic() - began > seconds or (stop is not None and stop.is_set())):
            break
        draft = _one(layout, precedence, rank, wishes=wishes)
        if draft is None and wishes and number == 0:
            wishes = False
            draft = _one(layout, precedence, rank, wishes=False)
        if draft is not None:
            values = complete(draft, objective)
            cost = objective.constant + sum(f * values.get(v, 0) for v, f in objective.terms.items())
            found.append((cost, number, values))
        elif time.monotonic() - began > seconds:
            break
    return [values for _, _, values in sorted(found, key=lambda entry: entry[:2])]


def _orders(precedence: Precedence, seed: int, attempts: int) -> Iterator[list[float]]:
    """A rank for each job, the least first: the latest that may start, and then drawn around that."""
    chain = np.array([-max(precedence.tail[task] for task in job) for job in precedence.jobs], dtype=float)
    yield list(chain)
    random = np.random.default_rng(seed)
    spread = max(1.0, float(chain.max() - chain.min())) if len(chain) else 1.0
    for number in range(1, attempts):
        yield list(chain + random.normal(0, spread * (0.05 if number % 2 else 0.2), len(chain)))


def _one(layout: Layout, precedence: Precedence, rank: list[float], *, wishes: bool) -> Draft | None:
    """One plan, or None when some of it could not be placed."""
    draft = Draft(layout, wishes=wishes)
    line = Line(draft, precedence, rank)
    while True:
        job = line.next()
        if job is not None:
            line.try_to_place(job)
        elif not line.stuck:
            return draft
        elif send_through_transit(draft, precedence.jobs, line.stuck):
            line.begin()
        else:
            return None
