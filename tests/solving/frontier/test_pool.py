"""What is found and what is proven are held against each other."""

import pytest

from localisation.domain.errors import Disagreement
from localisation.solving.frontier.axes import axes_of
from localisation.solving.frontier.pool import Pool
from localisation.solving.frontier.questions import Found
from localisation.solving.frontier.region import Region, Slope
from localisation.solving.verify import assess
from tests.solving.frontier.test_solve_frontier import CASE

AXES = axes_of(CASE, ["annual_cost", "people_moved"])
SLOPE = Slope((4_000, 4_000), 4_000 * 60, (50, 50))


def at(*values: int) -> Found:
    today = CASE.inventory.today
    return Found(proposal=today, assessment=assess(CASE, today), values=values)


def pool() -> Pool:
    return Pool(AXES, Region((0, 0), (100, 100), (1, 1)))


def test_a_proposal_below_a_slope_is_a_disagreement_whichever_came_first():
    first, then = pool(), pool()
    first.keep(at(30, 29))
    with pytest.raises(Disagreement):
        first.prove_slope(SLOPE)
    then.prove_slope(SLOPE)
    with pytest.raises(Disagreement):
        then.keep(at(30, 29))


def test_a_proposal_on_a_slope_or_beyond_its_limits_is_none():
    held = pool()
    held.prove_slope(SLOPE)
    for values in ((30, 30), (51, 0)):
        held.keep(at(*values))
    assert held.points() == [(30, 30), (51, 0)]
