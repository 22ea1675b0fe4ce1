"""A stay as something that takes up room, to the solver."""

from localisation.domain.relocation.programme import PlanGiven, Stay
from localisation.rules.linear import Linear
from localisation.rules.relocation.base import ALWAYS, Block, RelocationModel


def staying(model: RelocationModel, given: PlanGiven, stay: Stay, demand: int) -> Block:
    """So much of something on each day of the stay, if its move goes that way."""
    return Block(
        start=model.start(stay.since) if stay.since else Linear(),
        end=model.end(stay.until) if stay.until else Linear(constant=len(given.programme.calendar)),
        demand=demand,
        when=model.goes(stay.move, stay.via) if stay.move else ALWAYS,
    )
