"""A first plan within a second: serial schedule generation."""

import time
from collections.abc import Iterator

import numpy as np

from localisation.array_types import Floats
from localisation.rules.linear import Linear
from localisation.solving.progress import Stop
from localisation.solving.schedule.first_plan.carried import carried
from localisation.solving.schedule.first_plan.complete import complete
from localisation.solving.schedule.first_plan.justify import justified
from localisation.solving.schedule.first_plan.scheme import Scheme
from localisation.solving.schedule.model.model import ScheduleModel

PATIENCE = 40
OVERTIME_S = 10.0
"""How much longer than its time a first plan that is begun may take: a late one is better than none."""
CARRIED_S = 1.0
"""For finding vehicles for a plan, once with its days held and once without."""
SPREADS = (0.02, 0.05, 0.1, 0.3)
"""How far from the best order others are drawn, as shares of the number of jobs."""


def serial_plans(
    schedule: ScheduleModel, objective: Linear, *, seed: int, attempts: int, seconds: float, stop: Stop | None = None
) -> Iterator[dict[int, int]]:
    """Values by variable of plans made by the serial scheme, each no worse than those before; none when it found none.

    Jobs are taken in order of the longest chain of work that hangs on them, then in orders drawn around the best so
    far, each near one in which they could be done one after the other; each job is placed as early as everything
    placed before lets it (Kolisch 1996). Once there is a plan, wishes are held like musts if one that does is no worse.
    Vehicles are found for each plan that is told; what else the scheme does not see is for the check that follows. It
    ends after so many attempts or seconds, when nothing better can be, or when `PATIENCE` attempts were no better.
    """
    until = time.monotonic() + seconds
    scheme, random = Scheme(schedule.network), np.random.default_rng(seed)
    best, rank, pushed, since = None, scheme.rank(), None, 0
    wishes, wished = False, not schedule.broken
    least = schedule.network.span(objective)[0]
    for number in range(attempts):
        wishing = best is not None and not wished
        if wishing or number == 0:
            tried = rank
        elif best is None:
            tried = scheme.rank()
        else:
            tried = pushed if pushed is not None else _near(rank, random, SPREADS[number % 4])
        end = until + OVERTIME_S if best is None else until
        draft = scheme.one(tried, wishes=wishes or wishing, until=end)
        since, after_pushing, pushed, better = since + 1, pushed is not None and not wishing, None, False
        if draft is not None:
            values = complete(draft, objective)
            cost = objective.constant + sum(f * values.get(v, 0) for v, f in objective.terms.items())
            better = best is None or cost < best or (wishing and cost == best)
            if better:
                best, rank, since, wishes = cost, tried, 0, wishes or wishing
                yield carried(schedule, values, seconds=CARRIED_S, stop=stop)
        wished = wished or wishing
        if time.monotonic() > until or since >= PATIENCE or (stop is not None and stop.is_set()):
            return
        if best is not None and best <= least and wished:
            return
        if draft is not None and (better or not after_pushing):
            pushed = justified(draft, scheme.precedence)


def _near(rank: Floats, random: np.random.Generator, spread: float) -> Floats:
    """Another order not far from one."""
    places = np.argsort(np.argsort(rank, kind="stable"), kind="stable").astype(float)
    return places + random.normal(0, max(1.0, spread * len(rank)), len(rank))
