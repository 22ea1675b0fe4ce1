"""Alternatives measured by one and the same criteria list."""

from dataclasses import dataclass

from localisation.domain.assessment import Assessment, LevelRun
from localisation.domain.instance import Instance
from localisation.domain.proposal import Proposal
from localisation.domain.provenance import InputFile
from localisation.domain.vocabulary import Status


@dataclass(frozen=True, kw_only=True)
class Alternative:
    """A proposal with a name; `assessment` is by the criteria of the comparison, not its own scenario's."""

    id: str
    name: str
    name_en: str = ""
    proposal: Proposal
    assessment: Assessment
    status: Status
    runs: tuple[LevelRun, ...]
    seed: int = 0
    workers: int = 0
    stopped: bool = False
    """The user stopped the search; the best so far was kept."""
    files: tuple[InputFile, ...] = ()
    """What its own scenario rests on."""

    @property
    def points(self) -> float:
        """The weighted score on the first goal level, 100 at best everywhere; not cut off."""
        return self.assessment.points


@dataclass(frozen=True, kw_only=True)
class Comparison:
    """Alternatives with alternative 0 first; `chosen` is the one the report is about."""

    instance: Instance
    alternatives: tuple[Alternative, ...]
    chosen: Alternative
