"""The proposal map: who sits where, and who moves."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from localisation.domain.instance import Instance
from localisation.domain.proposal import Proposal
from localisation.domain.vocabulary import Confidence
from localisation.pictures import map_legend
from localisation.pictures.arrows import arrows, pixels_per_person
from localisation.pictures.dodge import dodge
from localisation.pictures.frame import Frame
from localisation.pictures.layers import Spec, panel_of, texts
from localisation.pictures.map_ground import POPULATION, ROADS, ground, neighbour_names, own_municipality
from localisation.pictures.map_list import map_list
from localisation.pictures.map_panel import MOVES, NAMES, group_name, panel
from localisation.pictures.map_plan import MapPlan, Node, everywhere, plan_map
from localisation.pictures.palette import LAND, MUTED, PAPER, SEA
from localisation.pictures.site import Fate, Site, sites
from localisation.pictures.symbols import radius
from localisation.texts import Texts

SCHEMA = "https://vega.github.io/schema/vega-lite/v6.json"
WIDTH, HEIGHT = 1191, 842
"""An A3 sheet lying down, in points."""
_MARGIN = 24
_GAP = 12
_HEAD = 52
_FOOT = 45
_INNER = WIDTH - 2 * _MARGIN
_BODY = HEIGHT - 2 * _MARGIN - _HEAD - _FOOT - 2 * _GAP
_FIRST_PART = 0.54
"""How much of the height the first window has where there are more."""
_BESIDE = 5
"""What a window needs beside its buildings (badge, scale), counted as so many buildings."""
_LIST_MOST = 130
"""The list of who sits where may take so much of the sheet; where it needs more, the table has it alone."""


@dataclass(frozen=True, kw_only=True)
class MapHeading:
    """What stands above and below the map.

    `subtitle` says which scenario and how good, `result` points, gap and cost, `note` what all of it rests on.
    """

    title: str
    subtitle: str
    result: str
    note: str
    made: date


def proposal_map(instance: Instance, proposal: Proposal, heading: MapHeading, t: Texts) -> Spec:
    """The whole sheet as one chart: WIDTH by HEIGHT pixels, with switches for the layers where there is a screen."""
    inventory = instance.inventory
    own = own_municipality(inventory)
    who = map_list(sites(inventory, proposal), _INNER, _LIST_MOST, t)
    body = _BODY - (who.height + _GAP if who else 0)
    width = _main_width(instance, body)
    plan = plan_map(instance, proposal, width, body)
    side = _INNER - width - _GAP
    per_person = pixels_per_person(plan.flows, plan.nodes)
    main = panel(
        plan.frame,
        ground(inventory, plan.frame, own),
        plan.nodes,
        arrows(plan.flows, plan.nodes, plan.frame, {}, per_person, t),
        inventory.centres,
        plan.scale,
        t,
        fill=SEA if inventory.background else LAND,
        north=True,
        faint=neighbour_names(inventory, plan.frame, own),
        idle=_idle(plan),
    )
    estimated = any(f.column == "staff" and f.confidence is Confidence.ESTIMATE for f in instance.figures)
    key = map_legend.legend(side, plan.scale, per_person, t, staff_estimated=estimated)
    windows = [
        _close_up(instance, plan, i, w, h, per_person, own, t)
        for i, (w, h) in enumerate(
            _window_sizes([len(g) for g in plan.groups], side, body - map_legend.height(side) - _GAP)
        )
    ]
    right = _column([*windows[:1], *([_row(windows[1:])] if windows[1:] else []), key])
    listed = [who.draw()] if who else []
    sheet = _column([_head(heading), _row([main, right]), *listed, _foot(instance, heading, t)])
    return {
        "$schema": SCHEMA,
        "description": t("pictures.map.alt", buildings=_used(plan), moved=sum(f.staff for f in plan.flows)),
        "background": PAPER,
        "padding": _MARGIN,
        "params": _switches(t),
        **sheet,
    }


def _row(parts: list[Spec]) -> Spec:
    return {"hconcat": parts, "spacing": _GAP}


def _column(parts: list[Spec]) -> Spec:
    return {"vconcat": parts, "spacing": _GAP}


def _main_width(instance: Instance, body: int) -> int:
    spots = everywhere(instance.inventory)
    across = max(x for x, _ in spots) - min(x for x, _ in spots)
    up = max(1, max(y for _, y in spots) - min(y for _, y in spots))
    return round(min(max(body * across / up, 0.37 * _INNER), 0.56 * _INNER))


def _window_sizes(buildings: Sequence[int], width: int, height: int) -> list[tuple[int, int]]:
    """The first window is the large one; the others share a row below it, wider the more buildings they show."""
    if len(buildings) < 2:
        return [(width, height)] * len(buildings)
    first, rest = round(height * _FIRST_PART), buildings[1:]
    there = width - _GAP * (len(rest) - 1)
    each = [there * (_BESIDE + n) // sum(_BESIDE + n for n in rest) for n in rest]
    return [(width, first), *((w, height - first - _GAP) for w in each)]


def _close_up(
    instance: Instance, plan: MapPlan, number: int, width: int, height: int, per_person: float, own: str, t: Texts
) -> Spec:
    inventory = instance.inventory
    members = set(plan.groups[number])
    group = next(n for n in plan.nodes if {s.building.id for s in n.sites} == members)
    places = [(s.building.easting_m, s.building.northing_m) for s in group.sites]
    frame = Frame.showing(places, width, height, margins_px=(min(80, width / 4), min(38, height / 5)), least_km=0.15)
    nodes = _sites_in(frame, plan.sites, plan.scale)
    here = {s.building.id for n in nodes for s in n.sites}
    elsewhere = {
        s.building.id: (
            n.sites[0].building.name if not n.letter else t("pictures.group", letter=n.letter),
            float(s.building.easting_m),
            float(s.building.northing_m),
        )
        for n in plan.nodes
        for s in n.sites
        if s.building.id not in here
    }
    return panel(
        frame,
        ground(inventory, frame, own),
        nodes,
        arrows(plan.flows, nodes, frame, elsewhere, per_person, t),
        inventory.centres,
        plan.scale,
        t,
        fill=LAND,
        badge=(group.letter, group_name(group, inventory.centres)),
        idle=_idle(plan),
    )


def _sites_in(frame: Frame, every: Sequence[Site], scale: float) -> list[Node]:
    found = []
    for site in every:
        x, y = frame.pixels(site.building.easting_m, site.building.northing_m)
        if site.fate is not Fate.IDLE and frame.box.holds(x, y):
            found.append(Node(sites=(site,), x=x, y=y, radius=radius(site.shown_staff, scale)))
    spots = dodge([(n.x, n.y, n.radius) for n in found])
    return [Node(sites=n.sites, x=x, y=y, radius=n.radius) for n, (x, y) in zip(found, spots, strict=True)]


def _idle(plan: MapPlan) -> list[Site]:
    return [s for s in plan.sites if s.fate is Fate.IDLE]


def _used(plan: MapPlan) -> int:
    return sum(s.staff > 0 for s in plan.sites)


def _head(heading: MapHeading) -> Spec:
    frame = Frame(left_km=0, top_km=0, km_per_px=1, width=_INNER, height=_HEAD)
    title = texts(frame, [{"x": 0, "y": 15, "text": heading.title}], fontSize=25, fontWeight="bold")
    subtitle = texts(frame, [{"x": 0, "y": 41, "text": heading.subtitle}], fontSize=13, color=MUTED)
    return panel_of(frame, [title, subtitle])


def _foot(instance: Instance, heading: MapHeading, t: Texts) -> Spec:
    frame = Frame(left_km=0, top_km=0, km_per_px=1, width=_INNER, height=_FOOT)
    place = instance.inventory.place
    made = t("pictures.map.made", date=heading.made, crs=str(place.crs))
    said = (heading.result, heading.note, place.credit)
    left = [{"x": 0, "y": 8 + 15 * i, "text": text} for i, text in enumerate(said)]
    right = [{"x": _INNER, "y": 38, "text": made}]
    small: dict[str, Any] = {"fontSize": 9.5, "color": MUTED}
    return panel_of(frame, [texts(frame, left, **small), texts(frame, right, align="right", **small)])


def _switches(t: Texts) -> list[Spec]:
    names = {POPULATION: "population", ROADS: "roads", MOVES: "moves", NAMES: "names"}
    return [
        {"name": name, "value": True, "bind": {"input": "checkbox", "name": t(f"pictures.switch.{key}")}}
        for name, key in names.items()
    ]
