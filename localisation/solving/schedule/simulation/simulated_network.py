"""The plan as a network of what waits for what, so that it can be carried out with other durations."""

from collections.abc import Mapping
from dataclasses import dataclass

from localisation.domain.instance import Instance
from localisation.domain.relocation.calendar import Calendar
from localisation.domain.relocation.plan import Plan, Step
from localisation.domain.relocation.programme import Activity, Programme
from localisation.solving.schedule.simulation.building_order import building_order
from localisation.solving.schedule.simulation.crew_flow import crew_flow
from localisation.solving.schedule.simulation.lengthened import lengthened
from localisation.solving.schedule.simulation.room_flow import room_flow
from localisation.solving.schedule.unit_stops import unit_stops
from localisation.solving.schedule.worked_days import WorkedDays, worked_days

Arc = tuple[str, str]
"""The second activity starts no earlier than the first is finished."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """An activity in the order of the plan: how long it takes, and those (by position, all before it) it waits for."""

    activity: str
    planned: int
    low: int
    likely: int
    high: int
    waits_for: tuple[int, ...]
    worked: WorkedDays


@dataclass(frozen=True, kw_only=True)
class SimulatedNetwork:
    """Nodes in an order in which each comes after all it waits for, on a calendar long enough for the worst."""

    calendar: Calendar
    nodes: tuple[Node, ...]

    @property
    def position(self) -> dict[str, int]:
        """Activity -> position."""
        return {node.activity: i for i, node in enumerate(self.nodes)}


def simulated_network(instance: Instance, programme: Programme, plan: Plan) -> SimulatedNetwork:
    """A partial order schedule (Policella et al. 2004): whatever the durations, crews and rooms are never overbooked.

    Hands and rooms are handed on from one activity to the next as in the plan (resource flow; Artigues, Michelon &
    Reusser 2003); works and moves in and out of a building keep their order; units' stops are kept where the plan keeps
    them.
    """
    chosen = {a: programme.activity[a] for a in plan.steps}
    arcs: set[Arc] = {(before, a.id) for a in chosen.values() for before in a.after if before in chosen}
    arcs |= building_order(programme, plan)
    arcs |= crew_flow(programme, plan, arcs)
    arcs |= room_flow(instance.inventory, programme, plan)
    order = sorted(chosen, key=lambda a: (plan.steps[a].start, plan.steps[a].end, _depth(chosen[a], chosen), a))
    position = {a: i for i, a in enumerate(order)}
    calendar = lengthened(programme.calendar, instance.inventory.logistics, _slip(chosen))
    stops = unit_stops(instance.inventory, calendar)
    waits: dict[str, list[int]] = {a: [] for a in order}
    for before, after in sorted(arcs):
        if position[before] < position[after]:
            waits[after].append(position[before])
    axes: dict[WorkedDays, WorkedDays] = {}
    nodes = []
    for activity in order:
        worked = _worked(
            chosen[activity], plan.steps[activity], calendar, stops.get(chosen[activity].unit, frozenset())
        )
        axis = axes.setdefault(worked, worked)
        nodes.append(_node(chosen[activity], plan.steps[activity], tuple(waits[activity]), axis))
    return SimulatedNetwork(calendar=calendar, nodes=tuple(nodes))


def _depth(activity: Activity, chosen: Mapping[str, Activity]) -> int:
    """How long a chain comes before; tells activities of no days apart that are planned on the same day."""
    return max((1 + _depth(chosen[b], chosen) for b in activity.after if b in chosen), default=0)


def _slip(chosen: Mapping[str, Activity]) -> int:
    """Working days by which everything could be late if each took its longest, one after the other."""
    return sum((a.high_days or a.days) - a.days for a in chosen.values())


def _worked(activity: Activity, step: Step, calendar: Calendar, stops: frozenset[int]) -> WorkedDays:
    """The days it can be worked on; the unit's stops are kept if the plan keeps them."""
    kept = stops if not stops & set(range(step.start, step.end)) else frozenset[int]()
    return worked_days(calendar, activity, also_off=kept)


def _node(activity: Activity, step: Step, waits_for: tuple[int, ...], worked: WorkedDays) -> Node:
    return Node(
        activity=activity.id,
        planned=step.start,
        low=activity.days if activity.low_days is None else min(activity.low_days, activity.days),
        likely=activity.days,
        high=activity.days if activity.high_days is None else max(activity.high_days, activity.days),
        waits_for=waits_for,
        worked=worked,
    )
