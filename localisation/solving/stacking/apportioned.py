"""How many of a unit's staff sit on each floor, once its spaces are placed."""

from collections.abc import Mapping, Sequence

from localisation.domain.spread import spread
from localisation.domain.stacking.stack_task import Occupant
from localisation.domain.vocabulary import SpaceKind


def apportioned(occupant: Occupant, spaces: Sequence[Mapping[SpaceKind, int]], on: Sequence[bool]) -> tuple[int, ...]:
    """Its staff by floor, in proportion to workplaces, else to public front; all on its floor where it needs neither.

    Largest remainder: nobody is lost, and no floor is a whole person away from its part.
    """
    kinds = occupant.presence
    weights = tuple(s.get(kinds[0], 0) for s in spaces) if kinds else tuple(int(here) for here in on)
    return spread(occupant.staff, weights)
