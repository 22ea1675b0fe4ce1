"""A mixed-integer model as plain data: what every engine is given."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from localisation.domain.assessment import About
from localisation.rules.linear import Linear
from localisation.solving.engines.nearest import Nearest

MANY = 10_000
"""A model with so many variables is large to the engines: good solutions are sought long before any proof."""
MANY_CELLS = 200_000
"""Blocks with more cells than this together are never written out whole."""


@dataclass(slots=True)
class Variable:
    """A whole-number variable; bounds may be tightened before an engine sees it."""

    name: str
    low: int
    high: int


@dataclass(frozen=True, slots=True)
class Row:
    """low <= expression <= high, unless the variable `broken` is 1.

    `source` is the criterion that demands it and of whom it speaks; None for the physics of the model.
    """

    expression: Linear
    low: int | None
    high: int | None
    source: tuple[str, About] | None = None
    broken: int | None = None


@dataclass(slots=True)
class Model:
    """Variables, rows, and what is minimised.

    `blocks` say what costs to the nearest of what is open come to; `expanded` writes them out as rows.
    """

    variables: list[Variable] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)
    objective: Linear = field(default_factory=Linear)
    hint: dict[int, int] = field(default_factory=dict)
    blocks: list[Nearest] = field(default_factory=list)
    groups: list[tuple[int, ...]] = field(default_factory=list)
    """What is decided together, such as the sites of one unit; variables in none are helpers that follow."""

    @property
    def huge(self) -> bool:
        """Whether its blocks are too large to be written out whole."""
        return sum(block.costs.size for block in self.blocks) > MANY_CELLS

    def new(self, name: str, low: int, high: int) -> int:
        """The index of a new variable."""
        self.variables.append(Variable(name, low, high))
        return len(self.variables) - 1

    def activity(self, expression: Linear) -> tuple[int, int]:
        """The least and the largest value an expression can take within the variables' bounds."""
        low = high = expression.constant
        for index, factor in expression.terms.items():
            variable = self.variables[index]
            low += factor * (variable.low if factor > 0 else variable.high)
            high += factor * (variable.high if factor > 0 else variable.low)
        return low, high


def plain_rows(model: Model) -> Iterator[Row]:
    """The rows with none that can be switched off: the variable that does has the least factor for it (big M)."""
    for row in model.rows:
        if row.broken is None:
            yield row
            continue
        least, most = model.activity(row.expression)
        if row.low is not None and least < row.low:
            yield Row(row.expression + Linear({row.broken: row.low - least}), row.low, None, row.source)
        if row.high is not None and most > row.high:
            yield Row(row.expression + Linear({row.broken: row.high - most}), None, row.high, row.source)


def tighten(model: Model, passes: int = 5) -> None:
    """Narrow variable bounds by what each unconditional row implies (bound propagation; Savelsbergh 1994).

    Only bounds are changed; a row that cannot hold is left for the engine to report.
    """
    for _ in range(passes):
        changed = False
        for row in model.rows:
            if row.broken is None:
                changed |= _narrow(model, row)
        if not changed:
            return


def drop_implied(model: Model) -> None:
    """Leave out the rows that hold whatever the variables are within their bounds."""

    def implied(row: Row) -> bool:
        least, most = model.activity(row.expression)
        return (row.low is None or row.low <= least) and (row.high is None or most <= row.high)

    model.rows = [row for row in model.rows if not implied(row)]


def _narrow(model: Model, row: Row) -> bool:
    if not _can_narrow(model, row):
        return False
    changed = False
    least, most = model.activity(row.expression)
    for index, factor in row.expression.terms.items():
        variable = model.variables[index]
        if variable.low == variable.high:
            continue
        own_least = factor * (variable.low if factor > 0 else variable.high)
        own_most = factor * (variable.high if factor > 0 else variable.low)
        low, high = variable.low, variable.high
        if row.high is not None:  # factor * x <= high - (least of the rest)
            room = row.high - (least - own_least)
            low, high = (low, min(high, room // factor)) if factor > 0 else (max(low, -(room // -factor)), high)
        if row.low is not None:  # factor * x >= low - (most of the rest)
            room = row.low - (most - own_most)
            low, high = (max(low, -(-room // factor)), high) if factor > 0 else (low, min(high, -room // -factor))
        if low <= high and (low, high) != (variable.low, variable.high):
            variable.low, variable.high = low, high
            least, most = model.activity(row.expression)
            changed = True
    return changed


def _can_narrow(model: Model, row: Row) -> bool:
    """Whether some variable alone can move a row beyond its bounds: quick, and for most rows the answer is no."""
    least = most = row.expression.constant
    widest = 0
    for index, factor in row.expression.terms.items():
        variable = model.variables[index]
        one, other = factor * variable.low, factor * variable.high
        if one > other:
            one, other = other, one
        least += one
        most += other
        widest = max(widest, other - one)
    return (row.high is not None and least + widest > row.high) or (row.low is not None and most - widest < row.low)
