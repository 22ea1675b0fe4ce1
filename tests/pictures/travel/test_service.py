"""Which services there are, where they are open, and how far people have to what is open some days only."""

from dataclasses import replace

import pytest

from localisation.domain.proposal import Proposal
from localisation.domain.vocabulary import Strength
from localisation.pictures.travel.depot import LIMITS_MIN, depot_response
from localisation.pictures.travel.difference_map import change_class
from localisation.pictures.travel.reach import seconds_to
from localisation.pictures.travel.service import depots, opening, visited_services
from tests.exporting.travel.visited_town import OPENED, visited_town
from tests.solving.sample import criterion

DAYS = {"visiting": ["torg"], "visiting_days": 1, "visiting_buildings": ["C"]}


def test_what_inhabitants_visit_and_what_goes_out_to_them():
    stock = visited_town().inventory
    assert [(s.key, s.visits) for s in visited_services(stock)] == [("torg", 1_300)]
    assert [(s.key, s.vehicles) for s in depots(stock)] == [("base", 3)]
    assert visited_services(stock)[0].staff(OPENED) == {"C": 2, "E": 4}


def test_visiting_days_are_those_of_the_criterion_and_only_where_the_host_sits():
    base = visited_town()
    units = tuple(
        u.model_copy(update={"service": "nav", "visits_per_year": 500}) if u.id == "nav" else u
        for u in base.inventory.units
    )
    row = criterion("K", "citizens_travel_time", Strength.INFO, units=("nav",), parameters=DAYS)
    town = replace(base, inventory=base.inventory.with_units(units), criteria=(row,))
    nav = next(s for s in visited_services(town.inventory) if s.key == "nav")
    assert opening(town, nav, OPENED) == {"B": 5, "C": 1}
    without = Proposal(placements=tuple(p for p in OPENED.placements if p.building != "C"))
    assert opening(town, nav, without) == {"B": 5}
    square = next(s for s in visited_services(town.inventory) if s.key == "torg")
    assert opening(town, square, OPENED) == {"C": 5, "E": 5}, "the criterion is not about the square"


def test_one_day_of_five_is_a_fifth_of_the_way_saved():
    rows = {"z": {"office": 1_000, "square": 200}, "y": {"office": 100, "square": 200}, "x": {}}
    found = seconds_to(rows, {"office": 5, "square": 1})
    # Four days 1,000 s and one 200 s; the other zone has the office nearer on every day.
    assert found == {"z": pytest.approx(840), "y": pytest.approx(100)}
    assert seconds_to(rows, {"office": 5, "square": 5}) == {"z": 200, "y": 100}
    assert seconds_to(rows, {}) == {}


@pytest.mark.parametrize(
    ("before", "after", "found"),
    [(600, 600, 0), (600, 655, 0), (600, 660, 1), (600, 900, 2), (600, 1_200, 3), (600, 300, -2), (600, 539, -1)],
)
def test_changes_are_sorted_by_minutes(before: float, after: float, found: int):
    assert change_class(before, after) == found


def test_who_loses_or_gains_any_access_at_all_counts_as_the_largest_change():
    assert change_class(600, None) == 3
    assert change_class(None, 600) == -3
    assert change_class(None, None) == 0


def test_response_from_one_end_of_the_only_road():
    # 22 km in 1,500 s, the depot beside the northern end: 10 minutes are two fifths of it, 20 four fifths.
    answers = dict(zip(LIMITS_MIN, depot_response(visited_town(), ("A",)), strict=True))
    assert answers[10].road_share == pytest.approx(0.4, abs=0.01)
    assert answers[20].road_share == pytest.approx(0.8, abs=0.01)
    assert answers[30].road_share == 1.0
    assert depot_response(visited_town(), ()) == ()
