"""What having it otherwise would cost."""

from dataclasses import dataclass

from localisation.domain.assessment import Assessment, LevelRun, Result
from localisation.domain.proposal import Proposal
from localisation.rules.goal import GOAL_UNITS
from localisation.solving.explaining.asked import Asked
from localisation.solving.explaining.diagnosis import Diagnosis
from localisation.solving.explaining.price import LITTLE
from localisation.solving.open_points import open_points


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """One question answered against a proposal: either `found` or `refused` is there, or neither when time ran out, or
    the user stopped it (`stopped`).

    `found`: the best proposal in which it is as asked, and of those equally good the one that changes least (`fewest`
    says whether that is proven). `refused`: the musts that forbid it; the question itself is kept, and named in none.
    `runs` say what is proven of the proposal before: None when nobody asks, empty when nothing is known.
    """

    asked: Asked
    before: Proposal
    assessment: Assessment
    already: bool = False
    found: Result | None = None
    fewest: bool = False
    refused: Diagnosis | None = None
    stopped: bool = False
    runs: tuple[LevelRun, ...] | None = None

    @property
    def open_before(self) -> float | None:
        """Points by which the proposal before could be beaten: 0 when it is proven best, None when not known."""
        if self.runs is None or not self.assessment.valid:
            return None
        return open_points(self.runs)

    @property
    def from_unproven(self) -> bool:
        """Whether it is asked of a proposal that is not proven best: then a cost may turn out to be a gain."""
        return self.runs is not None and self.open_before != 0

    @property
    def cost(self) -> tuple[float, float] | None:
        """Points that at least and at most are lost on the first goal level; the same when proven.

        Below 0 they are gained. A must more cannot gain what is not open for the proposal before.
        """
        if self.found is None:
            return None
        at_most = (self.found.assessment.goal[0] - self.assessment.goal[0]) / GOAL_UNITS
        least = 0.0 if self.already and at_most >= 0 else float("-inf")
        if self.found.runs and self.found.runs[0].bound is not None:
            least = (self.found.runs[0].bound - self.assessment.goal[0]) / GOAL_UNITS
        if self.open_before is not None and len(self.runs or ()) == 1:
            least = max(least, -self.open_before)
        return min(least, at_most), at_most

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
