"""A picture alone on a sheet: margins, nothing cut off, and what it rests on."""

import json
from pathlib import Path

import pytest

from localisation.domain.vocabulary import Confidence
from localisation.exporting.study.picture_sheet import picture_sheet, rests_on, write_picture
from localisation.pictures.frame import Frame
from localisation.pictures.layers import Spec, panel_of, texts
from localisation.texts import Texts
from tests.solving.sample import criterion, instance

NB = Texts("nb")
LONG = " ".join(f"Setning nummer {n} om det som er funnet." for n in range(30))


def chart() -> Spec:
    frame = Frame(left_km=0, top_km=0, km_per_px=1, width=1130, height=100)
    inner = panel_of(frame, [texts(frame, [{"x": 5, "y": 50, "text": "midt i"}])])
    return {
        "$schema": "https://vega.github.io/schema/vega-lite/v6.json",
        "description": "",
        "background": "white",
        **inner,
    }


def said(sheet: Spec) -> str:
    rows = [v for panel in sheet["vconcat"] for layer in panel["layer"] for v in layer["data"]["values"]]
    return " ".join(row["text"] for row in rows if "text" in row)


def test_no_sentence_is_cut_off_however_many_there_are():
    told = said(picture_sheet(chart(), title="Tittel", under=LONG, notes="Laget i dag."))
    assert LONG in told
    assert "…" not in told
    assert "Tittel" in told
    assert "Laget i dag." in told


def test_there_is_a_margin_all_round_and_the_sheet_is_as_high_as_it_needs(tmp_path: Path):
    sheet = picture_sheet(chart(), title="Tittel", under=LONG, notes="Laget i dag.")
    assert sheet["padding"] >= 30
    write_picture(tmp_path, "bilde", sheet, "Tittel")
    svg = (tmp_path / "bilde.svg").read_text("utf-8")
    width, height = (float(svg.split(f'{end}="')[1].split('mm"')[0]) for end in (" width", " height"))
    left, top, wide, high = map(float, svg.split('viewBox="')[1].split('"')[0].split())
    assert (left, top) == (0, 0)
    assert width / height == pytest.approx(wide / high, rel=0.01)
    assert (tmp_path / "bilde.png").read_bytes().startswith(b"\x89PNG")
    assert json.dumps(sheet)


def test_it_says_that_figures_are_estimates_where_some_are():
    case = instance(criterion("plass", "space_capacity"))
    estimated = any(f.confidence is Confidence.ESTIMATE for f in case.figures)
    assert ("anslag" in rests_on(case, NB)) is estimated
    assert "skjønn" in rests_on(case, NB)
    assert "judgement" in rests_on(case, Texts("en"))
