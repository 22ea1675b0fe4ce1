"""What a rule about who sits where speaks to, and what it must say."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from localisation.domain.assessment import About, Breach
from localisation.domain.instance import Given
from localisation.domain.proposal import Proposal
from localisation.rules.base import Measure, Requirement
from localisation.rules.linear import Constraint, Linear


class PlacementModel(Protocol):
    """What a rule may ask of the model it speaks to. Every value handed out is a `Linear`.

    A helper may be asked for by several rules; helpers are only bounded from the side their docstring says, so
    they may be charged with positive factors, and used in `require` only where a larger value cannot help.
    """

    def sits(self, unit: str, building: str) -> Linear:
        """1 if the unit has a site in the building, else 0."""

    def staff(self, unit: str, building: str) -> Linear:
        """How many of the unit sit in the building; 0 without a site, at least 1 with one."""

    def used(self, building: str) -> Linear:
        """1 if any unit sits in the building, else 0 (exactly)."""

    def refurbished(self, option: str) -> Linear:
        """1 if the refurbishment option is carried out, else 0."""

    def none_of(self, choices: Iterable[Linear]) -> Linear:
        """A 0/1 helper that is at least 1 when every one of the 0/1 choices is 0 (shared between equal sets)."""

    def nearest(
        self, choices: Sequence[Sequence[Linear]], costs: NDArray[np.int64], otherwise: NDArray[np.int64]
    ) -> Linear:
        """A helper that is at least the sum over rows of the least cost among the columns that are chosen.

        A column is chosen when any of its 0/1 choices is 1; `costs` is rows x columns, 0 or more, and no row costs
        more than `otherwise`. For sizes at which helpers of `none_of` are too many.
        """

    def whole(self, low: int, high: int, name: str) -> Linear:
        """A new whole-number helper within bounds (0 and 1: a yes or no)."""

    def always(self, constraint: Constraint) -> None:
        """State what a helper means. It holds whatever becomes of the criterion; never use it for the rule itself."""

    def require(self, constraint: Constraint, about: About) -> None:
        """What the rule demands about a subject. Several calls with the same subject are one demand."""

    def charge(self, amount: Linear | int) -> None:
        """Add to the amount of the measure, in its raw unit."""


class PlacementRequirement(Requirement, ABC):
    """A requirement on who sits where."""

    @abstractmethod
    def encode(self, model: PlacementModel, given: Given) -> None:
        """State the rule to the solver."""

    @abstractmethod
    def check(self, given: Given, proposal: Proposal) -> list[Breach]:
        """The breaches of the proposal, at most one for a subject; shares nothing with `encode`."""


class PlacementMeasure(Measure, ABC):
    """An amount that depends on who sits where."""

    @abstractmethod
    def encode(self, model: PlacementModel, given: Given) -> None:
        """State the rule to the solver."""

    @abstractmethod
    def measure(self, given: Given, proposal: Proposal) -> int:
        """The amount in raw units; shares nothing with `encode`."""


PlacementRule = PlacementRequirement | PlacementMeasure
