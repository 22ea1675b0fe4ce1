"""frontier.svg and frontier.png: the picture with its title and what it rests on."""

import json
from datetime import date
from pathlib import Path

import vl_convert

from localisation.exporting.frontier.finished_frontier import FinishedFrontier
from localisation.exporting.frontier.frontier_words import frontier_sentences, frontier_title
from localisation.exporting.map_files import on_sheet
from localisation.exporting.naming import name_in
from localisation.pictures.frame import Frame
from localisation.pictures.frontier.frontier_chart import frontier_chart
from localisation.pictures.layers import Spec, panel_of, texts
from localisation.pictures.palette import INK, MUTED
from localisation.texts import Texts

_WIDTH, _HEIGHT, _HEAD, _FOOT = 1130, 650, 46, 14
_PPI = 144


def write_pictures(folder: Path, run: FinishedFrontier, *, made: date | None = None) -> None:
    """Write both files to the folder, 144 pixels an inch."""
    t = Texts(run.language)
    sheet = frontier_sheet(run, t, made or date.today())
    drawing = vl_convert.vegalite_to_svg(json.dumps(sheet))
    on_paper = on_sheet(drawing, frontier_title(run.frontier, t), "297mm", "187mm")
    (folder / "frontier.svg").write_text(on_paper, "utf-8")
    (folder / "frontier.png").write_bytes(vl_convert.vegalite_to_png(json.dumps(sheet), ppi=_PPI))


def frontier_sheet(run: FinishedFrontier, t: Texts, made: date) -> Spec:
    """The chart with title above and date below."""
    chart = frontier_chart(run.frontier, t, width=_WIDTH, height=_HEIGHT)
    inner = {k: v for k, v in chart.items() if k not in {"$schema", "background", "padding", "description"}}
    head = Frame(left_km=0, top_km=0, km_per_px=1, width=_WIDTH, height=_HEAD)
    foot = Frame(left_km=0, top_km=0, km_per_px=1, width=_WIDTH, height=_FOOT)
    name = name_in(run.frontier.instance.scenario, t.language)
    under = " ".join([f"{name}.", *frontier_sentences(run.frontier, t)])
    top = [
        texts(head, [{"x": 0, "y": 10, "text": frontier_title(run.frontier, t)}], fontSize=16, fontWeight="bold"),
        texts(head, [{"x": 0, "y": 32, "text": under}], fontSize=10, color=MUTED, limit=_WIDTH),
    ]
    note = [{"x": 0, "y": 7, "text": t("frontier.made", day=made)}]
    bottom = [texts(foot, note, fontSize=8.5, color=INK)]
    kept = {k: chart[k] for k in ("$schema", "background", "padding", "description")}
    return {**kept, "vconcat": [panel_of(head, top), inner, panel_of(foot, bottom)], "spacing": 2, "bounds": "flush"}
