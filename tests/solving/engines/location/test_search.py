"""The location engine finds and proves what trying everything, or another engine, finds."""

import random
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings

from benchmarks.location_cases import covering, p_median, read_pmed
from localisation.domain.instance import Instance
from localisation.domain.scenario import SolveLimits
from localisation.domain.vocabulary import Status
from localisation.solving.build import build
from localisation.solving.engines.board import Board
from localisation.solving.engines.cpsat import solve_cpsat
from localisation.solving.engines.expanded import expanded
from localisation.solving.engines.location.search import is_location, search_location
from localisation.solving.engines.model import Model
from localisation.solving.engines.outcome import Outcome
from localisation.solving.verify import assess
from tests.solving.engines.location.cases import PRICE, best_by_trying, location_model, models

PMED = Path(__file__).parents[5] / "shared" / "bench" / "pmed"


def searched(model: Model) -> Outcome:
    board = Board(model)
    search_location(model, board, seconds=20, seed=1, stop=None)
    return board.outcome()[1]


def test_two_sites_on_a_line() -> None:
    # People at 0, 1, 10 and 12; sites at the same places. Two sites: at 0 or 1 and at 10 or 12, 1 + 2 away.
    at = np.array([0, 1, 10, 12])
    found = searched(location_model(abs(at[:, None] - at[None, :]), 1, 2))
    assert (found.status, found.value) == (Status.OPTIMAL, 3 * PRICE)


def test_a_site_that_costs_more_than_it_saves_stays_closed() -> None:
    # One site at 10 costs 4 + 6 for those at 6 and 16. A second at 6 saves 4, and costs 5 to open.
    costs = np.array([[4, 0], [6, 10]])
    found = searched(location_model(costs, 1, 2, opening=[0, 5]))
    assert (found.status, found.value) == (Status.OPTIMAL, 10 * PRICE)


@settings(max_examples=120, deadline=None)
@given(models())
def test_the_optimum_is_that_of_trying_everything_and_no_bound_is_above_it(case: tuple[Model, int]) -> None:
    model, sites = case
    best = best_by_trying(model, sites)
    found = searched(model)
    assert found.value == best
    if best is not None:
        assert found.status is Status.OPTIMAL
        assert found.bound is not None
        assert found.bound <= best


@pytest.mark.parametrize(("seed", "most", "opening"), [(1, 2, 0), (2, 6, 0), (3, 12, 9)])
def test_thirty_by_thirty_agrees_with_cp_sat_on_the_rows(seed: int, most: int, opening: int) -> None:
    source = random.Random(seed)
    places = np.array([(source.randint(0, 99), source.randint(0, 99)) for _ in range(30)])
    costs = np.abs(places[:, None, :] - places[None, :, :]).sum(axis=2)
    model = location_model(costs, 1, most, opening=[opening * source.randint(0, 3) for _ in range(30)])
    rows = solve_cpsat(expanded(model), SolveLimits(workers=1), seconds=60)
    found = searched(model)
    assert (found.status, found.value) == (Status.OPTIMAL, rows.value)


def test_with_the_same_seed_bound_and_value_repeat() -> None:
    source = np.random.default_rng(5)
    model = location_model(source.integers(0, 50, (25, 20)), 1, 6)
    assert searched(model) == searched(model)


def test_what_cannot_be_is_left_to_others_to_say() -> None:
    # Each of two rows must be near a site of its own, and only one may open.
    reach = np.array([[1, 0], [0, 1]], dtype=bool)
    found = searched(location_model(np.array([[0, 3], [3, 0]]), 1, 1, reach=reach))
    assert found.values is None


def test_a_price_on_something_else_is_for_other_engines() -> None:
    model = location_model(np.array([[1, 2]]), 1, 1)
    assert is_location(model)
    other = model.new("something else", 0, 1)
    model.objective += type(model.objective)({other: 1})
    assert not is_location(model)


def _proposed(instance: Instance) -> tuple[Outcome, list[int]]:
    """What the engine finds for a place, and the amounts the independent check finds."""
    built = build(instance)
    model = built.placement.model
    model.objective = built.objectives[0]
    assert is_location(model)
    found = searched(model)
    assert found.values is not None
    assessment = assess(instance, built.placement.proposal(found.values))
    assert assessment.valid
    return found, [r.amount for r in assessment.results]


@pytest.mark.skipif(not PMED.is_dir(), reason="no OR-Library files beside the checkout")
@pytest.mark.parametrize(("name", "optimum"), [("pmed1", 5819), ("pmed3", 4250), ("pmed5", 1355)])
def test_known_p_medians_through_the_scenario_model(name: str, optimum: int) -> None:
    found, amounts = _proposed(p_median(read_pmed(PMED / f"{name}.txt")))
    assert found.status is Status.OPTIMAL
    assert amounts == [0, optimum]


@pytest.mark.skipif(not PMED.is_dir(), reason="no OR-Library files beside the checkout")
def test_everyone_within_reach_of_the_fewest_sites() -> None:
    # 400 nodes; 34 sites is what CBC and HiGHS find as well (one is not extra).
    found, amounts = _proposed(covering(read_pmed(PMED / "pmed17.txt")))
    assert found.status is Status.OPTIMAL
    assert amounts == [0, 0, 33]
