"""What every export of alternatives is given."""

from dataclasses import dataclass
from pathlib import Path

from localisation.domain.assessment import Result
from localisation.domain.instance import Instance
from localisation.exporting.study.side_by_side import Entry
from localisation.solving.alternatives.all_optimal import AllOptimal
from localisation.solving.alternatives.difference import Differ, difference
from localisation.solving.alternatives.near_best import NearBests
from localisation.texts import Texts


@dataclass(frozen=True, slots=True, kw_only=True)
class FinishedAlternatives:
    """The best proposal and what stands beside it, the scenario file, and the folder the files will stand in."""

    instance: Instance
    best: Result
    found: NearBests | AllOptimal
    differ: Differ
    language: str
    scenario: Path
    area: str | None
    home: Path

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
            name=nb("alternatives.best"),
            name_en=en("alternatives.best"),
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
