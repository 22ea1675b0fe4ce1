"""The cheapest of some demands that give way so that all others hold: whether there are any comes first."""

from collections.abc import Collection, Sequence

from localisation.domain.scenario import SolveLimits
from localisation.rules.linear import Linear, total
from localisation.solving.engines.model import Row
from localisation.solving.engines.outcome import Outcome
from localisation.solving.explaining.demand import Demand
from localisation.solving.explaining.hardened import hardened
from localisation.solving.explaining.quick_cpsat import quick_cpsat
from localisation.solving.explaining.relaxable import Relaxable
from localisation.solving.progress import Stop

QUIET_S = 1.0


def fewest(
    relaxable: Relaxable,
    giving: Collection[Demand],
    told: Sequence[Collection[Demand]],
    limits: SolveLimits,
    *,
    at_least: int = 0,
    patient: bool = False,
    seconds: float,
    stop: Stop | None,
) -> Outcome:
    """Values where only `giving` may be broken, and what is broken costs least; never all of a set in `told`.

    What costs `at_least` is good enough: the caller knows that nothing costs less, and the search ends there. Unless it
    is `patient` it also ends when nothing cheaper has come for `QUIET_S`: cores soon tell more than it can. OPTIMAL:
    none costs less; INFEASIBLE: the others cannot hold together, or not without all of a set in `told`.
    """
    model, broken = hardened(relaxable, giving), relaxable.placement.broken
    model.rows += [Row(total(Linear({broken[d]: 1}) for d in demands), None, len(demands) - 1) for demands in told]
    # A demand that is switched off although it holds would cost something: none is, in the best.
    cost = total(Linear({broken[d]: relaxable.costs[d]}) for d in giving)
    model.rows.append(Row(cost, at_least, None))
    model.objective = cost
    if patient:
        return quick_cpsat(model, limits, seconds=seconds, stop=stop)
    return quick_cpsat(model, limits, seconds=seconds, stop=stop, whether=True, quiet_s=QUIET_S)
