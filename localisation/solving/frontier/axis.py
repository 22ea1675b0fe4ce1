"""One measure of a frontier, in whole numbers."""

from collections.abc import Mapping
from dataclasses import dataclass

from localisation.domain.assessment import Assessment
from localisation.domain.criterion import Criterion
from localisation.rules.linear import Linear, total
from localisation.solving.engines.outcome import PROOF_TOLERANCE

LEAST_PRICE = 4 * PROOF_TOLERANCE
"""Goal units between two values of an axis that are told apart: twice what a proof in floating point may err by."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Axis:
    """A criterion's raw amount, or points lost on several criteria together; less is better.

    The value is `constant` and, of each criterion, its raw amount times `factors`. In an objective one of the axis'
    units weighs `price` goal units. Values closer than `step` are not told apart: 1 for a criterion, so that its steps
    are exact, and four millionths of a point for points lost.
    """

    id: str
    name: str
    name_en: str = ""
    factors: Mapping[str, int]
    constant: int = 0
    price: int = 1
    step: int = 1
    criterion: Criterion | None = None
    """The criterion it is; None for points lost on several."""

    def value(self, assessment: Assessment) -> int:
        """What the independent check measures."""
        return self.constant + sum(f * assessment.result(c).amount for c, f in self.factors.items())

    def expression(self, amounts: Mapping[str, Linear]) -> Linear:
        """The same in the words of a model, of its raw `amounts` by criterion."""
        return total([self.constant, *(amounts[c] * f for c, f in self.factors.items())])
