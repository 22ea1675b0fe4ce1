"""What a frontier is held against: today's situation, and a proposal that was there before."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from localisation.domain.assessment import Assessment
from localisation.domain.instance import Instance
from localisation.domain.proposal import Proposal
from localisation.solving.frontier.axis import Axis
from localisation.solving.frontier.region import Vector
from localisation.solving.verify import assess


class Whose(StrEnum):
    """Where a reference comes from."""

    TODAY = "today"
    PROPOSAL = "proposal"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """A whole proposal with its values on the axes, as the independent check measures them; it may break musts."""

    whose: Whose
    proposal: Proposal
    assessment: Assessment
    values: Vector

    @property
    def lawful(self) -> bool:
        """Whether it meets every must; only then the frontier has to reach it."""
        return self.assessment.valid

    def point(self, points: Sequence[Vector], axes: Sequence[Axis]) -> int | None:
        """The point with its values, if there is one: where it stands on the frontier itself."""
        steps = [a.step for a in axes]
        alike = (
            i
            for i, point in enumerate(points)
            if all(abs(x - y) < step for x, y, step in zip(point, self.values, steps, strict=True))
        )
        return next(alike, None)

    def beaten_by(self, points: Sequence[Vector], axes: Sequence[Axis]) -> tuple[int, ...]:
        """The points that are no worse on any axis and better on one; none of those with its values."""
        if self.point(points, axes) is not None:
            return ()
        return tuple(
            i
            for i, point in enumerate(points)
            if all(x < y + a.step for x, y, a in zip(point, self.values, axes, strict=True))
        )


def references_of(instance: Instance, axes: Sequence[Axis], known: Sequence[Proposal]) -> tuple[Reference, ...]:
    """Today's situation first, where it is whole, then the `known` proposals, which must be."""
    whose = [(Whose.TODAY, instance.inventory.today), *((Whose.PROPOSAL, proposal) for proposal in known)]
    references = (_reference(instance, axes, *one) for one in whose)
    return tuple(r for r in references if r.whose is not Whose.TODAY or not r.assessment.structural)


def _reference(instance: Instance, axes: Sequence[Axis], whose: Whose, proposal: Proposal) -> Reference:
    assessment = assess(instance, proposal)
    values = tuple(a.value(assessment) for a in axes)
    return Reference(whose=whose, proposal=proposal, assessment=assessment, values=values)
