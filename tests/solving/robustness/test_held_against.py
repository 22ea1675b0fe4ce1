"""A known proposal in place of what a search found: what stays proven, and what is an error."""

from dataclasses import replace

import pytest

from localisation.domain.assessment import LevelRun
from localisation.domain.errors import Disagreement
from localisation.domain.vocabulary import Status
from localisation.rules.goal import GOAL_UNITS
from localisation.solving.engines.outcome import PROOF_TOLERANCE
from localisation.solving.robustness.change import usual_changes
from localisation.solving.robustness.held_against import held_against
from localisation.solving.robustness.tried import Tried, Verdict
from localisation.solving.robustness.try_change import try_change
from localisation.solving.solve import solve
from tests.solving.frontier.test_solve_frontier import fixed

CASE = fixed(10)
LIMITS = CASE.scenario.solve


def test_a_known_proposal_that_a_solver_has_ruled_out_is_an_error():
    best = solve(CASE)
    tried = try_change(CASE, [best.proposal], usual_changes(CASE)[0], limits=LIMITS)
    known = [(tried.kept, tried.assessment)]
    with pytest.raises(Disagreement, match="no proposal meets"):
        held_against(replace(tried, found=None, refused=True), known)
    assert tried.found is not None
    above = tried.assessment.goal[0] + 10 * PROOF_TOLERANCE
    false = replace(tried.found, runs=(replace(tried.found.runs[0], value=above, bound=above, engine="x"),))
    with pytest.raises(Disagreement, match="bound"):
        held_against(replace(tried, found=false), known)


def test_a_better_known_proposal_decides_the_levels_in_their_order():
    best = solve(CASE)
    tried = try_change(CASE, [best.proposal], usual_changes(CASE)[0], limits=LIMITS)
    assert tried.found is not None
    # The first level reached 5 points and gave up 1 of them: 6 is as good there, so the second decides.
    point = GOAL_UNITS

    def against(*goal: int, bound: int = 7, engine: str = "x") -> Tried:
        status = Status.OPTIMAL if bound == 9 else Status.FEASIBLE
        runs = (
            LevelRun(status=Status.OPTIMAL, value=6 * point, bound=5 * point, seconds=0, engine="x", given_up=point),
            LevelRun(status=status, value=9 * point, bound=bound * point, seconds=0, engine=engine),
        )
        assessment = replace(best.assessment, goal=(6 * point, 9 * point))
        assert tried.found is not None
        before = replace(tried, found=replace(tried.found, runs=runs, assessment=assessment))
        known = replace(best.assessment, goal=tuple(g * point for g in goal))
        return held_against(before, [(best.proposal, known)])

    def told(one: Tried) -> list[tuple[int | None, int, int | None, Status]]:
        assert one.found is not None
        return [(r.value, r.given_up, r.bound, r.status) for r in one.found.runs]

    asis = [(6 * point, point, 5 * point, Status.OPTIMAL), (9 * point, 0, 7 * point, Status.FEASIBLE)]
    assert told(against(6, 10)) == told(against(7, 1)) == asis
    first = (5 * point, 0, 5 * point, Status.OPTIMAL)
    assert told(against(5, 8)) == [first, (8 * point, 0, 7 * point, Status.FEASIBLE)]
    # What only follows from other trials is no longer proven; what an engine has proven must be so.
    assert told(against(5, 8, bound=9, engine="")) == [first, (8 * point, 0, None, Status.FEASIBLE)]
    with pytest.raises(Disagreement, match="level 2"):
        against(5, 8, bound=9)
    with pytest.raises(Disagreement, match="level 1"):
        against(4, 20)


def test_a_weight_that_is_no_longer_implied_to_hold_is_beaten_and_not_proven():
    best = solve(CASE)
    tried = try_change(CASE, [best.proposal], usual_changes(CASE)[0], limits=LIMITS)
    value = tried.assessment.goal[0]
    run = LevelRun(status=Status.OPTIMAL, value=value, bound=value, seconds=0, engine="")
    implied_row = replace(tried, found=replace(best, runs=(run,), assessment=tried.assessment))
    known = replace(tried.assessment, goal=(value - GOAL_UNITS,))
    beaten = held_against(implied_row, [(tried.kept, known)])
    assert beaten.verdict is Verdict.BEATEN
    assert beaten.regret == (1, None)
