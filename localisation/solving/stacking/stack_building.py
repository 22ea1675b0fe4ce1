"""The floors of one building, stacked and checked."""

from localisation.domain.errors import Disagreement
from localisation.domain.inventory import Inventory
from localisation.domain.proposal import Proposal
from localisation.domain.stacking.least_floors import least_floors
from localisation.domain.stacking.stack_plan import BuildingStack
from localisation.domain.stacking.stack_task import stack_task
from localisation.domain.vocabulary import Status
from localisation.solving.progress import Stop
from localisation.solving.stacking.check_stack import check_building
from localisation.solving.stacking.search import search
from localisation.solving.stacking.settled import settled
from localisation.solving.stacking.stack_amounts import stack_amounts


def stack_building(
    inventory: Inventory, proposal: Proposal, building: str, *, seconds: float = 30.0, stop: Stop | None = None
) -> BuildingStack | None:
    """The best stack plan of a building found in time; None when none was found.

    Raises `Disagreement` when the independent check finds a fault, or another amount than the model's.
    """
    task = stack_task(inventory, proposal, building)
    found = search(task, seconds=seconds, stop=stop)
    if found is None:
        return None
    shares = settled(inventory, proposal, task, found.shares)
    measured = stack_amounts(inventory, proposal, building, shares)
    if found.run.status is Status.OPTIMAL and measured != found.amounts:
        raise Disagreement(f"stack plan of {building}: the model says {found.amounts}, measured is {measured}")
    stack = BuildingStack(
        task=task,
        shares=shares,
        amounts=measured,
        least={o.unit: least_floors(task, o) for o in task.occupants},
        run=found.run,
        parted=found.parted,
    )
    faults = check_building(inventory, proposal, stack)
    if faults:
        raise Disagreement(f"stack plan of {building}: {', '.join(f'{f.kind} {f.about}' for f in faults)}")
    return stack
