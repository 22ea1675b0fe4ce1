"""What a frontier is: points that no proposal beats, and what is known of the room between them."""

from dataclasses import dataclass

from localisation.domain.assessment import Assessment
from localisation.domain.instance import Instance
from localisation.domain.proposal import Proposal
from localisation.solving.frontier.axis import Axis
from localisation.solving.frontier.reference import Reference
from localisation.solving.frontier.region import Box, Vector


@dataclass(frozen=True, slots=True, kw_only=True)
class FrontierPoint:
    """A proposal on the frontier, with its values on the axes as the independent check measures them.

    `proven`: no proposal is as good on every axis and better on one. Otherwise `room` says how much better each axis
    could still be with the others no worse (None where no bound is known); it is all 0 when proven.
    """

    values: Vector
    proposal: Proposal
    assessment: Assessment
    proven: bool
    room: tuple[int | None, ...]
    best_on: tuple[str, ...] = ()
    """The ids of the axes on which no point found is better."""
    least_on: tuple[str, ...] = ()
    """Those of them on which it is proven that no proposal at all is better."""
    knee: bool = False
    settled: bool = False
    """No proposal with the same values loses fewer points by the scenario's own first goal level; this is proven."""


@dataclass(frozen=True, kw_only=True)
class Frontier:
    """The points by their value on the first axis; `complete` when there are no others and all are proven.

    `gap` is the certified band: the share of the hypervolume that the bounds allow and the points do not reach.
    `undecided` are the boxes that may hold more points; nothing lies strictly below each of the `corners`.
    `references` are what the points are held against; one that meets every must is a point or beaten by one.
    """

    instance: Instance
    axes: tuple[Axis, ...]
    points: tuple[FrontierPoint, ...]
    corners: tuple[Vector, ...]
    undecided: tuple[Box, ...]
    gap: float
    complete: bool
    stopped: bool
    seconds: float
    questions: int
    references: tuple[Reference, ...] = ()

    def standing(self, reference: Reference) -> tuple[int | None, tuple[int, ...]]:
        """The number of the point with the reference's values, if any, and those of the points that beat it."""
        values = [p.values for p in self.points]
        return reference.point(values, self.axes), reference.beaten_by(values, self.axes)
