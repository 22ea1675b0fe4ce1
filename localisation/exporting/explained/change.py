"""What one proposal changes of another, criterion by criterion."""

from dataclasses import dataclass

from localisation.domain.assessment import Assessment
from localisation.domain.criterion import Criterion
from localisation.domain.instance import Instance
from localisation.domain.vocabulary import Strength
from localisation.exporting.shown import shown_amount
from localisation.rules.goal import levels


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A weighted criterion's amount before and after, in the unit that is shown, and the points gained (or lost)."""

    criterion: Criterion
    before: float
    after: float
    points: float | None
    """Its share of the score on the first goal level; None when it weighs on a later one."""

    @property
    def difference(self) -> float:
        """After less before; less is better."""
        return self.after - self.before


def changes(instance: Instance, before: Assessment, after: Assessment) -> tuple[Change, ...]:
    """Every weighted criterion, what is lost most first, then what is gained, then what stays."""
    first = levels(instance)[0]
    weights = sum(c.weight for c in instance.criteria if c.id in first) or 1
    found = []
    for criterion in instance.criteria:
        if criterion.strength is not Strength.WEIGHT:
            continue
        a, b = before.result(criterion.id), after.result(criterion.id)
        points = None
        if criterion.id in first and a.points is not None and b.points is not None:
            points = criterion.weight * (b.points - a.points) / weights
        found.append(Change(criterion=criterion, before=shown_amount(a), after=shown_amount(b), points=points))
    return tuple(sorted(found, key=lambda c: (c.difference == 0, c.points or 0.0)))
