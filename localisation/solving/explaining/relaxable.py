"""A model in which every demand of the musts can be switched off by itself."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from localisation.domain.instance import Instance
from localisation.domain.vocabulary import Strength
from localisation.rules.base import Measure
from localisation.rules.statement import statements
from localisation.solving.build import encode_measure
from localisation.solving.engines.expanded import expanded
from localisation.solving.explaining.demand import PHYSICS_COST, Demand
from localisation.solving.explaining.merged import merged
from localisation.solving.placement_model import PlacementModel


@dataclass(frozen=True, kw_only=True)
class Relaxable:
    """The model, with a `broken` variable for each demand; the first `structural` rows are what a proposal is at all.

    The first `summed` of these say of each building that who sits there uses it (`PlacementModel.physics`).
    `costs`: what it costs to let each demand give way.
    """

    instance: Instance
    placement: PlacementModel
    structural: int
    summed: int
    costs: Mapping[Demand, int]


def relaxable(instance: Instance, keep: Collection[str] = ()) -> Relaxable:
    """The model of an instance's musts, in rows alone; those of the criteria in `keep` hold whatever happens."""
    placement = PlacementModel(instance)
    placement.physics(summed=True)
    summed = len(instance.inventory.buildings)
    structural = len(placement.model.rows)
    costs: dict[str, int] = {}
    for s in statements(instance):
        if s.criterion.strength is not Strength.MUST:
            continue
        soft = s.criterion.id not in keep
        costs[s.criterion.id] = PHYSICS_COST if s.rule.states_physics else 1
        if isinstance(s.rule, Measure):
            encode_measure(placement, s, soft=soft)
        else:
            placement.open(s.criterion.id, soft=soft)
            s.rule.encode(placement, s.given)
            placement.close()
    model = placement.model = expanded(placement.model)
    model.rows = [*model.rows[:structural], *merged(model, model.rows[structural:])]
    by_demand = {demand: costs[demand[0]] for demand in placement.broken}
    return Relaxable(
        instance=instance, placement=placement, structural=structural, summed=summed, costs=by_demand
    )  # fmt: skip
