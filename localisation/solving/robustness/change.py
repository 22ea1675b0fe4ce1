"""The changes a recommendation is tried against, one at a time."""

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from localisation.domain.criterion import Criterion
from localisation.domain.instance import Instance
from localisation.rules.goal import levels


class Kind(StrEnum):
    """What changes: the weight of a criterion, or one kind of figure throughout."""

    WEIGHT = "weight"
    RENT = "rent"
    TRAVEL = "travel"
    VISITS = "visits"
    STAFF = "staff"
    POPULATION = "population"


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """Figures of one kind times a factor; `criterion` is the id where the kind is a weight."""

    kind: Kind
    factor: Fraction
    criterion: str = ""

    def weighted(self, instance: Instance) -> Criterion:
        """The criterion whose weight changes."""
        return next(c for c in instance.criteria if c.id == self.criterion)


WEIGHT_FACTORS = (Fraction(0), Fraction(1, 2), Fraction(2))
FIGURE_FACTORS = {
    Kind.RENT: (Fraction(4, 5), Fraction(6, 5)),
    Kind.TRAVEL: (Fraction(4, 5), Fraction(6, 5)),
    Kind.VISITS: (Fraction(9, 10), Fraction(11, 10)),
    Kind.STAFF: (Fraction(9, 10), Fraction(11, 10)),
    Kind.POPULATION: (Fraction(9, 10), Fraction(11, 10)),
}


def usual_changes(instance: Instance) -> tuple[Change, ...]:
    """Every weight dropped, halved and doubled; rents and travel times 20 %, growth 10 % down and up.

    Left out is what can make no difference: a weight that is alone on its goal level, rents where nothing is rented.
    """
    inventory = instance.inventory
    there = {
        Kind.RENT: any(b.rent_nok_per_year for b in inventory.buildings),
        Kind.TRAVEL: True,
        Kind.VISITS: any(u.visits_per_year for u in inventory.units),
        Kind.STAFF: True,
        Kind.POPULATION: inventory.population > 0,
    }
    weights = [
        Change(kind=Kind.WEIGHT, factor=factor, criterion=key)
        for level in levels(instance)
        if len(level) > 1
        for key in (c.id for c in instance.criteria if c.id in level)
        for factor in WEIGHT_FACTORS
    ]
    figures = [
        Change(kind=kind, factor=factor) for kind, both in FIGURE_FACTORS.items() if there[kind] for factor in both
    ]
    return (*weights, *figures)
