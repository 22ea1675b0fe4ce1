"""Contradictions between the solver's claims and the check, one by one."""

from dataclasses import replace

import pytest

from localisation.domain.assessment import LevelRun
from localisation.domain.errors import Disagreement
from localisation.domain.vocabulary import Status, Strength
from localisation.rules.goal import levels
from localisation.rules.linear import Linear
from localisation.rules.statement import statements
from localisation.solving.agreement import check_amounts, check_levels, check_prices, final_runs
from localisation.solving.verify import assess
from tests.solving.sample import criterion, instance

CASE = instance(criterion("V", "leased_workplaces", Strength.WEIGHT, weight=1, best=0, worst=10))
TODAY = assess(CASE, CASE.inventory.today)
LOST = 50 * 10**9
"""Five of ten leased workplaces: half the points."""


def run(value: int, bound: int | None, status: Status = Status.OPTIMAL) -> LevelRun:
    return LevelRun(status=status, value=value, bound=bound, seconds=1.0, engine="CP-SAT")


def test_today_loses_half_the_points():
    assert TODAY.goal == (LOST,)
    check_levels(TODAY, [run(LOST, LOST)], [0])
    check_prices(TODAY, statements(CASE), levels(CASE)[0])


@pytest.mark.parametrize(
    "claim",
    [run(LOST - 1, LOST - 1), run(LOST + 10_000, LOST + 10_000)],
    ids=["a better value than there is", "a bound above the value"],
)
def test_a_false_claim_is_caught(claim):
    with pytest.raises(Disagreement):
        check_levels(TODAY, [claim], [0])


def test_a_wrong_price_is_caught():
    with pytest.raises(Disagreement):
        check_prices(replace(TODAY, goal=(LOST * 2,)), statements(CASE), levels(CASE)[0])


def test_a_price_that_had_to_be_rounded_far_is_no_contradiction():
    long = instance(criterion("V", "leased_workplaces", Strength.WEIGHT, weight=1, best=0, worst=3 * 10**9))
    check_prices(assess(long, long.inventory.today), statements(long), levels(long)[0])


def test_an_amount_above_what_was_charged_is_caught():
    # Five workplaces are leased, 500 hundredths: a variable of 1 that costs 300, and 200 besides, charge them all.
    check_amounts(TODAY, {"V": Linear({0: 300}, 200)}, [1])
    with pytest.raises(Disagreement, match="charged 400"):
        check_amounts(TODAY, {"V": Linear({0: 300}, 100)}, [1])


def test_levels_that_were_not_solved_are_feasible_without_bound():
    both = replace(TODAY, goal=(LOST, 7))
    runs = final_runs(both, [run(LOST, LOST)])
    assert [(r.status, r.value, r.bound) for r in runs] == [
        (Status.OPTIMAL, LOST, LOST),
        (Status.FEASIBLE, 7, None),
    ]


def test_what_slack_gave_up_is_told_apart_from_the_gap():
    (final,) = final_runs(TODAY, [run(LOST - 5, LOST - 5)])
    assert (final.value, final.given_up, final.gap) == (LOST, 5, 0.0)
