"""What the Gantt chart shows, in rows: by building, by unit or by crew.

By building, what the parts of one unit do there at about the same time shares a line, and so do all who leave then.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from localisation.domain.instance import Instance
from localisation.domain.relocation.logistics import ActivityKind
from localisation.domain.relocation.plan import Plan
from localisation.domain.relocation.programme import Activity, Leg, Move, Programme
from localisation.pictures.plan.clustered import clustered
from localisation.pictures.plan.milestones import Milestone, milestones
from localisation.pictures.plan.names import PlanNames
from localisation.pictures.plan.step_dates import date_at, step_dates
from localisation.texts import Texts

View = Literal["building", "unit", "crew"]
VIEWS: tuple[View, ...] = ("building", "unit", "crew")
STAY = "stay"
_MOST_NAMED = 2
"""Units that are named when several share a line; of more, the first only."""


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
class Mark:
    """A milestone with what is written beside its sign."""

    milestone: Milestone
    label: str

    @property
    def day(self) -> date:
        """The day it is on."""
        return self.milestone.day


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """The strands of a building, a unit or a crew, by first date; its milestones."""

    key: str
    name: str
    strands: tuple[Strand, ...]
    marks: tuple[Mark, ...] = ()


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
        """Works, arrivals of each unit, departures, and those who wait there."""
        for building in self._inventory.buildings:
            strands = [s for w in self._works(building.id) for s in self._strands(self._names.work(w), [w])]
            here = [leg for leg in self._legs if leg.destination == building.id]
            for unit in dict.fromkeys(leg.unit for leg in here):
                arriving = [leg for leg in here if leg.unit == unit]
                strands += self._shared(
                    [(leg, [leg.move, leg.it]) for leg in arriving], lambda some: f"→ {self._who(some)}", waits=True
                )
            leaving = [leg for leg in self._legs if leg.origin == building.id]
            out = [(leg, [leg.pack, leg.clean] if leg.pack or leg.clean else [leg.move]) for leg in leaving]
            strands += self._shared(out, lambda some: f"{self._who(some)} →")
            marks = tuple(self._mark(m) for m in self._milestones if m.building == building.id)
            yield self._group(building.id, building.name, strands, marks)
        yield self._loose()

    def by_unit(self) -> Iterator[Group]:
        """Each unit's way to each destination, and where it waits; works and what becomes of buildings last."""
        for unit in self._inventory.units:
            strands = []
            moves = [m for m in self._programme.moves if m.unit == unit.id]
            for destination in dict.fromkeys(m.destination for m in moves):
                strands += self._to([m for m in moves if m.destination == destination])
            yield self._group(unit.id, unit.name, strands)
        works = [s for w in self._programme.works for s in self._strands(self._names.work_at(w), [w])]
        marks = tuple(self._mark(m, f"{self._names.building(m.building)}: ") for m in self._milestones)
        yield self._group("works", self._t("plan.gantt.works"), works, marks)
        yield self._loose()

    def _to(self, moves: list[Move]) -> list[Strand]:
        """The moves of one unit to one destination: all places on the way are named when there is one move only."""
        routes = [(m, route) for m in moves if (route := self._plan.route(self._programme, m.id))]
        legs = [leg for _, route in routes for leg in route.legs]
        way = [self._names.building(moves[0].destination)]
        if len(routes) == 1:
            move, route = routes[0]
            way = [*(self._names.building(b) for b in (move.origin, route.via) if b), *way]
        arrow = "" if len(way) > 1 else "→ "

        def label(some: list[Leg]) -> str:
            staff = {leg.move_id: leg.staff for leg in some}
            return f"{arrow}{' → '.join(way)} ({self._t.number(sum(staff.values()))})"

        return self._shared([(leg, list(leg.activities)) for leg in legs], label, waits=True)

    def by_crew(self) -> Iterator[Group]:
        """Each activity with the crew whose hands it takes; what goes to one place for one unit shares a line."""
        for crew in self._programme.crews:
            bundles: dict[str, list[Activity]] = {}
            for a in self._programme.activities:
                if a.id in self._plan.steps and a.demands.get(crew.id):
                    bundles.setdefault(self._names.short(a), []).append(a)
            strands = [s for label, found in bundles.items() for s in self._strands(label, found)]
            name = (crew.name_en if self._t.language == "en" else "") or crew.name
            yield self._group(crew.id, self._t("plan.gantt.crew", name=name, size=crew.size), strands)
        yield self._loose()

    def _shared(
        self, legs: list[tuple[Leg, list[str]]], label: Callable[[list[Leg]], str], *, waits: bool = False
    ) -> list[Strand]:
        """Strands of several legs with some of their activities: those close in time share one, with one label."""
        timed = [(self._segment(a), leg) for leg, ids in legs for a in self._found(*ids)]
        if waits:
            timed += [(segment, leg) for leg, _ in legs for segment in self._waits_in(leg)]
        return [
            self._named(label([leg for _, leg in cluster]), [s for s, _ in cluster])
            for cluster in clustered(timed, lambda pair: pair[0])
        ]

    def _who(self, legs: list[Leg]) -> str:
        """The units of the legs, each once with all its staff."""
        staff: dict[str, int] = {}
        for leg in {leg.id: leg for leg in legs}.values():
            staff[leg.unit] = staff.get(leg.unit, 0) + leg.staff
        named = [f"{self._names.unit(u)} ({self._t.number(n)})" for u, n in staff.items()]
        if len(named) <= _MOST_NAMED:
            return ", ".join(named)
        more = len(named) - 1
        return self._t("plan.gantt.more", first=named[0], more=more, staff=sum(list(staff.values())[1:]))

    def _loose(self) -> Group:
        """Tasks of no building and no unit."""
        tasks = [a for a in self._programme.activities if a.kind is ActivityKind.TASK and a.id in self._plan.steps]
        return self._group("tasks", self._t("plan.gantt.tasks"), [s for a in tasks for s in self._strands(a.id, [a])])

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

    def _strands(self, label: str, activities: list[Activity], waits: list[Segment] | None = None) -> list[Strand]:
        """One strand, or several with the same label where nothing happens for long."""
        segments = [*(waits or ()), *(self._segment(a) for a in activities)]
        return [self._named(label, c) for c in clustered(segments, lambda s: s)]

    def _named(self, label: str, segments: list[Segment]) -> Strand:
        """A strand; packing long before anything else has no name of its own."""
        silent = all(s.kind == ActivityKind.PACK for s in segments)
        return Strand(label="" if silent else label, segments=tuple(segments))

    def _segment(self, activity: Activity) -> Segment:
        step = self._plan.steps[activity.id]
        first, last = step_dates(self._programme.calendar, step)
        tip = self._names.tip(activity, first, last, overtime=step.overtime)
        return Segment(kind=activity.kind, first=first, last=last, tip=tip, overtime=step.overtime)

    def _mark(self, milestone: Milestone, before: str = "") -> Mark:
        return Mark(milestone=milestone, label=before + self._t(f"plan.milestone.{milestone.kind}"))

    def _group(self, key: str, name: str, strands: list[Strand], marks: tuple[Mark, ...] = ()) -> Group:
        kept = sorted(strands, key=lambda s: (s.first, s.last, s.label))
        return Group(key=key, name=name, strands=tuple(kept), marks=marks)
