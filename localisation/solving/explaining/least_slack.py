"""A proposal in which chosen demands give way by as little as possible and all others hold."""

from collections.abc import Collection
from dataclasses import replace

from localisation.domain.proposal import Proposal
from localisation.domain.scenario import SolveLimits
from localisation.domain.vocabulary import Status
from localisation.rules.linear import Linear, total
from localisation.solving.engines.model import Model, Row
from localisation.solving.explaining.demand import Demand
from localisation.solving.explaining.hardened import hardened
from localisation.solving.explaining.quick_cpsat import quick_cpsat
from localisation.solving.explaining.relaxable import Relaxable
from localisation.solving.progress import Stop

SCALE = 1_000_000
"""What a demand costs that gives way wholly; less of it costs its share."""


def least_slack(
    relaxable: Relaxable,
    giving: Collection[Demand],
    limits: SolveLimits,
    *,
    quiet_s: float | None = None,
    seconds: float,
    stop: Stop | None,
) -> tuple[Status, Proposal | None]:
    """The proposal where only `giving` may fail, by amounts whose weighted sum is minimised.

    Elastic programming (Brown & Graves 1975; Chinneck 2008, ch. 6). OPTIMAL: by no less; INFEASIBLE: not even then.
    With `quiet_s` the search ends when, once there is a proposal, none better has come for so long. It is not told of
    any proposal to begin from: one where too much gives way took it 4 s to leave, instead of 1 s to find a good one.
    """
    model, rows = hardened(relaxable, giving), []
    prices: list[Linear] = []
    for row in model.rows:
        rows.append(row if row.broken is None else _stretched(model, row, prices))
    model.rows = rows
    model.objective = total(prices)
    outcome = quick_cpsat(model, limits, seconds=seconds, stop=stop, quiet_s=quiet_s)
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
