"""Stacking every building of a proposal, watched and stoppable."""

import threading

from localisation.cli.background import in_background
from localisation.cli.console import messages
from localisation.cli.step_line import StepLine
from localisation.domain.inventory import Inventory
from localisation.domain.proposal import Proposal
from localisation.domain.stacking.stack_plan import StackPlan
from localisation.solving.stacking.stack_proposal import stack_proposal
from localisation.texts import Texts


def stack_watched(
    inventory: Inventory, proposal: Proposal, *, seconds: float, stop: threading.Event, texts: Texts
) -> StackPlan:
    """The stack plan of a proposal; when stopped, of the buildings there was time for."""

    def sentence(building: str, done: int, count: int) -> str:
        name = inventory.building[building].name
        return texts("stack.cli.progress", building=name, done=done, count=count, seconds="{seconds}")

    first = next(b.id for b in inventory.buildings if proposal.used(b.id))
    with StepLine(messages(), sentence(first, 0, len(proposal.by_building))) as line:
        return in_background(
            lambda: stack_proposal(
                inventory,
                proposal,
                seconds=seconds,
                on_building=lambda *news: line.told(sentence(*news)),
                stop=stop,
            ),
            meanwhile=line.draw,
        )
