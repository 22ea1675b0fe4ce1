"""Several models side by side as one: what costs least of all is what costs least of each."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from localisation.rules.linear import Linear, total
from localisation.solving.engines.model import Model


def joined(models: Sequence[Model], objectives: Sequence[Linear]) -> Model:
    """One model of all variables, rows and blocks; what is minimised is the sum of the objectives."""
    whole = Model()
    parts = []
    for model, objective in zip(models, objectives, strict=True):
        first = len(whole.variables)
        whole.variables.extend(replace(variable) for variable in model.variables)
        whole.rows.extend(
            replace(
                row,
                expression=_moved(row.expression, first),
                broken=None if row.broken is None else row.broken + first,
            )
            for row in model.rows
        )
        whole.blocks.extend(
            replace(
                block,
                total=block.total + first,
                choices=tuple(tuple(v + first for v in choice) for choice in block.choices),
            )
            for block in model.blocks
        )
        whole.groups.extend(tuple(v + first for v in group) for group in model.groups)
        parts.append(_moved(objective, first))
    whole.objective = total(parts)
    return whole


def parted(models: Sequence[Model], values: Sequence[int]) -> Iterator[list[int]]:
    """The values of each model's own variables."""
    first = 0
    for model in models:
        yield list(values[first : first + len(model.variables)])
        first += len(model.variables)


def _moved(expression: Linear, first: int) -> Linear:
    return Linear({v + first: factor for v, factor in expression.terms.items()}, expression.constant)
