"""How much work hangs on each job: by what must follow, by what only one can have at a time, and through rooms."""

import numpy as np

from localisation.array_types import Floats
from localisation.solving.schedule.first_plan.precedence import Precedence
from localisation.solving.schedule.first_plan.turner import Turns
from localisation.solving.schedule.model.network import AtOnce, Network

LEAST = 1e-6
"""Of a day: among rivals with as long a chain together, the one with the longest of its own is first."""


class Chains:
    """Days from the start of each job to the end of all that hangs on it; the longest are to be begun first."""

    def __init__(self, network: Network, precedence: Precedence) -> None:
        self._length = np.array([max(network.tasks[task].days for task in job) for job in precedence.jobs], dtype=float)
        tail = dict(precedence.tail)
        for scarce in network.at_once:
            rivals = _one_at_a_time(network, scarce)
            if len(rivals) > 1:
                work = sum(network.tasks[task].days for task in rivals)
                after = min(precedence.tail[task] - network.tasks[task].days for task in rivals)
                tail.update({task: max(tail[task], work + after) for task in rivals})  # whichever comes first
        own = np.array([max(precedence.tail[task] for task in job) for job in precedence.jobs], dtype=float)
        self._chain = np.array([max(tail[task] for task in job) for job in precedence.jobs]) + own * LEAST

    def rank(self, more: Floats, turns: Turns | None = None) -> Floats:
        """Jobs by their chains and `more` days, the longest first, as numbers of which the least comes first.

        What others waited for when all was done in `turns` has their chains behind it too.
        """
        chain = self._chain + more
        for job in reversed(turns.order if turns else ()):
            assert turns is not None
            if job in turns.waited_for:
                other = turns.waited_for[job]
                chain[other] = max(chain[other], self._length[other] + chain[job])
        return -chain


def _one_at_a_time(network: Network, scarce: AtOnce) -> list[str]:
    """The tasks of which only one can be going on, when that is what a demand comes to."""
    demands = sorted(taking.demand for taking in scarce.takings)
    if scarce.broken is not None or len(demands) < 2 or demands[0] + demands[1] <= scarce.at_most:
        return []
    by_start = {task.start: name for name, task in network.tasks.items() if not task.when}
    starts = [v for taking in scarce.takings for v in taking.start.terms]
    return [by_start[v] for v in dict.fromkeys(starts) if v in by_start]
