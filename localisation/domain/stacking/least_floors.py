"""The fewest floors a unit could be on, had it the building to itself."""

from itertools import combinations_with_replacement

from localisation.domain.stacking.stack_task import Occupant, StackTask


def least_floors(task: StackTask, occupant: Occupant) -> int:
    """The size of the smallest set of floors that holds its workplaces and its public front; at least 1.

    Floors that hold the same are tried once.
    """
    kinds = occupant.presence
    needs = tuple(occupant.needs[k] for k in kinds)
    floors = list(zip(*(task.limits(k) for k in kinds), strict=True)) if kinds else []
    alike = {room: floors.count(room) for room in sorted(set(floors), reverse=True)}
    fewest = max((_by_kind(task.limits(k), occupant.needs[k]) for k in kinds), default=1)
    for size in range(fewest, len(floors) + 1):
        for chosen in combinations_with_replacement(alike, size):
            if any(chosen.count(room) > alike[room] for room in set(chosen)):
                continue
            if all(sum(room[i] for room in chosen) >= need for i, need in enumerate(needs)):
                return size
    return fewest


def _by_kind(limits: tuple[int, ...], need: int) -> int:
    """The fewest floors for one kind alone, the roomiest first."""
    count = 0
    for room in sorted(limits, reverse=True):
        if need <= 0:
            break
        need, count = need - room, count + 1
    return max(1, count)
