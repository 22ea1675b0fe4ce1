"""The stack plan: buildings as facility managers draw them, a bar a floor and a block a unit."""

from localisation.domain.inventory import Inventory
from localisation.domain.stacking.stack_plan import BuildingStack, StackPlan
from localisation.domain.vocabulary import SpaceKind
from localisation.pictures.bar_table import SCHEMA
from localisation.pictures.frame import Frame
from localisation.pictures.layers import Row, Spec, bars, lines, panel_of, points, texts
from localisation.pictures.palette import INK, MUTED, PAPER, SPACE
from localisation.pictures.plan.occupancy_chart import LOUD, TINTS
from localisation.pictures.stack_plan_layout import ACROSS_PX, GAP_PX, laid_out
from localisation.pictures.stack_plan_marks import Marks
from localisation.pictures.stack_plan_panel import Panel
from localisation.pictures.text_width import text_width
from localisation.texts import Texts

_LEGEND_ROW_PX = 16
_LEGEND_TYPE_PX = 9.0
_SWATCH_PX = 14


def stack_plan(
    inventory: Inventory,
    plan: StackPlan,
    t: Texts,
    *,
    width: int = 1130,
    height: int | None = None,
    part_of: StackPlan | None = None,
) -> Spec:
    """The picture as a Vega-Lite specification; within the height (pixels) where floors stay legible.

    Colour is the service area; the name, or a letter explained below the building, says which unit. A heavy edge is
    where a unit receives the public, a triangle a floor where the public comes in, grey is spare. Where the plan is
    some of the buildings of another, areas have the colours they have in that.
    """
    tint = {area: TINTS[i % len(TINTS)] for i, area in enumerate(_areas(inventory, part_of or plan))}
    tints = {area: tint[area] for area in _areas(inventory, plan)}
    legend = _legend(inventory, plan, tints, t, width)
    below = _LEGEND_ROW_PX * (1 + max(row for row, *_ in legend)) + 6

    def height_of(stack: BuildingStack, column_px: float, row_px: float) -> float:
        return Panel(inventory, stack, Marks(), tints, t).draw(0, 0, column_px, row_px)

    layout = laid_out(plan.buildings, height_of, width=width, height=None if height is None else height - below)
    frame = Frame(left_km=0, top_km=0, km_per_px=1, width=width, height=int(layout.height + below))
    marks = Marks()
    for i, column in enumerate(layout.columns):
        left, top = i * (layout.column_px + ACROSS_PX), 0.0
        for stack in column:
            panel = Panel(inventory, stack, marks, tints, t)
            top = panel.draw(left, top, layout.column_px, layout.row_px) + GAP_PX
    for row, x, kind, fill, text in legend:
        _draw_entry(marks, kind, fill, x, layout.height + 6 + _LEGEND_ROW_PX * row, text)
    return {
        "$schema": SCHEMA,
        "description": t("stack.alt", buildings=len(plan.buildings)),
        "background": PAPER,
        "padding": 4,
        **panel_of(frame, _layers(frame, marks)),
    }


def _areas(inventory: Inventory, plan: StackPlan) -> list[str]:
    """The service areas of those who sit anywhere, in the order of the units."""
    here = {s.unit for b in plan.buildings for s in b.shares}
    return list(dict.fromkeys(u.service_area for u in inventory.units if u.id in here))


def _legend(
    inventory: Inventory, plan: StackPlan, tints: dict[str, str], t: Texts, width: int
) -> list[tuple[int, float, str, str, str]]:
    """(row, x, kind, fill, text) of each entry, broken into rows."""
    entries = [("block", tint, inventory.shown(area, t.language)) for area, tint in tints.items()]
    signs = [("public", PAPER), ("entrance", ""), ("spare", SPACE)]
    signs += [("front", PAPER)] if any(b.front_only(s) for b in plan.buildings for s in b.shares) else []
    signs += [("over", "")] if any(SpaceKind.WORKPLACE in b.lacking for b in plan.buildings) else []
    entries += [(kind, fill, t(f"stack.legend.{kind}")) for kind, fill in signs]
    entries.append(("", "", t("stack.legend.scale")))
    placed, row, x = [], 0, 0.0
    for kind, fill, text in entries:
        wide = _SWATCH_PX + 5 + text_width(text, _LEGEND_TYPE_PX) + 16
        if x and x + wide > width:
            row, x = row + 1, 0.0
        placed.append((row, x, kind, fill, text))
        x += wide
    return placed


def _draw_entry(marks: Marks, kind: str, fill: str, x: float, y: float, text: str) -> None:
    box: Row = {"x": x, "x2": x + _SWATCH_PX, "y": y + 1, "y2": y + 11, "fill": fill}
    inset = {**box, "x": x + 0.9, "x2": x + _SWATCH_PX - 0.9}
    match kind:
        case "block":
            marks.blocks.append(box)
        case "public":
            marks.public.append(inset)
        case "spare":
            marks.spare.append(box)
        case "front":
            marks.fronts.append(box)
        case "over":
            marks.over.append({k: v for k, v in box.items() if k != "fill"})
        case "entrance":
            marks.entrances.append({"x": x + 7, "y": y + 6, "size": 28, "shape": "triangle-right"})
    marks.say("legend", x + (_SWATCH_PX + 5 if kind else 0), y + 6, text)


def _layers(frame: Frame, marks: Marks) -> list[Spec]:
    """All marks, from the back to the front."""
    layers = [bars(frame, rows, stroke=PAPER, strokeWidth=1) for rows in (marks.spare, marks.blocks) if rows]
    if marks.fronts:
        layers.append(bars(frame, marks.fronts, stroke=INK, strokeWidth=0.8, strokeDash=[3, 2]))
    if marks.public:
        layers.append(bars(frame, marks.public, stroke=INK, strokeWidth=1.6))
    if marks.over:
        layers.append(bars(frame, marks.over, fill=LOUD, fillOpacity=0.25, stroke=LOUD, strokeWidth=1))
    layers.append(lines(frame, marks.base, {"stroke": MUTED, "strokeWidth": 0.8}))
    if marks.entrances:
        layers.append(points(frame, marks.entrances, filled=True, color=INK))
    for style, rows in marks.words.items():
        layers.append(texts(frame, rows, **_style(style)))
    return layers


def _style(name: str) -> Row:
    kind, _, size = name.partition(" ")
    styles: dict[str, Row] = {
        "title": {"fontSize": 11, "fontWeight": "bold"},
        "facts": {"fontSize": 8.5, "color": MUTED},
        "loud": {"fontSize": 8.5, "fontWeight": "bold", "color": LOUD},
        "floor": {"fontSize": 9, "color": MUTED, "align": "right"},
        "note": {"fontSize": 8, "color": MUTED},
        "spare": {"fontSize": 8, "color": MUTED},
        "legend": {"fontSize": _LEGEND_TYPE_PX},
        "name": {"fontSize": float(size or 9)},
        "letter": {"fontSize": float(size or 9), "align": "center", "fontStyle": "italic"},
        "aside": {"fontSize": float(size or 9), "fontStyle": "italic"},
    }
    return styles[kind]
