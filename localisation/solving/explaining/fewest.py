"""The proposal that breaks the least, searched for at one stroke: for when there are many conflicts to learn from."""

from collections.abc import Collection, Sequence
from dataclasses import replace

from localisation.domain.proposal import Proposal
from localisation.domain.scenario import SolveLimits
from localisation.domain.vocabulary import Status
from localisation.rules.linear import Linear, total
from localisation.solving.engines.cpsat import solve_cpsat
from localisation.solving.engines.model import Model, Row
from localisation.solving.explaining.demand import Demand
from localisation.solving.explaining.relaxable import Relaxable
from localisation.solving.progress import Stop


def fewest(
    relaxable: Relaxable,
    told: Sequence[Collection[Demand]],
    limits: SolveLimits,
    *,
    seconds: float,
    stop: Stop | None,
) -> tuple[Status, Proposal | None]:
    """The proposal whose broken demands cost least, but for those that break all of a set that is told already.

    OPTIMAL: none costs less.
    """
    whole, broken = relaxable.placement.model, relaxable.placement.broken
    known = [Row(total(Linear({broken[d]: 1}) for d in demands), None, len(demands) - 1) for demands in told]
    # A demand that is switched off although it holds would cost something: none is, in the best.
    model = Model(variables=[replace(v) for v in whole.variables], rows=[*whole.rows, *known])
    model.objective = total(Linear({v: relaxable.costs[demand]}) for demand, v in broken.items())
    outcome = solve_cpsat(model, limits, seconds=seconds, stop=stop)
    return outcome.status, None if outcome.values is None else relaxable.placement.proposal(outcome.values)
