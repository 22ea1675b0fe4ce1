"""One window of the proposal map: ground, moves, buildings and names."""

from collections.abc import Sequence
from math import hypot

from localisation.domain.geography import Centre
from localisation.pictures.arrows import Arrow
from localisation.pictures.box import Box
from localisation.pictures.frame import Frame
from localisation.pictures.labels import LINE_HEIGHT, LabelRequest, PlacedLabel, place_labels
from localisation.pictures.layers import Row, Spec, lines, panel_of, points, polygons, switched, texts
from localisation.pictures.map_plan import Node
from localisation.pictures.palette import FAINT, FLOW, HAIRLINE, INK, LAND, MUTED
from localisation.pictures.scale_bar import bar_box, scale_bar
from localisation.pictures.site import Fate, Site
from localisation.pictures.symbols import site_label, site_symbol
from localisation.texts import Texts

MOVES = "show_moves"
NAMES = "show_names"
_LABEL_PX = 10.0
_CENTRE_PX = 8.5


def panel(
    frame: Frame,
    ground: Sequence[Spec],
    nodes: Sequence[Node],
    arrows: Sequence[Arrow],
    centres: Sequence[Centre],
    scale: float,
    t: Texts,
    *,
    fill: str,
    north: bool = False,
    badge: tuple[str, str] | None = None,
    faint: Sequence[Row] = (),
    idle: Sequence[Site] = (),
) -> Spec:
    """The layered chart. `badge` is the letter and name of a close-up; `faint` names stand behind everything,
    and `idle` buildings get a small mark and no name."""
    single = [n for n in nodes if not n.letter]
    groups = [n for n in nodes if n.letter]
    marks: list[Spec] = [*ground]
    if faint:
        marks.append(texts(frame, faint, fontSize=11, fontStyle="italic", color=FAINT, align="center"))
    for passing, opacity in ((True, 0.26), (False, 0.5)):
        bands = [a for a in arrows if a.passing is passing]
        if bands:
            style = {"fill": FLOW, "fillOpacity": opacity, "stroke": LAND, "strokeWidth": 0.5}
            layer = polygons(frame, [a.outline for a in bands], [a.row for a in bands], **style)
            marks.append(switched(layer, MOVES))
    marks += _centre_marks(frame, nodes, centres)
    rows = [site_symbol(s, *frame.pixels(s.building.easting_m, s.building.northing_m), scale, t) for s in idle]
    rows += [site_symbol(n.sites[0], n.x, n.y, scale, t) for n in sorted(single, key=lambda n: -n.radius)]
    if rows:
        marks.append(points(frame, rows))
    if groups:
        marks += _group_marks(frame, groups)
    taken = [Box.around(n.x, n.y, n.radius) for n in nodes]
    head = _badge_box(badge)
    crowd = [*((n.x, n.y) for n in nodes), *(spot for a in arrows for spot in a.spine)]
    bar = bar_box(frame, crowd, [*taken, *([head] if head else [])], north=north)
    taken += [bar, *([head] if head else [])]
    avoid = [spot for a in arrows for spot in a.spine]
    avoid += [(row["x"] + shift, row["y"]) for row in faint for shift in range(-30, 31, 10)]
    marks += _names(frame, nodes, centres, avoid, taken, t)
    marks += scale_bar(frame, bar, t, north=north)
    if badge and head:
        marks += _badge_marks(frame, head, badge)
    right, bottom = frame.width, frame.height
    border = [(0, 0), (right, 0), (right, bottom), (0, bottom), (0, 0)]
    return panel_of(frame, [*marks, lines(frame, [border], {"stroke": HAIRLINE, "strokeWidth": 1})], fill=fill)


def label_requests(nodes: Sequence[Node], centres: Sequence[Centre], frame: Frame, t: Texts) -> list[LabelRequest]:
    """What wants a name: every node, and every centre that no group already names."""
    named = {s.building.centre for n in nodes if n.letter for s in n.sites}
    wanted = [
        LabelRequest(
            key=f"node {n.sites[0].building.id}",
            text=_group_label(n, centres, t) if n.letter else site_label(n.sites[0], t),
            x=n.x,
            y=n.y,
            radius=n.radius,
            size=_LABEL_PX,
            bold=bool(n.letter),
            priority=(1000 if n.letter else 0) + n.radius,
        )
        for n in nodes
    ]
    for centre in centres:
        x, y = frame.pixels(centre.easting_m, centre.northing_m)
        if centre.id not in named and frame.box.holds(x, y):
            text = centre.name.upper()
            key = f"centre {centre.id}"
            wanted.append(LabelRequest(key=key, text=text, x=x, y=y, radius=3, size=_CENTRE_PX, bold=True, priority=5))
    return wanted


