"""One floor of a building, as a place tells of it."""

from collections.abc import Mapping

from pydantic import Field

from localisation.domain.frozen import Frozen
from localisation.domain.vocabulary import Confidence, SpaceKind


class Floor(Frozen):
    """A floor that is told of. `number` is the place's own; `height` is floors above the ground, negative below it.

    A kind that is missing from `spaces` is not told, which is not the same as 0. `public` is whether inhabitants can be
    received there; None when it is not told.
    """

    number: int
    height: int
    spaces: Mapping[SpaceKind, int] = Field(default_factory=dict)
    public: bool | None = None
    confidence: Confidence = Confidence.ESTIMATE
    """How well the amounts of space are known."""


def height_of(number: int, *, ground: int) -> int:
    """Floors above the ground for a place that calls its ground floor 0 or 1; with 1 there is no floor 0."""
    return number - ground if ground == 0 or number > 0 else number


def number_at(height: int, *, ground: int) -> int:
    """What such a place calls the floor at a height."""
    return height + ground if ground == 0 or height >= 0 else height
