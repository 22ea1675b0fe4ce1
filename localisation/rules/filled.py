"""The day new posts are filled, to the solver."""

from localisation.domain.relocation.programme import PlanGiven, Stay
from localisation.rules.latest import latest
from localisation.rules.linear import Linear
from localisation.rules.relocation.base import ALWAYS, RelocationModel


def filled(model: RelocationModel, given: PlanGiven, stay: Stay) -> Linear:
    """No earlier than the first day of new posts; bounded from below only, so use it where a later day cannot help."""
    first = Linear(constant=stay.earliest)
    if not stay.after:
        return first
    times = [(model.end(a), model.takes_place(a)) for a in stay.after]
    days = len(given.programme.calendar)
    return latest(model, [*times, (first, ALWAYS)], days, f"filled {stay.unit} {stay.building}")
