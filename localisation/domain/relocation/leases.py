"""Leases given up and taken up by a programme, and the days both are paid for."""

from localisation.domain.inventory import Inventory
from localisation.domain.relocation.plan import Plan
from localisation.domain.relocation.programme import Programme
from localisation.domain.vocabulary import Tenure


def leases_left(inventory: Inventory, programme: Programme) -> tuple[str, ...]:
    """The leased buildings where some are at the beginning and nobody is at the end."""
    before, after = _before_and_after(programme)
    return tuple(b for b in before if b not in after and inventory.building[b].tenure is Tenure.LEASED)


def leases_taken_up(inventory: Inventory, programme: Programme) -> tuple[str, ...]:
    """The leased buildings, and those to be leased, where nobody is at the beginning and some are at the end."""
    before, after = _before_and_after(programme)
    return tuple(b for b in after if b not in before and inventory.building[b].tenure is not Tenure.OWNED)


def overlap_days(inventory: Inventory, programme: Programme, plan: Plan) -> dict[str, int]:
    """Calendar days each of these leases is paid for without being needed, or only for moving.

    One left: from the day the first leave for good until it is handed over. One taken up: from the day works or moving
    in begin there until the first of those who come are at work.
    """
    elapsed, stays, found = programme.calendar.elapsed, plan.stays(programme), {}
    for building in leases_left(inventory, programme):
        leaving = [s for s in stays if s.building == building and not s.waiting]
        first = min(plan.steps[s.open_until].start for s in leaving)
        found[building] = elapsed[handed_over(programme, plan, building)] - elapsed[first]
    for building in leases_taken_up(inventory, programme):
        coming = [s for s in stays if s.building == building and not s.waiting]
        begun = [plan.presence(programme, s)[0] for s in coming]
        begun += [plan.steps[w.id].start for w in programme.works if w.building == building]
        found[building] = elapsed[min(plan.open(programme, s)[0] for s in coming)] - elapsed[min(begun)]
    return found


def handed_over(programme: Programme, plan: Plan, building: str) -> int:
    """The day a building that all leave is given back, by index.

    That is the working day after the last who have been there, also those who only waited, have left it cleared.
    """
    return max(plan.steps[s.until].end for s in plan.stays(programme) if s.building == building and s.until)


def transit_days(programme: Programme, plan: Plan, building: str) -> int:
    """Calendar days from the first who comes to wait in transit premises until the last has left them cleared."""
    waiting = [plan.presence(programme, s) for s in plan.stays(programme) if s.waiting and s.building == building]
    elapsed = programme.calendar.elapsed
    return elapsed[max(end for _, end in waiting)] - elapsed[min(start for start, _ in waiting)] if waiting else 0


def _before_and_after(programme: Programme) -> tuple[dict[str, None], dict[str, None]]:
    """The buildings where somebody is before the plan begins, and those where somebody is after it ends."""
    stays = [s for s in programme.stays if not s.waiting]
    return {s.building: None for s in stays if not s.since and not s.new}, {
        s.building: None for s in stays if not s.until
    }
