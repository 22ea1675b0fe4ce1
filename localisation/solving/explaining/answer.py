"""What having it otherwise would cost."""

from dataclasses import dataclass

from localisation.domain.assessment import Assessment, Result
from localisation.domain.proposal import Proposal
from localisation.solving.explaining.asked import Asked
from localisation.solving.explaining.diagnosis import Diagnosis
from localisation.solving.explaining.price import LITTLE
from localisation.solving.goal import GOAL_UNITS


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """One question answered against a proposal: either `found` or `refused` is there, or neither when time ran out.

    `found`: the best proposal in which it is as asked, and of those equally good the one that changes least (`fewest`
    says whether that is proven). `refused`: the musts that forbid it; the question itself is kept, and named in none.
    """

    asked: Asked
    before: Proposal
    assessment: Assessment
    already: bool = False
    found: Result | None = None
    fewest: bool = False
    refused: Diagnosis | None = None

    @property
    def cost(self) -> tuple[float, float] | None:
        """Points that at least and at most are lost on the first goal level; the same when proven."""
        if self.found is None:
            return None
        at_most = (self.found.assessment.goal[0] - self.assessment.goal[0]) / GOAL_UNITS
        run = self.found.runs[0] if self.found.runs else None
        if run is None or run.bound is None:
            return (0.0 if self.already else float("-inf")), at_most
        return (run.bound - self.assessment.goal[0]) / GOAL_UNITS, at_most

    @property
    def proven(self) -> bool:
        """Whether nothing better is possible in which it is as asked."""
        cost = self.cost
        return cost is not None and cost[1] - cost[0] <= LITTLE

    @property
    def moved(self) -> tuple[str, ...]:
        """The other units that sit otherwise than before."""
        if self.found is None:
            return ()
        after = self.found.proposal
        units = {p.unit for p in (*self.before.placements, *after.placements)} - {self.asked.unit}
        return tuple(sorted(u for u in units if self.before.sites(u) != after.sites(u)))
