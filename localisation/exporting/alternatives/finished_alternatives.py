"""What every export of alternatives is given."""

from dataclasses import dataclass
from pathlib import Path

from localisation.domain.assessment import Assessment, Result
from localisation.domain.instance import Instance
from localisation.domain.vocabulary import Status
from localisation.exporting.goal_levels import later_losses
from localisation.exporting.study.side_by_side import Entry
from localisation.solving.alternatives.all_optimal import AllOptimal
from localisation.solving.alternatives.difference import Differ, difference
from localisation.solving.alternatives.near_best import NearBests
from localisation.solving.open_points import open_points
from localisation.texts import Texts

_NOTHING = 0.000_001
"""Points below which two scores are the same but for rounding."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FinishedAlternatives:
    """The best proposal and what stands beside it, the scenario file, and the folder the files will stand in.

    `given`: the best is a stored proposal that was asked about, and not solved anew.
    """

    instance: Instance
    best: Result
    found: NearBests | AllOptimal
    differ: Differ
    language: str
    scenario: Path
    area: str | None
    home: Path
    given: bool = False

    @property
    def status(self) -> Status:
        """How sure it is that the best is best; of a stored proposal of which nothing is known, not at all."""
        return Status.FEASIBLE if self.best.status is Status.HELD else self.best.status

    @property
    def best_is(self) -> str:
        """What the best may be called: best only when that is proven, else the best known, or the given one."""
        if self.status is Status.OPTIMAL:
            return "proven"
        return "given" if self.given else "known"

    @property
    def best_open(self) -> float | None:
        """Points by which another proposal could score higher than the best: 0 when proven, None when not known."""
        return open_points(self.best.runs)

    def lost(self, assessment: Assessment) -> float:
        """Points it scores lower than the best; below 0 where it scores higher, which can be when nothing is proven."""
        lost = self.best.assessment.points - assessment.points
        return lost if abs(lost) >= _NOTHING else 0.0

    def lost_later(self, assessment: Assessment) -> dict[int, float]:
        """Points lost on each goal level after the first, by its number; below 0 where they are gained."""
        losses = later_losses(self.best.assessment, assessment)
        return {number: lost if abs(lost) >= _NOTHING else 0.0 for number, lost in losses.items()}

    def behind(self, assessment: Assessment) -> float | None:
        """Points it is at most from the best possible; None when not known."""
        return None if self.best_open is None else max(0.0, self.lost(assessment) + self.best_open)

    @property
    def entries(self) -> list[Entry]:
        """The best first, then the others with names."""
        if isinstance(self.found, AllOptimal):
            rest = list(self.found.proposals[1:])
        else:
            rest = [(a.proposal, a.assessment) for a in self.found.alternatives]
        nb, en = Texts("nb"), Texts("en")
        first = Entry(
            file="proposals/best.json",
            name=nb(f"alternatives.best.{self.best_is}.name"),
            name_en=en(f"alternatives.best.{self.best_is}.name"),
            proposal=self.best.proposal,
            assessment=self.best.assessment,
        )
        return [first] + [
            Entry(
                file=f"proposals/alternative-{i:03}.json",
                name=nb("alternatives.other", number=i),
                name_en=en("alternatives.other", number=i),
                proposal=proposal,
                assessment=assessment,
            )
            for i, (proposal, assessment) in enumerate(rest, start=1)
        ]

    def differences(self) -> list[list[int]]:
        """How much each differs from each, in the order of `entries`."""
        proposals = [e.proposal for e in self.entries]
        return [[difference(a, b, self.differ) for b in proposals] for a in proposals]
