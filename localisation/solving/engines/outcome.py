"""What an engine found."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from localisation.domain.vocabulary import Status
from localisation.rules.linear import Linear
from localisation.solving.engines.model import Model, Row

PROOF_TOLERANCE = 1_000
"""Goal units (a millionth of a point) within which a bound reckoned in floating point counts as a proof."""

Report = Callable[[int | None, int | None], None]
"""Called with the best value and the bound so far, in goal units."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """Values by variable index (None without a solution), and their exact value and the bound in goal units."""

    status: Status
    values: list[int] | None = None
    value: int | None = None
    bound: int | None = None


def evaluate(expression: Linear, values: list[int]) -> int:
    """The exact value of an expression."""
    return expression.constant + sum(f * values[v] for v, f in expression.terms.items())


def holds(model: Model, values: list[int]) -> bool:
    """Whether whole-number values satisfy every bound, row and block exactly."""
    if any(not v.low <= x <= v.high for v, x in zip(model.variables, values, strict=True)):
        return False
    return rows_hold(model.rows, values) and all(values[b.total] >= b.amount(values) for b in model.blocks)


def rows_hold(rows: Iterable[Row], values: list[int]) -> bool:
    """Whether values satisfy every row that is not switched off."""
    for row in rows:
        if row.broken is not None and values[row.broken]:
            continue
        x = evaluate(row.expression, values)
        if (row.low is not None and x < row.low) or (row.high is not None and x > row.high):
            return False
    return True
