"""The linear form of how many of a unit are new in a building."""

from localisation.domain.unit import Unit
from localisation.rules.linear import Linear
from localisation.rules.placement.base import PlacementModel


def arrivals(model: PlacementModel, unit: Unit, building: str) -> Linear:
    """How many of the unit come to the building beyond those there today; bounded from below only."""
    today = unit.staff_today(building)
    if unit.sites_max == 1:
        return model.sits(unit.id, building) * max(0, unit.staff - today)
    staff = model.staff(unit.id, building)
    if today == 0 or staff.never:
        return staff
    new = model.whole(0, unit.staff, f"arrivals {unit.id} {building}")
    model.always(new >= staff - model.sits(unit.id, building) * today)
    return new
