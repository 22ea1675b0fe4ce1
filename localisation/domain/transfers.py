"""How many of a unit have to go from where to where."""

from dataclasses import dataclass

from localisation.domain.inventory import Inventory
from localisation.domain.proposal import Proposal
from localisation.domain.travel import TravelTimes


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Transfer:
    """A number of a unit's staff that leave one building for another."""

    unit: str
    origin: str
    destination: str
    staff: int


def people_moved(today: dict[str, int], new: dict[str, int]) -> int:
    """How many must change building when each building keeps as many as it can."""
    return sum(max(0, staff - today.get(b, 0)) for b, staff in new.items())


def transfers(inventory: Inventory, travel: TravelTimes, proposal: Proposal) -> tuple[Transfer, ...]:
    """The moves from today to the proposal: those who can stay do; the rest go, the nearest pairs first.

    The total is the fewest possible; who goes where is a display choice (greedy by travel time), not an optimum.
    """
    found: list[Transfer] = []
    for unit in inventory.units:
        new = proposal.sites(unit.id)
        leave = {s.building: unit.staff_today(s.building) - new.get(s.building, 0) for s in unit.today}
        enter = {b: staff - unit.staff_today(b) for b, staff in new.items()}
        pairs = sorted(
            (travel.building_s.get(a, {}).get(b, 10**9), a, b)
            for a, out in leave.items()
            if out > 0
            for b, into in enter.items()
            if into > 0
        )
        for _, a, b in pairs:
            staff = min(leave[a], enter[b])
            if staff > 0:
                found.append(Transfer(unit=unit.id, origin=a, destination=b, staff=staff))
                leave[a] -= staff
                enter[b] -= staff
    return tuple(found)
