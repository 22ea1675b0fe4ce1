"""What a rule is: it states itself twice, once to the solver and once in plain Python."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable
from typing import ClassVar, Protocol

from localisation.domain.assessment import About, Breach
from localisation.domain.frozen import Frozen
from localisation.domain.instance import Given
from localisation.domain.proposal import Proposal
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

    def whole(self, low: int, high: int, name: str) -> Linear:
        """A new whole-number helper within bounds (0 and 1: a yes or no)."""

    def always(self, constraint: Constraint) -> None:
        """State what a helper means. It holds whatever becomes of the criterion; never use it for the rule itself."""

    def require(self, constraint: Constraint, about: About) -> None:
        """What the rule demands about a subject. Several calls with the same subject are one demand."""

    def charge(self, amount: Linear | int) -> None:
        """Add to the amount of the measure, in its raw unit."""


class Rule(Frozen, ABC):
    """A kind of thing a criterion can say. Its fields are its parameters.

    The docstring's first line is the rule in words; `name` is how criteria lists call it.
    """

    name: ClassVar[str]
    concerns_units: ClassVar[bool] = True
    """Whether the criterion's selection of units means anything to the rule; if not, it speaks of the whole."""
    states_physics: ClassVar[bool] = False
    """Whether it says what premises and units are, not what someone wishes; giving way there is the last resort."""
    missed_if_absent: ClassVar[bool] = False
    """Whether a criteria list that does not have it as a must has probably forgotten it."""
    uses_homes: ClassVar[bool] = False
    """Whether it asks where employees live."""

    @abstractmethod
    def encode(self, model: PlacementModel, given: Given) -> None:
        """State the rule to the solver."""


class Requirement(Rule, ABC):
    """A rule that holds or is breached, once for each subject it speaks of."""

    speaks_of: ClassVar[tuple[str, ...]]
    """What each id in `about` is: "unit", "host", "other", "building", "kind", "centre", "district" or "place"."""

    @classmethod
    def binds_each_unit(cls) -> bool:
        """Whether it binds each selected unit by itself, so that it can be asked of the free ones alone."""
        return "unit" in cls.speaks_of

    @abstractmethod
    def check(self, given: Given, proposal: Proposal) -> list[Breach]:
        """The breaches of the proposal, at most one for a subject; shares nothing with `encode`."""


class Measure(Rule, ABC):
    """A rule that gives an amount; less is better."""

    unit: ClassVar[str]
    """Key of the unit that is shown, such as "hours_per_year" (text `units.<unit>`)."""
    raw_per_unit: ClassVar[int] = 1
    """How many raw amounts make one of the unit that is shown."""

    @abstractmethod
    def measure(self, given: Given, proposal: Proposal) -> int:
        """The amount in raw units; shares nothing with `encode`."""