def _names(
    frame: Frame,
    nodes: Sequence[Node],
    centres: Sequence[Centre],
    avoid: Sequence[tuple[float, float]],
    taken: Sequence[Box],
    t: Texts,
) -> list[Spec]:
    wanted = label_requests(nodes, centres, frame, t)
    crossed = [Box.around(r.x, r.y, r.radius) for r in wanted if r.key.startswith("centre")]
    placed, left_out = place_labels(wanted, frame.box, [*taken, *crossed], avoid)
    if left_out:
        x, y = frame.width / 2, frame.height
        note = LabelRequest(key="told", text=t("pictures.left_out"), x=x, y=y, radius=0, size=_CENTRE_PX)
        told = place_labels([note], frame.box, [*taken, *crossed])[0]
        placed = told + place_labels(wanted, frame.box, [*taken, *crossed, *(p.box for p in told)], avoid)[0]
    leaders = [p.leader for p in placed if p.leader and p.request.key != "told"]
    marks: list[Spec] = []
    if leaders:
        marks.append(switched(lines(frame, leaders, {"stroke": MUTED, "strokeWidth": 0.6}), NAMES))
    closed = {f"node {n.sites[0].building.id}" for n in nodes if n.sites[0].fate is Fate.CLOSED and not n.letter}
    styles: list[tuple[list[PlacedLabel], Row]] = [
        ([p for p in placed if p.request.key.startswith("centre")], {"color": MUTED, "fontWeight": "bold"}),
        ([p for p in placed if p.request.key in closed], {"color": MUTED, "fontStyle": "italic"}),
        ([p for p in placed if p.request.bold and p.request.key.startswith("node")], {"fontWeight": "bold"}),
        ([p for p in placed if not p.request.bold and p.request.key not in {*closed, "told"}], {}),
        ([p for p in placed if p.request.key == "told"], {"color": MUTED}),
    ]
    for some, style in styles:
        if some:
            layer = texts(frame, _lines(some), halo=LAND, fontSize=some[0].request.size, **style)
            marks.append(switched(layer, NAMES))
    return marks


def _centre_marks(frame: Frame, nodes: Sequence[Node], centres: Sequence[Centre]) -> list[Spec]:
    """A small cross at each centre, but not where a building stands on it."""
    spots = [frame.pixels(c.easting_m, c.northing_m) for c in centres]
    free = [(x, y) for x, y in spots if not any(hypot(n.x - x, n.y - y) < n.radius + 4 for n in nodes)]
    rows = [{"x": x, "y": y, "size": 26} for x, y in free]
    return [points(frame, rows, shape="cross", fill=LAND, stroke=MUTED, strokeWidth=0.9)] if rows else []


def _lines(placed: Sequence[PlacedLabel]) -> list[Row]:
    found = []
    for p in placed:
        step = p.request.size * LINE_HEIGHT
        for i, line in enumerate(p.request.lines):
            found.append({"x": p.box.left + 1.5, "y": p.box.top + 1.5 + step * (i + 0.5), "text": line})
    return found


def _group_label(node: Node, centres: Sequence[Centre], t: Texts) -> str:
    buildings = sum(s.staff > 0 for s in node.sites)
    key = "pictures.group_size_one" if buildings == 1 else "pictures.group_size"
    size = t(key, buildings=buildings, staff=node.staff)
    return f"{group_name(node, centres)}\n{size}"


def group_name(node: Node, centres: Sequence[Centre]) -> str:
    """The centre that most of the group's staff belong to."""
    count: dict[str, int] = {}
    for site in node.sites:
        count[site.building.centre] = count.get(site.building.centre, 0) + site.shown_staff
    most = max(sorted(count), key=lambda c: count[c])
    return next((c.name for c in centres if c.id == most), most)


def _group_marks(frame: Frame, groups: Sequence[Node]) -> list[Spec]:
    rows = [{"x": n.x, "y": n.y, "size": round((2 * n.radius) ** 2, 1)} for n in groups]
    letters = [{"x": n.x, "y": n.y + 0.5, "text": n.letter} for n in groups]
    return [
        points(frame, rows, shape="circle", fill=INK, stroke=LAND, strokeWidth=1.2),
        texts(frame, letters, color=LAND, fontSize=12, fontWeight="bold", align="center"),
    ]


def _badge_box(badge: tuple[str, str] | None) -> Box | None:
    return Box(0, 0, 34 + 7.2 * len(badge[1]), 26) if badge else None


def _badge_marks(frame: Frame, box: Box, badge: tuple[str, str]) -> list[Spec]:
    spot = {"x": 15, "y": 14, "size": 324}
    return [
        points(frame, [spot], shape="circle", fill=INK, stroke=LAND, strokeWidth=1.2),
        texts(
            frame, [{"x": 15, "y": 14.5, "text": badge[0]}], color=LAND, fontSize=12, fontWeight="bold", align="center"
        ),
        texts(frame, [{"x": 29, "y": 14.5, "text": badge[1]}], halo=LAND, fontSize=12, fontWeight="bold"),
    ]
