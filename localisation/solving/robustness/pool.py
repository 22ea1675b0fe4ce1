"""Every proposal that a study knows, in the order it met them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from localisation.domain.instance import Instance
from localisation.domain.proposal import Proposal
from localisation.solving.robustness.carried import carried
from localisation.solving.robustness.change import Change
from localisation.solving.robustness.held_against import rejudged
from localisation.solving.robustness.known import Known, distinct
from localisation.solving.robustness.tried import Tried
from localisation.solving.verify import assess

NameMet = Callable[[Change], tuple[str, str]]
"""What a proposal is called that is best under a change, in both languages."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """A trial, and how many of the known proposals it has been held against."""

    tried: Tried
    against: int


class Pool:
    """The known proposals, the recommendation first; it only grows, and at the end."""

    def __init__(self, instance: Instance, known: Sequence[Known], name_met: NameMet) -> None:
        self._instance, self._name_met = instance, name_met
        self.known = distinct(known)

    @property
    def proposals(self) -> list[Proposal]:
        """The proposals alone."""
        return [one.proposal for one in self.known]

    def meet(self, one: Tried) -> None:
        """Remember what was found under a change, as a proposal for the staff there are."""
        if one.found is None:
            return
        proposal = carried(one.found.proposal, self._instance)
        assessment = assess(self._instance, proposal)
        if not assessment.structural:
            name, name_en = self._name_met(one.change)
            met = Known(name=name, name_en=name_en, proposal=proposal, assessment=assessment)
            self.known = distinct([*self.known, met])

    def judged(self, seen: Seen) -> Seen:
        """The trial held against those met since, so that no row is judged by its own search alone."""
        newer = self.proposals[seen.against :]
        tried = rejudged(self._instance, seen.tried, newer) if newer else seen.tried
        return Seen(tried=tried, against=len(self.known))
