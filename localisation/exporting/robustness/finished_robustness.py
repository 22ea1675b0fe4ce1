"""What every export of a study of robustness is given."""

from dataclasses import dataclass
from pathlib import Path

from localisation.exporting.study.side_by_side import Entry
from localisation.solving.robustness.robustness import Robustness


@dataclass(frozen=True, slots=True, kw_only=True)
class FinishedRobustness:
    """The study, the seconds each change had, the scenario file, and the folder the files will stand in."""

    study: Robustness
    seconds: int
    language: str
    scenario: Path
    area: str | None
    home: Path

    @property
    def entries(self) -> list[Entry]:
        """Every known proposal with the file it gets, the recommendation first."""
        return [
            Entry(
                file=f"proposals/proposal-{number:03}.json" if number else "proposals/recommendation.json",
                name=one.name,
                name_en=one.name_en,
                proposal=one.proposal,
                assessment=one.assessment,
            )
            for number, one in enumerate(self.study.known)
        ]
