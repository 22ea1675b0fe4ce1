"""A better order, read from a plan pushed as late as it will go."""

import numpy as np
from numpy.typing import NDArray

from localisation.solving.schedule.first_plan.draft import Draft
from localisation.solving.schedule.first_plan.placing import latest_start
from localisation.solving.schedule.first_plan.precedence import Precedence


def justified(draft: Draft, precedence: Precedence) -> NDArray[np.float64]:
    """For each job, when it must begin if all is done as late as the plan's last day allows.

    Tasks are pushed one after the other, the last first; placed anew in this order, each as early as can be, they are
    done no later and often sooner (double justification; Valls, Ballestin & Quintanilla 2005). The draft is used up.
    """
    network = draft.network
    ends = {name: draft.edge(task.end, end=True) or 0 for name, task in network.tasks.items() if draft.is_placed(name)}
    last = max(ends.values(), default=0)
    for name in sorted(ends, key=lambda name: (-ends[name], -draft.value[network.tasks[name].start], name)):
        start = latest_start(draft, name, last)
        if start is not None and start > draft.value[network.tasks[name].start]:
            mark = draft.mark()
            if not draft.put(name, start):
                draft.back(mark)
    never = float(network.days + 1)
    return np.array(
        [
            min((float(draft.value[network.tasks[t].start]) for t in job if draft.is_placed(t)), default=never)
            for job in precedence.jobs
        ]
    )
