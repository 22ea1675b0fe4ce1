"""What the solver claims, held against the independent check: any contradiction stops the answer."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from localisation.domain.assessment import Assessment, LevelRun
from localisation.domain.errors import Disagreement
from localisation.domain.vocabulary import Status, Strength
from localisation.rules.base import Measure, Rule
from localisation.rules.goal import GOAL_UNITS, best_raw, exact_prices, prices
from localisation.rules.linear import Linear
from localisation.rules.statement import Statement, rule_of
from localisation.solving.engines.outcome import PROOF_TOLERANCE, evaluate


def check_amounts(assessment: Assessment, charges: Mapping[str, Linear], values: Sequence[int]) -> None:
    """Raise `Disagreement` unless every must holds and no criterion's amount is above what the solver was charged.

    `charges` are what each criterion charges, by id, in the solver's variables; `values` are those of the variables.
    The solver's helpers may be charged for more than is there (never less) until the last level is proven, so each
    criterion is held on that side; `check_levels` holds the sums.
    """
    if not assessment.valid:
        broken = [r.criterion.id for r in assessment.broken_musts] or [str(b.about) for b in assessment.structural]
        raise Disagreement(f"the independent check finds broken musts in what the solver found: {broken}")
    for result in assessment.results:
        charge = charges.get(result.criterion.id)
        weighs = result.criterion.strength is Strength.WEIGHT or isinstance(rule_of(result.criterion), Measure)
        if charge is not None and weighs and (charged := evaluate(charge, list(values))) < result.amount:
            raise Disagreement(
                f"{result.criterion.id}: the solver is charged {charged}, the independent check finds {result.amount}"
            )


def check_levels(assessment: Assessment, runs: Sequence[LevelRun], slacks: Sequence[int]) -> None:
    """Raise `Disagreement` unless each level's checked value is at most what was solved, and not below its bound.

    A level before the last may have given up its slack. Bounds may err by `PROOF_TOLERANCE` (floating point).
    """
    last = len(runs) - 1
    for number, (run, value) in enumerate(zip(runs, assessment.goal, strict=False)):
        allowed = 0 if number == last else slacks[number]
        if run.value is not None and value > run.value + allowed:
            raise Disagreement(f"level {number + 1}: the solver says {run.value}, the independent check {value}")
        if run.bound is not None and value < run.bound - PROOF_TOLERANCE:
            raise Disagreement(f"level {number + 1}: the bound is {run.bound}, the independent check finds {value}")


def check_prices(assessment: Assessment, stated: Sequence[Statement[Rule, object]], first: Collection[str]) -> None:
    """Raise `Disagreement` unless the whole-number goal of the first level says what the points say.

    `first` are the ids of the criteria on the first level, `stated` the statements of those and others. The points are
    reckoned from weights and scales alone, the goal through rounded prices: they may differ by what each price was
    rounded by for each raw unit of its amount, and by what floating point loses.
    """
    chosen = [s for s in stated if s.criterion.id in first]
    amounts = {r.criterion.id: r.amount for r in assessment.results}
    level = tuple(s.criterion.id for s in chosen)
    price, exact = prices(chosen, level), exact_prices(chosen, level)
    rounding = sum(
        abs(price[key] - exact[key]) * abs(amounts[key] - best_raw(s)) for key, s in zip(level, chosen, strict=True)
    )
    lost = GOAL_UNITS * (100 - assessment.points) if chosen else 0.0
    if abs(lost - assessment.goal[0]) > rounding + PROOF_TOLERANCE:
        raise Disagreement(f"the points say {lost:.0f} goal units lost, the goal {assessment.goal[0]}")


def final_runs(assessment: Assessment, runs: Sequence[LevelRun]) -> tuple[LevelRun, ...]:
    """One run for each goal level with the proposal's checked value; levels a stop left out are not proven."""
    final = []
    for number, value in enumerate(assessment.goal):
        if number >= len(runs):
            left_out = LevelRun(status=Status.FEASIBLE, value=value, bound=None, seconds=0.0, engine="")
            final.append(left_out)
            continue
        run = runs[number]
        given_up = max(0, value - run.value) if run.value is not None else 0
        bound = None if run.bound is None else min(run.bound, value)
        final.append(replace(run, value=value, bound=bound, given_up=given_up))
    return tuple(final)
