"""What each floor of a building holds, told or estimated."""

from collections.abc import Mapping
from dataclasses import dataclass

from localisation.domain.building import Building, Refurbishment
from localisation.domain.floor import Floor, height_of, number_at
from localisation.domain.inventory import Inventory
from localisation.domain.spread import spread
from localisation.domain.vocabulary import Confidence, SpaceKind

AT_THE_ENTRANCE = frozenset({SpaceKind.PUBLIC_FRONT, SpaceKind.GARAGE, SpaceKind.YARD})
"""Kinds that are taken to be where one comes in, when nothing is told of them by floor; others are spread evenly."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FloorRoom:
    """One floor with its room, refurbishments counted in. `away` is floors to the nearest where the public comes in.

    `confidence` is `ESTIMATE` when anything of its room was reckoned here rather than told; else that of the least
    sure who told: the floor's own row, or a refurbishment that says it is here.
    """

    number: int
    height: int
    spaces: Mapping[SpaceKind, int]
    public: bool
    away: int
    confidence: Confidence


def floor_rooms(
    inventory: Inventory, building: Building, refurbished: frozenset[str] = frozenset()
) -> tuple[FloorRoom, ...]:
    """The floors of a building from below, once the refurbishments with these ids are done.

    A building of which no floor is told has as many as its number of floors, from the ground up. What a refurbishment
    adds is on the floor it names, which may be one more, such as a basement. A kind that no floor tells of is spread
    over the floors, and so is what other refurbishments add or take: public front, garage and yard where one comes in,
    others evenly over the floors from the ground up, the lowest first.
    """
    done = tuple(r for r in building.refurbishments if r.id in refurbished)
    floors = _floors(building, done, ground_number(inventory))
    entrance = _entrance(floors)
    upper = [i for i, f in enumerate(floors) if f.height >= 0] or list(range(len(floors)))
    rooms: list[dict[SpaceKind, int]] = [{} for _ in floors]
    reckoned = [not building.by_floor] * len(floors)
    for kind in SpaceKind:
        told = any(kind in f.spaces for f in floors)
        named = [_added(done, f, kind) for f in floors]
        change = building.space(kind, refurbished) - building.space(kind) - sum(named)
        amounts = [f.spaces.get(kind, 0) for f in floors] if told else [0] * len(floors)
        extra = change if told else building.space(kind) + change
        parts = _parts(extra, kind, amounts, entrance, upper)
        for i, (amount, part, here) in enumerate(zip(amounts, parts, named, strict=True)):
            if amount + part + here > 0:
                rooms[i][kind] = amount + part + here
            reckoned[i] = reckoned[i] or part != 0
    public = [_public(f) for f in floors]
    at = [f.height for f, yes in zip(floors, public, strict=True) if yes] or [0]
    return tuple(
        FloorRoom(
            number=f.number,
            height=f.height,
            spaces=rooms[i],
            public=public[i],
            away=min(abs(f.height - h) for h in at),
            confidence=Confidence.ESTIMATE if reckoned[i] else _least_sure(f, done),
        )
        for i, f in enumerate(floors)
    )


def ground_number(inventory: Inventory) -> int:
    """What the place calls its ground floor: 0 or 1 (also when it tells of no floors)."""
    told = [f for b in inventory.buildings for f in b.by_floor if f.number >= 0]
    return 0 if any(f.number == f.height for f in told) else 1


def guessed_floors(building: Building, ground: int) -> tuple[Floor, ...]:
    """The floors of a building of which none is told."""
    return tuple(Floor(number=number_at(h, ground=ground), height=h) for h in range(building.floors))


def _floors(building: Building, done: tuple[Refurbishment, ...], ground: int) -> tuple[Floor, ...]:
    """The floors told of, or guessed, and those that refurbishments add; from below."""
    floors = building.by_floor or guessed_floors(building, ground)
    named = {r.floor for r in done if r.floor is not None} - {f.number for f in floors}
    more = (Floor(number=n, height=height_of(n, ground=ground)) for n in named)
    return tuple(sorted((*floors, *more), key=lambda f: f.height))


def _added(done: tuple[Refurbishment, ...], floor: Floor, kind: SpaceKind) -> int:
    """What refurbishments that name the floor add there."""
    return sum(max(0, r.adds_spaces.get(kind, 0)) for r in done if r.floor == floor.number)


def _least_sure(floor: Floor, done: tuple[Refurbishment, ...]) -> Confidence:
    order = tuple(Confidence)
    return max((floor.confidence, *(r.confidence for r in done if r.floor == floor.number)), key=order.index)


def _public(floor: Floor) -> bool:
    return floor.height == 0 if floor.public is None else floor.public


def _entrance(floors: tuple[Floor, ...]) -> int:
    """The floor one comes in by: of those where the public is received, or else of all, the one nearest the ground."""
    open_to_all = [i for i, f in enumerate(floors) if _public(f)] or list(range(len(floors)))
    return min(open_to_all, key=lambda i: (abs(floors[i].height), -floors[i].height))


def _parts(extra: int, kind: SpaceKind, amounts: list[int], entrance: int, upper: list[int]) -> tuple[int, ...]:
    """What each floor gains (or loses, never more than it has)."""
    if extra < 0:
        return tuple(-p for p in spread(min(-extra, sum(amounts)), tuple(amounts)))
    if kind in AT_THE_ENTRANCE:
        return tuple(extra if i == entrance else 0 for i in range(len(amounts)))
    return spread(extra, tuple(int(i in upper) for i in range(len(amounts))))
