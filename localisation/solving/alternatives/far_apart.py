"""A difference between the proposal sought and one that is known, in a model's words."""

from localisation.domain.instance import Instance
from localisation.domain.proposal import Proposal
from localisation.rules.linear import Linear, total
from localisation.solving.alternatives.difference import Differ
from localisation.solving.placement_model import PlacementModel


def difference_from(placement: PlacementModel, instance: Instance, known: Proposal, by: Differ) -> Linear:
    """An amount that is never more than the difference, and can be as much; adds helpers where a unit may be split."""
    if by is Differ.SITES:
        return _sites(placement, instance, known)
    parts = []
    for seat in known.placements:
        unit = instance.inventory.unit[seat.unit]
        if unit.sites_max == 1:
            parts.append(seat.staff - seat.staff * placement.sits(seat.unit, seat.building))
        else:
            parts.append(_gone(placement, seat.unit, seat.building, seat.staff, unit.staff))
    return total(parts)


def _sites(placement: PlacementModel, instance: Instance, known: Proposal) -> Linear:
    inventory = instance.inventory
    has = {(p.unit, p.building) for p in known.placements}
    return total(
        1 - placement.sits(u.id, b.id) if (u.id, b.id) in has else placement.sits(u.id, b.id)
        for u in inventory.units
        for b in inventory.buildings
    )


def _gone(placement: PlacementModel, unit: str, building: str, seated: int, staff: int) -> Linear:
    """How many fewer than before sit there: at most max(0, seated - now), by a yes-or-no for which of the two it is."""
    now = placement.staff(unit, building)
    gone = placement.whole(0, seated, f"gone {unit} {building}")
    fewer = placement.whole(0, 1, f"fewer than before {unit} {building}")
    placement.always(gone <= seated * fewer)
    placement.always(gone + now + staff * fewer <= seated + staff)
    return gone
