"""Moves as bands between the symbols of one panel."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import inf

from localisation.pictures.frame import Frame
from localisation.pictures.layers import TIPS, Row
from localisation.pictures.map_plan import Flow, Node
from localisation.pictures.ribbon import ribbon, ribbon_spine
from localisation.texts import Texts

_WIDEST_PX = 10.0
_NARROWEST_PX = 0.9
_AT_MOST_NAMED = 12


@dataclass(frozen=True, kw_only=True)
class Arrow:
    """One band: its outline and spine in pixels, and its tooltip row; `passing` bands begin or end off the panel."""

    outline: list[tuple[float, float]]
    spine: list[tuple[float, float]]
    row: Row
    passing: bool


def pixels_per_person(flows: Sequence[Flow], nodes: Sequence[Node]) -> float:
    """Band width for one who moves, so that the broadest band between two nodes is broad but not more."""
    at = {s.building.id: i for i, n in enumerate(nodes) for s in n.sites}
    joined: dict[tuple[int, int], int] = defaultdict(int)
    for flow in flows:
        joined[at[flow.origin], at[flow.destination]] += flow.staff
    between = [staff for (a, b), staff in joined.items() if a != b]
    return min(0.5, _WIDEST_PX / max(between or joined.values(), default=1))


def arrows(
    flows: Sequence[Flow],
    nodes: Sequence[Node],
    frame: Frame,
    elsewhere: Mapping[str, tuple[str, float, float]],
    per_person: float,
    t: Texts,
) -> list[Arrow]:
    """The bands of a panel, the broadest first (at the bottom).

    Moves are added up by pair of nodes; moves within a node are not drawn. `elsewhere` gives, for buildings off
    the panel, the name and place (metres) of where they are: such bands end at the edge of the panel.
    """
    at = {s.building.id: i for i, n in enumerate(nodes) for s in n.sites}
    joined: dict[tuple[int | str, int | str], list[Flow]] = defaultdict(list)
    for flow in flows:
        a = at.get(flow.origin, elsewhere.get(flow.origin, ("",))[0])
        b = at.get(flow.destination, elsewhere.get(flow.destination, ("",))[0])
        if a not in {b, ""} and b != "" and (isinstance(a, int) or isinstance(b, int)):
            joined[a, b].append(flow)
    found = []
    for (a, b), parts in joined.items():
        ends = _ends(a, b, parts[0], nodes, frame, elsewhere)
        staff = sum(f.staff for f in parts)
        width = max(_NARROWEST_PX, staff * per_person)
        outline = ribbon(*ends[:2], width, start_gap=ends[2] + 1, end_gap=ends[3] + 2)
        if outline:
            names = (_name(a, nodes, t), _name(b, nodes, t))
            passing = isinstance(a, str) or isinstance(b, str)
            spine = ribbon_spine(*ends[:2])
            found.append((staff, Arrow(outline=outline, spine=spine, row=_row(names, parts, t), passing=passing)))
    return [arrow for _, arrow in sorted(found, key=lambda x: -x[0])]


def _ends(
    a: int | str,
    b: int | str,
    flow: Flow,
    nodes: Sequence[Node],
    frame: Frame,
    elsewhere: Mapping[str, tuple[str, float, float]],
) -> tuple[tuple[float, float], tuple[float, float], float, float]:
    def place(end: int | str, other: int | str, building: str) -> tuple[tuple[float, float], float]:
        if isinstance(end, int):
            return (nodes[end].x, nodes[end].y), nodes[end].radius
        assert isinstance(other, int)
        _, east, north = elsewhere[building]
        return _edge((nodes[other].x, nodes[other].y), frame.pixels(east, north), frame), 0.0

    (start, gap), (end, end_gap) = place(a, b, flow.origin), place(b, a, flow.destination)
    return start, end, gap, end_gap


def _edge(inside: tuple[float, float], outside: tuple[float, float], frame: Frame) -> tuple[float, float]:
    """Where the straight line from a point inside to one outside meets a line just within the panel's edge."""
    dx, dy = outside[0] - inside[0], outside[1] - inside[1]
    across = inf if dx == 0 else ((frame.width - 3 if dx > 0 else 3) - inside[0]) / dx
    up = inf if dy == 0 else ((frame.height - 3 if dy > 0 else 3) - inside[1]) / dy
    share = min(1.0, across, up)
    return inside[0] + dx * share, inside[1] + dy * share


def _name(end: int | str, nodes: Sequence[Node], t: Texts) -> str:
    if isinstance(end, str):
        return end
    node = nodes[end]
    return t("pictures.group", letter=node.letter) if node.letter else node.sites[0].building.name


def _row(names: tuple[str, str], flows: Sequence[Flow], t: Texts) -> Row:
    units: dict[str, int] = defaultdict(int)
    for flow in flows:
        for name, staff in flow.units:
            units[name] += staff
    listed = sorted(units.items(), key=lambda u: -u[1])
    who = [f"{name}: {t.number(staff)}" for name, staff in listed[:_AT_MOST_NAMED]]
    if len(listed) > _AT_MOST_NAMED:
        who.append(t("pictures.more", count=len(listed) - _AT_MOST_NAMED))
    return {
        TIPS: [
            (t("pictures.from"), names[0]),
            (t("pictures.to"), names[1]),
            (t("pictures.people"), t.number(sum(units.values()))),
            (t("pictures.who"), "\n".join(who)),
        ]
    }
