"""How robust a recommendation is: the whole study."""

from dataclasses import dataclass

from localisation.domain.assessment import Result
from localisation.domain.instance import Instance
from localisation.domain.vocabulary import Status
from localisation.solving.engines.outcome import PROOF_TOLERANCE
from localisation.solving.robustness.draws import Draws
from localisation.solving.robustness.flip_point import FlipPoint
from localisation.solving.robustness.known import Known, placed
from localisation.solving.robustness.tried import OVERTURNED, Tried, Verdict
from localisation.solving.robustness.weight_range import WeightRange


@dataclass(frozen=True, slots=True, kw_only=True)
class Robustness:
    """`known` has the recommendation first, then its rivals, today's situation, and what the changes brought up.

    `ranges` and `draws` are among those known; `tried` and `flips` are searched for besides, and held against all those
    known as well. `untried`: how many changes a stop left out.
    """

    instance: Instance
    best: Result
    known: tuple[Known, ...]
    ranges: tuple[WeightRange, ...]
    tried: tuple[Tried, ...]
    flips: tuple[FlipPoint, ...]
    draws: Draws
    untried: int
    stopped: bool

    @property
    def rivals(self) -> int:
        """How many other known proposals meet every must: without any, ranges and draws say nothing."""
        return sum(one.competes for one in self.known[1:])

    @property
    def overturned(self) -> tuple[Tried, ...]:
        """The changes under which the recommendation is beaten or breaks musts."""
        return tuple(t for t in self.tried if t.verdict in OVERTURNED)

    @property
    def proven(self) -> int:
        """How many of those that compete are proven best of all proposals there are, as it is or under a change."""
        best = [one.found for one in self.tried if one.found is not None]
        sure = {placed(r.proposal) for r in (self.best, *best) if r.status is Status.OPTIMAL}
        if any(one.verdict is Verdict.HOLDS for one in self.tried):
            sure.add(placed(self.known[0].proposal))
        return sum(one.competes and placed(one.proposal) in sure for one in self.known)

    @property
    def surpassed(self) -> Known | None:
        """A known proposal that meets the musts and is better than the recommendation with nothing changed at all."""
        own = self.known[0].assessment
        better = [k for k in self.known[1:] if k.competes and k.assessment.goal[0] < own.goal[0] - PROOF_TOLERANCE]
        return min(better, key=lambda k: k.assessment.goal) if better and len(own.goal) == 1 else None
