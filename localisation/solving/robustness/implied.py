"""What follows from changes already tried, without solving."""

from collections.abc import Sequence
from fractions import Fraction

from localisation.domain.assessment import LevelRun, Result
from localisation.domain.instance import Instance
from localisation.domain.vocabulary import Status
from localisation.solving.robustness.change import Change, Kind
from localisation.solving.robustness.changed_instance import changed_instance
from localisation.solving.robustness.tried import Tried, Verdict
from localisation.solving.verify import assess


def implied(instance: Instance, best: Result, tried: Sequence[Tried], change: Change) -> Tried | None:
    """A weight between one at which the recommendation is proven best and its own, where it is so too; else None.

    By how much one proposal is ahead of another is linear in each weight, so what holds at both ends holds in between.
    Only of a single goal level, and a recommendation that is itself proven.
    """
    if change.kind is not Kind.WEIGHT or len(best.assessment.goal) > 1 or best.status is not Status.OPTIMAL:
        return None
    ends = [t.change.factor for t in tried if t.change.criterion == change.criterion and t.verdict is Verdict.HOLDS]
    if not any(low <= change.factor <= high for low, high in (sorted((Fraction(1), end)) for end in ends)):
        return None
    assessment = assess(changed_instance(instance, change), best.proposal)
    value = assessment.goal[0]
    run = LevelRun(status=Status.OPTIMAL, value=value, bound=value, seconds=0.0, engine="")
    found = Result(proposal=best.proposal, assessment=assessment, runs=(run,), seed=best.seed, workers=0)
    return Tried(change=change, kept=best.proposal, assessment=assessment, found=found)
