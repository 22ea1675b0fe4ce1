"""What someone would like to be otherwise: locks, weights, and criteria left out."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from localisation.domain.criterion import Criterion
from localisation.domain.errors import LocalisationError
from localisation.domain.instance import Instance
from localisation.domain.proposal import Placement, Proposal
from localisation.domain.vocabulary import Strength
from localisation.solving.explaining.asked import Asked


class WishUnusable(LocalisationError):
    """Cause "nothing", "not_weighted", "nothing_weighs" or "twice" (text `whatif.fault.<cause>`), and a criterion."""

    def __init__(self, cause: str, criterion: str = "") -> None:
        self.cause, self.criterion = cause, criterion
        super().__init__(f"{cause}: {criterion}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """`weights` by criterion id, 0 leaves it out; `dropped` are criteria that no longer count, musts or weights."""

    asked: tuple[Asked, ...] = ()
    weights: Mapping[str, int] = field(default_factory=dict)
    dropped: frozenset[str] = frozenset()

    def applied(self, instance: Instance) -> Instance:
        """The instance as wished. Raises `WishUnusable`; the criteria named must be in its list."""
        if not (self.asked or self.weights or self.dropped):
            raise WishUnusable("nothing")
        for criterion in instance.criteria:
            if criterion.id in self.weights:
                if criterion.id in self.dropped:
                    raise WishUnusable("twice", criterion.id)
                if criterion.strength is not Strength.WEIGHT:
                    raise WishUnusable("not_weighted", criterion.id)
        gone = self.dropped | {key for key, weight in self.weights.items() if not weight}
        kept = [self._weighed(c) for c in instance.criteria if c.id not in gone]
        if not any(c.strength is Strength.WEIGHT for c in kept):
            raise WishUnusable("nothing_weighs")
        return replace(instance, criteria=(*kept, *self.musts(instance)))

    def musts(self, instance: Instance) -> tuple[Criterion, ...]:
        """The locks as criteria, each with an id of its own."""
        locked = instance
        for one in self.asked:
            locked = one.added_to(locked)
        return locked.criteria[len(instance.criteria) :]

    def carried_out(self, proposal: Proposal) -> Proposal:
        """The proposal with each locked unit's largest site moved to where it is locked, and nothing else."""
        for one in self.asked:
            sites = proposal.sites(one.unit)
            if one.there and sites and one.building not in sites:
                largest = max(sites, key=lambda b: (sites[b], b))
                moved = (
                    Placement(unit=p.unit, building=one.building, staff=p.staff)
                    if (p.unit, p.building) == (one.unit, largest)
                    else p
                    for p in proposal.placements
                )
                proposal = replace(proposal, placements=tuple(sorted(moved)))
        return proposal

    def _weighed(self, criterion: Criterion) -> Criterion:
        weight = self.weights.get(criterion.id)
        return criterion if weight is None else criterion.model_copy(update={"weight": weight})
