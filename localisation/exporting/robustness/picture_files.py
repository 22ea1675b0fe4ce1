"""sensitivity.svg and sensitivity.png: the ranges of weights with title and what they rest on."""

import json
from datetime import date
from pathlib import Path

import vl_convert

from localisation.exporting.map_files import on_sheet
from localisation.exporting.naming import name_in
from localisation.exporting.robustness.finished_robustness import FinishedRobustness
from localisation.exporting.robustness.robustness_words import among
from localisation.pictures.frame import Frame
from localisation.pictures.layers import Spec, panel_of, texts
from localisation.pictures.palette import INK, MUTED
from localisation.pictures.robustness.range_chart import proven_alone, range_chart
from localisation.texts import Texts

_WIDTH, _HEAD, _FOOT = 1130, 46, 14
_PPI = 144
_MM = 297 / (_WIDTH + 8)


def write_pictures(folder: Path, run: FinishedRobustness, *, made: date | None = None) -> None:
    """Write both files to the folder: as wide as an A4 sheet lying down, 144 pixels an inch."""
    t = Texts(run.language)
    sheet = robustness_sheet(run, t, made or date.today())
    drawing = vl_convert.vegalite_to_svg(json.dumps(sheet))
    height = sum(panel["height"] for panel in sheet["vconcat"]) + 12
    on_paper = on_sheet(drawing, _title(run, t), "297mm", f"{height * _MM:.0f}mm")
    (folder / "sensitivity.svg").write_text(on_paper, "utf-8")
    (folder / "sensitivity.png").write_bytes(vl_convert.vegalite_to_png(json.dumps(sheet), ppi=_PPI))


def robustness_sheet(run: FinishedRobustness, t: Texts, made: date) -> Spec:
    """The chart with title above and date below."""
    ranges = run.study.ranges if run.study.rivals else proven_alone(run.study.ranges)
    chart = range_chart(ranges, t, width=_WIDTH)
    inner = {k: v for k, v in chart.items() if k not in {"$schema", "background", "padding", "description"}}
    head = Frame(left_km=0, top_km=0, km_per_px=1, width=_WIDTH, height=_HEAD)
    foot = Frame(left_km=0, top_km=0, km_per_px=1, width=_WIDTH, height=_FOOT)
    under = f"{name_in(run.study.instance.scenario, t.language)}. {among(run.study, t)}"
    top = [
        texts(head, [{"x": 0, "y": 10, "text": _title(run, t)}], fontSize=16, fontWeight="bold"),
        texts(head, [{"x": 0, "y": 32, "text": under}], fontSize=10, color=MUTED, limit=_WIDTH),
    ]
    bottom = [texts(foot, [{"x": 0, "y": 7, "text": t("sensitivity.made", day=made)}], fontSize=8.5, color=INK)]
    kept = {k: chart[k] for k in ("$schema", "background", "padding", "description")}
    return {**kept, "vconcat": [panel_of(head, top), inner, panel_of(foot, bottom)], "spacing": 2, "bounds": "flush"}


def _title(run: FinishedRobustness, t: Texts) -> str:
    return t("sensitivity.title", place=run.study.instance.inventory.place.name)
