"""The points each criterion takes from a proposal, without rounding."""

from collections.abc import Mapping
from fractions import Fraction

from localisation.domain.assessment import Assessment
from localisation.domain.instance import Instance
from localisation.rules.goal import levels, scale
from localisation.rules.statement import rule_of

Lost = Mapping[str, Fraction]
"""Criterion id -> points of 100 lost on its own scale; below 0 where it is better than best."""


def points_lost(instance: Instance, assessment: Assessment) -> dict[str, Fraction]:
    """Exact points lost on the scale of each criterion of the first goal level; their weighted mean is the score.

    Lost = 100 * (amount - best) / (worst - best), as `goal.points` has it in floating point.
    """
    first, found = set(levels(instance)[0]), {}
    for result in assessment.results:
        if result.criterion.id in first:
            ends = scale(result.criterion, rule_of(result.criterion))
            assert ends is not None, f"{result.criterion.id} is weighted without a scale"
            found[result.criterion.id] = Fraction(100 * (result.amount - ends[0]), ends[1] - ends[0])
    return found


def first_weights(instance: Instance) -> dict[str, int]:
    """The weights of the first goal level, by criterion id, in the order of the list."""
    first = set(levels(instance)[0])
    return {c.id: c.weight for c in instance.criteria if c.id in first and c.weight}
