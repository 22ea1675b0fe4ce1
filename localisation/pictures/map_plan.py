"""What goes where on the proposal map: the main window, the groups that get a window of their own, the flows."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from localisation.domain.instance import Instance
from localisation.domain.inventory import Inventory
from localisation.domain.proposal import Proposal
from localisation.domain.transfers import transfers
from localisation.pictures.clusters import clusters
from localisation.pictures.dodge import dodge
from localisation.pictures.frame import Frame
from localisation.pictures.site import Fate, Site, sites
from localisation.pictures.symbols import radius, scale_for

LETTERS = "ABCD"
_CHAINED_WHEN_CLOSER_THAN = 0.8


@dataclass(frozen=True, kw_only=True)
class Node:
    """A symbol on a panel: one building, or a group that is shown in a window of its own (`letter`)."""

    sites: tuple[Site, ...]
    x: float
    y: float
    radius: float
    letter: str = ""

    @property
    def staff(self) -> int:
        """The staff that the proposal places here."""
        return sum(s.staff for s in self.sites)


@dataclass(frozen=True, slots=True, kw_only=True)
class Flow:
    """People who move between two buildings, all units together, with the names of the units."""

    origin: str
    destination: str
    staff: int
    units: tuple[tuple[str, int], ...]


@dataclass(frozen=True, kw_only=True)
class MapPlan:
    """`groups` are the building ids of each window, A first; `scale` is pixels per square root of a person."""

    frame: Frame
    nodes: tuple[Node, ...]
    groups: tuple[tuple[str, ...], ...]
    sites: tuple[Site, ...]
    flows: tuple[Flow, ...]
    scale: float


def plan_map(instance: Instance, proposal: Proposal, width: int, height: int) -> MapPlan:
    """The plan for a main window of this size in pixels."""
    inventory = instance.inventory
    every = sites(inventory, proposal)
    shown = [s for s in every if s.fate is not Fate.IDLE]
    scale = scale_for(max((s.shown_staff for s in shown), default=1))
    frame = Frame.showing(everywhere(inventory), width, height, margins_px=(14, 14), least_km=2)
    circles = {
        s.building.id: (*frame.pixels(s.building.easting_m, s.building.northing_m), radius(s.shown_staff, scale))
        for s in shown
    }
    groups = tuple(clusters(circles, closer_than=_CHAINED_WHEN_CLOSER_THAN)[: len(LETTERS)])
    return MapPlan(
        frame=frame,
        nodes=_nodes(shown, circles, groups, scale),
        groups=groups,
        sites=every,
        flows=flows(instance, proposal),
        scale=scale,
    )


def everywhere(inventory: Inventory) -> list[tuple[int, int]]:
    """Every place the map must show, in metres."""
    zones = [(z.easting_m, z.northing_m) for z in inventory.zones]
    centres = [(c.easting_m, c.northing_m) for c in inventory.centres]
    return [*zones, *centres, *((b.easting_m, b.northing_m) for b in inventory.buildings)]


def flows(instance: Instance, proposal: Proposal) -> tuple[Flow, ...]:
    """All moves, added up by pair of buildings, the largest first."""
    parts: dict[tuple[str, str], list[tuple[str, int]]] = defaultdict(list)
    for move in transfers(instance.inventory, instance.travel, proposal):
        parts[move.origin, move.destination].append((instance.inventory.unit[move.unit].name, move.staff))
    found = (
        Flow(origin=a, destination=b, staff=sum(n for _, n in units), units=tuple(sorted(units, key=lambda u: -u[1])))
        for (a, b), units in parts.items()
    )
    return tuple(sorted(found, key=lambda f: (-f.staff, f.origin, f.destination)))


def _nodes(
    shown: Sequence[Site],
    circles: dict[str, tuple[float, float, float]],
    groups: Sequence[tuple[str, ...]],
    scale: float,
) -> tuple[Node, ...]:
    by_id = {s.building.id: s for s in shown}
    grouped = {i for group in groups for i in group}
    found = []
    for letter, group in zip(LETTERS, groups, strict=False):
        members = tuple(by_id[i] for i in group)
        weights = [max(1, s.shown_staff) for s in members]
        x, y = (
            sum(w * circles[i][axis] for w, i in zip(weights, group, strict=True)) / sum(weights) for axis in (0, 1)
        )
        size = max(9.0, radius(sum(s.staff for s in members), scale))
        found.append(Node(sites=members, x=x, y=y, radius=size, letter=letter))
    for i, site in by_id.items():
        if i not in grouped:
            x, y, size = circles[i]
            found.append(Node(sites=(site,), x=x, y=y, radius=size))
    spots = dodge([(n.x, n.y, n.radius) for n in found])
    return tuple(
        Node(sites=n.sites, x=x, y=y, radius=n.radius, letter=n.letter) for n, (x, y) in zip(found, spots, strict=True)
    )
