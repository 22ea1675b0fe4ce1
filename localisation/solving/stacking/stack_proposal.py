"""Which floor everyone sits on, in every building a proposal uses."""

import time
from collections.abc import Callable

from localisation.domain.errors import Disagreement
from localisation.domain.inventory import Inventory
from localisation.domain.proposal import Proposal
from localisation.domain.stacking.stack_plan import StackPlan
from localisation.solving.progress import Stop
from localisation.solving.stacking.check_stack import check_stack
from localisation.solving.stacking.stack_building import stack_building

OnBuilding = Callable[[str, int, int], None]
"""Called with the building about to be stacked, how many are done, and how many there are."""


def stack_proposal(
    inventory: Inventory,
    proposal: Proposal,
    *,
    seconds: float = 60.0,
    on_building: OnBuilding | None = None,
    stop: Stop | None = None,
) -> StackPlan:
    """The stack plan of a proposal, building by building, each proven best where time allows.

    `seconds` is for all together; buildings there was no time for, or that come after a stop, are `left_out`.
    Raises `Disagreement` when the independent check finds a fault.
    """
    began = time.monotonic()
    used = [b.id for b in inventory.buildings if proposal.used(b.id)]
    stacked, left_out = [], []
    for done, building in enumerate(used):
        left = seconds - (time.monotonic() - began)
        if left <= 0 or (stop and stop.is_set()):
            left_out.append(building)
            continue
        if on_building:
            on_building(building, done, len(used))
        found = stack_building(inventory, proposal, building, seconds=left, stop=stop)
        if found:
            stacked.append(found)
        else:
            left_out.append(building)
    plan = StackPlan(buildings=tuple(stacked), left_out=tuple(left_out))
    faults = check_stack(inventory, proposal, plan)
    if faults:
        raise Disagreement(f"stack plan: {', '.join(f'{f.kind} {f.building} {f.about}' for f in faults)}")
    return plan
