"""stack.svg, stack.png and stack.pdf: the stack plan to print, an A3 sheet lying down."""

import json
from pathlib import Path

import vl_convert

from localisation.exporting.map_files import A3_MM, A3_POINTS, on_sheet
from localisation.exporting.naming import name_in
from localisation.exporting.stack.finished_stack import FinishedStack
from localisation.exporting.stack.stack_sentences import proof_words
from localisation.pictures.frame import Frame
from localisation.pictures.layers import Spec, panel_of, texts
from localisation.pictures.palette import INK, MUTED
from localisation.pictures.stack_plan import stack_plan
from localisation.pictures.stack_plan_words import StackWords
from localisation.texts import Texts

_PPI = 220
_WIDTH, _HEIGHT = 1130, 800
"""Pixels of the whole drawing: 1.414 to 1, and nearly a point each on the sheet."""
_MARGIN = {"left": 30, "right": 30, "top": 21, "bottom": 21}
"""White round the drawing, which leaves the sheet as wide to its height."""
_HEAD_PX = 48
_FOOT_PX = 14


def write_stack_files(folder: Path, run: FinishedStack) -> None:
    """Write the three files to the folder, 220 pixels an inch."""
    t = Texts(run.language)
    drawing = vl_convert.vegalite_to_svg(json.dumps(stack_sheet(run, t)))
    title = t("stack.title.sheet", place=run.instance.inventory.place.name)
    in_points = on_sheet(drawing, title, *(f"{p}" for p in A3_POINTS))
    (folder / "stack.svg").write_text(on_sheet(drawing, title, *(f"{mm}mm" for mm in A3_MM)), "utf-8")
    (folder / "stack.png").write_bytes(vl_convert.svg_to_png(in_points, ppi=_PPI))
    (folder / "stack.pdf").write_bytes(vl_convert.svg_to_pdf(in_points))


def stack_sheet(run: FinishedStack, t: Texts) -> Spec:
    """The picture with title, scenario, proof, and what it rests on."""
    inventory, plan = run.instance.inventory, run.plan
    chart = stack_plan(inventory, plan, t, width=_WIDTH, height=_HEIGHT - _HEAD_PX - _FOOT_PX)
    inner = {k: v for k, v in chart.items() if k not in {"$schema", "background", "padding", "description"}}
    subtitle = t(
        "stack.title.subtitle",
        name=name_in(run.instance.scenario, t.language),
        buildings=len(plan.buildings),
        staff=sum(o.staff for b in plan.buildings for o in b.task.occupants),
        proof=proof_words(plan, t),
    )
    head, foot = _strip(_HEAD_PX), _strip(_FOOT_PX)
    title = t("stack.title.sheet", place=inventory.place.name)
    top = [
        texts(head, [{"x": 0, "y": 10, "text": title}], fontSize=17, fontWeight="bold", color=INK),
        texts(head, [{"x": 0, "y": 31, "text": subtitle}], fontSize=10, color=MUTED),
    ]
    note = t("stack.title.note", day=run.made, basis=StackWords(inventory, t).basis(plan))
    bottom = [texts(foot, [{"x": 0, "y": 7, "text": note}], fontSize=8.5, color=MUTED, limit=_WIDTH)]
    kept = {k: chart[k] for k in ("$schema", "background", "description")}
    return {
        **kept,
        "padding": _MARGIN,
        "vconcat": [panel_of(head, top), inner, panel_of(foot, bottom)],
        "spacing": 2,
        "bounds": "flush",
    }


def _strip(height: int) -> Frame:
    return Frame(left_km=0, top_km=0, km_per_px=1, width=_WIDTH, height=height)
