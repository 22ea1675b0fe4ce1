"""What the Gantt chart shows, in rows: by building, by unit or by crew.

By building, what one unit's parts do there in the same two weeks shares a line, and so do all that leave then.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from localisation.domain.instance import Instance
from localisation.domain.relocation.logistics import ActivityKind
from localisation.domain.relocation.plan import Plan
from localisation.domain.relocation.programme import Activity, Leg, Programme
from localisation.pictures.plan.milestones import Milestone, milestones
from localisation.pictures.plan.names import PlanNames
from localisation.pictures.plan.step_dates import date_at, step_dates
from localisation.texts import Texts

View = Literal["building", "unit", "crew"]
VIEWS: tuple[View, ...] = ("building", "unit", "crew")
STAY = "stay"


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """A bar from the first to the last date; `kind` is an activity's, or "stay" for a wait in transit premises."""

    kind: str
    first: date
    last: date
    tip: str
    overtime: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Strand:
    """Bars that belong together, with one label."""

    label: str
    segments: tuple[Segment, ...]

    @property
    def first(self) -> date:
        """The first date of all."""
        return min(s.first for s in self.segments)

    @property
    def last(self) -> date:
        """The last date of all."""
        return max(s.last for s in self.segments)


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """The strands of a building, a unit or a crew, by first date; its milestones."""

    key: str
    name: str
    strands: tuple[Strand, ...]
    marks: tuple[Milestone, ...] = ()


def gantt_rows(instance: Instance, programme: Programme, plan: Plan, view: View, t: Texts) -> tuple[Group, ...]:
    """Every group with something to show, in the order of the inventory; activities of no group come last."""
    rows = _Rows(instance, programme, plan, t)
    found = {"building": rows.by_building, "unit": rows.by_unit, "crew": rows.by_crew}[view]()
    return tuple(group for group in found if group.strands)


