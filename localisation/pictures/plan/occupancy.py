"""How full a building is while people move: who takes how much room from which day, and how much there is."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise

from localisation.domain.instance import Instance
from localisation.domain.relocation.plan import Plan
from localisation.domain.relocation.programme import Programme, Stay
from localisation.domain.vocabulary import SpaceKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Level:
    """From day `start` up to (not with) `end`, by index: room in the kind's unit, needs by unit in hundredths.

    `waiting` are the units that only wait there in transit premises.
    """

    start: int
    end: int
    room: int
    needs: Mapping[str, int]
    waiting: frozenset[str] = frozenset()

    @property
    def need_hundredths(self) -> int:
        """The need of all."""
        return sum(self.needs.values())

    @property
    def need(self) -> int:
        """The same in whole units, rounded up."""
        return -(-self.need_hundredths // 100)

    @property
    def over(self) -> bool:
        """Whether more is needed than there is."""
        return self.need_hundredths > 100 * self.room


@dataclass(frozen=True, slots=True, kw_only=True)
class Occupancy:
    """One building: its levels from the first day to the last, without gaps, and the works as (start, end)."""

    building: str
    levels: tuple[Level, ...]
    works: tuple[tuple[int, int], ...]

    @property
    def changes(self) -> bool:
        """Whether need or room changes at all, or somebody works on the building."""
        return len(self.levels) > 1 or bool(self.works)

    def at(self, day: int) -> Level:
        """The level of a day."""
        return next(level for level in self.levels if level.start <= day < level.end)


def occupancy(
    instance: Instance, programme: Programme, plan: Plan, kind: SpaceKind = SpaceKind.WORKPLACE
) -> tuple[Occupancy, ...]:
    """Every building that somebody stays in at some time, in the order of the inventory.

    A part takes room from the first day of its move there until what it leaves has been cleared, so that both ends of
    a move count. The fixed part of a need (`per_site`) counts once for each unit in a building, and once for each wait.
    Room grows when works are finished; what works in progress close is not taken off.
    """
    stays = [(stay, *plan.presence(programme, stay)) for stay in plan.stays(programme)]
    found = []
    for building in instance.inventory.buildings:
        here = [(s, a, b) for s, a, b in stays if s.building == building.id and a < b]
        works = [(w, plan.steps[w.id]) for w in programme.works if w.building == building.id]
        if not here:
            continue
        cuts = {0, len(programme.calendar), *(d for _, a, b in here for d in (a, b)), *(s.end for _, s in works)}
        edges = sorted(cuts)
        levels = []
        for start, end in pairwise(edges):
            present = [s for s, a, b in here if a <= start < b]
            done = {w.option for w, step in works if step.end <= start}
            levels.append(
                Level(
                    start=start,
                    end=end,
                    room=building.space(kind, done),
                    needs=_needs(instance, present, kind),
                    waiting=frozenset(s.unit for s in present if s.waiting)
                    - frozenset(s.unit for s in present if not s.waiting),
                )
            )
        spans = tuple((step.start, step.end) for _, step in works)
        found.append(Occupancy(building=building.id, levels=_joined(levels), works=spans))
    return tuple(found)


def _needs(instance: Instance, present: list[Stay], kind: SpaceKind) -> dict[str, int]:
    needs: dict[str, int] = {}
    for stay in present:
        unit = instance.inventory.unit[stay.unit]
        first = stay.waiting or not any(s.unit == stay.unit and not s.waiting for s in present[: present.index(stay)])
        fixed = sum(100 * n.per_site for n in unit.needs if n.kind is kind) if first else 0
        needs[unit.id] = (
            needs.get(unit.id, 0) + fixed + sum(n.per_100_staff * stay.staff for n in unit.needs if n.kind is kind)
        )
    return {u: n for u, n in sorted(needs.items()) if n}


def _joined(levels: list[Level]) -> tuple[Level, ...]:
    """Levels that say the same become one."""
    found: list[Level] = []
    for level in levels:
        last = found[-1] if found else None
        if last and (last.room, last.needs, last.waiting) == (level.room, level.needs, level.waiting):
            found[-1] = Level(start=last.start, end=level.end, room=last.room, needs=last.needs, waiting=last.waiting)
        else:
            found.append(level)
    return tuple(found)
