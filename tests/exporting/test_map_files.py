"""The map as files: each opens in another program and is an A3 sheet."""

import struct
import xml.etree.ElementTree as ET
import zlib
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from pypdf import PdfReader

from localisation.domain.assessment import LevelRun
from localisation.domain.vocabulary import Status
from localisation.exporting.map_files import map_heading, write_map
from localisation.rules.goal import GOAL_UNITS
from localisation.texts import Texts
from tests.exporting.town_comparison import comparison

DAY = date(2020, 5, 17)
SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("map") / "new"
    write_map(comparison(), target, "nb", made=DAY)
    return target


def test_three_files_and_no_more(folder: Path) -> None:
    assert sorted(p.name for p in folder.iterdir()) == ["map.pdf", "map.png", "map.svg"]


def test_the_svg_is_a3_with_title_scale_bar_credit_and_date(folder: Path) -> None:
    root = ET.parse(folder / "map.svg").getroot()
    assert (root.get("width"), root.get("height")) == ("420mm", "297mm")
    assert root.findtext(f"{SVG}title") == "Hvem sitter hvor i By"
    texts = {"".join(node.itertext()) for node in root.iter(f"{SVG}text")}
    assert {"Hvem sitter hvor i By", "2 km", "N", "Kart: Kartverket (CC BY 4.0)"} <= texts
    assert "Laget 17. mai 2020 · EPSG:25833" in texts
    assert any("anslag" in text for text in texts)


def test_the_svg_fetches_nothing(folder: Path) -> None:
    root = ET.parse(folder / "map.svg").getroot()
    links = [value for node in root.iter() for name, value in node.attrib.items() if name.endswith("href")]
    assert links == []


def test_the_png_has_at_least_200_pixels_an_inch_and_is_whole(folder: Path) -> None:
    data = (folder / "map.png").read_bytes()
    assert data.startswith(b"\x89PNG\r\n\x1a\n")
    width, height = struct.unpack(">II", data[16:24])
    assert width >= 420 / 25.4 * 200
    assert height >= 297 / 25.4 * 200
    assert abs(width / height - 420 / 297) < 0.002
    pixels = zlib.decompress(b"".join(chunks(data, b"IDAT")))
    assert len(pixels) == height * (4 * width + 1)  # RGBA, and one filter byte a line


def test_the_pdf_is_one_vector_a3_page_with_text(folder: Path) -> None:
    pdf = PdfReader(folder / "map.pdf")
    (page,) = pdf.pages
    assert float(page.mediabox.width) / 72 * 25.4 == pytest.approx(420, abs=0.1)
    assert float(page.mediabox.height) / 72 * 25.4 == pytest.approx(297, abs=0.1)
    assert "Hvem sitter hvor i By" in page.extract_text()
    assert not page.images


def test_the_subtitle_says_how_good_and_how_many_move() -> None:
    heading = map_heading(comparison(), Texts("nb"), DAY)
    assert heading.subtitle == "Forslag · bevist beste løsning · 56 ansatte i 4 bygg, 25 skifter arbeidssted"
    english = map_heading(comparison(), Texts("en"), DAY)
    assert english.subtitle == "Proposal · proven best · 56 staff in 4 buildings, 25 change workplace"


def test_an_unproven_proposal_says_how_far_it_may_be_from_the_best() -> None:
    run = LevelRun(status=Status.FEASIBLE, value=3 * GOAL_UNITS, bound=GOAL_UNITS, seconds=60, engine="CP-SAT")
    assert "inntil 2,00 poeng fra det best mulige" in map_heading(comparison(run=run), Texts("nb"), DAY).subtitle


def test_the_foot_has_points_and_cost_beside_today_and_how_near_the_best_they_are() -> None:
    case = comparison()
    said = map_heading(case, Texts("nb"), DAY).result
    assert said.startswith("50,0 poeng av 100 (i dag ")
    assert "Nåverdi over 20 år: " in said
    assert "best mulige" not in said
    run = LevelRun(status=Status.FEASIBLE, value=4 * GOAL_UNITS, bound=GOAL_UNITS, seconds=60, engine="CP-SAT")
    case = comparison(run=run)
    assert map_heading(case, Texts("nb"), DAY).result.endswith("Poengene er inntil 3,00 fra det best mulige.")
    english = map_heading(case, Texts("en"), DAY).result
    assert english.endswith("The points are at most 3.00 from the best possible.")
    given = comparison(run=replace(run, value=2 * GOAL_UNITS, status=Status.OPTIMAL, given_up=GOAL_UNITS))
    assert "inntil 1,00 fra" in map_heading(given, Texts("nb"), DAY).result
    unknown = comparison(run=replace(run, bound=None))
    assert "best mulige" not in map_heading(unknown, Texts("nb"), DAY).result


def test_names_cannot_break_the_svg(tmp_path: Path) -> None:
    write_map(comparison(unit_name="</text><script>alert(1)</script> & co"), tmp_path, "en", made=DAY)
    root = ET.parse(tmp_path / "map.svg").getroot()
    assert not list(root.iter(f"{SVG}script"))


def chunks(data: bytes, kind: bytes) -> list[bytes]:
    found, at = [], 8
    while at < len(data):
        (size,) = struct.unpack(">I", data[at : at + 4])
        if data[at + 4 : at + 8] == kind:
            found.append(data[at + 8 : at + 8 + size])
        at += 12 + size
    return found
