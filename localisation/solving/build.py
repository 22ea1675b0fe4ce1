"""The placement model of an instance: every criterion encoded as its strength says."""

import gc
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from localisation.domain.instance import Instance
from localisation.domain.vocabulary import Strength
from localisation.rules.base import Measure, Requirement
from localisation.rules.goal import best_raw, levels, prices
from localisation.rules.linear import Linear, total
from localisation.rules.placement.base import PlacementMeasure
from localisation.rules.statement import PlacementStatement, statements
from localisation.solving.engines.model import drop_implied, tighten
from localisation.solving.explaining.demand import BOUND
from localisation.solving.no_good import NoGood
from localisation.solving.placement_model import PlacementModel


@dataclass(frozen=True, slots=True, kw_only=True)
class Built:
    """The model with one objective for each goal level, in goal units."""

    placement: PlacementModel
    objectives: tuple[Linear, ...]


def build(instance: Instance, no_goods: Sequence[NoGood] = ()) -> Built:
    """Encode every criterion: musts as rows, weighted requirements with `broken` variables, measures as sums.

    What rules out single choices comes first, measures last, when the musts have tightened the bounds: of what cannot
    be nothing is said. What `no_goods` forbid is left out.
    """
    with _no_rubbish():
        return _build(instance, no_goods)


@contextmanager
def _no_rubbish() -> Iterator[None]:
    """Python does not look for cycles meanwhile: millions of objects come and none goes, and it takes a quarter."""
    looks = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if looks:
            gc.enable()


def _build(instance: Instance, no_goods: Sequence[NoGood]) -> Built:
    placement = PlacementModel(instance)
    stated = statements(instance)
    musts = [s for s in stated if s.criterion.strength is Strength.MUST and isinstance(s.rule, Requirement)]
    for s in musts:
        if s.rule.narrows:
            _encode(placement, s, soft=False)
    tighten(placement.model)
    placement.physics()
    for s in musts:
        if not s.rule.narrows:
            _encode(placement, s, soft=False)
    for no_good in no_goods:
        placement.rule_out(no_good)
    tighten(placement.model)
    drop_implied(placement.model)
    placement.sharpen()
    for s in stated:
        if s.criterion.strength is Strength.WEIGHT and isinstance(s.rule, Requirement):
            _encode(placement, s, soft=True)
            broken = [Linear({v: 1}) for (criterion, _), v in placement.broken.items() if criterion == s.criterion.id]
            placement.amounts[s.criterion.id] = total(broken)
    for s in stated:
        if isinstance(s.rule, Measure) and (s.criterion.at_most is not None or s.criterion.strength is Strength.WEIGHT):
            encode_measure(placement, s, soft=False)
    objectives = []
    for level in levels(instance):
        price = prices(stated, level)
        objectives.append(
            total(
                (placement.amounts[s.criterion.id] - best_raw(s)) * price[s.criterion.id]
                for s in stated
                if s.criterion.id in price
            )
        )
    return Built(placement=placement, objectives=tuple(objectives))


def _encode(placement: PlacementModel, statement: PlacementStatement, *, soft: bool) -> None:
    placement.open(statement.criterion.id, soft=soft)
    statement.rule.encode(placement, statement.given)
    placement.close()


def encode_measure(placement: PlacementModel, statement: PlacementStatement, *, soft: bool) -> None:
    """A measure's amount, and its bound if the criterion has one and is a must."""
    rule, criterion = statement.rule, statement.criterion
    assert isinstance(rule, PlacementMeasure)
    placement.open(criterion.id, soft=soft)
    rule.encode(placement, statement.given)
    amount = placement.close()
    if criterion.at_most is not None and criterion.strength is Strength.MUST:
        placement.require(amount <= criterion.at_most * rule.raw_per_unit, about=BOUND)
