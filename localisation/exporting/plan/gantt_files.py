"""The Gantt chart as files to print: an A3 sheet lying down."""

import json
from pathlib import Path

import vl_convert

from localisation.exporting.map_files import A3_MM, A3_POINTS, on_sheet
from localisation.exporting.naming import name_in
from localisation.exporting.plan.finished_plan import FinishedPlan
from localisation.exporting.plan.plan_facts import plan_facts
from localisation.exporting.plan.proof import proof
from localisation.pictures.frame import Frame
from localisation.pictures.layers import Spec, panel_of, texts
from localisation.pictures.palette import INK, MUTED
from localisation.pictures.plan.gantt import Sheet, gantt
from localisation.pictures.plan.gantt_rows import View
from localisation.texts import Texts

GANTT_FILES = ("gantt.svg", "gantt.png", "gantt.pdf")
_PPI = 220
_WIDTH, _HEIGHT = 1130, 800
"""Pixels of the whole drawing: 1.414 to 1, and nearly a point each on the sheet."""
_HEAD_PX = 44
_FOOT_PX = 12


def write_gantt(run: FinishedPlan, folder: Path, view: View = "unit") -> None:
    """Write gantt.svg, gantt.png and gantt.pdf to the folder: A3, 220 pixels an inch."""
    t = Texts(run.language)
    drawing = vl_convert.vegalite_to_svg(json.dumps(gantt_sheet(run, t, view)))
    title = _title(run, t)
    in_points = on_sheet(drawing, title, *(f"{p}" for p in A3_POINTS))
    folder.mkdir(parents=True, exist_ok=True)
    svg, png, pdf = (folder / name for name in GANTT_FILES)
    svg.write_text(on_sheet(drawing, title, *(f"{mm}mm" for mm in A3_MM)), "utf-8")
    png.write_bytes(vl_convert.svg_to_png(in_points, ppi=_PPI))
    pdf.write_bytes(vl_convert.svg_to_pdf(in_points))


def gantt_sheet(run: FinishedPlan, t: Texts, view: View) -> Spec:
    """The chart with title, key figures, status and day on one sheet."""
    result = run.result
    sheet = Sheet(width=_WIDTH, height=_HEIGHT - _HEAD_PX - _FOOT_PX)
    chart = gantt(run.instance, result.programme, result.plan, t, view, today=run.today, sheet=sheet)
    inner = {k: v for k, v in chart.items() if k not in {"$schema", "background", "padding", "description"}}
    head, foot = _strip(_HEAD_PX), _strip(_FOOT_PX)
    facts = plan_facts(run.instance, result)
    words = {
        "place": run.instance.inventory.place.name,
        "name": name_in(run.instance.scenario, t.language),
        **{key: t(f"plan.count.{key}", count=getattr(facts, key)) for key in ("moves", "people", "works")},
    }
    subtitle = t("plan.sheet_head.subtitle", **words, proof=proof(run, t))
    top = [
        texts(head, [{"x": 0, "y": 10, "text": _title(run, t)}], fontSize=17, fontWeight="bold", color=INK),
        texts(head, [{"x": 0, "y": 31, "text": subtitle}], fontSize=10, color=MUTED),
    ]
    note = t("plan.sheet_head.note", day=run.made)
    bottom = [texts(foot, [{"x": 0, "y": 6, "text": note}], fontSize=8.5, color=MUTED)]
    kept = {k: chart[k] for k in ("$schema", "background", "padding", "description")}
    return {**kept, "vconcat": [panel_of(head, top), inner, panel_of(foot, bottom)], "spacing": 2, "bounds": "flush"}


def _strip(height: int) -> Frame:
    return Frame(left_km=0, top_km=0, km_per_px=1, width=_WIDTH, height=height)


def _title(run: FinishedPlan, t: Texts) -> str:
    return t("plan.sheet_head.title", place=run.instance.inventory.place.name)
