"""The proposal map of a small town."""

import json
import re
import xml.etree.ElementTree as ET
from dataclasses import replace
from typing import Any

import altair as alt
import pytest
import vl_convert

from localisation.domain.proposal import Placement, Proposal
from localisation.pictures.arrows import arrows
from localisation.pictures.frame import Frame
from localisation.pictures.map import HEIGHT, WIDTH, proposal_map
from localisation.pictures.map_ground import own_municipality, people_px2, population_rows
from localisation.pictures.map_list import MapList, map_list
from localisation.pictures.map_panel import panel
from localisation.pictures.map_plan import Node, flows, plan_map
from localisation.pictures.map_twin import map_twin
from localisation.pictures.site import Fate, sites
from localisation.texts import LANGUAGES, Texts
from tests.pictures.town import HEADING, PROPOSAL, town

NB = Texts("nb")


def svg_texts(language: str) -> list[str]:
    svg = vl_convert.vegalite_to_svg(json.dumps(proposal_map(town(), PROPOSAL, HEADING, Texts(language))))
    return ["".join(node.itertext()) for node in ET.fromstring(svg).iter("{http://www.w3.org/2000/svg}text")]


def test_what_becomes_of_each_building() -> None:
    fates = {s.building.id: (s.fate, s.staff_today, s.staff) for s in sites(town().inventory, PROPOSAL)}
    assert fates == {
        "A": (Fate.KEPT, 40, 25),
        "B": (Fate.CLOSED, 10, 0),
        "C": (Fate.NEW, 0, 15),
        "D": (Fate.NEW, 0, 10),
        "E": (Fate.KEPT, 6, 6),
        "F": (Fate.IDLE, 0, 0),
    }


def test_moves_are_added_up_by_pair_of_buildings() -> None:
    found = [(f.origin, f.destination, f.staff, f.units) for f in flows(town(), PROPOSAL)]
    assert found == [("A", "C", 15, (("Plan og bygg", 15),)), ("B", "D", 10, (("NAV", 10),))]


def test_the_four_houses_that_lie_together_get_a_window_and_the_lone_one_stays() -> None:
    plan = plan_map(town(), PROPOSAL, 420, 660)
    assert plan.groups == (("A", "B", "C", "D"),)
    letters = {n.letter: (sorted(s.building.id for s in n.sites), n.staff) for n in plan.nodes}
    assert letters == {"A": (["A", "B", "C", "D"], 50), "": (["E"], 6)}


def test_a_move_within_a_group_is_not_drawn_on_the_main_map() -> None:
    plan = plan_map(town(), PROPOSAL, 420, 660)
    assert arrows(plan.flows, plan.nodes, plan.frame, {}, 0.2, NB) == []


def test_the_own_municipality_is_where_people_live() -> None:
    assert own_municipality(town().inventory) == "By"


def test_population_dots_grow_with_people() -> None:
    plan = plan_map(town(), PROPOSAL, 420, 660)
    assert [row["size"] for row in population_rows(town().inventory, plan.frame)] == [100.5, 45.5]
    assert people_px2(900) > people_px2(400)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_map_says_all_a_map_must(language: str) -> None:
    found = svg_texts(language)
    t = Texts(language)
    for wanted in (
        HEADING.title,
        HEADING.subtitle,
        HEADING.note,
        "Kart: Kartverket (CC BY 4.0)",
        "N",
        "SØRVIK",
        "Nabo",
    ):
        assert wanted in found
    assert any(re.fullmatch(r"[125]0* k?m", text) for text in found)
    assert t("pictures.map.made", date=HEADING.made, crs="25833") in found
    assert t("pictures.legend.kept") in found
    assert {"Hus E (6)", "Hus A (25)", "+ Hus C (15)", "+ Hus D (10)", "× Hus B (10)"} <= set(found)


def test_the_sheet_is_as_large_as_it_says() -> None:
    svg = vl_convert.vegalite_to_svg(json.dumps(proposal_map(town(), PROPOSAL, HEADING, NB)))
    size = re.search(r'width="(\d+)" height="(\d+)"', svg)
    assert size is not None
    assert abs(int(size[1]) - WIDTH) <= 8
    assert abs(int(size[2]) - HEIGHT) <= 8


def test_a_clip_path_for_every_mark_would_make_printing_slow() -> None:
    assert "clip-path" not in vl_convert.vegalite_to_svg(json.dumps(proposal_map(town(), PROPOSAL, HEADING, NB)))


