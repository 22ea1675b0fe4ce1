"""The musts of an instance, checked in plain Python."""

from collections.abc import Collection

from localisation.domain.errors import Disagreement
from localisation.domain.instance import Instance
from localisation.domain.proposal import Proposal
from localisation.domain.vocabulary import Strength
from localisation.rules.statement import statements
from localisation.solving.explaining.demand import BOUND, Demand
from localisation.solving.verify import criterion_result, measured, structural_faults


class Musts:
    """Holds proposals against the rules' own checks, which share nothing with the model."""

    def __init__(self, instance: Instance) -> None:
        self._instance = instance
        self._musts = [s for s in statements(instance) if s.criterion.strength is Strength.MUST]

    def broken(self, proposal: Proposal, *, only: Collection[str] | None = None) -> frozenset[Demand]:
        """The demands that a proposal does not meet, of all musts or `only` of these criteria.

        Raises `Disagreement` for a proposal that is not whole.
        """
        faults = structural_faults(self._instance, proposal)
        if faults:
            raise Disagreement(f"a proposal to explain by is not whole: {[f.about for f in faults]}")
        found: set[Demand] = set()
        for s in self._musts:
            if only is not None and s.criterion.id not in only:
                continue
            amount, breaches = measured(s, proposal)
            found.update((s.criterion.id, b.about) for b in breaches)
            if not breaches and criterion_result(s.criterion, s.rule, amount, breaches).met is False:
                found.add((s.criterion.id, BOUND))
        return frozenset(found)
