"""Points of a frontier that look the same are one."""

import pytest

from localisation.domain.assessment import Result
from localisation.domain.instance import Instance
from localisation.solving.frontier.axes import axes_of
from localisation.solving.frontier.solve_frontier import solve_frontier
from localisation.solving.frontier.told_apart import told_apart
from localisation.solving.verify import assess
from tests.solving.frontier.test_solve_frontier import CAPACITY, MEASURES, SITES, unbeaten
from tests.solving.sample import building, every_proposal, instance, inventory, unit

# On 0 to 1 000 on both axes, 1 % is 10.
ENDS = [(0, 1_000), (1_000, 0)]


def test_a_point_that_hardly_differs_from_another_is_left_out():
    assert told_apart([(0, 1_000), (9, 991), (400, 400), (1_000, 0)]) == [(0, 1_000), (400, 400), (1_000, 0)]


def test_a_point_that_differs_on_one_axis_alone_is_told_apart():
    points = [(0, 1_000), (5, 990), (1_000, 0)]
    assert told_apart(points) == points


def test_the_best_on_an_axis_stays_and_then_those_named_first():
    assert told_apart([(0, 1_000), (1, 999), *ENDS[1:]], first=[(1, 999)]) == ENDS
    near = [(0, 1_000), (500, 500), (505, 495), (1_000, 0)]
    assert told_apart(near) == [(0, 1_000), (500, 500), (1_000, 0)]
    assert told_apart(near, first=[(505, 495)]) == [(0, 1_000), (505, 495), (1_000, 0)]


def test_one_point_or_equal_values_on_an_axis_are_no_trouble():
    assert told_apart([(3, 4)]) == [(3, 4)]
    assert told_apart([(3, 4, 7), (4, 3, 7)]) == [(3, 4, 7), (4, 3, 7)]


def road() -> Instance:
    """One unit and eight houses along a road: the further from its visitors, the cheaper; three pairs of neighbours."""
    houses = {"A": (0, 900), "A2": (60, 898), "M": (3_000, 600), "N": (4_000, 500), "N2": (4_060, 498)}
    houses |= {"P": (6_000, 300), "Z2": (8_940, 102), "Z": (9_000, 100)}
    buildings = tuple(building(k, "N", x, 9, running_nok_per_year=1_000 * cost) for k, (x, cost) in houses.items())
    units = (unit("u", 2, {"M": 2}, service="torg", visits_per_year=1_000, sites_max=1),)
    criteria = (CAPACITY, SITES, MEASURES["annual_cost"], MEASURES["citizens_travel_time"])
    return instance(*criteria, stock=inventory(buildings=buildings, units=units))


@pytest.mark.parametrize("wanted", [3, 4])
def test_the_points_asked_for_are_told_apart(wanted: int):
    case = road()
    axes = axes_of(case, ["annual_cost", "citizens_travel_time"])
    whole = unbeaten(case, axes)
    assert wanted < len(told_apart(whole)) == 5 < len(whole) == 8  # So what is asked for leaves something undecided.
    near = [p for p in every_proposal(case) if set(p.sites("u")) & {"A2", "Z2"}]
    known = [Result(proposal=p, assessment=assess(case, p), runs=(), seed=1, workers=1) for p in near]
    found = solve_frontier(case, axes, points=wanted, known=known, seconds=60)
    values = [p.values for p in found.points]
    assert not found.complete
    assert told_apart(values) == values
    assert len(values) == wanted
    assert {whole[0], whole[-1]} <= set(values)
