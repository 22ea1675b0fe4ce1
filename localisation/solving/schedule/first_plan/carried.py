"""A plan of the serial scheme with what it does not see: which vehicle carries what, and from which minute."""

from collections.abc import Mapping
from dataclasses import replace

from localisation.domain.scenario import SolveLimits
from localisation.rules.linear import Linear
from localisation.solving.progress import Stop
from localisation.solving.schedule.model.model import ScheduleModel
from localisation.solving.schedule.model.narrow import narrow
from localisation.solving.schedule.model.search import search


def carried(schedule: ScheduleModel, values: Mapping[int, int], *, seconds: float, stop: Stop | None) -> dict[int, int]:
    """The same plan with vehicles, all days kept; or a plan near it with other days; or the same, when none is found.

    A short search by CP-SAT among the ways the plan has: first with every start held, then, if the vehicles cannot do
    that, from the plan as a hint. `seconds` is for each.
    """
    if not schedule.vehicles:
        return dict(values)
    near = narrow(schedule.network, values)
    near.objective = Linear()
    starts = {task.start for task in schedule.network.tasks.values()} & values.keys()
    held = replace(
        near,
        variables=[
            replace(v, low=values[i], high=values[i], values=None) if i in starts else v
            for i, v in enumerate(near.variables)
        ],
    )
    for network in (held, near):
        found = search(network, SolveLimits(workers=1), seconds=seconds, stop=stop)
        if found.values is not None:
            return dict(enumerate(found.values))
    return dict(values)
