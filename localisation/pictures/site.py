"""What a proposal does with each building."""

from dataclasses import dataclass
from enum import StrEnum

from localisation.domain.building import Building
from localisation.domain.inventory import Inventory
from localisation.domain.proposal import Proposal


class Fate(StrEnum):
    """Whether a building is used today and in the proposal."""

    KEPT = "kept"
    NEW = "new"
    CLOSED = "closed"
    IDLE = "idle"


@dataclass(frozen=True, kw_only=True)
class Site:
    """A building with those who sit there, today and in the proposal, as (unit name, staff), most staff first."""

    building: Building
    fate: Fate
    staff: int
    staff_today: int
    units: tuple[tuple[str, int], ...]

    @property
    def shown_staff(self) -> int:
        """The staff its symbol stands for: those to come, or those who leave a building that is closed."""
        return self.staff or self.staff_today


def sites(inventory: Inventory, proposal: Proposal) -> tuple[Site, ...]:
    """Every building of the inventory, in its order."""
    return tuple(_site(inventory, proposal, building) for building in inventory.buildings)


def _site(inventory: Inventory, proposal: Proposal, building: Building) -> Site:
    now = inventory.today.by_building.get(building.id, {})
    then = proposal.by_building.get(building.id, {})
    fate = {(True, True): Fate.KEPT, (False, True): Fate.NEW, (True, False): Fate.CLOSED, (False, False): Fate.IDLE}
    units = sorted(((inventory.unit[u].name, staff) for u, staff in then.items()), key=lambda x: (-x[1], x[0]))
    return Site(
        building=building,
        fate=fate[bool(now), bool(then)],
        staff=sum(then.values()),
        staff_today=sum(now.values()),
        units=tuple(units),
    )
