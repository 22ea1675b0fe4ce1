"""A proposal in which chosen demands give way by as little as possible and all others hold."""

from collections.abc import Collection
from dataclasses import replace

from localisation.domain.proposal import Proposal
from localisation.domain.scenario import SolveLimits
from localisation.domain.vocabulary import Status
from localisation.rules.linear import Linear, total
from localisation.solving.engines.model import Model, Row, Variable
from localisation.solving.explaining.demand import Demand
from localisation.solving.explaining.quick_cpsat import quick_cpsat
from localisation.solving.explaining.relaxable import Relaxable
from localisation.solving.progress import Stop

SCALE = 1_000_000
"""What a demand costs that gives way wholly; less of it costs its share."""


def least_slack(
    relaxable: Relaxable, giving: Collection[Demand], limits: SolveLimits, *, seconds: float, stop: Stop | None
) -> tuple[Status, Proposal | None]:
    """The proposal where only `giving` may fail, by amounts whose weighted sum is minimised.

    Elastic programming (Brown & Graves 1975; Chinneck 2008, ch. 6). OPTIMAL: by no less; INFEASIBLE: not even then.
    """
    old, model = relaxable.placement.model, Model()
    model.variables = [Variable(v.name, v.low, v.high) for v in old.variables]
    for broken in relaxable.placement.broken.values():
        model.variables[broken].high = 0
    prices: list[Linear] = []
    for row in old.rows:
        if row.source in giving and row.broken is not None:
            model.rows.append(_stretched(model, row, prices))
        else:
            model.rows.append(row if row.broken is None else replace(row, broken=None))
    model.objective = total(prices)
    outcome = quick_cpsat(model, limits, seconds=seconds, stop=stop)
    found = None if outcome.values is None else relaxable.placement.proposal(outcome.values)
    return outcome.status, found


def _stretched(model: Model, row: Row, prices: list[Linear]) -> Row:
    """The row with a slack on each side it is bounded from."""
    least, most = model.activity(row.expression)
    expression = row.expression
    for room, sign in (
        (0 if row.low is None else row.low - least, 1),
        (0 if row.high is None else most - row.high, -1),
    ):
        if room > 0:
            slack = model.new(f"gives way {row.source}", 0, room)
            expression = expression + Linear({slack: sign})
            prices.append(Linear({slack: max(1, SCALE // room)}))
    return replace(row, expression=expression, broken=None)
