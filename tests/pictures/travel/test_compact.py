"""Data as text with commas draw the same chart."""

import csv
import io
import json

import vl_convert

from localisation.pictures.travel.access_figures import AccessFigures
from localisation.pictures.travel.compact import compact
from localisation.pictures.travel.service import visited_services
from localisation.pictures.travel.travel_maps import travel_maps
from localisation.texts import LANGUAGES, Texts
from tests.exporting.travel.visited_town import OPENED, visited_town


def test_rows_become_text_and_numbers_stay_numbers():
    rows = [{"x": 1.23456, "shape": "M-0.9,1Z", "n": 2}, {"x": -0.5, "shape": "circle", "n": 3}]
    found = compact({"data": {"values": rows}, "layer": [{"data": {"values": rows}}]})
    for data in (found["data"], found["layer"][0]["data"]):
        read = list(csv.DictReader(io.StringIO(data["values"])))
        assert [r["shape"] for r in read] == ["M-0.9,1Z", "circle"]
        assert [float(r["x"]) for r in read] == [1.23, -0.5]
        assert data["format"]["parse"] == {"x": "number", "n": "number"}


def test_rows_that_differ_in_their_columns_are_left_as_they_are():
    rows = [{"x": 1, "tip": "a"}, {"x": 2}]
    assert compact({"data": {"values": rows}}) == {"data": {"values": rows}}


def test_the_maps_of_a_service_can_be_drawn_in_both_languages():
    town = visited_town()
    (square,) = visited_services(town.inventory)
    now, then = (AccessFigures(instance=town, service=square, proposal=p) for p in (town.inventory.today, OPENED))
    for language in LANGUAGES:
        t = Texts(language)
        chart = travel_maps(town, now, ("Torg i nord", then), (), t)
        drawing = vl_convert.vegalite_to_svg(json.dumps(chart))
        for wanted in ("Nordby", "Sørvik", "Torg i nord", t("travel.legend.minutes"), "Kartverket", "km"):
            assert wanted in drawing
        assert chart["description"]
