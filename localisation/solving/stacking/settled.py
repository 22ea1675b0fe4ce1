"""Of plans that are equally good, one with the staff nearer the way in."""

from collections.abc import Sequence
from itertools import combinations

from localisation.domain.inventory import Inventory
from localisation.domain.proposal import Proposal
from localisation.domain.stacking.stack_plan import Share
from localisation.domain.stacking.stack_task import StackTask
from localisation.domain.vocabulary import SpaceKind
from localisation.solving.stacking.stack_amounts import stack_amounts

Shares = tuple[Share, ...]


def settled(inventory: Inventory, proposal: Proposal, task: StackTask, shares: Shares) -> Shares:
    """The plan with pairs of floors swapped, as long as that brings staff nearer an entrance and changes no amount.

    Nothing else tells such floors apart: without this, a floor by the entrance could stand empty for no reason.
    """
    away = {f.number: f.away for f in task.floors}
    amounts = stack_amounts(inventory, proposal, task.building, shares)
    climbed = _climbed(shares, away)
    better = True
    while better:
        better = False
        for one, other in combinations([f.number for f in task.floors if f.spaces.get(SpaceKind.WORKPLACE)], 2):
            swapped = _swapped(task, shares, one, other)
            if swapped is None or _climbed(swapped, away) >= climbed:
                continue
            if stack_amounts(inventory, proposal, task.building, swapped) == amounts:
                shares, climbed, better = swapped, _climbed(swapped, away), True
    return shares


def _climbed(shares: Sequence[Share], away: dict[int, int]) -> int:
    return sum(s.staff * away[s.floor] for s in shares)


def _swapped(task: StackTask, shares: Shares, one: int, other: int) -> Shares | None:
    """The two floors' contents swapped, but for kinds that would not fit; None where workplaces or fronts would not."""
    turn = {one: other, other: one}
    stays: set[SpaceKind] = set()
    for kind in SpaceKind:
        room = {f.number: limit for f, limit in zip(task.floors, task.limits(kind), strict=True)}
        used = {n: sum(s.spaces.get(kind, 0) for s in shares if s.floor == n) for n in turn}
        if any(used[n] > room[turn[n]] for n in turn):
            stays.add(kind)
    if any(kind in stays for o in task.occupants for kind in o.presence):
        return None
    staff: dict[tuple[str, int], int] = {}
    spaces: dict[tuple[str, int], dict[SpaceKind, int]] = {}
    for s in shares:
        there = turn.get(s.floor, s.floor)
        staff[s.unit, there] = s.staff
        for kind, amount in s.spaces.items():
            spaces.setdefault((s.unit, s.floor if kind in stays else there), {})[kind] = amount
    keys = sorted(staff.keys() | spaces.keys(), key=lambda key: (key[0], [f.number for f in task.floors].index(key[1])))
    made = (Share(unit=u, floor=n, staff=staff.get((u, n), 0), spaces=spaces.get((u, n), {})) for u, n in keys)
    return tuple(s for s in made if s.staff or s.spaces)