def test_it_is_valid_vega_lite_on_projected_kilometres() -> None:
    spec = proposal_map(town(), PROPOSAL, HEADING, NB)
    alt.VConcatChart.from_dict(spec)
    assert "projection" not in json.dumps(spec)
    main = spec["vconcat"][1]["hconcat"][0]
    north = main["layer"][0]["encoding"]["y"]["scale"]["domain"]
    assert north[0] < 0  # km, as the buildings lie
    assert north[1] > 20


@pytest.mark.parametrize("switch", ["show_population", "show_roads", "show_moves", "show_names"])
def test_every_switch_turns_some_layer_off(switch: str) -> None:
    spec = proposal_map(town(), PROPOSAL, HEADING, NB)
    params = {p["name"]: p for p in spec["params"]}
    assert params[switch]["bind"]["input"] == "checkbox"
    assert switch in {t["filter"] for layer in layers_of(spec) for t in layer.get("transform", ())}


def test_tooltips_tell_who_sits_there() -> None:
    data = json.dumps(proposal_map(town(), PROPOSAL, HEADING, NB), ensure_ascii=False)
    assert "Plan og bygg: 25" in data
    assert "NAV: 10" in data


def test_the_map_says_so_when_names_find_no_room() -> None:
    frame = Frame(left_km=0, top_km=20.2, km_per_px=0.01, width=230, height=64)
    plan = plan_map(town(), PROPOSAL, 420, 660)
    nodes = [Node(sites=(s,), x=60, y=20, radius=3) for s in plan.sites if s.staff] * 6
    drawn = json.dumps(panel(frame, [], nodes, [], [], 1.0, Texts("nb"), fill="white"), ensure_ascii=False)
    assert "navn fikk ikke plass" in drawn
    assert "Hus" in drawn


def test_the_table_lists_every_building() -> None:
    twin = map_twin(town(), PROPOSAL, NB)
    assert len(twin.rows) == 6
    assert twin.rows[0] == ("Hus A", "Nordby", "Eid", "brukes som før", "40", "25", "Plan og bygg (25)")


def test_a_place_without_background_roads_or_people_still_has_a_map() -> None:
    bare = town().inventory.model_copy(update={"background": (), "zones": (), "roads": (), "road_nodes": ()})
    spec = proposal_map(replace(town(), inventory=bare), PROPOSAL, HEADING, NB)
    assert "<svg" in vl_convert.vegalite_to_svg(json.dumps(spec))


def layers_of(spec: Any) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    for key in ("vconcat", "hconcat", "layer"):
        for part in spec.get(key, ()):
            found += [part, *layers_of(part)]
    return found


def listed(most: int = 500) -> MapList | None:
    return map_list(sites(town().inventory, PROPOSAL), 900, most, NB)


def test_the_list_names_every_unit_at_its_buildings() -> None:
    found = listed()
    assert found is not None
    said = {" ".join(e.heading): " ".join(e.units) for column in found.columns for e in column}
    # In each of the four houses in use there is one unit alone; those of the same unit stand together.
    assert said == {
        "Hus A (25), Hus C (15)": "Plan og bygg",
        "Hus D (10)": "NAV",
        "Hus E (6)": "Innbyggertorg",
    }
    texts = svg_texts("nb")
    assert {"Hus D (10)", "NAV", HEADING.result} <= set(texts)


def test_a_house_with_several_units_says_how_many_of_each() -> None:
    together = Proposal(
        placements=(
            Placement(unit="plan", building="A", staff=40),
            Placement(unit="nav", building="A", staff=10),
            Placement(unit="torg", building="E", staff=6),
        )
    )
    found = map_list(sites(town().inventory, together), 900, 500, NB)
    assert found is not None
    assert found.columns[0][0].units == ("Plan og bygg 40, NAV 10",)


def test_a_list_that_would_take_the_sheet_says_how_many_are_left_out() -> None:
    narrow = map_list(sites(town().inventory, PROPOSAL), 150, 40, NB)
    assert narrow is not None
    assert narrow.height <= 41
    (column,) = narrow.columns
    assert [e.heading[0] for e in column] == ["Hus A (25), Hus C (15)", "… og 2 bygg til: se rapporten"]
    assert listed(most=10) is None
