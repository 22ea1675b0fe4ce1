"""Why no proposal exists, and the least that would have to give way."""

from dataclasses import dataclass
from typing import Literal

from localisation.domain.assessment import About, Assessment, Breach
from localisation.domain.proposal import Proposal
from localisation.solving.explaining.demand import Demand


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """Demands that cannot hold together; `minimal` when it is proven that without any one of them the rest can.

    Where that is not so, `needed` are those of which it is proven: they are part of every conflict among these.
    """

    demands: tuple[Demand, ...]
    minimal: bool
    needed: tuple[Demand, ...] = ()

    @property
    def told(self) -> tuple[Demand, ...]:
        """The demands that play a part for certain: no other is ever named."""
        return self.demands if self.minimal else self.needed


@dataclass(frozen=True, slots=True, kw_only=True)
class Relief:
    """How far one demand must give way.

    `kind` says of what `amount` is: "space" (of the building and kind of space in `about`, in its unit), "bound" (a
    measure's, in the unit that is shown), "parameter" (the rule's, in its own unit), or "" when it gives way wholly.
    `bound` is what the bound or parameter becomes; `least` whether no less is proven to do, beside the other reliefs.
    """

    criterion: str
    about: About
    kind: Literal["space", "bound", "parameter", ""] = ""
    parameter: str = ""
    amount: int = 0
    bound: int = 0
    least: bool = False
    breach: Breach | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class WayOut:
    """Demands that give way so that all others can hold, and a proposal that shows it.

    `cheapest`: no set of demands that costs less (`PHYSICS_COST`) would do, but for ways out told before.
    """

    reliefs: tuple[Relief, ...]
    proposal: Proposal
    assessment: Assessment
    cheapest: bool

    @property
    def demands(self) -> frozenset[Demand]:
        """What gives way."""
        return frozenset((r.criterion, r.about) for r in self.reliefs)


@dataclass(frozen=True, slots=True, kw_only=True)
class Diagnosis:
    """Which demands collide, the fewest first, and the ways out, the cheapest first.

    Of equally cheap ways out the one in which fewest demands give way wholly comes first.

    `complete`: there are no other minimal conflicts than these, and no other smallest sets that could give way.
    """

    conflicts: tuple[Conflict, ...] = ()
    ways_out: tuple[WayOut, ...] = ()
    complete: bool = False

    @property
    def in_every_conflict(self) -> tuple[Demand, ...]:
        """What is enough when it alone gives way: it is part of every conflict there is, found or not."""
        return tuple(dict.fromkeys(d for way in self.ways_out if len(way.demands) == 1 for d in way.demands))

    @property
    def conflict(self) -> tuple[Demand, ...]:
        """The first conflict; empty when none was found in time."""
        return self.conflicts[0].demands if self.conflicts else ()

    @property
    def minimal(self) -> bool:
        """Whether the first conflict is proven minimal."""
        return bool(self.conflicts) and self.conflicts[0].minimal

    @property
    def assessment(self) -> Assessment | None:
        """What the independent check says of the proposal of the cheapest way out."""
        return self.ways_out[0].assessment if self.ways_out else None

    @property
    def cheapest(self) -> bool:
        """Whether the first way out is proven the cheapest."""
        return bool(self.ways_out) and self.ways_out[0].cheapest
