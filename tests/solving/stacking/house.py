"""A house small enough to try every stack plan of it: two or three floors, up to three units."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import product

from hypothesis import strategies as st

from localisation.domain.floor import Floor
from localisation.domain.inventory import Inventory
from localisation.domain.proposal import Placement, Proposal
from localisation.domain.stacking.stack_plan import Share, StackAmounts
from localisation.domain.stacking.stack_task import StackTask, stack_task
from localisation.domain.unit import Collaboration, SpaceNeed
from localisation.domain.vocabulary import SpaceKind
from localisation.solving.stacking.apportioned import apportioned
from localisation.solving.stacking.stack_amounts import stack_amounts
from tests.solving import sample

WORK, FRONT, ARCHIVE, INTERVIEW = (
    SpaceKind.WORKPLACE,
    SpaceKind.PUBLIC_FRONT,
    SpaceKind.ARCHIVE,
    SpaceKind.INTERVIEW,
)
Plan = tuple[Share, ...]


def house(
    floors: Sequence[Mapping[SpaceKind, int]],
    units: Mapping[str, Mapping[str, object]],
    together: Mapping[tuple[str, str], int] | None = None,
    *,
    first: int = 1,
) -> tuple[Inventory, Proposal]:
    """One building H whose floors are told, numbered from `first`, with every unit in it."""
    told = tuple(
        Floor(number=first + i, height=first + i - (first > 0), spaces=spaces) for i, spaces in enumerate(floors)
    )
    sums = {k: sum(f.get(k, 0) for f in floors) for k in SpaceKind if any(k in f for f in floors)}
    building = sample.building("H", "N", 0, 0, spaces=sums, by_floor=told, floors=len(told))
    seats = {key: int(str(more["staff"])) for key, more in units.items()}
    made = tuple(
        sample.unit(key, seats[key], {"H": seats[key]}, **{k: v for k, v in more.items() if k != "staff"})
        for key, more in units.items()
    )
    pairs = tuple(Collaboration(unit_a=a, unit_b=b, strength=s) for (a, b), s in (together or {}).items())
    stock = sample.inventory(buildings=(building,), units=made, collaborations=pairs)
    return stock, Proposal(placements=tuple(Placement(unit=k, building="H", staff=n) for k, n in seats.items()))


def every_plan(task: StackTask) -> Iterator[Plan]:
    """All ways to give every unit whole spaces on floors, what is left of a need on one, within what floors hold."""
    floors = range(len(task.floors))
    asked = [(o, kind, need) for o in task.occupants for kind, need in o.needs.items()]
    nowhere = [o for o in task.occupants if not o.presence]
    for chosen in product(*(list(_splits(need, task.limits(kind))) for _, kind, need in asked)):
        used: dict[tuple[SpaceKind, int], int] = {}
        for (_, kind, _), split in zip(asked, chosen, strict=True):
            for f in floors:
                used[kind, f] = used.get((kind, f), 0) + split[f]
        if any(amount > task.limits(kind)[f] for (kind, f), amount in used.items()):
            continue
        for spots in product(floors, repeat=len(nowhere)):
            seat = {o.unit: f for o, f in zip(nowhere, spots, strict=True)}
            shares: list[Share] = []
            for o in task.occupants:
                own = [(kind, s) for (p, kind, _), s in zip(asked, chosen, strict=True) if p is o]
                spaces = [{kind: split[f] for kind, split in own if split[f]} for f in floors]
                staff = apportioned(o, spaces, [seat.get(o.unit) == f for f in floors])
                shares += [
                    Share(unit=o.unit, floor=task.floors[f].number, staff=staff[f], spaces=spaces[f])
                    for f in floors
                    if staff[f] or spaces[f]
                ]
            yield tuple(shares)


def _splits(need: int, limits: Sequence[int]) -> Iterator[tuple[int, ...]]:
    whole, left = divmod(need, 100)
    for counts in product(range(whole + 1), repeat=len(limits)):
        if sum(counts) == whole:
            for at in range(len(limits)) if left else (None,):
                split = tuple(100 * n + (left if f == at else 0) for f, n in enumerate(counts))
                if all(part <= limit for part, limit in zip(split, limits, strict=True)):
                    yield split


def ranged(amounts: StackAmounts) -> tuple[int, int, int]:
    """The amounts that the ranges decide."""
    return amounts.visit_floors, amounts.floors_between, amounts.strength_floors


def measured(stock: Inventory, proposal: Proposal) -> list[tuple[StackAmounts, Plan]]:
    """Every plan of the house with what it amounts to."""
    task = stack_task(stock, proposal, "H")
    return [(stack_amounts(stock, proposal, "H", plan), plan) for plan in every_plan(task)]


@st.composite
def houses(draw: st.DrawFn) -> tuple[Inventory, Proposal]:
    """Two or three floors with 0-4 workplaces and some other rooms; one to three units that may not all fit."""
    count = draw(st.integers(2, 3))
    floors = [
        {
            WORK: draw(st.integers(0, 4)),
            FRONT: draw(st.integers(0, 2)),
            ARCHIVE: draw(st.integers(0, 2)),
            INTERVIEW: draw(st.integers(0, 1)),
        }
        for _ in range(count)
    ]
    units: dict[str, Mapping[str, object]] = {}
    for key in ("a", "b", "c")[: draw(st.integers(1, 3))]:
        needs = [SpaceNeed(kind=WORK, per_100_staff=draw(st.sampled_from((0, 24, 30, 50, 100, 100, 126, 130))))]
        needs.append(SpaceNeed(kind=FRONT, per_site=draw(st.sampled_from((0, 0, 1)))))
        needs.append(SpaceNeed(kind=ARCHIVE, per_site=draw(st.sampled_from((0, 0, 1)))))
        needs.append(SpaceNeed(kind=INTERVIEW, per_site=draw(st.sampled_from((0, 0, 1)))))
        units[key] = {
            "staff": draw(st.integers(1, 3)),
            "needs": tuple(n for n in needs if n.per_site or n.per_100_staff),
            "service": draw(st.sampled_from(("", "", "torg"))),
            "visits_per_year": draw(st.sampled_from((0, 7, 1000))),
        }
    keys = sorted(units)
    pairs = {
        (x, y): draw(st.sampled_from((0, 40, 100)))
        for i, x in enumerate(keys)
        for y in keys[i + 1 :]
        if draw(st.booleans())
    }
    return house(floors, units, pairs, first=draw(st.sampled_from((1, 1, -1, 2))))
