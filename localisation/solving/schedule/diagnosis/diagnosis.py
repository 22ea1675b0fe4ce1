"""Why there is no plan, and the least that would have to give way."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from localisation.domain.assessment import About, Assessment, Breach
from localisation.domain.relocation.plan import Plan
from localisation.domain.relocation.programme import Programme

Demand = tuple[str, About]
"""What one criterion demands of one subject."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanFault:
    """Something that makes a plan impossible whatever else is done, found without search.

    `code` names two texts, `plan_faults.static.<code>.what` and `.remedy`. `activities` are those it is about, in
    order, `criteria` those that demand it. `holes` are figures, dates, and ids of `crew`, `building` and `kind`.
    """

    code: str
    activities: tuple[str, ...] = ()
    criteria: tuple[str, ...] = ()
    holes: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Relief:
    """How far one demand must give way in the relaxed plan.

    `kind` says of what `amount` is: "days" a time is later (or earlier) than demanded, "crew" hands, "space" (of a kind
    of space, in its unit), "at_once" (whatever is counted each day), "amount" (a measure's raw unit), or "" when it
    cannot be told in a number. `on_days` is on how many working days, for what is scarce every day.
    """

    criterion: str
    about: About
    kind: str = ""
    amount: int = 0
    on_days: int = 0
    first_day: int = 0
    breach: Breach | None = None


@dataclass(frozen=True, kw_only=True)
class PlanDiagnosis:
    """Why no plan exists.

    `faults` were found without search. `conflict`: demands that cannot hold together, `minimal` if dropping any one
    criterion's lets the rest hold. `relaxed`: the plan that breaks least, with its assessment, and in `reliefs` by how
    much; `cheapest` says whether that is proven to be the least.
    """

    programme: Programme
    faults: tuple[PlanFault, ...] = ()
    conflict: tuple[Demand, ...] = ()
    minimal: bool = False
    relaxed: Plan | None = None
    assessment: Assessment | None = None
    reliefs: tuple[Relief, ...] = ()
    cheapest: bool = False

    @property
    def criteria(self) -> tuple[str, ...]:
        """The criteria that collide."""
        return tuple(dict.fromkeys(c for c, _ in self.conflict))

    def __str__(self) -> str:
        return f"{[(f.code, f.activities) for f in self.faults]} {self.criteria}"
