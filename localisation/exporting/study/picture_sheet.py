"""A picture alone on a sheet: title and a few words above, what it rests on and when it was made below."""

import json
from pathlib import Path

import vl_convert

from localisation.domain.instance import Instance
from localisation.domain.vocabulary import Confidence
from localisation.exporting.map_files import on_sheet
from localisation.pictures.frame import Frame
from localisation.pictures.layers import Spec, panel_of, texts
from localisation.pictures.palette import INK, MUTED
from localisation.pictures.plan.wrapped import wrapped
from localisation.texts import Texts

SHEET_PX = 1130
"""The width of what is drawn."""
_MARGIN, _SPACING = 36, 2
_TITLE, _LINE, _SMALL = 24, 15, 10.0
_MOST_LINES = 12
_PPI = 144
_WIDE_MM = 297


def picture_sheet(chart: Spec, *, title: str, under: str, notes: str) -> Spec:
    """The chart with margins all round; what is said above and below is broken into lines, none is cut off."""
    inner = {k: v for k, v in chart.items() if k not in {"$schema", "background", "padding", "description"}}
    kept = {k: chart[k] for k in ("$schema", "background", "description")}
    panels = [_lines(under, title), inner, _lines(notes)]
    return {**kept, "padding": _MARGIN, "vconcat": panels, "spacing": _SPACING, "bounds": "flush"}


def write_picture(folder: Path, stem: str, sheet: Spec, title: str) -> None:
    """Write the sheet as SVG, as wide as an A4 sheet lying down, and as PNG, 144 pixels an inch."""
    drawing = vl_convert.vegalite_to_svg(json.dumps(sheet))
    height = sum(panel["height"] + _SPACING for panel in sheet["vconcat"]) - _SPACING + 2 * _MARGIN
    on_paper = on_sheet(drawing, title, f"{_WIDE_MM}mm", f"{height * _WIDE_MM / (SHEET_PX + 2 * _MARGIN):.0f}mm")
    (folder / f"{stem}.svg").write_text(on_paper, "utf-8")
    (folder / f"{stem}.png").write_bytes(vl_convert.vegalite_to_png(json.dumps(sheet), ppi=_PPI))


def rests_on(instance: Instance, t: Texts) -> str:
    """That figures are estimates, where they are, and that weights are a judgement."""
    estimated = any(f.confidence is Confidence.ESTIMATE for f in instance.figures)
    return t("report.study.estimates" if estimated else "report.study.no_estimates")


def _lines(text: str, title: str = "") -> Spec:
    """Lines of small text, below a title if there is one."""
    broken = wrapped(text, SHEET_PX, _SMALL, lines=_MOST_LINES)
    top = _TITLE if title else 8
    frame = Frame(left_km=0, top_km=0, km_per_px=1, width=SHEET_PX, height=top + _LINE * len(broken) + 8)
    rows = [{"x": 0, "y": top + _LINE * (i + 0.5), "text": line} for i, line in enumerate(broken)]
    layers = [texts(frame, rows, fontSize=_SMALL, color=MUTED if title else INK)]
    if title:
        layers.append(texts(frame, [{"x": 0, "y": 10, "text": title}], fontSize=16, fontWeight="bold"))
    return panel_of(frame, layers)
