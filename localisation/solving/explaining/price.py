"""What each must costs."""

from dataclasses import dataclass
from typing import Literal

from localisation.domain.assessment import Result

LITTLE = 1e-5
"""Points within which a price is proven: what floating point may lose."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gain:
    """Points gained at least and at most; `most` is None when there is no bound."""

    least: float
    most: float | None

    @property
    def proven(self) -> bool:
        """Whether no more is to be gained than is shown to be."""
        return self.most is not None and self.most - self.least <= LITTLE

    @property
    def nothing(self) -> bool:
        """Whether it is proven that nothing is gained."""
        return self.most is not None and self.most <= LITTLE


@dataclass(frozen=True, slots=True, kw_only=True)
class Looser:
    """What is gained when a must is made one step looser.

    `kind` says what `now` and `then` are: the rule's "parameter", the "bound" of a measure in the unit that is shown,
    or the "space" in every building in per cent.
    """

    kind: Literal["parameter", "bound", "space"]
    parameter: str = ""
    now: int
    then: int
    gain: Gain


@dataclass(frozen=True, slots=True, kw_only=True)
class Price:
    """What is gained without one must, and what of it one step gives. `alone`: solved by itself, not in a group."""

    criterion: str
    gain: Gain
    alone: bool
    looser: tuple[Looser, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Prices:
    """The price of every must that there was time for; `together`: of all of them at once (None when not tried)."""

    best: Result
    together: Gain | None
    prices: tuple[Price, ...]
    left_out: tuple[str, ...]
    stopped: bool
    solves: int
