"""Office space allocation (Ülker & Landa-Silva 2010): the files, and what an allocation costs by their own account.

A square metre wasted costs 1 (empty rooms are wasted whole), one used beyond a room's size costs 2, a broken soft
constraint what the readme of the files says.
"""

from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

from localisation.domain.proposal import Proposal

ALLOCATION, NON_ALLOCATION, CAPACITY, SAME_ROOM, NOT_SAME_ROOM = 0, 1, 3, 4, 5
NOT_SHARING, ADJACENT, NEARBY, AWAY = 6, 7, 8, 9
PENALTY = dict.fromkeys(range(10), 10) | {ALLOCATION: 20, NOT_SHARING: 50}
"""What a broken soft constraint of a kind costs."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Demand:
    """One constraint: its kind, whether it is hard, and of what it speaks (the second is -1 where there is none)."""

    kind: int
    hard: bool
    first: int
    second: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Offices:
    """Tenths of a square metre by entity and by room, the rooms' floors and neighbours, and what is demanded."""

    name: str
    entities: tuple[int, ...]
    rooms: tuple[int, ...]
    floor: tuple[int, ...]
    adjacent: tuple[frozenset[int], ...]
    demands: tuple[Demand, ...]


def read_osap(path: Path) -> Offices:
    """A file with counts, then the sections ENTITIES, ROOMS and CONSTRAINTS (see the readme of the set)."""
    _, _, rest = path.read_text().partition("\nENTITIES")
    first, _, rest = rest.partition("\nROOMS")
    second, _, third = rest.partition("\nCONSTRAINTS")
    entities, rooms, demands = (
        [line.split() for line in part.splitlines() if line.strip()] for part in (first, second, third)
    )
    return Offices(
        name=path.stem,
        entities=tuple(_tenths(row[2]) for row in entities),
        rooms=tuple(_tenths(row[2]) for row in rooms),
        floor=tuple(int(row[1]) for row in rooms),
        adjacent=tuple(frozenset({int(row[0]), *(int(r) for r in row[4:])}) for row in rooms),
        demands=tuple(
            Demand(kind=int(row[1]), hard=row[2] == "1", first=int(row[3]), second=int(row[4])) for row in demands
        ),
    )


def _tenths(text: str) -> int:
    exact = 10 * Fraction(text)
    if exact.denominator != 1:
        raise ValueError(f"{text} is not in tenths")
    return int(exact)


def osap_cost(offices: Offices, proposal: Proposal) -> Fraction | None:
    """What an allocation costs, reckoned from the file alone; None if it breaks a hard constraint."""
    room = {int(p.unit[1:]): int(p.building[1:]) for p in proposal.placements}
    used = [0] * len(offices.rooms)
    for entity, where in room.items():
        used[where] += offices.entities[entity]
    tenths = sum(max(size - use, 2 * (use - size)) for size, use in zip(offices.rooms, used, strict=True))
    broken = [d for d in offices.demands if _is_broken(offices, d, room, used)]
    return None if any(d.hard for d in broken) else Fraction(tenths, 10) + sum(PENALTY[d.kind] for d in broken)


def _is_broken(offices: Offices, demand: Demand, room: dict[int, int], used: list[int]) -> bool:
    if demand.kind == CAPACITY:
        return used[demand.first] > offices.rooms[demand.first]
    here = room[demand.first]
    if demand.kind in (ALLOCATION, NON_ALLOCATION):
        return (here == demand.second) == (demand.kind == NON_ALLOCATION)
    if demand.kind == NOT_SHARING:
        return sum(where == here for where in room.values()) > 1
    there = room[demand.second]
    same_floor = offices.floor[here] == offices.floor[there]
    fulfilled = {
        SAME_ROOM: here == there,
        NOT_SAME_ROOM: here != there,
        ADJACENT: there in offices.adjacent[here],
        NEARBY: same_floor,
        AWAY: not same_floor,
    }
    return not fulfilled[demand.kind]
