"""What a rule about who moves when speaks to, and what it must say."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import ClassVar, Protocol

from localisation.domain.assessment import About, Breach
from localisation.domain.relocation.plan import Plan
from localisation.domain.relocation.programme import PlanGiven
from localisation.rules.base import Measure, Requirement
from localisation.rules.linear import Constraint, Linear

ALWAYS = Linear(constant=1)
MINUTES = 24 * 60
"""Of a day."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """`demand` of something scarce on every day from `start` up to (not with) `end`, if `when` (0/1) is 1.

    Start and end are day indexes; a block whose end is not after its start takes nothing.
    """

    start: Linear
    end: Linear
    demand: int
    when: Linear = field(default=ALWAYS)


class RelocationModel(Protocol):
    """What a rule may ask of the model it speaks to. Times are day indexes of the programme's calendar.

    What is said of an activity, leg or route that does not take place means nothing: say it with `when`.
    """

    def start(self, activity: str) -> Linear:
        """The first day of the activity."""

    def end(self, activity: str) -> Linear:
        """The day after the last of the activity (the next working day on the axis)."""

    def takes_place(self, activity: str) -> Linear:
        """1 if the activity is carried out: always, or with its leg."""

    def goes(self, move: str, via: str) -> Linear:
        """1 if the move goes that way ("" is straight)."""

    def overtime(self, activity: str) -> Linear:
        """1 if overtime hands carry the activity out; at most `takes_place`. Constant 0 where no overtime hands can."""

    def vehicle(self, leg: str) -> Linear:
        """Which vehicle carries the leg (from 0); there are as many as legs."""

    def minute(self, leg: str) -> Linear:
        """The minute of its first day (0 up to, not with, `MINUTES`) from which a vehicle carries the leg."""

    def whole(self, low: int, high: int, name: str) -> Linear:
        """A new whole-number helper within bounds (0 and 1: a yes or no)."""

    def lookup(self, table: Sequence[int], index: Linear) -> Linear:
        """table[index]; the index is held within the table."""

    def always(self, constraint: Constraint, when: Linear = ALWAYS) -> None:
        """State what a helper means, if `when` is 1. It holds whatever becomes of the criterion."""

    def require(self, constraint: Constraint, about: About, when: Linear = ALWAYS) -> None:
        """What the rule demands about a subject, if `when` is 1. Several calls with the same subject are one demand."""

    def at_once(self, blocks: Sequence[Block], at_most: int, about: About) -> None:
        """Demand about a subject: on no day do the blocks take more than `at_most` together."""

    def charge(self, amount: Linear | int) -> None:
        """Add to the amount of the measure, in its raw unit."""


class RelocationRequirement(Requirement, ABC):
    """A requirement on who moves when."""

    holds_for_fewer: ClassVar[bool] = False
    """Whether a plan that meets it still does when some units are taken out of it, with all their moves and stays."""

    same_units: ClassVar[bool] = False
    """Whether all criteria with it must be about the same units, as they speak of the same vehicles."""
    orders: ClassVar[bool] = False
    """Whether it says of (unit, other) that the unit does not begin to move before the other has moved."""

    def deadline(self, given: PlanGiven) -> date | None:
        """The day by which the selected units must be in place; None when it says nothing of that."""
        return None

    @abstractmethod
    def encode(self, model: RelocationModel, given: PlanGiven) -> None:
        """State the rule to the solver."""

    @abstractmethod
    def check(self, given: PlanGiven, plan: Plan) -> list[Breach]:
        """The breaches of the plan, at most one for a subject; shares nothing with `encode`."""


class RelocationMeasure(Measure, ABC):
    """An amount that depends on who moves when."""

    holds_for_fewer: ClassVar[bool] = False
    """Whether the amount is never more when some units are taken out of the plan, with all their moves and stays."""

    @abstractmethod
    def encode(self, model: RelocationModel, given: PlanGiven) -> None:
        """State the rule to the solver."""

    @abstractmethod
    def measure(self, given: PlanGiven, plan: Plan) -> int:
        """The amount in raw units; shares nothing with `encode`."""


RelocationRule = RelocationRequirement | RelocationMeasure
