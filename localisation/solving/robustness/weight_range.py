"""The range of one weight over which a proposal stays best among known ones: exact, by linear arithmetic."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from localisation.domain.criterion import Criterion
from localisation.domain.instance import Instance
from localisation.solving.robustness.known import Known
from localisation.solving.robustness.points_lost import Lost, first_weights, points_lost


@dataclass(frozen=True, slots=True, kw_only=True)
class WeightRange:
    """From `low` to `high` the proposal is best among those compared, the other weights as they are.

    At an end another is as good, beyond it better: `below` and `above` name it. `high` None: no upper limit. `empty`:
    there is no such weight. `sure` is the part that is proven against every proposal there is, not only those compared.
    """

    criterion: Criterion
    low: Fraction
    high: Fraction | None
    below: Known | None = None
    above: Known | None = None
    empty: bool = False
    sure: tuple[Fraction, Fraction] | None = None

    @property
    def holds(self) -> bool:
        """Whether the proposal is best among those compared at the weight as it is."""
        within = self.low <= self.criterion.weight and (self.high is None or self.criterion.weight <= self.high)
        return within and not self.empty

    @property
    def proven(self) -> bool:
        """Whether all of the range is proven; one without an upper limit never is."""
        return (
            self.sure is not None
            and self.high is not None
            and self.sure[0] <= self.low
            and self.high <= self.sure[1]
            and not self.empty
        )


def weight_ranges(instance: Instance, known: Sequence[Known]) -> tuple[WeightRange, ...]:
    """One for each criterion of the first goal level, in the order of the list; the first known is the recommendation.

    Known proposals that break musts are no rivals. With w the weights and d the points a rival loses more than the
    recommendation on each criterion, it stays ahead while the sum of w * d is 0 or more: a half-line for each rival.
    """
    weights = first_weights(instance)
    own = points_lost(instance, known[0].assessment)
    rivals = [(one, points_lost(instance, one.assessment)) for one in known[1:] if one.competes]
    chosen = [c for c in instance.criteria if c.id in weights]
    return tuple(_range(criterion, own, rivals, weights) for criterion in chosen)


def advantage(weights: Mapping[str, int], own: Lost, other: Lost, varied: str) -> tuple[Fraction, Fraction]:
    """(a, b): the first is ahead of the other by a + b * t where t is the varied weight, in points times weights."""
    ahead = {key: other[key] - own[key] for key in weights}
    return sum((w * ahead[key] for key, w in weights.items() if key != varied), Fraction(0)), ahead[varied]


def _range(
    criterion: Criterion, own: Lost, rivals: Sequence[tuple[Known, Lost]], weights: Mapping[str, int]
) -> WeightRange:
    low, high = Fraction(0), None
    below = above = None
    empty = False
    for rival, lost in rivals:
        rest, slope = advantage(weights, own, lost, criterion.id)
        if slope == 0:
            empty |= rest < 0
            continue
        turn = -rest / slope
        if slope > 0 and turn > low:
            low, below = turn, rival
        elif slope < 0 and (high is None or turn < high):
            high, above = turn, rival
    empty |= high is not None and high < low
    return WeightRange(criterion=criterion, low=low, high=high, below=below, above=above, empty=empty)
