"""A relaxable model in which all demands hold but a few: what their bounds decide is left out, and little remains."""

from collections.abc import Collection

from localisation.rules.linear import Linear
from localisation.solving.engines.model import Model, Row, Variable
from localisation.solving.explaining.demand import Demand
from localisation.solving.explaining.relaxable import Relaxable


def hardened(relaxable: Relaxable, giving: Collection[Demand]) -> Model:
    """The model, with the variables it had, where only `giving` may be switched off.

    A row of one variable becomes a bound, and what bounds then decide is put in for its value: of 150 units and 120
    buildings a fifth of the rows is left, which is far less to hand over and to search.
    """
    whole = relaxable.placement.model
    variables = [Variable(v.name, v.low, v.high) for v in whole.variables]
    giving = frozenset(giving)
    for demand, broken in relaxable.placement.broken.items():
        if demand not in giving:
            variables[broken].high = 0
    rows = [row for row in whole.rows[relaxable.summed :] if not _bounds(variables, row, giving)]
    kept = [left for row in rows if (left := _left(variables, row, giving)) is not None]
    # One row for each site is stronger than one for each building, and here few sites are left.
    for sits, used in relaxable.placement.ties():
        if variables[sits].high and not variables[used].low:
            kept.append(Row(Linear({used: 1, sits: -1}), 0, None))
    return Model(variables=variables, rows=kept)


def _bounds(variables: list[Variable], row: Row, giving: Collection[Demand]) -> bool:
    """Whether the row says no more than bounds of its variables, which are then narrowed.

    So it is with a row of one variable, and with one that holds only with every variable at its least. One that would
    empty a variable is left as a row.
    """
    terms = row.expression.terms
    if (row.broken is not None and row.source in giving) or not terms:
        return False
    if len(terms) > 1:
        if row.low is not None or row.high != row.expression.constant or min(terms.values()) < 0:
            return False
        if any(variables[v].low for v in terms):
            return False
        for v in terms:
            variables[v].high = 0
        return True
    ((index, factor),) = terms.items()
    variable, constant = variables[index], row.expression.constant
    low, high = row.low, row.high
    if factor < 0:
        low, high = (None if high is None else -high), (None if low is None else -low)
        factor, constant = -factor, -constant
    least = variable.low if low is None else max(variable.low, -(-(low - constant) // factor))
    most = variable.high if high is None else min(variable.high, (high - constant) // factor)
    if least > most:
        return False
    variable.low, variable.high = least, most
    return True


def _left(variables: list[Variable], row: Row, giving: Collection[Demand]) -> Row | None:
    """The row over what is open; None when it holds whatever that becomes."""
    terms: dict[int, int] = {}
    least = most = row.expression.constant
    known = 0
    for index, factor in row.expression.terms.items():
        variable = variables[index]
        one, other = factor * variable.low, factor * variable.high
        if one == other:
            known += one
        else:
            terms[index] = factor
            least += min(one, other)
            most += max(one, other)
    low = None if row.low is None else row.low - known
    high = None if row.high is None else row.high - known
    if (low is None or low <= least) and (high is None or most <= high):
        return None
    broken = row.broken if row.source in giving else None
    if not terms:  # What cannot hold is left for the engine to say.
        return Row(row.expression, row.low, row.high, row.source, broken)
    return Row(Linear(terms, row.expression.constant), low, high, row.source, broken)
