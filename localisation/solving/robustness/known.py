"""A proposal that is known, and can be held against the recommendation."""

from collections.abc import Iterable
from dataclasses import dataclass

from localisation.domain.assessment import Assessment
from localisation.domain.proposal import Proposal


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """A proposal with what it is called in both languages; `assessment` is by the criteria of the study."""

    name: str
    name_en: str
    proposal: Proposal
    assessment: Assessment

    @property
    def competes(self) -> bool:
        """Whether it meets every must; what does not is no rival, whatever its points."""
        return self.assessment.valid


def placed(proposal: Proposal) -> object:
    """What two proposals have in common that are one."""
    return tuple(sorted(proposal.placements)), proposal.refurbishments


def distinct(proposals: Iterable[Known]) -> tuple[Known, ...]:
    """Each proposal once, under the first of its names."""
    found: dict[object, Known] = {}
    for one in proposals:
        found.setdefault(placed(one.proposal), one)
    return tuple(found.values())