class _Rows:
    def __init__(self, instance: Instance, programme: Programme, plan: Plan, t: Texts) -> None:
        self._inventory, self._programme, self._plan, self._t = instance.inventory, programme, plan, t
        self._names = PlanNames(instance, programme, t)
        self._legs = plan.legs(programme)
        self._milestones = milestones(instance, programme, plan)

    def by_building(self) -> Iterator[Group]:
        """Works, arrivals and departures, and those who wait there."""
        for building in self._inventory.buildings:
            strands = [self._strand(self._names.work(w), [w]) for w in self._works(building.id)]
            strands += [
                self._strand(
                    f"→ {self._who(legs)}",
                    [a for leg in legs for a in self._found(leg.move, leg.it)],
                    [s for leg in legs for s in self._waits_in(leg)],
                )
                for legs in self._bundles([g for g in self._legs if g.destination == building.id], by_unit=True)
            ]
            strands += [
                self._strand(
                    f"{self._who(legs)} →",
                    [a for leg in legs for a in self._found(leg.pack, leg.clean) or self._found(leg.move)],
                )
                for legs in self._bundles([g for g in self._legs if g.origin == building.id], by_unit=False)
            ]
            marks = tuple(m for m in self._milestones if m.building == building.id)
            yield self._group(building.id, building.name, strands, marks)
        yield self._loose()

    def by_unit(self) -> Iterator[Group]:
        """The legs of each unit's moves, and where it waits between them; the works last."""
        for unit in self._inventory.units:
            strands = []
            for move in self._programme.moves:
                route = self._plan.route(self._programme, move.id)
                if move.unit == unit.id and route:
                    way = [self._names.building(b) for b in (move.origin, route.via, move.destination) if b]
                    steps = self._found(*(a for leg in route.legs for a in leg.activities))
                    waits = [s for leg in route.legs for s in self._waits_in(leg)]
                    label = f"{' → '.join(way)} ({self._t.number(move.staff)})"
                    strands.append(self._strand(label, steps, waits))
            yield self._group(unit.id, unit.name, strands)
        works = [self._strand(self._names.work_at(w), [w]) for w in self._programme.works]
        yield self._group("works", self._t("plan.gantt.works"), works)
        yield self._loose()

    def by_crew(self) -> Iterator[Group]:
        """Each activity with the crew whose hands it takes; what one unit's moves take within two weeks together."""
        for crew in self._programme.crews:
            bundles: dict[tuple[str, int], list[Activity]] = {}
            for a in self._programme.activities:
                if a.id in self._plan.steps and a.demands.get(crew.id):
                    day = date_at(self._programme.calendar, self._plan.steps[a.id].start)
                    key = (self._names.short(a), day.toordinal() // 14 if a.leg else 0)
                    bundles.setdefault(key, []).append(a)
            strands = [self._strand(label, found) for (label, _), found in bundles.items()]
            name = (crew.name_en if self._t.language == "en" else "") or crew.name
            yield self._group(crew.id, self._t("plan.gantt.crew", name=name, size=crew.size), strands)
        yield self._loose()

    def _bundles(self, legs: list[Leg], *, by_unit: bool) -> list[list[Leg]]:
        """Legs that may share a line: those that begin in the same two weeks (of the same unit)."""
        found: dict[tuple[str, int], list[Leg]] = {}
        for leg in legs:
            day = date_at(self._programme.calendar, self._plan.steps[leg.first].start)
            found.setdefault((leg.unit if by_unit else "", day.toordinal() // 14), []).append(leg)
        return list(found.values())

    def _who(self, legs: list[Leg]) -> str:
        """The units of the legs, each once with all its staff."""
        staff: dict[str, int] = {}
        for leg in legs:
            staff[leg.unit] = staff.get(leg.unit, 0) + leg.staff
        return ", ".join(f"{self._names.unit(u)} ({self._t.number(n)})" for u, n in staff.items())

    def _loose(self) -> Group:
        """Tasks of no building and no unit."""
        tasks = [a for a in self._programme.activities if a.kind is ActivityKind.TASK and a.id in self._plan.steps]
        return self._group("tasks", self._t("plan.gantt.tasks"), [self._strand(a.id, [a]) for a in tasks])

    def _works(self, building: str) -> list[Activity]:
        return [w for w in self._programme.works if w.building == building]

    def _found(self, *ids: str) -> list[Activity]:
        return [self._programme.activity[i] for i in ids if i]

    def _waits_in(self, leg: Leg) -> list[Segment]:
        """The wait that the leg leads to: from the day people work there until the last before they leave."""
        stay = next((s for s in self._plan.stays(self._programme) if s.waiting and s.since == leg.move), None)
        if stay is None:
            return []
        start, end = self._plan.open(self._programme, stay)
        if start >= end:
            return []
        first, last = date_at(self._programme.calendar, start), date_at(self._programme.calendar, end - 1)
        holes = {"unit": self._names.unit(leg.unit), "building": self._names.building(stay.building)}
        tip = self._t("plan.gantt.waits", **holes, first=first, last=last, staff=stay.staff)
        return [Segment(kind=STAY, first=first, last=last, tip=tip)]

    def _strand(self, label: str, activities: list[Activity], waits: list[Segment] | None = None) -> Strand:
        segments = [*(waits or ()), *(self._segment(a) for a in activities)]
        return Strand(label=label, segments=tuple(segments))

    def _segment(self, activity: Activity) -> Segment:
        step = self._plan.steps[activity.id]
        first, last = step_dates(self._programme.calendar, step)
        tip = self._names.tip(activity, first, last, overtime=step.overtime)
        return Segment(kind=activity.kind, first=first, last=last, tip=tip, overtime=step.overtime)

    def _group(self, key: str, name: str, strands: list[Strand], marks: tuple[Milestone, ...] = ()) -> Group:
        kept = sorted((s for s in strands if s.segments), key=lambda s: (s.first, s.last, s.label))
        return Group(key=key, name=name, strands=tuple(kept), marks=marks)
