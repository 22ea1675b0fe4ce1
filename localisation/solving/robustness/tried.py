"""What became of the recommendation under one change."""

from dataclasses import dataclass
from enum import StrEnum

from localisation.domain.assessment import Assessment, Result
from localisation.domain.proposal import Proposal
from localisation.rules.goal import GOAL_UNITS
from localisation.solving.alternatives.difference import Differ, difference
from localisation.solving.engines.outcome import PROOF_TOLERANCE
from localisation.solving.robustness.change import Change


class Verdict(StrEnum):
    """How the recommendation stands after a change."""

    HOLDS = "holds"
    """Proven: nothing is better."""
    UNBEATEN = "unbeaten"
    """Nothing better was found, but something may be."""
    BEATEN = "beaten"
    """Another proposal is better."""
    BREAKS = "breaks"
    """It breaks musts as it stands; another proposal meets them all."""
    NONE = "none"
    """No proposal meets every must."""
    UNKNOWN = "unknown"
    """It breaks musts as it stands; no proposal was found in time."""


STANDING = frozenset({Verdict.HOLDS, Verdict.UNBEATEN})
"""The recommendation meets the musts and nothing better is known."""
OVERTURNED = frozenset({Verdict.BEATEN, Verdict.BREAKS})
"""Another proposal takes its place."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tried:
    """One change with the recommendation held against what is best then.

    `kept` is the recommendation under the change, with the same sites (and staff in proportion where it has changed).
    `found` is the best then known; None when there is none. `refused`: proven that none meets the musts.
    """

    change: Change
    kept: Proposal
    assessment: Assessment
    found: Result | None = None
    refused: bool = False

    @property
    def verdict(self) -> Verdict:
        """Beaten only by more than a proof may err by, on the first goal level that differs."""
        if not self.assessment.valid:
            if self.found is not None:
                return Verdict.BREAKS
            return Verdict.NONE if self.refused else Verdict.UNKNOWN
        if self.found is None:
            return Verdict.UNBEATEN
        if not _stands(self.assessment, self.found):
            return Verdict.BEATEN
        return Verdict.HOLDS if self._proven() else Verdict.UNBEATEN

    def _proven(self) -> bool:
        """Whether every level's bound says that the recommendation is best."""
        assert self.found is not None
        if len(self.found.runs) == 1:
            bound = self.found.runs[0].bound
            return bound is not None and self.assessment.goal[0] <= bound + PROOF_TOLERANCE
        return all(run.gap == 0 for run in self.found.runs)

    @property
    def regret(self) -> tuple[float, float | None] | None:
        """Points of the first goal level that keeping the recommendation loses: what is found, and at most (a bound).

        None when the recommendation breaks musts, or nothing is known.
        """
        if self.found is None or not self.assessment.valid:
            return None
        kept, run = self.assessment.goal[0], self.found.runs[0]
        least = max(0, kept - self.found.assessment.goal[0])
        most = None if run.bound is None else max(least, kept - run.bound)
        if most is not None and most - least <= PROOF_TOLERANCE:
            most = least
        return least / GOAL_UNITS, None if most is None else most / GOAL_UNITS

    @property
    def elsewhere(self) -> int:
        """How many people sit elsewhere in what is found than in the recommendation."""
        return 0 if self.found is None else difference(self.kept, self.found.proposal, Differ.PEOPLE)


def _stands(kept: Assessment, found: Result) -> bool:
    """Whether what was found is no better: a level that gave up its slack counts with what it had reached."""
    for mine, run in zip(kept.goal, found.runs, strict=True):
        assert run.value is not None
        if mine > run.value + PROOF_TOLERANCE:
            return False
        if mine < run.value - run.given_up - PROOF_TOLERANCE:
            return True
    return True
